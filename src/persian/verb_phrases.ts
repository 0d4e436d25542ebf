import { keyOf } from './keys.js';
import { REPORTING_PREDICATES, type ReportingPredicate } from './reporting_predicates.js';
import { type VerbReading, verbReadings } from './verb_forms.js';

/** A finite verb of one or several keys: «گفته است», «خواهد گفت», «اعلام شده بود». */
export interface VerbPhrase extends VerbReading {
  /** Index of the first key after it. */
  readonly next: number;
  readonly passive: boolean;
}

/** A reporting predicate where it stands: nominal part and verb, `start` to before `next`. */
export interface FoundPredicate {
  readonly start: number;
  readonly next: number;
  readonly verb: VerbPhrase;
  /** The entries that fit; one phrase may have two acts («رد کرد»). */
  readonly entries: readonly ReportingPredicate[];
}

/** All finite readings of the keys from `at` on, longest first. */
export function readVerbPhrases(keys: readonly string[], at: number): VerbPhrase[] {
  const first = keys[at];
  if (first === undefined) return [];
  const found: VerbPhrase[] = [];
  const future = /^(ن?)خواه(د|ند)$/.exec(first);
  if (future !== null)
    found.push(...readFuture(keys, at + 1, { negated: future[1] === 'ن', plural: future[2] === 'ند' }));
  if (/^دار(د|ند)$/.test(first)) found.push(...readProgressive(keys, at + 1));
  for (const reading of verbReadings(first)) {
    if (reading.tense === 'participle') found.push(...readAfterParticiple(keys, at + 1, reading));
    if (isStatement(reading)) found.push({ ...reading, next: at + 1, passive: false });
  }
  return found.sort((a, b) => b.next - a.next);
}

/** The reporting predicates that begin at a key, longest first; third person, indicative or bare participle. */
export function findPredicates(keys: readonly string[], at: number): FoundPredicate[] {
  const found = [...findNominal(keys, at), ...findSimple(keys, at), ...findWhole(keys, at)];
  return found.sort((a, b) => b.next - a.next);
}

/** «اعلام کرد»: a nominal part, then a form of its verb. */
function findNominal(keys: readonly string[], at: number): FoundPredicate[] {
  const entries = predicates().nominal.get(keys[at] ?? '') ?? [];
  return entries
    .filter(({ nominal }) => startsWith(keys, at, nominal))
    .flatMap((entry) =>
      readVerbPhrases(keys, at + entry.nominal.length).flatMap((verb) => {
        const fitting = verbOf(entry, verb);
        return fitting === undefined
          ? []
          : [{ start: at, next: verb.next, verb: fitting, entries: entry.entries }];
      }),
    );
}

/** «گفت»: a verb that reports by itself. */
function findSimple(keys: readonly string[], at: number): FoundPredicate[] {
  return readVerbPhrases(keys, at).flatMap((verb) => {
    const entry = predicates().simple.find((each) => verbOf(each, verb) !== undefined);
    return entry === undefined ? [] : [{ start: at, next: verb.next, verb, entries: entry.entries }];
  });
}

/** «معتقدند»: no verb of its own. */
function findWhole(keys: readonly string[], at: number): FoundPredicate[] {
  const entries = predicates().whole.get(keys[at] ?? '') ?? [];
  return entries
    .filter((entry) => startsWith(keys, at, entry.keys))
    .map(({ keys: own, entry }) => {
      const next = at + own.length;
      return { start: at, next, verb: { ...PLURAL_COPULA, next }, entries: [entry] };
    });
}

function startsWith(keys: readonly string[], at: number, part: readonly string[]): boolean {
  return part.every((key, offset) => keys[at + offset] === key);
}

/** The verb as a form of the entry; «اعلام شد» is the passive of «اعلام کرد», «اعلام نمود» the same in office style. */
function verbOf(entry: IndexedPredicate, verb: VerbPhrase): VerbPhrase | undefined {
  if ((verb.person !== undefined && verb.person !== 3) || (entry.negated && !verb.negated)) return undefined;
  const isLight = entry.lemma === 'کرد' && entry.nominal.length > 0;
  if (verb.lemma === entry.lemma || (isLight && verb.lemma === 'نمود')) return verb;
  const isPassive = isLight && (verb.lemma === 'شد' || verb.lemma === 'گردید');
  return isPassive ? { ...verb, passive: true } : undefined;
}

