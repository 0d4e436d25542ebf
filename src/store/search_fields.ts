/**
 * Fields of a query: `رسانه:ایسنا گوینده:لاوروف دسته:جهان از:۱۴۰۴/۰۱/۰۳ تا:2025-03-25`; a value of several words
 * stands in quotes. English readers write `outlet:isna from:2025-03-23`.
 */

import type { ContactKind, ContactStatus } from '../model/contact.js';
import type { SearchScope } from '../model/search_scope.js';
import { SECTIONS } from '../model/section.js';
import type { Stance } from '../model/statement.js';
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

/** A sentence for the reader, in both languages of the site. */
export interface FieldProblem {
  readonly fa: string;
  readonly en: string;
}

/** What fields come to; `problems` tell of fields that cannot be used. */
export interface FieldFilter {
  readonly filter: SearchFilter;
  readonly problems: readonly FieldProblem[];
}

const ENGLISH_NAMES: Readonly<Record<string, string>> = {
  outlet: 'رسانه',
  speaker: 'گوینده',
  section: 'دسته',
  stance: 'موضع',
  status: 'وضعیت',
  kind: 'نوع',
  from: 'از',
  to: 'تا',
};

const FIELD = new RegExp(
  `(?<=^|\\s)(${[...Object.values(ENGLISH_NAMES), ...Object.keys(ENGLISH_NAMES)].join('|')})[:：]\\s?(«[^»]*»|"[^"]*"|“[^”]*”|\\S+)`,
  'gi',
);
const DAY_MS = 86_400_000;

/** Parts a query into fields and the rest. */
export function takeFields(text: string): TakenFields {
  const fields: SearchField[] = [];
  const rest = text.replace(FIELD, (_, name: string, value: string) => {
    fields.push({
      name: ENGLISH_NAMES[name.toLowerCase()] ?? name,
      value: value.replace(/^[«"“]|[»"”]$/g, '').trim(),
    });
    return ' ';
  });
  return { rest, fields };
}

/** The filter that fields ask for. The last of two equal fields holds. */
export async function resolveFields(
  database: Database,
  fields: readonly SearchField[],
): Promise<FieldFilter> {
  const problems: FieldProblem[] = [];
  let filter: SearchFilter = {};
  for (const field of fields) {
    const part = await resolveField(database, field);
    if ('fa' in part) problems.push(part);
    else filter = { ...filter, ...part };
  }
  if (
    filter.from !== undefined &&
    filter.before !== undefined &&
    Date.parse(filter.from) >= Date.parse(filter.before)
  ) {
    problems.push({
      fa: '«از:» پس از «تا:» است؛ جای دو تاریخ را عوض کنید.',
      en: 'from: is later than to:, so nothing lies between; exchange the two dates.',
    });
  }
  return { filter, problems };
}

function resolveField(
  database: Database,
  { name, value }: SearchField,
): Promise<SearchFilter | FieldProblem> {
  if (name === 'رسانه') return outletsNamed(database, value);
  if (name === 'گوینده') return speakersNamed(database, value);
  return Promise.resolve(VALUE_FIELDS[name]?.(value) ?? dayOf(name, value));
}

/** An outlet by its id or name; a name that several bear in part means all of them. */
async function outletsNamed(database: Database, value: string): Promise<SearchFilter | FieldProblem> {
  const wanted = keyOf(value);
  const rows = await database.rows<{ id: string; name: string; aliases: readonly string[] }>(
    'select id, name, aliases from outlet where hidden_at is null order by id',
  );
  const named = rows.map(({ id, name, aliases }) => ({ id, keys: [name, ...aliases].map(keyOf) }));
  const exact = named.filter(({ id, keys }) => id === value.toLowerCase() || keys.includes(wanted));
  const inPart = named.filter(({ keys }) => keys.some((key) => ` ${key} `.includes(` ${wanted} `)));
  const outletIds = (exact.length > 0 ? exact : inPart).map(({ id }) => id);
  if (outletIds.length > 0 && wanted !== '') return { outletIds };
  return {
    fa: `رسانه‌ای به نام «${value}» نمی‌شناسیم؛ نام آن را همان‌گونه که در فهرست رسانه‌هاست بنویسید.`,
    en: `We know no outlet “${value}”; write its name as it stands in the list of outlets.`,
  };
}

/** Entities of one name are few; a name of one letter is in half of all. */
const MOST_SPEAKERS = 50;

/** Those who are quoted under a name; a part of a name means all who bear it. */
async function speakersNamed(database: Database, value: string): Promise<SearchFilter | FieldProblem> {
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
  return {
    fa: `گوینده‌ای به نام «${value}» نمی‌شناسیم؛ نام خانوادگی او را بنویسید، یا نامش را در فهرست نام‌ها بجویید.`,
    en: `We know no speaker “${value}”; write the family name in Persian, or look for it in the list of names.`,
  };
}

