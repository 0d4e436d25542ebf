import type { LedgerContact, LedgerVoice } from './ledger.js';
import type { Stance } from './statement.js';

/** Two speakers say the opposite about one contact. Voices are indexes of `LedgerContact.voices`, in order of time. */
interface Dispute {
  readonly kind: 'dispute';
  readonly contact: string;
  readonly yes: readonly number[];
  readonly no: readonly number[];
  /** Both stand on one side: a government that speaks with two tongues. */
  readonly withinSide: boolean;
}

/** One speaker changes his position: «تکذیب کرد», later «رد نمی‌کنم». */
interface Shift {
  readonly kind: 'shift';
  readonly contact: string;
  readonly speaker: string;
  readonly steps: readonly { readonly voice: number; readonly stance: Stance; readonly at: string }[];
}

export type Contradiction = Dispute | Shift;

/** Where voices on one contact contradict each other, or a speaker himself; nothing is resolved, only shown. */
export function findContradictions(ledger: readonly LedgerContact[]): Contradiction[] {
  return ledger.flatMap((contact) => [...disputesOf(contact), ...shiftsOf(contact)]);
}

interface Placed {
  readonly voice: LedgerVoice;
  readonly index: number;
}

/**
 * Voices of people or institutions, in the order in which they spoke. Narration contradicts nobody, and who takes a
 * contact for granted or muses about it has not said that it was; nor has who may mean another.
 */
function spoken({ voices }: LedgerContact): readonly Placed[] {
  return voices
    .map((voice, index) => ({ voice, index }))
    .filter(
      ({ voice }) =>
        voice.lent === undefined &&
        !voice.narrated &&
        !voice.presupposed &&
        !voice.speculative &&
        voice.stance !== 'unknown',
    )
    .toSorted((a, b) => Date.parse(timeOf(a.voice)) - Date.parse(timeOf(b.voice)) || a.index - b.index);
}

function timeOf(voice: LedgerVoice): string {
  return voice.published ?? voice.known;
}

function speakerOf(voice: LedgerVoice): string | undefined {
  return voice.entity ?? voice.speaker;
}

function disputesOf(contact: LedgerContact): Dispute[] {
  const voices = spoken(contact);
  const yes = voices.filter(({ voice }) => voice.stance === 'affirm');
  const no = voices.filter(({ voice }) => voice.stance === 'deny' && voice.calledOff === undefined);
  const isOpposed = yes.some((one) => no.some((other) => speakerOf(one.voice) !== speakerOf(other.voice)));
  if (!isOpposed) return [];
  const sides = (placed: readonly Placed[]): Set<string | undefined> =>
    new Set(placed.map(({ voice }) => voice.side));
  const shared = [...sides(yes)].some((side) => side !== undefined && sides(no).has(side));
  return [
    {
      kind: 'dispute',
      contact: contact.id,
      yes: yes.map(({ index }) => index),
      no: no.map(({ index }) => index),
      withinSide: shared,
    },
  ];
}

function shiftsOf(contact: LedgerContact): Shift[] {
  const bySpeaker = groupBySpeaker(spoken(contact));
  return [...bySpeaker].flatMap(([speaker, placed]) => {
    const taken = placed.flatMap((each) => {
      const position = POSITIONS.get(each.voice.stance);
      return position === undefined ? [] : [{ ...each, position }];
    });
    const steps = taken.filter(({ position }, at) => position !== taken[at - 1]?.position);
    if (steps.length < 2 || !isMoved(steps.map(({ voice }) => voice))) return [];
    return [
      {
        kind: 'shift' as const,
        contact: contact.id,
        speaker,
        steps: steps.map(({ voice, index }) => ({ voice: index, stance: voice.stance, at: timeOf(voice) })),
      },
    ];
  });
}

/**
 * What a speaker holds of whether it was: yes, no, or open. Possible and not ruled out are one position, and plans,
 * conditions and offers speak of what is to come.
 */
const POSITIONS: ReadonlyMap<Stance, 'yes' | 'no' | 'open'> = new Map([
  ['affirm', 'yes'],
  ['deny', 'no'],
  ['not_ruled_out', 'open'],
  ['possible', 'open'],
]);

/** What is said in one breath is no change: somebody must have spoken twice. */
function isMoved(voices: readonly LedgerVoice[]): boolean {
  const articles = new Set(
    voices.flatMap(({ places }) => places.map(({ article }) => article.split('.')[0])),
  );
  return articles.size > 1 && new Set(voices.map(timeOf)).size > 1;
}

function groupBySpeaker(voices: readonly Placed[]): Map<string, Placed[]> {
  const groups = new Map<string, Placed[]>();
  for (const placed of voices) {
    const speaker = speakerOf(placed.voice);
    if (speaker === undefined) continue;
    const known = groups.get(speaker);
    if (known === undefined) groups.set(speaker, [placed]);
    else known.push(placed);
  }
  return groups;
}
