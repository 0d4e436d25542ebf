import { hasSignBefore, type Line, type WordRange } from './contact_line.js';
import type { Party, PartyLine } from './contact_party.js';
import { readParties } from './contact_party_list.js';
import { verbAt } from './contact_verbs.js';
import { isStop, PREPOSITION, STATE_HEAD, TIME_WORD, TITLE_HEAD } from './contact_words.js';

/** A noun phrase of a clause that names parties. */
export interface Argument extends WordRange {
  readonly preposition?: string;
  readonly parties: readonly Party[];
}

/** Where the clause of a word begins: after «که», a colon, or the finite verb of the clause before. */
export function clauseStart(line: Line, at: number, floor: number): number {
  for (let index = at - 1; index >= floor; index -= 1) {
    const key = line.keys[index] ?? '';
    if (OPENS_CLAUSE.test(key)) return index + 1;
    if (hasSignBefore(line, index + 1, /[:؛]/) && index + 1 <= at) return index + 1;
    const verb = verbAt(line.keys, index);
    if (verb === undefined || verb.next > at) continue;
    const isBelief = verb.lemma === 'بود' && BELIEF.test(line.keys[index - 1] ?? '');
    if (isBelief || endsClause(line, verb.next, verb.mood)) return afterConjunction(line, verb.next);
  }
  return floor;
}

/** Conjunctions behind which whoever acted before acts no more: «پس از آنکه ترامپ با پوتین دیدار کرد». */
const OPENS_CLAUSE = /^(?:که|اینکه|آنکه|هنگامیکه|زمانیکه|وقتیکه|درحالیکه|وقتی)$/u;

/** «نگران است ترامپ با پزشکیان دیدار کند»: what is believed is a clause of its own, with «که» or without. */
const BELIEF = /^(?:نگران|معتقد|مدعی|امیدوار|مطمین|منتظر)$/u;

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
export function readArguments(at: PartyLine, from: number, to: number): Argument[] {
  const found: Argument[] = [];
  const state: ClauseState = { preposition: undefined, isFresh: true };
  for (let index = from; index < to; ) {
    if (index > from && hasSignBefore(at.line, index, /[،,]/)) beginPhrase(state, undefined);
    const next = stepOver(at.line, state, index);
    if (next > index) {
      index = next;
      continue;
    }
    const list = state.isFresh ? readParties(at, index, to) : undefined;
    state.isFresh = false;
    index += 1;
    if (list === undefined || list.parties.length === 0) continue;
    const { preposition } = state;
    found.push({ ...(preposition && { preposition }), ...list });
    state.preposition = undefined;
    index = Math.max(list.to, index);
  }
  return found;
}

/** The first plain word where a subject may begin: «در حالی **سرپرست** آژانس …». */
export function plainNounIn(line: Line, from: number, to: number): number | undefined {
  const state: ClauseState = { preposition: undefined, isFresh: true };
  for (let index = from; index < to; ) {
    if (index > from && hasSignBefore(line, index, /[،,]/)) beginPhrase(state, undefined);
    const next = stepOver(line, state, index);
    if (next === index && state.isFresh && state.preposition === undefined) return index;
    if (next === index) state.isFresh = false;
    if (next > index && ADVERB.test(line.keys[index] ?? '')) beginPhrase(state, undefined);
    index = Math.max(next, index + 1);
  }
  return undefined;
}

interface ClauseState {
  preposition: string | undefined;
  /** A noun phrase may begin here; behind a plain noun everything belongs to that noun. */
  isFresh: boolean;
}

function beginPhrase(state: ClauseState, preposition: string | undefined): void {
  state.preposition = preposition;
  state.isFresh = true;
}

