import type { Act, Stance } from '../model/statement.js';
import { readVerbPhrases } from '../persian/verb_phrases.js';
import type { Predicate } from './predicate_find.js';
import { FRAMES, type Frame } from './predicate_frames.js';
import { isFiniteAt, sentenceEnd, sentenceStart, type WordBlock } from './statement_words.js';

/** Predicates that a list of phrases cannot hold: torn apart, cut short, or made of a noun and a place for it. */
export interface SpecialPredicate {
  readonly id: string;
  readonly heads: readonly string[];
  readonly act: Act;
  readonly stance: Stance;
  readonly frame: string;
  readonly read: (view: WordBlock, at: number) => Reading | undefined;
  readonly yes: string;
  readonly no: string;
}

interface Reading {
  readonly next: number;
  readonly verbNext?: number;
  /** Words of the verb that stands apart, where it is more than a form. */
  readonly verbSize?: number;
  readonly plural?: boolean;
  readonly present?: boolean;
  readonly sourceError?: boolean;
  /** Word for the text in which it stands. */
  readonly inText?: number;
}

const OBJECT_FRAME = 'special/object-behind';

export const SPECIAL_PREDICATES: readonly SpecialPredicate[] = [
  {
    id: 'special/calls-for',
    heads: ['خواستار', 'خواهان'],
    act: 'demand',
    stance: 'affirm',
    frame: OBJECT_FRAME,
    read: (view, at) => verbWithin(view, at + 1, { lemmas: ['شد', 'بود'], most: 60 }),
    yes: 'وزیر نیرو خواستار توقف ساخت سد شد.',
    no: 'وزیر نیرو با خواستاران طلاق دیدار کرد.',
  },
  {
    id: 'special/promises',
    heads: ['وعده', 'قول'],
    act: 'promise',
    stance: 'expected',
    frame: OBJECT_FRAME,
    read: (view, at) => tornApart(view, at, ['داد']),
    yes: 'وزیر نیرو وعده پایان خاموشی داد.',
    no: 'وزیر نیرو وعده پایان خاموشی را فراموش کرد.',
  },
  {
    id: 'special/orders',
    heads: ['دستور'],
    act: 'demand',
    stance: 'affirm',
    frame: OBJECT_FRAME,
    read: (view, at) => tornApart(view, at, ['داد']),
    yes: 'وزیر نیرو دستور توقف ساخت سد را داد.',
    no: 'وزیر نیرو دستور کار نشست را خواند.',
  },
  {
    id: 'special/comes-in-text',
    heads: ['آمده'],
    act: 'announce',
    stance: 'affirm',
    frame: 'frame/speech',
    read: comesInText,
    yes: 'در این بیانیه آمده است: سدها پر است.',
    no: 'وزیر نیرو به شهر آمده است.',
  },
  {
    id: 'special/has-it-in-text',
    heads: ['آورده'],
    act: 'assert',
    stance: 'affirm',
    frame: 'frame/speech-marked',
    read: (view, at) => hasItInText(view, at),
    yes: 'وزیر نیرو در گزارشی آورده است: سدها پر است.',
    no: 'وزیر نیرو کتابی آورده است.',
  },
  {
    id: 'special/tweets',
    heads: ['توییت'],
    act: 'assert',
    stance: 'affirm',
    frame: 'frame/speech',
    read: (view, at) => ownVerb(view, at + 1, ['کرد', 'زد']),
    yes: 'وزیر نیرو توییت کرد: سدها پر است.',
    no: 'وزیر نیرو این عکس را توییت کرد.',
  },
  {
    id: 'special/sends-word',
    heads: ['پیام', 'پیغام', 'تذکر'],
    act: 'announce',
    stance: 'affirm',
    frame: 'frame/announce',
    read: (view, at) => ownVerb(view, at + 1, ['داد']),
    yes: 'وزیر نیرو پیام داد که سدها پر است.',
    no: 'وزیر نیرو پیام را خواند.',
  },
  {
    id: 'special/expresses',
    heads: ['ابراز'],
    act: 'comment',
    stance: 'affirm',
    frame: 'frame/feel-about',
    read: expresses,
    yes: 'وزیر نیرو نسبت به این آمار ابراز تردید کرد.',
    no: 'وزیر نیرو ابراز را نوشت.',
  },
  {
    id: 'special/comments-on',
    heads: ['اظهارنظر'],
    act: 'comment',
    stance: 'unknown',
    frame: OBJECT_FRAME,
    read: (view, at) => commentsOn(view, at),
    yes: 'وزیر نیرو به اظهارنظر درباره سدها پرداخت.',
    no: 'وزیر نیرو به اظهارنظر مدیران خندید.',
  },
  {
    id: 'special/gives-no-comment',
    heads: ['اظهارنظر'],
    act: 'decline',
    stance: 'unknown',
    frame: 'frame/decline',
    read: givesNoComment,
    yes: 'وزیر نیرو از اظهارنظر درباره سدها خودداری کرد.',
    no: 'وزیر نیرو از اظهارنظر مدیران خندید.',
  },
  {
    id: 'special/neither-nor',
    heads: ['نه'],
    act: 'decline',
    stance: 'unknown',
    frame: 'frame/decline',
    read: neitherNor,
    yes: 'وزیر نیرو این خبر را نه تأیید کرد و نه رد کرد.',
    no: 'وزیر نیرو نه به سد رفت و نه به شهر.',
  },
  {
    id: 'special/cut-short',
    heads: ['تاکید', 'تصریح', 'اعلام', 'خاطرنشان'],
    act: 'assert',
    stance: 'affirm',
    frame: 'frame/speech-marked',
    read: (view, at) =>
      view.keys[at + 1] === 'که' && !/^(?:با|بر|ضمن|و|مورد|به)$/.test(view.keys[at - 1] ?? '')
        ? { next: at + 1, sourceError: true }
        : undefined,
    yes: 'این منبع تأکید که سدها پر است.',
    no: 'با تأکید که بر آب شد، سدها پر است.',
  },
  {
    id: 'special/with-next-verb',
    heads: ['هشدار', 'رد', 'تکذیب', 'محکوم', 'تایید', 'اعلام', 'عنوان', 'تاکید'],
    act: 'warn',
    stance: 'affirm',
    frame: 'frame/warn',
    read: withNextVerb,
    yes: 'او نسبت به کمبود آب هشدار و بر صرفه‌جویی تأکید کرد.',
    no: 'او از هشدار و تهدید گفت.',
  },
  {
    id: 'special/made-object-of',
    heads: ['مورد'],
    act: 'comment',
    stance: 'affirm',
    frame: 'frame/deny',
    read: madeObjectOf,
    yes: 'او این طرح را مورد انتقاد قرار داد.',
    no: 'او در مورد انتقاد از طرح فکر کرد.',
  },
];

