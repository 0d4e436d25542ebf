import type { Contact, ContactActor } from '../model/contact.js';
import { statusOf } from '../model/contact_status.js';
import type { Span } from '../model/span.js';
import type { Statement } from '../model/statement.js';
import { type DateMention, findDates } from '../persian/dates.js';
import type { Gazetteer } from '../sources/gazetteer.js';
import { levelOf, phraseOf, placeIn, secrecyIn, timeIn } from './contact_details.js';
import {
  type Draft,
  type DraftVoice,
  draftOf,
  kindOf,
  partiesOf,
  secrecyOf,
  type Telling,
  timeOf,
} from './contact_draft.js';
import { clauseStart, type Frame, type FrameMemory, governingVerb, readFrame } from './contact_frames.js';
import { hardNegativeOf } from './contact_hard_negatives.js';
import { type Line, readLines, spanOfWords, wordsOf } from './contact_line.js';
import { type Modality, readModality } from './contact_modality.js';
import { knownNames } from './contact_names.js';
import { type Known, type Party, type PartyLine, readPartyLine } from './contact_party.js';
import { isContactBetween, namedCounterparts } from './contact_sides.js';
import { type FoundTrigger, triggerAt } from './contact_triggers.js';
import {
  type IndexedStatement,
  isSideOf,
  partyOfSpeaker,
  speakersOf,
  statementAround,
  statementBehind,
  voiceOf,
} from './contact_voices.js';
import type { Document } from './document.js';
import type { Mentions } from './mentions.js';

/** What is known of a document when its contacts are looked for. */
export interface ContactReading {
  readonly document: Document;
  readonly gazetteer: Gazetteer;
  readonly mentions: Mentions;
  readonly statements: readonly Statement[];
}

/**
 * The contacts that a document tells of, one for each real contact, in the order in which it first tells of them.
 * Voices are in the order of the text; the status follows from them. What is planned is never shown as past.
 */
export function findContacts(reading: ContactReading): Contact[] {
  const { document, statements } = reading;
  const known = knownNames(reading);
  const dates = findDates(
    document.text,
    document.published === undefined ? {} : { reference: document.published },
  );
  const drafts: Draft[] = [];
  let memory: FrameMemory = { subject: [], pair: [] };
  let part = -1;
  for (const line of readLines(document, reading.mentions.mentions)) {
    if (line.block.role === 'teaser' && line.block.part !== part) memory = { subject: [], pair: [] };
    part = line.block.part;
    const at = readPartyLine(line, known);
    for (const found of triggersOf(line)) {
      const telling = readTelling({ at, found, memory, statements, dates });
      if (telling === undefined) continue;
      addTelling(drafts, telling);
      if (telling.parties.length > 1) memory = { ...memory, pair: telling.parties.slice(0, 2) };
    }
    memory = rememberSubject(at, memory);
  }
  for (const [index, statement] of statements.entries()) addAnswers(drafts, { statement, index }, known);
  return drafts.flatMap((draft) => contactOf(draft, known));
}

/** Triggers of a line, «دیدار و گفت‌وگو» as one; none inside another's words. */
function triggersOf(line: Line): FoundTrigger[] {
  const found: FoundTrigger[] = [];
  for (let at = 0; at < line.words.length; at += 1) {
    const next = triggerAt(line.keys, at);
    if (next === undefined) continue;
    const last = found.at(-1);
    const isJoined = last !== undefined && last.to + 1 === next.from && line.keys[last.to] === 'و';
    if (isJoined && JOINS.has(last.trigger.kind) && JOINS.has(next.trigger.kind)) {
      found[found.length - 1] = joined(last, next);
    } else found.push(next);
    at = next.to - 1;
  }
  return found;
}

const JOINS: ReadonlySet<string> = new Set([
  'meeting',
  'talks',
  'phone_call',
  'contact',
  'channel',
  'video_call',
]);
const RANK = ['video_call', 'phone_call', 'channel', 'meeting', 'talks', 'contact'];

/** The more telling kind names the pair. */
function joined(a: FoundTrigger, b: FoundTrigger): FoundTrigger {
  const trigger = RANK.indexOf(a.trigger.kind) <= RANK.indexOf(b.trigger.kind) ? a.trigger : b.trigger;
  const weak = a.trigger.weak === true && b.trigger.weak === true;
  return { trigger: { ...trigger, weak }, from: a.from, to: b.to };
}

