import { remember } from '../persian/bounded_cache.js';

/** What a finite verb says of the time and truth of what it governs. */
export interface ContactVerb {
  /** Past stem of the verb: «کرد» for «نکرده‌اند», «می‌کند» and «خواهد کرد». */
  readonly lemma: string;
  readonly mood: 'past' | 'present' | 'future' | 'subjunctive';
  readonly negated: boolean;
  readonly person: 1 | 2 | 3;
  readonly plural: boolean;
  /** Index of the first key after it. */
  readonly next: number;
}

/**
 * Verbs that contacts and statements about them are told with: past stem → present stems. A closed list, since a
 * list of all verbs reads half of the nouns as forms.
 */
const STEMS: Readonly<Record<string, readonly string[]>> = {
  کرد: ['کن'],
  داشت: ['دار'],
  شد: ['شو'],
  گرفت: ['گیر'],
  داد: ['ده', 'د'],
  بود: ['باش'],
  پذیرفت: ['پذیر'],
  رساند: ['رسان'],
  رسید: ['رس'],
  زد: ['زن'],
  یافت: ['یاب'],
  رفت: ['رو', 'ر'],
  آمد: ['آی', 'ای'],
  خواست: ['خواه'],
  گفت: ['گوی', 'گو'],
  فرستاد: ['فرست'],
  نوشت: ['نویس'],
  نشست: ['نشین'],
  دید: ['بین'],
  توانست: ['توان'],
  دانست: ['دان'],
  نمود: ['نمای'],
  ساخت: ['ساز'],
  گذاشت: ['گذار'],
  افزود: ['افزای'],
  خواند: ['خوان'],
  انجامید: ['انجام'],
  پرداخت: ['پرداز'],
  بازگشت: ['بازگرد'],
  گشت: ['گرد'],
  ماند: ['مان'],
  برد: ['بر'],
  آورد: ['آور', 'اور'],
};

const PAST = Object.keys(STEMS).join('|');
const PRESENT = Object.values(STEMS).flat().join('|');
const LEMMA_OF = new Map(Object.entries(STEMS).flatMap(([past, stems]) => stems.map((stem) => [stem, past])));

const PAST_FORM = new RegExp(`^(نمی|می|ن)?(${PAST})(م|ی|یم|ید|ند)?$`, 'u');
const PARTICIPLE = new RegExp(`^(ن)?(${PAST})ه(ام|ای|است|ایم|اید|اند)?$`, 'u');
const PRESENT_FORM = new RegExp(`^(نمی|می)(${PRESENT})(م|ی|د|یم|ید|ند)$`, 'u');
const SUBJUNCTIVE_FORM = new RegExp(`^(ن|ب|بی)?(${PRESENT})(م|ی|د|یم|ید|ند)$`, 'u');
const FUTURE_FORM = /^(ن)?خواه(م|ی|د|یم|ید|ند)$/u;
const COPULA: Readonly<Record<string, Omit<ContactVerb, 'next'>>> = {
  است: copula('بود', false, false),
  هست: copula('بود', false, false),
  نیست: copula('بود', true, false),
  هستند: copula('بود', false, true),
  نیستند: copula('بود', true, true),
  دارد: copula('داشت', false, false),
  ندارد: copula('داشت', true, false),
  دارند: copula('داشت', false, true),
  ندارند: copula('داشت', true, true),
  دارم: { ...copula('داشت', false, false), person: 1 },
  ندارم: { ...copula('داشت', true, false), person: 1 },
  داریم: { ...copula('داشت', false, true), person: 1 },
  نداریم: { ...copula('داشت', true, true), person: 1 },
};

function copula(lemma: string, negated: boolean, plural: boolean): Omit<ContactVerb, 'next'> {
  return { lemma, mood: 'present', negated, person: 3, plural };
}

/** The verb that begins at a key; the longest reading: «خواهد کرد», «کرده است», «انجام نشده بود» from «نشده». */
export function verbAt(keys: readonly string[], at: number): ContactVerb | undefined {
  const key = keys[at] ?? '';
  if (!mayBeVerb(key) && !isActed(keys, at)) return undefined;
  const known = COPULA[key];
  if (known !== undefined) return { ...known, next: at + 1 };
  return futureAt(keys, at) ?? presentOf(key, at) ?? pastAt(keys, at) ?? subjunctiveOf(key, at);
}

/** Most words are no verb: their answer is remembered. */
const mayBeVerb: (key: string) => boolean = remember(
  (key) =>
    !NOUNS.has(key) &&
    (COPULA[key] !== undefined ||
      [FUTURE_FORM, PAST_FORM, PARTICIPLE, PRESENT_FORM, SUBJUNCTIVE_FORM].some((form) => form.test(key))),
);

