import type { Contact, ContactActor, ContactKind, ContactStatus } from '../model/contact.js';
import type { LedgerContact } from '../model/ledger.js';
import type { ContactReport } from './ledger.js';

const DAY_MS = 86_400_000;
/** Articles that tell of one contact differ by this many days about its day: «شامگاه شنبه», «یک‌شنبه». */
export const DAYS_APART = 1;
/** Undated reports of one contact follow each other within this many days. */
const DAYS_OF_ECHO = 10;
/** Where one party is only a state, chance is larger: reports must be closer. */
const DAYS_OF_VAGUE_ECHO = 3;

type Days = LedgerContact['days'];
export type ClosedDays = readonly [from: string, to: string];

export const AHEAD: ReadonlySet<ContactStatus> = new Set(['expected', 'conditional', 'offered']);
export const HAPPENED: ReadonlySet<ContactStatus> = new Set(['confirmed', 'stated', 'claimed']);

/**
 * The days on which a contact can have been: those that the text gives; else, for what is past, up to publication,
 * and for what is to come, from then on. Both ends are open for a page without a date.
 */
export function spanOfDays({ contact, published }: ContactReport): Days {
  const { when, status } = contact;
  const [from, to] = when?.iso === undefined ? (when?.interval ?? []) : [when.iso, when.iso];
  const told: Days = [edgeOf(from, 'first'), edgeOf(to, 'last')];
  if (told[0] !== null || told[1] !== null) return told;
  const day = published?.slice(0, 10) ?? null;
  return AHEAD.has(status) ? [day, null] : [null, day];
}

/** `2018` is any day of its year, `2018-09` any of its month; nothing for what is no day of the calendar. */
function edgeOf(iso: string | null | undefined, edge: 'first' | 'last'): string | null {
  const [, year, month = edge === 'first' ? '01' : '12', day] =
    /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?(?!\d)/.exec(iso ?? '') ?? [];
  if (year === undefined) return null;
  const start = Date.parse(`${year}-${month}-${day ?? '01'}T00:00:00Z`);
  if (Number.isNaN(start)) return null;
  const instant = day === undefined && edge === 'last' ? Date.UTC(Number(year), Number(month), 0) : start;
  return new Date(instant).toISOString().slice(0, 10);
}

/** The days of a ledger contact after one more report: exact days make a range, open ends are closed by them. */
export function widened(days: Days, report: ContactReport): Days {
  const more = spanOfDays(report);
  if (!isClosed(more)) return isClosed(days) ? days : [days[0] ?? more[0], days[1] ?? more[1]];
  if (!isClosed(days)) return more;
  const [from = null, to = null] = [[days[0], more[0]].toSorted()[0], [days[1], more[1]].toSorted()[1]];
  return [from, to];
}

export function isClosed(days: Days): days is ClosedDays {
  return days[0] !== null && days[1] !== null;
}

/** The row of the contact that a report tells of: the one that fits best, the latest of equals; -1 when it is new. */
export function rowFor(rows: readonly LedgerContact[], report: ContactReport): number {
  let best = -1;
  let most = -1;
  for (const [at, row] of rows.entries()) {
    const points = isSameContact(row, report) ? fitOf(row, report) : -1;
    if (points < most || points < 0) continue;
    best = at;
    most = points;
  }
  return best;
}

/** People and kind tell more than days, days more than whether both are still to come. */
function fitOf(row: LedgerContact, report: ContactReport): number {
  const { contact } = report;
  const isSamePeople = isCovered(row.actors, contact.actors, isSameActor);
  const isDated = isClosed(row.days) && isClosed(spanOfDays(report));
  return (
    (isSamePeople ? 8 : 0) +
    (row.kind === contact.kind ? 4 : 0) +
    (isDated ? 2 : 0) +
    (AHEAD.has(row.status) === AHEAD.has(contact.status) ? 1 : 0)
  );
}

/** Whether a report tells of a contact that the ledger has. */
function isSameContact(row: LedgerContact, report: ContactReport): boolean {
  const { contact, article } = report;
  // Its analysis has held them apart on the evidence of the whole page.
  if (row.isOpen !== contact.isOpen || row.tellings.some((telling) => telling.article === article))
    return false;
  if (!mayBeOneKind(row.kind, contact.kind) || !maySecrecyAgree(row.secrecy, contact.secrecy)) return false;
  if (isAbsence(row) !== isAbsence(contact) || isNextOne(row, report)) return false;
  // Which contact is meant is known less where one side is named alone.
  const echo = row.isOpen ? DAYS_OF_VAGUE_ECHO : DAYS_OF_ECHO;
  if (isCovered(row.actors, contact.actors, isSameActor)) return areTimesClose(row, report, echo);
  return isCovered(row.actors, contact.actors, isSameSide) && isSameOfStates(row, report);
}

