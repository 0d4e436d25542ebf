/** Reads statements for pages, feeds and exports. */
import type { Act, Factuality, Stance, Statement, StatementForm } from '../model/statement.js';
import type { Database } from './database.js';
import { prepared } from './prepared.js';

/** Somebody who says it, as pages name him: after all that operators decided. */
interface SpeakerName {
  readonly name: string;
  readonly entityId: string | null;
  readonly side: string | null;
  readonly via: string;
}

/** A statement as a line of a list. Texts are the publisher's own letters. */
export interface StatementLine {
  readonly id: string;
  readonly articleId: number;
  /** The version into whose text spans point: the first that prints it. */
  readonly version: number;
  readonly lastVersion: number;
  /** The article's latest version; when it is later than `lastVersion`, the words are gone from the page. */
  readonly currentVersion: number;
  readonly act: Act;
  readonly stance: Stance;
  readonly factuality: Factuality;
  readonly form: StatementForm;
  readonly at: string;
  readonly saidAt: string | null;
  readonly knownAt: string;
  readonly content: string;
  readonly evidence: string;
  readonly verb: string | null;
  /** The title beside the speaker's name, as printed. */
  readonly role: string | null;
  readonly rule: string;
  readonly evidenceStart: number;
  readonly evidenceEnd: number;
  readonly contentStart: number;
  readonly contentEnd: number;
  /** The speaker first; empty when nobody is made out. */
  readonly speakers: readonly SpeakerName[];
  readonly outletId: string | null;
  readonly outletName: string | null;
  readonly title: string | null;
  readonly url: string | null;
  /** Further articles that print the same words of the same speaker. */
  readonly copies: number;
  readonly targetId: string | null;
  readonly nestedIn: string | null;
}

export interface StatementDetail extends StatementLine {
  readonly detail: Statement;
  /** Text and blocks of the version. */
  readonly twinOf: string | null;
}

export interface StatementFilter {
  /** Said by this entity. */
  readonly by?: string;
  /** Names this entity in what is said. */
  readonly about?: string;
  readonly contactIds?: readonly string[];
  readonly articleId?: number;
  readonly articleIds?: readonly number[];
  readonly ids?: readonly string[];
  /** Said by or naming one of these entities. */
  readonly anyOf?: readonly string[];
  readonly stance?: string | undefined;
  readonly act?: string | undefined;
  /** A `tsquery` that the article must answer. */
  readonly tsquery?: string | undefined;
  /** Days of Tehran, both included. */
  readonly dayFrom?: string | undefined;
  readonly dayTo?: string | undefined;
  /** Copies too; else each statement once. */
  readonly withTwins?: boolean;
  /** Only what we knew by this instant. */
  readonly asOf?: string | undefined;
  readonly after?: { readonly at: string; readonly id: string } | undefined;
  /** Known after this statement; only with the order `known`. */
  readonly afterId?: string | undefined;
  /** The newest first; as articles have them; or in the order in which they became known. */
  readonly order?: 'newest' | 'text' | 'known';
  readonly limit: number;
}

/** Statements that a filter lets pass, each once, the newest first or as their article has them. */
export async function loadStatements(
  db: Database,
  filter: StatementFilter,
): Promise<readonly StatementLine[]> {
  const [first, ...further] = looksOf(filter);
  let rows = await selectStatements(db, filter, first);
  for (const lookedAt of further) {
    if (rows.length >= filter.limit) break;
    rows = await selectStatements(db, filter, lookedAt);
  }
  return rows;
}

/** How many statements are looked at for each wanted one, step by step until enough are found; undefined: at all. */
function looksOf(filter: StatementFilter): readonly (number | undefined)[] {
  if (filter.anyOf !== undefined && isNewest(filter))
    return filter.tsquery === undefined ? [LOOKED_FIRST, LOOKED_AT, undefined] : [LOOKED_FIRST, undefined];
  return plainEntity(filter) === undefined ? [undefined] : [LOOKED_FIRST, LOOKED_AT];
}

function isNewest({ order = 'newest', afterId }: StatementFilter): boolean {
  return order === 'newest' && afterId === undefined;
}

