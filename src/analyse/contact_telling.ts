import type { Span } from '../model/span.js';
import type { Statement } from '../model/statement.js';
import type { DateMention } from '../persian/dates.js';
import { clauseStart, governingVerb, readArguments } from './contact_arguments.js';
import { phraseOf, placeIn, placeOf, secrecyIn } from './contact_details.js';
import type { Telling } from './contact_draft.js';
import { type Frame, type FrameMemory, readFrame } from './contact_frames.js';
import { hardNegativeOf } from './contact_hard_negatives.js';
import { type Line, spanOfWords, wordsOf } from './contact_line.js';
import { readModality } from './contact_modality.js';
import { openParty } from './contact_open.js';
import type { Party, PartyLine } from './contact_party.js';
import { dyadOf } from './contact_party_groups.js';
import {
  isAnotherContact,
  isAnsweredBefore,
  isAnyOfPair,
  isDefiniteSubject,
  isToldRound,
  roundOf,
} from './contact_reference.js';
import { readRoles } from './contact_roles.js';
import { knownBefore, separated } from './contact_several.js';
import {
  asSides,
  evenHolders,
  isContactBetween,
  isNobody,
  liftedToStates,
  namedCounterparts,
  ofTheDyad,
  withOtherState,
} from './contact_sides.js';
import { type Modality, OPENING } from './contact_surroundings.js';
import { comingTime, pastTime, rangeOf, timeIn } from './contact_time.js';
import { type FoundTrigger, triggerAt } from './contact_triggers.js';
import {
  type IndexedStatement,
  partyOfSpeaker,
  speakersOf,
  statementAround,
  statementBehind,
  voiceOf,
} from './contact_voices.js';

/** Triggers of a line, «دیدار و گفت‌وگو» as one; none inside another's words. */
export function triggersOf(line: Line): FoundTrigger[] {
  const found: FoundTrigger[] = [];
  for (let at = 0; at < line.words.length; at += 1) {
    const next = triggerAt(line.keys, at);
    if (next === undefined) continue;
    const last = found.at(-1);
    const gap = last === undefined ? undefined : line.keys.slice(last.to, next.from).join(' ');
    const isJoined = last !== undefined && /^(?:(?:بیشتر|مجدد) )?و$/u.test(gap ?? '');
    if (isJoined && JOINS.has(last.trigger.kind) && JOINS.has(next.trigger.kind)) {
      found[found.length - 1] = joined(last, next);
    } else found.push(next);
    at = next.to - 1;
  }
  return found;
}

/** From the most telling kind to the least; others are never joined. */
const RANK = ['video_call', 'phone_call', 'channel', 'meeting', 'talks', 'contact'];
const JOINS: ReadonlySet<string> = new Set(RANK);

/** The more telling kind names the pair. */
function joined(a: FoundTrigger, b: FoundTrigger): FoundTrigger {
  const trigger = RANK.indexOf(a.trigger.kind) <= RANK.indexOf(b.trigger.kind) ? a.trigger : b.trigger;
  const weak = a.trigger.weak === true && b.trigger.weak === true;
  return { trigger: { ...trigger, weak }, from: a.from, to: b.to };
}

export interface TellingQuery {
  readonly at: PartyLine;
  readonly found: FoundTrigger;
  readonly memory: FrameMemory;
  readonly statements: readonly Statement[];
  /** The times of a sentence, found when first needed. */
  readonly dates: (sentence: Span) => readonly DateMention[];
  /** ISO instant of the article. */
  readonly published: string | undefined;
  /** Index of the paragraph. */
  readonly block: number;
  /** Where the next trigger of the sentence begins. */
  readonly limit: number;
}

/** What a trigger tells: one contact, several where somebody met several «به‌طور جداگانه», or none. */
export function readTellings(query: TellingQuery): Telling[] {
  const { at, found, memory, statements } = query;
  const { line } = at;
  const trigger = spanOfWords(line, found);
  const around = statementAround(statements, trigger);
  const floor = floorOf(line, around);
  // «این بیانیه» speaks and meets nobody.
  const speakers = speakersBefore(at, around, floor);
  const frame = readFrame(at, found, { floor, speakers, memory });
  const plain = readModality(line, found, frame, floor);
  if (plain === undefined) return [];
  // «خواست تا در پیامی به ریاض خواستار … شود»: what somebody else is to do.
  const isOfDemand = around?.statement.act === 'demand' && plain.stance === 'affirm';
  if (isOfDemand && governingVerb(line, frame.phrase.to)?.mood === 'subjunctive') return [];
  // «از برقراری تماس میان A و B حمایت کرد»: nobody says that there is one.
  if (around?.statement.act === 'support' && STARTING.test(line.keys[found.from - 1] ?? '')) return [];
  const isWished = plain.stance === 'affirm' && around?.statement.act === 'demand' && found.from <= floor + 1;
  const said = withSpeech(withSummary(plain, around, line), around);
  const modality: Modality = isWished ? { ...said, stance: 'offered', presupposed: false } : said;
  const own = partiesOf(query, frame, modality);
  const open = own === undefined ? openParty(query, { frame, modality, speakers }) : undefined;
  const parties = open === undefined ? own : [open];
  if (parties === undefined || (isWished && !parties.some((party) => isAmong(party, speakers)))) return [];
  const telling = { query, frame, modality, around, floor, trigger, isOpen: open !== undefined };
  const told = separated(line, floor, frame, parties).map((pair) => tellingOf(telling, pair));
  return told.flatMap((each) => [...knownBefore(line, each, frame), each]);
}