/**
 * People in one report, only their states in the other: the kind must be the same, and the day or, where there is
 * none, what is said of it.
 */
function isSameOfStates(row: LedgerContact, report: ContactReport): boolean {
  const { contact } = report;
  if (row.kind !== contact.kind || (row.level === 'experts') !== (contact.level === 'experts')) return false;
  const days = spanOfDays(report);
  if (isClosed(row.days) && isClosed(days)) return daysBetween(row.days, days) === 0;
  const isAlike = AHEAD.has(row.status) === AHEAD.has(contact.status) && isOpen(row) === isOpen(contact);
  return isAlike && areTimesClose(row, report, DAYS_OF_VAGUE_ECHO);
}

/** Nobody says that it took place, nobody that it did not. */
function isOpen({ status }: Pick<Contact, 'status'>): boolean {
  return status === 'not_ruled_out' || status === 'speculated' || AHEAD.has(status);
}

/** What is planned after a contact took place is another one, unless its day says that it is the same. */
function isNextOne(row: LedgerContact, report: ContactReport): boolean {
  if (!AHEAD.has(report.contact.status) || !HAPPENED.has(row.status)) return false;
  const days = spanOfDays(report);
  const isOneDay = isClosed(row.days) && isClosed(days) && daysBetween(row.days, days) <= DAYS_APART;
  return !isOneDay;
}

/** «از زمان انتخابات دیداری نداشته‌اند» tells of no event and of no plan that fell through: a row of its own. */
export function isAbsence({
  status,
  voices,
}: Pick<Contact, 'status'> & { readonly voices: readonly { readonly calledOff?: unknown }[] }): boolean {
  return status === 'not_occurred' && voices.every((voice) => voice.calledOff === undefined);
}

const OPEN: ReadonlySet<ContactKind> = new Set(['talks', 'contact']);
const SPOKEN: ReadonlySet<ContactKind> = new Set(['talks', 'contact', 'phone_call', 'video_call', 'meeting']);
const JOURNEY: ReadonlySet<ContactKind> = new Set(['meeting', 'visit']);

export function mayBeOneKind(a: ContactKind, b: ContactKind): boolean {
  if (a === b || (JOURNEY.has(a) && JOURNEY.has(b))) return true;
  return (OPEN.has(a) && SPOKEN.has(b)) || (OPEN.has(b) && SPOKEN.has(a));
}

export function maySecrecyAgree(a: Contact['secrecy'], b: Contact['secrecy']): boolean {
  return a === 'unknown' || b === 'unknown' || (a === 'announced') === (b === 'announced');
}

/** Whether each of the fewer actors is one of the others. */
export function isCovered(
  a: readonly ContactActor[],
  b: readonly ContactActor[],
  fits: (one: ContactActor, other: ContactActor) => boolean,
): boolean {
  const [few, many] = a.length <= b.length ? [a, b] : [b, a];
  const free = [...many];
  return few.every((actor) => {
    const at = free.findIndex((other) => fits(actor, other));
    if (at < 0) return false;
    free.splice(at, 1);
    return true;
  });
}

export function isSameActor(a: ContactActor, b: ContactActor): boolean {
  return a.entity !== undefined && b.entity !== undefined ? a.entity === b.entity : a.name === b.name;
}

/** A person and the state on whose side he stands; two different people are never one. */
export function isSameSide(a: ContactActor, b: ContactActor): boolean {
  if (isSameActor(a, b)) return true;
  if (a.side === undefined || a.side !== b.side) return false;
  return !(isPerson(a) && isPerson(b));
}

function isPerson(actor: ContactActor): boolean {
  return actor.entity?.startsWith('per.') === true;
}

function areTimesClose(row: LedgerContact, report: ContactReport, echoDays: number): boolean {
  const days = spanOfDays(report);
  if (isClosed(row.days) && isClosed(days)) return daysBetween(row.days, days) <= DAYS_APART;
  // A page without a date may be years old: that we came to know it today says nothing.
  const told = report.published?.slice(0, 10);
  const tellings = row.tellings.flatMap(({ published }) => published?.slice(0, 10) ?? []);
  if (isClosed(row.days)) return told !== undefined && daysBetween(row.days, [told, told]) <= echoDays;
  if (isClosed(days)) return tellings.some((day) => daysBetween(days, [day, day]) <= echoDays);
  return told !== undefined && tellings.some((day) => daysBetween([day, day], [told, told]) <= echoDays);
}

/** Days between two stretches; 0 when they meet. */
export function daysBetween(a: ClosedDays, b: ClosedDays): number {
  const after = (Date.parse(b[0]) - Date.parse(a[1])) / DAY_MS;
  const before = (Date.parse(a[0]) - Date.parse(b[1])) / DAY_MS;
  return Math.max(0, after, before);
}
