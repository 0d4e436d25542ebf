/**
 * Tells whether two statements are about one claim and stand against each other. Precision before recall: a wrong
 * contradiction is worse than a missing one. Each rule looks at the two alone, so that whatever comes first, and
 * however often, the same pairs are found.
 */
import type { Span } from '../model/span.js';
import type { Act, Stance } from '../model/statement.js';
import { type ClaimWords, readClaim, readClause } from './claim_words.js';

/** A statement as far as pairing looks at it. */
export interface Claim {
  readonly id: string;
  readonly articleId: number;
  readonly act: Act;
  readonly stance: Stance;
  readonly content: string;
  /** The predicate as printed. */
  readonly verb: string | null;
  /** When it was said as far as we know; `saidAt` only where the article states its time. */
  readonly at: string;
  readonly saidAt: string | null;
  /** The speaker alone, after operators' acts. */
  readonly speaker: { readonly name: string; readonly entityId: string | null } | undefined;
  readonly targetId: string | null;
  readonly nestedIn: string | null;
  /** Id of the rule that found it. */
  readonly rule: string;
}

/** `opposed`: two speakers say the opposite. `changed`: one speaker holds another position than before. */
export type PairKind = 'opposed' | 'changed';

/** Why two statements are about one claim; spans point into their contents. */
export interface ClaimPair {
  readonly kind: PairKind;
  readonly rule: 'pair/answers' | 'pair/denied-claim' | 'pair/denied-words' | 'pair/negated-clause';
  /** The denial, or what was left open. */
  readonly no: Claim;
  readonly yes: Claim;
  readonly noSpans: readonly Span[];
  readonly yesSpans: readonly Span[];
  /** Share of the words of the denial that the other has too, 0..1. */
  readonly share: number;
}

/** Fewer words in common are a subject, no claim. */
export const LEAST_WORDS = 3;
/** Fewer than these must all be there, in a claim that says little else. */
const LEAST_LOOSE_WORDS = 4;
const FEW_TIMES_LONGER = 2;
/** Of the words that are denied so many stand in the claim. */
export const LEAST_DENIED = 0.75;
/** A longer claim says much else, and its words stand apart from each other. */
const MOST_TIMES_LONGER = 4;
/** A sentence and its negation are built alike. */
const LEAST_CLAIMED = 0.6;
/** Words of others further apart speak of two events; one's own are remembered longer. */
export const DAYS_OPPOSED = 7;
export const DAYS_CHANGED = 366;
/** Two reports of one speech do not make two positions. */
const LEAST_HOURS_CHANGED = 12;
const HOUR_MS = 3_600_000;

/** The pair that two statements make, if any; their order does not matter. */
export function pairOf(one: Claim, other: Claim): ClaimPair | undefined {
  const kind = kindOf(one, other);
  if (kind === undefined) return undefined;
  return positionOf(one) === 'yes'
    ? pairOfSides({ kind, no: other, yes: one })
    : positionOf(other) === 'yes' || positionOf(other) === 'no'
      ? pairOfSides({ kind, no: one, yes: other })
      : pairOfSides({ kind, no: other, yes: one });
}

/** What of a statement other statements are compared with: those that deny or leave open are looked for by it. */
export type Position = 'yes' | 'no' | 'open';

/** What a speaker holds of a claim; the other stances speak of what is to come. */
export function positionOf({ stance, act }: Pick<Claim, 'stance' | 'act'>): Position | undefined {
  const position = POSITIONS.get(stance);
  const isHeld = position === 'yes' ? ASSERTING.has(act) : !REFUSING.has(act);
  return isHeld ? position : undefined;
}

/** Who refuses a proposal has not denied it. */
const REFUSING: ReadonlySet<Act> = new Set<Act>(['reject_proposal', 'decline', 'demand', 'ask']);

const POSITIONS: ReadonlyMap<Stance, Position> = new Map([
  ['affirm', 'yes'],
  ['deny', 'no'],
  ['not_ruled_out', 'open'],
]);

