import type { DatePrecision } from '../model/extracted_page.js';
import { type DateGroup, readGroup } from './date_groups.js';
import { type DateItem, readDateItems } from './date_lexer.js';
import { type DateContext, meaningOf, rangeMeaning } from './date_meaning.js';
import type { DateMention } from './date_value.js';

export type { DateCalendar, DateMention } from './date_value.js';

export interface DateOptions {
  /** ISO instant of the text (its publication): relative dates are resolved against it and nothing else. */
  readonly reference?: string;
}

/**
 * The times that a text names, in order and without overlap, from «۲۱:۱۴ - ۲۳ آبان ۱۴۰۱» to «سه روز پیش» and
 * «۱۵ ساله» (see `kind`). What the text and the reference do not decide has no `iso`; "now" is never guessed.
 */
export function findDates(text: string, options: DateOptions = {}): DateMention[] {
  const items = readDateItems(text);
  const found: DateMention[] = [];
  for (let at = 0; at < items.length; ) {
    const group = readGroup(items, at);
    if (group === undefined) {
      at += 1;
      continue;
    }
    const mention = isName(items, group) ? undefined : mentionOf(items, group, options.reference);
    if (mention !== undefined) found.push(mention);
    at = mention === undefined && group.slots.days === undefined ? at + 1 : group.next;
  }
  return found;
}

/** A date line is never longer; longer strings are prose. */
const LONGEST_INSTANT = 120;

/**
 * The instant that a whole string states (feeds, JSON-LD, meta tags, header lines): day `2022-11-14` or instant
 * with offset. Years below 1500 are Jalali whatever the shape. Nothing when the string is no date; never "now".
 */
export function parseInstant(text: string): { iso: string; precision: DatePrecision } | undefined {
  if (text.length > LONGEST_INSTANT) return undefined;
  const stated = findDates(text).filter(
    (mention) => mention.kind === 'absolute' && /^(?:day|hour|minute)$/.test(mention.precision),
  );
  const [mention] = stated;
  if (stated.length !== 1 || mention?.iso === undefined || mention.conflict === 'calendars') return undefined;
  const rest = text.slice(0, mention.start) + text.slice(mention.end);
  const isProse = /[\p{L}\p{N}]/u.test(rest) && rest.length > text.length / 2;
  return isProse ? undefined : { iso: mention.iso, precision: mention.precision };
}

function mentionOf(
  items: readonly DateItem[],
  group: DateGroup,
  reference: string | undefined,
): DateMention | undefined {
  const context: DateContext = { reference, future: speaksOfFuture(items, group) };
  const { slots, until, single } = group;
  const whole = until === undefined ? meaningOf(slots, context) : rangeMeaning(slots, until, context);
  const meaning = whole ?? (single === undefined ? undefined : meaningOf(single.slots, context));
  if (meaning === undefined) return undefined;
  const next = whole === undefined && single !== undefined ? single.next : group.next;
  return {
    start: (items[group.start] as DateItem).start,
    end: (items[next - 1] as DateItem).end,
    ...meaning,
  };
}

/** Words after which a day is part of a name: «میدان هفت تیر», «سالن ۲۲ بهمن», «نماز جمعه», «وطن امروز». */
const NAME_HEADS =
  /^(?:میدان|خیابان|سالن|ورزشگاه|شهرک|بیمارستان|دانشگاه|پل|مدرسه|حزب|چهارراه|بلوار|بنیاد|پارک|تالار|کوچه|ایستگاه|نماز|امام|ائمه|ایمه|امامان|خطیب|وطن|پادگان|تیپ|لشکر|گردان|عملیات|گروه)$/;

function isName(items: readonly DateItem[], group: DateGroup): boolean {
  const { days, weekday, dayOffset, month, year, clock } = group.slots;
  const before = items[group.start - 1];
  if (weekday !== undefined && items[group.next]?.text === 'بازار') return true;
  if (before === undefined || items[group.start]?.gap === 'line') return false;
  const isShort = year === undefined && clock === undefined && days?.[0]?.year === undefined;
  return isShort && (days ?? weekday ?? dayOffset ?? month) !== undefined && NAME_HEADS.test(before.text);
}

/** How far ahead a verb may stand. */
const SENTENCE_ITEMS = 30;

/** «روز چهارشنبه … برگزار خواهد شد»: the verb behind the date tells the direction. */
function speaksOfFuture(items: readonly DateItem[], group: DateGroup): boolean {
  for (const item of items.slice(group.next, group.next + SENTENCE_ITEMS)) {
    if (item.gap === 'line' || /^[.؟!]$/.test(item.text)) return false;
    if (/^(?:نخواهد|خواهد|خواهند|خواهیم|میشود|قراراست)$/.test(item.text)) return true;
    if (item.text === 'قرار') return true;
  }
  return false;
}
