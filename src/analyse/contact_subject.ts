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
  const before = behind ?? subjectIn(readArguments(at, scope.floor, start));
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

/** «آمادگی پوتین برای دیدار با …», «تلاش لاوروف برای مذاکره با …»: whose intent it is, not who speaks of it. */
function intending(at: PartyLine, { from }: FoundTrigger): readonly Party[] | undefined {
  const { keys } = at.line;
  if (!/^(?:برای|به|جهت|از)$/u.test(keys[from - 1] ?? '')) return undefined;
  for (let index = from - 3; index >= Math.max(0, from - LONGEST_INTENT); index -= 1) {
    if (!INTENT.test(keys[index] ?? '')) continue;
    const { parties, to } = readParties(at, index + 1, from - 1);
    return parties.length > 0 && to === from - 1 ? parties : undefined;
  }
  return undefined;
}

/** Words of an intent, its owner with his titles, and the preposition behind it. */
const LONGEST_INTENT = 12;
const INTENT =
  /^(?:آمادگی|تمایل|علاقه|قصد|درخواست|پیشنهاد|تلاش|تلاشها|تلاشهای|برنامه|تصمیم|خواست|اصرار|اشتیاق|امتناع|خودداری|انصراف)$/u;

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
  if (found.trigger.kind === 'visit') return [];
  if (scope.speakers.length > 0) return scope.speakers;
  const isRelative = /^(?:که|اینکه|آنکه)$/u.test(at.line.keys[start - 1] ?? '');
  const isOwnVerb = verbAt !== undefined && verbAt - right.to <= LONGEST_TO_VERB;
  if (!isOwnVerb || isRelative) return [];
  // «آنجا با او دیدار کردم»: an institution does not speak so.
  const isFirst = governingVerb(at.line, right.to)?.person === 1;
  return scope.memory.subject.filter(({ type }) => !isFirst || type === 'person');
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
