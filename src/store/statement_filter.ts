/** Which statements a list shows, and the SQL that finds them. */

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

/** How many statements are looked at for each wanted one, step by step until enough are found; undefined: at all. */
export function looksOf(filter: StatementFilter): readonly (number | undefined)[] {
  if (filter.anyOf !== undefined && isNewest(filter))
    return filter.tsquery === undefined ? [LOOKED_FIRST, LOOKED_AT, undefined] : [LOOKED_FIRST, undefined];
  return plainEntity(filter) === undefined ? [undefined] : [LOOKED_FIRST, LOOKED_AT];
}

function isNewest({ order = 'newest', afterId }: StatementFilter): boolean {
  return order === 'newest' && afterId === undefined;
}

/** SQL that is true of the statements, called `s`, that a filter lets pass; `lookedAt` as `looksOf` gives it. */
export function statementConditions(
  filter: StatementFilter,
  lookedAt: number | undefined,
  bind: (value: unknown) => string,
): string[] {
  const where: string[] = [];
  const { by, about, contactIds, articleId, articleIds, ids, withTwins, asOf, after } = filter;
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
  return where;
}

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
