import { type Argument, governingVerb, plainNounIn, readArguments } from './contact_arguments.js';
import type { FrameScope } from './contact_frames.js';
import type { Party, PartyLine } from './contact_party.js';
import { readParties } from './contact_party_list.js';
import type { RightSide } from './contact_right.js';
import type { FoundTrigger } from './contact_triggers.js';
import { TITLE_HEAD } from './contact_words.js';

// Who acts in the clause of a contact.

/** What is known around a noun when it is asked who acts. */
export interface SubjectQuery {
  readonly found: FoundTrigger;
  readonly start: number;
  readonly left: readonly Argument[];
  readonly right: RightSide;
  readonly scope: FrameScope;
}

/** Who acts: the clause's own subject, one behind «در گفت‌وگو با B، A …», that of a clause before, the speaker. */
export function subjectOf(at: PartyLine, query: SubjectQuery): readonly Party[] {
  const { found, right, scope } = query;
  const sent = intending(at, found) ?? sentBy(at, query);
  const isOwn = scope.speakers.length > 0 && isOwnNoun(at.line.keys, found, right.to);
  if (sent !== undefined || isOwn) return sent ?? scope.speakers;
  return namedSubject(at, query) ?? unnamedSubject(at, query);
}

/** The clause's own subject, or «وی» in its place. */
function namedSubject(
  at: PartyLine,
  { found, start, left, scope }: SubjectQuery,
): readonly Party[] | undefined {
  const own = subjectIn(left);
  const opening = at.line.keys.slice(start, left[0]?.from ?? found.from);
  if (own === undefined && opening.some((key) => PRONOUN.test(key))) return whoIsMeant(at, start, scope);
  return own;
}

/** Nobody is named before the noun: who is named behind it, who acted in the clause before, the speaker. */
function unnamedSubject(at: PartyLine, query: SubjectQuery): readonly Party[] {
  const { found, start, right, scope } = query;
  const verb = governingVerb(at.line, right.to);
  if (verb?.person === 1 && scope.speakers.length > 0) return scope.speakers;
  const isOpening = /^(?:در|طی|ضمن|پی|پس|از|با)$/.test(at.line.keys[found.from - 1] ?? '');
  const behind = isOpening ? behindOpening(at, right) : undefined;
  const before =
    behind ?? headOfRelative(at, start, scope) ?? subjectIn(readArguments(at, scope.floor, start));
  return before ?? droppedSubject(at, query, verb !== undefined && !isOpening ? verb.at : undefined);
}

/** «دیدارم با …», «گفت‌وگوهای امروز ما با …»: the speaker's. */
function isOwnNoun(keys: readonly string[], { from, to }: FoundTrigger, end: number): boolean {
  const isBound = /^(?:دیدار|ملاقات|گفتوگو|مذاکر|رایزنی|تماس|سفر|نشست|جلسه)\S*(?:م|مان)$/u.test(
    keys[from] ?? '',
  );
  return (
    isBound || keys.slice(to, Math.min(end, to + 3)).some((key) => /^(?:ما|من|بنده|اینجانب)$/u.test(key))
  );
}

/** «آمادگی پوتین برای دیدار با …», «سفر لاوروف به آنکارا برای مذاکره با …»: whose intent it is, not who speaks of it. */
function intending(at: PartyLine, { from }: FoundTrigger): readonly Party[] | undefined {
  const { keys } = at.line;
  let end = from - 1;
  while (BEFORE_NOUN.test(keys[end] ?? '')) end -= 1;
  if (!/^(?:برای|به|جهت|از|بهمنظور)$/u.test(keys[end] ?? '')) return undefined;
  for (let index = end - 2; index >= Math.max(0, from - LONGEST_INTENT); index -= 1) {
    if (!INTENT.test(keys[index] ?? '')) continue;
    const { parties, to } = readParties(at, index + 1, end);
    const goal = keys[to] === 'به' ? readParties(at, to + 1, end).to : to;
    return parties.length > 0 && (to === end || goal === end) ? parties : undefined;
  }
  return undefined;
}

const BEFORE_NOUN = /^(?:برگزاری|انجام|آغاز|شروع|ادامه|ازسرگیری|دور|جدید|دوم|سوم|شرکت|حضور|در)$/u;