/** What the acts of gapped nouns are: «هشدار و …», «مورد تأیید قرار داد». */
const NOUN_ACTS: Readonly<Record<string, readonly [Act, Stance]>> = {
  هشدار: ['warn', 'affirm'],
  رد: ['deny', 'deny'],
  تکذیب: ['deny', 'deny'],
  محکوم: ['condemn', 'affirm'],
  تایید: ['confirm', 'affirm'],
  تاکید: ['emphasize', 'affirm'],
  انتقاد: ['condemn', 'affirm'],
  اعلام: ['announce', 'affirm'],
  تصریح: ['assert', 'affirm'],
  عنوان: ['assert', 'affirm'],
  خاطرنشان: ['assert', 'affirm'],
};

/** The special predicate that begins at a word. */
export function findSpecialPredicate(view: WordBlock, at: number): Predicate | undefined {
  const key = view.keys[at] ?? '';
  for (const special of byHead.get(key) ?? []) {
    const reading = special.read(view, at);
    if (reading === undefined) continue;
    const noun = special.id === 'special/made-object-of' ? (view.keys[at + 1] ?? '') : key;
    return makePredicate({ special, reading, noun, at });
  }
  return undefined;
}

function makePredicate(made: {
  readonly special: SpecialPredicate;
  readonly reading: Reading;
  readonly noun: string;
  readonly at: number;
}): Predicate {
  const { special, reading, noun, at } = made;
  const [act, stance] = NOUN_ACTS[noun] ?? [special.act, special.stance];
  return {
    start: at,
    next: reading.next,
    act,
    stance,
    frame: frameNamed(frameId(special, noun)),
    negated: false,
    plural: reading.plural === true,
    past: reading.present !== true,
    passive: false,
    ...(reading.verbNext !== undefined && { verbNext: reading.verbNext }),
    ...(reading.verbSize !== undefined && { verbSize: reading.verbSize }),
    ...(reading.inText !== undefined && { inText: reading.inText }),
    ...(noun === 'رد' && { otherAct: 'reject_proposal' as const }),
    flags: reading.sourceError === true ? ['source_error'] : [],
  };
}

function frameId(special: SpecialPredicate, noun: string): string {
  if (special.id !== 'special/with-next-verb' || noun === 'هشدار') return special.frame;
  return NEEDS_OBJECT[noun]?.frame ?? 'frame/deny';
}

/** «خواستار X شد», «وعده X داد»: the content stands between the noun and its verb. */
export const BEHIND: Frame = { id: OBJECT_FRAME, heads: '', clause: 'bare', yes: '', no: '' };

function frameNamed(id: string): Frame {
  return FRAMES.find((frame) => frame.id === id) ?? BEHIND;
}

