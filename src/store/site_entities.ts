/** Reads entities for pages, feeds, exports and operators. */
import type { EntityType } from '../model/entity.js';
import type { Database } from './database.js';

export interface EntityLine {
  readonly id: string;
  readonly type: EntityType;
  readonly name: string;
  /** What the machine calls it, where an operator gave another name. */
  readonly machineName: string;
  readonly known: boolean;
  readonly side: string | null;
  readonly sideName: string | null;
  readonly mergedInto: string | null;
  readonly splitFrom: string | null;
}

/** Articles and statements of one entity are counted up to this: some stand in every third article of years. */
export const ENTITY_COUNTED = 2000;

export interface EntityDetail extends EntityLine {
  /** `ENTITY_COUNTED` + 1 where there are more. */
  readonly articleCount: number;
  readonly statementCount: number;
  /** Titles beside the name as articles print them, the most frequent first. */
  readonly roles: readonly string[];
  /** Entities that were merged into it. */
  readonly merged: readonly { readonly id: string; readonly name: string }[];
}

const COLUMNS = `e.id, e.type, coalesce(e.given_name, e.name) as name, e.name as "machineName", e.known, e.side,
  coalesce(s.given_name, s.name) as "sideName", e.merged_into as "mergedInto", e.split_from as "splitFrom"`;

const TABLES = 'entity e left join entity s on s.id = e.side';

/** One entity, whatever became of it. */
export function loadEntityLine(db: Database, id: string): Promise<EntityLine | undefined> {
  return db.row<EntityLine>(`select ${COLUMNS} from ${TABLES} where e.id = $1`, [id]);
}

/** One entity with its counts and titles; `asOf`: as known then. */
export async function loadEntity(db: Database, id: string, asOf?: string): Promise<EntityDetail | undefined> {
  const line = await loadEntityLine(db, id);
  if (!line) return undefined;
  const [counts, roles, merged] = await Promise.all([
    db.row<{ articles: number; statements: number }>(
      `select (select count(*)::int from (select distinct article_id from entity_mention
               where entity_id = $1 and ($2::timestamptz is null or known_at <= $2) limit $3) articles) as articles,
         (select count(*)::int from (select from statement_speaker p join statement s on s.id = p.statement_id
          where p.entity_id = $1 and s.twin_of is null and ($2::timestamptz is null or s.known_at <= $2)
          limit $3) statements) as statements`,
      [id, asOf, ENTITY_COUNTED + 1],
    ),
    db.rows<{ role: string }>(
      `select role from (select s.role, s.at from statement_speaker p join statement s on s.id = p.statement_id
         where p.entity_id = $1 and p.position = 0 and s.role is not null
           and ($2::timestamptz is null or s.known_at <= $2)
         order by s.at desc limit 200) newest
       group by role order by count(*) desc, max(at) desc, role limit 4`,
      [id, asOf],
    ),
    db.rows<{ id: string; name: string }>(
      'select id, coalesce(given_name, name) as name from entity where merged_into = $1 order by id limit 50',
      [id],
    ),
  ]);
  return {
    ...line,
    articleCount: counts?.articles ?? 0,
    statementCount: counts?.statements ?? 0,
    roles: roles.map(({ role }) => role),
    merged,
  };
}

export interface CountedEntity extends EntityLine {
  readonly articleCount: number;
  readonly newestAt: string;
}

/** Entities whose name has these letters, or all; those in most articles first. */
export function findEntities(
  db: Database,
  filter: { readonly type?: EntityType; readonly words?: string; readonly limit: number },
): Promise<readonly CountedEntity[]> {
  return db.rows<CountedEntity>(
    `select ${COLUMNS}, m.articles as "articleCount", m.newest as "newestAt"
     from (select entity_id, count(distinct article_id)::int as articles, max(known_at) as newest
           from entity_mention group by entity_id) m
     join ${TABLES.replace('entity e', 'entity e on e.id = m.entity_id')}
     where ($1::text is null or e.type = $1)
       and ($2::text is null or position($2 in coalesce(e.given_name, e.name)) > 0 or e.id = $2)
     order by m.articles desc, m.newest desc, e.id limit $3`,
    [filter.type, filter.words, filter.limit],
  );
}

/** Who spoke of whom: the entities that stand most often in the same contacts as this one. */
export function loadCounterparts(
  db: Database,
  id: string,
  limit: number,
): Promise<readonly { readonly id: string; readonly name: string; readonly contacts: number }[]> {
  return db.rows(
    `select y.side as id, coalesce(e.given_name, e.name) as name, count(distinct y.contact_id)::int as contacts
     from contact_actor x join contact_actor y on y.contact_id = x.contact_id and y.side is distinct from x.side
     join entity e on e.id = y.side
     where (x.entity_id = $1 or x.side = $1) and y.side <> $1
     group by y.side, e.given_name, e.name order by contacts desc, name limit $2`,
    [id, limit],
  );
}