/** Words that are no noun phrase: prepositions, verbs, adverbs, times. The index itself when it is none. */
function stepOver(line: Line, state: ClauseState, index: number): number {
  const key = line.keys[index] ?? '';
  if (PREPOSITION.test(key)) {
    beginPhrase(state, key);
    return index + 1;
  }
  const verb = verbAt(line.keys, index);
  if (verb !== undefined) {
    state.isFresh = true;
    return Math.max(index + 1, verb.next);
  }
  if (TIME_WORD.test(key)) beginPhrase(state, undefined);
  return isSkipped(key) ? index + 1 : index;
}

/** Adverbs, times and manners: they name nobody. */
function isSkipped(key: string): boolean {
  return TIME_WORD.test(key) || ADVERB.test(key) || MANNER.test(key);
}

/** Adverbs, behind which a noun phrase begins anew. */
const ADVERB =
  /^(?:نیز|هم|همچنین|که|اما|ولی|و|امروزه|قبلا|پیشتر|پیش|قبل|بعد|پس|سپس|بنابراین|درنهایت|نهایتا|هنوز|تاکنون|اکنون|البته|اینکه|گرچه|هرچند|چندی|ساعاتی|لحظاتی|گفتنی|است|شامگاهی|مجددا|دوباره|بهطور|طور|متقابلا|ضمنا|گزارش|بهگزارش|قرار|انتظار|بنا|ممکن|شاید|احتمالا|حالی)$/u;

/** How it was done; says nothing of who did it. */
const MANNER =
  /^(?:دورهای|مستقیم|مستقیما|جداگانه|مخفیانه|محرمانه|رسما|ناگهان|ناگهانی|همزمان|مشترکا|متوالی|دایم|مرتب|پیوسته|تلفنی|بلندپایهای)$/u;

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
    return { at: index, ...verb, ...borrowedMood(line, index, verb.next) };
  }
  return undefined;
}

/** «دیدار کرده و درباره … صحبت می‌کنم»: a bare participle before «و» has the time of the verb behind it. */
function borrowedMood(line: Line, at: number, next: number): Pick<Governing, 'mood'> | undefined {
  if (!isBareParticiple(line, at, next) || line.keys[next] !== 'و') return undefined;
  const verb = ownVerb(line, next + 1);
  return verb === undefined || verb.mood === 'past' ? undefined : { mood: verb.mood };
}

function isBareParticiple({ keys }: Line, at: number, next: number): boolean {
  return next === at + 1 && /ه$/u.test(keys[at] ?? '');
}

/** The next verb that is no bare participle and not that of a clause inside: «مسائلی که برای ما مهم است». */
function ownVerb(line: Line, from: number): Pick<Governing, 'mood'> | undefined {
  let isInside = false;
  for (let index = from; index < line.words.length && !isBesides(line, index); index += 1) {
    if (line.keys[index] === 'که') {
      if (!/ی$/u.test(line.keys[index - 1] ?? '')) return undefined;
      isInside = true;
    }
    const verb = verbAt(line.keys, index);
    if (verb === undefined || isBareParticiple(line, index, verb.next)) continue;
    if (!isInside) return verb;
    isInside = false;
    index = verb.next - 1;
  }
  return undefined;
}

/** «گفت‌وگو کرده و قرار است … سفر کند»: what is planned besides, and all behind a colon. */
function isBesides(line: Line, at: number): boolean {
  return hasSignBefore(line, at, /[:؛]/) || /^(?:قرار|انتظار|ممکن|قصد|احتمالا)$/u.test(line.keys[at] ?? '');
}

/** «مذاکرات صورت گرفته میان …»: a bare participle before a name or preposition is an adjective. */
function isAdjectiveForm(line: Line, at: number, next: number): boolean {
  const key = line.keys[at] ?? '';
  if (!/ه$/u.test(key) || next !== at + 1) return false;
  const after = line.keys[next];
  if (after === undefined || hasSignBefore(line, next, /[،,.؛»]/)) return false;
  if (/^(?:اگر|تا|اما|ولی|چون|زیرا|چنانچه)$/u.test(after)) return false;
  return (
    after !== 'و' && after !== 'است' && (isStop(after) || TITLE_HEAD.test(after) || STATE_HEAD.test(after))
  );
}
