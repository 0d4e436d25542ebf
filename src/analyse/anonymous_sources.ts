import type { Span } from '../model/span.js';
import type { FoldedBlock } from './folded_block.js';
import { SPEECH_VERB } from './source_words.js';

/** A source that the text does not name. */
export interface AnonymousSource {
  readonly name: string;
  readonly span: Span;
  readonly rule: string;
}

/** One way to speak of an unnamed source, in folded letters. */
export interface AnonymousRule {
  readonly id: string;
  /** Matches the source itself, as far as its verb or preposition. */
  readonly pattern: RegExp;
  /** Words without which the pattern cannot match: most blocks have none, and looking for them is cheap. */
  readonly needs: RegExp;
  /** Whether the words alone say that somebody is the source; else a verb or a source's place must. */
  readonly alone: boolean;
  /** Whether only a source's place counts: officials of a state who speak are that state. */
  readonly placeOnly?: boolean;
  readonly example: string;
  readonly counterexample: string;
}

const COUNT = '(?:یک|یکی\\s+از|دو|سه|چهار|پنج|شش|چند|چندین|برخی(?:\\s+از)?|بعضی(?:\\s+از)?)';
const SOURCE = '(?:منابع(?:\\s?ی)?|منبع(?:\\s?ی)?)';
const OFFICIAL =
  '(?:مقام(?:\\s?(?:ی|ات|های|هایی))?|مسیول(?:\\s?(?:ی|ان|ین))?|دیپلمات(?:\\s?(?:ی|ها|های))?|فرمانده|افسر)';
/** Words that may belong to the source: no verb, no preposition, no time. */
const MORE =
  '(?:\\s+نزدیک\\s+به\\s+\\p{L}+|\\s+(?!(?:به|با|از|در|که|را|و|تا|برای|بر|طی|روز|شب|امروز|دیروز|شنبه|یکشنبه|دوشنبه|سه\\s?شنبه|چهارشنبه|پنجشنبه|جمعه|نوشت(?:ه)?|گفت(?:ه|ند)?|می\\s?گوید|می\\s?گویند|میگوید|میگویند|خبر|اعلام|مدعی|ادعا|فاش|افشا|تایید|تکذیب|اظهار|تاکید|تصریح|گزارش|افزود|بیان|اطلاع|توضیح|نیز|هم|این|آن|است|بود|شد|پیش|پس|درباره|ضمن|همچنین)(?![\\p{L}]))\\p{L}+)';
const NO_SOURCE =
  '(?!\\s+(?:مذکور|یاد\\s?شده|مزبور|فوق|من|ما|خبری|رسانه\\s?ای|غربی|عربی|عبری|خارجی|آبی?|آب|مالی|طبیعی|انسانی|ارزی|نفتی|نفت|اصلی|درسی|علمی|انرژی|پولی|فقهی|دینی|بانکی|بانک|بودجه|درآمد|درآمدی|تامین|معدنی|زیست|تاریخی|قدرت|الهام|نور|گاز|گازی|غذایی|مهم|سازمان|کشور|لازم|قرضه|و|مشترک|ژنتیکی|جدید|تولید|محدود|عظیم|این))';

export const ANONYMOUS_RULES: readonly AnonymousRule[] = [
  {
    id: 'chain/name-withheld',
    pattern: new RegExp(
      `(?:(?:${COUNT})\\s+)?\\p{L}+(?:\\s+(?!که|به|با|از|را|گفت)\\p{L}+){0,5}\\s*[،,]?\\s*(?:است\\s+)?که\\s+(?:(?:ن|نمی\\s?)?خواست(?:ه|ند)?|تمایل(?:ی)?\\s+نداشت|حاضر\\s+نشد|اجازه)\\s+[^.؛:\\n]{0,30}?(?:نام|هویت|گفت\\s?و\\s?گو)[^.؛:،,\\n]{0,30}?(?:شود|شوند|باشد|بیاید|گردد|ندارد|بماند|ماند|کند)`,
      'gu',
    ),
    needs: /خواست|تمایل|حاضر|اجازه/u,
    alone: true,
    example: 'یک کارشناس نفت که نخواست نامش برده شود، از تأخیر خط لوله گفت.',
    counterexample: 'علی رضایی که نخواست کنار برود، از تأخیر خط لوله گفت.',
  },
  {
    id: 'chain/unnamed-source',
    pattern: new RegExp(`(?:${COUNT}\\s+)?${SOURCE}${NO_SOURCE}${MORE}{1,4}(?:\\s+در\\s+\\p{L}+)?`, 'gu'),
    needs: /منابع|منبع/u,
    alone: false,
    example: 'منابع آگاه خبر داده‌اند که فرانسه پیشنهاد تازه‌ای دارد.',
    counterexample: 'منابع آبی کشور، به گفتهٔ وزیر نیرو، رو به پایان است.',
  },
  {
    id: 'chain/sources-that',
    pattern: new RegExp(
      `${SOURCE}\\s+که\\s+[^،,.؛:\\n]{3,60}?(?:اند|است|نشده|نکرد|بود(?:ند)?|داشتند)(?![\\p{L}])`,
      'gu',
    ),
    needs: /منابع|منبع/u,
    alone: false,
    example: 'این روزنامه با استناد به منابعی که نامشان اعلام نشده از دیدار نوشت.',
    counterexample: 'منابعی که صرف این طرح شده است، باید برگردد.',
  },
  {
    id: 'chain/unnamed-official',
    pattern: new RegExp(
      `(?:${COUNT}\\s+${OFFICIAL}${MORE}{0,4}|(?:مقامی|دیپلماتی|مسیولی)${MORE}{1,3})`,
      'gu',
    ),
    needs: /مقام|مسیول|دیپلمات|فرمانده|افسر/u,
    alone: false,
    example: 'یک مقام فرانسوی به بلومبرگ گفت که دیدار انجام شد.',
    counterexample: 'یک مقام فرانسوی در این دیدار حاضر بود.',
  },
  {
    id: 'chain/unnamed-officials',
    pattern: new RegExp(`(?:مقامات|مقام\\s?های|دیپلمات\\s?های)(?=\\s+\\p{L}+ی(?!\\p{L}))${MORE}{1,2}`, 'gu'),
    needs: /مقام|دیپلمات/u,
    alone: false,
    placeOnly: true,
    example: 'این روزنامه به نقل از مقامات نظامی آمریکایی نوشت که حمله لغو شد.',
    counterexample: 'مقامات آمریکایی گفتند که حمله لغو شد.',
  },
  {
    id: 'chain/people-who-know',
    pattern: new RegExp(
      `${COUNT}\\s+(?:(?:نفر|فرد|شخص|تن|افراد)\\s+(?:مطلع|آگاه|نزدیک\\s+به|که)${MORE}{0,2}(?:[^.؛:،,\\n]{0,40}?(?:داشتند|دارند|است|اند|بودند))?|(?:فرد|شخص)\\s+(?:مطلع|آگاه)|نزدیک\\s+به${MORE}{1,3})`,
      'gu',
    ),
    needs: /(?:نفر|فرد|شخص|تن|افراد)\s+(?:مطلع|آگاه|نزدیک|که)|نزدیک\s+به/u,
    alone: false,
    example: 'بر پایهٔ گفته‌های سه نفر که از دیدار خبر داشتند، جلسه دو ساعت طول کشید.',
    counterexample: 'سه نفر که در خودرو بودند، زخمی شدند.',
  },
];

