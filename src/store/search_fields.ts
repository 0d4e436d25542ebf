/**
 * Fields of a query: `رسانه:ایسنا گوینده:لاوروف دسته:جهان از:۱۴۰۴/۰۱/۰۳ تا:2025-03-25`; a value of several words
 * stands in quotes.
 */
import { SECTIONS } from '../model/section.js';
import { parseInstant } from '../persian/dates.js';
import { keyOf } from '../persian/keys.js';
import { tehranIso } from '../persian/tehran.js';
import type { Database } from './database.js';
import type { SearchFilter } from './search_index.js';

/** A query without its fields, and what they say. */
export interface TakenFields {
  readonly rest: string;
  readonly fields: readonly SearchField[];
}

export interface SearchField {
  readonly name: string;
  readonly value: string;
}

/** What fields come to; `problems` are sentences for the reader about fields that cannot be used. */
export interface FieldFilter {
  readonly filter: SearchFilter;
  readonly problems: readonly string[];
}

const FIELD = /(?<=^|\s)(رسانه|گوینده|دسته|از|تا)[:：]\s?(«[^»]*»|"[^"]*"|“[^”]*”|\S+)/g;
const DAY_MS = 86_400_000;

/** Parts a query into fields and the rest. */
export function takeFields(text: string): TakenFields {
  const fields: SearchField[] = [];
  const rest = text.replace(FIELD, (_, name: string, value: string) => {
    fields.push({ name, value: value.replace(/^[«"“]|[»"”]$/g, '').trim() });
    return ' ';
  });
  return { rest, fields };
}

/** The filter that fields ask for. The last of two equal fields holds. */
export async function resolveFields(
  database: Database,
  fields: readonly SearchField[],
): Promise<FieldFilter> {
  const problems: string[] = [];
  let filter: SearchFilter = {};
  for (const field of fields) {
    const part = await resolveField(database, field);
    if (typeof part === 'string') problems.push(part);
    else filter = { ...filter, ...part };
  }
  if (
    filter.from !== undefined &&
    filter.before !== undefined &&
    Date.parse(filter.from) >= Date.parse(filter.before)
  ) {
    problems.push('«از:» پس از «تا:» است؛ جای دو تاریخ را عوض کنید.');
  }
  return { filter, problems };
}

function resolveField(database: Database, { name, value }: SearchField): Promise<SearchFilter | string> {
  if (name === 'رسانه') return outletsNamed(database, value);
  if (name === 'گوینده') return speakersNamed(database, value);
  return Promise.resolve(name === 'دسته' ? sectionNamed(value) : dayOf(name, value));
}

/** An outlet by its id or name; a name that several bear in part means all of them. */
async function outletsNamed(database: Database, value: string): Promise<SearchFilter | string> {
  const wanted = keyOf(value);
  const rows = await database.rows<{ id: string; name: string; aliases: readonly string[] }>(
    'select id, name, aliases from outlet where hidden_at is null order by id',
  );
  const named = rows.map(({ id, name, aliases }) => ({ id, keys: [name, ...aliases].map(keyOf) }));
  const exact = named.filter(({ id, keys }) => id === value.toLowerCase() || keys.includes(wanted));
  const inPart = named.filter(({ keys }) => keys.some((key) => ` ${key} `.includes(` ${wanted} `)));
  const outletIds = (exact.length > 0 ? exact : inPart).map(({ id }) => id);
  if (outletIds.length > 0 && wanted !== '') return { outletIds };
  return `رسانه‌ای به نام «${value}» نمی‌شناسیم؛ نام آن را همان‌گونه که در فهرست رسانه‌هاست بنویسید.`;
}

/** Entities of one name are few; a name of one letter is in half of all. */
const MOST_SPEAKERS = 50;

/** Those who are quoted under a name; a part of a name means all who bear it. */
async function speakersNamed(database: Database, value: string): Promise<SearchFilter | string> {
  const wanted = keyOf(value);
  const solid = wanted.replaceAll(' ', '');
  const rows =
    solid === ''
      ? []
      : await database.rows<{ id: string; name: string }>(
          `select id, coalesce(given_name, name) as name from entity
           where merged_into is null and (id = $1 or
             replace(replace(coalesce(given_name, name), E'\\u200c', ''), ' ', '') like '%' || $2 || '%')
             and exists (select from statement_speaker where entity_id = entity.id)
           order by known desc, length(name), id limit ${MOST_SPEAKERS}`,
          [value.toLowerCase(), solid],
        );
  const exact = rows.filter(
    ({ id, name }) => id === value.toLowerCase() || keyOf(name).replaceAll(' ', '') === solid,
  );
  const inPart = rows.filter(({ name }) => ` ${keyOf(name)} `.includes(` ${wanted} `));
  const speakerIds = (exact.length > 0 ? exact : inPart).map(({ id }) => id);
  if (speakerIds.length > 0) return { speakerIds };
  return `گوینده‌ای به نام «${value}» نمی‌شناسیم؛ نام خانوادگی او را بنویسید، یا نامش را در فهرست نام‌ها بجویید.`;
}

function sectionNamed(value: string): SearchFilter | string {
  const section = SECTIONS.find(({ slug, name }) => slug === value || keyOf(name) === keyOf(value));
  if (section) return { section: section.slug };
  return `دسته‌ای به نام «${value}» نداریم؛ دسته‌ها این‌هاست: ${SECTIONS.map(({ name }) => name).join('، ')}.`;
}

/** A day in either calendar; «از» begins and «تا» ends with it, by the clocks of Tehran. */
function dayOf(name: string, value: string): SearchFilter | string {
  const iso = parseInstant(value)?.iso.slice(0, 10);
  const midnight = iso === undefined ? Number.NaN : Date.parse(`${iso}T00:00:00Z`);
  if (Number.isNaN(midnight)) {
    return `تاریخ «${value}» را نفهمیدیم؛ بنویسید ${name}:۱۴۰۴/۰۱/۰۳ یا ${name}:2025-03-23.`;
  }
  return name === 'از' ? { from: tehranMidnight(midnight) } : { before: tehranMidnight(midnight + DAY_MS) };
}

function tehranMidnight(utcMs: number): string {
  const day = new Date(utcMs);
  return tehranIso({
    year: day.getUTCFullYear(),
    month: day.getUTCMonth() + 1,
    day: day.getUTCDate(),
    hour: 0,
    minute: 0,
    second: 0,
  });
}
