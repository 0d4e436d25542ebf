/** Raw letters and instants as readers see them. */
import { displayText } from '../persian/display.js';
import { formatDay, formatFullDate, formatNumber, formatRelative } from '../persian/format_date.js';
import { tehranWall } from '../persian/tehran.js';
import type { ArticleLine } from '../store/site_lines.js';

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

export function number(value: number): string {
  return formatNumber(value);
}

/** «۲۳ آبان ۱۴۰۱» style time of a line; the other calendar stands in its title. */
export function relativeTime(iso: string, now: string): string {
  return formatRelative(iso, now);
}

export function dayInBothCalendars(iso: string): string {
  return formatDay(iso);
}

/** «دوشنبه ۲۴ آذر ۱۴۰۴ · ۱۵ دسامبر ۲۰۲۵» for a bare day. */
export function weekdayInBothCalendars(day: string): string {
  return formatFullDate(day);
}

/** An instant, or only its day where the publisher prints no clock. */
export function fullTime(iso: string, precision: string | null): string {
  const hasClock = precision === null || precision === 'minute' || precision === 'hour';
  return formatFullDate(hasClock ? iso : tehranDay(iso));
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
