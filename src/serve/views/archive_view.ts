import type { CalendarDay } from '../../persian/jalali.js';
import type { Database } from '../../store/database.js';
import { countStoriesByDay, loadArchiveEnds, loadStoriesBetween } from '../../store/site_archive.js';
import { dayAfter, isoOf, monthAfter } from '../calendar.js';
import type { ArchiveView } from '../pages/archive.js';
import { tehranDay } from '../words.js';

const LISTED = 40;

/** A day of the archive, or a whole month where `at.day` is 0. */
export async function loadArchiveView(
  database: Database,
  { at, page }: { readonly at: CalendarDay; readonly page: number },
): Promise<ArchiveView> {
  const month = { year: at.year, month: at.month };
  const whole = { from: isoOf({ ...month, day: 1 }), until: isoOf({ ...monthAfter(month, 1), day: 1 }) };
  const day = at.day === 0 ? undefined : isoOf(at);
  const span = day === undefined ? whole : { from: day, until: dayAfter(day, 1) };
  const [counts, found, ends] = await Promise.all([
    countStoriesByDay(database, whole),
    loadStoriesBetween(database, { ...span, limit: LISTED + 1, offset: (page - 1) * LISTED }),
    loadArchiveEnds(database),
  ]);
  return {
    ...{ month, day, counts, page },
    stories: found.slice(0, LISTED),
    hasNext: found.length > LISTED,
    ends: ends && { first: tehranDay(ends.first), last: tehranDay(ends.last) },
  };
}
