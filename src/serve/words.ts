/** Raw letters, numbers and instants as readers see them, in the language of the page. */
import { toAsciiDigits } from '../persian/digits.js';
import { displayText } from '../persian/display.js';
import {
  formatDay,
  formatDayOfMonth,
  formatFullDate,
  formatNumber,
  formatRelative,
  formatTime,
  formatWeekday,
} from '../persian/format_date.js';
import { tehranWall } from '../persian/tehran.js';
import type { ArticleLine } from '../store/site_lines.js';
import {
  englishDay,
  englishDayOfMonth,
  englishFullDate,
  englishNumber,
  englishRelative,
  englishTime,
  englishWeekday,
} from './english_dates.js';
import { isEnglish, type Noun, nounFor, pageTongue, say } from './language.js';

/** The same headlines stand in many lists and pages; displaying one costs about 0.1 ms. */
const remembered = new Map<string, string>();
const REMEMBERED_MAX = 5000;
const REMEMBERED_LENGTH = 500;

/** The publisher's letters with half-spaces and quotes restored, on one line. */
export function shown(raw: string): string {
  const known = remembered.get(raw);
  if (known !== undefined) return known;
  const text = displayText(raw).replace(/\s+/g, ' ').trim();
  if (raw.length > REMEMBERED_LENGTH) return text;
  if (remembered.size >= REMEMBERED_MAX) remembered.clear();
  remembered.set(raw, text);
  return text;
}

/** «۱۲٬۵۰۰», "12,500" */
export function number(value: number): string {
  return isEnglish() ? englishNumber(value) : chosenDigits(formatNumber(value));
}

/** «۱۲ رسانه», "1 outlet", "12 outlets" */
export function counted(count: number, noun: Noun): string {
  return `${number(count)} ${nounFor(count, noun)}`;
}

/** «۱٫۴۰», "1.40": a value with two places. */
export function twoPlaces(value: number): string {
  const fixed = value.toFixed(2);
  if (isEnglish()) return fixed;
  const [whole = '0', rest = '00'] = fixed.split('.');
  return chosenDigits(
    `${formatNumber(Number(whole))}\u066b${[...rest].map((digit) => formatNumber(Number(digit))).join('')}`,
  );
}

/** Persian letters of ours with the digits that the reader wishes; never asked for what publishers wrote. */
export function chosenDigits(text: string): string {
  if (pageTongue().digits === 'persian' && !isEnglish()) return text;
  return toAsciiDigits(text).replaceAll('\u066c', ',').replaceAll('\u066b', '.');
}

/** A count that was ended at `cap` + 1: «بیش از ۲٬۰۰۰». */
export function numberUpTo(value: number, cap: number): string {
  return value > cap ? say(`بیش از ${number(cap)}`, `more than ${number(cap)}`) : number(value);
}

/** «۲۳ آبان ۱۴۰۱» style time of a line; the other calendar stands in its title. */
export function relativeTime(iso: string, now: string): string {
  return isEnglish() ? englishRelative(iso, now) : chosenDigits(formatRelative(iso, now));
}

/** «۲۳ آبان ۱۴۰۱ · ۱۴ نوامبر ۲۰۲۲»: the calendar of the page's language first. */
export function dayInBothCalendars(iso: string): string {
  return isEnglish() ? englishDay(iso) : chosenDigits(formatDay(iso));
}

/** «دوشنبه ۲۴ آذر ۱۴۰۴ · ۱۵ دسامبر ۲۰۲۵» for a bare day; an instant has its clock too. */
export function fullDate(iso: string): string {
  return isEnglish() ? englishFullDate(iso) : chosenDigits(formatFullDate(iso));
}

/** An instant, or only its day where the publisher prints no clock. */
export function fullTime(iso: string, precision: string | null): string {
  const hasClock = precision === null || precision === 'minute' || precision === 'hour';
  return fullDate(hasClock ? iso : tehranDay(iso));
}

/** «۲۱:۱۴» in Tehran; nothing for a bare day. */
export function clockTime(iso: string): string {
  return isEnglish() ? englishTime(iso) : chosenDigits(formatTime(iso));
}

/** «۲۳ آبان» */
export function dayOfMonth(iso: string): string {
  return isEnglish() ? englishDayOfMonth(iso) : chosenDigits(formatDayOfMonth(iso));
}

/** «دوشنبه ۲۳ آبان ۱۴۰۱» */
export function weekday(iso: string): string {
  return isEnglish() ? englishWeekday(iso) : chosenDigits(formatWeekday(iso));
}

/** `2022-11-14`: the day of an instant in Tehran. */
export function tehranDay(iso: string): string {
  const wall = tehranWall(iso);
  if (wall === undefined) return iso.slice(0, 10);
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${wall.year}-${two(wall.month)}-${two(wall.day)}`;
}

/** An instant some hours before another. */
export function hoursBefore(iso: string, hours: number): string {
  return new Date(Date.parse(iso) - hours * 3_600_000).toISOString();
}

/** Headline of a line: its title, or else the first words of its lede or body. */
export function headlineOf(line: Pick<ArticleLine, 'title' | 'lede' | 'opening'>): string {
  const raw = line.title ?? line.lede ?? line.opening;
  return line.title === null ? cutAtWord(shown(raw), HEADLINE_LENGTH) : shown(raw);
}

/** The sentence below a headline; nothing where the headline was already made from it. */
export function ledeOf(line: Pick<ArticleLine, 'title' | 'lede' | 'opening'>): string | undefined {
  if (line.title === null) return undefined;
  const raw = line.lede ?? line.opening;
  return raw === '' ? undefined : cutAtWord(shown(raw), LEDE_LENGTH);
}

/** Letters; longer than any headline of the trade, so that only stand-ins are cut. */
const HEADLINE_LENGTH = 110;
/** Letters; three lines of a phone. */
const LEDE_LENGTH = 240;

/** The first words of a text, at most `length` letters and an ellipsis. */
export function cutAtWord(text: string, length: number): string {
  if (text.length <= length) return text;
  const cut = text.slice(0, length);
  const space = cut.lastIndexOf(' ');
  return `${(space > length / 2 ? cut.slice(0, space) : cut).replace(/[\s،؛:,.\-–]+$/u, '')}…`;
}
