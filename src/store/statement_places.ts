/** Where statements of entities and contacts are looked for: among their newest alone, which some have thousands of. */
import type { StatementFilter } from './statement_filter.js';

/** How many statements are looked at for each wanted one, step by step until enough are found; undefined: at all. */
export function looksOf(filter: StatementFilter): readonly (number | undefined)[] {
  if (filter.anyOf === undefined)
    return plainEntity(filter) === undefined ? [undefined] : [NEARLY_ALL, LOOKED_AT];
  if (!isNewest(filter)) return [undefined];
  if (filter.stance !== undefined || filter.act !== undefined) return [LOOKED_FIRST, LOOKED_FAR, undefined];
  return filter.tsquery === undefined
    ? [NEARLY_ALL, LOOKED_AT, undefined]
    : [LOOKED_FIRST, LOOKED_FAR, NEARLY_ALL, undefined];
}

/** Whether a further look would not do either: so few passed at the first. */
export function isHopeless(
  found: number,
  { lookedAt, limit }: { lookedAt: number | undefined; limit: number },
) {
  return lookedAt === LOOKED_FAR && (found * LOOKED_FAR) / LOOKED_FIRST < limit;
}

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
  {
    entity,
    lookedAt,
    ...filter
  }: StatementFilter & { readonly entity: string; readonly lookedAt: number | undefined },
  bind: (value: unknown) => string,
): string {
  return `select statement_id from ${table} where entity_id = ${bind(entity)}${onceOf(filter)}${newestOf(filter, lookedAt, bind)}`;
}

/** Statements said by or for one of the entities, or naming one of them. */
export function ofAny(
  {
    anyOf,
    lookedAt,
    ...filter
  }: StatementFilter & { readonly anyOf: readonly string[]; readonly lookedAt: number | undefined },
  bind: (value: unknown) => string,
): string {
  const list = bind(anyOf);
  const newest = newestOf(filter, lookedAt, bind);
  const isByWords = filter.tsquery !== undefined && (lookedAt ?? NEARLY_ALL) === NEARLY_ALL;
  const own = `${onceOf(filter)}${isByWords ? IN_ARTICLES : ''}${newest}`;
  const places = [
    ['statement_speaker', 'entity_id'],
    ['statement_speaker', 'side'],
    ['statement_about', 'entity_id'],
  ].map(
    ([table, column]) => `select found.* from unnest(${list}::text[]) as wanted (id)
      cross join lateral (select statement_id, at from ${table} where ${column} = wanted.id${own}) as found`,
  );
  // The newest of all places: else a place with few statements would bring older ones than those that another leaves out.
  const found = `select statement_id from (${places.join(' union ')}) as found where true${newest}`;
  return isByWords ? `with wanted_article as materialized (${articlesOf(filter, bind)}) ${found}` : found;
}

/** The articles that have the words, where they are rarer than what the entities said: found once, by the index. */
function articlesOf({ tsquery }: StatementFilter, bind: (value: unknown) => string): string {
  return `select ref_id from search_entry where kind = 'article' and words @@ ${bind(tsquery)}::tsquery`;
}

/** A statement's id begins with the number of its article. */
const IN_ARTICLES = ` and split_part(statement_id, '-', 1)::bigint in (select ref_id from wanted_article)`;

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

/** The newest of so many for each wanted one, by the index of their time; without a number, all. */
function newestOf(
  { after, asOf, limit, dayFrom, dayTo }: StatementFilter,
  lookedAt: number | undefined,
  bind: (value: unknown) => string,
): string {
  const until = [after?.at, asOf].flatMap((at) => (at === undefined ? [] : [`at <= ${bind(at)}`]));
  const within = [...until, ...daysWhere('at', { dayFrom, dayTo }, bind)]
    .map((each) => ` and ${each}`)
    .join('');
  if (lookedAt === undefined) return within;
  return `${within} order by at desc, statement_id desc limit ${bind(Math.ceil(limit * lookedAt))}`;
}