interface TellingQuery {
  readonly at: PartyLine;
  readonly found: FoundTrigger;
  readonly memory: FrameMemory;
  readonly statements: readonly Statement[];
  readonly dates: readonly DateMention[];
}

function readTelling({ at, found, memory, statements, dates }: TellingQuery): Telling | undefined {
  const { line, known } = at;
  const { kind } = found.trigger;
  const trigger = spanOfWords(line, found);
  const around = statementAround(statements, trigger);
  const floor = floorOf(line, around);
  const speaker = around?.statement.speaker;
  const frame = readFrame(at, found, {
    floor,
    ...(speaker && { speaker: partyOfSpeaker(speaker, known) }),
    memory,
  });
  const parties = namedCounterparts(frame.parties, known);
  const refused = hardNegativeOf(kind, line.keys, found);
  if (refused !== undefined && !(refused.sparesPeople === true && arePeople(parties))) return undefined;
  if (!frame.isReference && !isContactBetween(parties, found, frame)) return undefined;
  const modality = readModality(line, found, frame, floor);
  if (modality === undefined) return undefined;
  const said = around ?? (modality.isActed ? statementBehind(statements, line, trigger) : undefined);
  const range = rangeOf(line, frame, floor, modality);
  const when = timeIn(dates, range, trigger);
  const start = clauseStart(line, found.from, floor);
  const place =
    frame.destination === undefined ? placeIn(at, start - 1, wordsOf(line, range).to) : placeOf(at, frame);
  const rule = `${frame.rule}+${modality.rule}`;
  return {
    parties: frame.isReference && parties.length < 2 ? [] : parties,
    kind,
    modality,
    secrecy: secrecyIn(line, Math.max(start, found.from - 6), frame.phrase.to + 2),
    ...(when && { when }),
    ...(place && { place }),
    trigger,
    voice: voiceOf(
      {
        line,
        modality,
        said,
        parties: parties.length > 1 ? parties : memory.pair,
        subject: frame.subject,
        rule,
      },
      known,
    ),
    isReference: frame.isReference,
    isAnother: isAnother(line, found, frame),
    phrase: phraseOf(line, found.from, frame.phrase.to),
    part: line.block.role === 'teaser' ? -1 - line.block.part : line.block.part,
    rule,
  };
}

function arePeople(parties: readonly Party[]): boolean {
  return parties.filter((party) => party.type === 'person').length > 1;
}

/** Words of a speech do not look for parties before its beginning. */
function floorOf(line: Line, around: IndexedStatement | undefined): number {
  if (around === undefined || around.statement.content.start <= line.sentence.start) return 0;
  const { from } = wordsOf(line, around.statement.content);
  return from;
}

/** Where time and place of a telling may stand: its clause, without the predicate that judges it. */
function rangeOf(line: Line, frame: Frame, floor: number, modality: Modality): Span {
  const start =
    modality.isActed && floor === 0 ? frame.phrase.from : clauseStart(line, frame.phrase.from, floor);
  const verb = governingVerb(line, frame.phrase.to);
  return spanOfWords(line, { from: start, to: verb?.next ?? line.words.length });
}

function placeOf({ known }: PartyLine, { destination }: Frame): Telling['place'] {
  if (destination?.span === undefined) return undefined;
  const entity = known.entityOf(destination.entity);
  const name = entity?.name ?? destination.name;
  return { name, ...(entity && { entity: entity.id }), span: destination.span };
}

/** «تماس تلفنی دیگری», «آخرین دیدار», «بار دیگر دیدار کنند». */
function isAnother(line: Line, found: FoundTrigger, frame: Frame): boolean {
  const before = ` ${line.keys.slice(Math.max(0, found.from - 4), found.from).join(' ')} `;
  const behind = ` ${line.keys.slice(found.to, frame.phrase.to + 1).join(' ')} `;
  return (
    / (?:آخرین|آخرینبار|آخرین بار|بار دیگر|باردیگر|دوباره|پیشتر|نخستین) /u.test(before) ||
    / (?:دیگر|دیگری|بعدی|جدید|جدیدی|مجدد|دوباره) /u.test(behind)
  );
}

