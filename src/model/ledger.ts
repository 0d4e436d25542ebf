import type { Contact, ContactActor, ContactKind, ContactPart, ContactStatus } from './contact.js';
import type { StatusVoice } from './contact_status.js';
import type { Span } from './span.js';

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
  /** It spoke of an open contact that is held to be this one; with an end once it no longer is. */
  readonly lent?: { readonly contact: string; readonly until?: string };
}

/** Why an open contact is held to be another: the same day, or told within a few days where none is given. */
export type OpenRule = 'open/day' | 'open/near';

/** From an instant on an open contact was held to be another one, or none, or could have been several. */
interface Resolution {
  readonly known: string;
  /** Contacts that fitted. */
  readonly rivals: number;
  /** Id of the only one. */
  readonly contact?: string;
  readonly rule?: OpenRule;
}

/** Who brought a contact about, with every sentence that says so. */
export interface LedgerRole extends ContactActor {
  readonly part: ContactPart;
  readonly rule: string;
  readonly known: string;
  readonly places: readonly VoicePlace[];
}

/** Where a ledger contact was told. */
export interface Telling {
  readonly article: string;
  readonly index: number;
  readonly published?: string;
  readonly known: string;
}

/** The status changed: when we came to know it, and through whom. */
interface StatusChange {
  readonly known: string;
  readonly status: ContactStatus;
  readonly disputed: boolean;
  /** Index in `voices` of the voice that caused it. */
  readonly voice: number;
}

/** One contact between parties as all articles together tell it. Plain values: a store keeps it as it is. */
export interface LedgerContact {
  /** Made from the first report: the same reports in the same order give the same ids. */
  readonly id: string;
  readonly actors: readonly ContactActor[];
  /** Its articles name one side alone, the only actor. */
  readonly isOpen?: true;
  /** Of an open contact: which one it was held to be, and from when on. Grows at its end. */
  readonly resolutions?: readonly Resolution[];
  /** Grows; who is told to have had two parts, or two to have had one, both stay. */
  readonly roles: readonly LedgerRole[];
  readonly kind: ContactKind;
  readonly level: Contact['level'];
  readonly secrecy: Contact['secrecy'];
  /** First and last day on which it can have been; an end is open where nothing says. */
  readonly days: readonly [from: string | null, to: string | null];
  readonly place?: string;
  /** Entity id of the country in which it lies. */
  readonly placeSide?: string;
  readonly status: ContactStatus;
  readonly disputed: boolean;
  readonly voices: readonly LedgerVoice[];
  /** Grows at its end and is never rewritten. */
  readonly history: readonly StatusChange[];
  readonly tellings: readonly Telling[];
}

/** What was known of the ledger at a past instant: later voices and changes are left out. */
export function ledgerAsKnownAt(ledger: readonly LedgerContact[], instant: string): LedgerContact[] {
  const moment = Date.parse(instant);
  const isKnown = ({ known }: { readonly known: string }): boolean => Date.parse(known) <= moment;
  return ledger.flatMap((row) => {
    const history = row.history.filter(isKnown);
    const last = history.at(-1);
    if (last === undefined) return [];
    const { status, disputed } = last;
    const [tellings, voices, roles] = [
      row.tellings.filter(isKnown),
      row.voices.filter(isKnown).map((voice) => lentThen(voice, moment)),
      row.roles.filter(isKnown),
    ];
    const resolutions = row.resolutions?.filter(isKnown);
    return [
      { ...row, voices, roles, history, tellings, status, disputed, ...(resolutions && { resolutions }) },
    ];
  });
}

/** A voice that was taken back later still counted then. */
function lentThen(voice: LedgerVoice, moment: number): LedgerVoice {
  const { lent } = voice;
  if (lent?.until === undefined || Date.parse(lent.until) <= moment) return voice;
  return { ...voice, lent: { contact: lent.contact } };
}

/** The voices that count: all but those that were taken back. */
export function heardVoices({ voices }: Pick<LedgerContact, 'voices'>): readonly LedgerVoice[] {
  return voices.filter(({ lent }) => lent?.until === undefined);
}

/** The id of the contact that an open one is held to be; nothing while its other side is open. */
export function resolutionOf({ resolutions = [] }: LedgerContact): string | undefined {
  return resolutions.at(-1)?.contact;
}