const STARTING = /^(?:برقراری|آغاز|شروع|انجام|برگزاری|ازسرگیری)$/u;

/** «کیم خواستار دیدار با ترامپ شد» offers one; «گوترش خواستار مذاکرهٔ دو طرف شد» tells of none. */
function isAmong(party: Party, speakers: readonly Party[]): boolean {
  return speakers.some(
    ({ entity, side }) =>
      (entity !== undefined && entity === party.entity) || (side !== undefined && side === party.side),
  );
}

/** Who speaks; all of those who are named together before the words: «A و B اعلام کردند …». */
function speakersBefore(
  at: PartyLine,
  around: IndexedStatement | undefined,
  floor: number,
): readonly Party[] {
  if (around === undefined) return [];
  // «این بیانیه» speaks and meets nobody.
  const speakers = speakersOf(around.statement).filter(({ entity }) => entity !== undefined);
  const [own] = speakers;
  if (own === undefined || speakers.length > 1) {
    return speakers.map((speaker) => partyOfSpeaker(speaker, at.known));
  }
  const subject = readArguments(at, 0, floor).find((each) => each.preposition === undefined)?.parties ?? [];
  const isTogether = subject.length === 2 && subject.some(({ entity }) => entity === own.entity);
  return isTogether ? subject : [partyOfSpeaker(own, at.known)];
}

/** A headline tells in short what the body tells with its source: alone it says no more than that. */
function withSummary(modality: Modality, around: IndexedStatement | undefined, line: Line): Modality {
  const isVague = around === undefined && /^(?:headline|lede)$/.test(line.block.role);
  return isVague && modality.stance === 'affirm' ? { ...modality, presupposed: true } : modality;
}

/** A guess in the words of a guesser, «گمانه‌زنی‌ها حاکی است که …», or an offer in those of who makes it. */
function withSpeech(modality: Modality, around: IndexedStatement | undefined): Modality {
  const act = around?.statement.act;
  // «پیشنهاد کرد که A و B دیدار کنند»: nobody has planned it yet.
  if (act === 'offer' && modality.stance === 'expected') return { ...modality, stance: 'offered' };
  // «این احتمال را رد نکرد که A با B دیدار کند»
  if (act === 'not_rule_out' && modality.stance === 'expected')
    return { ...modality, stance: 'not_ruled_out' };
  if (act !== 'speculate' || modality.stance !== 'affirm') return modality;
  return { ...modality, stance: 'possible', speculative: true, presupposed: false };
}

/** The parties; nothing when this is no contact. A reference may have none of its own. */
function partiesOf(query: TellingQuery, frame: Frame, modality: Modality): readonly Party[] | undefined {
  const { at, found, memory } = query;
  const { line } = at;
  const isOfLast = frame.parties.length === 0 && isAnyOfPair(line, found, modality);
  if (isOfLast && memory.pair.length === 2) return memory.pair;
  const named = namedParties(query, frame, modality);
  const refused = hardNegativeOf(found.trigger.kind, line.keys, found);
  const isMatch = found.trigger.kind === 'meeting' && !arePeople(named) && at.known.isOfSport();
  if (isMatch) return undefined;
  const isSpared = (refused?.sparesPeople === true && arePeople(named)) || frame.isReference;
  if (refused !== undefined && !isSpared) return undefined;
  if (isContactBetween(named, found, frame)) return named;
  // «با ترامپ و رهبران اروپا»: whom nobody knows does not hide those who are known.
  const known = named.filter((party) => !isNobody(party));
  if (known.length < named.length && isContactBetween(known, found, frame)) return known;
  const isOfBefore =
    frame.isReference ||
    found.trigger.id === 'talks/round' ||
    isAnsweredBefore(line, found, modality) ||
    isDefiniteSubject(line, found, modality);
  return isOfBefore ? [] : undefined;
}

/** Those whom the frame names, as people or as the states behind them; who else must be meant of an offer. */
function namedParties(
  { at, found, memory }: TellingQuery,
  frame: Frame,
  modality: Modality,
): readonly Party[] {
  const { line, known } = at;
  const isOfStates =
    OF_STATES.has(found.trigger.kind) && isNominal(modality) && frame.rule === 'contact/with';
  const named = evenHolders(namedCounterparts(frame.parties, known), modality, known);
  const told = asSides(line, named, modality, known);
  const lifted = isOfStates ? liftedToStates(told, known) : told;
  const meant = modality.rule === 'modality/governed' ? ofTheDyad(lifted, known) : lifted;
  // «پیونگ‌یانگ پیشنهاد گفت‌وگوی سئول را رد کرد»
  if (modality.calledOff === 'refused' && meant.length === 1) return [...frame.subject, ...meant];
  const isOpen = modality.stance === 'offered' || modality.stance === 'conditional';
  if (!isOpen || meant.length > 1) return meant;
  const isSuch = / چنین /u.test(phraseOf(line, Math.max(0, found.from - 2), found.from));
  return withOtherState(at, frame.subject, isSuch ? memory.pair : []);
}

