import type { Contact, ContactActor } from '../model/contact.js';
import { statusOf } from '../model/contact_status.js';
import type { Statement } from '../model/statement.js';
import type { Gazetteer } from '../sources/gazetteer.js';
import { addAnswers } from './contact_answers.js';
import { levelOf } from './contact_details.js';
import {
  areSameParties,
  type Draft,
  type DraftVoice,
  draftsOf,
  isOpenDraft,
  kindOf,
  partiesOf,
  secrecyOf,
  type Telling,
  timeOf,
} from './contact_draft.js';
import type { FrameMemory } from './contact_frames.js';
import { readLines } from './contact_line.js';
import { NOTHING_SAID, rememberPair, rememberSubject } from './contact_memory.js';
import { knownNames } from './contact_names.js';
import { type Known, type Party, readPartyLine } from './contact_party.js';
import { readTellings, type TellingQuery, triggersOf } from './contact_telling.js';
import { datesOfSentences } from './contact_time.js';
import { isOfCalledOffVisit, isOfKnown, isOfMeeting } from './contact_told_with.js';
import { heardAmong } from './contact_voices.js';
import type { Block, Document } from './document.js';
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
  const { text, published } = document;
  const dates = datesOfSentences(text, published);
  const drafts: Draft[] = [];
  let memory = NOTHING_SAID;
  let before: Block | undefined;
  const lines = readLines(document, reading.mentions.mentions);
  // What is told behind the last trigger nobody needs to remember.
  const last = lines.findLastIndex((line) => triggersOf(line).length > 0);
  for (const line of lines.slice(0, last + 1)) {
    if (line.block.role === 'teaser' && line.block.part !== before?.part) memory = NOTHING_SAID;
    before = line.block;
    const at = readPartyLine(line, known);
    const block = document.blocks.indexOf(line.block);
    memory = readLine(drafts, { at, memory, statements, dates, block, published });
  }
  const context = { known, text };
  for (const [index, statement] of statements.entries()) addAnswers(drafts, { statement, index }, context);
  const whole = drafts.filter((draft) => !isOpenDraft(draft));
  return drafts
    .filter((draft) =>
      isOpenDraft(draft)
        ? !isOfKnown(draft, whole)
        : !isOfMeeting(draft, whole) && !isOfCalledOffVisit(draft, whole),
    )
    .flatMap((draft) => contactOf(draft, known));
}

/**
 * A page is bounded in what it may cost: nobody tells of more contacts, or of one contact more often, in an article. What
 * comes behind is left out, and the work grows with the length of the page and no faster.
 */
const MOST_CONTACTS = 200;
const MOST_TELLINGS = 100;

/** Adds what a line tells, and remembers for the next who acted and which pair was spoken of. */
function readLine(drafts: Draft[], query: Omit<TellingQuery, 'found' | 'limit'>): FrameMemory {
  const { at } = query;
  let { memory } = query;
  let hasPair = false;
  const triggers = triggersOf(at.line);
  for (const [index, found] of triggers.entries()) {
    const limit = triggers[index + 1]?.from ?? at.line.words.length;
    for (const telling of readTellings({ ...query, memory, found, limit })) {
      addTelling(drafts, telling);
      if (telling.parties.length < 2) continue;
      memory = { ...memory, pair: telling.parties.slice(0, 2) };
      hasPair = true;
    }
  }
  const acting = rememberSubject(at, memory);
  return hasPair ? acting : rememberPair(at, acting);
}

function addTelling(drafts: Draft[], telling: Telling): void {
  const meant = draftsOf(drafts, telling);
  if (meant.length === 0 && namesPlan(drafts, telling)) return;
  if (meant.length === 0) addDraft(drafts, telling);
  for (const draft of meant) {
    if (draft.tellings.length >= MOST_TELLINGS) continue;
    const isAhead = AHEAD.has(telling.voice.stance);
    if (isAhead && draft.voices.some(({ stance }) => stance === 'affirm')) continue;
    if (isOnlyNamed(telling) && isNotYet(draft)) continue;
    draft.tellings.push(telling);
    addVoice(draft, heardAmong(telling.voice, partiesOf(draft)));
  }
}

