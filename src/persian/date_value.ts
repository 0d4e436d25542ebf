import type { DatePrecision } from '../model/extracted_page.js';
import type { Span } from '../model/span.js';

export type DateCalendar = 'jalali' | 'gregorian' | 'hijri' | 'none';

/** A stretch of text that names a time, and what is known of it. */
export interface DateMention extends Span {
  /**
   * What the words fix: a day `2022-11-14`, or an instant `2022-11-14T21:14:00+03:30`. Absent when the mention
   * is wider than a day, or cannot be resolved from the text and the reference.
   */
  readonly iso?: string;
  /** First and last Gregorian day (or instant) of what is wider than a moment: a month, «بامداد جمعه». */
  readonly interval?: readonly [from: string, to: string];
  readonly precision: DatePrecision;
  readonly calendar: DateCalendar;
  /** Set when the mention gives the same day in two calendars («۲۳ آبان ۱۴۰۱ - 2022 November 14»). */
  readonly calendarsAgree?: boolean;
  /** What kind of expression it is; durations («۵ دقیقه») and recurrences («هر روز») fix no point in time. */
  readonly kind: 'absolute' | 'relative' | 'clock' | 'duration' | 'recurring' | 'vague';
  /** Something that does not fit: a weekday that is not the weekday of the date it stands beside. */
  readonly conflict?: 'weekday' | 'calendars';
}

/** A day as written, before it is known whether it exists. */
export interface WrittenDay {
  readonly calendar: 'jalali' | 'gregorian' | 'hijri';
  readonly year?: number;
  readonly month: number;
  readonly day?: number;
}

/** A clock as written, in 24 hours. */
export interface WrittenClock {
  readonly hour: number;
  readonly minute?: number;
  readonly second?: number;
  /** Minutes east of Greenwich where the text says so (`Z`, `+03:30`, `GMT`). */
  readonly offsetMinutes?: number;
}
