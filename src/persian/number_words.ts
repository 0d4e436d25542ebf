import { remember } from './bounded_cache.js';
import type { DateItem } from './date_lexer.js';

/** A number read from words or digits, and the index of the first item after it. */
export interface ReadNumber {
  readonly value: number;
  readonly next: number;
  /** «سوم», «پنجمین», «۹ ام»: counts places, not things. */
  readonly ordinal: boolean;
}

const CARDINALS: readonly (readonly [word: string, value: number])[] = [
  ['صفر', 0],
  ['یک', 1],
  ['یه', 1],
  ['دو', 2],
  ['سه', 3],
  ['چهار', 4],
  ['چار', 4],
  ['پنج', 5],
  ['شش', 6],
  ['شیش', 6],
  ['هفت', 7],
  ['هشت', 8],
  ['نه', 9],
  ['ده', 10],
  ['یازده', 11],
  ['دوازده', 12],
  ['سیزده', 13],
  ['چهارده', 14],
  ['پانزده', 15],
  ['پونزده', 15],
  ['شانزده', 16],
  ['شونزده', 16],
  ['هفده', 17],
  ['هیفده', 17],
  ['هجده', 18],
  ['هیجده', 18],
  ['هژده', 18],
  ['نوزده', 19],
  ['بیست', 20],
  ['سی', 30],
  ['چهل', 40],
  ['پنجاه', 50],
  ['شصت', 60],
  ['هفتاد', 70],
  ['هشتاد', 80],
  ['نود', 90],
  ['صد', 100],
  ['یکصد', 100],
  ['دویست', 200],
  ['سیصد', 300],
  ['چهارصد', 400],
  ['پانصد', 500],
  ['پونصد', 500],
  ['ششصد', 600],
  ['شیشصد', 600],
  ['هفتصد', 700],
  ['هشتصد', 800],
  ['نهصد', 900],
];

/** Ordinals that are not number + م. */
const ORDINALS: readonly (readonly [word: string, value: number])[] = [
  ['اول', 1],
  ['اولین', 1],
  ['نخست', 1],
  ['نخستین', 1],
  ['یکم', 1],
  ['سوم', 3],
  ['سومین', 3],
];

/** Words that multiply what stands before them. */
const SCALES: readonly (readonly [word: string, value: number])[] = [
  ['هزار', 1_000],
  ['میلیون', 1_000_000],
  ['میلیارد', 1_000_000_000],
  ['تریلیون', 1_000_000_000_000],
];

const VALUES: ReadonlyMap<string, number> = new Map(CARDINALS);
const ORDINAL_VALUES: ReadonlyMap<string, number> = new Map(ORDINALS);
const SCALE_VALUES: ReadonlyMap<string, number> = new Map(SCALES);

/** The value of a number word as a solid key («بیستوسوم», «هزارونهصدونود»); nothing for other words. */
export const numberWordValue: (word: string) => { value: number; ordinal: boolean } | undefined =
  remember(computeValue);

/** «نهصدونودونه میلیون …» as one word; longer ones are no numbers. */
const LONGEST_NUMBER = 90;

function computeValue(word: string): { value: number; ordinal: boolean } | undefined {
  if (word.length > LONGEST_NUMBER) return undefined;
  const ordinal = ORDINAL_VALUES.get(word);
  if (ordinal !== undefined) return { value: ordinal, ordinal: true };
  const cardinal = cardinalValue(word);
  if (cardinal !== undefined) return { value: cardinal, ordinal: false };
  for (const ending of ['امین', 'مین', 'ام', 'م']) {
    if (!word.endsWith(ending)) continue;
    const stem = word.slice(0, -ending.length);
    const value = cardinalValue(stem) ?? tailOrdinal(stem + ending);
    if (value !== undefined && value > 0) return { value, ordinal: true };
  }
  return undefined;
}

/**
 * A number written with words and و from `at` on: «بیست و سه», «هزار و سیصد و شصت و چهار», «۲ هزار». Digits and
 * words may mix as print mixes them.
 */