/** The noun is spoken of, nobody does it: «مذاکرات با ایران ادامه دارد», «مذاکره با آمریکا را رد کرد». */
function isNominal({ presupposed, isActed, rule }: Modality): boolean {
  return presupposed || isActed || /^modality.(?:event-verb|refused-to|possible)$/.test(rule);
}

/** Kinds that a noun alone makes a matter of states: «مذاکرات با ایران», «تماس‌ها با تهران». */
const OF_STATES: ReadonlySet<string> = new Set(['talks', 'contact', 'channel']);

function arePeople(parties: readonly Party[]): boolean {
  return parties.filter((party) => party.type === 'person').length > 1;
}

interface Read {
  readonly query: TellingQuery;
  readonly frame: Frame;
  readonly modality: Modality;
  readonly around: IndexedStatement | undefined;
  readonly floor: number;
  readonly trigger: Span;
  readonly isOpen: boolean;
}

function tellingOf(read: Read, parties: readonly Party[]): Telling {
  const { query, frame, modality, around, floor, trigger, isOpen } = read;
  const { at, found, statements, dates } = query;
  const { line, known } = at;
  const { role, part } = line.block;
  const said = around ?? (modality.isActed ? statementBehind(statements, line, trigger) : undefined);
  const start = clauseStart(line, found.from, floor);
  const range = rangeOf(line, frame, floor, modality);
  const isAhead = /^(?:expected|conditional|offered)$/.test(modality.stance);
  const told = timeIn(line.text, dates(line.sentence), { range, trigger });
  const when = isAhead ? comingTime(line, told, query.published) : pastTime(told, modality, query.published);
  const end = wordsOf(line, range).to;
  const place = frame.destination === undefined ? placeIn(at, start - 1, end) : destinationOf(at, frame);
  const rule = `${frame.rule}+${modality.rule}`;
  const round = roundOf(line, found, start);
  return {
    ...{ parties, isOpen },
    roles: readRoles(at, {
      ...{ found, frame, modality, parties, limit: query.limit },
      clause: { from: start, to: governingVerb(line, frame.phrase.to)?.next ?? frame.phrase.to },
    }),
    kind: kindIn(line, start, found),
    modality,
    secrecy: secrecyIn(line, Math.max(start, found.from - 6), frame.phrase.to + 2),
    ...(when && { when }),
    ...(place && { place }),
    trigger,
    voice: voiceOf({ line, modality, said, subject: frame.subject, rule }, known),
    isReference: frame.isReference || (parties.length < 2 && !isOpen),
    isAnother: isAnotherContact(line, found, frame),
    ...(round !== undefined && { round, dyad: isToldRound(line, found, modality) ? dyadOf(at, found) : [] }),
    isNamed: modality.presupposed && !OPENING.test(phraseOf(line, start, found.from)),
    isFaceToFace: found.trigger.id === 'meeting/meeting',
    isMany: MANY.test(phraseOf(line, Math.max(start, found.from - 12), found.from)),
    isPlural: /(?:ها|های|هایی|ات)$/u.test(line.keys[found.from] ?? ''),
    isSummary: role === 'headline' || role === 'lede',
    block: query.block,
    sentence: line.sentence.start,
    phrase: phraseOf(line, found.from, frame.phrase.to),
    part: role === 'teaser' ? -1 - part : part,
    rule,
  };
}

/** «پوتین تلفنی با اردوغان گفت‌وگو کرد»: an adverb before the noun tells the way. */
function kindIn({ keys }: Line, start: number, { trigger, from }: FoundTrigger): Telling['kind'] {
  if (trigger.kind !== 'talks') return trigger.kind;
  const at = keys.slice(start, from).lastIndexOf('تلفنی') + start;
  const isAdverb = at > start && !/^(?:تماس|گفتوگو|مکالم|مذاکر|مصاحبه|پیام|خط)/u.test(keys[at - 1] ?? '');
  return isAdverb ? 'phone_call' : trigger.kind;
}

/** «دو بار», «سه دور», «چند تماس». */
const MANY = / (?:(?:دو|سه|چهار|پنج|شش|چند|چندین) (?:بار|نوبت|مرتبه|دور)|(?:دو|سه|چهار|پنج|شش|چند|چندین) $)/u;

/** Words of a speech do not look for parties before its beginning. */
function floorOf(line: Line, around: IndexedStatement | undefined): number {
  if (around === undefined || around.statement.content.start <= line.sentence.start) return 0;
  const { from } = wordsOf(line, around.statement.content);
  return from;
}

function destinationOf({ known }: PartyLine, { destination }: Frame): Telling['place'] {
  if (destination?.span === undefined) return undefined;
  const { name, span } = destination;
  const entity = known.entityOf(destination.entity);
  return entity === undefined ? { name, span } : placeOf(entity, span);
}
