import type { Span } from '../model/span.js';
import type { Speaker, Stance, Statement } from '../model/statement.js';
import type { DraftVoice } from './contact_draft.js';
import type { Line } from './contact_line.js';
import type { Known, Party } from './contact_party.js';
import type { Modality } from './contact_surroundings.js';

/** A statement with its index, as voices refer to it. */
export interface IndexedStatement {
  readonly statement: Statement;
  readonly index: number;
}

/** The innermost statement in whose content a place of the text stands. */
export function statementAround(statements: readonly Statement[], place: Span): IndexedStatement | undefined {
  let best: IndexedStatement | undefined;
  for (const [index, statement] of statements.entries()) {
    const { content } = statement;
    if (content.start > place.start || content.end < place.end) continue;
    if (best === undefined || size(content) <= size(best.statement.content)) best = { statement, index };
  }
  return best;
}

/** The statement whose predicate closes the phrase of a trigger: «… را رد کرد», where its content was cut shorter. */
export function statementBehind(
  statements: readonly Statement[],
  line: Line,
  trigger: Span,
): IndexedStatement | undefined {
  const { start, end } = line.sentence;
  for (const [index, statement] of statements.entries()) {
    const { verb } = statement;
    if (
      verb !== undefined &&
      verb.start >= trigger.end &&
      verb.end <= end &&
      statement.evidence.span.start >= start
    ) {
      return { statement, index };
    }
  }
  return undefined;
}

function size(span: Span): number {
  return span.end - span.start;
}

export interface VoiceQuery {
  readonly line: Line;
  readonly modality: Modality;
  readonly said: IndexedStatement | undefined;
  /** Who acts in the sentence: he denies where no statement was found. */
  readonly subject: readonly Party[];
  readonly rule: string;
}

/** Who says it and how: the statement around the trigger, else the outlet's own narration. */
export function voiceOf(query: VoiceQuery, known: Known): DraftVoice {
  const { line, modality, said, subject, rule } = query;
  const { presupposed, speculative, calledOff, isActed } = modality;
  const marks = { ...(speculative && { speculative }), ...(calledOff && { calledOff }) };
  if (said === undefined) {
    return {
      stance: modality.stance,
      participant: false,
      presupposed,
      ...marks,
      speakers: isActed ? subject : [],
      evidence: { span: { start: line.sentence.start, end: line.sentence.end }, rule },
    };
  }
  return {
    statement: said.index,
    stance: stanceIn(modality, said.statement),
    participant: false,
    presupposed,
    ...marks,
    speakers: speakersOf(said.statement)
      .filter((speaker) => !isOutside(line, speaker))
      .map((speaker) => partyOfSpeaker(speaker, known)),
    evidence: { span: said.statement.evidence.span, rule },
  };
}

/** A voice against the parties of its contact: whether one of the speakers stands on their side. */
export function heardAmong(voice: DraftVoice, parties: readonly Party[]): DraftVoice {
  const party = voice.speakers.find((each) => isSideOf(each, parties));
  if (party === undefined) return voice;
  return { ...voice, participant: true, side: party.side ?? party.entity ?? party.name };
}

/** Whoever left office, or only watches, speaks for no side: «وزیر سابق», «کارشناس مسائل منطقه». */
function isOutside({ text }: Line, { role, span, name }: Speaker): boolean {
  const words = role === undefined ? '' : text.slice(role.start, role.end);
  const behind = span === undefined ? '' : text.slice(span.start, span.end + NEAR_UTF16);
  return OUTSIDERS.test(`${name} ${words}`) || FORMER.test(behind);
}

/** Letters behind a name in which its office stands. */
const NEAR_UTF16 = 24;
const OUTSIDERS = /سابق|پیشین|اسبق|تحلیلگر|تحلیل‌گر|کارشناس|استاد|پژوهشگر/u;
const FORMER = /(?:وزیر|رئیس|رییس|سفیر|معاون|نماینده|مقام)\S* (?:سابق|پیشین|اسبق)/u;

export function speakersOf(statement: Statement): readonly Speaker[] {
  return statement.speaker === undefined ? [] : [statement.speaker, ...statement.coSpeakers];
}

/** The stance of the words around the trigger, unless the whole statement is a noun phrase that its verb judges. */
function stanceIn(modality: Modality, { stance, verb, content, act }: Statement): Stance {
  const isObject =
    verb !== undefined &&
    verb.start >= content.start &&
    /^(?:deny|rule_out|not_rule_out|reject_proposal|confirm|expect|speculate|offer)$/.test(act);
  if (!isObject || modality.isActed || modality.calledOff) return modality.stance;
  if (stance === 'unknown' || stance === 'affirm') return modality.stance;
  return verb.start >= content.end ? stance : modality.stance;
}

/** A speaker as one who may stand on a side. */
export function partyOfSpeaker(speaker: Speaker, known: Known): Party {
  const entity = known.entityOf(speaker.entity);
  const side = entity?.side;
  return {
    from: -1,
    to: -1,
    name: entity?.name ?? speaker.name,
    ...(speaker.entity !== undefined && { entity: speaker.entity }),
    ...(side !== undefined && { side }),
    via: speaker.via,
    ...(speaker.span && { span: speaker.span }),
    type:
      entity === undefined || entity.type === 'person'
        ? 'person'
        : entity.type === 'place'
          ? 'state'
          : 'organisation',
  };
}

/** Whether somebody speaks for a party: himself, or his side; an outlet speaks for nobody but itself. */
function isSideOf(who: Party, parties: readonly Party[]): boolean {
  if (who.via === 'unnamed' || who.entity?.startsWith('outlet.')) return false;
  return parties.some(
    (party) =>
      (who.entity !== undefined && who.entity === party.entity) ||
      who.name === party.name ||
      (who.side !== undefined && who.side === party.side),
  );
}