function selectStatements(
  db: Database,
  filter: StatementFilter,
  lookedAt: number | undefined,
): Promise<readonly StatementLine[]> {
  const values: unknown[] = [];
  const bind = (value: unknown): string => `$${values.push(value)}`;
  const {
    by,
    about,
    contactIds,
    articleId,
    articleIds,
    ids,
    withTwins,
    asOf,
    after,
    order = 'newest',
  } = filter;
  const where = ['a.hidden_at is null', 'o.hidden_at is null'];
  if (by !== undefined)
    where.push(`s.id in (${ofEntity('statement_speaker', { ...filter, entity: by, lookedAt }, bind)})`);
  if (about !== undefined)
    where.push(`s.id in (${ofEntity('statement_about', { ...filter, entity: about, lookedAt }, bind)})`);
  if (contactIds !== undefined)
    where.push(
      `s.id in (select statement_id from contact_statement where contact_id = any(${bind(contactIds)}))`,
    );
  if (articleId !== undefined) where.push(`s.article_id = ${bind(articleId)}`);
  if (articleIds !== undefined) where.push(`s.article_id = any(${bind(articleIds)})`);
  if (ids !== undefined) where.push(`s.id = any(${bind(ids)})`);
  if (filter.anyOf !== undefined)
    where.push(`s.id in (${ofAny({ ...filter, anyOf: filter.anyOf, lookedAt }, bind)})`);
  if (filter.stance !== undefined) where.push(`s.stance = ${bind(filter.stance)}`);
  if (filter.act !== undefined) where.push(`s.act = ${bind(filter.act)}`);
  where.push(...wordsWhere(filter, bind));
  if (!withTwins) where.push(twinWhere(filter, bind));
  if (asOf !== undefined) where.push(`s.known_at <= ${bind(asOf)}`);
  if (after !== undefined) where.push(`(s.at, s.id) < (${bind(after.at)}, ${bind(after.id)})`);
  if (filter.afterId !== undefined)
    where.push(`s.seq > (select seq from statement where id = ${bind(filter.afterId)})`);
  const sql = `select ${COLUMNS} ${TABLES} where ${where.join(' and ')} order by ${ORDERS[order]} limit ${bind(filter.limit)}`;
  return db.rows<StatementLine>(isKeyed(filter) ? prepared(sql) : sql, values);
}

/** Whether keys lead to all of them, whatever the values are; else the planner had better see these. */
function isKeyed({
  by,
  about,
  contactIds,
  articleIds,
  articleId,
  ids,
  anyOf,
  tsquery,
}: StatementFilter): boolean {
  return (
    tsquery === undefined &&
    anyOf === undefined &&
    [by, about, contactIds, articleIds, articleId, ids].some((key) => key !== undefined)
  );
}

const ORDERS: Readonly<Record<NonNullable<StatementFilter['order']>, string>> = {
  newest: 's.at desc, s.id desc',
  text: 's.article_id, s.version, s.position',
  known: 's.seq',
};

/** Of so many newest statements of an entity for each wanted one, enough are neither copies nor hidden … */
const LOOKED_FIRST = 3;
/** … or, where it was not so, of so many. */
const LOOKED_AT = 20;

/** The entity of whose statements the newest alone will do; narrower filters look at all. */
function plainEntity(filter: StatementFilter): string | undefined {
  const { after, asOf, limit, order, by, about, withTwins, ...narrow } = filter;
  const isPlain = Object.values(narrow).every((each) => each === undefined);
  if (!isPlain || (order ?? 'newest') !== 'newest' || (by !== undefined && about !== undefined))
    return undefined;
  return by ?? about;
}

/** Statements of an entity, by the index of their time: some have said tens of thousands. */
function ofEntity(
  table: 'statement_speaker' | 'statement_about',
  {
    entity,
    lookedAt,
    ...filter
  }: StatementFilter & { readonly entity: string; readonly lookedAt: number | undefined },
  bind: (value: unknown) => string,
): string {
  return `select statement_id from ${table} where entity_id = ${bind(entity)}${newestOf(filter, lookedAt, bind)}`;
}

/** Statements said by or for one of the entities, or naming one of them. */
function ofAny(
  {
    anyOf,
    lookedAt,
    ...filter
  }: StatementFilter & { readonly anyOf: readonly string[]; readonly lookedAt: number | undefined },
  bind: (value: unknown) => string,
): string {
  const list = bind(anyOf);
  const newest = newestOf(filter, lookedAt, bind);
  const places = [
    ['statement_speaker', 'entity_id'],
    ['statement_speaker', 'side'],
    ['statement_about', 'entity_id'],
  ].map(
    ([table, column]) => `select found.* from unnest(${list}::text[]) as wanted (id)
      cross join lateral (select statement_id, at from ${table} where ${column} = wanted.id${newest}) as found`,
  );
  // The newest of all places: else a place with few statements would bring older ones than those that another leaves out.
  return `select statement_id from (${places.join(' union ')}) as found where true${newest}`;
}

