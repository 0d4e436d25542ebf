import { type Argument, clauseStart, governingVerb, readArguments } from './contact_arguments.js';
import { choose } from './contact_frame_kinds.js';
import type { Line, WordRange } from './contact_line.js';
import { type Party, type PartyLine, stateOf } from './contact_party.js';
import { holdersInDyad } from './contact_party_groups.js';
import { readParties } from './contact_party_list.js';
import { readRight } from './contact_right.js';
import { subjectOf } from './contact_subject.js';
import type { FoundTrigger } from './contact_triggers.js';
import { CONTACT_ADJECTIVE, TAKES_WITH } from './contact_words.js';

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
  // «به آنکارا رفت»: the verb is all there is, and no phrase stands before it.
  const end = found.trigger.shape === 'motion' ? found.from : endOfAdjectives(line, found.to);
  const phrase = { from: found.from, to: Math.max(right.to, end) };
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
  const isBare = chosen.parties.length === 0 && found.trigger.kind === 'talks' && isBehind(line, found.from);
  const parties = isBare ? agreeing(at, right.to) : resolveGroups(at, chosen.parties, scope.memory);
  const [group] = chosen.parties.filter(({ type }) => type === 'group');
  return { ...base, ...chosen, parties: distinct(parties), ...(group && parties.length === 0 && { group }) };
}

/** «پس از مذاکرات», «پس از ماه‌ها مذاکره». */
function isBehind({ keys }: Line, at: number): boolean {
  return / (?:پس|بعد) از (?:\S+ ){0,3}$/u.test(` ${keys.slice(Math.max(0, at - 5), at).join(' ')} `);
}

/** «پس از ماه‌ها مذاکره توافقی میان A و B امضا شد»: who agreed has talked. */
function agreeing(at: PartyLine, from: number): readonly Party[] {
  const { keys } = at.line;
  const between = keys.findIndex((key, index) => index > from && /^(?:بین|میان)$/u.test(key));
  const noun = keys.slice(Math.max(from, between - 3), between);
  if (between < 0 || !noun.some((key) => AGREEMENT.test(key))) return [];
  const { parties } = readParties(at, between + 1, keys.length);
  return parties.length > 1 ? parties : [];
}

const AGREEMENT =
  /^(?:توافق|توافقی|توافقنامه|توافقنامهای|تفاهم|تفاهمنامه|پیمان|پیمانی|قرارداد|قراردادی|آتشبس)$/u;

/** «درباره جنگ با ایران گفت‌وگو کرد», «در مرز بین دو کره دیدار کردند»: with whom the war is, not the talk. */
function isOfNoun({ keys }: Line, { from, preposition }: Argument): boolean {
  const isOwn = /^(?:با|بین|میان)$/u.test(preposition ?? '') && keys[from - 1] === preposition;
  if (!isOwn) return false;
  const own = keys[from - 2] ?? '';
  if (TAKES_WITH.test(own) || (TOPIC.test(keys[from - 3] ?? '') && OWN_CONTACT.test(own))) return true;
  // «درباره تفاهم‌نامه ترکیه با ایران گفت‌وگو کرد»
  const topic = keys.slice(0, from - 2).findLastIndex((key) => TOPIC.test(key));
  const noun = keys[topic + 1] ?? '';
  return topic >= from - LONGEST_TOPIC && (TAKES_WITH.test(noun) || OWN_CONTACT.test(noun));
}

const TOPIC = /^(?:درباره|درخصوص|درمورد|پیرامون|مورد|خصوص)$/u;
/** «درباره مذاکرات با ایران گفت‌وگو کرد»: another contact than the one that is told. */
const OWN_CONTACT = /^(?:مذاکر|گفتوگو|رایزنی|دیدار|روند|تماس)/u;
/** Words from «درباره» to the «با» of what is talked about. */
const LONGEST_TOPIC = 8;

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
