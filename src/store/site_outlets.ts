/** Reads outlets and topics for their pages. */
import type { Database } from './database.js';
import { prepared } from './prepared.js';

export interface OutletDetail {
  readonly id: string;
  readonly name: string;
  readonly nameEn: string | null;
  readonly kind: string | null;
  readonly country: string | null;
  readonly domains: readonly string[];
  readonly hiddenAt: string | null;
  readonly hiddenNote: string | null;
}

/** An outlet with how much of it we hold. */
export interface OutletRow {
  readonly id: string;
  readonly name: string;
  readonly kind: string | null;
  readonly articleCount: number;
  readonly newestAt: string | null;
}

export interface TopicDetail {
  readonly id: number;
  readonly name: string;
  readonly outletId: string | null;
  readonly outletName: string | null;
  readonly url: string | null;
  /** As the outlet prints it («۱۴۸ مطلب»). */
  readonly shownCount: number | null;
  readonly firstSeenAt: string;
  readonly lastSeenAt: string;
  /** How many of the items we hold. */
  readonly heldCount: number;
  readonly hiddenAt: string | null;
  /** Why an operator hid it. */
  readonly hiddenNote: string | null;
  /** The topic of which it is another spelling. */
  readonly mergedInto: number | null;
}

export interface TopicLine {
  readonly id: number;
  readonly title: string | null;
  readonly text: string | null;
  readonly url: string | null;
  readonly position: number;
  readonly firstSeenAt: string;
  /** Our own copy of the article, when the address of the item is one that we hold. */
  readonly articleId: number | null;
  /** When that article says that it was published. */
  readonly publishedAt: string | null;
}

export interface TopicRow {
  readonly id: number;
  readonly name: string;
  readonly outletName: string | null;
  readonly shownCount: number | null;
}

export function loadOutlet(database: Database, id: string): Promise<OutletDetail | undefined> {
  return database.row(
    prepared(`select id, name, name_en as "nameEn", kind, country, domains, hidden_at as "hiddenAt",
       hidden_note as "hiddenNote" from outlet where id = $1`),
    [id],
  );
}

/** Outlets of which we hold at least one article, those with newest articles first. */
export function loadOutlets(database: Database): Promise<readonly OutletRow[]> {
  return database.rows(
    `select o.id, o.name, o.kind, n.count::int as "articleCount", n.newest as "newestAt" from outlet o
     cross join lateral (select
         (select count(*) from article where outlet_id = o.id)
           - (select count(*) from article where outlet_id = o.id and hidden_at is not null) as count,
         (select shown_at from article where outlet_id = o.id and hidden_at is null
          order by shown_at desc, id desc limit 1) as newest) n
     where o.hidden_at is null and n.count > 0 order by n.newest desc, o.name limit 500`,
  );
}

export function loadTopic(database: Database, id: number): Promise<TopicDetail | undefined> {
  return database.row(
    prepared(`select t.id, coalesce(t.given_name, t.name) as name, t.outlet_id as "outletId",
       coalesce(o.name, t.outlet_name) as "outletName", t.url,
       t.shown_count as "shownCount", t.first_seen_at as "firstSeenAt", t.last_seen_at as "lastSeenAt",
       (select count(*) from topic_item i where ${itemsOf('t.id')})::int as "heldCount",
       coalesce(t.hidden_at, o.hidden_at) as "hiddenAt", t.hidden_note as "hiddenNote",
       t.merged_into as "mergedInto"
     from topic t left join outlet o on o.id = t.outlet_id where t.id = $1`),
    [id],
  );
}

/** Items of a topic and of the spellings that were merged into it; what both have counts once. */
function itemsOf(topicId: string): string {
  return `i.topic_id = any(array(select id from topic where id = ${topicId} or merged_into = ${topicId}))
    and (i.topic_id = ${topicId}
      or not exists (select from topic_item own where own.topic_id = ${topicId} and own.key = i.key))`;
}

/** Our own copies of the article to which an item `i` leads. */
const HELD = `select a.id, a.published_at from page_result r join fetched_page p on p.id = r.page_id
    join article a on a.id = r.article_id and a.hidden_at is null
  where hashtextextended(p.url, 0) = hashtextextended(i.url, 0) and p.url = i.url`;

/** Items of a topic, those that its pages showed last, whose days are counted at most. */
const COUNTED_ITEMS = 1000;

/** On how many days `yyyy-mm-dd` of Tehran how many articles of a topic were published; what states no time is left out. */
export function countTopicDays(
  database: Database,
  topicId: number,
): Promise<readonly { readonly day: string; readonly count: number }[]> {
  return database.rows(
    prepared(`select to_char(held.published_at at time zone 'Asia/Tehran', 'YYYY-MM-DD') as day,
       count(distinct held.id)::int as count
     from (select i.url from topic_item i where ${itemsOf('$1')} order by i.last_seen_at desc, i.position, i.id
       limit ${COUNTED_ITEMS}) i cross join lateral (${HELD} limit 1) held
     where held.published_at is not null group by 1`),
    [topicId],
  );
}

/** The items of a topic as its page orders them. */
export function loadTopicLines(
  database: Database,
  options: { readonly topicId: number; readonly offset: number; readonly limit: number },
): Promise<readonly TopicLine[]> {
  return database.rows(
    prepared(`select i.id, i.title, i.text, i.url, i.position, i.first_seen_at as "firstSeenAt",
       held.id as "articleId", held.published_at as "publishedAt"
     from (select i.* from topic_item i where ${itemsOf('$1')}
       order by i.last_seen_at desc, i.position, i.id offset $2 limit $3) i
       left join lateral (${HELD} limit 1) held on true
     order by i.last_seen_at desc, i.position, i.id`),
    [options.topicId, options.offset, options.limit],
  );
}

/** The topics seen last. */
export function loadTopics(database: Database, limit: number): Promise<readonly TopicRow[]> {
  return database.rows(
    `select t.id, coalesce(t.given_name, t.name) as name, coalesce(o.name, t.outlet_name) as "outletName",
       t.shown_count as "shownCount"
     from topic t left join outlet o on o.id = t.outlet_id
     where o.hidden_at is null and t.hidden_at is null and t.merged_into is null
     order by t.last_seen_at desc, t.id desc limit $1`,
    [limit],
  );
}
