import { LONGEST_KEY, remember } from './bounded_cache.js';
import { VERB_ROOTS } from './verb_roots.data.js';
import { solidOf } from './words.js';

export type VerbTense =
  | 'past'
  | 'imperfect'
  | 'present'
  | 'perfect'
  | 'participle'
  | 'subjunctive'
  | 'future'
  | 'pluperfect';

/** One way to read a solid form as a verb. */
export interface VerbReading {
  /** Third person singular of the past, the name of the verb here: «گفت» for «نمی‌گویند». */
  readonly lemma: string;
  readonly tense: VerbTense;
  /** 1, 2 or 3; a bare participle has none. */
  readonly person?: 1 | 2 | 3;
  readonly plural?: boolean;
  readonly negated: boolean;
}

/** Whether «می» may stand before this solid form: a past or present stem with a personal ending. */
export const isConjugated: (solid: string) => boolean = remember(
  (solid) => hasForm(solid) || hasForm(solid.replace(OBJECT_CLITIC, '')) || isSpoken(solid),
);

/** All readings of one solid word as a verb form; empty for other words. */
export const verbReadings: (solid: string) => readonly VerbReading[] = remember((solid) => {
  if (solid.length > LONGEST_KEY) return [];
  const readings: VerbReading[] = [...(IRREGULAR.get(solid) ?? []), ...readPrefixed(solid)];
  for (const { prefix, tenses } of PREFIXES) {
    if (!solid.startsWith(prefix) || solid.length <= prefix.length) continue;
    const negated = prefix.startsWith('ن');
    for (const body of bodiesOf(solid, prefix)) readBody(body, { tenses, negated }, readings);
  }
  return readings;
});

const TO_BE = { lemma: 'بود', tense: 'present', person: 3 } as const;
const TO_HAVE = { lemma: 'داشت', tense: 'present', person: 3 } as const;

/** Presents without می: «است», «دارد». */
const IRREGULAR: ReadonlyMap<string, readonly VerbReading[]> = new Map([
  ['است', [{ ...TO_BE, plural: false, negated: false }]],
  ['هست', [{ ...TO_BE, plural: false, negated: false }]],
  ['هستند', [{ ...TO_BE, plural: true, negated: false }]],
  ['نیست', [{ ...TO_BE, plural: false, negated: true }]],
  ['نیستند', [{ ...TO_BE, plural: true, negated: true }]],
  ['دارد', [{ ...TO_HAVE, plural: false, negated: false }]],
  ['دارند', [{ ...TO_HAVE, plural: true, negated: false }]],
  ['ندارد', [{ ...TO_HAVE, plural: false, negated: true }]],
  ['ندارند', [{ ...TO_HAVE, plural: true, negated: true }]],
]);

/** «برمی‌دارد», «فرانخواند»: the prefix stands before می and ن and belongs to the verb. */
function readPrefixed(solid: string): VerbReading[] {
  const [, before = '', rest = ''] = /^(بر|باز|فرو|فرا|در|وا)(.{2,})$/.exec(solid) ?? [];
  if (before === '') return [];
  return verbReadings(rest).map((reading) => ({ ...reading, lemma: before + reading.lemma }));
}

/** What a prefix allows: tense of a past body and of a present body. */
const PREFIXES: readonly { prefix: string; tenses: { past?: VerbTense; present?: VerbTense } }[] = [
  { prefix: '', tenses: { past: 'past', present: 'subjunctive' } },
  { prefix: 'می', tenses: { past: 'imperfect', present: 'present' } },
  { prefix: 'نمی', tenses: { past: 'imperfect', present: 'present' } },
  { prefix: 'ن', tenses: { past: 'past', present: 'subjunctive' } },
  { prefix: 'ب', tenses: { present: 'subjunctive' } },
];

/** After ن and ب a first ا becomes ی and آ becomes یا: «نیفزود», «بیاورد». */
function bodiesOf(solid: string, prefix: string): string[] {
  const body = solid.slice(prefix.length);
  if (prefix !== 'ن' && prefix !== 'ب') return [body];
  if (!body.startsWith('ی')) return [body];
  const rest = body.slice(1);
  return rest.startsWith('ا') ? [body, `آ${rest.slice(1)}`] : [body, `ا${rest}`];
}

/** Endings of the past: «گفتم گفتی گفت گفتیم گفتید گفتند». */
const PAST_ENDINGS: readonly (readonly [ending: string, person: 1 | 2 | 3, plural: boolean])[] = [
  ['', 3, false],
  ['ند', 3, true],
  ['م', 1, false],
  ['یم', 1, true],
  ['ی', 2, false],
  ['ید', 2, true],
];
/** Endings of the present: «گویم گویی گوید گوییم گویید گویند». */
const PRESENT_ENDINGS: readonly (readonly [ending: string, person: 1 | 2 | 3, plural: boolean])[] = [
  ['د', 3, false],
  ['ند', 3, true],
  ['م', 1, false],
  ['یم', 1, true],
  ['ی', 2, false],
  ['ید', 2, true],
];
/** Endings of the perfect behind the participle: «گفته‌ام … گفته‌اند». */
const PERFECT_ENDINGS: readonly (readonly [ending: string, person: 1 | 2 | 3, plural: boolean])[] = [
  ['اند', 3, true],
  ['است', 3, false],
  ['ام', 1, false],
  ['ایم', 1, true],
  ['ای', 2, false],
  ['اید', 2, true],
];

