/**
 * Finds what stands against each other as statements arrive: each is compared with those that became known before it, so
 * that a rebuild, a replay and an operator's act and its undoing come to the same pairs.
 */
import {
  type Claim,
  type ClaimPair,
  DAYS_CHANGED,
  DAYS_OPPOSED,
  pairOf,
  positionOf,
} from '../group/claim_pairs.js';
import { claimStems, rarestWords, soughtWords } from '../group/claim_search.js';
import { pairVoices } from '../group/contact_pairs.js';
import type { LedgerVoice } from '../model/ledger.js';
import type { Span } from '../model/span.js';
import {
  findAnswerable,
  findDenials,
  hasUnreadStatements,
  loadPaired,
  type NewContradiction,
  type PairedContact,
  type PairedStatement,
  saveContradictions,
  saveDeniedWords,
  takeContactsForPairing,
  takeForPairing,
  type VoiceStatement,
} from '../store/contradictions.js';
import type { Transaction } from '../store/database.js';

/** Statements and contacts of one transaction: some 100 ms. */
const STATEMENTS = 1000;
const CONTACTS = 200;
/** Pairs that one statement makes with those before it at most: a claim of the day is denied by many. */
const MOST_PAIRS = 5;

const DAYS = { others: DAYS_OPPOSED, own: DAYS_CHANGED };

/** Compares what waits; returns how many statements and contacts there were. */
export async function pairStatements(tx: Transaction): Promise<number> {
  // Statements without their words would not be found.
  if (await hasUnreadStatements(tx)) return 0;
  const statements = await takeForPairing(tx, STATEMENTS);
  if (statements.length > 0) await saveContradictions(tx, await pairsAmong(tx, statements));
  const contacts = await takeContactsForPairing(tx, CONTACTS);
  await saveContradictions(tx, contacts.flatMap(pairsOfContact));
  return statements.length + contacts.length;
}

async function pairsAmong(
  tx: Transaction,
  statements: readonly PairedStatement[],
): Promise<readonly NewContradiction[]> {
  const denials = statements
    .filter((each) => positionOf(each) === 'no' || positionOf(each) === 'open')
    .map((each) => ({ ...seekerOf(each), groups: soughtWords(each) }));
  await saveDeniedWords(
    tx,
    denials.map(({ id, seq, groups }) => ({ id, seq, words: rarestWords(groups) })),
  );
  const claims = statements.map((each) => ({ ...seekerOf(each), words: claimStems(each.content) }));
  const found = [...(await findAnswerable(tx, denials, DAYS)), ...(await findDenials(tx, claims, DAYS))];
  const texts = new Map(
    [...(await loadPaired(tx, [...new Set(found.map(({ id }) => id))])), ...statements].map((each) => [
      each.id,
      { statement: each, claim: claimOf(each) },
    ]),
  );
  const others = new Map<string, Set<string>>();
  for (const { forId, id } of found) others.set(forId, (others.get(forId) ?? new Set()).add(id));
  return [...others].flatMap(([id, before]) => {
    const own = texts.get(id);
    return own === undefined
      ? []
      : pairsWith(
          own,
          [...before].flatMap((each) => texts.get(each) ?? []),
        );
  });
}

function seekerOf({ id, seq, articleId, at, targetId, nestedIn, speaker }: PairedStatement) {
  return { id, seq, articleId, at, targetId, nestedIn, entityId: speaker?.entityId ?? null };
}

interface Compared {
  readonly statement: PairedStatement;
  readonly claim: Claim;
}

