/** Reads what the ranked lists of the site stand on: views, comments, candidates for the most important, tops. */
import type { Database } from './database.js';
import { type ArticleLine, LINE_COLUMNS, LINE_TABLES, VISIBLE } from './site_lines.js';

export interface CountedLine extends ArticleLine {
  /** Views since the asked day, or published comments. */
  readonly count: number;
}

/** An article that may be important, with the figures that decide. */
export interface CandidateLine extends ArticleLine {
  /** Views since the asked day. */
  readonly views: number;
  /** Published comments. */
  readonly comments: number;
}

export interface TopLine extends ArticleLine {
  readonly views: number;
}

/** Bodies are long and hundreds of candidates many: a candidate has its opening only where it lacks a title. */
const CANDIDATE_COLUMNS = LINE_COLUMNS.replace(
  'left(v.body, 400) as opening',
  "case when v.title is null then left(v.body, 400) else '' end as opening",
);

/** The most viewed articles since a day (`yyyy-mm-dd` of Tehran), most viewed first. */
export function loadMostViewed(
  database: Database,
  options: { readonly sinceDay: string; readonly limit: number },
): Promise<readonly CountedLine[]> {
  return database.rows<CountedLine>(
    `with viewed as (select article_id, sum(count) as count from article_view where day >= $1 group by 1)
     select ${LINE_COLUMNS}, viewed.count::int as count
     from viewed join ${LINE_TABLES.replace('article a', 'article a on a.id = viewed.article_id')}
     where ${VISIBLE} order by viewed.count desc, a.shown_at desc limit $2`,
    [options.sinceDay, options.limit],
  );
}

/** The articles with most published comments since an instant. */
export function loadMostDiscussed(
  database: Database,
  options: { readonly since: string; readonly limit: number },
): Promise<readonly CountedLine[]> {
  return database.rows<CountedLine>(
    `with discussed as (select article_id, count(*) as count from comment
       where state = 'published' and created_at >= $1 group by 1)
     select ${LINE_COLUMNS}, discussed.count::int as count
     from discussed join ${LINE_TABLES.replace('article a', 'article a on a.id = discussed.article_id')}
     where ${VISIBLE} order by discussed.count desc, a.shown_at desc limit $2`,
    [options.since, options.limit],
  );
}

/** The newest articles, of one section or of all, with the figures that decide about importance. */
export function loadCandidates(
  database: Database,
  options: { readonly section?: string; readonly sinceDay: string; readonly limit: number },
): Promise<readonly CandidateLine[]> {
  return database.rows<CandidateLine>(
    `select ${CANDIDATE_COLUMNS},
       coalesce((select sum(w.count) from article_view w where w.article_id = a.id and w.day >= $1), 0)::int as views,
       (select count(*) from comment c where c.article_id = a.id and c.state = 'published')::int as comments
     from ${LINE_TABLES} where ${VISIBLE} and ($2::text is null or a.section = $2)
     order by a.shown_at desc, a.id desc limit $3`,
    [options.sinceDay, options.section ?? null, options.limit],
  );
}

/** How many of an outlet's newest articles may stand at its top. */
const TOP_WINDOW = 20;

/** For each outlet its most viewed article among the newest, or the newest when none was viewed. */
export function loadTops(
  database: Database,
  options: { readonly sinceDay: string; readonly limit: number },
): Promise<readonly TopLine[]> {
  return database.rows<TopLine>(
    `select ${LINE_COLUMNS}, top.views from outlet x
     cross join lateral (
       select n.id, coalesce(sum(w.count), 0)::int as views from
         (select id, shown_at from article where outlet_id = x.id and hidden_at is null
          order by shown_at desc, id desc limit ${TOP_WINDOW}) n
       left join article_view w on w.article_id = n.id and w.day >= $1
       group by n.id, n.shown_at order by views desc, n.shown_at desc limit 1) top
     join ${LINE_TABLES.replace('article a', 'article a on a.id = top.id')}
     where ${VISIBLE} order by a.shown_at desc limit $2`,
    [options.sinceDay, options.limit],
  );
}
