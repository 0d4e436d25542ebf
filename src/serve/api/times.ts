/** Instants and days in both calendars. */
import { z } from 'zod';
import { toJalali } from '../../persian/jalali.js';
import { tehranWall } from '../../persian/tehran.js';

export const MOMENT = z
  .object({
    iso: z.iso.datetime().describe('UTC'),
    jalali: z.string().describe('The same in the Jalali calendar, Tehran time: 1404/09/24 14:30'),
  })
  .meta({ id: 'Moment', description: 'An instant in both calendars' });

export const DAY = z
  .object({
    iso: z.iso.date().describe('Gregorian day'),
    jalali: z.string().describe('The same day in the Jalali calendar: 1404/09/24'),
  })
  .meta({ id: 'Day', description: 'A day in both calendars' });

export type Moment = z.infer<typeof MOMENT>;

export function momentOf(iso: string): Moment {
  const utc = new Date(iso).toISOString();
  const wall = tehranWall(utc);
  const day = wall && toJalali(wall.year, wall.month, wall.day);
  if (wall === undefined || day === undefined) return { iso: utc, jalali: '' };
  return { iso: utc, jalali: `${dayText(day)} ${two(wall.hour)}:${two(wall.minute)}` };
}

export function momentOrNull(iso: string | null | undefined): Moment | null {
  return iso === null || iso === undefined ? null : momentOf(iso);
}

export function dayOrNull(iso: string | null | undefined): z.infer<typeof DAY> | null {
  if (iso === null || iso === undefined) return null;
  const [year = 0, month = 0, day = 0] = iso.split('-').map(Number);
  const jalali = toJalali(year, month, day);
  return { iso: iso.slice(0, 10), jalali: jalali === undefined ? '' : dayText(jalali) };
}

function dayText({
  year,
  month,
  day,
}: {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}): string {
  return `${year}/${two(month)}/${two(day)}`;
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}

/** `1404/09/24 14:30` of an instant, Tehran time. */
export function toJalaliText(iso: string): string {
  return Number.isNaN(Date.parse(iso)) ? '' : momentOf(iso).jalali;
}
