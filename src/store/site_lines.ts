/** Reads article lines, the short form of an article in every list of the site. */
import type { Database } from './database.js';
import { prepared } from './prepared.js';

/** An article as a line of a list. Texts are the publisher's own letters; pages show them through the display layer. */
export interface ArticleLine {
  readonly id: number;
  readonly title: string | null;
  readonly lede: string | null;
  /** Beginning of the body, for articles without title or lede. */
  readonly opening: string;
  readonly outletId: string | null;
  readonly outletName: string | null;
  /** Slug of our own category. */
  readonly section: string | null;
  /** The publisher's categories, from general to special. */
  readonly category: readonly string[];
  /** Names that the article credits (`رویترز`). */
  readonly credits: readonly string[];
  readonly publishedIso: string | null;
  readonly firstSeenAt: string;
  /** Place in the order of lists: the printed time, or when we first saw it if that is earlier or none is printed. */
  readonly shownAt: string;
}

/** Where the next page of a list begins: right after this line. */
export interface ListPlace {
  readonly shownAt: string;
  readonly id: number;
}

export interface LineFilter {
  readonly section?: string;
  /** A category as its publisher prints it. */
  readonly category?: string;
  readonly outletId?: string;
  readonly tag?: string;
  readonly after?: ListPlace;
  readonly limit: number;
}

/** What a hidden article or outlet has in common everywhere: it is in no list. */
export const VISIBLE = 'a.hidden_at is null and o.hidden_at is null';

/** Tables of a line: `a` article, `v` its current version, `o` its outlet. */
export const LINE_TABLES = `article a
  join article_version v on v.article_id = a.id and v.number = a.current_version
  left join outlet o on o.id = a.outlet_id`;

export const LINE_COLUMNS = `a.id, v.title, v.lede, left(v.body, 400) as opening, a.outlet_id as "outletId",
  coalesce(o.name, a.outlet_name) as "outletName", a.section, a.category,
  array(select c.name from article_credit c where c.article_id = a.id and c.version = a.current_version
        order by c.position) as credits,
  a.published_iso as "publishedIso", a.first_seen_at as "firstSeenAt", a.shown_at as "shownAt"`;

/** The newest visible lines that a filter lets pass, newest first. */
export function loadNewestLines(database: Database, filter: LineFilter): Promise<readonly ArticleLine[]> {
  const { where, values } = whereOf(filter);
  const sql = `select ${LINE_COLUMNS} from ${LINE_TABLES} where ${where}
     order by a.shown_at desc, a.id desc limit ${bind(values, filter.limit)}`;
  // How seldom a tag or a publisher's category is decides by which index it is found.
  const isPlain = filter.tag === undefined && filter.category === undefined;
  return database.rows<ArticleLine>(isPlain ? prepared(sql) : sql, values);
}

/** The lines of these articles, in the order of `ids`; hidden and missing ones are left out. */
export async function loadLines(database: Database, ids: readonly number[]): Promise<readonly ArticleLine[]> {
  if (ids.length === 0) return [];
  return database.rows<ArticleLine>(
    prepared(`select ${LINE_COLUMNS} from ${LINE_TABLES} where ${VISIBLE} and a.id = any($1)
     order by array_position($1::bigint[], a.id)`),
    [ids],
  );
}

/**
 * How many visible articles a filter lets pass: all of them, counted in the index alone, without the few that are
 * hidden or by hidden outlets.
 */
export async function countLines(database: Database, filter: Omit<LineFilter, 'limit'>): Promise<number> {
  const { conditions, values } = conditionsOf({ ...filter, limit: 0 });
  const all = ['true', ...conditions].join(' and ');
  const row = await database.row<{ count: number }>(
    `select (select count(*) from article a where ${all})
       - (select count(*) from article a where ${all} and a.hidden_at is not null)
       - case when exists (select from outlet where hidden_at is not null) then
           (select count(*) from article a where ${all} and a.hidden_at is null
            and a.outlet_id in (select id from outlet where hidden_at is not null)) else 0 end as count`,
    values,
  );
  return row?.count ?? 0;
}

function whereOf(filter: LineFilter): { where: string; values: unknown[] } {
  const { conditions, values } = conditionsOf(filter);
  return { where: [VISIBLE, ...conditions].join(' and '), values };
}

function conditionsOf(filter: LineFilter): { conditions: readonly string[]; values: unknown[] } {
  const values: unknown[] = [];
  const conditions: string[] = [];
  if (filter.section !== undefined) conditions.push(`a.section = ${bind(values, filter.section)}`);
  if (filter.category !== undefined) {
    conditions.push(`a.category @> array[${bind(values, filter.category)}]::text[]`);
  }
  if (filter.outletId !== undefined) conditions.push(`a.outlet_id = ${bind(values, filter.outletId)}`);
  if (filter.tag !== undefined) {
    conditions.push(`exists (select from article_tag t where t.article_id = a.id
      and t.version = a.current_version and t.name = ${bind(values, filter.tag)})`);
  }
  if (filter.after !== undefined) {
    const { shownAt, id } = filter.after;
    conditions.push(
      `(a.shown_at, a.id) < (${bind(values, shownAt)}::timestamptz, ${bind(values, id)}::bigint)`,
    );
  }
  return { conditions, values };
}

/** Adds a value and names its place: `$3`. */
function bind(values: unknown[], value: unknown): string {
  values.push(value);
  return `$${values.length}`;
}
