import type { StatusVoice } from '../model/contact_status.js';
import type { Span } from '../model/span.js';
import { keyOf } from '../persian/keys.js';
import type { ContactReport } from './ledger.js';

/** A sentence in one article that carries a voice. */
interface VoicePlace {
  readonly article: string;
  readonly span: Span;
}

/** One voice on a contact; the same words of the same speaker in several articles are one voice with several places. */
export interface LedgerVoice extends StatusVoice {
  readonly speaker?: string;
  readonly entity?: string;
  /** Index of the statement in the analysis of the first article; absent for narration. */
  readonly statement?: number;
  readonly rule: string;
  readonly published?: string;
  readonly known: string;
  /** What makes two voices one: speaker or group of copies, stance, letters. */
  readonly sameAs: string;
  readonly places: readonly VoicePlace[];
}

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
