import type { ChangeKind } from '../model/version_change.js';
import { readDateItems } from '../persian/date_lexer.js';
import { readNumber } from '../persian/number_words.js';
import { stemOf } from '../persian/stem.js';
import { verbReadings } from '../persian/verb_forms.js';
import { findPredicates } from '../persian/verb_phrases.js';
import { isWord } from '../persian/words.js';

/** The keys of a change: what stood there, what stands there, and the words on both sides of it. */
export interface ChangedKeys {
  readonly before: readonly string[];
  readonly after: readonly string[];
  readonly left: readonly string[];
  readonly right: readonly string[];
}

/** What a change in a text did. Rules from certain to general; the first that fits says it. */
export function kindsOf(change: ChangedKeys): readonly ChangeKind[] {
  const { before, after } = change;
  if (before.length === 0 || after.length === 0) return oneSided(change);
  if (before.join('') === after.join('')) return ['wording'];
  if (isTypo(before, after)) return ['typo'];
  const kinds: ChangeKind[] = [];
  if (numbersDiffer(before, after)) kinds.push('number');
  if (Math.min(before.length, after.length) >= SENTENCE_WORDS) return [...kinds, 'removed', 'added'];
  if (namesSource(change)) kinds.push('attribution');
  if (kinds.length > 0) return kinds;
  return isName(change) ? ['name'] : ['wording'];
}

/** A passage that was rewritten from here on is another passage. */
const SENTENCE_WORDS = 8;

/** «به گفتهٔ یک مقام» put before a sentence is about its source; a whole sentence with «گفت» is added text. */
function oneSided(change: ChangedKeys): readonly ChangeKind[] {
  const words = change.before.length > 0 ? change.before : change.after;
  if (words.length < SENTENCE_WORDS && words.some((key) => SOURCE_LEADS.has(key) || SOURCE_NOUNS.has(key)))
    return ['attribution'];
  return change.before.length > 0 ? ['removed'] : ['added'];
}

/** «بین‌الملی» → «بین‌المللی»: one or two letters, and only the newer spelling is a word. */
function isTypo(before: readonly string[], after: readonly string[]): boolean {
  const [old, now] = [before.join(''), after.join('')];
  if (before.length > 2 || after.length > 2 || hasDigit(old) || hasDigit(now)) return false;
  const distance = letterDistance(old, now);
  if (distance > (now.length < 5 ? 1 : 2)) return false;
  return !before.every(isKnown) && after.every(isKnown);
}

function isKnown(key: string): boolean {
  return isWord(key) || isWord(stemOf(key)) || verbReadings(key).length > 0;
}

function hasDigit(text: string): boolean {
  return /\d/.test(text);
}

/** Both sides name numbers, days or months, and not the same ones. */
function numbersDiffer(before: readonly string[], after: readonly string[]): boolean {
  const [old, now] = [numbersIn(before), numbersIn(after)];
  return old.length > 0 && now.length > 0 && old.join(' ') !== now.join(' ');
}

function numbersIn(keys: readonly string[]): readonly string[] {
  const items = readDateItems(keys.join(' '));
  const found: string[] = [];
  for (let at = 0; at < items.length; ) {
    const read = readNumber(items, at);
    const word = items[at]?.text ?? '';
    if (read === undefined && DAYS.test(word)) found.push(word);
    if (read !== undefined) found.push(String(read.value));
    at = read?.next ?? at + 1;
  }
  return found;
}

/** Days are told like numbers: another day of an event is another date. */
const DAYS =
  /^(?:شنبه|یکشنبه|دوشنبه|سهشنبه|چهارشنبه|پنجشنبه|جمعه|فروردین|اردیبهشت|خرداد|تیر|مرداد|شهریور|مهر|آبان|آذر|دی|بهمن|اسفند|دیروز|امروز|فردا)$/;

