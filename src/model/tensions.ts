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
  const heard = ledger.map(hearingOf);
  return heard.flatMap((denied) =>
    denied.no.flatMap((no) =>
      heard
        .filter((other) => other !== denied && other.dyad === denied.dyad && denied.dyad !== '')
        .flatMap((other) => tensionOf({ denied, no, other })),
    ),
  );
}

/** What the sides say of a contact: no, yes, or neither. */
interface Hearing {
  readonly contact: LedgerContact;
  readonly dyad: string;
  readonly no: readonly Placed[];
  readonly yes: readonly Placed[];
  readonly open: readonly Placed[];
}

function hearingOf(contact: LedgerContact): Hearing {
  return {
    ...{ contact, dyad: dyadOf(contact), no: voicesOf(contact, 'deny') },
    ...{ yes: voicesOf(contact, 'affirm'), open: voicesOf(contact, 'not_ruled_out') },
  };
}

interface Pair {
  readonly denied: Hearing;
  readonly no: Placed;
  readonly other: Hearing;
}

function tensionOf({ denied: { contact }, no, other }: Pair): Tension[] {
  const isStanding = STANDING.has(contact.kind) && contact.days[0] === null;
  const against = [...(isStanding ? other.yes : []), ...other.open];
  const yes = against.find(({ side, at }) => side === no.side && daysBetween(at, no.at) <= DAYS_OF_TENSION);
  if (yes === undefined) return [];
  return [
    {
      kind: 'tension',
      side: no.side,
      no: { contact: contact.id, voice: no.voice, at: no.at },
      yes: { contact: other.contact.id, voice: yes.voice, at: yes.at },
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
