import type { ContactRole } from '../model/contact.js';
import { type Governing, governingVerb, readArguments } from './contact_arguments.js';
import { phraseOf } from './contact_details.js';
import type { Frame } from './contact_frames.js';
import { hasSignBefore, type Line, spanOfWords, type WordRange } from './contact_line.js';
import { type Party, type PartyLine, partyOf } from './contact_party.js';
import { readParties } from './contact_party_list.js';
import { ROLE_DEEDS, ROLE_MARKERS, type RoleDeed, type RoleMarker } from './contact_role_rules.js';
import type { Modality } from './contact_surroundings.js';
import type { FoundTrigger } from './contact_triggers.js';

/** Somebody who brought a contact about, and the words that say so. */
export interface FoundRole {
  readonly part: ContactRole['part'];
  readonly party: Party;
  readonly evidence: ContactRole['evidence'];
}

export interface RoleQuery {
  readonly found: FoundTrigger;
  readonly frame: Frame;
  readonly modality: Modality;
  readonly parties: readonly Party[];
  /** Words of the clause in which the contact stands. */
  readonly clause: WordRange;
  /** Where the next trigger of the sentence begins. */
  readonly limit: number;
}

/** Who took the initiative, mediated or was host, by the words around a contact. */
export function readRoles(at: PartyLine, query: RoleQuery): readonly FoundRole[] {
  const marked = markedRoles(at, query);
  // «به درخواست طرف روس با او تماس گرفت»: who asked for it comes before who dialled.
  const acted = actedRoles(at, query).filter((each) => marked.every(({ part }) => part !== each.part));
  const told = [...marked, ...acted];
  return told.filter(
    ({ part, party }, index) =>
      !(part === 'mediator' && isSideOf(party, query.parties)) &&
      told.findIndex((other) => other.part === part && nameOf(other.party) === nameOf(party)) === index,
  );
}

function nameOf({ entity, name }: Party): string {
  return entity ?? name;
}

/** A party of the contact mediates nothing: «پیام روسیه را رساند» of Russia's own minister. */
function isSideOf(who: Party, parties: readonly Party[]): boolean {
  return parties.some(
    (party) => nameOf(party) === nameOf(who) || (who.side !== undefined && who.side === party.side),
  );
}

/** «به ابتکار X», «با میانجیگری X», «به میزبانی X» in the clause, or in one behind it: «که به ابتکار X انجام شد». */
function markedRoles(at: PartyLine, { found, clause, limit }: RoleQuery): readonly FoundRole[] {
  const { line } = at;
  const roles: FoundRole[] = [];
  for (let index = clause.from; index < Math.max(limit, clause.to); index += 1) {
    const marker = markerAt(line, index, found);
    if (marker === undefined) continue;
    const { parties, to } = holdersAt(at, marker.to);
    if (parties.length === 0) continue;
    const verb = governingVerb(line, to);
    const words = phraseOf(line, to, verb?.at ?? to);
    if (marker.rule.unless?.test(words) === true) continue;
    if (index >= clause.to && !isOfEvent(words, verb)) continue;
    const evidence = { span: spanOfWords(line, { from: index, to }), rule: marker.rule.id };
    roles.push(...parties.map((party) => ({ part: marker.rule.part, party, evidence })));
  }
  return roles;
}

/** «… انجام شد»: the clause tells of the contact itself and of nothing else. */
function isOfEvent(words: string, verb: Governing | undefined): boolean {
  return verb === undefined || / (?:انجام|برگزار|صورت|برقرار|آغاز|ترتیب|محقق) $/u.test(words);
}

interface FoundMarker {
  readonly rule: RoleMarker;
  /** Index of the first word behind it. */
  readonly to: number;
}

/** Words that a marker may have. */
const LONGEST_MARKER = 5;
const MAY_MARK = /^(?:به|با|در|بر|از|تحت|بهواسطه|بهواسطهی|باواسطه)$/u;

function markerAt(line: Line, at: number, { trigger }: FoundTrigger): FoundMarker | undefined {
  if (!MAY_MARK.test(line.keys[at] ?? '')) return undefined;
  const words = line.keys.slice(at, at + LONGEST_MARKER).join(' ');
  for (const rule of ROLE_MARKERS) {
    const match =
      rule.kinds === undefined || rule.kinds.includes(trigger.kind) ? rule.words.exec(words) : null;
    if (match !== null) return { rule, to: at + match[0].split(' ').length };
  }
  return undefined;
}

/** «سفارت», «میانجی‌های», «کشور»: words before whoever is meant. */
const HOLDER_HEAD =
  /^(?:سفارت|سفارتخانه|دفتر|حافظ|منافع|مقامات|مقامهای|میانجی|میانجیها|میانجیهای|میانجیان|واسطه|واسطههای|دیپلماتهای|طرف|کشور|وزارت|خارجه|دو|سه)$/u;

function holdersAt(at: PartyLine, from: number): { readonly parties: readonly Party[]; readonly to: number } {
  const { line, items } = at;
  const read = readParties(at, from, line.words.length);
  const named = read.parties.filter(({ type, via }) => type !== 'group' && via !== 'unnamed');
  if (named.length > 0) return { parties: named, to: read.to };
  let index = from;
  while (HOLDER_HEAD.test(line.keys[index] ?? '') && !hasSignBefore(line, index + 1, /[،,:؛]/)) index += 1;
  const item = items.find((each) => each.from === index);
  if (item === undefined) return { parties: [], to: from };
  if (item.adjective === true) return { parties: [partyOf(at, item)], to: item.to };
  const behind = index > from ? readParties(at, index, line.words.length) : read;
  return { parties: behind.parties.filter(({ type }) => type !== 'group'), to: behind.to };
}

