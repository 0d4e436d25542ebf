import type { ContactStatus, ContactVoice } from './contact.js';

/** What the rule reads of a voice: its stance, and who speaks. */
export interface StatusVoice extends Pick<ContactVoice, 'stance' | 'participant' | 'presupposed'> {
  /** The outlet's own narration, nobody else's words. */
  readonly narrated: boolean;
  readonly speculative?: boolean | undefined;
  readonly calledOff?: ContactVoice['calledOff'] | undefined;
  /** Entity id of the side that speaks; two voices without one are held to be of different sides. */
  readonly side?: string | undefined;
}

export interface StatusOutcome {
  readonly status: ContactStatus;
  /** Somebody says yes, somebody else no. */
  readonly disputed: boolean;
}

/**
 * The status of a contact from its voices in the order in which they spoke. Participants decide over third parties,
 * these over the outlet's own narration; of participants who contradict each other the last one decides and the
 * contact is disputed. What is only taken for granted affirms, unless the same side says less in so many words.
 */
export function statusOf(voices: readonly StatusVoice[]): StatusOutcome {
  const heard = voices.filter((voice) => voice.stance !== 'unknown' && !isOutweighed(voice, voices));
  const sides = heard.filter((voice) => voice.participant && !voice.speculative);
  const settled = settledBy(sides, heard);
  const no = heard.filter((voice) => voice.stance === 'deny' && !voice.calledOff);
  const yes = heard.filter((voice) => voice.stance === 'affirm' && !(voice.presupposed && voice.narrated));
  const disputed = yes.length > 0 && no.some((voice) => voice.participant);
  return { status: settled ?? withoutParticipants(heard), disputed: settled !== undefined && disputed };
}

/** What the participants alone say; nothing where they say nothing, or speak of what is to come. */
function settledBy(sides: readonly StatusVoice[], heard: readonly StatusVoice[]): ContactStatus | undefined {
  const verdict = sides.findLast((voice) => voice.stance === 'affirm' || voice.stance === 'deny');
  if (verdict?.stance === 'affirm') return 'confirmed';
  const last = sides.findLast((voice) => SETTLING.has(voice.stance));
  if (last === undefined) return undefined;
  if (last.stance === 'deny') return sides.some((voice) => voice.calledOff) ? 'not_occurred' : 'denied';
  const isAhead =
    verdict === undefined &&
    (sides.some((voice) => FIRMNESS.some((each) => each === voice.stance)) || isSetLater(heard, last));
  return isAhead ? undefined : 'not_ruled_out';
}

/** Left open by a participant, then announced by somebody else, as by the host: it is to come. */
function isSetLater(heard: readonly StatusVoice[], open: StatusVoice): boolean {
  return heard.slice(heard.indexOf(open) + 1).some((voice) => voice.stance === 'expected' && !voice.narrated);
}

/** Stances of a participant that settle whether something happened; the others speak of what is to come. */
const SETTLING: ReadonlySet<string> = new Set(['affirm', 'deny', 'not_ruled_out', 'possible']);

/** Nobody who took part has settled it: what is to come, else what third parties claim, else what is narrated. */
function withoutParticipants(heard: readonly StatusVoice[]): ContactStatus {
  const ahead = FIRMNESS.find((status) => heard.some((voice) => voice.stance === status));
  const past = heard.filter((voice) => !FIRMNESS.some((status) => status === voice.stance));
  const last = past.findLast((voice) => voice.stance === 'affirm' || voice.stance === 'deny');
  if (last !== undefined && (ahead === undefined || last.stance === 'deny' || !last.presupposed)) {
    return statusOfPast(past, last);
  }
  if (ahead !== undefined) return ahead;
  return heard.some((voice) => voice.stance === 'not_ruled_out') ? 'not_ruled_out' : 'speculated';
}

/** What is to come, the firmest first. */
const FIRMNESS = ['expected', 'conditional', 'offered'] as const;

function statusOfPast(past: readonly StatusVoice[], last: StatusVoice): ContactStatus {
  if (last.stance === 'deny') return last.calledOff || last.narrated ? 'not_occurred' : 'denied';
  const yes = past.filter((voice) => voice.stance === 'affirm');
  if (yes.every((voice) => voice.speculative)) return 'speculated';
  const claims = yes.filter((voice) => !voice.narrated);
  const tells = yes.some((voice) => voice.narrated && !voice.presupposed);
  return claims.length > 0 && !tells ? 'claimed' : 'stated';
}

/** A presupposition of a side that in so many words only fails to rule out, denies or expects. */
function isOutweighed(voice: StatusVoice, voices: readonly StatusVoice[]): boolean {
  if (!voice.presupposed || !voice.participant || voice.stance !== 'affirm') return false;
  return voices.some(
    (other) =>
      !other.presupposed && other.participant && other.stance !== 'affirm' && isSameSide(voice, other),
  );
}

function isSameSide(a: StatusVoice, b: StatusVoice): boolean {
  return a.side !== undefined && a.side === b.side;
}
