/**
 * Finds statements and contacts by their words: the newest that match, and among these the best by the same measure as
 * reports. Of copies only one is found: the first that everybody may see.
 */
import type { Database, Store } from './database.js';
import { formatTsquery } from './search_entries.js';
import { type FacetCount, RANKED_WINDOW, type SearchFilter } from './search_index.js';
import { isEmptyQuery, type ParsedQuery } from './search_query.js';
import { rankTerms, scoreSql, shareOf } from './search_ranking.js';
import { readNewest, type Stretch, withinStretch } from './search_reach.js';
import { currentTally, loadWordCounts } from './search_tally.js';

export type LedgerScope = 'statements' | 'contacts';

export interface LedgerRequest {
  readonly scope: LedgerScope;
  readonly query: ParsedQuery;
  readonly filter: SearchFilter;
  readonly order: 'best' | 'newest';
  readonly offset: number;
  /** 0: only the count and the facets are wanted. */
  readonly limit: number;
}

export interface LedgerFound {
  /** In the asked order. */
  readonly ids: readonly string[];
  /** Counted up to `RANKED_WINDOW` + 1. */
  readonly count: number;
  /** How the newest `RANKED_WINDOW` of them spread, most first. */
  readonly facets: LedgerFacets;
}

/** Values of the model by property; speakers by id, outlets by id. */
export interface LedgerFacets {
  readonly stances: readonly FacetCount[];
  readonly speakers: readonly FacetCount[];
  readonly outlets: readonly FacetCount[];
  readonly statuses: readonly FacetCount[];
  readonly kinds: readonly FacetCount[];
}

/** What a query finds among statements or contacts; one without a word and a speaker finds nothing. */
export async function findInLedger(store: Store, request: LedgerRequest): Promise<LedgerFound> {
  const { query, filter, order, offset, limit } = request;
  const tsquery = formatTsquery(query);
  if (isEmptyQuery(query) && filter.speakerIds === undefined) return { ids: [], count: 0, facets: NO_FACETS };
  const matches = await readMatches(store, request, tsquery);
  const window = matches.slice(0, RANKED_WINDOW);
  const ids = window.map(({ id }) => id);
  const ranked = order === 'newest' || tsquery === '' || limit === 0 ? ids : await rank(store, request, ids);
  const shown = new Map(window.map(({ id, shownId }) => [id, shownId]));
  return {
    ids: ranked.slice(offset, offset + limit).map((id) => shown.get(id) ?? id),
    count: matches.length,
    facets: facetsOf(window),
  };
}

/** Which of these statements or contacts a query finds; of copies the first, as it is stored. */
export async function findAmong(
  db: Database,
  asked: Pick<LedgerRequest, 'scope' | 'query' | 'filter'> & { readonly ids: readonly string[] },
): Promise<readonly string[]> {
  const { scope, query, filter, ids } = asked;
  if (ids.length === 0 || (isEmptyQuery(query) && filter.speakerIds === undefined)) return [];
  const tsquery = formatTsquery(query);
  const found = await loadMatches(db, { scope, filter, tsquery, among: ids });
  return found.map(({ id }) => id);
}