function readBody(
  body: string,
  context: { tenses: { past?: VerbTense; present?: VerbTense }; negated: boolean },
  readings: VerbReading[],
): void {
  const { past, present } = context.tenses;
  const { negated } = context;
  for (const [ending, person, plural] of past === undefined ? [] : PAST_ENDINGS) {
    const lemma = pastLemma(body, ending);
    if (lemma !== undefined && past !== undefined)
      readings.push({ lemma, tense: past, person, plural, negated });
  }
  for (const [ending, person, plural] of present === undefined ? [] : PRESENT_ENDINGS) {
    for (const lemma of presentLemmas(body, ending)) {
      if (present !== undefined) readings.push({ lemma, tense: present, person, plural, negated });
    }
  }
  if (past === 'past') readParticiple(body, negated, readings);
}

function readParticiple(body: string, negated: boolean, readings: VerbReading[]): void {
  const participle = pastLemma(body, 'ه');
  if (participle !== undefined) readings.push({ lemma: participle, tense: 'participle', negated });
  for (const [ending, person, plural] of PERFECT_ENDINGS) {
    const lemma = pastLemma(body, `ه${ending}`);
    if (lemma !== undefined) readings.push({ lemma, tense: 'perfect', person, plural, negated });
  }
}

function pastLemma(body: string, ending: string): string | undefined {
  if (!body.endsWith(ending)) return undefined;
  const stem = ending === '' ? body : body.slice(0, -ending.length);
  return stems().past.has(stem) ? stem : undefined;
}

function presentLemmas(body: string, ending: string): readonly string[] {
  return body.endsWith(ending) ? (stems().present.get(body.slice(0, -ending.length)) ?? []) : [];
}

/** Object pronouns that may follow a form: «می‌بینمش», «می‌خواندشان». */
const OBJECT_CLITIC = /(?:شان|مان|تان|ش|ت|م)$/;

function hasForm(body: string): boolean {
  const { past, present } = stems();
  if (
    PAST_ENDINGS.some(
      ([ending]) => body.endsWith(ending) && past.has(body.slice(0, body.length - ending.length)),
    )
  ) {
    return true;
  }
  if (body.endsWith('ه') && past.has(body.slice(0, -1))) return true;
  if (present.has(body)) return true;
  return PRESENT_ENDINGS.some(
    ([ending]) => body.endsWith(ending) && present.has(body.slice(0, -ending.length)),
  );
}

/** Spoken present stems and endings of news channels: «میگه», «میشه», «نمیدن». */
const SPOKEN = /^(?:گ|ش|ر|د|خوا|خون|تون|دون|مون|ذار|یا|کن|بین|زن|گیر|دار|کش|خور|رس)(?:م|ی|ه|یم|ین|ن)$/;

/** Whether a form that may follow «می» is a spoken one: «گه», «شه», «ری». */
export function isSpoken(body: string): boolean {
  return SPOKEN.test(body);
}

/** A present stem without an ending: no form that follows «می», but for «می‌توان». */
export function isBareStem(body: string): boolean {
  const { past, present } = stems();
  if (body === 'توان' || past.has(body) || isSpoken(body)) return false;
  return present.has(body) && !PRESENT_ENDINGS.some(([ending]) => presentLemmas(body, ending).length > 0);
}

interface VerbStems {
  readonly past: ReadonlySet<string>;
  /** Present stem, with its glide where endings need one, → lemmas. */
  readonly present: ReadonlyMap<string, readonly string[]>;
}

let known: VerbStems | undefined;

/** Present stems in و that take no glide: «می‌رود», not «می‌روید» for the third person. */
const NO_GLIDE = new Set(['رو', 'شو', 'دو', 'شنو', 'درو', 'جو', 'گرو', 'غنو', 'زیو', 'فرورو', 'وررو']);
/** Verbs whose short present the list of stems lacks. */
const MORE_STEMS: readonly (readonly [past: string, present: string])[] = [
  ['رفت', 'ر'],
  ['بود', 'هست'],
  ['داد', 'ده'],
  ['بایست', 'بای'],
];

function stems(): VerbStems {
  if (known !== undefined) return known;
  const past = new Set<string>();
  const present = new Map<string, string[]>();
  const pairs = VERB_ROOTS.split('\n').map((line) => line.split('#').map(solidOf));
  for (const [lemma = '', stem = ''] of [...pairs, ...MORE_STEMS]) {
    if (lemma === '' || stem === '') continue;
    past.add(lemma);
    const glided = /[اآو]$/.test(stem) && !NO_GLIDE.has(stem) ? `${stem}ی` : stem;
    const lemmas = present.get(glided) ?? [];
    if (!lemmas.includes(lemma)) present.set(glided, [...lemmas, lemma]);
  }
  known = { past, present };
  return known;
}