/** Forms that are nouns far more often: a session, a river. */
const NOUNS = new Set(['نشست', 'رود', 'برد', 'دید', 'خواست', 'ماند', 'دان']);

/** «تعرفه‌ها را بالا برد»: behind its object such a form is a verb after all. */
function isActed(keys: readonly string[], at: number): boolean {
  return /^(?:برد|دید|خواست)$/u.test(keys[at] ?? '') && /^(?:را|بالا|پایین|پیش)$/u.test(keys[at - 1] ?? '');
}

/** «خواهد کرد». */
function futureAt(keys: readonly string[], at: number): ContactVerb | undefined {
  const future = FUTURE_FORM.exec(keys[at] ?? '');
  const stem = PAST_FORM.exec(keys[at + 1] ?? '');
  if (future === null || stem === null || stem[1] !== undefined || stem[3] !== undefined) return undefined;
  return { ...formOf(stem[2] ?? '', future[1], future[2]), mood: 'future', next: at + 2 };
}

function presentOf(key: string, at: number): ContactVerb | undefined {
  const present = PRESENT_FORM.exec(key);
  if (present === null || !isPresentEnding(present)) return undefined;
  const lemma = LEMMA_OF.get(present[2] ?? '') ?? '';
  return { ...formOf(lemma, present[1], present[3]), mood: 'present', next: at + 1 };
}

function pastAt(keys: readonly string[], at: number): ContactVerb | undefined {
  const key = keys[at] ?? '';
  const participle = PARTICIPLE.exec(key);
  if (participle !== null) return isEnvoy(keys, at) ? undefined : participleVerb(keys, at, participle);
  const past = PAST_FORM.exec(key);
  if (past === null) return undefined;
  return { ...formOf(past[2] ?? '', past[1], past[3]), mood: 'past', next: at + 1 };
}

function subjunctiveOf(key: string, at: number): ContactVerb | undefined {
  const subjunctive = SUBJUNCTIVE_FORM.exec(key);
  if (subjunctive === null || !isPresentEnding(subjunctive)) return undefined;
  const lemma = LEMMA_OF.get(subjunctive[2] ?? '') ?? '';
  return {
    ...formOf(lemma, subjunctive[1] === 'ن' ? 'ن' : undefined, subjunctive[3]),
    mood: 'subjunctive',
    next: at + 1,
  };
}

/** «فرستاده ویژه آمریکا» is a person; «فرستاده است», «فرستاده و …» a verb. */
function isEnvoy(keys: readonly string[], at: number): boolean {
  const next = keys[at + 1];
  return keys[at] === 'فرستاده' && next !== undefined && !ENDS_PARTICIPLE.test(next);
}

const ENDS_PARTICIPLE = /^(?:ن?(?:است|اند|بود\S*|باش\S*|شد\S*|می\S*)|و|که|تا|اما|ولی|یا|هم|نیز|چون|زیرا)$/u;

/** «کرده», «کرده است», «کرده بودند», «شده باشند», «برده شد». */
function participleVerb(keys: readonly string[], at: number, match: RegExpExecArray): ContactVerb {
  const base = formOf(match[2] ?? '', match[1], match[3]);
  const after = keys[at + 1] ?? '';
  const auxiliary = /^(ن)?(?:(است|اند)|بود(ند|م|یم)?|باش(د|ند|م|یم)|شده?(اند|ند|است)?)$/u.exec(after);
  if (auxiliary === null) return { ...base, mood: 'past', next: at + 1 };
  const negated = base.negated || auxiliary[1] !== undefined;
  const plural = base.plural || /ند$/u.test(after);
  if (after.startsWith('باش')) return { ...base, negated, plural, mood: 'subjunctive', next: at + 2 };
  const next = keys[at + 2] === 'است' || keys[at + 2] === 'بود' ? at + 3 : at + 2;
  return { ...base, negated, plural, mood: 'past', next };
}

/** Short present stems («د», «ر») take few endings: «دهد» is «ده» + «د», «دد» is no word. */
function isPresentEnding(match: RegExpExecArray): boolean {
  return (match[2] ?? '').length > 1;
}

function formOf(
  lemma: string,
  prefix: string | undefined,
  ending: string | undefined,
): Pick<ContactVerb, 'lemma' | 'negated' | 'person' | 'plural'> {
  const person = /^(?:م|ام|یم|ایم)$/u.test(ending ?? '')
    ? 1
    : /^(?:ی|ای|ید|اید)$/u.test(ending ?? '')
      ? 2
      : 3;
  return {
    lemma,
    negated: prefix?.startsWith('ن') === true,
    person,
    plural: /(?:ند|یم|ید)$/u.test(ending ?? ''),
  };
}
