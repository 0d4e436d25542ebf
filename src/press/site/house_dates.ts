/** Dates as the houses of the press print them, in two calendars, Tehran time. */

export interface DateParts {
  readonly year: number;
  readonly month: string;
  readonly monthNumber: number;
  readonly day: number;
  readonly weekday: string;
  /** `21:14` */
  readonly time: string;
}

export interface TwoDates {
  readonly jalali: DateParts;
  readonly gregorian: DateParts;
  /** Of the zone at that instant: `+03:30`; `Z` for UTC. */
  readonly offset: string;
}

/** Prints instants of one time zone; the calendars are those of the platform. */
export interface DatePrinter {
  at(instantMs: number): TwoDates;
  /** ISO 8601 with the offset of the zone: `2022-11-14T21:14:00+03:30`. */
  iso(instantMs: number): string;
}

const PERSIAN_DIGITS = '۰۱۲۳۴۵۶۷۸۹';

/** Latin digits of a text as Persian ones. */
export function persianDigits(text: string | number): string {
  return String(text).replace(/[0-9]/g, (digit) => PERSIAN_DIGITS[Number(digit)] ?? digit);
}

export function datePrinter(timeZone: string): DatePrinter {
  const jalali = partsOf('fa-IR-u-ca-persian-nu-latn', timeZone);
  const gregorian = partsOf('en-GB-u-ca-gregory-nu-latn', timeZone);
  const offset = new Intl.DateTimeFormat('en-GB', { timeZone, timeZoneName: 'longOffset' });
  const known = new Map<number, TwoDates>();
  return {
    at(instantMs) {
      const found = known.get(instantMs);
      if (found !== undefined) return found;
      if (known.size >= KNOWN_LIMIT) known.clear();
      const zone = offset.formatToParts(instantMs).find((part) => part.type === 'timeZoneName')?.value ?? '';
      const dates = {
        jalali: jalali(instantMs),
        gregorian: gregorian(instantMs),
        offset: zone.slice('GMT'.length) || 'Z',
      };
      known.set(instantMs, dates);
      return dates;
    },
    iso(instantMs) {
      const { gregorian: day, offset: zone } = this.at(instantMs);
      return `${day.year}-${two(day.monthNumber)}-${two(day.day)}T${day.time}:00${zone}`;
    },
  };
}

/** Formatting a date takes some microseconds; feeds and lists print the same minutes again and again. */
const KNOWN_LIMIT = 20_000;

function partsOf(locale: string, timeZone: string): (instantMs: number) => DateParts {
  const clock = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
  const words = new Intl.DateTimeFormat(locale, {
    timeZone,
    year: 'numeric',
    month: 'long',
    day: 'numeric',
    weekday: 'long',
    ...clock,
  });
  const numeric = new Intl.DateTimeFormat(locale, { timeZone, month: 'numeric' });
  return (instantMs) => {
    const found = new Map(words.formatToParts(instantMs).map((part) => [part.type, part.value]));
    const value = (type: Intl.DateTimeFormatPartTypes): string => found.get(type) ?? '';
    return {
      year: Number(value('year')),
      month: value('month'),
      monthNumber: Number(numeric.formatToParts(instantMs).find((part) => part.type === 'month')?.value),
      day: Number(value('day')),
      weekday: WEEKDAY_SPELLING.get(value('weekday')) ?? value('weekday'),
      time: `${value('hour')}:${value('minute')}`,
    };
  };
}

/** The platform writes some weekdays solid that newsrooms write with a half-space. */
const WEEKDAY_SPELLING = new Map([
  ['یکشنبه', 'یک\u200cشنبه'],
  ['سه\u200cشنبه', 'سه\u200cشنبه'],
  ['پنجشنبه', 'پنج\u200cشنبه'],
]);

/** «۲۳ آبان ۱۴۰۱» */
export function jalaliDay(dates: TwoDates): string {
  const { day, month, year } = dates.jalali;
  return persianDigits(`${two(day)} ${month} ${year}`);
}

/** «۱۴۰۱/۰۸/۲۳» */
export function jalaliNumbers(dates: TwoDates): string {
  const { day, monthNumber, year } = dates.jalali;
  return persianDigits(`${year}/${two(monthNumber)}/${two(day)}`);
}

/** `2022 November 14` */
export function gregorianDay(dates: TwoDates): string {
  const { day, month, year } = dates.gregorian;
  return `${year} ${month} ${two(day)}`;
}

/** «۱۴ نوامبر ۲۰۲۲», as broadcasters abroad print it. */
export function gregorianInPersian(dates: TwoDates): string {
  const { day, monthNumber, year } = dates.gregorian;
  return persianDigits(`${day} ${GREGORIAN_MONTHS[monthNumber - 1]} ${year}`);
}

const GREGORIAN_MONTHS = [
  'ژانویه',
  'فوریه',
  'مارس',
  'آوریل',
  'مه',
  'ژوئن',
  'ژوئیه',
  'اوت',
  'سپتامبر',
  'اکتبر',
  'نوامبر',
  'دسامبر',
];

function two(number: number): string {
  return String(number).padStart(2, '0');
}
