/** Dates and numbers in the print of one house. */
import type { PressHouse } from '../world.js';
import {
  type DatePrinter,
  gregorianDay,
  gregorianInPersian,
  jalaliDay,
  jalaliNumbers,
  persianDigits,
} from './house_dates.js';
import type { PrintedDates } from './page_view.js';

/** Every spelling of an instant that a page of the house may print; `calendars` decides which calendar leads. */
export function printedDates(
  instantMs: number,
  { house, printer }: { readonly house: PressHouse; readonly printer: DatePrinter },
): PrintedDates {
  const both = printer.at(instantMs);
  const time = persianDigits(both.jalali.time);
  const iso = printer.iso(instantMs);
  if (house.calendars === 'gregorian') {
    const day = gregorianInPersian(both);
    const dayTime = `${day} - ${time}`;
    return { line: `${time} - ${day}`, dayTime, numbers: dayTime, words: dayTime, iso };
  }
  const day = jalaliDay(both);
  const second = house.calendars === 'both' ? ` - ${gregorianDay(both)}` : '';
  return {
    line: `${time} - ${day}${second}`,
    dayTime: `${day} - ${time}${second}`,
    numbers: `${jalaliNumbers(both)} - ${time}${second}`,
    words: `${both.jalali.weekday} ${day} ساعت ${time}${second}`,
    iso,
  };
}

/** «دوشنبه ۲۳ آبان ۱۴۰۱» */
export function printedToday(instantMs: number, printer: DatePrinter): string {
  const both = printer.at(instantMs);
  return `${both.jalali.weekday} ${jalaliDay(both)}`;
}
