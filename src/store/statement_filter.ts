/** Which statements a list shows, and the SQL that finds them. */
import { daysWhere, type Look, ofAny, ofEntity } from './statement_places.js';

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

/** SQL that is true of the statements, called `s`, that a filter lets pass; of the statements that are looked at. */
export function statementConditions(
  filter: StatementFilter,
  look: Look,
  bind: (value: unknown) => string,
): string[] {
  const where: string[] = [];
  const { by, about, contactIds, articleId, articleIds, ids, withTwins, asOf, after } = filter;
  if (by !== undefined)
    where.push(`s.id in (${ofEntity('statement_speaker', { ...filter, entity: by, look }, bind)})`);
  if (about !== undefined)
    where.push(`s.id in (${ofEntity('statement_about', { ...filter, entity: about, look }, bind)})`);
  if (contactIds !== undefined)
    where.push(
      `s.id in (select statement_id from contact_statement where contact_id = any(${bind(contactIds)}))`,
    );
  if (articleId !== undefined) where.push(`s.article_id = ${bind(articleId)}`);
  if (articleIds !== undefined) where.push(`s.article_id = any(${bind(articleIds)})`);
  if (ids !== undefined) where.push(`s.id = any(${bind(ids)})`);
  if (filter.anyOf !== undefined)
    where.push(`s.id in (${ofAny({ ...filter, anyOf: filter.anyOf, look }, bind)})`);
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

function wordsWhere(
  { tsquery, dayFrom, dayTo }: StatementFilter,
  bind: (value: unknown) => string,
): string[] {
  const where: string[] = [];
  if (tsquery !== undefined)
    where.push(`exists (select from search_entry w where w.kind = 'article' and w.ref_id = s.article_id
      and w.words @@ ${bind(tsquery)}::tsquery)`);
  return [...where, ...daysWhere('s.at', { dayFrom, dayTo }, bind)];
}

/** Of copies only the first counts: of all, or among the articles that are asked for. */
function twinWhere({ articleIds }: StatementFilter, bind: (value: unknown) => string): string {
  if (articleIds === undefined) return 's.twin_of is null';
  return `not exists (select from statement first where first.words_hash = s.words_hash and first.seq < s.seq
    and first.article_id = any(${bind(articleIds)}))`;
}
