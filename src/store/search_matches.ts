/**
 * The newest entries that match, as many as are ranked and counted. Common words match a large part of the index, so
 * they are looked for among its newest entries first: as far back as the words' shares let expect enough of them.
 */
import type { Store } from './database.js';
import type { SearchKind } from './search_entries.js';
import { RANKED_WINDOW, type SearchFilter } from './search_index.js';

export interface SearchMatch {
  readonly kind: SearchKind;
  readonly refId: number;
  readonly shownAt: string;
  readonly outletId: string | null;
  readonly section: string | null;
}

export interface MatchRequest {
  readonly kinds: readonly SearchKind[];
  readonly filter: SearchFilter;
  readonly tsquery: string;
  /** Guessed share of the entries that match, 0 to 1. */
  readonly share: number;
  /** Entries of the index. */
  readonly entries: number;
}

/** So many matches are sorted at once: 10 ms. */
const FEW = 5000;
/** Shares are guesses: so many times more entries are looked through than should do. */
const MARGIN = 2;
/** Filters let an unknown part pass. */
const FILTER_MARGIN = 16;
/** Each further look goes so many times as far back. */
const FURTHER = 8;
/** Looking through more than this share costs as much as looking through all. */
const WHOLE = 0.3;

/** Matches that everybody may see, the newest first; `RANKED_WINDOW` + 1 where there are more. */
export async function loadNewestMatches(
  store: Store,
  request: MatchRequest,
): Promise<readonly SearchMatch[]> {
  const { entries, share, filter } = request;
  if (entries * share > FEW) {
    const margin = Object.keys(filter).length > 0 ? FILTER_MARGIN : MARGIN;
    let reach = (margin * RANKED_WINDOW) / share;
    for (; reach < entries * WHOLE; reach *= FURTHER) {
      const since = await findReach(store, request.kinds, reach);
      if (since === undefined) break;
      const found = await loadMatches(store, request, since);
      if (found.length > RANKED_WINDOW) return found;
    }
  }
  return loadMatches(store, request);
}

async function loadMatches(
  store: Store,
  request: MatchRequest,
  since?: string,
): Promise<readonly SearchMatch[]> {
  const values: unknown[] = [];
  const bind = (value: unknown): string => `$${values.push(value)}`;
  const where = matchConditions(request, bind);
  if (since !== undefined) where.push(`shown_at >= ${bind(since)}::timestamptz`);
  // Materialised, so that nobody looks for a rare word in every entry, in order of time.
  return store.rows<SearchMatch>(
    `with found as materialized (
       select kind, ref_id, shown_at, outlet_id, section from search_entry where ${where.join(' and ')})
     select kind, ref_id as "refId", shown_at as "shownAt", outlet_id as "outletId", section from found
     order by shown_at desc, ref_id desc limit ${RANKED_WINDOW + 1}`,
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
  if (filter.section) conditions.push(`section = ${bind(filter.section)}`);
  if (filter.from) conditions.push(`shown_at >= ${bind(filter.from)}::timestamptz`);
  if (filter.before) conditions.push(`shown_at < ${bind(filter.before)}::timestamptz`);
  return conditions;
}

interface Reach {
  readonly since: string | undefined;
  readonly readMs: number;
}

/** How far back so many entries go changes slowly. */
const REACH_KEPT_MS = 10 * 60_000;
const reaches = new WeakMap<Store, Map<string, Reach>>();

/** The instant since which there are so many entries, rounded up to a power of two; nothing when there are fewer. */
async function findReach(
  store: Store,
  kinds: readonly SearchKind[],
  count: number,
): Promise<string | undefined> {
  const rounded = 2 ** Math.ceil(Math.log2(count));
  const key = `${kinds[0]} ${rounded}`;
  const known = reaches.get(store) ?? new Map<string, Reach>();
  reaches.set(store, known);
  const old = known.get(key);
  if (old !== undefined && performance.now() - old.readMs < REACH_KEPT_MS) return old.since;
  const row = await store.row<{ at: string }>(
    'select shown_at as at from search_entry where kind = $1 order by shown_at desc, ref_id desc offset $2 limit 1',
    [kinds[0], rounded],
  );
  known.set(key, { since: row?.at, readMs: performance.now() });
  return row?.at;
}
