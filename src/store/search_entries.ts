/**
 * The search index. Words come and go as keys and stems of our own making: the server never reads a text, so
 * every server gives the same answers. Behind this file PostgreSQL full text, later also others.
 */
import type { Database } from './database.js';
import { valueRows } from './values_sql.js';

/** What is found; stories have no entries of their own. */
export type SearchKind = 'article' | 'topic' | 'story';

/** One word of a text: its key, or key and stem and other readings, which then share one position. */
export type SearchWord = string | readonly string[];

export interface SearchEntry {
  readonly kind: SearchKind;
  readonly refId: number;
  /** Order among the newest: for an article the time by which lists order it. */
  readonly shownAt: string;
  readonly outletId?: string;
  readonly section?: string;
  /** Words in reading order; a word in the title weighs most, a source's name least. */
  readonly words: SearchFields;
}

export interface SearchFields {
  readonly title?: readonly SearchWord[];
  /** Kicker and lede. */
  readonly lede?: readonly SearchWord[];
  readonly body?: readonly SearchWord[];
  /** Names of outlet, credited sources and authors. */
  readonly names?: readonly SearchWord[];
}

export interface SearchQuery {
  /** Every one must be found, each by any of its readings. */
  readonly all: readonly SearchWord[];
  /** Words that must follow each other, as quoted in the query. */
  readonly phrases?: readonly (readonly SearchWord[])[];
  readonly none?: readonly SearchWord[];
}

/** PostgreSQL refuses longer lexemes; nothing that long is a word. */
const MAX_WORD_BYTES = 500;
/** Positions end at 16,383; words behind it are found all the same, but not in phrases. */
const MAX_POSITION = 16_383;
/** The most places of one word that PostgreSQL keeps. */
const MAX_PLACES = 255;
/** PostgreSQL refuses an entry above 1 MB; a text with more different words is found by those that fit. */
const MAX_ENTRY_BYTES = 900_000;
/** Bytes for a word beside its letters, and for each of its places. */
const WORD_BYTES = 8;
const PLACE_BYTES = 2;
/** Empty positions between fields, so that no phrase runs from the title into the lede. */
const FIELD_GAP = 16;
const WEIGHTS: readonly (readonly [keyof SearchFields, string])[] = [
  ['title', 'A'],
  ['lede', 'B'],
  ['body', 'C'],
  ['names', 'D'],
];

/** Puts an entry into the index, in place of an older one of the same noun. */
export async function saveSearchEntry(tx: Database, entry: SearchEntry): Promise<void> {
  await tx.run(
    `insert into search_entry (kind, ref_id, words, shown_at, outlet_id, section)
     values ($1, $2, $3::tsvector, $4, $5, $6)
     on conflict (kind, ref_id) do update set words = excluded.words, shown_at = excluded.shown_at,
       outlet_id = excluded.outlet_id, section = excluded.section`,
    [entry.kind, entry.refId, formatTsvector(entry.words), entry.shownAt, entry.outletId, entry.section],
  );
}

/** Puts articles into the index; time, outlet and section are those of their rows, that is of their latest versions. */
export async function saveArticleEntries(
  tx: Database,
  articles: readonly { readonly articleId: number; readonly vector: string }[],
): Promise<void> {
  const last = [...new Map(articles.map((article) => [article.articleId, article])).values()];
  if (last.length === 0) return;
  const { sql, values } = valueRows(
    last.map(({ articleId, vector }) => [articleId, vector]),
    ['::bigint', '::tsvector'],
  );
  await tx.run(
    `insert into search_entry (kind, ref_id, words, shown_at, outlet_id, section)
     select 'article', a.id, given.words, a.shown_at, a.outlet_id, a.section
     from (values ${sql}) as given (id, words) join article a on a.id = given.id
     on conflict (kind, ref_id) do update set words = excluded.words, shown_at = excluded.shown_at,
       outlet_id = excluded.outlet_id, section = excluded.section`,
    values,
  );
}

/** Takes an entry out, as when an article is hidden. */
export async function deleteSearchEntry(tx: Database, kind: SearchKind, refId: number): Promise<void> {
  await tx.run('delete from search_entry where kind = $1 and ref_id = $2', [kind, refId]);
}

/** The words as a finished `tsvector`: `'سلام':1A 'دنیا':2A`. */
export function formatTsvector(fields: SearchFields): string {
  const entry = new VectorEntry();
  let position = 0;
  for (const [field, weight] of WEIGHTS) {
    for (const word of fields[field] ?? []) {
      position += 1;
      const place = `${Math.min(position, MAX_POSITION)}${weight}`;
      for (const reading of readingsOf(word)) entry.add(reading, place);
    }
    position += FIELD_GAP;
  }
  return entry.format();
}

/** Owns the words of one entry while they are gathered, and what PostgreSQL allows one entry. */
class VectorEntry {
  readonly #places = new Map<string, string[]>();
  #bytes = 0;

  add(reading: string, place: string): void {
    const known = this.#places.get(reading);
    const cost = PLACE_BYTES + (known ? 0 : WORD_BYTES + Buffer.byteLength(reading));
    if (this.#bytes + cost > MAX_ENTRY_BYTES || known?.length === MAX_PLACES) return;
    this.#bytes += cost;
    if (known) known.push(place);
    else this.#places.set(reading, [place]);
  }

  format(): string {
    return [...this.#places].map(([reading, at]) => `${quote(reading)}:${at.join(',')}`).join(' ');
  }
}

/** The query as a `tsquery`; empty when it asks for nothing. */
export function formatTsquery(query: SearchQuery): string {
  const wanted = [
    ...query.all.map(formatWord),
    ...(query.phrases ?? []).map((phrase) => phrase.map(formatWord).filter(Boolean).join(' <-> ')),
  ].filter((part) => part !== '');
  if (wanted.length === 0) return '';
  const unwanted = (query.none ?? []).map(formatWord).filter((part) => part !== '');
  return [...wanted.map((part) => `(${part})`), ...unwanted.map((part) => `!${part}`)].join(' & ');
}

function formatWord(word: SearchWord): string {
  const readings = readingsOf(word).map(quote);
  return readings.length > 1 ? `(${readings.join(' | ')})` : (readings[0] ?? '');
}

function readingsOf(word: SearchWord): readonly string[] {
  const readings = typeof word === 'string' ? [word] : [...new Set(word)];
  return readings.filter((reading) => reading !== '' && Buffer.byteLength(reading) <= MAX_WORD_BYTES);
}

/** Any letters are safe between quotes once quotes and backslashes are doubled. */
function quote(reading: string): string {
  return `'${reading.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`;
}