interface Match {
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

interface MatchRequest {
  readonly scope: LedgerScope;
  readonly filter: SearchFilter;
  /** Empty: any words. */
  readonly tsquery: string;
  /** The newest statements of a part of the time; of contacts, which are few, all are looked at. */
  readonly part?: Stretch & { readonly limit: number };
  /** Only these. */
  readonly among?: readonly string[];
}

type Bind = (value: unknown) => string;

/** The newest that match, one more than are ranked where there are more. */
async function readMatches(
  store: Store,
  { scope, query, filter }: LedgerRequest,
  tsquery: string,
): Promise<readonly Match[]> {
  if (scope === 'contacts') return loadMatches(store, { scope, filter, tsquery });
  const { from, before, ...others } = filter;
  const asked = {
    ...{ line: 'statement' as const, from, before, wanted: RANKED_WINDOW + 1 },
    ...{ isNarrowed: Object.keys(others).length > 0, ...(await expected(store, query)) },
  };
  return readNewest(store, asked, (stretch, limit) =>
    loadMatches(store, { scope, filter, tsquery, part: { ...stretch, limit } }),
  );
}

/** How many statements there are, and a guess which share of them has all the words. */
async function expected(store: Store, query: ParsedQuery): Promise<{ share: number; entries: number }> {
  const words = [...query.all, ...query.phrases.flat()];
  const tally = await currentTally(store);
  const counts = await loadWordCounts(store, [...new Set(words.flat())]);
  const last = await store.row<{ seq: number | null }>(
    'select max(seq) as seq from statement where twin_of is null',
  );
  // A statement has so many times fewer words than a report.
  const shorter = Math.min(1, MEAN_WORDS.statements / tally.meanWords);
  const share = words.length === 0 ? 0 : shareOf(words, counts, tally) * shorter ** words.length;
  return { share, entries: last?.seq ?? 0 };
}

function loadMatches(db: Database, request: MatchRequest): Promise<readonly Match[]> {
  const values: unknown[] = [];
  const bind: Bind = (value) => `$${values.push(value)}`;
  const sql = request.scope === 'statements' ? statementsSql(request, bind) : contactsSql(request, bind);
  return db.rows<Match>(sql, values);
}

/** Materialised, so that nobody looks for a rare word in every statement, in order of time. */
function statementsSql(request: MatchRequest, bind: Bind): string {
  const { filter } = request;
  const where = ['s.twin_of is null', ...timeAndWords(request, { bind, table: 's', at: 's.at' })];
  if (filter.knownBy) where.push(`s.known_at <= ${bind(filter.knownBy)}::timestamptz`);
  if (filter.stance) where.push(`s.stance = ${bind(filter.stance)}`);
  if (filter.speakerIds)
    where.push(
      `s.id in (select statement_id from statement_speaker where entity_id = any(${bind(filter.speakerIds)}))`,
    );
  const shown = [
    'a.hidden_at is null',
    `(a.outlet_id is null or a.outlet_id not in
    (select id from outlet where hidden_at is not null))`,
    ...articleWhere(filter, bind),
  ].join(' and ');
  const { limit = RANKED_WINDOW + 1 } = request.part ?? {};
  // Put into order before copies are looked at, which ends where there are enough; mostly the first can be shown.
  return `with found as materialized (select s.id, s.seq, s.article_id, s.stance, s.at from statement s
      where ${where.join(' and ')})
    select f.id, shown.id as "shownId", shown.outlet_id as "outletId", f.stance, null as status, null as kind,
      (select p.entity_id from statement_speaker p where p.statement_id = f.id and p.position = 0) as "speakerId"
    from (select * from found order by at desc, id desc) f cross join lateral (
      (select f.id, a.outlet_id from article a where a.id = f.article_id and ${shown})
      union all
      (select t.id, a.outlet_id from statement t join article a on a.id = t.article_id
       where t.twin_of = f.id and ${shown} order by t.seq limit 1)
      limit 1) shown
    order by f.at desc, f.id desc limit ${bind(limit)}`;
}

function contactsSql(request: MatchRequest, bind: Bind): string {
  const { filter } = request;
  const where = timeAndWords(request, { bind, table: 'c', at: 'c.changed_at' });
  if (filter.knownBy) where.push(`c.known_at <= ${bind(filter.knownBy)}::timestamptz`);
  if (filter.status)
    where.push(
      filter.status === 'disputed' ? 'c.disputed' : `c.status = ${bind(filter.status)} and not c.disputed`,
    );
  if (filter.contactKind) where.push(`c.kind = ${bind(filter.contactKind)}`);
  if (filter.speakerIds)
    where.push(`c.id in (select v.contact_id from contact_statement v join statement_speaker p using (statement_id)
      where p.entity_id = any(${bind(filter.speakerIds)}))`);
  const shown = ['a.hidden_at is null', 'o.hidden_at is null', ...articleWhere(filter, bind)].join(' and ');
  return `with found as materialized (
      select c.id, c.kind, case when c.disputed then 'disputed' else c.status end as status, c.changed_at from contact c
      where ${where.length === 0 ? 'true' : where.join(' and ')})
    select f.id, f.id as "shownId", null as "outletId", null as "speakerId", null as stance, f.status, f.kind
    from found f where exists (select from contact_telling t join article a on a.id = t.article_id
      left join outlet o on o.id = a.outlet_id where t.contact_id = f.id and ${shown})
    order by f.changed_at desc, f.id desc limit ${RANKED_WINDOW + 1}`;
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

/** Words of a statement or of what is read of a contact; lengths are weighed against it. */
const MEAN_WORDS: Readonly<Record<LedgerScope, number>> = { statements: 40, contacts: 60 };

/** Ids in the order of their scores. */
async function rank(
  store: Store,
  { scope, query }: LedgerRequest,
  ids: readonly string[],
): Promise<readonly string[]> {
  const wanted = [...query.all, ...query.phrases.flat()];
  const tally = await currentTally(store);
  const terms = rankTerms(wanted, await loadWordCounts(store, [...new Set(wanted.flat())]), tally);
  const values: unknown[] = [];
  const bind: Bind = (value) => `$${values.push(value)}`;
  const [table, at] = scope === 'statements' ? ['statement', 'at'] : ['contact', 'changed_at'];
  const found = `select '${table}' as kind, id as ref_id, ${at} as shown_at, words from ${table}
    where id = any(${bind(ids)}::text[])`;
  const scored = scoreSql(found, terms, {
    keep: 'kind, ref_id, shown_at',
    meanWords: MEAN_WORDS[scope],
    bind,
  });
  const rows = await store.rows<{ id: string }>(
    `select ref_id as id from (${scored}) as scored order by score desc, shown_at desc, ref_id desc`,
    values,
  );
  return rows.map(({ id }) => id);
}

/** Values that are worth a line. */
const FACET_LINES = 12;

const NO_FACETS: LedgerFacets = { stances: [], speakers: [], outlets: [], statuses: [], kinds: [] };

function facetsOf(matches: readonly Match[]): LedgerFacets {
  const count = (values: readonly (string | null)[]): readonly FacetCount[] => {
    const counts = new Map<string, number>();
    for (const value of values) if (value !== null) counts.set(value, (counts.get(value) ?? 0) + 1);
    return [...counts]
      .map(([value, count]) => ({ value, count }))
      .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
      .slice(0, FACET_LINES);
  };
  return {
    stances: count(matches.map(({ stance }) => stance)),
    speakers: count(matches.map(({ speakerId }) => speakerId)),
    outlets: count(matches.map(({ outletId }) => outletId)),
    statuses: count(matches.map(({ status }) => status)),
    kinds: count(matches.map(({ kind }) => kind)),
  };
}
