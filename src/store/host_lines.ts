/** Lines of the pages of each host, as keys: what tells a site's own lines from an article's. */
import type { Database } from './database.js';

/** Line key (48 bits) → on how many other pages of the host the line stood. */
export type StoredLineCounts = ReadonlyMap<number, number>;

/** The open lines of one page, at its place among the pages of its host. */
export interface HostPage {
  readonly host: string;
  readonly place: number;
  readonly lines: readonly number[];
}

const KEY_BYTES = 6;
const COUNT_BYTES = 1;
/** Of a page of lists the first lines do. */
const MAX_LINES = 200;

/** The pages that are kept of some hosts. */
export async function loadHostPages(db: Database, hosts: readonly string[]): Promise<readonly HostPage[]> {
  const rows = await db.rows<{ host: string; place: number; lines: Buffer }>(
    'select host, place, lines from host_page where host = any($1)',
    [hosts],
  );
  return rows.map(({ lines, ...where }) => ({ ...where, lines: unpackKeys(lines) }));
}

/** Puts pages at their places, instead of what stood there; the last one where several share a place. */
export async function saveHostPages(tx: Database, pages: readonly HostPage[]): Promise<void> {
  const placed = [...new Map(pages.map((page) => [`${page.host} ${page.place}`, page])).values()];
  if (placed.length === 0) return;
  await tx.run(
    `insert into host_page (host, place, lines)
     select * from unnest($1::text[], $2::smallint[], $3::bytea[]) order by 1, 2
     on conflict (host, place) do update set lines = excluded.lines`,
    [
      placed.map(({ host }) => host),
      placed.map(({ place }) => place),
      placed.map(({ lines }) => packKeys(lines)),
    ],
  );
}

/** What was found of pages when they were first read; pages that wait for it are missing. */
export async function loadLineCounts(
  db: Database,
  pageIds: readonly number[],
): Promise<ReadonlyMap<number, StoredLineCounts>> {
  const rows = await db.rows<{ page_id: number; line_counts: Buffer }>(
    'select page_id, line_counts from page_result where page_id = any($1) and line_counts is not null',
    [pageIds],
  );
  return new Map(rows.map((row) => [row.page_id, unpackCounts(row.line_counts)]));
}

/** The body of an article as it is known; undefined when there is none of that identity. */
export async function loadBodyOf(db: Database, identity: string): Promise<string | undefined> {
  const row = await db.row<{ body: string }>(
    `select v.body from article a
     join article_version v on v.article_id = a.id and v.number = a.current_version where a.identity = $1`,
    [identity],
  );
  return row?.body;
}

/** Lines that stood on no other page take no room. */
export function packCounts(counts: StoredLineCounts): Buffer {
  const counted = [...counts].filter(([, count]) => count > 0).slice(0, MAX_LINES);
  const packed = Buffer.alloc(counted.length * (KEY_BYTES + COUNT_BYTES));
  for (const [at, [key, count]] of counted.entries()) {
    packed.writeUIntBE(key, at * (KEY_BYTES + COUNT_BYTES), KEY_BYTES);
    packed.writeUInt8(Math.min(count, 0xff), at * (KEY_BYTES + COUNT_BYTES) + KEY_BYTES);
  }
  return packed;
}

function unpackCounts(packed: Buffer): StoredLineCounts {
  const counts = new Map<number, number>();
  for (let at = 0; at < packed.length; at += KEY_BYTES + COUNT_BYTES)
    counts.set(packed.readUIntBE(at, KEY_BYTES), packed.readUInt8(at + KEY_BYTES));
  return counts;
}

function packKeys(lines: readonly number[]): Buffer {
  const packed = Buffer.alloc(Math.min(lines.length, MAX_LINES) * KEY_BYTES);
  for (const [at, key] of lines.slice(0, MAX_LINES).entries())
    packed.writeUIntBE(key, at * KEY_BYTES, KEY_BYTES);
  return packed;
}

function unpackKeys(packed: Buffer): readonly number[] {
  return Array.from({ length: packed.length / KEY_BYTES }, (_, at) =>
    packed.readUIntBE(at * KEY_BYTES, KEY_BYTES),
  );
}
