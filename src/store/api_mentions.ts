/** Reads where entities are named for the machine interface. */
import type { EntityType, MentionVia } from '../model/entity.js';
import type { Database } from './database.js';
import { VISIBLE } from './site_lines.js';

export interface StoredMention {
  readonly entityId: string;
  readonly name: string;
  readonly type: EntityType;
  readonly spans: readonly (readonly [start: number, end: number, via: MentionVia])[];
}

/** Who is named in one version, by id. */
export function loadVersionMentions(
  db: Database,
  at: { readonly articleId: number; readonly version: number },
): Promise<readonly StoredMention[]> {
  return db.rows<StoredMention>(
    `select m.entity_id as "entityId", coalesce(e.given_name, e.name) as name, e.type, m.spans
     from entity_mention m join entity e on e.id = m.entity_id
     where m.article_id = $1 and m.version = $2 order by m.entity_id, m.machine_id`,
    [at.articleId, at.version],
  );
}

export interface EntityMentionFilter {
  readonly entityId: string;
  readonly asOf?: string | undefined;
  readonly after?: { readonly at: string; readonly id: number; readonly version: number } | undefined;
  readonly limit: number;
}

export type EntityMention = StoredMention & {
  readonly articleId: number;
  readonly version: number;
  readonly knownAt: string;
  readonly text: string;
};

/** Of so many newest mentions for each wanted one, enough are not hidden; undefined: of all. */
const LOOKED_AT = [3, undefined] as const;

/** Articles that name an entity, with the places, the newest known first. */
export async function loadEntityMentions(
  db: Database,
  filter: EntityMentionFilter,
): Promise<readonly EntityMention[]> {
  let mentions: readonly EntityMention[] = [];
  for (const looked of LOOKED_AT) {
    const most = looked && filter.limit * looked;
    mentions = await selectEntityMentions(db, filter, most);
    if (mentions.length === filter.limit) break;
  }
  return mentions;
}

function selectEntityMentions(
  db: Database,
  { entityId, asOf, after, limit }: EntityMentionFilter,
  most: number | undefined,
): Promise<readonly EntityMention[]> {
  return db.rows<EntityMention>(
    // Places are gathered for the page alone: some stand in every third article of years.
    `select $1 as "entityId", m.article_id as "articleId", m.version, m.known_at as "knownAt", v.text,
       coalesce(e.given_name, e.name) as name, e.type, (select jsonb_agg(place) from entity_mention p
         cross join lateral jsonb_array_elements(p.spans) as place
         where p.entity_id = $1 and p.article_id = m.article_id and p.version = m.version) as spans
     from (select distinct known_at, article_id, version from entity_mention
           where entity_id = $1 and ($2::timestamptz is null or known_at <= $2)
             and ($3::timestamptz is null or (known_at, article_id, version) < ($3, $4::bigint, $5::int))
           order by known_at desc, article_id desc, version desc limit $7) m
       join entity e on e.id = $1
       join article a on a.id = m.article_id left join outlet o on o.id = a.outlet_id
       join article_version v on v.article_id = m.article_id and v.number = m.version
     where ${VISIBLE}
     order by m.known_at desc, m.article_id desc, m.version desc limit $6`,
    [entityId, asOf, after?.at, after?.id ?? 0, after?.version ?? 0, limit, most],
  );
}
