import type { EntityIndex } from './entity_lookup.js';
import { longestAt, type SentenceWords } from './sentence_words.js';

/** Where a surname that is an everyday word too («ظریف», «روحانی») can only be the name of who holds an office. */
export interface SurnamePlace {
  readonly id: string;
  /** Keys before the word. */
  readonly before: RegExp;
  /** Keys behind it in the same phrase; none at its end. */
  readonly after: RegExp;
  /** Another name stands so many words away. */
  readonly nameAt?: number;
  readonly example: string;
  readonly counterExample: string;
}

export const SURNAME_PLACES: readonly SurnamePlace[] = [
  {
    id: 'surname/of-contact-with',
    before: /(?:^| )(?:دیدار|ملاقات|تلفنی)$/u,
    after: /^با /u,
    example: 'دیدار شکوفا با گلپر در لینار برگزار شد.',
    counterExample: 'دیدار شکوفا و پربار گلپر در لینار برگزار شد.',
  },
  {
    id: 'surname/of-contact-and',
    before: /(?:^| )(?:دیدار|ملاقات|تلفنی|میان|بین)$/u,
    after: /^و /u,
    nameAt: 2,
    example: 'گفت‌وگو میان شکوفا و گلپر پایان یافت.',
    counterExample: 'گفت‌وگو میان شکوفا و پژمرده تفاوت می‌گذارد.',
  },
  {
    id: 'surname/visit',
    before: /(?:^| )سفر$/u,
    after: /^به /u,
    example: 'سفر شکوفا به لینار لغو شد.',
    counterExample: 'سفر شکوفای گلپر به لینار پایان یافت.',
  },
  {
    id: 'surname/receiver',
    before: /(?:^| )(?:تلفن|تلفنی|تماس|نامه|نامهای|پیام|پیامی) (?:\S+ ){0,2}به$/u,
    after: /^(?:تحویل|نوشت|داد|درباره|در|برای|ابلاغ|ارسال|فرستاد|رسید|یک|منتشر)(?: |$)|^$/u,
    example: 'نامه گلپر به شکوفا تحویل شد.',
    counterExample: 'نامه گلپر به شکوفا شدن اقتصاد پرداخت.',
  },
  {
    id: 'surname/beside',
    before: /(?:^| )\S+ و$/u,
    after: /^(?:در|با|دیدار|به|از|روز|دیروز|امروز|تلفنی)(?: |$)|^$/u,
    nameAt: -2,
    example: 'گلپر و شکوفا در لینار دیدار کردند.',
    counterExample: 'باغ‌های سبز و شکوفا در لینار دیده می‌شود.',
  },
  {
    id: 'surname/subject',
    before: /(?:^| )(?:\S*شنبه|جمعه|دیروز|امروز|فردا|که|(?:گفتنی|قرار) است)$/u,
    after: /^(?:با|در|به|از|روز|فردا|دیروز|امروز|نیز|پس|پیش) /u,
    example: 'روز سه‌شنبه شکوفا با گلپر دیدار کرد.',
    counterExample: 'روز سه‌شنبه شکوفا بود و گلپر خندید.',
  },
];

/** Words of each side that a place may look at. */
const REACH = 5;

/** Whether a word stands where only a name stands; `isName` tells whether a word belongs to one. */
export function isSurnamePlace(words: SentenceWords, at: number, isName: (at: number) => boolean): boolean {
  if (words.gaps[at] !== 'none') return false;
  const before = words.keys.slice(Math.max(0, at - REACH), at).join(' ');
  const isLast = words.gaps[at + 1] !== 'none';
  const after = isLast ? '' : words.keys.slice(at + 1, at + REACH).join(' ');
  return SURNAME_PLACES.some(
    (place) =>
      place.before.test(before) &&
      place.after.test(after) &&
      (place.nameAt === undefined || isName(at + place.nameAt)),
  );
}

/** «یک روحانی», «هزاران روحانی», «با روحانی لبنانی»: the everyday word. */
export function isEverydayWord(words: SentenceWords, at: number, index: EntityIndex): boolean {
  if (COUNTING.test(words.keys[at - 1] ?? '') && words.gaps[at] === 'none') return true;
  return words.gaps[at + 1] === 'none' && longestAt(words, at + 1, index.adjectives) !== undefined;
}

const COUNTING = /^(?:یک|هر|هیچ|چند|چندین|برخی|دهها|صدها|هزاران|دو|سه|این|آن|همین|نوعی)$/u;