/** The unnamed sources of a line: where a source's place or a verb of speech says that they are the source. */
export function findAnonymousSources(block: FoldedBlock): readonly AnonymousSource[] {
  const found: Found[] = [];
  for (const rule of ANONYMOUS_RULES) {
    if (!rule.needs.test(block.letters)) continue;
    for (const match of block.letters.matchAll(rule.pattern)) {
      const from = match.index;
      const to = from + match[0].length;
      if (found.some((other) => from < other.to && other.from < to)) continue;
      if (!isSource(block.letters, { from, to }, rule)) continue;
      found.push({ name: printed(block, from, to), span: block.spanOf(from, to), rule: rule.id, from, to });
    }
  }
  return found.sort((a, b) => a.from - b.from);
}

/** «… به نقل از منبعی بی‌نام خبر داده بود»: another report, older than this one. */
const OLDER = /^(?:(?!\sکه\s)[^.!؟:\n])*(?:داده|کرده|نوشته|گفته|شده)\s+بود(?:ند)?(?!\p{L})/u;
const PLACE =
  /(?:نقل\s?از|به\s+گفته(?:\s?ی)?|(?:بر\s?پایه|بر\s?اساس|طبق|بنا\s?بر|بنا\s?به)\s+(?:گفته|اظهارات|اطلاعات|ادعای|اعلام|گزارش)(?:\s?(?:ها|های|ی))?|استناد\s+(?:به|از)|از\s+(?:قول|زبان)|این\s+خبر\s+را\s+به)\s+(?:یکی\s+از\s+)?$/u;
const CLAUSE =
  /(?:^|[.!؟:؛،,»)\n])\s*(?:اما\s+|و\s+|همچنین\s+|این\s+را\s+|حالا\s+|پیشتر\s+|امروز\s+|دیروز\s+)?$/u;
const SPOKE = new RegExp(
  `^[^.!؟:\\n]{0,90}?(?<![\\p{L}])${SPEECH_VERB}(?:\\s?(?:اند|است))?(?![\\p{L}])`,
  'u',
);

interface Range {
  readonly from: number;
  readonly to: number;
}
type Found = AnonymousSource & Range;

/** Whether the words stand where a source stands: in the text's own voice, behind a preposition or before a verb. */
function isSource(letters: string, { from, to }: Range, rule: AnonymousRule): boolean {
  if (/[\p{L}\p{N}]/u.test(letters[from - 1] ?? ' ')) return false;
  if (insideSpeech(letters, from) || OLDER.test(letters.slice(to))) return false;
  if (rule.alone) return true;
  const before = letters.slice(Math.max(0, from - 60), from);
  if (PLACE.test(before)) return true;
  if (rule.placeOnly) return false;
  return CLAUSE.test(before) && SPOKE.test(letters.slice(to, to + 110));
}

/** Inside a quotation, or behind «گفت که»: an unnamed person of whom somebody else speaks. */
function insideSpeech(letters: string, at: number): boolean {
  const before = letters.slice(0, at);
  return (
    before.lastIndexOf('«') > before.lastIndexOf('»') || before.lastIndexOf('“') > before.lastIndexOf('”')
  );
}

function printed(block: FoldedBlock, from: number, to: number): string {
  return block.raw.slice(block.rawAt(from), block.rawAt(to - 1) + 1);
}
