import {
  type Argument,
  clauseStart,
  governingVerb,
  plainNounIn,
  readArguments,
} from './contact_arguments.js';
import { choose } from './contact_frame_kinds.js';
import type { Line, WordRange } from './contact_line.js';
import { type Party, type PartyLine, stateOf } from './contact_party.js';
import { holdersInDyad } from './contact_party_groups.js';
import { type RightSide, readRight } from './contact_right.js';
import type { FoundTrigger } from './contact_triggers.js';
import { CONTACT_ADJECTIVE, TITLE_HEAD } from './contact_words.js';

/** Parties that stand around a trigger, and how they were found. */
export interface Frame {
  readonly parties: readonly Party[];
  /** Rule id: `contact/between`, `contact/with`. */
  readonly rule: string;
  /** Words of the noun with its adjectives and parties behind it. */
  readonly phrase: WordRange;
  /** «این دیدار», «دیدار مذکور»: one that was spoken of before. */
  readonly isReference: boolean;
  /** «نشست سه‌جانبه», «جلسهٔ مشترک»: the noun itself says that there are sides. */
  readonly isBilateral: boolean;
  /** The place that a journey leads to. */
  readonly destination?: Party;
  /** «رؤسای‌جمهور», «دو وزارتخانه»: both sides named together, of whom the article does not tell who they are. */
  readonly group?: Party;
  /** Who acts, where the sentence itself says so. */
  readonly subject: readonly Party[];
}

/** What the lines before leave behind: who acted last, which pair was spoken of. */
export interface FrameMemory {
  readonly subject: readonly Party[];
  readonly pair: readonly Party[];
}

/** Where a frame may look: from the start of the speech or sentence, given who speaks. */
export interface FrameScope {
  readonly floor: number;
  readonly speakers: readonly Party[];
  readonly memory: FrameMemory;
}

/** Reads who stands around a trigger. */
export function readFrame(at: PartyLine, found: FoundTrigger, scope: FrameScope): Frame {
  const { line } = at;
  const isPointed = /^(?:این|آن|همین|همان)$/.test(line.keys[found.from - 1] ?? '');
  const behind = readRight(at, found);
  const right = isPointed ? { ...behind, owners: [] } : behind;
  const start = clauseStart(line, found.from, scope.floor);
  const left = readArguments(at, start, found.from).filter((each) => !isOfNoun(at.line, each));
  const phrase = { from: found.from, to: Math.max(right.to, endOfAdjectives(line, found.to)) };
  const isReference =
    isPointed ||
    /^(?:این|آن|همین) (?:نخستین|اولین|دومین|سومین|آخرین)$/u.test(
      line.keys.slice(found.from - 2, found.from).join(' '),
    ) ||
    line.keys.slice(found.to, phrase.to).some((key) => /^(?:مذکور|یادشده|مزبور)$/.test(key));
  const subject = subjectOf(at, { found, start, left, right, scope });
  const isBilateral = line.keys
    .slice(found.to, right.to)
    .some((key) => /^(?:دو|سه|چهار|چند)جانبه|^مشترک/u.test(key));
  const base = { phrase, isReference, isBilateral, subject };
  const outer = readArguments(at, 0, start);
  const verb = governingVerb(line, right.to);
  const before = line.keys[found.from - 1] ?? '';
  const isAfter = before === 'از' && /^(?:پس|بعد)$/u.test(line.keys[found.from - 2] ?? '');
  const toVerb = verb === undefined ? '' : ` ${line.keys.slice(right.to, verb.at).join(' ')} `;
  const isMessage = found.trigger.kind === 'message' && verb !== undefined;
  const inner = isMessage ? readArguments(at, right.to, verb.at) : [];
  const chosen = choose(found, { right, left, inner, outer, subject, verb, before, isAfter, behind: toVerb });
  const parties = resolveGroups(at, chosen.parties, scope.memory);
  const [group] = chosen.parties.filter(({ type }) => type === 'group');
  return { ...base, ...chosen, parties: distinct(parties), ...(group && parties.length === 0 && { group }) };
}

/** «درباره جنگ با ایران گفت‌وگو کرد», «در مرز بین دو کره دیدار کردند»: with whom the war is, not the talk. */
function isOfNoun({ keys }: Line, { from, preposition }: Argument): boolean {
  const isOwn = /^(?:با|بین|میان)$/u.test(preposition ?? '') && keys[from - 1] === preposition;
  return isOwn && TAKES_WITH.test(keys[from - 2] ?? '');
}

/** Nouns whose «با» is their own, between which and a contact's noun no verb stands. */
const TAKES_WITH =
  /^(?:جنگ|درگیری|مقابله|مبارزه|رقابت|بازی|مسابقه|توافق|توافقی|توافقنامه|تفاهم|رابطه|روابط|مناسبات|همکاری|همکاریهای|تجارت|مرز|مرزهای|تنش|تنشها|تنشهای|اختلاف|اختلافات|مخالفت|نبرد|کشمکش|درگیریها|درگیریهای|رقابتهای|شکاف|فاصله|پیوند|پیوندهای|خصومت|دشمنی|آتشبس|مبادلات)$/u;

/** «تماس تلفنی احتمالی»: adjectives belong to the noun; participles may be its verb. */
function endOfAdjectives(line: Line, from: number): number {
  let to = from;
  while (
    CONTACT_ADJECTIVE.test(line.keys[to] ?? '') &&
    !/^(?:صورت|انجام|اعلام|گرفته|شده|نشده|خود|خویش|برگزار\S*|باز)$/u.test(line.keys[to] ?? '')
  )
    to += 1;
  return to;
}

