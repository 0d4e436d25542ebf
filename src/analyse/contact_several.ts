import { clauseStart } from './contact_arguments.js';
import { phraseOf } from './contact_details.js';
import type { Telling } from './contact_draft.js';
import type { Frame } from './contact_frames.js';
import type { Line } from './contact_line.js';
import type { Party } from './contact_party.js';

// Words that tell of more contacts than one.

/** «به‌طور جداگانه با A و B دیدار کرد»: two meetings. */
export function separated(
  line: Line,
  floor: number,
  frame: Frame,
  parties: readonly Party[],
): (readonly Party[])[] {
  if (frame.rule === 'contact/visit') return toEachState(frame, parties);
  const words = phraseOf(line, clauseStart(line, frame.phrase.from, floor), frame.phrase.to);
  const { subject } = frame;
  const [head] = subject;
  const others = parties.filter((party) => !subject.includes(party));
  if (head === undefined || subject.length > 1 || others.length < 2) return [parties];
  return / جداگانه /u.test(words) ? others.map((other) => [head, other]) : [parties];
}

/** «سفر به پاکستان و عمان»: a journey to each, in one state the journey of all. */
function toEachState({ destination }: Frame, parties: readonly Party[]): (readonly Party[])[] {
  const travellers = parties.filter(({ type }) => type !== 'state');
  const states = parties.filter(({ type }) => type === 'state');
  if (destination !== undefined || travellers.length === 0 || states.length < 2) return [parties];
  return states.map((state) => [...travellers, state]);
}

/** «ممکن است بیش از دو تماس تلفنی اعلام‌شده داشته باشند» takes those two for granted. */
export function knownBefore(line: Line, telling: Telling, { phrase }: Frame): Telling[] {
  const words = phraseOf(line, Math.max(0, phrase.from - 4), phrase.to + 4);
  if (!/ بیش(?:تر)? از \S+ .* (?:اعلامشده|اعلام شده|علنی) /u.test(words)) return [];
  const { modality, voice } = telling;
  return [
    {
      ...telling,
      modality: { ...modality, stance: 'affirm', presupposed: true },
      voice: { ...voice, stance: 'affirm', presupposed: true },
      secrecy: 'announced',
      isMany: true,
    },
  ];
}
