import { createHash } from 'node:crypto';
import type { BodyCodec } from '../body_codec.js';
import { unpackBody } from '../body_codec.js';
import type { Database } from '../database.js';
import { loadRawState } from './retention.js';
import { type ForeignKey, loadForeignKeys, quoted } from './tables.js';

/** Something in the database that is not as it should be. */
export interface Fault {
  readonly check: 'bytes' | 'spans' | 'references';
  /** Where: `fetched_body 5f3a…`, `article 17 version 2`. */
  readonly place: string;
  readonly message: string;
}

export interface VerifyReport {
  readonly bodies: number;
  /** Bodies whose bytes were dropped by the operator's limits: they cannot be checked. */
  readonly dropped: number;
  readonly spans: number;
  readonly references: number;
  readonly faults: readonly Fault[];
}

/** Bodies at a time: bounds memory, as one may have megabytes. */
const BODY_BATCH = 50;
const SPAN_BATCH = 500;

/**
 * Reads everything that derived facts rest on: raw bytes against their hash, spans against the words that they
 * cut, rows against those that they name. Changes nothing; `onProgress` hears how many things have been read.
 */
export async function verifyStore(
  database: Database,
  onProgress: (done: number) => void = () => undefined,
): Promise<VerifyReport> {
  const faults: Fault[] = [];
  const bodies = await verifyBodies(database, faults, onProgress);
  const spans = await verifySpans(database, faults, (done) => onProgress(bodies + done));
  const references = await verifyReferences(database, faults);
  const { dropped } = await loadRawState(database);
  return { bodies, dropped, spans, references, faults };
}

interface BodyRow {
  readonly sha256: Buffer;
  readonly codec: BodyCodec;
  readonly byte_count: number;
  readonly content: Buffer;
}

async function verifyBodies(
  database: Database,
  faults: Fault[],
  onProgress: (done: number) => void,
): Promise<number> {
  let done = 0;
  let after: Uint8Array = Buffer.alloc(0);
  for (;;) {
    const rows = await database.rows<BodyRow>(
      `select sha256, codec, byte_count, content from fetched_body
       where sha256 > $1 and content is not null order by sha256 limit $2`,
      [after, BODY_BATCH],
    );
    for (const row of rows) {
      const message = await faultOfBody(row);
      if (message !== undefined) {
        faults.push({ check: 'bytes', place: `fetched_body ${row.sha256.toString('hex')}`, message });
      }
    }
    done += rows.length;
    onProgress(done);
    const last = rows.at(-1);
    if (last === undefined || rows.length < BODY_BATCH) return done;
    after = last.sha256;
  }
}

async function faultOfBody(row: BodyRow): Promise<string | undefined> {
  let bytes: Uint8Array;
  try {
    bytes = await unpackBody(row);
  } catch (cause) {
    return `its bytes cannot be unpacked: ${cause instanceof Error ? cause.message : String(cause)}`;
  }
  if (bytes.byteLength !== row.byte_count) {
    return `it has ${bytes.byteLength} bytes where ${row.byte_count} were stored`;
  }
  const sha256 = createHash('sha256').update(bytes).digest();
  return sha256.equals(row.sha256) ? undefined : `its bytes have the hash ${sha256.toString('hex')}`;
}

interface SpanRow {
  readonly article_id: number;
  readonly number: number;
  readonly text: string;
  readonly extracted: unknown;
  readonly credits: readonly { surface: string; start: number; end: number }[];
}

async function verifySpans(
  database: Database,
  faults: Fault[],
  onProgress: (done: number) => void,
): Promise<number> {
  let done = 0;
  let after = { article_id: 0, number: 0 };
  for (;;) {
    const rows = await database.rows<SpanRow>(
      `select v.article_id, v.number, v.text, v.extracted, coalesce((
         select jsonb_agg(jsonb_build_object('surface', c.surface, 'start', c.span_start, 'end', c.span_end))
         from article_credit c where c.article_id = v.article_id and c.version = v.number), '[]') as credits
       from article_version v where (v.article_id, v.number) > ($1, $2)
       order by v.article_id, v.number limit $3`,
      [after.article_id, after.number, SPAN_BATCH],
    );
    for (const row of rows) {
      const place = `article ${row.article_id} version ${row.number}`;
      faults.push(...faultsOfSpans(row).map((message) => ({ check: 'spans' as const, place, message })));
      done += row.credits.length + spansIn(row.extracted).length;
    }
    onProgress(done);
    const last = rows.at(-1);
    if (last === undefined || rows.length < SPAN_BATCH) return done;
    after = last;
  }
}

function faultsOfSpans({ text, extracted, credits }: SpanRow): string[] {
  const outside = spansIn(extracted)
    .filter(({ start, end }) => start < 0 || end < start || end > text.length)
    .map(({ start, end }) => `the span ${start}..${end} leaves its text of ${text.length} letters`);
  const moved = credits
    .filter(({ start, end, surface }) => text.slice(start, end) !== surface)
    .map(({ start, end, surface }) => `the span ${start}..${end} no longer cuts "${surface}"`);
  return [...outside, ...moved];
}

/** Every `{start, end}` inside a stored value. */
function spansIn(value: unknown): { start: number; end: number }[] {
  if (typeof value !== 'object' || value === null) return [];
  const inner = Object.values(value).flatMap(spansIn);
  const { start, end } = value as { start?: unknown; end?: unknown };
  return typeof start === 'number' && typeof end === 'number' ? [{ start, end }, ...inner] : inner;
}

async function verifyReferences(database: Database, faults: Fault[]): Promise<number> {
  const keys = await loadForeignKeys(database);
  for (const key of keys) {
    const orphans = await countOrphans(database, key);
    if (orphans === 0) continue;
    const message = `${orphans} rows name a row of "${key.target}" that is not there`;
    faults.push({ check: 'references', place: `${key.table} ${key.name}`, message });
  }
  return keys.length;
}

async function countOrphans(database: Database, key: ForeignKey): Promise<number> {
  const given = key.columns.map((column) => `o.${quoted(column)} is not null`).join(' and ');
  const same = key.columns
    .map((column, index) => `t.${quoted(key.targetColumns[index] ?? '')} = o.${quoted(column)}`)
    .join(' and ');
  const row = await database.row<{ count: number }>(
    `select count(*) as count from ${key.table} o
     where ${given} and not exists (select 1 from ${key.target} t where ${same})`,
  );
  return row?.count ?? 0;
}
