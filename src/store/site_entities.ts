/** Reads entities for pages, feeds, exports and operators. */
import type { EntityType } from '../model/entity.js';
import { keyOf } from '../persian/keys.js';
import type { Database } from './database.js';
import { prepared } from './prepared.js';

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
export const ENTITY_COUNTED = 1000;

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
  return db.row<EntityLine>(prepared(`select ${COLUMNS} from ${TABLES} where e.id = $1`), [id]);
}

/** Titles are those of so many newest statements. */
const TITLED = 100;

const KNOWN_THEN = ' and exists (select from statement s where s.id = p.statement_id and s.known_at <= $2)';

/** One entity with its counts and titles; `asOf`: as known then. */
export async function loadEntity(db: Database, id: string, asOf?: string): Promise<EntityDetail | undefined> {
  const [line, counts, roles, merged] = await Promise.all([
    loadEntityLine(db, id),
    db.row<{ articles: number; statements: number }>(
      prepared(`select (select count(*)::int from (select distinct article_id from entity_mention
               where entity_id = $1 and ($2::timestamptz is null or known_at <= $2) limit $3) articles) as articles,
         (select count(*)::int from (select from statement_speaker p
          where p.entity_id = $1 and not p.is_copy${asOf === undefined ? '' : KNOWN_THEN}
          limit $3) statements) as statements`),
      [id, asOf, ENTITY_COUNTED + 1],
    ),
    db.rows<{ role: string }>(
      prepared(`select role from (select s.role, s.at from (
           select statement_id from statement_speaker
           where entity_id = $1 and position = 0 and ($2::timestamptz is null or at <= $2)
           order by at desc limit ${TITLED}) p join statement s on s.id = p.statement_id
         where s.role is not null and ($2::timestamptz is null or s.known_at <= $2)) newest
       group by role order by count(*) desc, max(at) desc, role limit 4`),
      [id, asOf],
    ),
    db.rows<{ id: string; name: string }>(
      'select id, coalesce(given_name, name) as name from entity where merged_into = $1 order by id limit 50',
      [id],
    ),
  ]);
  if (!line) return undefined;
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

/**
 * Entities whose name has these letters, with or without its half-spaces, or those named lately; those in most articles
 * first, counted up to `ENTITY_COUNTED` + 1.
 */
export function findEntities(
  db: Database,
  filter: { readonly type?: EntityType; readonly words?: string; readonly limit: number },
): Promise<readonly CountedEntity[]> {
  const { words, type, limit } = filter;
  return db.rows<CountedEntity>(
    `select ${COLUMNS}, n.articles as "articleCount", m.newest as "newestAt"
     from (${words === undefined ? NAMED_LATELY : NAMED_SO}) m
     cross join lateral (select count(*)::int as articles from (select distinct article_id from entity_mention
       where entity_id = m.id limit ${ENTITY_COUNTED + 1}) counted) n
     join ${TABLES.replace('entity e', 'entity e on e.id = m.id')}
     order by n.articles desc, m.newest desc, e.id limit $3`,
    [type, words, limit],
  );
}

/** Entities with this whole name, whatever its half-spaces. */
export async function findBearers(db: Database, name: string): Promise<readonly CountedEntity[]> {
  const found = await findEntities(db, { words: name, limit: BEARERS });
  return found.filter((each) => solidKey(each.name) === solidKey(name));
}

const BEARERS = 40;

function solidKey(name: string): string {
  return keyOf(name).replaceAll(' ', '');
}

/** Letters of a name as both keyboards type them, without blanks and half-spaces. */
const solid = (letters: string): string => `translate(${letters}, E'يك \\u200c', 'یک')`;

/** Mentions among which the entities of the day are found: those of some 10,000 articles. */
const LATELY = 50_000;
/** Of so many entities of a name the most frequent are found; the gazetteer's and the shortest names first. */
const SAME_NAME = 300;

const NAMED_LATELY = `select entity_id as id, max(known_at) as newest from (
    select entity_id, article_id, known_at from entity_mention
    order by article_id desc, version desc, machine_id desc limit ${LATELY}) lately
  where $2::text is null and ($1::text is null or entity_id in (select id from entity where type = $1))
  group by entity_id order by count(distinct article_id) desc, newest desc, entity_id limit $3`;

const NAMED_SO = `select id, newest from (
    select e.id, (select max(known_at) from entity_mention where entity_id = e.id) as newest from entity e
    where ($1::text is null or e.type = $1) and (position(${solid('$2')} in ${solid('coalesce(e.given_name, e.name)')}) > 0
        or e.id = $2)
    order by e.known desc, length(coalesce(e.given_name, e.name)), e.id limit ${SAME_NAME}) named
  where newest is not null`;

/** Who spoke of whom: the entities that stand most often in the same contacts as this one. */
export function loadCounterparts(
  db: Database,
  id: string,
  limit: number,
): Promise<readonly { readonly id: string; readonly name: string; readonly contacts: number }[]> {
  return db.rows(
    prepared(`with own as materialized (select contact_id, side from contact_actor where entity_id = $1 or side = $1),
     other as (select contact_id, side from contact_actor
       where contact_id = any(array(select contact_id from own)) and side <> $1)
     select found.side as id, coalesce(e.given_name, e.name) as name, found.contacts
     from (select side, count(*)::int as contacts from (
         select distinct other.side, other.contact_id from own join other using (contact_id)
         where other.side is distinct from own.side) pairs
       group by side) found
     join entity e on e.id = found.side
     order by contacts desc, name limit $2`),
    [id, limit],
  );
}
