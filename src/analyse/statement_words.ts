import type { Span } from '../model/span.js';
import { verbReadings } from '../persian/verb_forms.js';
import { isWord } from '../persian/words.js';
import type { Block } from './document.js';

/** A word of a block with what its neighbours and signs say about it. */
export interface Word extends Span {
  readonly key: string;
  /** Index of its sentence in the block. */
  readonly sentence: number;
  /** What is printed between the word before it in the block and itself: blanks and signs. */
  readonly gap: string;
  /** Index into the quotations of the block, -1 outside. */
  readonly quote: number;
  /** Stands in (…) or […]: a remark, no part of the sentence. */
  readonly aside: boolean;
}

/** «…» or "…", marks included. */
export interface Quotation extends Span {
  readonly first: number;
  /** Index of the first word behind it. */
  readonly next: number;
  /** What stands between the marks. */
  readonly inner: Span;
}

/** A block as words; all rules of statements work on indexes into `words`. */
export interface WordBlock extends Span {
  readonly text: string;
  readonly block: Block;
  readonly words: readonly Word[];
  readonly keys: readonly string[];
  readonly quotations: readonly Quotation[];
}

/** Reads the words, quotations and remarks of a block. */
export function readWordBlock(text: string, block: Block): WordBlock {
  const marks = findQuotations(text, block);
  const words = readWords(text, block, marks);
  return {
    text,
    block,
    start: block.start,
    end: block.end,
    words,
    keys: words.map(({ key }) => key),
    quotations: marks.map((mark) => readQuotation(mark, words)),
  };
}

function readWords(text: string, block: Block, marks: readonly Span[]): Word[] {
  const words: Word[] = [];
  const quoteOf = lastHolder(marks);
  const asideOf = lastHolder(findAsides(text, block));
  let last = block.start;
  block.sentences.forEach(({ tokens }, sentence) => {
    for (const { key, start, end } of tokens) {
      const gap = text.slice(last, start);
      words.push({
        key,
        start,
        end,
        sentence,
        gap,
        quote: quoteOf(start, end),
        aside: asideOf(start, end) >= 0,
      });
      last = end;
    }
  });
  return words;
}

/** Asked for places in the order of the text: the index of the span that holds a place, or -1. */
function lastHolder(spans: readonly Span[]): (start: number, end: number) => number {
  let at = 0;
  return (start, end) => {
    while (at < spans.length && (spans[at]?.end ?? 0) <= start) at += 1;
    const holder = spans[at];
    return holder !== undefined && start >= holder.start && end <= holder.end ? at : -1;
  };
}

function readQuotation(mark: Span, words: readonly Word[]): Quotation {
  const first = words.findIndex(({ start }) => start >= mark.start);
  const next = words.findIndex(({ start }) => start >= mark.end);
  return {
    ...mark,
    first: first < 0 ? words.length : first,
    next: next < 0 ? words.length : next,
    inner: { start: mark.start + 1, end: mark.end - 1 },
  };
}

/** What is printed between a word and the next one, or the end of the block. */
export function gapAfter(view: WordBlock, at: number): string {
  const next = view.words[at + 1];
  const word = view.words[at];
  if (next !== undefined) return next.gap;
  return word === undefined ? '' : view.text.slice(word.end, view.end);
}

/** Index of the first word behind the sentence in which a word stands; inside a quotation, of its inner sentence. */
export function sentenceEnd(view: WordBlock, at: number): number {
  const word = view.words[at];
  let end = at + 1;
  while (end < view.words.length && isSameSentence(view, end, word)) end += 1;
  return end;
}

/** Index of the first word of the sentence in which a word stands. */
export function sentenceStart(view: WordBlock, at: number): number {
  const word = view.words[at];
  let start = at;
  while (
    start > 0 &&
    isSameSentence(view, start, word) &&
    view.words[start - 1]?.sentence === word?.sentence
  ) {
    start -= 1;
  }
  return start;
}

/** Whether no end of a sentence stands right before a word, as seen by one in the same block. */
function isSameSentence(view: WordBlock, at: number, seen: Word | undefined): boolean {
  const word = view.words[at];
  if (word === undefined || seen === undefined || word.sentence !== seen.sentence) return false;
  return seen.quote < 0 || (word.quote === seen.quote && !/[.!؟?]\s/.test(word.gap)) || word.quote < 0;
}

/** The letters from one word to before another, as a span. */
export function spanOf(view: WordBlock, from: number, to: number): Span | undefined {
  const first = view.words[from];
  const last = view.words[to - 1];
  return first === undefined || last === undefined || to <= from
    ? undefined
    : { start: first.start, end: last.end };
}

/**
 * Quotation marks of one block in pairs. A second « glued to the word before it closes; a mark that the block never
 * closes is none: «به تمامیت ارضی« خود», «هرگز.
 */