function addTelling(drafts: Draft[], telling: Telling): void {
  const draft = draftOf(drafts, telling);
  if (draft === undefined) {
    if (telling.parties.length > 1) drafts.push({ tellings: [telling], voices: [telling.voice] });
    return;
  }
  draft.tellings.push(telling);
  addVoice(draft, telling.voice);
}

/** A statement speaks once; what it says outright counts before what it takes for granted. */
function addVoice(draft: Draft, voice: DraftVoice): void {
  const at = draft.voices.findIndex(
    (other) => other.statement !== undefined && other.statement === voice.statement,
  );
  const before = draft.voices[at];
  if (before === undefined) draft.voices.push(voice);
  else if (before.presupposed && !voice.presupposed) draft.voices[at] = voice;
}

/** «کرملین این گزارش‌ها را تکذیب کرد»: a statement that answers one which spoke of a contact. */
function addAnswers(drafts: readonly Draft[], said: IndexedStatement, known: Known): void {
  const { statement, index } = said;
  if (statement.target === undefined || statement.target === index) return;
  if (!/^(?:deny|not_ruled_out|affirm)$/.test(statement.stance)) return;
  if (!/^(?:deny|rule_out|not_rule_out|confirm|reject_proposal)$/.test(statement.act)) return;
  for (const draft of drafts) {
    if (!draft.voices.some((voice) => voice.statement === statement.target)) continue;
    if (draft.voices.some((voice) => voice.statement === index)) continue;
    const parties = partiesOf(draft);
    const party = speakersOf(statement)
      .map((each) => partyOfSpeaker(each, known))
      .find((each) => isSideOf(each, parties));
    draft.voices.push({
      statement: index,
      stance: statement.stance,
      participant: party !== undefined,
      presupposed: false,
      ...(party && { side: party.side ?? party.entity ?? party.name }),
      evidence: { span: statement.evidence.span, rule: 'contact/answer' },
    });
  }
}

/** Who acts in a line is who is meant where the next line names nobody. */
function rememberSubject(at: PartyLine, memory: FrameMemory): FrameMemory {
  const first = at.items.find((item) => item.adjective !== true && item.from <= 2);
  const entity = at.known.entityOf(first?.mention.entity);
  if (first === undefined || entity === undefined || entity.type === 'place') return memory;
  const { from, to, mention } = first;
  const party: Party = {
    from,
    to,
    name: entity.name,
    entity: entity.id,
    ...(entity.side !== undefined && { side: entity.side }),
    via: 'implicit',
    span: mention.span,
    type: entity.type === 'person' ? 'person' : 'organisation',
  };
  return { ...memory, subject: [party] };
}

function contactOf(draft: Draft, known: Known): Contact[] {
  const parties = partiesOf(draft);
  const [first] = draft.tellings;
  if (first === undefined || parties.length < 2) return [];
  const { status, disputed } = statusOf(
    draft.voices.map((voice) => ({
      ...voice,
      narrated: voice.statement === undefined && !voice.participant,
    })),
  );
  const when = timeOf(draft);
  const place = draft.tellings.find((telling) => telling.place !== undefined)?.place;
  const words = draft.tellings.map((telling) => telling.phrase).join(' ');
  return [
    {
      actors: parties.map(actorOf),
      kind: kindOf(draft),
      level: levelOf(parties, words, known.officesOf),
      secrecy: secrecyOf(draft),
      status,
      disputed,
      ...(when && { when }),
      ...(place && { place }),
      trigger: first.trigger,
      voices: draft.voices.map(({ side: _, ...voice }) => voice),
      evidence: evidenceOf(draft),
    },
  ];
}

function evidenceOf(draft: Draft): Contact['evidence'] {
  const seen = new Set<number>();
  return draft.voices
    .map((voice) => voice.evidence)
    .filter(({ span }) => !seen.has(span.start) && seen.add(span.start) !== undefined);
}

function actorOf({ name, entity, side, via, span, role }: Party): ContactActor {
  return {
    name,
    ...(entity !== undefined && { entity }),
    ...(span && { span }),
    via,
    ...(role && { role }),
    part: 'participant',
    ...(side !== undefined && { side }),
  };
}
