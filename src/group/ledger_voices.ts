import type { LedgerVoice } from '../model/ledger.js';
import { keyOf } from '../persian/keys.js';
import type { ContactReport } from './ledger.js';

/** The voices of a report. */
export function voicesOf(report: ContactReport): LedgerVoice[] {
  const { published, known, contact, said, article } = report;
  return contact.voices.map((voice) => {
    const { statement, stance, participant, presupposed, speculative, calledOff, evidence } = voice;
    const speech = statement === undefined ? undefined : said[statement];
    const side = speech?.side ?? speech?.entity;
    return {
      ...{ stance, participant, presupposed, known },
      narrated: statement === undefined && !participant,
      ...(speculative && { speculative }),
      ...(calledOff && { calledOff }),
      ...(side !== undefined && { side }),
      ...(speech?.speaker !== undefined && { speaker: speech.speaker }),
      ...(speech?.entity !== undefined && { entity: speech.entity }),
      ...(statement !== undefined && { statement }),
      rule: evidence.rule,
      ...(published !== undefined && { published }),
      sameAs: sameAs(report, { statement, stance, start: evidence.span.start }),
      places: [{ article, span: evidence.span }],
    };
  });
}

/** Narration is one voice in all copies of a text; speech is one wherever the speaker's sentence is the same. */
function sameAs(
  { article, copyGroup, said }: ContactReport,
  voice: { readonly statement: number | undefined; readonly stance: string; readonly start: number },
): string {
  const speech = voice.statement === undefined ? undefined : said[voice.statement];
  const speaker = speech?.entity ?? speech?.speaker;
  const text = copyGroup ?? article;
  const words = speech === undefined ? `${text}:${voice.statement ?? 'narration'}` : keyOf(speech.words);
  return `${speaker ?? text}|${voice.stance}|${words}`;
}

/** Adds voices; one that is known already only gains a place. Those that are there keep their index. */
export function addVoices(before: readonly LedgerVoice[], more: readonly LedgerVoice[]): LedgerVoice[] {
  const voices = [...before];
  for (const voice of more) {
    const at = voices.findIndex((each) => each.sameAs === voice.sameAs);
    const known = voices[at];
    if (known === undefined) voices.push(voice);
    else voices[at] = { ...known, places: [...known.places, ...voice.places] };
  }
  return voices;
}