/** The newest of so many for each wanted one, by the index of their time; without a number, all. */
function newestOf(
  { after, asOf, limit }: StatementFilter,
  lookedAt: number | undefined,
  bind: (value: unknown) => string,
): string {
  if (lookedAt === undefined) return '';
  const until = [after?.at, asOf].flatMap((at) => (at === undefined ? [] : [` and at <= ${bind(at)}`]));
  return `${until.join('')} order by at desc, statement_id desc limit ${bind(limit * lookedAt)}`;
}

function wordsWhere(
  { tsquery, dayFrom, dayTo }: StatementFilter,
  bind: (value: unknown) => string,
): string[] {
  const where: string[] = [];
  if (tsquery !== undefined)
    where.push(`exists (select from search_entry w where w.kind = 'article' and w.ref_id = s.article_id
      and w.words @@ ${bind(tsquery)}::tsquery)`);
  if (dayFrom !== undefined)
    where.push(`s.at >= ${bind(dayFrom)}::date::timestamp at time zone 'Asia/Tehran'`);
  if (dayTo !== undefined)
    where.push(`s.at < (${bind(dayTo)}::date + 1)::timestamp at time zone 'Asia/Tehran'`);
  return where;
}

/** Of copies only the first counts: of all, or among the articles that are asked for. */
function twinWhere({ articleIds }: StatementFilter, bind: (value: unknown) => string): string {
  if (articleIds === undefined) return 's.twin_of is null';
  return `not exists (select from statement first where first.words_hash = s.words_hash and first.seq < s.seq
    and first.article_id = any(${bind(articleIds)}))`;
}

/** One statement with all that analysis found in it; hidden ones are not there. */
export async function loadStatement(db: Database, id: string): Promise<StatementDetail | undefined> {
  return db.row<StatementDetail>(
    `select ${COLUMNS}, s.detail, s.twin_of as "twinOf" ${TABLES}
     where s.id = $1 and a.hidden_at is null and o.hidden_at is null`,
    [id],
  );
}

/** Other articles that print the same words of the same speaker, the first statement itself left out. */
export function loadTwins(db: Database, id: string): Promise<readonly StatementLine[]> {
  return db.rows<StatementLine>(
    prepared(`with first as materialized (select coalesce(twin_of, id) as id from statement where id = $1)
     select ${COLUMNS} ${TABLES}
     where s.id in (select id from first union all select t.id from statement t join first on t.twin_of = first.id)
       and s.id <> $1 and a.hidden_at is null and o.hidden_at is null order by s.at, s.id limit 50`),
    [id],
  );
}

/** Statements that answer this one: «این گزارش را تکذیب کرد». */
export function loadAnswers(db: Database, id: string): Promise<readonly StatementLine[]> {
  return db.rows<StatementLine>(
    `select ${COLUMNS} ${TABLES} where s.target_id = $1 and a.hidden_at is null and o.hidden_at is null
     order by s.at, s.id limit 50`,
    [id],
  );
}

const TABLES = `from statement s
  join article a on a.id = s.article_id
  join article_version v on v.article_id = s.article_id and v.number = s.version
  left join outlet o on o.id = a.outlet_id`;

const COLUMNS = `s.id, s.article_id as "articleId", s.version, s.last_version as "lastVersion",
  a.current_version as "currentVersion", s.act, s.stance, s.factuality, s.form, s.at, s.said_at as "saidAt",
  s.known_at as "knownAt", s.content, s.evidence, s.verb, s.role, s.rule, s.evidence_start as "evidenceStart",
  s.evidence_end as "evidenceEnd", s.content_start as "contentStart", s.content_end as "contentEnd",
  array(select jsonb_build_object('name', coalesce(e.given_name, case when p.entity_id <> p.machine_id then e.name end,
          p.name), 'entityId', p.entity_id, 'side', p.side, 'via', p.via)
        from statement_speaker p left join entity e on e.id = p.entity_id
        where p.statement_id = s.id order by p.position) as speakers,
  a.outlet_id as "outletId", coalesce(o.name, a.outlet_name) as "outletName", v.title,
  coalesce(a.canonical_url, a.url) as url,
  (select count(distinct t.article_id) from statement t
   where t.twin_of = coalesce(s.twin_of, s.id) and t.article_id <> s.article_id)::int as copies,
  s.target_id as "targetId", s.nested_in as "nestedIn"`;
