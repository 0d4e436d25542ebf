import { parseInstant } from '../persian/dates.js';
import type { FeedDate } from './feed_document.js';

/** Zone names of RFC 822 that old feed generators still write; any other name leaves the date unread. */
const ZONES: Readonly<Record<string, string>> = {
  Z: 'Z',
  UT: 'Z',
  UTC: 'Z',
  GMT: 'Z',
  EST: '-05:00',
  EDT: '-04:00',
  CST: '-06:00',
  CDT: '-05:00',
  MST: '-07:00',
  MDT: '-06:00',
  PST: '-08:00',
  PDT: '-07:00',
  IRST: '+03:30',
  IRDT: '+04:30',
};

/**
 * Reads a feed's date: RFC 822, ISO 8601 and W3C forms, C's `asctime`, Jalali days in either digits. A date
 * without a zone is Tehran's, as Persian publishers mean it. Unreadable ones are absent, never the present.
 */
export function parseFeedDate(surface: string): FeedDate | undefined {
  const trimmed = surface.trim().replace(/\s+/g, ' ');
  const found = parseInstant(regular(trimmed));
  return found === undefined ? undefined : { iso: found.iso, precision: found.precision, surface: trimmed };
}

const ASCTIME = /^\p{L}{3,9}\.? (\p{L}{3}) +(\d{1,2}) (\d\d:\d\d(?::\d\d)?)(?: ([A-Z]{2,4}))? (\d{4})$/u;
const RFC_822 =
  /^(?:\p{L}{3,9},? )?(\d{1,2})[ -](\p{L}{3})\p{L}*[ -](\d{4}|\d\d) (\d{1,2}:\d\d(?::\d\d)?) ?([A-Z]{1,4}|[+-]\d\d:?\d\d)$/u;
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** Writes the forms that only feeds use as ISO 8601, whose days the date grammar then checks. */
function regular(text: string): string {
  const turned = text.replace(ASCTIME, (_, month, day, time, zone, year) =>
    [day, month, year, time, zone ?? 'GMT'].join(' '),
  );
  const match = RFC_822.exec(turned);
  if (match === null) return text;
  const [, day = '', monthName = '', year = '', time = '', zoneName = ''] = match;
  const month = MONTHS.indexOf(monthName.toLowerCase()) + 1;
  const zone = ZONES[zoneName] ?? zoneName.replace(/^([+-]\d\d):?(\d\d)$/, '$1:$2');
  if (month === 0 || !/^(?:Z|[+-]\d\d:\d\d)$/.test(zone)) return text;
  return `${longYear(year)}-${twoDigits(month)}-${twoDigits(day)}T${time.padStart(time.length > 5 ? 8 : 5, '0')}${zone}`;
}

/** RFC 822 years have two digits: 50 to 99 are of the last century. */
function longYear(year: string): string {
  if (year.length === 4) return year;
  return `${Number(year) >= 50 ? '19' : '20'}${year}`;
}

function twoDigits(part: number | string): string {
  return String(part).padStart(2, '0');
}
