import { hasSignBefore, type Line, type WordRange } from './contact_line.js';
import { type Party, type PartyLine, readParties, stateOf } from './contact_party.js';
import type { FoundTrigger } from './contact_triggers.js';
import { verbAt } from './contact_verbs.js';
import { CONTACT_ADJECTIVE, isStop, PREPOSITION, STATE_HEAD, TITLE_HEAD } from './contact_words.js';

/** Parties that stand around a trigger, and how they were found. */
export interface Frame {
  readonly parties: readonly Party[];
  /** Rule id: `contact/between`, `contact/with`. */
  readonly rule: string;
  /** Words of the noun with its adjectives and parties behind it. */
  readonly phrase: WordRange;
  /** «این دیدار», «دیدار مذکور»: one that was spoken of before. */
  readonly isReference: boolean;
  /** The place that a journey leads to. */
  readonly destination?: Party;
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

interface Argument extends WordRange {
  readonly preposition?: string;
  readonly parties: readonly Party[];
}

interface RightSide extends WordRange {
  readonly between: readonly Party[];
  readonly owners: readonly Party[];
  readonly partners: readonly Party[];
  readonly receivers: readonly Party[];
  readonly isReciprocal: boolean;
}

/** Reads who stands around a trigger. */
export function readFrame(at: PartyLine, found: FoundTrigger, scope: FrameScope): Frame {
  const { line } = at;
  const right = readRight(at, found);
  const start = clauseStart(line, found.from, scope.floor);
  const left = readArguments(at, start, found.from);
  const isReference =
    /^(?:این|آن|همین|همان)$/.test(line.keys[found.from - 1] ?? '') ||
    line.keys.slice(found.to, right.to).some((key) => /^(?:مذکور|یادشده|مزبور)$/.test(key));
  const phrase = { from: found.from, to: Math.max(right.to, endOfAdjectives(line, found.to)) };
  const subject = subjectOf(at, { found, start, left, right, scope });
  const base = { phrase, isReference, subject };
  const outer = readArguments(at, 0, start);
  const chosen = choose(found, { right, left, outer, subject });
  const parties = resolveGroups(at, chosen.parties, scope.memory);
  return { ...base, ...chosen, parties: distinct(parties) };
}

/** «تماس تلفنی احتمالی»: adjectives belong to the noun; participles may be its verb. */
function endOfAdjectives(line: Line, from: number): number {
  let to = from;
  while (CONTACT_ADJECTIVE.test(line.keys[to] ?? '') && !/^(?:صورت|انجام|اعلام|گرفته|شده|نشده|خود|خویش|برگزار\S*|باز)$/u.test(line.keys[to] ?? '')) to += 1;
  return to;
}

interface Sides {
  readonly right: RightSide;
  readonly left: readonly Argument[];
  /** Of the clause before: «یک مقام به حزب‌الله خبر داد که آمریکا پیام داده …». */
  readonly outer: readonly Argument[];
  readonly subject: readonly Party[];
}

function choose(found: FoundTrigger, sides: Sides): Pick<Frame, 'parties' | 'rule' | 'destination'> {
  const { right, left, subject } = sides;
  const { shape, kind } = found.trigger;
  const between = right.between.length > 0 ? right.between : lastWith(left, /^(?:بین|میان)$/);
  if (isPair(between)) return { parties: between, rule: 'contact/between' };
  if (shape === 'arrival') return visitFrame({ ...sides, right: { ...right, receivers: right.owners, owners: [] } });
  if (kind === 'visit') return visitFrame(sides);
  if (shape === 'host') return { parties: [...subject, ...right.owners], rule: 'contact/host' };
  if (kind === 'message') return messageFrame(sides);
  const partners = right.partners.length > 0 ? right.partners : lastWith(left, /^با$/);
  const owners = right.owners;
  if (owners.length > 0 && partners.length > 0)
    return { parties: [...owners, ...partners], rule: 'contact/of-with' };
  if (isPair(owners)) return { parties: owners, rule: 'contact/of' };
  if (partners.length > 0) return { parties: [...subject, ...partners], rule: 'contact/with' };
  if (owners.length > 0 && subject.length > 0 && found.trigger.id === 'meeting/meeting')
    return { parties: owners, rule: 'contact/of-one' };
  const together = right.isReciprocal || shape === 'verb' || isDirectVerb(sides);
  if (together && isPair(subject)) return { parties: subject, rule: 'contact/each-other' };
  return { parties: owners, rule: 'contact/of-one' };
}

/** «پوتین و اردوغان دیدار کردند» needs no «با یکدیگر». */
function isDirectVerb({ right }: Sides): boolean {
  return right.owners.length === 0 && right.partners.length === 0;
}

function visitFrame({ right, left, subject }: Sides): Pick<Frame, 'parties' | 'rule' | 'destination'> {
  const to = right.receivers.length > 0 ? right.receivers : lastWith(left, /^به$/);
  const place = to.find((party) => party.type === 'state') ?? to[0];
  const travellers = right.owners.length > 0 ? right.owners : subject;
  if (place === undefined) return { parties: travellers, rule: 'contact/visit' };
  return {
    parties: place.type === 'state' ? [...travellers, place] : travellers,
    rule: 'contact/visit',
    destination: place,
  };
}

function messageFrame({ right, left, outer, subject }: Sides): Pick<Frame, 'parties' | 'rule'> {
  const near = right.receivers.length > 0 ? right.receivers : lastWith(left, /^به$/);
  const receivers = near.length > 0 ? near : lastWith(outer, /^به$/);
  const senders = right.owners.length > 0 ? right.owners : subject;
  if (receivers.length === 0) return { parties: senders, rule: 'contact/message' };
  return { parties: [...senders, ...receivers], rule: 'contact/message' };
}

function lastWith(left: readonly Argument[], preposition: RegExp): readonly Party[] {
  return left.findLast((each) => preposition.test(each.preposition ?? ''))?.parties ?? [];
}

function isPair(parties: readonly Party[]): boolean {
  return parties.length > 1 || parties.some((party) => party.type === 'group');
}

/** «دو طرف» are the last pair, «دو کشور» the states behind it, «دو رئیس‌جمهور» who holds that office. */
function resolveGroups({ line, known }: PartyLine, parties: readonly Party[], memory: FrameMemory): Party[] {
  return parties.flatMap((party) => {
    if (party.type !== 'group') return [party];
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

/** How many adjectives may stand between the noun and its parties. */
const LONGEST_WALK = 8;

/** What stands behind the noun: adjectives, then «بین A و B», «A و B», «A با B», «با B», «A به B». */
function readRight(at: PartyLine, found: FoundTrigger): RightSide {
  const { line } = at;
  const limit = line.words.length;
  let index = walkAdjectives(at, found.to, limit);
  const empty = { between: [], owners: [], partners: [], receivers: [], isReciprocal: false };
  const key = line.keys[index] ?? '';
  if (/^(?:بین|میان|فیمابین)$/.test(key)) {
    const list = readParties(at, index + 1, limit);
    return { ...empty, between: list.parties, from: found.to, to: Math.max(list.to, index) };
  }
  const owners = /^(?:با|به|برای|از|در)$/.test(key) ? undefined : readParties(at, index, limit);
  if (owners !== undefined && owners.parties.length > 0) index = owners.to;
  const isDirect = owners !== undefined && owners.parties.length > 0;
  let end = isDirect ? index : Math.min(index, found.to);
  index = walkAdjectives(at, index, limit);
  let partners: readonly Party[] = [];
  let receivers: readonly Party[] = [];
  let isReciprocal = false;
  for (let steps = 0; steps < 3; steps += 1) {
    const preposition = line.keys[index] ?? '';
    if (/^(?:باهم|بایکدیگر)$/.test(preposition)) isReciprocal = true;
    if (preposition === 'با' && /^(?:یکدیگر|هم|همدیگر)$/.test(line.keys[index + 1] ?? ''))
      isReciprocal = true;
    if (isReciprocal) break;
    if (!/^(?:با|به|در|میان|بین)$/.test(preposition)) break;
    const list = readParties(at, index + 1, limit);
    if (list.parties.length === 0) break;
    if (preposition === 'با') partners = list.parties;
    if (preposition === 'به') receivers = list.parties;
    end = list.to;
    if (preposition === 'با' || preposition === 'میان' || preposition === 'بین') break;
    index = walkAdjectives(at, list.to, limit);
  }
  return {
    ...empty,
    owners: owners?.parties ?? [],
    partners,
    receivers,
    isReciprocal,
    from: found.to,
    to: Math.max(end, found.to),
  };
}

function walkAdjectives({ line, items }: PartyLine, from: number, limit: number): number {
  let index = from;
  for (; index < Math.min(limit, from + LONGEST_WALK); index += 1) {
    const key = line.keys[index] ?? '';
    if (index > from && hasSignBefore(line, index, /[:؛.()]/)) return index;
    if (index < from + 3 && ODD_ADJECTIVE.test(key)) continue;
    const isNamed = items.some((item) => item.from === index && item.adjective !== true);
    if (isNamed) return index;
    if (!CONTACT_ADJECTIVE.test(key) && !TIME_WORD.test(key) && !/^(?:خود|خویش|را|هم|نیز|همچنین)$/.test(key))
      return index;
  }
  return index;
}

/** «یک‌ونیم صفحه‌ای», «گفت‌وگوی آب»: what no list holds. */
const ODD_ADJECTIVE = /^(?:\S{3,}های|یکونیم|آب|مرز|گاز|اسرا|\S{2,}سالانه)$/u;

const TIME_WORD =
  /^(?:امروز|دیروز|دیشب|امشب|فردا|روز|شب|صبح|ظهر|عصر|شامگاه|بامداد|بعدازظهر|شنبه|یکشنبه|دوشنبه|سهشنبه|چهارشنبه|پنجشنبه|جمعه|گذشته|هفته|ماه|سال|شنبهشب|یکشنبهشب|دوشنبهشب|سهشنبهشب|چهارشنبهشب|پنجشنبهشب|جمعهشب|جاری|اخیرا|\d+)$/u;

/** Where the clause of a word begins: after «که», a colon, or the finite verb of the clause before. */
export function clauseStart(line: Line, at: number, floor: number): number {
  for (let index = at - 1; index >= floor; index -= 1) {
    const key = line.keys[index] ?? '';
    if (key === 'که' || key === 'اینکه') return index + 1;
    if (hasSignBefore(line, index + 1, /[:؛]/) && index + 1 <= at) return index + 1;
    const verb = verbAt(line.keys, index);
    if (verb !== undefined && verb.next <= at && endsClause(line, verb.next, verb.mood))
      return afterConjunction(line, verb.next);
  }
  return floor;
}

/** A form ends its clause when a conjunction or a sign follows; else it may be an adjective («تماس‌های انجام‌شده»). */
function endsClause(line: Line, next: number, mood: string): boolean {
  const key = line.keys[next] ?? '';
  if (mood === 'subjunctive') return /^(?:و|اما|ولی|که|تا)$/.test(key) || hasSignBefore(line, next, /[،,]/);
  return /^(?:و|اما|ولی|که|تا|زیرا|چون|هرچند|هنگامی)$/.test(key) || hasSignBefore(line, next, /[،,.»)]/);
}

function afterConjunction(line: Line, at: number): number {
  return /^(?:و|اما|ولی|تا|زیرا|چون|هرچند)$/.test(line.keys[at] ?? '') ? at + 1 : at;
}

/** The noun phrases of a clause that name parties, each with its preposition. */
function readArguments(at: PartyLine, from: number, to: number): Argument[] {
  const { line } = at;
  const found: Argument[] = [];
  let preposition: string | undefined;
  let isFresh = true;
  for (let index = from; index < to; ) {
    const key = line.keys[index] ?? '';
    if (index > from && hasSignBefore(line, index, /[،,]/)) {
      isFresh = true;
      preposition = undefined;
    }
    if (PREPOSITION.test(key)) {
      preposition = key;
      isFresh = true;
      index += 1;
      continue;
    }
    const verb = verbAt(line.keys, index);
    if (isSkipped(key) || verb !== undefined || MANNER.test(key)) {
      if (verb !== undefined) isFresh = true;
      if (TIME_WORD.test(key)) {
        isFresh = true;
        preposition = undefined;
      }
      index = Math.max(index + 1, verb?.next ?? 0);
      continue;
    }
    const list = isFresh ? readParties(at, index, to) : undefined;
    if (list !== undefined && list.parties.length > 0) {
      found.push({ ...(preposition && { preposition }), parties: list.parties, from: index, to: list.to });
      index = Math.max(list.to, index + 1);
    } else index += 1;
    isFresh = false;
    if (list !== undefined && list.parties.length > 0) preposition = undefined;
  }
  return found;
}

/** Adverbs and times, behind which a noun phrase begins anew. */
function isSkipped(key: string): boolean {
  return TIME_WORD.test(key) || ADVERB.test(key);
}

const ADVERB =
  /^(?:نیز|هم|همچنین|که|اما|ولی|و|امروزه|قبلا|پیشتر|پیش|قبل|بعد|پس|سپس|بنابراین|درنهایت|نهایتا|هنوز|تاکنون|اکنون|البته|اینکه|گرچه|هرچند|چندی|ساعاتی|لحظاتی|گفتنی|است|شامگاهی|مجددا|دوباره|بهطور|طور|متقابلا|ضمنا|گزارش|بهگزارش|قرار|انتظار|بنا|ممکن|شاید|احتمالا|حالی)$/u;

/** How it was done; says nothing of who did it. */
const MANNER =
  /^(?:دورهای|مستقیم|مستقیما|جداگانه|مخفیانه|محرمانه|رسما|ناگهان|ناگهانی|همزمان|مشترکا|متوالی|دایم|مرتب|پیوسته|تلفنی|بلندپایهای)$/u;

interface SubjectQuery {
  readonly found: FoundTrigger;
  readonly start: number;
  readonly left: readonly Argument[];
  readonly right: RightSide;
  readonly scope: FrameScope;
}

/** Who acts: the clause's own subject, one behind «در گفت‌وگو با B، A …», that of a clause before, the speaker. */
function subjectOf(at: PartyLine, { found, start, left, right, scope }: SubjectQuery): readonly Party[] {
  const own = left.find((each) => each.preposition === undefined)?.parties;
  const speaker = scope.speakers;
  const opening = at.line.keys.slice(start, left[0]?.from ?? found.from);
  if (opening.some((key) => PRONOUN.test(key)) && own === undefined) return whoIsMeant(at, start, scope);
  if (own !== undefined) return own;
  const verb = governingVerb(at.line, right.to);
  if (verb?.person === 1 && speaker.length > 0) return speaker;
  const isOpening = /^(?:در|طی|ضمن|پی|پس|از|با)$/.test(at.line.keys[found.from - 1] ?? '');
  const behind = isOpening ? behindOpening(at, right) : undefined;
  if (behind !== undefined) return behind;
  const before = readArguments(at, scope.floor, start).find(
    (each) => each.preposition === undefined,
  )?.parties;
  if (before !== undefined) return before;
  return speaker.length > 0 ? speaker : scope.memory.subject;
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

export interface Governing {
  readonly at: number;
  readonly lemma: string;
  readonly mood: 'past' | 'present' | 'future' | 'subjunctive';
  readonly negated: boolean;
  readonly person: 1 | 2 | 3;
  readonly next: number;
}

/** The first finite verb from a word on, before a colon or «که». */
export function governingVerb(line: Line, from: number): Governing | undefined {
  for (let index = from; index < line.words.length; index += 1) {
    if (index > from && hasSignBefore(line, index, /[:؛]/)) return undefined;
    const key = line.keys[index] ?? '';
    if (key === 'که') return undefined;
    const verb = verbAt(line.keys, index);
    if (verb === undefined || isAdjectiveForm(line, index, verb.next)) continue;
    return { at: index, ...verb };
  }
  return undefined;
}

/** «مذاکرات صورت گرفته میان …»: a bare participle before a name or preposition is an adjective. */
function isAdjectiveForm(line: Line, at: number, next: number): boolean {
  const key = line.keys[at] ?? '';
  if (!/ه$/u.test(key) || next !== at + 1) return false;
  const after = line.keys[next];
  if (after === undefined || hasSignBefore(line, next, /[،,.؛»]/)) return false;
  return (
    after !== 'و' && after !== 'است' && (isStop(after) || TITLE_HEAD.test(after) || STATE_HEAD.test(after))
  );
}
