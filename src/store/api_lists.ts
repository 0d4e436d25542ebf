/** Lists of outlets, entities, stories and topics for the machine interface: in an order that inserts do not disturb. */
import type { EntityType } from '../model/entity.js';
import type { Database } from './database.js';
import type { EntityLine } from './site_entities.js';
import type { TopicDetail } from './site_outlets.js';

export interface OutletFacts {
  readonly id: string;
  readonly name: string;
  readonly nameEn: string | null;
  readonly kind: string | null;
  readonly family: string | null;
  readonly country: string | null;
  readonly aliases: readonly string[];
  readonly domains: readonly string[];
  readonly fullTextAllowed: boolean | null;
  readonly hiddenAt: string | null;
  readonly hiddenNote: string | null;
  readonly articleCount: number;
  readonly newestAt: string | null;
}

/** `$1` is the instant by which its reports were known, or null. */
const OUTLET_SQL = `select o.id, o.name, o.name_en as "nameEn", o.kind, o.family, o.country, o.aliases, o.domains,
  o.full_text_allowed as "fullTextAllowed", o.hidden_at as "hiddenAt", o.hidden_note as "hiddenNote",
  n.count::int as "articleCount", n.newest as "newestAt" from outlet o
  cross join lateral (select count(*), max(shown_at) as newest from article
    where outlet_id = o.id and hidden_at is null and ($1::timestamptz is null or first_seen_at <= $1)) n`;

/** Visible outlets by id, from behind one of them. */
export function listOutlets(
  db: Database,
  page: {
    readonly after?: string | undefined;
    /** Counts only reports that we had by this instant; what the registry says is that of today. */
    readonly asOf?: string | undefined;
    readonly limit: number;
  },
): Promise<readonly OutletFacts[]> {
  return db.rows<OutletFacts>(
    `${OUTLET_SQL} where o.hidden_at is null and ($2::text is null or o.id > $2) order by o.id limit $3`,
    [page.asOf, page.after, page.limit],
  );
}

export function loadOutletFacts(
  db: Database,
  { id, asOf }: { readonly id: string; readonly asOf?: string | undefined },
): Promise<OutletFacts | undefined> {
  return db.row<OutletFacts>(`${OUTLET_SQL} where o.id = $2`, [asOf, id]);
}

export interface FamilyFacts {
  /** As the registry names it. */
  readonly id: string;
  readonly outlets: readonly { readonly id: string; readonly name: string }[];
}

/** Publisher families with their visible outlets, by id, from behind one of them. */
export function listFamilies(
  db: Database,
  page: { readonly after?: string | undefined; readonly limit: number },
): Promise<readonly FamilyFacts[]> {
  return db.rows<FamilyFacts>(
    `select family as id, jsonb_agg(jsonb_build_object('id', id, 'name', name) order by id) as outlets
     from outlet where family is not null and hidden_at is null and ($1::text is null or family > $1)
     group by family order by family limit $2`,
    [page.after, page.limit],
  );
}

export interface EntityListFilter {
  readonly type?: EntityType | undefined;
  /** Letters of its name. */
  readonly words?: string | undefined;
  readonly asOf?: string | undefined;
  readonly after?: string | undefined;
  readonly limit: number;
}

/** Entities that articles name, by id; merged ones are left out. */
export function listEntities(db: Database, filter: EntityListFilter): Promise<readonly EntityLine[]> {
  return db.rows<EntityLine>(
    `select e.id, e.type, coalesce(e.given_name, e.name) as name, e.name as "machineName", e.known, e.side,
       coalesce(s.given_name, s.name) as "sideName", e.merged_into as "mergedInto", e.split_from as "splitFrom"
     from entity e left join entity s on s.id = e.side
     where e.merged_into is null and ($1::text is null or e.type = $1)
       and ($2::text is null or position($2 in coalesce(e.given_name, e.name)) > 0)
       and exists (select from entity_mention m where m.entity_id = e.id and ($3::timestamptz is null or m.known_at <= $3))
       and ($4::text is null or e.id > $4)
     order by e.id limit $5`,
    [filter.type, filter.words, filter.asOf, filter.after, filter.limit],
  );
}

export interface StoryPlaceRow {
  readonly id: number;
  readonly lastAt: string;
  readonly importance: number;
}

export interface StoryListFilter {
  readonly order: 'newest' | 'important';
  readonly section?: string | undefined;
  readonly dayFrom?: string | undefined;
  readonly dayTo?: string | undefined;
  readonly afterNewest?: { readonly at: string; readonly id: number } | undefined;
  readonly afterImportant?: { readonly importance: number; readonly id: number } | undefined;
  readonly limit: number;
}

/** Numbers of stories with reports, in one of two orders. */
export function listStoryPlaces(db: Database, filter: StoryListFilter): Promise<readonly StoryPlaceRow[]> {
  const { order, section, dayFrom, dayTo, afterNewest, afterImportant, limit } = filter;
  const sorted = order === 'newest' ? 'last_at desc, id desc' : 'importance desc, id';
  return db.rows<StoryPlaceRow>(
    `select id, last_at as "lastAt", importance from story
     where report_count > 0 and ($1::text is null or section = $1)
       and ($2::date is null or last_at >= $2::date::timestamp at time zone 'Asia/Tehran')
       and ($3::date is null or first_at < ($3::date + 1)::timestamp at time zone 'Asia/Tehran')
       and ($4::timestamptz is null or (last_at, id) < ($4, $5::bigint))
       and ($6::float8 is null or importance < $6 or importance = $6 and id > $7::bigint)
     order by ${sorted} limit $8`,
    [
      section,
      dayFrom,
      dayTo,
      afterNewest?.at,
      afterNewest?.id ?? 0,
      afterImportant?.importance,
      afterImportant?.id ?? 0,
      limit,
    ],
  );
}

