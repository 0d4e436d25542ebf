import { type GazetteerEntry, gazetteerEntry, type TitleEntry, titleEntry } from './gazetteer_schema.js';

// The built-in tables have one entry per line, columns between «|», lists between «،», `#` for remarks; a comma
// inside a name is written `,`:
//   people         lavrov | ru | سرگئی *لاوروف | Sergey Lavrov | | foreign-minister@ru 2004-03-09..
//   organisations  nato | | ناتو، سازمان پیمان آتلانتیک شمالی | NATO
//   places         moscow | capital | ru | مسکو | Moscow
//   countries      ru | فدراسیون روسیه | روس، روسی
//   offices        president | رئیس‌جمهور، رئیس‌جمهوری | رؤسای جمهور
// In a person's name what follows `*` also stands alone, what follows `~` only where a name is likely.

export type LineTable = 'people' | 'organisations' | 'places' | 'countries' | 'offices' | 'institutions';

/** A row that cannot be used, and why. */
export interface LineFault {
  readonly line: number;
  readonly message: string;
}

export interface ReadLines {
  readonly entries: readonly GazetteerEntry[];
  readonly titles: readonly TitleEntry[];
  readonly faults: readonly LineFault[];
}

type Columns = readonly string[];

const MAKERS: Record<LineTable, (columns: Columns) => unknown> = {
  people: personOf,
  organisations: organisationOf,
  places: placeOf,
  countries: countryOf,
  offices: titleOf,
  institutions: titleOf,
};

/** Reads one of the built-in tables; a row that does not fit its schema is a fault with its line (from 1). */
export function readGazetteerLines(table: LineTable, text: string): ReadLines {
  const entries: GazetteerEntry[] = [];
  const titles: TitleEntry[] = [];
  const faults: LineFault[] = [];
  for (const [index, line] of text.split('\n').entries()) {
    if (line.trim() === '' || line.startsWith('#')) continue;
    const raw = MAKERS[table](line.split('|').map((column) => column.trim()));
    const isTitle = table === 'offices' || table === 'institutions';
    const parsed = isTitle ? titleEntry.safeParse(raw) : gazetteerEntry.safeParse(raw);
    if (!parsed.success) {
      const message = parsed.error.issues.map((each) => `${each.path.join('.')}: ${each.message}`).join('; ');
      faults.push({ line: index + 1, message });
    } else if (isTitle) titles.push(parsed.data as TitleEntry);
    else entries.push(parsed.data as GazetteerEntry);
  }
  return { entries, titles, faults };
}

function personOf([
  id = '',
  country = '',
  name = '',
  nameEn = '',
  variants = '',
  roles = '',
]: Columns): unknown {
  const mark = name.search(/[*~]/);
  const surname = mark < 0 ? '' : name.slice(mark + 1);
  const marked = markedNames(variants);
  return {
    id: `per.${id}`,
    type: 'person',
    name: name.replace(/[*~]/, ''),
    ...(nameEn && { nameEn }),
    variants: [...(name[mark] === '*' ? [surname] : []), ...marked.plain],
    wordLike: [...(name[mark] === '~' ? [surname] : []), ...marked.wordLike],
    ...(country && { country: `country.${country}` }),
    roles: roles.split(';').filter(isFilled).map(roleOf),
  };
}

/** `president@us 2017-01-20..2021-01-20`; an open end is still held, no dates means always. */
function roleOf(words: string): unknown {
  const [office = '', dates = ''] = words.trim().split(/\s+/);
  const [role = '', of = ''] = office.split('@');
  const [from = '', to = ''] = dates.split('..');
  return { role, ...(of && { of: referenceOf(of) }), ...(from && { from }), ...(to && { to }) };
}

/** Two letters are a country, everything else an organisation. */
function referenceOf(of: string): string {
  if (of.includes('.')) return of;
  return of.length === 2 ? `country.${of}` : `org.${of}`;
}

function organisationOf([id = '', country = '', names = '', nameEn = '']: Columns): unknown {
  const { plain, wordLike } = markedNames(names);
  return {
    id: `org.${id}`,
    type: 'organisation',
    name: plain[0] ?? wordLike[0],
    ...(nameEn && { nameEn }),
    variants: plain.slice(1),
    wordLike,
    ...(country && { country: `country.${country}` }),
  };
}

function placeOf([id = '', kind = '', country = '', names = '', nameEn = '']: Columns): unknown {
  const { plain, wordLike } = markedNames(names);
  return {
    id: `place.${id}`,
    type: 'place',
    kind,
    name: plain[0] ?? wordLike[0],
    ...(nameEn && { nameEn }),
    variants: plain.slice(1),
    wordLike,
    ...(country && { country: `country.${country}` }),
  };
}

function countryOf([iso = '', names = '', adjectives = '']: Columns): unknown {
  const { plain, wordLike } = markedNames(names);
  return {
    id: `country.${iso}`,
    type: 'place',
    kind: 'country',
    name: plain[0] ?? wordLike[0],
    variants: plain.slice(1),
    wordLike,
    adjectives: listOf(adjectives),
    country: `country.${iso}`,
  };
}

function titleOf([id = '', forms = '', plurals = '']: Columns): unknown {
  return { id, forms: listOf(forms), plurals: listOf(plurals) };
}

function markedNames(list: string): { readonly plain: string[]; readonly wordLike: string[] } {
  const names = listOf(list);
  return {
    plain: names.filter((name) => !name.startsWith('~')),
    wordLike: names.filter((name) => name.startsWith('~')).map((name) => name.slice(1)),
  };
}

function listOf(list: string): string[] {
  return list
    .split('،')
    .map((each) => each.trim().replaceAll(',', '،'))
    .filter(isFilled);
}

function isFilled(words: string): boolean {
  return words.trim() !== '';
}