export function readNumber(items: readonly DateItem[], at: number): ReadNumber | undefined {
  const first = readPart(items, at);
  if (first === undefined) return undefined;
  let { value, ordinal } = first;
  let smallest = first.step;
  let next = at + 1;
  while (!ordinal) {
    const more = readMore(items, next, smallest);
    if (more === undefined) break;
    value = more.multiplies ? value * more.value : value + more.value;
    smallest = more.step;
    ordinal = more.ordinal;
    next = more.next;
  }
  const suffix = items[next];
  if (!ordinal && suffix?.kind === 'word' && suffix.gap !== 'line' && /^(?:ام|م|امین)$/.test(suffix.text)) {
    return { value, next: next + 1, ordinal: true };
  }
  return { value, next, ordinal };
}

interface Part {
  readonly value: number;
  readonly ordinal: boolean;
  /** A following part must be smaller than this. */
  readonly step: number;
}

function readPart(items: readonly DateItem[], at: number): Part | undefined {
  const item = items[at];
  if (item?.kind === 'number') {
    return item.text.length > 15 ? undefined : { value: Number(item.text), ordinal: false, step: 1 };
  }
  if (item?.kind !== 'word') return undefined;
  const read = SCALE_VALUES.has(item.text)
    ? { value: SCALE_VALUES.get(item.text) as number, ordinal: false }
    : numberWordValue(item.text);
  return read === undefined ? undefined : { ...read, step: stepOf(read.value) };
}

/** «و سه» after «بیست», «هزار» after «دو». */
function readMore(
  items: readonly DateItem[],
  at: number,
  smallest: number,
): (Part & { next: number; multiplies: boolean }) | undefined {
  const item = items[at];
  if (item?.kind !== 'word' || item.gap === 'line') return undefined;
  const scale = SCALE_VALUES.get(item.text);
  if (scale !== undefined && smallest < scale) {
    return { value: scale, ordinal: false, step: scale, next: at + 1, multiplies: true };
  }
  if (item.text !== 'و' || smallest < 10) return undefined;
  const part = readPart(items, at + 1);
  if (part === undefined || items[at + 1]?.gap === 'line' || part.value >= smallest || part.value === 0)
    return undefined;
  return { ...part, next: at + 2, multiplies: false };
}

/** The size of the last place: what may be added to 20 is below 10, to 300 below 100, to 12 nothing. */
function stepOf(value: number): number {
  for (const step of [1_000_000_000_000, 1_000_000_000, 1_000_000, 1_000, 100, 10]) {
    if (value >= step && value % step === 0) return step;
  }
  return 1;
}

function cardinalValue(word: string): number | undefined {
  const known = VALUES.get(word) ?? SCALE_VALUES.get(word);
  if (known !== undefined) return known;
  for (let at = word.indexOf('و', 1); at > 0 && at < word.length - 1; at = word.indexOf('و', at + 1)) {
    const head = scaledValue(word.slice(0, at));
    if (head === undefined) continue;
    const tail = cardinalValue(word.slice(at + 1));
    if (tail !== undefined && tail > 0 && tail < stepOf(head)) return head + tail;
  }
  return scaledValue(word);
}

/** «دوهزار» */
function scaledValue(word: string): number | undefined {
  const known = VALUES.get(word) ?? SCALE_VALUES.get(word);
  if (known !== undefined) return known;
  for (const [scale, value] of SCALES) {
    if (!word.endsWith(scale)) continue;
    const head = VALUES.get(word.slice(0, -scale.length));
    if (head !== undefined) return head * value;
  }
  return undefined;
}

/** «بیستوسوم»: the last part is an irregular ordinal. */
function tailOrdinal(word: string): number | undefined {
  for (const [ending, value] of ORDINALS) {
    if (!word.endsWith(`و${ending}`)) continue;
    const head = cardinalValue(word.slice(0, -ending.length - 1));
    if (head !== undefined && value < stepOf(head)) return head + value;
  }
  return undefined;
}
