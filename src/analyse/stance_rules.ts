import type { Act, Factuality, Stance } from '../model/statement.js';
import type { MainClause } from './stance_clause.js';

/** What a content says of itself beside the verb that reports it. */
export interface StanceRule {
  readonly id: string;
  readonly stance: Stance;
  readonly act?: Act;
  /** Keys of the cue, from `at` on; how many words it has, or nothing. */
  readonly find: (clause: MainClause) => readonly [from: number, to: number] | undefined;
  readonly yes: string;
  readonly no: string;
}

/**
 * Asked in this order when the predicate itself decides nothing; the first that fits decides. Denials that only
 * seem to be some («هیچ جایگزینی ندارد») stand before the negation that they contain.
 */
export const STANCE_RULES: readonly StanceRule[] = [
  {
    id: 'stance/question',
    stance: 'unknown',
    find: ({ keys, isQuestion }) =>
      isQuestion && (QUESTIONS.test(keys.slice(0, 5).join(' ')) || keys.includes('آیا')) ? [0, 1] : undefined,
    yes: 'او گفت: آیا سدها پر است؟',
    no: 'او گفت: سدها پر است.',
  },
  {
    id: 'stance/cannot-rule-out',
    stance: 'not_ruled_out',
    act: 'not_rule_out',
    find: ({ keys }) => cannotDeny(keys),
    yes: 'او گفت: نمی‌توانیم این خبر را رد کنیم.',
    no: 'او گفت: این خبر را رد می‌کنیم.',
  },
  {
    id: 'stance/condition',
    stance: 'conditional',
    find: conditionOf,
    yes: 'او گفت که در صورت بارندگی سدها پر است.',
    no: 'او گفت که سدها پر است.',
  },
  {
    id: 'stance/condition-after',
    stance: 'conditional',
    find: ({ keys }) => conditionAfter(keys),
    yes: 'او گفت: دیدار پس از تحلیف امکان‌پذیر خواهد بود.',
    no: 'او گفت: دیدار پس از تحلیف انجام شد.',
  },
  {
    id: 'stance/possible',
    stance: 'possible',
    find: possibleIn,
    yes: 'او گفت که ممکن است سدها پر شود.',
    no: 'او گفت که سدها پر است.',
  },
  {
    id: 'stance/ready',
    stance: 'offered',
    find: readyFor,
    yes: 'او گفت که ایران آماده است میانجی شود.',
    no: 'او گفت که ایران میانجی است.',
  },
  {
    id: 'stance/affirming-negation',
    stance: 'affirm',
    find: ({ keys, verb }) => (verb?.negated === true ? affirmingNegation(keys, verb) : undefined),
    yes: 'او گفت که هیچ جایگزینی برای این سد وجود ندارد.',
    no: 'او گفت که هیچ سدی وجود ندارد.',
  },
  {
    id: 'stance/negation',
    stance: 'deny',
    find: ({ verb }) => (verb?.negated === true ? [verb.from, verb.to] : undefined),
    yes: 'او گفت که هیچ سدی وجود ندارد.',
    no: 'او گفت که سدها پر است.',
  },
  {
    id: 'stance/expected',
    stance: 'expected',
    find: ({ verb, keys, mainEnd }) =>
      verb?.future === true
        ? [verb.from, verb.to]
        : (findCue(keys.slice(0, mainEnd), EXPECTED) ?? plannedAt(keys, mainEnd, verb?.from)),
    yes: 'او گفت که سدها پر خواهد شد.',
    no: 'او گفت که سدها پر شد.',
  },
];

/** Factuality relative to the speaker; FactBank's values. */
export function factualityOf(stance: Stance, act: Act, negatedFuture: boolean): Factuality {
  if (act === 'demand' || act === 'decline' || act === 'ask') return 'Uu';
  if (stance === 'deny') return act === 'reject_proposal' || negatedFuture ? 'PR-' : 'CT-';
  if (stance === 'expected') return act === 'expect' ? 'PS+' : 'PR+';
  return FACTUALITY[stance];
}

const FACTUALITY: Readonly<Record<Exclude<Stance, 'deny' | 'expected'>, Factuality>> = {
  affirm: 'CT+',
  not_ruled_out: 'PS+',
  possible: 'PS+',
  conditional: 'PS+',
  offered: 'PR+',
  unknown: 'Uu',
};

