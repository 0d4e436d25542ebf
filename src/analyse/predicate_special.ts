import type { Act, Stance } from '../model/statement.js';
import { madeObjectOf, NEEDS_OBJECT, withNextVerb } from './predicate_borrowed.js';
import { commentsOn, expresses, givesNoComment, neitherNor } from './predicate_comments.js';
import type { Predicate } from './predicate_find.js';
import { FRAMES, type Frame } from './predicate_frames.js';
import { comesInText, hasItInText } from './predicate_texts.js';
import { ownVerb, type Reading, tornApart, verbWithin } from './predicate_torn.js';
import type { WordBlock } from './statement_words.js';

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

const OBJECT_FRAME = 'special/object-behind';

/** Asked in order for each of their heads; each row has an example and a counterexample. */
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
