/**
 * Reads what searches need into the server's memory before anybody asks: after a start the first search for a common
 * word would else wait for the disk a hundred times. Indexes of words first, then the newest entries and statements.
 */
import { setTimeout as pause } from 'node:timers/promises';
import type pg from 'pg';
import type { Store } from './database.js';
import { isConnectionFailure } from './database.js';

/** What is read, in this order, and which part of the room that is left; of tables the newest rows, which stand last. */
const READ: readonly (readonly [relation: string, share: number])[] = [
  ['search_entry_words', 1],
  ['search_entry_newest', 1],
  ['statement_words_found', 1],
  ['article_pkey', 0.2],
  ['article', 0.2],
  ['statement_speaker_pkey', 0.1],
  ['statement_speaker', 0.2],
  ['search_entry', 0.7],
  ['statement', 1],
];
/** Of the server's memory; pages and lists want the rest. */
const MEMORY_SHARE = 0.75;
/** Pages of 8 KB that are read at once: some 10 ms, so that nobody waits behind it. */
const PIECE_PAGES = 1024;
/** Rests as long as it has read, so that at most half of the disk's time goes to it. */
const REST = 1;

/**
 * Reads it, and says how many bytes. Nothing happens at a server whose owner we are not: it has its own ways to keep
 * warm. Ends early when it is told to stop.
 */
export async function warmSearch(store: Store, signal: AbortSignal): Promise<number> {
  return store.session(async (client) => {
    if (!(await provideReading(client))) return 0;
    const { rows } = await client.query<{ pages: number }>(
      `select setting::int as pages from pg_settings where name = 'shared_buffers'`,
    );
    let room = Math.floor((rows[0]?.pages ?? 0) * MEMORY_SHARE);
    let read = 0;
    for (const [relation, share] of READ) {
      const done = await readLast(client, { relation, most: Math.floor(room * share), signal });
      room -= done;
      read += done;
    }
    return read * 8192;
  });
}

/** The function lives as long as the session: a database has nothing of it. Only who owns the server may make it. */
async function provideReading(client: pg.ClientBase): Promise<boolean> {
  try {
    await client.query(
      `create or replace function pg_temp.read_pages(regclass, text, text, bigint, bigint) returns bigint
         language c as '$libdir/pg_prewarm', 'pg_prewarm'`,
    );
    return true;
  } catch (error) {
    if (isConnectionFailure(error)) throw error;
    return false;
  }
}

interface Reading {
  readonly relation: string;
  /** Pages. */
  readonly most: number;
  readonly signal: AbortSignal;
}

/** Reads the last pages of a relation, the last ones first; returns how many. */
async function readLast(client: pg.ClientBase, { relation, most, signal }: Reading): Promise<number> {
  const { rows } = await client.query<{ pages: number }>(
    `select (pg_relation_size($1::regclass) / current_setting('block_size')::int)::int as pages`,
    [relation],
  );
  const end = rows[0]?.pages ?? 0;
  const first = Math.max(0, end - most);
  for (let last = end - 1; last >= first; last -= PIECE_PAGES) {
    if (signal.aborted) return end - 1 - last;
    const started = performance.now();
    await client.query(`select pg_temp.read_pages($1::regclass, 'buffer', 'main', $2, $3)`, [
      relation,
      Math.max(first, last - PIECE_PAGES + 1),
      last,
    ]);
    await pause(REST * (performance.now() - started), undefined, { signal }).catch(() => undefined);
  }
  return end - first;
}
