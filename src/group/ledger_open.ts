import type { ContactKind, ContactStatus } from '../model/contact.js';
import { statusOf } from '../model/contact_status.js';
import { type LedgerContact, type LedgerVoice, type OpenRule, resolutionOf } from '../model/ledger.js';
import { judged } from './ledger_judge.js';
import {
  AHEAD,
  type ClosedDays,
  DAYS_APART,
  daysBetween,
  HAPPENED,
  isAbsence,
  isClosed,
  isCovered,
  isSameActor,
  isSameSide,
  mayBeOneKind,
  maySecrecyAgree,
} from './ledger_match.js';

// Open contacts, of which an article names one side, against those whose two sides the ledger knows.

/** Reports of one contact that give no day follow each other within this many days. */
const DAYS_NEAR = 3;
/** A plan, or «از زمان انتخابات دیداری نداشته‌اند», is spoken of for longer. */
const DAYS_STANDING = 10;
/** Longer stretches («پیش از پایان سال») say nothing of the day. */
const DAYS_OF_ONE_DAY = 3;

/**
 * Gives each open contact to the only one with the same side, a compatible kind and level, and near days; where none or
 * several fit, it stays open. Looked at anew with every report: what no longer fits, or has got a rival, is taken back,
 * and both rows keep that it was so. The outcome follows from the rows and their own voices alone.
 */
export function settleOpen(rows: readonly LedgerContact[], known: string): readonly LedgerContact[] {
  const whole = rows.filter(({ isOpen }) => !isOpen);
  return rows.reduce((settled, row, at) => {
    if (!row.isOpen) return settled;
    const open = resolved(row, whole, known);
    return settled.with(at, open).map((each) => (each.isOpen ? each : lentTo(each, open, known)));
  }, rows);
}

function resolved(open: LedgerContact, whole: readonly LedgerContact[], known: string): LedgerContact {
  const fits = whole.flatMap((row) => {
    const rule = ruleFor(open, row);
    return rule === undefined ? [] : [{ rule, row }];
  });
  const [first] = fits;
  const isOne = first !== undefined && fits.every(({ row }) => mayBeOneContact(first.row, row));
  const fit = isOne ? fits.toSorted((a, b) => lastTold(a.row) - lastTold(b.row)).at(-1) : undefined;
  const next = { rivals: isOne ? 1 : fits.length, ...(fit && { rule: fit.rule, contact: fit.row.id }) };
  const before = open.resolutions ?? [];
  const last = before.at(-1) ?? { rivals: 0, contact: undefined };
  if (last.contact === next.contact && last.rivals === next.rivals) return open;
  return { ...open, resolutions: [...before, { known, ...next }] };
}

/** Two rows that do not differ in who the other side is, nor in the day, nor in whether it is to come. */
function mayBeOneContact(a: LedgerContact, b: LedgerContact): boolean {
  const isSamePair = a.actors.length === b.actors.length && isCovered(a.actors, b.actors, isSameActor);
  if (!isSamePair || AHEAD.has(a.status) !== AHEAD.has(b.status)) return false;
  const [day, other] = [dayOf(a), dayOf(b)];
  return (
    AHEAD.has(a.status) || day === undefined || other === undefined || daysBetween(day, other) <= DAYS_APART
  );
}

function lastTold({ tellings }: LedgerContact): number {
  return Math.max(...tellings.map(({ published, known }) => Date.parse(published ?? known)));
}

/** By which rule a contact may be the one that an open one means. */
function ruleFor(open: LedgerContact, row: LedgerContact): OpenRule | undefined {
  const [own] = open.actors;
  if (own === undefined || !row.actors.some((actor) => isSameActor(actor, own) || isSameSide(actor, own)))
    return undefined;
  if (!mayBeOneOpenKind(open.kind, row.kind) || !maySecrecyAgree(open.secrecy, row.secrecy)) return undefined;
  if (open.level !== row.level && open.level !== 'unspecified' && row.level !== 'unspecified')
    return undefined;
  const standing = asItsOwn(row);
  if (isAbsence(open) !== isAbsence(standing)) return undefined;
  const rule = ruleOfDays(open, standing);
  return rule !== undefined && mayMeet(open, standing, rule) ? rule : undefined;
}

/** «تماس» is made by phone or told in general; it is no meeting. */
function mayBeOneOpenKind(open: ContactKind, kind: ContactKind): boolean {
  return mayBeOneKind(open, kind) && !(open === 'contact' && kind === 'meeting');
}