function kindOf(one: Claim, other: Claim): PairKind | undefined {
  const [a, b] = [positionOf(one), positionOf(other)];
  if (a === undefined || b === undefined || a === b) return undefined;
  if ((one.nestedIn === other.id || other.nestedIn === one.id) && !isDeniedClaim(one, other))
    return undefined;
  const hours = Math.abs(Date.parse(one.at) - Date.parse(other.at)) / HOUR_MS;
  const who = sameSpeaker(one, other);
  if (who === 'same')
    return isLater(one, other) && hours >= LEAST_HOURS_CHANGED && hours <= DAYS_CHANGED * 24
      ? 'changed'
      : undefined;
  const isOpposed = who === 'other' && a !== 'open' && b !== 'open';
  return isOpposed && hours <= DAYS_OPPOSED * 24 ? 'opposed' : undefined;
}

/** Two articles state when they were published: two times of saying, not of seeing. */
function isLater(one: Claim, other: Claim): boolean {
  return one.articleId !== other.articleId && one.saidAt !== null && other.saidAt !== null;
}

/** Acts that say that something is so; who condemns an agreement has not said that there is one. */
const ASSERTING: ReadonlySet<Act> = new Set<Act>([
  ...([
    'assert',
    'announce',
    'report',
    'explain',
    'emphasize',
    'confirm',
    'claim',
    'accuse',
    'believe',
  ] as const),
]);

/** «ادعای وزیر مبنی بر … را تکذیب کرد»: the claim stands inside its denial. */
function isDeniedClaim(one: Claim, other: Claim): boolean {
  const [no, yes] = one.nestedIn === other.id ? [other, one] : [one, other];
  return yes.nestedIn === no.id && no.act === 'deny' && yes.rule.startsWith('claimed/');
}

/** Whether one and the same speaks; `unknown` where names do not tell. */
function sameSpeaker({ speaker: a }: Claim, { speaker: b }: Claim): 'same' | 'other' | 'unknown' {
  if (a === undefined || b === undefined) return 'unknown';
  if (a.entityId !== null && a.entityId === b.entityId) return 'same';
  return a.name.includes(b.name) || b.name.includes(a.name) ? 'unknown' : 'other';
}

interface Sides {
  readonly kind: PairKind;
  readonly no: Claim;
  readonly yes: Claim;
}

function pairOfSides(sides: Sides): ClaimPair | undefined {
  if (isDeniedClaim(sides.no, sides.yes)) return wholePair(sides, 'pair/denied-claim');
  return pairByAnswer(sides) ?? (isNounDenied(sides.no) ? pairByDenial(sides) : pairByClause(sides));
}

/** What is denied is somebody's words: «این گزارش‌ها»، «آن ادعا»; «این تسهیلات» is a thing. */
const SPEECH = /گزارش|خبر|ادعا|حرف|سخن|اظهار|اتهام|گفته|شایعه|مطلب/u;

/** «این گزارش‌ها را تکذیب کرد» answers what stands before it. */
function pairByAnswer(sides: Sides): ClaimPair | undefined {
  const { kind, no, yes } = sides;
  if (kind !== 'opposed' || no.act !== 'deny' || no.targetId !== yes.id || !SPEECH.test(no.content))
    return undefined;
  return clauseOf(yes).negations.length > 0 ? undefined : wholePair(sides, 'pair/answers');
}

function wholePair({ kind, no, yes }: Sides, rule: ClaimPair['rule']): ClaimPair {
  const whole = ({ content }: Claim): readonly Span[] => [{ start: 0, end: content.length }];
  return { kind, rule, no, yes, noSpans: whole(no), yesSpans: whole(yes), share: 1 };
}

/** «خبر X را تکذیب کرد», «دیدار با Y را رد نکرد»: what is denied is named, not said. */
export function isNounDenied({ act }: Pick<Claim, 'act'>): boolean {
  return act === 'deny' || act === 'not_rule_out' || act === 'rule_out';
}

const FRAGMENT = /^(?:توسط|از|به|در|با|بر|برای|تا|که|و|یا)\s/u;

