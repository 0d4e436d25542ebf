import { statusOf } from '../model/contact_status.js';
import { heardVoices, type LedgerContact, type LedgerVoice } from '../model/ledger.js';

/** Finds the status anew; a change is added to the history with the last voice that became known with it. */
export function judged(row: LedgerContact, known: string): LedgerContact {
  const order = row.voices
    .map((voice, index) => ({ voice, index }))
    .sort((a, b) => timeOf(a.voice) - timeOf(b.voice) || a.index - b.index);
  const { status, disputed } = statusOf(heardVoices({ voices: order.map(({ voice }) => voice) }));
  const last = row.history.at(-1);
  if (last !== undefined && last.status === status && last.disputed === disputed) return row;
  const isCause = ({ voice }: { readonly voice: LedgerVoice }): boolean =>
    voice.known === known || voice.lent?.until === known;
  const cause = order.findLast(isCause) ?? order.at(-1);
  const change = { known, status, disputed, voice: cause?.index ?? 0 };
  return { ...row, status, disputed, history: [...row.history, change] };
}

function timeOf(voice: LedgerVoice): number {
  return Date.parse(voice.published ?? voice.known);
}
