/** Times inside a story, where the minute tells who was first. */
import type { StoryReport } from '../store/site_story.js';
import { say } from './language.js';
import { clockTime, dayOfMonth, tehranDay, weekday } from './words.js';

type Told = Pick<StoryReport, 'at' | 'isDated' | 'precision'>;

/** «۱۴:۲۶»; of a page that states only its day nothing. A page without a date is told by when it was collected. */
export function clockOf({ at, isDated, precision }: Told): string {
  const clock = clockTime(at);
  if (isDated && precision === 'hour') {
    const hour = clock.replace(/:.*/, '');
    return say(`ساعت ${hour}`, `about ${hour}:00`);
  }
  return isDated && precision !== 'minute' ? '' : clock;
}

/** «۲۳ آبان، ۱۴:۲۶», or «۱۴:۲۶» where the day stands above; a page that states only its day shows the day. */
export function momentOf(report: Told, isOneDay = false): string {
  const clock = clockOf(report);
  if (clock === '') return dayOfMonth(report.at);
  return isOneDay ? clock : `${dayOfMonth(report.at)}${say('، ', ', ')}${clock}`;
}

/** Whether all reports are of one day in Tehran. */
export function areOneDay(reports: readonly Pick<StoryReport, 'at'>[]): boolean {
  return new Set(reports.map(({ at }) => tehranDay(at))).size === 1;
}

/** «شنبه ۲۳ آبان ۱۴۰۵» */
export function weekdayOf(iso: string): string {
  return weekday(iso);
}

/** Puts what happened on one day together; what comes in order stays so. */
export function groupByDay<T extends { readonly at: string }>(
  items: readonly T[],
): readonly { readonly day: string; readonly items: readonly T[] }[] {
  const days: { readonly day: string; readonly items: T[] }[] = [];
  for (const item of items) {
    const day = tehranDay(item.at);
    const last = days.at(-1);
    if (last?.day === day) last.items.push(item);
    else days.push({ day, items: [item] });
  }
  return days;
}