/** Words for values of the ledger, as somebody would type them; slugs of the model work too. */
const STANCES: Readonly<Record<Stance, string>> = {
  affirm: 'تأیید',
  deny: 'رد',
  not_ruled_out: 'رد نکردن',
  possible: 'احتمال',
  conditional: 'شرط',
  expected: 'در پیش',
  offered: 'پیشنهاد',
  unknown: 'ناروشن',
};
const STATUSES: Readonly<Record<ContactStatus | 'disputed', string>> = {
  confirmed: 'تأیید شده',
  stated: 'گزارش شده',
  claimed: 'ادعا شده',
  denied: 'تکذیب شده',
  not_ruled_out: 'رد نشده',
  expected: 'در پیش',
  conditional: 'مشروط',
  offered: 'پیشنهاد شده',
  speculated: 'محتمل',
  not_occurred: 'انجام نشده',
  disputed: 'محل اختلاف',
};
const KINDS: Readonly<Record<ContactKind, string>> = {
  phone_call: 'تماس تلفنی',
  video_call: 'گفت‌وگوی تصویری',
  meeting: 'دیدار',
  visit: 'سفر',
  talks: 'مذاکره',
  message: 'پیام',
  channel: 'کانال ارتباطی',
  contact: 'تماس',
};

const VALUE_FIELDS: Readonly<Record<string, (value: string) => SearchFilter | FieldProblem>> = {
  دسته: sectionNamed,
  موضع: (value) => {
    const stance = slugOf(STANCES, value);
    return stance === undefined ? noSuch({ fa: 'موضعی', en: 'stance' }, value, STANCES) : { stance };
  },
  وضعیت: (value) => {
    const status = slugOf(STATUSES, value);
    return status === undefined ? noSuch({ fa: 'وضعیتی', en: 'status' }, value, STATUSES) : { status };
  },
  نوع: (value) => {
    const contactKind = slugOf(KINDS, value);
    return contactKind === undefined ? noSuch({ fa: 'نوعی', en: 'kind' }, value, KINDS) : { contactKind };
  },
};

function slugOf<Slug extends string>(words: Readonly<Record<Slug, string>>, value: string): Slug | undefined {
  const slugs = Object.keys(words) as Slug[];
  return slugs.find((slug) => slug === value.toLowerCase() || keyOf(words[slug]) === keyOf(value));
}

function noSuch(noun: FieldProblem, value: string, words: Readonly<Record<string, string>>): FieldProblem {
  return {
    fa: `${noun.fa} به نام «${value}» نداریم؛ یکی از این‌ها را بنویسید: ${Object.values(words).join('، ')}.`,
    en: `There is no ${noun.en} “${value}”; write one of: ${Object.keys(words).join(', ')}.`,
  };
}

/** What outlets and readers call our categories besides their names. */
const SECTION_WORDS: Readonly<Record<string, readonly string[]>> = {
  politics: ['سیاسی'],
  world: ['جهانی', 'بین\u200cالملل', 'بین\u200cالمللی'],
  economy: ['اقتصادی'],
  society: ['اجتماعی'],
  science: ['علم', 'علمی', 'علم و فناوری'],
  culture: ['فرهنگی', 'فرهنگ و هنر'],
  sport: ['ورزشی'],
};

function sectionNamed(value: string): SearchFilter | FieldProblem {
  const section = SECTIONS.find(
    ({ slug, name }) =>
      slug === value.toLowerCase() ||
      [name, ...(SECTION_WORDS[slug] ?? [])].some((word) => keyOf(word) === keyOf(value)),
  );
  if (section) return { section: section.slug };
  return {
    fa: `دسته‌ای به نام «${value}» نداریم؛ دسته‌ها این‌هاست: ${SECTIONS.map(({ name }) => name).join('، ')}.`,
    en: `There is no section “${value}”; sections are: ${SECTIONS.map(({ slug }) => slug).join(', ')}.`,
  };
}

/** A day in either calendar; «از» begins and «تا» ends with it, by the clocks of Tehran. */
function dayOf(name: string, value: string): SearchFilter | FieldProblem {
  const iso = parseInstant(value)?.iso.slice(0, 10);
  const midnight = iso === undefined ? Number.NaN : Date.parse(`${iso}T00:00:00Z`);
  if (Number.isNaN(midnight)) {
    const english = name === 'از' ? 'from' : 'to';
    return {
      fa: `تاریخ «${value}» را نفهمیدیم؛ بنویسید ${name}:۱۴۰۴/۰۱/۰۳ یا ${name}:2025-03-23.`,
      en: `We cannot read the date “${value}”; write ${english}:2025-03-23 or ${english}:1404/01/03.`,
    };
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

/** Some fields are only about statements or contacts: then these are looked for, whatever scope is asked. */
export function scopeOfFields({ stance, status, contactKind }: SearchFilter): SearchScope | undefined {
  if (stance !== undefined) return 'statements';
  return status !== undefined || contactKind !== undefined ? 'contacts' : undefined;
}
