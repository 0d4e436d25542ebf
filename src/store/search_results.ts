/** What commands print of hits. */
import type { Database } from './database.js';
import type { SearchKind } from './search_entries.js';
import type { SearchFoundHit } from './search_index.js';

/** A hit as it is named to people and machines. */
export interface SearchResultLine {
  readonly kind: SearchKind;
  readonly refId: number;
  readonly title: string | null;
  readonly outletName: string | null;
  readonly url: string | null;
  readonly shownAt: string;
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
       e.shown_at as "shownAt",
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