/** Who has a part because of what he does: he called, sent, asked, carried, mediated, was host. */
function actedRoles(at: PartyLine, query: RoleQuery): readonly FoundRole[] {
  const { line } = at;
  const { frame, clause } = query;
  const verb = governingVerb(line, frame.phrase.to);
  const evidence = (deed: RoleDeed): FoundRole['evidence'] => ({
    span: spanOfWords(line, { from: clause.from, to: Math.max(clause.to, frame.phrase.to) }),
    rule: deed.id,
  });
  const broker = brokersOf(at, query, verb);
  const sender = initiatorsOf(line, query, verb);
  return [broker, sender].flatMap((acted) =>
    (acted?.parties ?? []).map((party) => ({
      part: acted?.deed.part ?? 'initiator',
      party,
      evidence: evidence(acted?.deed ?? ROLE_DEEDS.called),
    })),
  );
}

interface Acted {
  readonly deed: RoleDeed;
  readonly parties: readonly Party[];
}

function initiatorsOf(line: Line, query: RoleQuery, verb: Governing | undefined): Acted | undefined {
  const { found, frame, modality, parties } = query;
  const own = frame.subject.filter((each) => parties.some((party) => nameOf(party) === nameOf(each)));
  if (frame.rule === 'contact/message') {
    const senders = parties.slice(0, 1);
    return { deed: ROLE_DEEDS.sent, parties: senders };
  }
  if (own.length === 0 || own.length === parties.length) return undefined;
  if (modality.rule === 'modality/no-step') return { deed: ROLE_DEEDS.called, parties: own };
  if (modality.stance === 'offered' || isAskedFor(line, query))
    return { deed: ROLE_DEEDS.asked, parties: own };
  const isCall = /^(?:phone_call|video_call|contact)$/.test(found.trigger.kind);
  const words = phraseOf(line, found.from, verb?.at ?? found.to);
  const isCalling =
    verb !== undefined &&
    ((/^(?:گرفت|زد)$/u.test(verb.lemma) && !/ حرف /u.test(words)) ||
      (/ برقرار $/u.test(words) && /^(?:کرد|ساخت|نمود)$/u.test(verb.lemma)));
  return isCall && isCalling && frame.rule === 'contact/with'
    ? { deed: ROLE_DEEDS.called, parties: own }
    : undefined;
}

/** «خواستار دیدار با … شد», «درخواست تماس با … کرد». */
function isAskedFor(line: Line, { clause, found }: RoleQuery): boolean {
  return / (?:خواستار|خواهان|درخواست|تقاضای)(?: (?:یک|برگزاری|انجام|فوری))? $/u.test(
    phraseOf(line, clause.from, found.from),
  );
}

/** Words between «میزبان» and the noun of a contact: «میزبان دور سوم مذاکرات», «میزبانی این دیدار». */
const BROKERING =
  / (میزبان|میزبانی|میانجی|میانجیگر|میانجیگری|واسطه|تسهیلگر)(?: (?:این|آن|برگزاری|دور|دورهای|نخستین|دومین|سومین|نخست|اول|دوم|سوم|چهارم|پنجم|ششم|تازه|جدید|اصلی|احتمالی|یک|در|برای))* $/u;

function brokersOf(at: PartyLine, query: RoleQuery, verb: Governing | undefined): Acted | undefined {
  const { line } = at;
  const { found, frame, clause } = query;
  if (found.trigger.shape === 'host') return { deed: ROLE_DEEDS.hosted, parties: frame.subject };
  if (verb?.negated === true) return undefined;
  const clauseWords = phraseOf(line, clause.from, found.from);
  const brokering = BROKERING.exec(clauseWords);
  if (brokering !== null) {
    const deed = brokering[1]?.startsWith('میزبان') === true ? ROLE_DEEDS.hosted : ROLE_DEEDS.mediated;
    return { deed, parties: subjectBefore(at, clause, found.from) };
  }
  const after = phraseOf(line, frame.phrase.to, frame.phrase.to + 3);
  if (/^ را (?:میانجی ?گری|وساطت|تسهیل) /u.test(after))
    return { deed: ROLE_DEEDS.mediated, parties: subjectBefore(at, clause, found.from) };
  const carried = phraseOf(line, found.to, verb?.next ?? found.to);
  const isCarried = verb !== undefined && (verb.lemma === 'رساند' || CARRIED.test(carried));
  return found.trigger.kind === 'message' && isCarried
    ? { deed: ROLE_DEEDS.carried, parties: subjectBefore(at, clause, found.from) }
    : undefined;
}

const CARRIED = / (?:منتقل|ابلاغ) کرد\S* $| (?:انتقال|تحویل) (?:داد|میده)\S* $| رساند\S* $/u;

function subjectBefore(at: PartyLine, clause: WordRange, to: number): readonly Party[] {
  const own = readArguments(at, clause.from, to).find((each) => each.preposition === undefined);
  return own?.parties.filter(({ type, via }) => type !== 'group' && via !== 'unnamed') ?? [];
}