const byHead = new Map<string, SpecialPredicate[]>();
for (const special of SPECIAL_PREDICATES) {
  for (const head of special.heads) byHead.set(head, [...(byHead.get(head) ?? []), special]);
}

/** The next third-person form of one of the verbs in the same sentence. */
function verbWithin(
  view: WordBlock,
  from: number,
  want: { lemmas: readonly string[]; most: number },
): Reading | undefined {
  const end = Math.min(sentenceEnd(view, from - 1), from + want.most);
  for (let at = from; at < end; at += 1) {
    const verb = readVerbPhrases(view.keys, at).find(
      ({ lemma, person, negated, passive }) =>
        want.lemmas.includes(lemma) && person !== 1 && person !== 2 && !negated && !passive,
    );
    if (verb === undefined) continue;
    return {
      next: at === from ? verb.next : from,
      ...(at > from && { verbNext: verb.next }),
      plural: verb.plural === true,
      present: verb.tense === 'present',
    };
  }
  return undefined;
}

/** «وعده پایان خاموشی (را) داد»; «وعده داد» itself is in the list. */
function tornApart(view: WordBlock, at: number, lemmas: readonly string[]): Reading | undefined {
  const reading = verbWithin(view, at + 1, { lemmas, most: 12 });
  if (reading?.verbNext === undefined) return undefined;
  const between = view.keys.slice(at + 1, reading.verbNext - 1);
  return between.some((key) => /^(?:که|و|کرد|شد|است|خود)$/.test(key)) ? undefined : reading;
}

const TEXTS = new Set(
  'بیانیه بیانیهای توضیح توضیحات خلاصه تبصره گزارش نامه پیام متن اطلاعیه پاسخ یادداشت خبر مقاله قطعنامه سند ادامه توییت ابلاغیه بخشنامه حکم'.split(
    ' ',
  ),
);