const QUESTIONS = /(?:^| )(?:آیا|چرا|چگونه)(?: |$)|^(?:چه|کی|کجا|سوال) /;

type Cues = ReadonlyMap<string, readonly (readonly string[])[]>;

const CONDITIONS = cues(
  'اگر | چنانچه | در صورت | درصورت | در صورتی که | درصورتی که | در صورتیکه | درصورتیکه | به شرط | به شرطی که | بهشرط | مشروط به | مشروط | منوط به | مگر اینکه | مگر آنکه | مگر | تا زمانی که | تا زمانیکه | تا وقتی که | پیششرط | بستگی دارد',
);
const POSSIBLE = cues(
  'ممکن است | شاید | احتمالا | احتمال دارد | احتمال میرود | احتمال وجود دارد | میتواند | میتوانند | بعید نیست | گویا | ظاهرا | دور از انتظار نیست | دور از ذهن نیست | امکان دارد | محتمل است',
);
const READY = cues(
  'حاضر است | حاضر هستیم | حاضرند | حاضریم | آماده است | آماده هستیم | آمادهایم | آمادهاند | آمادگی دارد | آمادگی داریم | آمادگی دارند | آماده هستند',
);
const EXPECTED = cues(
  'قرار است | انتظار میرود | انتظار داریم | انتظار دارد | قصد دارد | قصد دارند | قصد داریم | در نظر دارد | در نظر داریم | میخواهد | میخواهند | امیدوار است | امیدواریم | امیدوارم | امید است | در صدد است | درصدد است | در آینده | پیشبینی میشود | تلاش میکنیم',
);

function cues(list: string): Cues {
  const found = new Map<string, string[][]>();
  for (const cue of list.split(' | ')) {
    const keys = cue.split(' ');
    const head = keys[0] ?? '';
    found.set(
      head,
      [...(found.get(head) ?? []), keys].sort((a, b) => b.length - a.length),
    );
  }
  return found;
}

function findCue(keys: readonly string[], list: Cues): readonly [number, number] | undefined {
  for (let at = 0; at < keys.length; at += 1) {
    for (const cue of list.get(keys[at] ?? '') ?? []) {
      if (cue.every((key, offset) => keys[at + offset] === key)) return [at, at + cue.length];
    }
  }
  return undefined;
}

/** «برنامه‌ای که می‌تواند آب بیاورد، این سد است»: what may be in a relative clause is not said to be possible. */
function possibleIn({ keys, mainEnd, concession, verb }: MainClause): readonly [number, number] | undefined {
  const cue = concession ? undefined : findCue(keys.slice(0, mainEnd), POSSIBLE);
  if (cue === undefined || verb === undefined || !/^میتوانن?د$/.test(keys[cue[0]] ?? '')) return cue;
  return verb.from === cue[0] ? cue : undefined;
}

/** «آماده است میانجی شود», but not «سامانه آماده است»: something must follow, for which one is ready. */
function readyFor({ keys, mainEnd }: MainClause): readonly [number, number] | undefined {
  const cue = findCue(keys.slice(0, mainEnd), READY);
  return cue !== undefined && cue[1] < keys.length ? cue : undefined;
}

/** «از روز یکشنبه آغاز می‌شود», «فردا می‌آید»: a present with a time to come. */
function plannedAt(
  keys: readonly string[],
  to: number,
  verb: number | undefined,
): readonly [number, number] | undefined {
  if (verb === undefined || !/^می.*(?:د|ند|یم)$/.test(keys[verb] ?? '')) return undefined;
  const at = keys.findIndex(
    (key, index) =>
      index < to &&
      (/^(?:فردا|پسفردا|آینده|بهزودی)$/.test(key) || (key === 'از' && keys[index + 1] === 'روز')),
  );
  return at < 0 ? undefined : [at, at + 1];
}

