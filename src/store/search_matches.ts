/**
 * The newest entries that match, as many as are ranked and counted. Common words match a large part of the index, so
 * they are looked for among its newest entries first: as far back as the words' shares let expect enough of them.
 */
import type { Store } from './database.js';
import type { SearchKind } from './search_entries.js';
import type { SearchFilter } from './search_index.js';
import { type Bind, readNewest, type Stretch, withinStretch } from './search_reach.js';

export interface SearchMatch {
  readonly kind: SearchKind;
  readonly refId: number;
  /** Of Tehran, `2025-12-15`. */
  readonly day: string;
  readonly outletId: string | null;
  readonly section: string | null;
  /** Null where no score was asked for; the share of the wanted words' weight that it has likewise. */
  readonly score: number | null;
  readonly share: number | null;
}

export interface MatchRequest {
  readonly kinds: readonly SearchKind[];
  readonly filter: SearchFilter;
  readonly tsquery: string;
  /** A `tsquery` that none of them may answer. */
  readonly without?: string;
  /** How many. */
  readonly wanted: number;
  /** Guessed share of the entries that match, 0 to 1. */
  readonly share: number;
  /** Entries of the index. */
  readonly entries: number;
  /** SQL that adds `score` and `share` to rows with these columns and `words`; else the matches have none. */
  readonly scored?: ((found: string, keep: string, bind: Bind) => string) | undefined;
}

/** Matches that everybody may see, the newest first, as many as are wanted. */
export async function loadNewestMatches(
  store: Store,
  request: MatchRequest,
): Promise<readonly SearchMatch[]> {
  const { entries, share, kinds } = request;
  const { from, before, ...others } = request.filter;
  const asked = {
    line: kinds[0] ?? 'article',
    ...{ from, before, entries, share: kinds.length === 1 ? share : 0 },
    isNarrowed: Object.keys(others).length > 0,
    wanted: request.wanted,
  };
  return readNewest(store, asked, (stretch, limit) => loadMatches(store, request, { ...stretch, limit }));
}

const COLUMNS = 'kind, ref_id, shown_at, outlet_id, section';

async function loadMatches(
  store: Store,
  request: MatchRequest,
  { limit, ...stretch }: Stretch & { readonly limit: number },
): Promise<readonly SearchMatch[]> {
  const { scored } = request;
  const values: unknown[] = [];
  const bind = (value: unknown): string => `$${values.push(value)}`;
  const where = [...matchConditions(request, bind), ...withinStretch('shown_at', stretch, bind)];
  if (request.without) where.push(`not words @@ ${bind(request.without)}::tsquery`);
  // Materialised, so that nobody looks for a rare word in every entry, in order of time. Words are read of the newest
  // alone, at the places where these were found just now: they are longer than all the rest of an entry.
  const read =
    'select newest.*, entry.words from newest join search_entry entry on entry.ctid = newest.place';
  return store.rows<SearchMatch>(
    `with found as materialized (
       select ${COLUMNS}, ctid as place from search_entry where ${where.join(' and ')}),
     newest as materialized (
       select * from found order by shown_at desc, ref_id desc limit ${bind(limit)})
     select kind, ref_id as "refId", (shown_at at time zone 'Asia/Tehran')::date as day, outlet_id as "outletId",
       section, ${scored ? 'score, share' : 'null as score, null as share'}
     from ${scored ? `(${scored(read, COLUMNS, bind)}) as scored` : 'newest'}
     order by shown_at desc, ref_id desc`,
    values,
  );
}

/** Entries that match and that everybody may see; what an operator hid is little, and read once for a query. */
export function matchConditions(
  { kinds, filter, tsquery }: Pick<MatchRequest, 'kinds' | 'filter' | 'tsquery'>,
  bind: (value: unknown) => string,
): string[] {
  const conditions = [
    `kind = ${kinds.length === 1 ? bind(kinds[0]) : `any(${bind(kinds)})`}`,
    ...(tsquery === '' ? [] : [`words @@ ${bind(tsquery)}::tsquery`]),
    "(kind <> 'article' or ref_id not in (select id from article where hidden_at is not null))",
    '(outlet_id is null or outlet_id not in (select id from outlet where hidden_at is not null))',
  ];
  if (filter.outletIds) conditions.push(`outlet_id = any(${bind(filter.outletIds)}::text[])`);
  if (filter.speakerIds)
    conditions.push(`ref_id in (select s.article_id from statement_speaker p join statement s on s.id = p.statement_id
      where p.entity_id = any(${bind(filter.speakerIds)}::text[]))`);
  if (filter.knownBy)
    conditions.push(`exists (select from article a join article_version v on v.article_id = a.id
      and v.number = a.current_version where a.id = search_entry.ref_id and v.seen_at <= ${bind(filter.knownBy)}::timestamptz)`);
  if (filter.section) conditions.push(`section = ${bind(filter.section)}`);
  if (filter.from) conditions.push(`shown_at >= ${bind(filter.from)}::timestamptz`);
  if (filter.before) conditions.push(`shown_at < ${bind(filter.before)}::timestamptz`);
  return conditions;
}
