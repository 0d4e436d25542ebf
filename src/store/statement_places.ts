/** Where statements of entities and contacts are looked for: among their newest alone, which some have thousands of. */
import type { StatementFilter } from './statement_filter.js';

/** Which of the statements of entities are looked at, the newest first: from the one up to the other; absent: to the end. */
export interface Look {
  readonly from: number;
  readonly to?: number | undefined;
  /** Only those in articles that have the words, found by the index of words. */
  readonly isByWords?: boolean;
}

/** Step by step until enough are found. A step that begins at 0 finds anew what those before it have found. */
export function looksOf(filter: StatementFilter): readonly Look[] {
  const { limit } = filter;
  const steps = (...ends: readonly (number | undefined)[]): readonly Look[] =>
    ends.map((end, at) => ({
      from: Math.ceil(limit * (ends[at - 1] ?? 0)),
      to: end && Math.ceil(limit * end),
    }));
  if (filter.anyOf === undefined)
    return plainEntity(filter) === undefined ? [ALL] : steps(NEARLY_ALL, LOOKED_AT);
  if (!isNewest(filter)) return [ALL];
  if (filter.stance !== undefined || filter.act !== undefined)
    return steps(LOOKED_FIRST, LOOKED_FAR, undefined);
  if (filter.tsquery === undefined) return steps(NEARLY_ALL, LOOKED_AT, undefined);
  const byWords = steps(NEARLY_ALL, undefined).map((look) => ({ ...look, isByWords: true }));
  return [...steps(LOOKED_FIRST, LOOKED_FOR_WORDS), ...byWords];
}

/** All of them. */
export const ALL: Look = { from: 0 };

/**
 * The second step of a filter with words, as far as enough are to be expected from what the first has found; undefined
 * where it would not find enough either. Other steps stay as they are.
 */
export function expectedLook(
  look: Look,
  { tsquery, limit }: StatementFilter,
  found: number,
): Look | undefined {
  if (tsquery === undefined || look.isByWords || look.from === 0) return look;
  const to = Math.ceil((look.from * limit * MARGIN) / Math.max(1, found));
  return to > (look.to ?? to) ? undefined : { ...look, to: Math.max(to, look.from + 1) };
}

/** What is to be expected is a guess. */
const MARGIN = 1.3;

function isNewest({ order = 'newest', afterId }: StatementFilter): boolean {
  return order === 'newest' && afterId === undefined;
}

/** Of so many newest statements of an entity for each wanted one, enough are not hidden, … */
const NEARLY_ALL = 1.25;
/** … or, where it was not so, of so many; */
const LOOKED_AT = 20;
/** enough of those of several pass a narrower filter, … */
const LOOKED_FIRST = 3;
/** … or, where its words are rarer, of so many. */
const LOOKED_FAR = 12;
/** Looking at more than so many for their words takes longer than to list all articles that have them. */
const LOOKED_FOR_WORDS = 30;

/** The entity of whose statements the newest alone will do; narrower filters look at all. */
function plainEntity(filter: StatementFilter): string | undefined {
  const { after, asOf, limit, order, by, about, withTwins, ...narrow } = filter;
  const isPlain = Object.values(narrow).every((each) => each === undefined);
  if (!isPlain || (order ?? 'newest') !== 'newest' || (by !== undefined && about !== undefined))
    return undefined;
  return by ?? about;
}

/** Statements of an entity, by the index of their time: some have said tens of thousands. */
export function ofEntity(
  table: 'statement_speaker' | 'statement_about',
  { entity, look, ...filter }: StatementFilter & { readonly entity: string; readonly look: Look },
  bind: (value: unknown) => string,
): string {
  return `select statement_id from ${table} where entity_id = ${bind(entity)}${onceOf(filter)}${newestOf(filter, look, bind)}`;
}

/** Statements said by or for one of the entities, or naming one of them. */
export function ofAny(
  { anyOf, look, ...filter }: StatementFilter & { readonly anyOf: readonly string[]; readonly look: Look },
  bind: (value: unknown) => string,
): string {
  const list = bind(anyOf);
  const { to, isByWords } = look;
  const own = `${onceOf(filter)}${isByWords ? IN_ARTICLES : ''}${newestOf(filter, { from: 0, to }, bind)}`;
  const places = [
    ['statement_speaker', 'entity_id'],
    ['statement_speaker', 'side'],
    ['statement_about', 'entity_id'],
  ].map(
    ([table, column]) => `select found.* from unnest(${list}::text[]) as wanted (id)
      cross join lateral (select statement_id, at from ${table} where ${column} = wanted.id${own}) as found`,
  );
  // The newest of all places: else a place with few statements would bring older ones than those that another leaves out.
  const found = `select statement_id from (${places.join(' union ')}) as found where true${newestOf(filter, look, bind)}`;
  return isByWords ? `with wanted_article as materialized (${articlesOf(filter, bind)}) ${found}` : found;
}

/** The articles that have the words, where they are rarer than what the entities said: found once, by the index. */
function articlesOf({ tsquery }: StatementFilter, bind: (value: unknown) => string): string {
  return `select ref_id from search_entry where kind = 'article' and words @@ ${bind(tsquery)}::tsquery`;
}

/** A statement's id begins with the number of its article. */
const IN_ARTICLES = ` and (split_part(statement_id, '-', 1)::bigint in (select ref_id from wanted_article)) is true`;

/** Leaves out copies where each statement is asked for once, of all that there are. */
function onceOf({ withTwins, articleIds }: StatementFilter): string {
  return withTwins || articleIds !== undefined ? '' : ' and not is_copy';
}

/** Days of Tehran within which an instant must lie. */
export function daysWhere(
  column: string,
  { dayFrom, dayTo }: Pick<StatementFilter, 'dayFrom' | 'dayTo'>,
  bind: (value: unknown) => string,
): readonly string[] {
  const where: string[] = [];
  if (dayFrom !== undefined)
    where.push(`${column} >= ${bind(dayFrom)}::date::timestamp at time zone 'Asia/Tehran'`);
  if (dayTo !== undefined)
    where.push(`${column} < (${bind(dayTo)}::date + 1)::timestamp at time zone 'Asia/Tehran'`);
  return where;
}

/** Those that are looked at, by the index of their time. */
function newestOf(
  { after, asOf, dayFrom, dayTo }: StatementFilter,
  { from, to }: Look,
  bind: (value: unknown) => string,
): string {
  const until = [after?.at, asOf].flatMap((at) => (at === undefined ? [] : [`at <= ${bind(at)}`]));
  const within = [...until, ...daysWhere('at', { dayFrom, dayTo }, bind)]
    .map((each) => ` and ${each}`)
    .join('');
  if (from === 0 && to === undefined) return within;
  const newest = `${within} order by at desc, statement_id desc offset ${bind(from)}`;
  return to === undefined ? newest : `${newest} limit ${bind(to - from)}`;
}
