/** Which voices on a contact stand against each other, two by two. */
import type { ContactKind } from '../model/contact.js';
import { findContradictions } from '../model/contradictions.js';
import type { LedgerContact, LedgerVoice } from '../model/ledger.js';

/** Indexes of `LedgerContact.voices`, in the order in which they spoke. */
export interface VoicePair {
  readonly kind: 'opposed' | 'changed';
  readonly one: number;
  readonly other: number;
}

/** Of talks that go on, or of which nobody says when, voices further apart speak of other rounds. */
const DAYS_OF_ONGOING = 3;
/** A contact on one of so many days is one event, of which is spoken for long. */
const DAYS_OF_EVENT = 31;
const ONGOING: ReadonlySet<ContactKind> = new Set<ContactKind>(['talks', 'channel', 'contact']);
const DAY_MS = 86_400_000;

/**
 * Each voice of a dispute with the last one before it that said the opposite, and each step of a changed position with
 * the step before it: as many pairs as voices at most, and two speakers once.
 */
export function pairVoices(contact: LedgerContact): readonly VoicePair[] {
  const pairs = pairsOf(contact).filter((pair) => isOneEvent(contact, pair));
  const who = ({ kind, one, other }: VoicePair): string =>
    JSON.stringify([kind, ...[speakerOf(contact, one), speakerOf(contact, other)].toSorted()]);
  return pairs.filter((pair, at) => pairs.findIndex((each) => who(each) === who(pair)) === at);
}

function isOneEvent(contact: LedgerContact, { one, other }: VoicePair): boolean {
  const [from, to] = contact.days;
  const days = from === null || to === null ? Infinity : (Date.parse(to) - Date.parse(from)) / DAY_MS;
  const apart = Math.abs(timeOf(contact, one) - timeOf(contact, other)) / DAY_MS;
  return apart <= DAYS_OF_ONGOING || (days <= DAYS_OF_EVENT && !ONGOING.has(contact.kind));
}

function pairsOf(contact: LedgerContact): readonly VoicePair[] {
  return findContradictions([contact]).flatMap((found): VoicePair[] => {
    if (found.kind === 'shift') {
      return found.steps
        .slice(1)
        .map(({ voice }, at) => ({ kind: 'changed', one: found.steps[at]?.voice ?? 0, other: voice }));
    }
    const sides = [
      ...found.yes.map((voice) => ({ voice, says: 'yes' })),
      ...found.no.map((voice) => ({ voice, says: 'no' })),
    ].toSorted((a, b) => timeOf(contact, a.voice) - timeOf(contact, b.voice) || a.voice - b.voice);
    return sides.flatMap(({ voice, says }, at) => {
      const before = sides
        .slice(0, at)
        .findLast(
          (each) => each.says !== says && speakerOf(contact, each.voice) !== speakerOf(contact, voice),
        );
      return before === undefined ? [] : [{ kind: 'opposed' as const, one: before.voice, other: voice }];
    });
  });
}

function timeOf({ voices }: LedgerContact, at: number): number {
  const voice = voices[at];
  return Date.parse(voice?.published ?? voice?.known ?? '');
}

function speakerOf({ voices }: LedgerContact, at: number): LedgerVoice['entity'] {
  return voices[at]?.entity ?? voices[at]?.speaker;
}
