import type { Database } from './database.js';
import { valueRows } from './values_sql.js';

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

/** Notes inputs; one that was noted before, even by another process a moment ago, stays as it is. */
export async function recordInputs(tx: Database, inputs: readonly InputRecord[]): Promise<void> {
  if (inputs.length === 0) return;
  const { sql, values } = valueRows(
    inputs.map(({ hash, name, pageId, outcome, seenAt }) => [
      ...[Buffer.from(hash), name, pageId, outcome, seenAt],
    ]),
  );
  await tx.run(
    `insert into input (hash, name, page_id, outcome, seen_at) values ${sql} on conflict do nothing`,
    values,
  );
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