/** «معتقدند»: the copula is glued on, so these are looked up whole. */
const PLURAL_COPULA = {
  lemma: 'بود',
  tense: 'present',
  person: 3,
  plural: true,
  negated: false,
  passive: false,
} as const;

interface IndexedPredicate {
  readonly nominal: readonly string[];
  readonly lemma: string;
  /** The entry itself is negated («رد نکرد»): only negated forms of the verb are it. */
  readonly negated: boolean;
  readonly entries: readonly ReportingPredicate[];
}

interface PredicateIndex {
  /** First key of the nominal part → predicates. */
  readonly nominal: ReadonlyMap<string, readonly IndexedPredicate[]>;
  /** Predicates that are a verb alone. */
  readonly simple: readonly IndexedPredicate[];
  /** First key → predicates that have no verb of their own. */
  readonly whole: ReadonlyMap<string, readonly { keys: readonly string[]; entry: ReportingPredicate }[]>;
}

let index: PredicateIndex | undefined;

function predicates(): PredicateIndex {
  index ??= indexPredicates();
  return index;
}

function indexPredicates(): PredicateIndex {
  const grouped = new Map<string, IndexedPredicate & { entries: ReportingPredicate[] }>();
  const whole = new Map<string, { keys: readonly string[]; entry: ReportingPredicate }[]>();
  for (const entry of REPORTING_PREDICATES) {
    const keys = keyOf(entry.phrase).split(' ');
    const last = keys.length - 1;
    const verb = readVerbPhrases(keys, last).find((each) => each.person === 3);
    if (verb === undefined) {
      const head = keys[0] ?? '';
      whole.set(head, [...(whole.get(head) ?? []), { keys, entry }]);
      continue;
    }
    const nominal = keys.slice(0, last);
    const id = [...nominal, verb.lemma, verb.negated].join(' ');
    const known = grouped.get(id);
    if (known !== undefined) known.entries.push(entry);
    else grouped.set(id, { nominal, lemma: verb.lemma, negated: verb.negated, entries: [entry] });
  }
  const byHead = new Map<string, IndexedPredicate[]>();
  for (const each of grouped.values()) {
    const [head] = each.nominal;
    if (head !== undefined) byHead.set(head, [...(byHead.get(head) ?? []), each]);
  }
  return {
    nominal: byHead,
    simple: [...grouped.values()].filter((each) => each.nominal.length === 0),
    whole,
  };
}

/** The subjunctive is no statement; a bare participle is finite in news («ادعا کرده این دیدار …»). */
function isStatement(reading: VerbReading): boolean {
  return reading.tense !== 'subjunctive';
}

function readFuture(
  keys: readonly string[],
  at: number,
  form: { negated: boolean; plural: boolean },
): VerbPhrase[] {
  return verbReadings(keys[at] ?? '')
    .filter(
      (reading) => reading.tense === 'past' && reading.person === 3 && !reading.plural && !reading.negated,
    )
    .map(({ lemma }) => ({ lemma, tense: 'future', person: 3, ...form, next: at + 1, passive: false }));
}

function readProgressive(keys: readonly string[], at: number): VerbPhrase[] {
  return verbReadings(keys[at] ?? '')
    .filter((reading) => reading.tense === 'present' && reading.person === 3)
    .map((reading) => ({ ...reading, next: at + 1, passive: false }));
}

/** «گفته است», «گفته بود», «گفته شد», «گفته شده است», «گفته می‌شود», «گفته خواهد شد». */
function readAfterParticiple(keys: readonly string[], at: number, participle: VerbReading): VerbPhrase[] {
  const found: VerbPhrase[] = [];
  const key = keys[at] ?? '';
  const { lemma, negated } = participle;
  if (key === 'است' || key === 'اند') {
    found.push({
      lemma,
      tense: 'perfect',
      person: 3,
      plural: key === 'اند',
      negated,
      next: at + 1,
      passive: false,
    });
  }
  const being = /^بود(ند)?$/.exec(key);
  if (being !== null) {
    found.push({
      lemma,
      tense: 'pluperfect',
      person: 3,
      plural: being[1] !== undefined,
      negated,
      next: at + 1,
      passive: false,
    });
  }
  if (lemma === 'شد') return found;
  for (const passive of readVerbPhrases(keys, at)) {
    if (passive.lemma !== 'شد') continue;
    found.push({ ...passive, lemma, negated: negated || passive.negated, passive: true });
  }
  return found;
}
