import { createHash } from 'node:crypto';
import type { FetchedPage, PageFormat } from '../model/fetched_page.js';
import { type BodyCodec, packBody, unpackBody } from './body_codec.js';
import type { Database } from './database.js';

/** How a page came: by `sanad add`, or by the collector. */
export type PageVia = 'add' | 'collect';

export interface IncomingPage extends FetchedPage {
  readonly via: PageVia;
  /** File, record or source that it came from, for people: `pages.jsonl.gz:17`. */
  readonly inputName?: string;
}

export interface StoredPage extends IncomingPage {
  readonly pageId: number;
  /** The latest fetch that brought the same bytes with none other in between. */
  readonly lastFetchedAt: string;
}

export interface SavedPage {
  readonly pageId: number;
  /** False when these bytes of this address were there already. */
  readonly isNew: boolean;
}

interface PageRow {
  readonly id: number;
  readonly url: string | null;
  readonly format: PageFormat;
  readonly content_type: string | null;
  readonly fetched_at: string;
  readonly last_fetched_at: string;
  readonly via: PageVia;
  readonly input_name: string | null;
  readonly codec: BodyCodec;
  readonly content: Buffer;
}

interface EarlierRow {
  readonly id: number;
  readonly same_body: boolean;
  /** Its bytes were dropped to save room. */
  readonly is_dropped: boolean;
}

/**
 * Stores the raw bytes of a page. The same bytes of the same address are stored once until other bytes come in
 * between: a page that changes and changes back makes three. Bytes without an address are stored once. Two
 * processes that save the same page wait for each other, so call it early in a transaction for one input.
 */
export async function savePage(tx: Database, page: IncomingPage): Promise<SavedPage> {
  const sha256 = createHash('sha256').update(page.body).digest();
  await tx.run('select pg_advisory_xact_lock(hashtextextended($1, 0))', [page.url ?? sha256.toString('hex')]);
  const earlier = page.url
    ? await findByUrl(tx, page.url, { ...page, sha256 })
    : await findByBody(tx, { ...page, sha256 });
  if (earlier?.same_body) {
    if (earlier.is_dropped) await saveBody(tx, sha256, page.body);
    await tx.run('update fetched_page set last_fetched_at = greatest(last_fetched_at, $2) where id = $1', [
      earlier.id,
      page.fetchedAt,
    ]);
    return { pageId: earlier.id, isNew: false };
  }
  await saveBody(tx, sha256, page.body);
  const row = await tx.row<{ id: number }>(
    `insert into fetched_page
       (body_sha256, url, format, content_type, fetched_at, last_fetched_at, via, input_name)
     values ($1, $2, $3, $4, $5, $5, $6, $7) returning id`,
    [sha256, page.url, page.format, page.contentType, page.fetchedAt, page.via, page.inputName],
  );
  if (!row) throw new Error('Cannot save a page: the database gave it no number');
  return { pageId: row.id, isNew: true };
}

/** Keeps the bytes; those that are kept already stay, those that were dropped are there again. */
async function saveBody(tx: Database, sha256: Buffer, body: Uint8Array): Promise<void> {
  const known = await tx.row('select from fetched_body where sha256 = $1 and content is not null', [sha256]);
  if (known) return;
  const packed = await packBody(body);
  await tx.run(
    `insert into fetched_body (sha256, codec, byte_count, content) values ($1, $2, $3, $4)
     on conflict (sha256) do update set codec = excluded.codec, content = excluded.content, dropped_at = null
     where fetched_body.content is null`,
    [sha256, packed.codec, body.byteLength, Buffer.from(packed.content)],
  );
}

/** A page with its bytes exactly as they came; undefined when there is none, or when its bytes were dropped. */
export async function loadPage(db: Database, pageId: number): Promise<StoredPage | undefined> {
  const row = await db.row<PageRow>(
    `select page.*, body.codec, body.content
     from fetched_page page join fetched_body body on body.sha256 = page.body_sha256 where page.id = $1
       and content is not null`,
    [pageId],
  );
  return row && toPage(row);
}

/** Several pages with their bytes, in any order, without those whose bytes were dropped. */
export async function loadPages(db: Database, pageIds: readonly number[]): Promise<readonly StoredPage[]> {
  const rows = await db.rows<PageRow>(
    `select page.*, body.codec, body.content
     from fetched_page page join fetched_body body on body.sha256 = page.body_sha256 where page.id = any($1)
       and content is not null`,
    [pageIds],
  );
  return Promise.all(rows.map(toPage));
}

/** Numbers of all pages in the order in which we came to know them: the order of a rebuild. */
export async function listPageIds(
  db: Database,
  after: { readonly fetchedAt: string; readonly pageId: number } | undefined,
  limit: number,
): Promise<readonly { readonly pageId: number; readonly fetchedAt: string }[]> {
  const rows = await db.rows<{ id: number; fetched_at: string }>(
    `select id, fetched_at from fetched_page
     where $1::timestamptz is null or (fetched_at, id) > ($1, $2) order by fetched_at, id limit $3`,
    [after?.fetchedAt, after?.pageId ?? 0, limit],
  );
  return rows.map((row) => ({ pageId: row.id, fetchedAt: row.fetched_at }));
}

const IS_DROPPED = 'exists (select from fetched_body where sha256 = body_sha256 and content is null)';

type HashedPage = IncomingPage & { readonly sha256: Buffer };

/** The page that this address showed last, as known at the time of the fetch. */
function findByUrl(tx: Database, url: string, page: HashedPage): Promise<EarlierRow | undefined> {
  return tx.row<EarlierRow>(
    `select id, body_sha256 = $2 and format = $4 as same_body, ${IS_DROPPED} as is_dropped from fetched_page
     where url is not null and hashtextextended(url, 0) = hashtextextended($1, 0) and url = $1
       and fetched_at <= $3
     order by fetched_at desc, id desc limit 1`,
    [url, page.sha256, page.fetchedAt, page.format],
  );
}

function findByBody(tx: Database, page: HashedPage): Promise<EarlierRow | undefined> {
  return tx.row<EarlierRow>(
    `select id, true as same_body, ${IS_DROPPED} as is_dropped from fetched_page
     where body_sha256 = $1 and url is null and format = $2 order by id limit 1`,
    [page.sha256, page.format],
  );
}

async function toPage(row: PageRow): Promise<StoredPage> {
  return {
    pageId: row.id,
    url: row.url ?? undefined,
    body: await unpackBody(row),
    format: row.format,
    contentType: row.content_type ?? undefined,
    fetchedAt: row.fetched_at,
    lastFetchedAt: row.last_fetched_at,
    via: row.via,
    inputName: row.input_name ?? undefined,
  };
}
