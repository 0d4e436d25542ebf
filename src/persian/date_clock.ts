import type { DateItem } from './date_lexer.js';
import type { WrittenClock } from './date_value.js';
import { readNumber } from './number_words.js';

/** A clock and the index of the first item after it. */
export interface ReadClock {
  readonly clock: WrittenClock;
  readonly next: number;
}

/** «۲۱:۱۴», «ساعت ۲۱», «ساعت ۸ و ۳۰ دقیقه صبح», «9 شب», `17:44:00Z`. */
export function readClock(items: readonly DateItem[], at: number): ReadClock | undefined {
  let start = at;
  let labelled = false;
  while (
    /^(?:در|راس|راسساعت|حدود|حوالی|ساعت)$/.test(items[start]?.text ?? '') &&
    items[start]?.gap !== 'line'
  ) {
    labelled ||= items[start]?.text.endsWith('ساعت') === true;
    start += 1;
    if (start > at + 4) return undefined;
  }
  if (start > at && !labelled) return undefined;
  const digits = readDigitalClock(items, start);
  if (digits !== undefined) return withDayPart(items, digits);
  const words = readMinutesTo(items, start) ?? readSpokenClock(items, start, labelled);
  return words === undefined ? undefined : withDayPart(items, words);
}

/** «یک ربع به هفت», «۱۵ دقیقه به ساعت ۱۶», «۵ دقیقه بعد از ساعت ۱۱». */
function readMinutesTo(items: readonly DateItem[], at: number): ReadClock | undefined {
  const count = readNumber(items, at);
  const unit = count === undefined ? undefined : items[count.next];
  if (count === undefined || !/^(?:دقیقه|ربع)$/.test(unit?.text ?? '') || count.value > 59) return undefined;
  const minutes = unit?.text === 'ربع' ? count.value * 15 : count.value;
  const link = readLink(items, count.next + 1);
  const labelled = link !== undefined && items[link.next]?.text === 'ساعت';
  const hour = link === undefined ? undefined : readNumber(items, link.next + (labelled ? 1 : 0));
  if (link === undefined || hour === undefined || hour.ordinal || hour.value > 24 || hour.value < 1)
    return undefined;
  if (!Number.isInteger(hour.value) || (link.needsLabel && !labelled)) return undefined;
  const total = (hour.value * 60 + link.sign * minutes + 1440) % 1440;
  return { clock: { hour: Math.floor(total / 60), minute: total % 60 }, next: hour.next };
}

/** «به», «مانده به», «قبل از» count back; «بعد از» counts on. */
function readLink(
  items: readonly DateItem[],
  at: number,
): { sign: 1 | -1; next: number; needsLabel: boolean } | undefined {
  const [first, second] = items.slice(at, at + 2).map((item) => (item.gap === 'line' ? '' : item.text));
  if (first === 'به') return { sign: -1, next: at + 1, needsLabel: false };
  if (first === 'مانده' && second === 'به') return { sign: -1, next: at + 2, needsLabel: false };
  if (second !== 'از') return undefined;
  if (first === 'بعد' || first === 'پس') return { sign: 1, next: at + 2, needsLabel: true };
  return first === 'قبل' || first === 'پیش' ? { sign: -1, next: at + 2, needsLabel: true } : undefined;
}

function readDigitalClock(items: readonly DateItem[], at: number): ReadClock | undefined {
  const hour = smallNumber(items[at], 23);
  const minute = items[at + 1]?.text === ':' ? smallNumber(items[at + 2], 59) : undefined;
  if (hour === undefined || minute === undefined || items[at + 2]?.gap === 'line') return undefined;
  const second = items[at + 3]?.text === ':' ? smallNumber(items[at + 4], 59) : undefined;
  let next = second === undefined ? at + 3 : at + 5;
  if (
    second !== undefined &&
    items[next]?.text === '.' &&
    items[next + 1]?.kind === 'number' &&
    items[next + 1]?.gap === 'none'
  )
    next += 2;
  // «ساعت ۱۰:۳۰ دقیقه صبح»
  if (/^(?:دقیقه|ثانیه)$/.test(items[next]?.text ?? '') && items[next]?.gap !== 'line') next += 1;
  const zone = readZone(items, next);
  return {
    clock: {
      hour,
      minute,
      ...(second === undefined ? {} : { second }),
      ...(zone === undefined ? {} : { offsetMinutes: zone.minutes }),
    },
    next: zone?.next ?? next,
  };
}

/** `Z`, `GMT`, `UTC`, `+03:30`, `+0330`. */
function readZone(items: readonly DateItem[], at: number): { minutes: number; next: number } | undefined {
  const item = items[at];
  if (item === undefined || item.gap === 'line') return undefined;
  if (/^(?:z|gmt|utc)$/.test(item.text)) return { minutes: 0, next: at + 1 };
  if (
    item.text !== '+' &&
    !(item.text === '-' && /^(?:\d{4}|\d{2})$/.test(items[at + 1]?.text ?? '') && item.gap === 'none')
  )
    return undefined;
  const digits = items[at + 1];
  if (digits?.kind !== 'number' || digits.gap !== 'none') return undefined;
  const sign = item.text === '-' ? -1 : 1;
  if (digits.text.length === 4) {
    return {
      minutes: sign * (Number(digits.text.slice(0, 2)) * 60 + Number(digits.text.slice(2))),
      next: at + 2,
    };
  }
  const minutes = items[at + 2]?.text === ':' ? smallNumber(items[at + 3], 59) : undefined;
  if (minutes === undefined || digits.text.length > 2) return undefined;
  return { minutes: sign * (Number(digits.text) * 60 + minutes), next: at + 4 };
}

