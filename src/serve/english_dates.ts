/** Instants as the English interface writes them: the Gregorian day first, days and clocks as in Tehran. */
import { toJalali } from '../persian/jalali.js';
import { tehranWall } from '../persian/tehran.js';

export const ENGLISH_MONTHS: readonly string[] =
  'January February March April May June July August September October November December'.split(' ');

/** As Encyclopædia Iranica's readers know them, without diacritics. */
export const ENGLISH_JALALI_MONTHS: readonly string[] =
  'Farvardin Ordibehesht Khordad Tir Mordad Shahrivar Mehr Aban Azar Dey Bahman Esfand'.split(' ');

const WEEKDAYS = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ');

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;

interface Wall {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
}

/** "14 November 2022 · 23 Aban 1401" of an instant in Tehran, or of a bare day. */
export function englishDay(iso: string): string {
  const wall = readWall(iso);
  return wall === undefined ? '' : `${gregorian(wall)} · ${jalali(wall)}`;
}

/** "Monday 14 November 2022 · 23 Aban 1401 · 21:14 Tehran time"; a bare day has no clock. */
export function englishFullDate(iso: string): string {
  const wall = readWall(iso);
  if (wall === undefined) return '';
  const clock = iso.includes('T') ? ` · ${clockOf(wall)} Tehran time` : '';
  return `${weekdayOf(wall)} ${englishDay(iso)}${clock}`;
}

/** "12 minutes ago" within the hour, then "today 14:05", "yesterday 14:05", then "14 November 2022". */
export function englishRelative(iso: string, nowIso: string): string {
  const wall = readWall(iso);
  const now = readWall(nowIso);
  if (wall === undefined || now === undefined) return '';
  const days = dayNumber(now) - dayNumber(wall);
  const dayWord = days === 0 ? 'today' : days === 1 ? 'yesterday' : undefined;
  if (!iso.includes('T')) return dayWord ?? gregorian(wall);
  const minutes = Math.floor((Date.parse(nowIso) - Date.parse(iso)) / MINUTE_MS);
  if (minutes === 0) return 'just now';
  if (minutes === 1) return '1 minute ago';
  if (minutes > 0 && minutes < 60) return `${minutes} minutes ago`;
  return dayWord === undefined ? gregorian(wall) : `${dayWord} ${clockOf(wall)}`;
}

/** "21:14" in Tehran; nothing for a bare day. */
export function englishTime(iso: string): string {
  const wall = readWall(iso);
  return wall === undefined || !iso.includes('T') ? '' : clockOf(wall);
}

/** "14 November" */
export function englishDayOfMonth(iso: string): string {
  return englishDay(iso).replace(/ \d+ · .*$/, '');
}

/** "Monday 14 November 2022" */
export function englishWeekday(iso: string): string {
  const wall = readWall(iso);
  return wall === undefined ? '' : `${weekdayOf(wall)} ${gregorian(wall)}`;
}

/** "12,500" */
export function englishNumber(value: number): string {
  return Number.isFinite(value) ? value.toLocaleString('en-US', { maximumFractionDigits: 20 }) : '';
}

function gregorian({ day, month, year }: Wall): string {
  return `${day} ${ENGLISH_MONTHS[month - 1]} ${year}`;
}

function jalali({ year, month, day }: Wall): string {
  const date = toJalali(year, month, day);
  return date === undefined ? '' : `${date.day} ${ENGLISH_JALALI_MONTHS[date.month - 1]} ${date.year}`;
}

function clockOf({ hour, minute }: Wall): string {
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}

function weekdayOf(wall: Wall): string {
  return WEEKDAYS[(((dayNumber(wall) + 4) % 7) + 7) % 7] ?? '';
}

/** Days from 1970-01-01, a Thursday. */
function dayNumber({ year, month, day }: Wall): number {
  return Math.floor(Date.UTC(year, month - 1, day) / DAY_MS);
}

/** A bare day is a day in Tehran and must not move with a zone. */
function readWall(iso: string): Wall | undefined {
  const day = /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso);
  if (day === null) return tehranWall(iso);
  return { year: Number(day[1]), month: Number(day[2]), day: Number(day[3]), hour: 0, minute: 0 };
}