export interface StoryThenFilter extends Omit<StoryListFilter, 'order' | 'afterImportant'> {
  /** Only reports that were known at this instant count. */
  readonly asOf: string;
}

/** A report that was known then and can be seen; `r` and `a` are its tables. */
function knownThen(r: string, a: string): string {
  return `${r}.at <= $1 and ${a}.first_seen_at <= $1 and ${a}.hidden_at is null
    and not exists (select from outlet o where o.id = ${a}.outlet_id and o.hidden_at is not null)`;
}

/**
 * Stories as they were known at a moment, the one with the newest report of then first. Reports are walked down from that
 * moment (none is dated later than it was seen), each story where its newest one is.
 */
export function listStoryPlacesThen(
  db: Database,
  filter: StoryThenFilter,
): Promise<readonly StoryPlaceRow[]> {
  const { asOf, section, dayFrom, dayTo, afterNewest, limit } = filter;
  return db.rows<StoryPlaceRow>(
    `select m.story_id as id, r.at as "lastAt", 0 as importance
     from report r join story_member m on m.article_id = r.article_id join article a on a.id = r.article_id
     where ${knownThen('r', 'a')}
       and not exists (select from story_member m2 join report r2 on r2.article_id = m2.article_id
         join article a2 on a2.id = m2.article_id
         where m2.story_id = m.story_id and (r2.at, r2.article_id) > (r.at, r.article_id)
           and ${knownThen('r2', 'a2')})
       and ($2::text is null or exists (select from story s where s.id = m.story_id and s.section = $2))
       and ($3::date is null or r.at >= $3::date::timestamp at time zone 'Asia/Tehran')
       and ($4::date is null or exists (select from story_member m3 join report r3 on r3.article_id = m3.article_id
         join article a3 on a3.id = m3.article_id where m3.story_id = m.story_id
           and r3.at < ($4::date + 1)::timestamp at time zone 'Asia/Tehran' and ${knownThen('r3', 'a3')}))
       and ($5::timestamptz is null or (r.at, m.story_id) < ($5, $6::bigint))
     order by r.at desc, m.story_id desc limit $7`,
    [asOf, section, dayFrom, dayTo, afterNewest?.at, afterNewest?.id ?? 0, limit],
  );
}

export type TopicFacts = Omit<TopicDetail, 'hiddenAt' | 'hiddenNote' | 'mergedInto'>;

/** Topics of visible outlets, the newest number first. */
export function listTopics(
  db: Database,
  page: {
    readonly before?: number | undefined;
    readonly asOf?: string | undefined;
    readonly id?: number | undefined;
    readonly limit: number;
  },
): Promise<readonly TopicFacts[]> {
  return db.rows<TopicFacts>(
    `select t.id, t.name, t.outlet_id as "outletId", coalesce(o.name, t.outlet_name) as "outletName", t.url,
       case when $3::timestamptz is null then t.shown_count else
         (select p.shown_count from topic_page p where p.topic_id = t.id and p.seen_at <= $3
          order by p.seen_at desc limit 1) end as "shownCount",
       t.first_seen_at as "firstSeenAt", t.last_seen_at as "lastSeenAt",
       (select count(*) from topic_item i where i.topic_id = t.id
          and ($3::timestamptz is null or i.first_seen_at <= $3))::int as "heldCount"
     from topic t left join outlet o on o.id = t.outlet_id
     where o.hidden_at is null and ($1::bigint is null or t.id < $1) and ($2::bigint is null or t.id = $2)
       and ($3::timestamptz is null or t.first_seen_at <= $3)
     order by t.id desc limit $4`,
    [page.before, page.id, page.asOf, page.limit],
  );
}

export interface TopicItemFacts {
  readonly id: number;
  readonly position: number;
  readonly title: string | null;
  readonly text: string | null;
  readonly url: string | null;
  readonly firstSeenAt: string;
  readonly lastSeenAt: string;
  readonly articleId: number | null;
}

/** What a topic page listed, the newest number first. */
export function listTopicItems(
  db: Database,
  page: {
    readonly topicId: number;
    readonly before?: number | undefined;
    readonly asOf?: string | undefined;
    readonly limit: number;
  },
): Promise<readonly TopicItemFacts[]> {
  return db.rows<TopicItemFacts>(
    `select i.id, i.position, i.title, i.text, i.url, i.first_seen_at as "firstSeenAt", i.last_seen_at as "lastSeenAt",
       (select a.id from page_result r join fetched_page p on p.id = r.page_id
          join article a on a.id = r.article_id and a.hidden_at is null
        where hashtextextended(p.url, 0) = hashtextextended(i.url, 0) and p.url = i.url limit 1) as "articleId"
     from (select * from topic_item where topic_id = $1 and ($2::bigint is null or id < $2)
         and ($3::timestamptz is null or first_seen_at <= $3) order by id desc limit $4) i
     order by i.id desc`,
    [page.topicId, page.before, page.asOf, page.limit],
  );
}

/** How much waits to be read, placed and analysed. */
export async function loadWaiting(
  db: Database,
): Promise<{ readonly pages: number; readonly placing: number; readonly analysis: number }> {
  const row = await db.row<{ pages: number; placing: number; analysis: number }>(
    `select (select count(*) from frontier where state = 'pending') as pages,
       (select count(*) from group_queue) as placing, (select count(*) from analyse_queue) as analysis`,
  );
  return row ?? { pages: 0, placing: 0, analysis: 0 };
}
