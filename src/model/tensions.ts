import type { ContactKind } from './contact.js';
import type { LedgerContact, LedgerVoice } from './ledger.js';

/** Where a side said it: id of the contact, index of the voice in it, and when. */
interface Said {
  readonly contact: string;
  readonly voice: number;
  readonly at: string;
}

/**
 * One side denies one contact of a dyad and affirms or leaves open another: «هیچ کانالی وجود ندارد», six weeks after
 * «دیدار آنکارا انجام شد». No contradiction in itself: to be shown side by side with its dates, not resolved.
 */
export interface Tension {
  readonly kind: 'tension';
  /** Entity id of the side whose words stand against each other. */
  readonly side: string;
  readonly no: Said;
  readonly yes: Said;
}

const DAY_MS = 86_400_000;
/** Words further apart are history, no tension. */
const DAYS_OF_TENSION = 92;

/** Kinds whose denial speaks of all contact where no day is named. */
const STANDING: ReadonlySet<ContactKind> = new Set(['channel', 'contact', 'talks']);

/** Tensions between contacts of one dyad, one for each pair of contacts and side, in the order of the ledger. */
export function findTensions(ledger: readonly LedgerContact[]): Tension[] {
  return ledger.flatMap((denied) =>
    voicesOf(denied, 'deny').flatMap((no) =>
      ledger
        .filter((other) => other !== denied && dyadOf(other) === dyadOf(denied) && dyadOf(denied) !== '')
        .flatMap((other) => tensionOf({ denied, no, other })),
    ),
  );
}

interface Pair {
  readonly denied: LedgerContact;
  readonly no: Placed;
  readonly other: LedgerContact;
}

function tensionOf({ denied, no, other }: Pair): Tension[] {
  const isStanding = STANDING.has(denied.kind) && denied.days[0] === null;
  const against = [...(isStanding ? voicesOf(other, 'affirm') : []), ...voicesOf(other, 'not_ruled_out')];
  const yes = against.find(({ side, at }) => side === no.side && daysBetween(at, no.at) <= DAYS_OF_TENSION);
  if (yes === undefined) return [];
  return [
    {
      kind: 'tension',
      side: no.side,
      no: { contact: denied.id, voice: no.voice, at: no.at },
      yes: { contact: other.id, voice: yes.voice, at: yes.at },
    },
  ];
}

interface Placed {
  readonly side: string;
  readonly voice: number;
  readonly at: string;
}

/** The first voice of each participant's side with a stance, in its own words. */
function voicesOf({ voices }: LedgerContact, stance: LedgerVoice['stance']): Placed[] {
  const placed = voices.flatMap((each, voice): Placed[] => {
    const { side, participant, presupposed, lent, calledOff, published, known } = each;
    const isOwn =
      participant && !presupposed && lent === undefined && calledOff === undefined && each.stance === stance;
    return isOwn && side !== undefined ? [{ side, voice, at: published ?? known }] : [];
  });
  return placed.filter((each, at) => placed.findIndex(({ side }) => side === each.side) === at);
}

/** Both sides as one key; empty where a side is unknown or there are not two. */
function dyadOf({ actors }: LedgerContact): string {
  const sides = new Set(actors.map(({ side }) => side));
  return sides.size !== 2 || sides.has(undefined) ? '' : [...sides].toSorted().join('|');
}

function daysBetween(a: string, b: string): number {
  return Math.abs(Date.parse(a) - Date.parse(b)) / DAY_MS;
}
