import { toPersianDigits } from './digits.js';
import { toJalali } from './jalali.js';
import { GREGORIAN_MONTHS, JALALI_MONTHS, WEEKDAYS } from './month_names.js';
import { tehranWall, type WallTime } from './tehran.js';

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;

/** «دوشنبه ۲۳ آبان ۱۴۰۱ · ۱۴ نوامبر ۲۰۲۲ · ۲۱:۱۴ به وقت تهران» for an ISO instant; a bare day has no clock. */
export function formatFullDate(iso: string): string {
  const wall = readWall(iso);
  if (wall === undefined) return '';
  const clock = hasClock(iso) ? ` · ${formatClock(wall)} به وقت تهران` : '';
  return `${weekdayOf(wall)} ${formatDay(iso)}${clock}`;
}

/** «۲۳ آبان ۱۴۰۱ · ۱۴ نوامبر ۲۰۲۲»: the Tehran day of an ISO instant, or the bare day, in both calendars. */
export function formatDay(iso: string): string {
  const wall = readWall(iso);
  if (wall === undefined) return '';
  const gregorian = `${wall.day} ${GREGORIAN_MONTHS[wall.month - 1]} ${wall.year}`;
  return toPersianDigits(`${jalaliDay(wall)} · ${gregorian}`);
}

/**
 * «۱۲ دقیقه پیش» within the hour, then «امروز ۱۴:۰۵», «دیروز ۱۴:۰۵», then «۲۳ آبان ۱۴۰۱»; days as in Tehran.
 * Instants after `nowIso` are not called past: they show their day.
 */
export function formatRelative(iso: string, nowIso: string): string {
  const wall = readWall(iso);
  const now = readWall(nowIso);
  if (wall === undefined || now === undefined) return '';
  const days = dayNumber(now) - dayNumber(wall);
  if (!hasClock(iso)) return days === 0 ? 'امروز' : days === 1 ? 'دیروز' : toPersianDigits(jalaliDay(wall));
  const minutes = Math.floor((Date.parse(nowIso) - Date.parse(iso)) / MINUTE_MS);
  if (minutes === 0) return 'همین حالا';
  if (minutes > 0 && minutes < 60) return toPersianDigits(`${minutes} دقیقه پیش`);
  if (days === 0) return `امروز ${formatClock(wall)}`;
  if (days === 1) return `دیروز ${formatClock(wall)}`;
  return toPersianDigits(jalaliDay(wall));
}

/** «۱۲٬۵۰۰»: Persian digits, thousands apart by ٬, the decimal sign ٫. */
export function formatNumber(value: number): string {
  if (!Number.isFinite(value)) return '';
  const [whole = '', fraction] = Math.abs(value).toString().split('.');
  const grouped = /^\d+$/.test(whole) ? whole.replace(/\B(?=(\d{3})+$)/g, '\u066c') : whole;
  const sign = value < 0 ? '\u2212' : '';
  return toPersianDigits(`${sign}${grouped}${fraction === undefined ? '' : `\u066b${fraction}`}`);
}

/** «۲۱:۱۴»: what Tehran's clocks show at an ISO instant. */
export function formatTime(iso: string): string {
  const wall = readWall(iso);
  return wall === undefined || !hasClock(iso) ? '' : formatClock(wall);
}

/** «۲۳ آبان» of an ISO instant in Tehran, or of a bare day. */
export function formatDayOfMonth(iso: string): string {
  const wall = readWall(iso);
  return wall === undefined ? '' : toPersianDigits(jalaliDay(wall).replace(/ \d+$/, ''));
}

/** «دوشنبه ۲۳ آبان ۱۴۰۱» of an ISO instant in Tehran, or of a bare day. */
export function formatWeekday(iso: string): string {
  const wall = readWall(iso);
  return wall === undefined ? '' : toPersianDigits(`${weekdayOf(wall)} ${jalaliDay(wall)}`);
}

/** «۲۱:۱۴» */
function formatClock(wall: WallTime): string {
  return toPersianDigits(`${String(wall.hour).padStart(2, '0')}:${String(wall.minute).padStart(2, '0')}`);
}

function jalaliDay(wall: WallTime): string {
  const day = toJalali(wall.year, wall.month, wall.day);
  return day === undefined ? '' : `${day.day} ${JALALI_MONTHS[day.month - 1]} ${day.year}`;
}

function weekdayOf(wall: WallTime): string {
  return WEEKDAYS[(((dayNumber(wall) + 4) % 7) + 7) % 7] ?? '';
}

/** Days from 1970-01-01, a Thursday. */
function dayNumber(wall: WallTime): number {
  return Math.floor(Date.UTC(wall.year, wall.month - 1, wall.day) / DAY_MS);
}

function hasClock(iso: string): boolean {
  return iso.includes('T');
}

/** A bare day is a day in Tehran and must not move with a zone. */
function readWall(iso: string): WallTime | undefined {
  const day = /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso);
  if (day === null) return tehranWall(iso);
  return { year: Number(day[1]), month: Number(day[2]), day: Number(day[3]), hour: 0, minute: 0, second: 0 };
}