/** «دو طرف» are the last pair, «دو کشور» the states behind it, «دو رئیس‌جمهور» who holds that office. */
function resolveGroups(at: PartyLine, parties: readonly Party[], memory: FrameMemory): Party[] {
  const { line, known } = at;
  return parties.flatMap((party) => {
    if (party.type !== 'group') return [party];
    if (party.plural === true) return holdersInDyad(at, party, memory.pair);
    const word = (line.keys[party.to - 1] ?? '').replace(/^دو/u, '');
    const holders = known.pairOf(word);
    const people = memory.pair.filter((each) => each.type === 'person');
    const where = { ...(party.span && { span: party.span }), via: 'implicit' as const };
    if (people.length < 2 && holders.length === 2) {
      return holders.map(({ id, name, side }) => ({
        ...{ from: party.from, to: party.to, name, entity: id, type: 'person' as const },
        ...(side !== undefined && { side }),
        ...where,
      }));
    }
    const states = known.mainStates();
    if (memory.pair.length < 2 && states.length === 2 && /^(?:کشور|دولت|وزارتخانه|پایتخت)/u.test(word)) {
      return states.map(({ id, name }) => ({
        ...{ from: party.from, to: party.to, name, entity: id, side: id, type: 'state' as const },
        ...where,
      }));
    }
    const isOfStates = /^(?:کشور|دولت|همسایه|وزارتخانه)/u.test(word);
    return memory.pair.map((each) => ({ ...(isOfStates ? stateOf(each, known) : each), ...where }));
  });
}

function distinct(parties: readonly Party[]): Party[] {
  return parties.filter(
    (party, at) =>
      parties.findIndex((other) => (other.entity ?? other.name) === (party.entity ?? party.name)) === at,
  );
}

interface SubjectQuery {
  readonly found: FoundTrigger;
  readonly start: number;
  readonly left: readonly Argument[];
  readonly right: RightSide;
  readonly scope: FrameScope;
}

/** Who acts: the clause's own subject, one behind «در گفت‌وگو با B، A …», that of a clause before, the speaker. */
function subjectOf(at: PartyLine, query: SubjectQuery): readonly Party[] {
  const { found, start, left, right, scope } = query;
  const own = subjectIn(left);
  const opening = at.line.keys.slice(start, left[0]?.from ?? found.from);
  if (own === undefined && opening.some((key) => PRONOUN.test(key))) return whoIsMeant(at, start, scope);
  if (own !== undefined) return own;
  const verb = governingVerb(at.line, right.to);
  if (verb?.person === 1 && scope.speakers.length > 0) return scope.speakers;
  const isOpening = /^(?:در|طی|ضمن|پی|پس|از|با)$/.test(at.line.keys[found.from - 1] ?? '');
  const behind = isOpening ? behindOpening(at, right) : undefined;
  const before = behind ?? subjectIn(readArguments(at, scope.floor, start));
  return before ?? droppedSubject(at, query, verb !== undefined && !isOpening ? verb.at : undefined);
}

function subjectIn(found: readonly Argument[]): readonly Party[] | undefined {
  return found.find((each) => each.preposition === undefined)?.parties;
}

/** Nobody is named: the speaker, or who acted before where the noun has its own verb; not where a plain noun acts. */
function droppedSubject(
  at: PartyLine,
  { found, start, right, scope }: SubjectQuery,
  verbAt: number | undefined,
): readonly Party[] {
  // «میانجی‌های قطری به تهران رفتند تا با او دیدار کنند»
  const from = at.line.keys[start - 1] === 'تا' ? scope.floor : start;
  if (hasPlainSubject(at, from, found.from)) return [];
  if (found.trigger.kind === 'visit') return [];
  if (scope.speakers.length > 0) return scope.speakers;
  const isRelative = /^(?:که|اینکه|آنکه)$/u.test(at.line.keys[start - 1] ?? '');
  const isOwnVerb = verbAt !== undefined && verbAt - right.to <= LONGEST_TO_VERB;
  return isOwnVerb && !isRelative ? scope.memory.subject : [];
}

/** Words between a noun and its own verb: «دیدار خود را انجام داد». */
const LONGEST_TO_VERB = 3;

/** «کشاورزان نامه را … می‌دهند», «سرپرست آژانس … سفر کرد»: a plain noun acts, nobody else. */
function hasPlainSubject({ line }: PartyLine, start: number, end: number): boolean {
  const at = plainNounIn(line, start, end);
  const key = at === undefined ? '' : (line.keys[at] ?? '');
  if (/^(?:این|آن|چنین|همچنین|آنان|جریان|پایان|میان|زمان|امکان|هیچ|یک|دو|خود)$/u.test(key)) return false;
  return /(?:ان|ها|های|هایی)$/u.test(key) || (TITLE_HEAD.test(key) && key !== '');
}

const PRONOUN = /^(?:وی|او|ایشان)$/u;

/** «وی»: the person of the clause before, else the speaker, else who acted in the lines before. */
function whoIsMeant(at: PartyLine, start: number, scope: FrameScope): readonly Party[] {
  const before = readArguments(at, scope.floor, start).findLast(
    (each) => each.preposition === undefined && each.parties[0]?.type === 'person',
  )?.parties;
  const meant = before ?? (scope.speakers.length > 0 ? scope.speakers : scope.memory.subject);
  return meant.slice(0, 1);
}

function behindOpening(at: PartyLine, right: RightSide): readonly Party[] | undefined {
  const end = governingVerb(at.line, right.to)?.at ?? at.line.words.length;
  return readArguments(at, right.to, end).find((each) => each.preposition === undefined)?.parties;
}