/** «ساعت ۸ و ۳۰ دقیقه», «۵ و نیم عصر», «9 شب»: without «ساعت» a part of the day must follow. */
function readSpokenClock(items: readonly DateItem[], at: number, labelled: boolean): ReadClock | undefined {
  const hour = readNumber(items, at);
  if (hour === undefined || hour.ordinal || !Number.isInteger(hour.value)) return undefined;
  const joined = splitHourMinute(items, at, hour.next) ?? { hour: hour.value, next: hour.next };
  if (joined.hour < 0 || joined.hour > 24) return undefined;
  const minutes = readMinutes(items, joined.next);
  const minute = minutes?.minute ?? joined.minute;
  const next = minutes?.next ?? joined.next;
  const isDayPart = DAY_PART_CLOCKS.has(items[next]?.text ?? '') && items[next]?.gap !== 'line';
  if (!labelled && !isDayPart) return undefined;
  return {
    clock: {
      hour: joined.hour % 24,
      ...(minute === undefined ? {} : { minute }),
      ...(minutes?.second === undefined ? {} : { second: minutes.second }),
    },
    next,
  };
}

/** «پنج و چهل و یک دقیقه»: a number reader would read on; the hour is the first word. */
function splitHourMinute(
  items: readonly DateItem[],
  at: number,
  end: number,
): { hour: number; minute?: number; next: number } | undefined {
  if (end - at < 3 || items[end]?.text !== 'دقیقه') return undefined;
  const hour = readNumber(items.slice(at, at + 1), 0);
  const minute = readNumber(items, at + 2);
  if (hour === undefined || minute === undefined || minute.next !== end) return undefined;
  return { hour: hour.value, minute: minute.value, next: end + 1 };
}

function readMinutes(
  items: readonly DateItem[],
  at: number,
): { minute: number; second?: number; next: number } | undefined {
  if (items[at]?.text !== 'و' || items[at]?.gap === 'line') return undefined;
  if (items[at + 1]?.text === 'نیم') return { minute: 30, next: at + 2 };
  if (items[at + 1]?.text === 'ربع') return { minute: 15, next: at + 2 };
  const number = readNumber(items, at + 1);
  if (number === undefined || number.value > 59 || items[number.next]?.text !== 'دقیقه') return undefined;
  const next = number.next + 1;
  const seconds = items[next]?.text === 'و' ? readNumber(items, next + 1) : undefined;
  if (seconds === undefined || items[seconds.next]?.text !== 'ثانیه') return { minute: number.value, next };
  return { minute: number.value, second: seconds.value, next: seconds.next + 1 };
}

/** Parts of the day behind a clock → how they turn a 12-hour reading into 24 hours. */
const DAY_PART_CLOCKS: ReadonlyMap<string, (hour: number) => number> = new Map([
  ['بامداد', (hour: number) => hour % 12],
  ['صبح', (hour: number) => hour],
  ['سحر', (hour: number) => hour],
  ['ظهر', (hour: number) => (hour < 4 ? hour + 12 : hour)],
  ['بعدازظهر', (hour: number) => (hour < 12 ? hour + 12 : hour)],
  ['عصر', (hour: number) => (hour < 12 ? hour + 12 : hour)],
  ['غروب', (hour: number) => (hour < 12 ? hour + 12 : hour)],
  ['شامگاه', (hour: number) => (hour < 12 ? hour + 12 : hour)],
  ['شب', (hour: number) => (hour >= 5 && hour < 12 ? hour + 12 : hour % 12 === 0 ? 0 : hour)],
  ['am', (hour: number) => hour % 12],
  ['pm', (hour: number) => (hour % 12) + 12],
]);

function withDayPart(items: readonly DateItem[], read: ReadClock): ReadClock {
  const item = items[read.next];
  if (item?.kind !== 'word' || item.gap === 'line') return read;
  const spaced =
    item.text === 'بعد' && items[read.next + 1]?.text === 'از' && items[read.next + 2]?.text === 'ظهر';
  const turn = DAY_PART_CLOCKS.get(spaced ? 'بعدازظهر' : item.text);
  if (turn === undefined) return read;
  return { clock: { ...read.clock, hour: turn(read.clock.hour) }, next: read.next + (spaced ? 3 : 1) };
}

function smallNumber(item: DateItem | undefined, most: number): number | undefined {
  if (item?.kind !== 'number' || item.text.length > 2) return undefined;
  const value = Number(item.text);
  return value <= most ? value : undefined;
}
