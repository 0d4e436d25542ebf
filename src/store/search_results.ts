/** What commands print of hits. */
import type { Database } from './database.js';
import type { LedgerScope } from './ledger_matches.js';
import type { SearchKind } from './search_entries.js';
import type { SearchFoundHit } from './search_index.js';
import { loadStoryLines } from './site_stories.js';

/** A hit as it is named to people and machines. */
export interface SearchResultLine {
  readonly kind: SearchKind | 'statement' | 'contact';
  readonly refId: number | string;
  readonly title: string | null;
  readonly outletName: string | null;
  readonly url: string | null;
  /** By which lists order: what the publisher states, or when it came to us. */
  readonly shownAt: string;
  /**
   * What the source itself states, as ISO 8601: when a report was printed or a statement made, the days of a contact
   * (`2025-01-20/2025-02-01`, an open end as `..`). Null where it states none, and for topics and stories.
   */
  readonly stated: string | null;
  /** Name of the file or line that it was added from, when it was added by name. */
  readonly inputName: string | null;
}

/** The lines of these hits, in their order. */
export async function loadResultLines(
  database: Database,
  hits: readonly SearchFoundHit[],
): Promise<readonly SearchResultLine[]> {
  const rows = await database.rows<SearchResultLine>(
    `select hit.kind, hit.ref_id as "refId", coalesce(v.title, t.name) as title,
       coalesce(o.name, a.outlet_name, t.outlet_name) as "outletName", coalesce(a.canonical_url, a.url, t.url) as url,
       e.shown_at as "shownAt", a.published_iso as stated,
       (select i.name from page_result r join input i on i.page_id = r.page_id
        where r.article_id = a.id or r.topic_id = t.id order by i.seen_at, i.name limit 1) as "inputName"
     from unnest($1::text[], $2::bigint[]) with ordinality as hit (kind, ref_id, place)
       join search_entry e on e.kind = hit.kind and e.ref_id = hit.ref_id
       left join article a on hit.kind = 'article' and a.id = hit.ref_id
       left join article_version v on v.article_id = a.id and v.number = a.current_version
       left join topic t on hit.kind = 'topic' and t.id = hit.ref_id
       left join outlet o on o.id = coalesce(a.outlet_id, t.outlet_id)
     order by hit.place`,
    [hits.map(({ kind }) => kind), hits.map(({ refId }) => refId)],
  );
  return rows;
}

/** The lines of statements (what is said) or contacts (who was in touch), in the order of their ids. */
export function loadLedgerResults(
  database: Database,
  scope: LedgerScope,
  ids: readonly string[],
): Promise<readonly SearchResultLine[]> {
  const sql =
    scope === 'statements'
      ? `select 'statement' as kind, s.id as "refId", s.content as title, coalesce(o.name, a.outlet_name) as "outletName",
           coalesce(a.canonical_url, a.url) as url, s.at as "shownAt", a.published_iso as stated, null as "inputName"
         from unnest($1::text[]) with ordinality as hit (id, place) join statement s using (id)
           join article a on a.id = s.article_id left join outlet o on o.id = a.outlet_id order by hit.place`
      : `select 'contact' as kind, c.id as "refId", c.kind || ' ' || c.status || ': ' || array_to_string(
             array(select name from contact_actor where contact_id = c.id order by position), ' ⇄ ') as title,
           null as "outletName", null as url, c.changed_at as "shownAt",
           case when c.day_from = c.day_to then c.day_from::text
             when c.day_from is not null or c.day_to is not null
               then coalesce(c.day_from::text, '..') || '/' || coalesce(c.day_to::text, '..') end as stated,
           null as "inputName"
         from unnest($1::text[]) with ordinality as hit (id, place) join contact c using (id) order by hit.place`;
  return database.rows(sql, [ids]);
}

/** The lines of stories under the headlines that the site gives them, in the order of their numbers. */
export async function loadStoryResults(
  database: Database,
  ids: readonly number[],
): Promise<readonly SearchResultLine[]> {
  const stories = await loadStoryLines(database, ids);
  return stories.map((story) => ({
    ...{
      kind: 'story',
      refId: story.storyId,
      title: story.headline.title,
      shownAt: story.lastAt,
      stated: null,
    },
    ...{ outletName: null, url: null, inputName: null },
  }));
}
