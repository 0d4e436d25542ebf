import type { Act, Stance } from '../model/statement.js';
import { readVerbPhrases } from '../persian/verb_phrases.js';
import type { Predicate } from './predicate_find.js';
import { FRAMES, type Frame } from './predicate_frames.js';
import { sentenceEnd, type WordBlock } from './statement_words.js';

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
  readonly plural?: boolean;
  readonly sourceError?: boolean;
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
    frame: 'frame/speech-marked',
    read: comesInText,
    yes: 'در این بیانیه آمده است: سدها پر است.',
    no: 'وزیر نیرو به شهر آمده است.',
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
    heads: ['هشدار', 'رد', 'تکذیب', 'محکوم', 'تایید'],
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
    no: 'او در مورد انتقاد از طرح سخن گفت.',
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
    past: true,
    passive: false,
    ...(reading.verbNext !== undefined && { verbNext: reading.verbNext }),
    ...(noun === 'رد' && { otherAct: 'reject_proposal' as const }),
    flags: reading.sourceError === true ? ['source_error'] : [],
  };
}

function frameId(special: SpecialPredicate, noun: string): string {
  return special.id === 'special/with-next-verb' && noun !== 'هشدار' ? 'frame/deny' : special.frame;
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
  'بیانیه بیانیهای گزارش نامه پیام متن اطلاعیه پاسخ یادداشت خبر مقاله قطعنامه سند ادامه توییت ابلاغیه بخشنامه حکم'.split(
    ' ',
  ),
);

/** «در بیانیهٔ وزارت خارجه آمده است که …». */
function comesInText(view: WordBlock, at: number): Reading | undefined {
  const next = /^(?:است|بود)$/.test(view.keys[at + 1] ?? '') ? at + 2 : at + 1;
  const before = view.keys.slice(Math.max(0, at - 25), at);
  if (!before.some((key) => TEXTS.has(key.replace(/ی$/, '')) || TEXTS.has(key))) return undefined;
  const gap = view.words[next]?.gap ?? '';
  return /[:：«"]/.test(gap) || view.keys[next] === 'که' ? { next } : undefined;
}

/** «هشدار و بر X تأکید کرد»: the first noun borrows the verb of the second. */
function withNextVerb(view: WordBlock, at: number): Reading | undefined {
  if (view.keys[at + 1] !== 'و' || /^(?:از|با|به|در|بر|این|آن|ضمن)$/.test(view.keys[at - 1] ?? ''))
    return undefined;
  const end = Math.min(sentenceEnd(view, at), at + 16);
  for (let verb = at + 2; verb < end; verb += 1) {
    const isBorrowed =
      BORROWED.has(view.keys[verb - 1] ?? '') &&
      readVerbPhrases(view.keys, verb).some(
        ({ lemma, person }) => (lemma === 'کرد' || lemma === 'داد') && person !== 1,
      );
    if (isBorrowed) return { next: at + 1 };
  }
  return undefined;
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