/** A new contact; a round without parties is one of the talks told last, or of the article's two states. */
function addDraft(drafts: Draft[], telling: Telling): void {
  if (drafts.length >= MOST_CONTACTS) return;
  const isWhole = telling.parties.length > 1 || telling.isOpen;
  const parties = isWhole ? telling.parties : partiesOfRound(drafts, telling);
  if (parties.length < 2 && !telling.isOpen) return;
  const own = parties === telling.parties ? telling : { ...telling, parties, isReference: false };
  drafts.push({ tellings: [own], voices: [heardAmong(telling.voice, parties)] });
}

function partiesOfRound(drafts: readonly Draft[], telling: Telling): readonly Party[] {
  if (telling.round === undefined) return [];
  const whole = isOwnRound(telling) ? drafts.findLast((draft) => kindOf(draft) === 'talks') : undefined;
  return whole === undefined ? (telling.dyad ?? []) : partiesOf(whole);
}

/** Of a contact that took place, what is still to come tells of another one: «ادامهٔ این مذاکرات مبهم است». */
const AHEAD: ReadonlySet<string> = new Set(['expected', 'conditional', 'offered']);

/** A round of its own is what is said to happen or to come; «تاریخ دور دوم» alone tells of none. */
function isOwnRound({ voice }: Telling): boolean {
  return voice.stance !== 'unknown' && !voice.presupposed;
}

/** «دستور کار این سفر …» names a contact and does not say that it took place. */
function isOnlyNamed({ isReference, voice }: Telling): boolean {
  return isReference && voice.presupposed && voice.stance === 'affirm';
}

/** «برگزاری دیدار با او را پیروزی می‌داند» behind a plan names the plan, and says not that it came true. */
function namesPlan(drafts: readonly Draft[], telling: Telling): boolean {
  const { isNamed, voice, kind, parties, when } = telling;
  if (!isNamed || voice.stance !== 'affirm' || when !== undefined || kind === 'talks') return false;
  return drafts.some(
    (draft) => kindOf(draft) === kind && isNotYet(draft) && areSameParties(parties, partiesOf(draft)),
  );
}

/** Only planned so far, or called off. */
function isNotYet({ voices }: Draft): boolean {
  return voices.every(({ stance, calledOff }) => AHEAD.has(stance) || calledOff !== undefined);
}

/** A statement speaks once: what it says outright counts before what it takes for granted or plans. */
function addVoice(draft: Draft, voice: DraftVoice): void {
  const at = draft.voices.findIndex(
    (other) => other.statement !== undefined && other.statement === voice.statement,
  );
  const before = draft.voices[at];
  if (before === undefined) draft.voices.push(voice);
  else if (weightOf(voice) > weightOf(before)) draft.voices[at] = voice;
}

function weightOf({ presupposed, stance }: DraftVoice): number {
  if (stance === 'expected') return 0;
  return presupposed ? 1 : 2;
}

function contactOf(draft: Draft, known: Known): Contact[] {
  const parties = partiesOf(draft);
  const [first] = draft.tellings;
  if (first === undefined || (parties.length < 2 && !first.isOpen)) return [];
  if (draft.voices.every((voice) => voice.stance === 'unknown')) return [];
  const { status, disputed } = statusOf(
    draft.voices
      .map((each) => heardAmong(each, parties))
      .map((voice) => ({
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
      ...(first.isOpen && { isOpen: true }),
      roles: rolesOf(draft, parties),
      kind: kindOf(draft),
      level: levelOf(parties, words, known.officesOf),
      secrecy: secrecyOf(draft),
      status,
      disputed,
      ...(when && { when }),
      ...(place && { place }),
      trigger: first.trigger,
      voices: draft.voices.map(({ side: _, speakers: __, ...voice }) => voice),
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

/** Everybody once for each part, on the words that first say so; a party of the contact mediates nothing. */
function rolesOf(draft: Draft, parties: readonly Party[]): Contact['roles'] {
  const roles = draft.tellings
    .flatMap((telling) => telling.roles)
    .filter(({ part, party }) => part !== 'mediator' || !areSameParties([party], parties));
  return roles
    .map(({ part, party, evidence }) => ({ ...actorOf(party), part, evidence }))
    .filter(
      (role, at, all) =>
        all.findIndex(
          ({ part, entity, name }) => part === role.part && (entity ?? name) === (role.entity ?? role.name),
        ) === at,
    );
}

function actorOf({ name, entity, side, via, span, role }: Party): ContactActor {
  return {
    name,
    ...(entity !== undefined && { entity }),
    ...(span && { span }),
    via,
    ...(role && { role }),
    ...(side !== undefined && { side }),
  };
}
