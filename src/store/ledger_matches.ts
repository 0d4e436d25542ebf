/** The SQL that finds statements and contacts by their words. */
import { isVisibleOfMany, visibleTellings } from './contact_sight.js';
import type { Database } from './database.js';
import { RANKED_WINDOW, type SearchFilter } from './search_index.js';
import { type Bind, type Stretch, withinStretch } from './search_reach.js';

export type LedgerScope = 'statements' | 'contacts';

/** A statement or contact that a query finds. */
export interface Match {
  /** Of the first of its copies, which holds the words. */
  readonly id: string;
  /** Of the one that is shown. */
  readonly shownId: string;
  readonly outletId: string | null;
  readonly speakerId: string | null;
  readonly stance: string | null;
  readonly status: string | null;
  readonly kind: string | null;
}

export interface MatchRequest {
  readonly scope: LedgerScope;
  readonly filter: SearchFilter;
  /** Empty: any words. */
  readonly tsquery: string;
  /** The newest statements of a part of the time; of contacts, which are few, all are looked at. */
  readonly part?: Stretch & { readonly limit: number };
  /** Only these. */
  readonly among?: readonly string[];
}

/** The newest that match. */
export function loadMatches(db: Database, request: MatchRequest): Promise<readonly Match[]> {
  const values: unknown[] = [];
  const bind: Bind = (value) => `$${values.push(value)}`;
  const sql = request.scope === 'statements' ? statementsSql(request, bind) : contactsSql(request, bind);
  return db.rows<Match>(sql, values);
}

/** How many `loadMatches()` would give, without putting them into order or reading what facets are made of. */
export async function countMatches(db: Database, request: MatchRequest): Promise<number> {
  const values: unknown[] = [];
  const bind: Bind = (value) => `$${values.push(value)}`;
  const isStatements = request.scope === 'statements';
  const found = isStatements ? foundStatements(request, bind) : foundContacts(request, bind);
  const shown = isStatements ? shownStatement(request.filter, bind) : shownContact(request.filter, bind);
  const row = await db.row<{ count: number }>(
    `with found as materialized (${found})
     select count(*)::int as count from (select from found f where ${shown} limit ${bind(limitOf(request))}) counted`,
    values,
  );
  return row?.count ?? 0;
}

function limitOf({ part }: MatchRequest): number {
  return part?.limit ?? RANKED_WINDOW + 1;
}

/** Materialised, so that nobody looks for a rare word in every statement, in order of time. */
function statementsSql(request: MatchRequest, bind: Bind): string {
  const found = foundStatements(request, bind);
  const shown = visibleArticle(request.filter, bind);
  // Put into order before copies are looked at, which ends where there are enough; mostly the first can be shown.
  return `with found as materialized (${found})
    select f.id, shown.id as "shownId", shown.outlet_id as "outletId", f.stance, null as status, null as kind,
      (select p.entity_id from statement_speaker p where p.statement_id = f.id and p.position = 0) as "speakerId"
    from (select * from found order by at desc, id desc) f cross join lateral (
      (select f.id, a.outlet_id from article a where a.id = f.article_id and ${shown})
      union all
      (select t.id, a.outlet_id from statement t join article a on a.id = t.article_id
       where t.twin_of = f.id and ${shown} order by t.seq limit 1)
      limit 1) shown
    order by f.at desc, f.id desc limit ${bind(limitOf(request))}`;
}

function foundStatements(request: MatchRequest, bind: Bind): string {
  const { filter } = request;
  const where = ['s.twin_of is null', ...timeAndWords(request, { bind, table: 's', at: 's.at' })];
  if (filter.knownBy) where.push(`s.known_at <= ${bind(filter.knownBy)}::timestamptz`);
  if (filter.stance) where.push(`s.stance = ${bind(filter.stance)}`);
  if (filter.speakerIds)
    where.push(
      `s.id in (select statement_id from statement_speaker where entity_id = any(${bind(filter.speakerIds)}))`,
    );
  return `select s.id, s.seq, s.article_id, s.stance, s.at from statement s where ${where.join(' and ')}`;
}

/** True of a found statement, called `f`, of which a copy at least can be shown. */
function shownStatement(filter: SearchFilter, bind: Bind): string {
  const shown = visibleArticle(filter, bind);
  return `(exists (select from article a where a.id = f.article_id and ${shown} offset 0)
    or exists (select from statement t join article a on a.id = t.article_id
      where t.twin_of = f.id and ${shown} offset 0))`;
}

/** True of an article, called `a`, that readers may see and that the filter lets pass. */
function visibleArticle(filter: SearchFilter, bind: Bind): string {
  return [
    'a.hidden_at is null',
    `(a.outlet_id is null or a.outlet_id not in
    (select id from outlet where hidden_at is not null))`,
    ...articleWhere(filter, bind),
  ].join(' and ');
}

function contactsSql(request: MatchRequest, bind: Bind): string {
  return `with found as materialized (${foundContacts(request, bind)})
    select f.id, f.id as "shownId", null as "outletId", null as "speakerId", null as stance, f.status, f.kind
    from found f where ${shownContact(request.filter, bind)}
    order by f.changed_at desc, f.id desc limit ${bind(limitOf(request))}`;
}

function foundContacts(request: MatchRequest, bind: Bind): string {
  const { filter } = request;
  const where = ['true', ...timeAndWords(request, { bind, table: 'c', at: 'c.changed_at' })];
  if (filter.knownBy) where.push(`c.known_at <= ${bind(filter.knownBy)}::timestamptz`);
  if (filter.status)
    where.push(
      filter.status === 'disputed' ? 'c.disputed' : `c.status = ${bind(filter.status)} and not c.disputed`,
    );
  if (filter.contactKind) where.push(`c.kind = ${bind(filter.contactKind)}`);
  if (filter.speakerIds)
    where.push(`c.id in (select v.contact_id from contact_statement v join statement_speaker p using (statement_id)
      where p.entity_id = any(${bind(filter.speakerIds)}))`);
  return `select c.id, c.kind, case when c.disputed then 'disputed' else c.status end as status, c.changed_at
    from contact c where ${where.join(' and ')}`;
}

/** True of a found contact, called `f`, of which a visible article tells that the filter lets pass. */
function shownContact(filter: SearchFilter, bind: Bind): string {
  const narrower = articleWhere(filter, bind);
  if (narrower.length === 0) return isVisibleOfMany('f.id');
  return `exists (select ${visibleTellings('f.id')} and ${narrower.join(' and ')})`;
}

function timeAndWords(
  { filter, tsquery, part, among }: MatchRequest,
  { bind, table, at }: { readonly bind: Bind; readonly table: string; readonly at: string },
): string[] {
  const where: string[] = [];
  if (among !== undefined) where.push(`${table}.id = any(${bind(among)}::text[])`);
  if (tsquery !== '') where.push(`${table}.words @@ ${bind(tsquery)}::tsquery`);
  if (part !== undefined) where.push(...withinStretch(at, part, bind));
  if (filter.from) where.push(`${at} >= ${bind(filter.from)}::timestamptz`);
  if (filter.before) where.push(`${at} < ${bind(filter.before)}::timestamptz`);
  return where;
}

function articleWhere({ outletIds, section }: SearchFilter, bind: Bind): string[] {
  const where: string[] = [];
  if (outletIds) where.push(`a.outlet_id = any(${bind(outletIds)}::text[])`);
  if (section) where.push(`a.section = ${bind(section)}`);
  return where;
}