/** «نمی‌توان(یم) … رد/تکذیب/منتفی کرد(کنیم)», «رد نمی‌کنم». */
function cannotDeny(keys: readonly string[]): readonly [number, number] | undefined {
  const refused = keys.findIndex(
    (key, at) =>
      /^(?:رد|تکذیب|منتفی|انکار)$/.test(key) && /^نمیکن(?:م|یم)$|^نمیدان(?:م|یم)$/.test(keys[at + 1] ?? ''),
  );
  if (refused >= 0) return [refused, refused + 2];
  const cannot = keys.findIndex((key) => /^نمیتوان/.test(key));
  if (cannot < 0) return undefined;
  const denial = keys.findIndex(
    (key, at) => at > cannot && at - cannot < 14 && /^(?:رد|تکذیب|منتفی|انکار|نفی)$/.test(key),
  );
  return denial < 0 ? undefined : [cannot, Math.min(keys.length, denial + 2)];
}

/** A condition of the main clause: before its verb, or behind it with no other clause between. */
function conditionOf({ keys, complement, verb }: MainClause): readonly [number, number] | undefined {
  const cue = findCue(keys.slice(0, complement), CONDITIONS);
  if (cue !== undefined && keys[cue[0]] === 'اگر' && /^(?:چه|هم)$/.test(keys[cue[1]] ?? '')) return undefined;
  if (cue === undefined || verb === undefined || cue[0] < verb.to) return cue;
  return keys.slice(verb.to, cue[0]).some((key) => /^(?:و|اما|ولی|که|بلکه|زیرا|چون)$/.test(key))
    ? undefined
    : cue;
}

/** «پس از X امکان‌پذیر خواهد بود», «آماده است، اما Y باید …». */
function conditionAfter(keys: readonly string[]): readonly [number, number] | undefined {
  const possible = keys.findIndex((key) => /^(?:امکانپذیر|میسر|ممکن)$/.test(key));
  const after = keys.findIndex((key, at) => /^(?:پس|بعد)$/.test(key) && keys[at + 1] === 'از');
  if (after >= 0 && possible > after && /^خواهد$/.test(keys[possible + 1] ?? '')) return [after, possible];
  const but = keys.findIndex(
    (key, at) => /^(?:اما|ولی)$/.test(key) && keys.slice(at + 1, at + 5).includes('باید'),
  );
  const ready = keys.findIndex((key) => /^آماده/.test(key));
  return but > ready && ready >= 0 ? [but, keys.length] : undefined;
}

/**
 * Negations that affirm: of doubt, of an end, of an alternative, of a decision yet to be taken, of fitness («درست
 * نیست که …»), and «نه تنها … بلکه».
 */
function affirmingNegation(
  keys: readonly string[],
  verb: { readonly from: number; readonly to: number },
): readonly [number, number] | undefined {
  const before = keys.slice(Math.max(0, verb.from - 9), verb.from);
  if (
    keys.includes('بلکه') ||
    (keys.slice(0, verb.from).includes('جز') && /^(?:چیزی|کسی|راهی|چارهای)$/.test(before.at(-1) ?? ''))
  )
    return [verb.from, verb.to];
  if (
    before.some((key) => /^(?:تردیدی?|شکی?|شبههای|جایگزینی?|چارهای|راهی|مانعی|تصمیمی?)$/.test(key)) &&
    isExclusive(before)
  ) {
    return [verb.from, verb.to];
  }
  const isOurs = /^نمیکنیم$/.test(keys[verb.from] ?? '');
  const isKept = /^از (?:یاد|خاطر)$/.test(before.slice(-2).join(' '));
  const ending =
    isKept ||
    (isOurs &&
      /^(?:حذف|قطع|ترک|فراموش|متوقف|تعطیل|رها|عقبنشینی|کوتاهی|دریغ|فروگذار)$/.test(before.at(-1) ?? ''));
  if (ending) return [verb.from, verb.to];
  const judged = /^(?:درست|صحیح|منطقی|پذیرفتنی|قابلقبول|سزاوار|شایسته|عادلانه|مناسب)$/.test(
    before.at(-1) ?? '',
  );
  return judged && keys[verb.to] === 'که' ? [verb.from, verb.to] : undefined;
}

/** «راهی جز», «چاره‌ای جز» need «جز»; the others need nothing. */
function isExclusive(before: readonly string[]): boolean {
  const needs = before.some((key) => /^(?:چارهای|راهی)$/.test(key));
  return !needs || before.includes('جز');
}
