/** Reads the most viewed and the most discussed stories, of all and of each section at once. */
import type { Database } from './database.js';
import {
  KEPT_COLUMNS,
  KEPT_TABLES,
  type StoryLine,
  type StoryRow,
  toLine,
  withoutHidden,
} from './site_stories.js';

/** A story with the figures by which a list orders it. */
export interface CountedStory extends StoryLine {
  /** Counted here: views of its pages, or published comments. */
  readonly own: number;
  /** Printed by others: beside channels' posts, or on outlets' pages. */
  readonly printed: number;
}

type CountedRow = StoryRow & { readonly own: number; readonly printed: number };

/**
 * The most viewed stories, the first `limit` of all and of each section at least: by views of their pages here since a
 * day, and what channels print beside posts, of stories that have moved since an instant.
 */
export async function loadMostViewedStories(
  db: Database,
  options: {
    readonly sinceDay: string;
    readonly since: string;
    readonly limit: number;
  },
): Promise<readonly CountedStory[]> {
  return rankByCounts(
    db,
    `select story_id, count as own, 0 as printed from story_view where day >= $1
     union all
     select m.story_id, w.count, 0 from article_view w join story_member m using (article_id) where w.day >= $1
     union all
     select m.story_id, 0, p.views from story s join story_member m on m.story_id = s.id
       join printed_count p using (article_id)
     where s.last_at >= $2 and s.report_count > 0 and p.views > 0`,
    { ownSince: options.sinceDay, ...options },
  );
}

/** The most discussed stories, likewise: comments published here since an instant, and what outlets print on their pages. */
export async function loadMostDiscussedStories(
  db: Database,
  options: {
    readonly ownSince: string;
    readonly since: string;
    readonly limit: number;
  },
): Promise<readonly CountedStory[]> {
  return rankByCounts(
    db,
    `select m.story_id, 1 as own, 0 as printed from comment c join story_member m using (article_id)
     where c.state = 'published' and c.created_at >= $1
     union all
     select case when s.report_count > 0 then s.id else m.story_id end, 1, 0 from comment c
       join story s on s.id = c.story_id left join story_member m on m.article_id = s.opener_id
     where c.state = 'published' and c.created_at >= $1
     union all
     select m.story_id, 0, p.comments from story s join story_member m on m.story_id = s.id
       join printed_count p using (article_id)
     where s.last_at >= $2 and s.report_count > 0 and p.comments > 0`,
    options,
  );
}

/** So many of the first may have no report that can be shown: headlines are looked up for few stories only. */
const HIDDEN_STORIES = 20;

/** Stories by what `parts` counts: rows of story_id, own and printed; it may use $1 (own since) and $2 (since). */
async function rankByCounts(
  db: Database,
  parts: string,
  options: {
    readonly ownSince: string;
    readonly since: string;
    readonly limit: number;
  },
): Promise<readonly CountedStory[]> {
  const rows = await db.rows<CountedRow>(
    `with counted as (
       select story_id, sum(own) as own, sum(printed) as printed from (${parts}) parts group by 1),
     placed as (
       select counted.*, row_number() over (order by own + printed desc, story_id) as place,
         row_number() over (partition by s.section order by own + printed desc, story_id) as of_section
       from counted join story s on s.id = counted.story_id and s.report_count > 0)
     select ${KEPT_COLUMNS}, first.own::int as own, first.printed::int as printed
     from placed first join story s on s.id = first.story_id ${KEPT_TABLES}
     where first.place <= $3 or first.of_section <= $3
     order by first.own + first.printed desc, s.id`,
    [options.ownSince, options.since, options.limit + HIDDEN_STORIES],
  );
  return (await withoutHidden(db, rows)).map((row) => ({
    ...toLine(row),
    own: row.own,
    printed: row.printed,
  }));
}
