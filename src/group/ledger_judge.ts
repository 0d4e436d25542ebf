import { statusOf } from '../model/contact_status.js';
import { heardVoices, type LedgerContact, type LedgerVoice } from '../model/ledger.js';

/** Finds the status anew; a change is added to the history with the voice that brought it about. */
export function judged(row: LedgerContact, known: string): LedgerContact {
  const order = row.voices
    .map((voice, index) => ({ voice, index }))
    .sort((a, b) => timeOf(a.voice) - timeOf(b.voice) || a.index - b.index);
  const { status, disputed } = statusOf(heardVoices({ voices: order.map(({ voice }) => voice) }));
  const last = row.history.at(-1);
  if (last !== undefined && last.status === status && last.disputed === disputed) return row;
  const cause = causeOf(order, { known, status, disputed }) ?? order.at(-1);
  const change = { known, status, disputed, voice: cause?.index ?? 0 };
  return { ...row, status, disputed, history: [...row.history, change] };
}

interface PlacedVoice {
  readonly voice: LedgerVoice;
  readonly index: number;
}

/**
 * Of the voices that became known with a change the last without whose position it would not have come about: one page
 * brings a denial and repeats the claim, and the denial is what makes the dispute. Where no position decides alone, the last.
 */
function causeOf(
  order: readonly PlacedVoice[],
  { known, status, disputed }: Omit<LedgerContact['history'][number], 'voice'>,
): PlacedVoice | undefined {
  const fresh = order.filter(({ voice }) => voice.known === known || voice.lent?.until === known);
  return (
    fresh.findLast(({ voice: { stance } }) => {
      const others = order.filter((each) => !fresh.includes(each) || each.voice.stance !== stance);
      const without = statusOf(heardVoices({ voices: others.map(({ voice }) => voice) }));
      return without.status !== status || without.disputed !== disputed;
    }) ?? fresh.at(-1)
  );
}

function timeOf(voice: LedgerVoice): number {
  return Date.parse(voice.published ?? voice.known);
}