/** Words of an intent, its owner with his titles, and the preposition behind it. */
const LONGEST_INTENT = 16;
const INTENT =
  /^(?:آمادگی|تمایل|علاقه|قصد|درخواست|پیشنهاد|تلاش|تلاشها|تلاشهای|برنامه|تصمیم|خواست|اصرار|اشتیاق|امتناع|خودداری|انصراف|سفر|عزیمت|اعزام|ورود)$/u;

/** «پوتین لاوروف را برای مذاکره با فیدان به آنکارا فرستاد»: who is sent goes. */
function sentBy(at: PartyLine, { found, start, left, right }: SubjectQuery): readonly Party[] | undefined {
  const { keys } = at.line;
  if (!/^(?:برای|جهت|بهمنظور)$/u.test(keys[found.from - 1] ?? '') && !isToTakePart(keys, found.from))
    return undefined;
  const verb = governingVerb(at.line, right.to);
  const isSent =
    verb?.lemma === 'فرستاد' || /^(?:اعزام|گسیل|راهی|روانه)$/u.test(keys[(verb?.at ?? 0) - 1] ?? '');
  if (!isSent) return undefined;
  const object = keys.indexOf('را', start);
  if (object < 0 || object > found.from) return undefined;
  const sent = left.findLast((each) => each.preposition === undefined && each.to === object);
  // «وزیر خارجهٔ خود، لاوروف، را»: behind «خود» is whom the sender sends.
  const own = keys.slice(0, object).findLastIndex((key) => /^(?:خود|خویش|خودش)$/u.test(key));
  return sent?.parties.filter(({ from }) => own < sent.from || own < from);
}

/** «برای شرکت در مذاکرات». */
function isToTakePart(keys: readonly string[], at: number): boolean {
  return /^(?:برای|جهت) (?:شرکت|حضور) در$/u.test(keys.slice(Math.max(0, at - 3), at).join(' '));
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
  // «عراقچی سفر به پاکستان را دوجانبه خواند»: his own, where he speaks for nobody else.
  if (found.trigger.kind === 'visit') {
    const isLabelled = found.from === scope.floor && found.from > 0;
    const isHis = /(?:ات|ها|های|سفر|ورود)ی?(?:ش|شان)$/u.test(at.line.keys[found.from] ?? '');
    return isLabelled || isHis ? scope.speakers.filter(({ entity }) => !speaksForOthers(at, entity)) : [];
  }
  if (scope.speakers.length > 0) return scope.speakers;
  const isRelative = /^(?:که|اینکه|آنکه)$/u.test(at.line.keys[start - 1] ?? '');
  const isOwnVerb = verbAt !== undefined && verbAt - right.to <= LONGEST_TO_VERB;
  if (!isOwnVerb || isRelative) return [];
  // «آنجا با او دیدار کردم»: an institution does not speak so.
  const verb = governingVerb(at.line, right.to);
  // «مانع مذاکره با او … بود»
  if (verb?.lemma === 'بود') return [];
  const isFirst = verb?.person === 1;
  return scope.memory.subject.filter(({ type }) => !isFirst || type === 'person');
}

function speaksForOthers({ known }: PartyLine, entity: string | undefined): boolean {
  return known.officesOf(entity).some((office) => office.startsWith('spokes'));
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

/** «پتروف که با فیدان دیدار کرد», «وی که برای دیدار با …»: who stands right before «که». */
function headOfRelative(at: PartyLine, start: number, scope: FrameScope): readonly Party[] | undefined {
  const { keys } = at.line;
  if (keys[start - 1] !== 'که') return undefined;
  if (PRONOUN.test(keys[start - 2] ?? '')) return whoIsMeant(at, start - 2, scope);
  const head = readArguments(at, scope.floor, start - 1).findLast(({ to }) => to === start - 1);
  return head?.parties.length === 1 ? head.parties : undefined;
}

function behindOpening(at: PartyLine, right: RightSide): readonly Party[] | undefined {
  const end = governingVerb(at.line, right.to)?.at ?? at.line.words.length;
  return readArguments(at, right.to, end).find((each) => each.preposition === undefined)?.parties;
}