/**
 * What happened is no plan; nobody leaves open or denies what is told without a doubt; that something took place is
 * said of what has, or of that very day.
 */
function mayMeet(open: LedgerContact, row: LedgerContact, rule: OpenRule): boolean {
  if (AHEAD.has(open.status)) return !HAPPENED.has(row.status) || rule === 'open/day';
  if (HAPPENED.has(open.status))
    return HAPPENED.has(row.status) || (rule === 'open/day' && !AHEAD.has(row.status));
  return isAbsence(row) || row.disputed || !TOLD_AS_FACT.has(row.status);
}

const TOLD_AS_FACT: ReadonlySet<ContactStatus> = new Set(['confirmed', 'stated']);

function ruleOfDays(open: LedgerContact, row: LedgerContact): OpenRule | undefined {
  const [day, other] = [dayOf(open), dayOf(row)];
  if (day !== undefined && other !== undefined)
    return daysBetween(day, other) <= DAYS_APART ? 'open/day' : undefined;
  const isStanding = isAbsence(row) || (AHEAD.has(open.status) && AHEAD.has(row.status));
  const within = isStanding ? DAYS_STANDING : DAYS_NEAR;
  const isNear = timesOf(open).some((a) => timesOf(row).some((b) => daysBetween(a, b) <= within));
  return isNear ? 'open/near' : undefined;
}

/** A day, or the few between which reports waver. */
function dayOf({ days }: LedgerContact): ClosedDays | undefined {
  return isClosed(days) && (Date.parse(days[1]) - Date.parse(days[0])) / DAY_MS < DAYS_OF_ONE_DAY
    ? days
    : undefined;
}

/** When it can have been, else when it was told; of a plan both. */
function timesOf({ days, tellings, status }: LedgerContact): ClosedDays[] {
  const told = tellings.flatMap(({ published }): ClosedDays[] => {
    const day = published?.slice(0, 10);
    return day === undefined ? [] : [[day, day]];
  });
  if (!isClosed(days)) return told;
  return AHEAD.has(status) ? [days, ...told] : [days];
}

const DAY_MS = 86_400_000;

/** A row as its own reports alone tell it. */
function asItsOwn(row: LedgerContact): LedgerContact {
  const voices = row.voices.filter(({ lent }) => lent === undefined);
  return voices.length === row.voices.length ? row : { ...row, voices, ...statusOf(inOrder(voices)) };
}

function inOrder(voices: readonly LedgerVoice[]): readonly LedgerVoice[] {
  const timeOf = ({ published, known }: LedgerVoice): number => Date.parse(published ?? known);
  return voices.toSorted((a, b) => timeOf(a) - timeOf(b));
}

/** A row with what an open contact says of it: new voices behind its own, and an end to those that are taken back. */
function lentTo(row: LedgerContact, open: LedgerContact, known: string): LedgerContact {
  const isLent = ({ lent }: LedgerVoice): boolean => lent?.contact === open.id && lent.until === undefined;
  const isMeant = resolutionOf(open) === row.id;
  if (!isMeant && !row.voices.some(isLent)) return row;
  const own = new Set(row.voices.flatMap(({ lent, sameAs }) => (lent === undefined ? [sameAs] : [])));
  const wanted = open.voices
    .filter(({ sameAs }) => isMeant && !own.has(sameAs))
    .map((voice) => lentVoice(voice, open.id, known));
  const kept = row.voices.map((voice) => {
    if (!isLent(voice)) return voice;
    const still = wanted.find(({ sameAs }) => sameAs === voice.sameAs);
    if (still !== undefined)
      return still.places.length === voice.places.length ? voice : { ...voice, places: still.places };
    return { ...voice, lent: { contact: open.id, until: known } };
  });
  const more = wanted.filter((each) => !kept.some((voice) => isLent(voice) && voice.sameAs === each.sameAs));
  const isSame = more.length === 0 && kept.every((voice, at) => voice === row.voices[at]);
  return isSame ? row : judged({ ...row, voices: [...kept, ...more] }, known);
}

/** Whoever affirms without naming the other side confirms nothing about it. */
function lentVoice(voice: LedgerVoice, contact: string, known: string): LedgerVoice {
  const participant = voice.participant && voice.stance !== 'affirm';
  return { ...voice, participant, known, sameAs: `${contact}|${voice.sameAs}`, lent: { contact } };
}
