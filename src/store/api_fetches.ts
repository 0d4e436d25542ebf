/** Fetched pages as facts: where from, when, which bytes, and what was read out of them. Never the bytes themselves. */
import type { PageKind } from '../model/extracted_page.js';
import type { PageFormat } from '../model/fetched_page.js';
import type { Database } from './database.js';
import type { PageVia } from './fetched_pages.js';

export interface FetchFacts {
  readonly id: number;
  readonly url: string | null;
  readonly format: PageFormat;
  readonly contentType: string | null;
  readonly fetchedAt: string;
  /** The latest fetch that brought the same bytes; null where that was after the asked moment. */
  readonly lastFetchedAt: string | null;
  readonly via: PageVia;
  readonly sha256: string;
  /** Null where the bytes were dropped to save room. */
  readonly byteCount: number | null;
  /** Null while it waits to be read. */
  readonly kind: PageKind | 'quarantined' | null;
  readonly articleId: number | null;
  /** The version that it brought, where it brought one. */
  readonly version: number | null;
  readonly topicId: number | null;
  readonly stage: string | null;
  readonly stageVersion: string | null;
  readonly isHidden: boolean;
}

export interface FetchFilter {
  readonly id?: number | undefined;
  readonly articleId?: number | undefined;
  /** Fetched by this instant. */
  readonly asOf?: string | undefined;
  readonly before?: number | undefined;
  readonly limit: number;
}

/** Fetched pages, the one stored last first; those of what is hidden are left out unless one is asked for by its number. */
export function loadFetches(db: Database, filter: FetchFilter): Promise<readonly FetchFacts[]> {
  const { id, articleId, asOf, before, limit } = filter;
  return db.rows<FetchFacts>(
    `select p.id, p.url, p.format, p.content_type as "contentType", p.fetched_at as "fetchedAt",
       case when $3::timestamptz is null or p.last_fetched_at <= $3 then p.last_fetched_at end as "lastFetchedAt",
       p.via, encode(p.body_sha256, 'hex') as sha256, b.byte_count as "byteCount", r.kind, r.article_id as "articleId",
       (select min(v.number) from article_version v where v.page_id = p.id and v.article_id = r.article_id) as version,
       r.topic_id as "topicId", r.stage, r.stage_version as "stageVersion",
       a.hidden_at is not null or o.hidden_at is not null as "isHidden"
     from fetched_page p left join fetched_body b on b.sha256 = p.body_sha256
       left join page_result r on r.page_id = p.id left join topic t on t.id = r.topic_id
       left join article a on a.id = r.article_id left join outlet o on o.id = coalesce(a.outlet_id, t.outlet_id)
     where ($1::bigint is null or p.id = $1) and ($2::bigint is null or r.article_id = $2)
       and ($3::timestamptz is null or p.fetched_at <= $3) and ($4::bigint is null or p.id < $4)
       and ($1::bigint is not null or (a.hidden_at is null and o.hidden_at is null))
     order by p.id desc limit $5`,
    [id, articleId, asOf, before, limit],
  );
}