/** Words that lead to a source: «به گفتهٔ …», «به نقل از …», «بر اساس اعلام …». */
const SOURCE_LEADS: ReadonlySet<string> = new Set([
  'گفته',
  'گزارش',
  'نقل',
  'نوشته',
  'اعلام',
  'ادعای',
  'اظهارات',
  'روایت',
]);
/** Who is a source without a name. */
const SOURCE_NOUNS: ReadonlySet<string> = new Set([
  'مقام',
  'مقامات',
  'مقامها',
  'مقامهای',
  'منبع',
  'منابع',
  'سخنگو',
  'سخنگوی',
  'خبرنگار',
  'خبرنگاران',
  'خبرگزاری',
  'رسانه',
  'رسانهها',
  'رسانههای',
  'شاهدان',
]);

/** A reporting verb, or the words that name a source, are among the changed ones or right beside them. */
function namesSource({ before, after, left, right }: ChangedKeys): boolean {
  const near = left.at(-1) ?? '';
  const next = right[0] ?? '';
  if (SOURCE_LEADS.has(near)) return true;
  return [before, after].some((keys) => {
    const isSource = keys.some((key) => SOURCE_NOUNS.has(key) || SOURCE_LEADS.has(key));
    return isSource || hasReportingVerb([...keys, next], keys.length);
  });
}

function hasReportingVerb(keys: readonly string[], count: number): boolean {
  return keys.some((_, at) => at < count && findPredicates(keys, at).length > 0);
}

/** Titles and offices before a name, and the offices that follow one behind a comma. */
const BEFORE_NAME: ReadonlySet<string> = new Set([
  'آقای',
  'خانم',
  'دکتر',
  'مهندس',
  'سردار',
  'سرلشکر',
  'سرتیپ',
  'ژنرال',
  'شیخ',
  'سید',
  'حجتالاسلام',
  'آیتالله',
  'شهید',
  'استاد',
  'پروفسور',
]);
const OFFICE =
  /^(?:(?:نخست|وزیر|رییس|رئیس|معاون|دبیر|مدیر|فرمانده|نماینده|سفیر|استاندار|فرماندار|شهردار|بخشدار|سخنگو|عضو|مشاور|سرمربی|مربی|کارگردان|بازیگر|نویسنده|شاعر|خواننده|پژوهشگر|کارشناس|قهرمان|ملی|دادستان|قاضی)\p{L}*|(?:خبرگزاری|روزنامه))$/u;

/** Most words of a name. */
const NAME_WORDS = 3;

/**
 * «روشنک پیوند» → «روشنا پیوند»: few words for few, no verb or function word among them, and either unknown to the
 * word list or standing where names stand.
 */
function isName({ before, after, left, right }: ChangedKeys): boolean {
  if (before.length > NAME_WORDS || after.length > NAME_WORDS) return false;
  const keys = [...before, ...after];
  if (!keys.every(canBeName)) return false;
  if (before.some(isUnknown) && after.some(isUnknown)) return true;
  const besideName = BEFORE_NAME.has(left.at(-1) ?? '') || OFFICE.test(left.at(-1) ?? '');
  return (
    besideName || right.some((key) => OFFICE.test(key)) || (before.length === 1 && isUnknown(right[0] ?? ''))
  );
}

function canBeName(key: string): boolean {
  return key.length > 1 && !hasDigit(key) && verbReadings(key).length === 0;
}

function isUnknown(key: string): boolean {
  return key.length > 2 && !isKnown(key);
}

/** Letters to change, add, drop or swap; gives up early on words of very different length. */
function letterDistance(a: string, b: string): number {
  if (Math.abs(a.length - b.length) > 2) return Number.POSITIVE_INFINITY;
  const rows: number[][] = [Array.from({ length: b.length + 1 }, (_, at) => at)];
  const known = (i: number, j: number): number => rows[i]?.[j] ?? 0;
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    rows.push(row);
    for (let j = 1; j <= b.length; j += 1) {
      const changed = known(i - 1, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const swapped = isSwap(a, b, { i, j }) ? known(i - 2, j - 2) + 1 : changed;
      row.push(Math.min(known(i - 1, j) + 1, known(i, j - 1) + 1, changed, swapped));
    }
  }
  return known(a.length, b.length);
}

function isSwap(a: string, b: string, { i, j }: { readonly i: number; readonly j: number }): boolean {
  return i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
}