function pairByDenial({ kind, no, yes }: Sides): ClaimPair | undefined {
  if (no.act === 'deny' && !SPEECH.test(no.content) && !/تکذیب|انکار/u.test(no.verb ?? '')) return undefined;
  // «توسط نیروهای …» is a rest of a sentence that was cut wrongly.
  if (FRAGMENT.test(no.content)) return undefined;
  const denied = nounsOf(no);
  const claimed = nounsOf(yes);
  if (positionOf(yes) === 'yes' && claimed.negations.length > 0) return undefined;
  if (claimed.words.size > denied.words.size * MOST_TIMES_LONGER) return undefined;
  return pairByWords({ kind, no, yes }, { rule: 'pair/denied-words', denied, claimed });
}

/** «با آن کشور مذاکره نمی‌کنیم» against «با آن کشور مذاکره می‌کنیم»: one negated verb in the first sentence, none in the other. */
function pairByClause({ kind, no, yes }: Sides): ClaimPair | undefined {
  if (positionOf(no) !== 'no' || positionOf(yes) !== 'yes') return undefined;
  const denied = clauseOf(no);
  const claimed = clauseOf(yes);
  if (denied.negations.length === 0 || claimed.negations.length > 0 || !isTurned(denied, claimed))
    return undefined;
  const pair = pairByWords({ kind, no, yes }, { rule: 'pair/negated-clause', denied, claimed });
  const isAlike = pair !== undefined && pair.yesSpans.length >= claimed.words.size * LEAST_CLAIMED;
  return isAlike ? pair : undefined;
}

/** Both say the same verb of the same person at the same time, one of them negated: «نداریم»، «داریم». */
function isTurned(denied: ClaimWords, claimed: ClaimWords): boolean {
  return denied.verbs.some(
    (no) =>
      no.isNegated &&
      no.person !== undefined &&
      claimed.verbs.some(
        (yes) =>
          !yes.isNegated &&
          yes.lemma === no.lemma &&
          yes.noun === no.noun &&
          yes.person === no.person &&
          yes.plural === no.plural &&
          yes.isPast === no.isPast,
      ),
  );
}

/** A statement is compared with many: its words are read once. */
const NOUNS = new WeakMap<Claim, ClaimWords>();
const CLAUSES = new WeakMap<Claim, ClaimWords>();

function nounsOf(claim: Claim): ClaimWords {
  const known = NOUNS.get(claim) ?? readClaim(claim.content);
  NOUNS.set(claim, known);
  return known;
}

function clauseOf(claim: Claim): ClaimWords {
  const known = CLAUSES.get(claim) ?? readClause(claim.content);
  CLAUSES.set(claim, known);
  return known;
}

interface Compared {
  readonly rule: ClaimPair['rule'];
  readonly denied: ClaimWords;
  readonly claimed: ClaimWords;
}

function pairByWords({ kind, no, yes }: Sides, { rule, denied, claimed }: Compared): ClaimPair | undefined {
  // The word that names what is denied, «لغو معافیت‌ها»: without it two texts speak of one subject.
  if (!claimed.words.has(denied.head) || differ(denied.numbers, claimed.numbers)) return undefined;
  const shared = [...denied.words.keys()].filter((stem) => claimed.words.has(stem));
  const share = shared.length / denied.words.size;
  const isFew = shared.length < LEAST_LOOSE_WORDS;
  if (shared.length < LEAST_WORDS || share < LEAST_DENIED) return undefined;
  if (isFew && (share < 1 || claimed.words.size > denied.words.size * FEW_TIMES_LONGER)) return undefined;
  const spansIn = ({ words }: ClaimWords): readonly Span[] =>
    shared.flatMap((stem) => words.get(stem) ?? []).toSorted((a, b) => a.start - b.start);
  return { kind, rule, no, yes, noSpans: spansIn(denied), yesSpans: spansIn(claimed), share };
}

function differ(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  return one.size > 0 && other.size > 0 && ![...one].some((number) => other.has(number));
}