/** «در بیانیهٔ وزارت خارجه آمده است که …». */
function comesInText(view: WordBlock, at: number): Reading | undefined {
  const next = /^(?:است|بود)$/.test(view.keys[at + 1] ?? '') ? at + 2 : at + 1;
  const inText = textBefore(view, at);
  if (inText === undefined) return undefined;
  const gap = view.words[next]?.gap ?? '';
  return /[:：«"،]/.test(gap) || view.keys[next] === 'که' || next >= view.words.length
    ? { next, inText }
    : undefined;
}

/** «در گزارشی آورده است: …». */
function hasItInText(view: WordBlock, at: number): Reading | undefined {
  const next = /^(?:است|اند)$/.test(view.keys[at + 1] ?? '') ? at + 2 : at + 1;
  return textBefore(view, at) === undefined || view.keys[at - 1] === 'را' ? undefined : { next };
}

/** The word for a text in which a sentence places what it tells: «در این بیانیه», «در ادامهٔ این گزارش». */
export function textBefore(view: WordBlock, at: number): number | undefined {
  const start = sentenceStart(view, at);
  for (let back = start; back < at; back += 1) {
    const key = view.keys[back] ?? '';
    const before = view.keys[back - 1] ?? '';
    const isText = TEXTS.has(key) || TEXTS.has(key.replace(/ا?ی$/, ''));
    if (isText && /^(?:در|این|همین|آن|متن|ادامه|بخشی|از|بخش)$/.test(before)) return back;
  }
  return undefined;
}

/** A form of one of the verbs at a word. */
function ownVerb(view: WordBlock, at: number, lemmas: readonly string[]): Reading | undefined {
  const verb = readVerbPhrases(view.keys, at).find(
    ({ lemma, person, negated, passive }) =>
      lemmas.includes(lemma) && person !== 1 && person !== 2 && !negated && !passive,
  );
  if (verb === undefined || /^شد/.test(view.keys[verb.next] ?? '')) return undefined;
  return { next: verb.next, plural: verb.plural === true };
}

const FEELINGS =
  /^(?:تردید|شگفتی|خوشحالی|رضایت|تعجب|اطمینان|خوشبینی|بدبینی|قدردانی|تاسف|خشم|نگرانی|امیدواری|خرسندی|انزجار|همدردی|نارضایتی|پشیمانی|تشکر|علاقه|تمایل|آمادگی|مخالفت|حمایت)$/;

/** «ابراز تردید کرد» and its like; those with an act of their own are in the list of phrases. */
function expresses(view: WordBlock, at: number): Reading | undefined {
  return FEELINGS.test(view.keys[at + 1] ?? '') ? ownVerb(view, at + 2, ['کرد', 'داشت', 'نمود']) : undefined;
}

/** «به اظهارنظر درباره X پرداخت»: X is only the topic. */
function commentsOn(view: WordBlock, at: number): Reading | undefined {
  if (view.keys[at - 1] !== 'به' || !/^(?:در|درباره|پیرامون)$/.test(view.keys[at + 1] ?? ''))
    return undefined;
  return verbWithin(view, at + 1, { lemmas: ['پرداخت'], most: 30 });
}

/** «از اظهارنظر دربارهٔ X خودداری کرد». */
function givesNoComment(view: WordBlock, at: number): Reading | undefined {
  if (view.keys[at - 1] !== 'از') return undefined;
  const end = Math.min(sentenceEnd(view, at), at + 20);
  for (let refusal = at + 1; refusal < end; refusal += 1) {
    if (!/^(?:خودداری|امتناع|اجتناب|پرهیز)$/.test(view.keys[refusal] ?? '')) continue;
    const verb = ownVerb(view, refusal + 1, ['کرد']);
    if (verb !== undefined)
      return {
        ...verb,
        next: at + 1,
        ...(refusal > at + 1 && { verbNext: verb.next, verbSize: verb.next - refusal }),
      };
  }
  return undefined;
}

/** «نه تأیید کرد و نه رد کرد», «نه پذیرفته و نه انکار کرده است». */
function neitherNor(view: WordBlock, at: number): Reading | undefined {
  const end = Math.min(sentenceEnd(view, at), at + 8);
  const second = view.keys.findIndex(
    (key, index) => index > at && index < end && key === 'نه' && view.keys[index - 1] === 'و',
  );
  if (second < 0 || !DENIALS.test(view.keys[second + 1] ?? '') || !ADMISSIONS.test(view.keys[at + 1] ?? ''))
    return undefined;
  const verb = readVerbPhrases(view.keys, second + 2)[0];
  return verb === undefined ? undefined : { next: verb.next, plural: verb.plural === true };
}

const DENIALS = /^(?:رد|تکذیب|انکار|نفی|تایید)$/;
const ADMISSIONS = /^(?:تایید|پذیرفت|پذیرفته|قبول|تصدیق|رد|تکذیب)$/;

/** «هشدار و بر X تأکید کرد»: the first noun borrows the verb of the second. */
function withNextVerb(view: WordBlock, at: number): Reading | undefined {
  const { frame } = NEEDS_OBJECT[view.keys[at] ?? ''] ?? {};
  if (frame !== undefined && !hasObjectBefore(view, at, frame)) return undefined;
  if (view.keys[at + 1] !== 'و' || /^(?:از|با|به|در|بر|این|آن|ضمن)$/.test(view.keys[at - 1] ?? ''))
    return undefined;
  const end = Math.min(sentenceEnd(view, at), at + 16);
  for (let verb = at + 2; verb < end; verb += 1) {
    const isPlain = verb === at + 2 && /^(?:افزود|گفت|نوشت)$/.test(view.keys[verb] ?? '');
    const isBorrowed =
      isPlain ||
      (BORROWED.has(view.keys[verb - 1] ?? '') &&
        readVerbPhrases(view.keys, verb).some(
          ({ lemma, person }) => /^(?:کرد|داد|داشت|نمود)$/.test(lemma) && person !== 1,
        ));
    if (isBorrowed) return { next: at + 1 };
  }
  return undefined;
}

/** Nouns that report with the verb of the next only where an object stands before them: «X را Y اعلام و …». */
const NEEDS_OBJECT: Readonly<Record<string, { readonly frame: string; readonly mark: string }>> = {
  اعلام: { frame: 'frame/announce', mark: 'را' },
  عنوان: { frame: 'frame/name-as', mark: 'را' },
  تاکید: { frame: 'frame/emphasize', mark: 'بر' },
};

function hasObjectBefore(view: WordBlock, at: number, frame: string): boolean {
  const { mark } = Object.values(NEEDS_OBJECT).find((each) => each.frame === frame) ?? {};
  const start = sentenceStart(view, at);
  for (let back = at - 1; back > start; back -= 1) {
    if (view.keys[back] === mark) return true;
    if (isFiniteAt(view, back)) return false;
  }
  return false;
}

const BORROWED = new Set('تاکید رد تکذیب محکوم اعلام تایید تصریح اظهار بیان متهم خبر خاطرنشان'.split(' '));

/** «X را مورد انتقاد قرار داد». */
function madeObjectOf(view: WordBlock, at: number): Reading | undefined {
  if (!/^(?:انتقاد|تاکید|تایید)$/.test(view.keys[at + 1] ?? '') || view.keys[at + 2] !== 'قرار')
    return undefined;
  const verb = readVerbPhrases(view.keys, at + 3).find(
    ({ lemma, negated, passive }) => lemma === 'داد' && !negated && !passive,
  );
  return verb === undefined ? undefined : { next: verb.next, plural: verb.plural === true };
}