function findQuotations(text: string, block: Span): Span[] {
  const found: Span[] = [];
  const letters = text.slice(block.start, block.end);
  let open: { at: number; sign: string } | undefined;
  for (const { 0: sign, index } of letters.matchAll(/[«»“”"]/g)) {
    if (open === undefined) {
      if (sign !== '»' && sign !== '”') open = { at: index, sign };
      continue;
    }
    if (!closes(letters, index, open.sign)) continue;
    found.push({ start: block.start + open.at, end: block.start + index + 1 });
    open = undefined;
  }
  return found;
}

function closes(letters: string, at: number, opener: string): boolean {
  const sign = letters.charAt(at);
  if (opener === '«') {
    const isGlued = /\S/.test(letters.charAt(at - 1)) && /^(?:$|[\s،؛.:!؟)])/.test(letters.charAt(at + 1));
    return sign === '»' || (sign === '«' && isGlued);
  }
  return opener === '“' ? sign === '”' : sign === '"' || sign === '”';
}

function findAsides(text: string, block: Span): Span[] {
  const letters = text.slice(block.start, block.end);
  return [...letters.matchAll(/\([^()\n]{1,200}\)|\[[^[\]\n]{1,200}\]/g)].map(({ 0: found, index }) => ({
    start: block.start + index,
    end: block.start + index + found.length,
  }));
}

export type VerbKind = 'finite' | 'doubtful' | 'participle' | undefined;

/** Bare past stems that are also nouns, and other words that only look like verbs. */
const ALSO_NOUNS = new Set(
  'زیست درگذشت رود داد رسید نمود سرود راند آماد شکست خرید ساخت نشست پرداخت بازگشت گذشت دید برداشت خواست سوخت کشت دوخت درخواست برد باخت کرد یافت شناخت ایستاد زد رشد داشت دوست درد مرد بست پیوست نهاد ریخت نوشت آمد خورد پوشید رفت گفت افتاد بند کند باید شاید بهتر سود روند آیند چند مانند برآورد دستاورد بازداشت نگهداشت رهاورد زند ورود فرود درود حدود بود نبود سرشت گشت جست چید'.split(
    ' ',
  ),
);
/** Words that only look like verbs. */
const NEVER = new Set(
  'باید شاید چند مانند سود روند برآورد دستاورد بازداشت ورود فرود درود حدود آیند بهتر دوست درد مرد زند بند رشد نخست ستاد هشت تولید وارد بازدید ترسیم سخت نبرد برخورد تولد درآمد سرد تند دود بخت رشت شگفت لابد هلند آرد سفت مولد چرند کارد رند پرند گشاد گند بازیافت جند بازخورد بدرود بازپرداخت بازخواست میانجی میری میدانی زید بافت جهد خرد مشت سنجد شنود ستد دریافت زهد شمیم برآیند گزند نرد دردمند خلد سمند رخداد نزد'.split(
    ' ',
  ),
);

/** How sure a word by itself is a finite verb of any person. */
export function verbKind(key: string): VerbKind {
  const known = kinds.get(key);
  if (known !== undefined) return known === 'none' ? undefined : known;
  const kind = readVerbKind(key);
  if (kinds.size > 50_000) kinds.clear();
  kinds.set(key, kind ?? 'none');
  return kind;
}

const kinds = new Map<string, VerbKind | 'none'>();

function readVerbKind(key: string): VerbKind {
  if (NEVER.has(key)) return undefined;
  if (/.{2}هاند$/.test(key)) return 'finite';
  const readings = verbReadings(key);
  const finite = readings.filter(
    ({ tense, person, plural }) =>
      tense !== 'participle' && (person === 3 || /^ن?می/.test(key) || (plural === true && person === 1)),
  );
  if (finite.length > 0) return ALSO_NOUNS.has(key) ? 'doubtful' : 'finite';
  const own = readings.filter(({ tense, person }) => tense !== 'participle' && person === 1);
  if (own.length > 0 && own.every(({ negated }) => negated)) return 'finite';
  if (own.some(({ tense }) => tense === 'perfect')) return 'doubtful';
  if (readings.some(({ tense }) => tense === 'participle')) return 'participle';
  return isCopula(key) ? 'finite' : undefined;
}

/** «روبروست», «آنهاست»: a word in ا or و with the copula. */
function isCopula(key: string): boolean {
  return /..[او]ست$/.test(key) && !isWord(key) && isWord(key.slice(0, -2));
}

const AFTER_VERB = new Set('و که اما ولی تا زیرا چون چرا بلکه لیکن اگر همچنین است اند بود بودند'.split(' '));

/** Whether a word ends a clause as its verb: doubtful forms need a sign or a conjunction behind them. */
export function isFiniteAt(view: WordBlock, at: number): boolean {
  const word = view.words[at];
  if (word === undefined || word.aside) return false;
  const kind = verbKind(word.key);
  if (kind === 'doubtful' && /^ن?خواه(?:د|ند|م|یم|ی|ید)$/.test(view.keys[at - 1] ?? '')) return true;
  if (kind === 'finite' || kind === undefined) return kind === 'finite';
  const gap = gapAfter(view, at);
  const next = view.words[at + 1];
  const isBefore = next === undefined || /[.،؛:!؟»–—-]/.test(gap) || next.sentence !== word.sentence;
  return isBefore || AFTER_VERB.has(next?.key ?? '') || (kind === 'doubtful' && isLightVerbAt(view, at));
}

/** «اعلام کرد»، «قرار داد»: a doubtful form behind a noun that makes a verb with it; not «به گزارش کردپرس» in two words. */
function isLightVerbAt(view: WordBlock, at: number): boolean {
  const noun = view.keys[at - 1] ?? '';
  if (noun === 'گزارش' && view.keys[at - 2] === 'به') return false;
  return LIGHT.has(view.keys[at] ?? '') && LIGHT_NOUNS.has(noun);
}

const LIGHT = new Set('کرد داد زد داشت گفت آمد رفت کند'.split(' '));
const LIGHT_NOUNS = new Set(
  'قرار انجام پایان ادامه نسبت پاسخ خبر گزارش هشدار وعده پیشنهاد اجازه دستور اعلام بیان اظهار تاکید تصریح اضافه عنوان خاطرنشان نشان مطرح رد تکذیب تایید محکوم متهم ابراز دیدار سفر گفتوگو اشاره ادعا صحبت پیشبینی توصیف برگزار آغاز پیدا حمله نقش وجود قرار'.split(
    ' ',
  ),
);
