import type { ContactTime } from '../model/contact.js';
import type { Span } from '../model/span.js';
import { type DateMention, findDates } from '../persian/dates.js';
import { clauseStart, governingVerb } from './contact_arguments.js';
import type { Frame } from './contact_frames.js';
import { hasSignBefore, type Line, spanOfWords } from './contact_line.js';
import { isLastTime } from './contact_reference.js';
import type { Modality } from './contact_surroundings.js';

// When a contact was: the times of its clause.

/** Where time and place of a telling may stand: its clause, without the predicate that judges it. */
export function rangeOf(line: Line, frame: Frame, floor: number, modality: Modality): Span {
  // «روند مذاکرات … فردا بررسی می‌شود»: not the talks are tomorrow.
  if (modality.rule === 'modality/governed') return spanOfWords(line, frame.phrase);
  const clause = clauseStart(line, frame.phrase.from, floor);
  const start = modality.isActed ? frame.phrase.from : isLastTime(line, clause) ? floor : clause;
  return spanOfWords(line, { from: start, to: endOfClause(line, frame.phrase.to) });
}

/** Behind the verb; of «… گفت که تا پایان ماه …» before what is said, of «دیداری که دیروز برگزار شد» behind it. */
function endOfClause(line: Line, from: number): number {
  const verb = governingVerb(line, line.keys[from] === 'که' ? from + 1 : from);
  if (verb !== undefined) return verb.next;
  const end = line.keys.findIndex(
    (key, at) => at >= from && (key === 'که' || (at > from && hasSignBefore(line, at, /[:؛]/))),
  );
  return end < 0 ? line.words.length : Math.max(end, from);
}

/** The times of a sentence, found when a contact first asks for them: most sentences tell of none. */
export function datesOfSentences(
  text: string,
  published: string | undefined,
): (sentence: Span) => readonly DateMention[] {
  const found = new Map<number, readonly DateMention[]>();
  return ({ start, end }) => {
    const known = found.get(start);
    if (known !== undefined) return known;
    const own = findDates(text.slice(start, end), published === undefined ? {} : { reference: published });
    const moved = own.map((date) => ({ ...date, start: date.start + start, end: date.end + start }));
    found.set(start, moved);
    return moved;
  };
}

/** The time that stands nearest to a trigger between two places of the text. */
export function timeIn(
  text: string,
  dates: readonly DateMention[],
  { range, trigger }: { readonly range: Span; readonly trigger: Span },
): ContactTime | undefined {
  const inside = dates.filter(
    (date) =>
      date.start >= range.start && date.end <= range.end && !/^(?:duration|recurring|clock)$/.test(date.kind),
  );
  const known = inside.filter((date) => date.iso !== undefined || date.interval !== undefined);
  const pool = known.length > 0 ? known : inside.filter((date) => date.precision !== 'none');
  const [nearest] = [...pool].sort((a, b) => distance(a, trigger) - distance(b, trigger));
  if (nearest === undefined) return undefined;
  const open = openTime(text.slice(range.start, nearest.start), nearest);
  if (open !== undefined) return open;
  return {
    ...(nearest.iso !== undefined && { iso: nearest.iso }),
    ...(nearest.interval !== undefined && { interval: nearest.interval }),
    precision: nearest.precision,
    span: { start: nearest.start, end: nearest.end },
  };
}

/** «پس از ۲۰ ژانویه», «پیش از ۱۵ آذر»: on that side of the day, not on it. */
function openTime(before: string, { iso, start, end }: DateMention): ContactTime | undefined {
  if (iso === undefined) return undefined;
  const isAfter = AFTER.test(before);
  if (!isAfter && !BEFORE.test(before)) return undefined;
  const interval: ContactTime['interval'] = isAfter ? [iso, undefined] : [undefined, iso];
  return { interval, precision: 'interval', span: { start, end } };
}

/** Words between «پس از» and the day: «پس از مراسم تحلیف در ۲۰ ژانویه»; of another contact it tells its own time. */
const AFTER = /(?:^|\s)(?:پس|بعد) از(?: (?!دیدار|گفت|مذاکر|نشست|تماس|سفر)\S+){0,3}?(?: (?:در|روز))?\s$/u;
const BEFORE = /(?:^|\s)(?:پیش|قبل) از(?: روز)?\s$/u;

const WEEK_MS = 7 * 86_400_000;

/** «جمعه دیدار می‌کنند»: of what is to come a bare weekday is the next one, where its words do not say the last. */
export function comingTime(
  { text }: Line,
  when: ContactTime | undefined,
  published: string | undefined,
): ContactTime | undefined {
  const { iso, span } = when ?? {};
  if (when === undefined || published === undefined) return when;
  if (iso === undefined || span === undefined || iso.length > 10) return when;
  const words = text.slice(span.start, span.end + LONGEST_REMARK_UTF16);
  if (!/شنبه|جمعه|آدینه/u.test(words) || /گذشته|پیش|قبل|\d|[۰-۹]/u.test(words)) return when;
  const day = published.slice(0, 10);
  const next = new Date(Date.parse(iso) + WEEK_MS).toISOString().slice(0, 10);
  return iso < day && next >= day ? { ...when, iso: next } : when;
}

/** What took place did so before it was told: a later day in its clause is that of something else. */
export function pastTime(
  when: ContactTime | undefined,
  { stance }: Pick<Modality, 'stance'>,
  published: string | undefined,
): ContactTime | undefined {
  const day = when?.iso ?? when?.interval?.[0];
  if (stance !== 'affirm' || day === undefined || day === null || published === undefined) return when;
  return day.slice(0, 10) > published.slice(0, 10) ? undefined : when;
}

/** Letters behind a weekday in which «گذشته» stands. */
const LONGEST_REMARK_UTF16 = 7;

function distance(a: Span, b: Span): number {
  return a.end <= b.start ? b.start - a.end : Math.max(0, a.start - b.end);
}
