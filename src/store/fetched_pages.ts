import { createHash } from 'node:crypto';
import type { FetchedPage, PageFormat } from '../model/fetched_page.js';
import { type BodyCodec, packBody, unpackBody } from './body_codec.js';
import type { Database } from './database.js';
import { valueRows } from './values_sql.js';

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
  const sha256 = sha256Of(page.body);
  await tx.run('select pg_advisory_xact_lock(hashtextextended($1, 0))', [lockName({ ...page, sha256 })]);
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

/**
 * Saves several pages in their order, new ones together. Locks are taken in the order of their keys, so that two
 * processes with the same pages wait for each other and never both.
 */
export async function savePages(tx: Database, pages: readonly IncomingPage[]): Promise<readonly SavedPage[]> {
  const hashed = pages.map((page) => ({ ...page, sha256: sha256Of(page.body) }));
  await tx.run(
    `select pg_advisory_xact_lock(key) from (
       select distinct hashtextextended(name, 0) as key from unnest($1::text[]) as name order by key) as keys`,
    [hashed.map(lockName)],
  );
  const known = await findKnown(tx, hashed);
  const seen = new Set<string>();
  const fresh = hashed.filter((page, at) => {
    const name = lockName(page);
    const isFirst = !seen.has(name);
    seen.add(name);
    return isFirst && known[at] !== true;
  });
  const ids = await insertPages(tx, fresh);
  const saved: SavedPage[] = [];
  for (const page of hashed) {
    const pageId = ids.get(page);
    saved.push(pageId === undefined ? await savePage(tx, page) : { pageId, isNew: true });
  }
  return saved;
}

/** Whether the store has anything of the same address, or of pages without one the same bytes. */
async function findKnown(tx: Database, pages: readonly HashedPage[]): Promise<readonly boolean[]> {
  const rows = await tx.rows<{ known: boolean }>(
    `select case when given.url is null
         then exists (select from fetched_page page where page.body_sha256 = given.sha256 and page.url is null)
         else exists (select from fetched_page page where page.url is not null
           and hashtextextended(page.url, 0) = hashtextextended(given.url, 0) and page.url = given.url) end as known
     from unnest($1::text[], $2::bytea[]) with ordinality as given (url, sha256, place) order by place`,
    [pages.map(({ url }) => url), pages.map(({ sha256 }) => sha256)],
  );
  return rows.map(({ known }) => known);
}

/** Pages whose lock is held and whose address or bytes nobody has seen. */
async function insertPages(
  tx: Database,
  pages: readonly HashedPage[],
): Promise<ReadonlyMap<IncomingPage, number>> {
  if (pages.length === 0) return new Map();
  const packed = await Promise.all(
    pages.map(async ({ sha256, body }) => {
      const { codec, content } = await packBody(body);
      return [sha256, codec, body.byteLength, Buffer.from(content)];
    }),
  );
  // Sorted, and each content once: two statements that write the same rows must not wait for each other.
  const bodies = [...new Map(packed.map((row) => [String(row[0]), row])).values()].sort((a, b) =>
    Buffer.compare(a[0] as Buffer, b[0] as Buffer),
  );
  const bodyRows = valueRows(bodies);
  await tx.run(
    `insert into fetched_body (sha256, codec, byte_count, content) values ${bodyRows.sql}
     on conflict (sha256) do update set codec = excluded.codec, content = excluded.content, dropped_at = null
     where fetched_body.content is null`,
    bodyRows.values,
  );
  const pageRows = valueRows(
    pages.map(({ sha256, url, format, contentType, fetchedAt, via, inputName }) => [
      ...[sha256, url, format, contentType, fetchedAt, fetchedAt, via, inputName],
    ]),
  );
  const rows = await tx.rows<{ id: number }>(
    `insert into fetched_page
       (body_sha256, url, format, content_type, fetched_at, last_fetched_at, via, input_name)
     values ${pageRows.sql} returning id`,
    pageRows.values,
  );
  // Numbers are given in the order of rows.
  const ids = rows.map(({ id }) => id).sort((a, b) => a - b);
  return new Map(pages.flatMap((page, at) => (ids[at] === undefined ? [] : [[page, ids[at]] as const])));
}

function sha256Of(body: Uint8Array): Buffer {
  return createHash('sha256').update(body).digest();
}

/** Whoever saves a page holds the lock of this name. */
function lockName({ url, sha256 }: HashedPage): string {
  return url ?? sha256.toString('hex');
}

/** Keeps the bytes; those that are kept already stay, those that were dropped are there again. */
async function saveBody(tx: Database, sha256: Buffer, body: Uint8Array): Promise<void> {
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
