import type { ContactLevel, ContactPlace, ContactTime, Secrecy } from '../model/contact.js';
import type { Entity } from '../model/entity.js';
import type { Span } from '../model/span.js';
import { type DateMention, findDates } from '../persian/dates.js';
import type { Line } from './contact_line.js';
import type { Known, Party, PartyLine } from './contact_party.js';

/** Words that tell whether a contact was public; the first row that fits. */
const SECRECY: readonly (readonly [Secrecy, RegExp])[] = [
  [
    'secret',
    / (?:مخفیانه\S*|محرمانه\S*|سری|پنهانی|پنهان|مخفی|پشت پرده|پشتپرده|درهای بسته|پشت درهای بسته|دور از چشم) /u,
  ],
  ['unannounced', / (?:اعلامنشده\S*|اعلام نشده|غیرعلنی|غیررسمی|ازپیشاعلامنشده|پیشاعلامنشده) /u],
  ['announced', / (?:علنی|اعلامشده\S*|اعلام شده|رسما) /u],
];

/** Secrecy by the words from a clause's start to its verb. */
export function secrecyIn(line: Line, from: number, to: number): Secrecy {
  const words = ` ${line.keys.slice(from, to).join(' ')} `;
  if (/ بیش(?:تر)? از (?:دو|سه|چند) /u.test(words)) return 'unknown';
  return SECRECY.find(([, pattern]) => pattern.test(words))?.[0] ?? 'unknown';
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

/** Letters behind a weekday in which «گذشته» stands. */
const LONGEST_REMARK_UTF16 = 7;

function distance(a: Span, b: Span): number {
  return a.end <= b.start ? b.start - a.end : Math.max(0, a.start - b.end);
}

/** «در آنکارا»: a place of the clause behind «در»; `known` gives its name. */
export function placeIn(
  { line, items, known }: PartyLine,
  from: number,
  to: number,
): ContactPlace | undefined {
  for (const item of items) {
    if (item.from <= from || item.to > to || item.adjective === true) continue;
    const before = line.keys.slice(Math.max(0, item.from - 3), item.from);
    if (before.at(-1) !== 'در' && !/^در (?:شهر|پایتخت|خاک|بندر|کاخ)/u.test(before.slice(-2).join(' ')))
      continue;
    const entity = known.entityOf(item.mention.entity);
    if (entity?.type !== 'place') continue;
    return placeOf(entity, item.mention.span);
  }
  return undefined;
}

/** A place with the country in which it lies. */
export function placeOf({ id, name, side }: Entity, span: Span): ContactPlace {
  return { name, entity: id, ...(side !== undefined && { side }), span };
}

const LEVELS: readonly (readonly [ContactLevel, RegExp])[] = [
  ['experts', /کارشناس|فنی/u],
  ['intelligence', /اطلاعات(?!\S*رسان)|امنیت(?:ی)? (?:خارجی|داخلی)|سرویس|intelligence/u],
  [
    'military',
    /ستاد|ارتش|فرمانده|ژنرال|نیروی دریایی|نیروی هوایی|دریادار|سرلشکر|سپهبد|chief-of-staff|commander|army/u,
  ],
  [
    'senior_officials',
    /معاون|مشاور|سفیر|سفرا|فرستاده|دستیار|سخنگو|دبیر شورا|نماینده|مقام|هیات|هییت|شهردار|deputy|adviser|ambassador|envoy|spokesperson|secretary@|aide/u,
  ],
  ['ministers', /وزیر(?!.*نخست)|وزرا|وزیران|minister(?!-prime)/u],
  [
    'leaders',
    /رییسجمهور|روسای جمهور|رییس جمهور|نخستوزیر|پادشاه|ولیعهد|صدراعظم|رهبر|سران|امیر|دبیرکل|president|prime-minister|king|crown-prince|chancellor|leader|emir|sultan|secretary-general/u,
  ],
];

/** On which level the parties stand: the lowest of theirs; «states» where only states are named. */
export function levelOf(
  parties: readonly Party[],
  words: string,
  officesOf: Known['officesOf'],
): ContactLevel {
  if (/ (?:کارشناسی|فنی) /u.test(words)) return 'experts';
  if (/ سران /u.test(words)) return 'leaders';
  const told = parties.map((party) => levelOfParty(party, officesOf));
  const lowest = LEVELS.find(([level]) => told.includes(level))?.[0];
  if (lowest !== undefined) return lowest;
  return parties.length > 0 && parties.every((party) => party.type === 'state') ? 'states' : 'unspecified';
}

function levelOfParty(party: Party, officesOf: Known['officesOf']): ContactLevel | undefined {
  if (party.type === 'state') return undefined;
  const offices = officesOf(party.entity);
  const words = offices.length > 0 ? offices.map(plainOffice).join(' ') : party.name;
  if (/prime-minister|نخستوزیر|نخست‌وزیر/u.test(words)) return 'leaders';
  return LEVELS.find(([, pattern]) => pattern.test(words))?.[0];
}

function plainOffice(office: string): string {
  return office.replace(/@.*$/, '@');
}

/** Letters of a phrase, for rules on its words. */
export function phraseOf(line: Line, from: number, to: number): string {
  return to <= from ? '' : ` ${line.keys.slice(from, to).join(' ')} `;
}
