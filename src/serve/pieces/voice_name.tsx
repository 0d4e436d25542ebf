import type { LedgerVoice } from '../../model/ledger.js';
import { say } from '../language.js';
import { Name } from './name.js';

/** Who says something of a contact; an outlet's own narration has no speaker. */
export function VoiceName({ voice }: { readonly voice: LedgerVoice }) {
  if (voice.speaker === undefined)
    return <span class="soft">{say('گزارش خود رسانه', 'the outlet’s own report')}</span>;
  return <Name of={voice.speaker} />;
}