/** The surest pairs of a statement with those before it. */
function pairsWith(own: Compared, before: readonly Compared[]): readonly NewContradiction[] {
  return (
    before
      .flatMap((other) => {
        const pair = pairOf(own.claim, other.claim);
        return pair === undefined ? [] : [{ pair, other: other.statement }];
      })
      .toSorted((a, b) => sureness(b.pair) - sureness(a.pair) || a.other.seq - b.other.seq)
      // What one has said in several reports of a day is one position.
      .filter(
        ({ other }, at, all) =>
          all.findIndex((each) => each.other.speaker?.name === other.speaker?.name) === at,
      )
      .slice(0, MOST_PAIRS)
      .map(({ pair, other }) => contradictionOf(pair, [own.statement, other]))
  );
}

function sureness({ rule, share }: ClaimPair): number {
  return rule === 'pair/answers' || rule === 'pair/denied-claim' ? 2 : share;
}

function claimOf({ speaker, ...statement }: PairedStatement): Claim {
  return { ...statement, speaker: speaker ?? undefined };
}

function contradictionOf(
  { kind, rule, no, noSpans, yesSpans }: ClaimPair,
  both: readonly PairedStatement[],
): NewContradiction {
  // Of what stands in one article the claim comes before its denial.
  const [one, other] = both.toSorted(
    (a, b) => Date.parse(a.at) - Date.parse(b.at) || Number(a.id === no.id) - Number(b.id === no.id),
  );
  if (one === undefined || other === undefined) throw new Error('Cannot pair fewer than two statements');
  const spansOf = ({ id, contentStart }: PairedStatement): readonly Span[] =>
    (id === no.id ? noSpans : yesSpans).map(({ start, end }) => ({
      start: start + contentStart,
      end: end + contentStart,
    }));
  return {
    ...{ kind, rule, oneId: one.id, otherId: other.id },
    ...{ oneSpans: spansOf(one), otherSpans: spansOf(other) },
    at: later(one.at, other.at),
    knownAt: later(one.knownAt, other.knownAt),
  };
}

function later(one: string, other: string): string {
  return Date.parse(one) > Date.parse(other) ? one : other;
}

function pairsOfContact({ id: contactId, entry, statements }: PairedContact): readonly NewContradiction[] {
  return pairVoices(entry).flatMap(({ kind, one: first, other: second }) => {
    const one = statementOf(entry.voices[first], statements);
    const other = statementOf(entry.voices[second], statements);
    if (one === undefined || other === undefined || one.id === other.id) return [];
    const spansOf = ({
      evidenceStart: start,
      evidenceEnd: end,
    }: VoiceStatement['first']): readonly Span[] => [{ start, end }];
    return [
      {
        ...{ kind, contactId, rule: 'pair/contact', oneId: one.id, otherId: other.id },
        ...{ oneSpans: spansOf(one), otherSpans: spansOf(other) },
        at: later(one.at, other.at),
        knownAt: later(one.knownAt, other.knownAt),
      },
    ];
  });
}

/** The statement that a voice is: by its number in its first article, else by where its sentence begins. */
function statementOf(
  voice: LedgerVoice | undefined,
  statements: readonly VoiceStatement[],
): VoiceStatement['first'] | undefined {
  if (voice === undefined) return undefined;
  const exact = statements.find(
    ({ articleId, version, position }) =>
      position === voice.statement && voice.places[0]?.article === `${articleId}.${version}`,
  );
  const starts = new Set(voice.places.map(({ article, span }) => `${article}:${span.start}`));
  const near = statements.find(({ articleId, version, evidenceStart }) =>
    starts.has(`${articleId}.${version}:${evidenceStart}`),
  );
  const found = exact ?? near;
  return found !== undefined && saysSo(found, voice) ? found.first : undefined;
}

/**
 * Whether the statement by itself says what the voice is counted for: not a wish, nothing of something else, and not
 * that there will be no contact, which denies none that was.
 */
function saysSo({ act, stance, factuality }: VoiceStatement, voice: Pick<LedgerVoice, 'stance'>): boolean {
  const isAhead = stance === 'deny' && act !== 'deny' && factuality === 'PR-';
  return stance === voice.stance && positionOf({ act, stance }) !== undefined && !isAhead;
}
