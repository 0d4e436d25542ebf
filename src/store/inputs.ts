import type { Database } from './database.js';

/** What was handed in by name, and what it became. */
export interface InputRecord {
  /** SHA-256 over what was handed in (see the caller for what that covers), 32 bytes. */
  readonly hash: Uint8Array;
  /** `pages.jsonl.gz:17` */
  readonly name: string;
  readonly pageId?: number;
  /** The word that the report used: `article`, `topic`, `unchanged`, `quarantined` …. */
  readonly outcome: string;
  readonly seenAt: string;
}

/** Notes an input; false when the same input was noted before, even by another process a moment ago. */
export async function recordInput(tx: Database, input: InputRecord): Promise<boolean> {
  const inserted = await tx.run(
    `insert into input (hash, name, page_id, outcome, seen_at) values ($1, $2, $3, $4, $5)
     on conflict do nothing`,
    [Buffer.from(input.hash), input.name, input.pageId, input.outcome, input.seenAt],
  );
  return inserted === 1;
}

/**
 * What known inputs became, by the hash in hexadecimal; unknown ones are missing. Ask for hundreds at once: a
 * re-run over thousands of records then costs milliseconds.
 */
export async function findKnownInputs(
  db: Database,
  hashes: readonly Uint8Array[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await db.rows<{ hash: string; outcome: string }>(
    `select encode(hash, 'hex') as hash, outcome from input where hash = any($1::bytea[])`,
    [hashes.map((hash) => Buffer.from(hash))],
  );
  return new Map(rows.map((row) => [row.hash, row.outcome]));
}
