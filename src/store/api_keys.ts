/** Keys of the machine interface. A key itself is never stored, only its hash. */
import { createHash, randomBytes } from 'node:crypto';
import type { Database } from './database.js';

/** What a key may do. `read`: all public nouns; `stream`: the stream of events; `operator`: issues and health. */
export const API_SCOPES = ['read', 'stream', 'operator'] as const;
export type ApiScope = (typeof API_SCOPES)[number];

export interface ApiKey {
  readonly id: number;
  readonly name: string;
  readonly scopes: readonly ApiScope[];
  readonly requestsPerMinute: number;
  readonly madeAt: string;
  /** Day of Tehran, `2025-12-15`. */
  readonly lastUsedOn: string | null;
  readonly revokedAt: string | null;
}

export interface NewApiKey {
  readonly name: string;
  readonly scopes: readonly ApiScope[];
  readonly requestsPerMinute: number;
  readonly at: string;
}

/** Bytes of chance in a key: nobody guesses it, so that a plain hash is enough. */
const KEY_BYTES = 24;

const COLUMNS = `id, name, scopes, requests_per_minute as "requestsPerMinute", made_at as "madeAt",
  last_used_on as "lastUsedOn", revoked_at as "revokedAt"`;

/** Makes a key; the only moment at which its letters are known. */
export async function makeApiKey(
  db: Database,
  given: NewApiKey,
): Promise<{ readonly id: number; readonly key: string }> {
  const key = `sanad_${randomBytes(KEY_BYTES).toString('base64url')}`;
  const row = await db.row<{ id: number }>(
    `insert into api_key (name, key_hash, scopes, requests_per_minute, made_at)
     values ($1, $2, $3, $4, $5) returning id`,
    [given.name, hashOf(key), given.scopes, given.requestsPerMinute, given.at],
  );
  if (!row) throw new Error('Cannot save an API key: the database gave it no number');
  return { id: row.id, key };
}

/** The key with these letters, where it is known and not revoked. */
export function findApiKey(db: Database, key: string): Promise<ApiKey | undefined> {
  return db.row<ApiKey>(`select ${COLUMNS} from api_key where key_hash = $1 and revoked_at is null`, [
    hashOf(key),
  ]);
}

/** All keys, the newest first, revoked ones too. */
export function listApiKeys(db: Database): Promise<readonly ApiKey[]> {
  return db.rows<ApiKey>(`select ${COLUMNS} from api_key order by id desc`);
}

/** Ends a key for good; false when there is none of this number that still opens anything. */
export async function revokeApiKey(db: Database, id: number, at: string): Promise<boolean> {
  return (
    (await db.run('update api_key set revoked_at = $2 where id = $1 and revoked_at is null', [id, at])) > 0
  );
}

function hashOf(key: string): Buffer {
  return createHash('sha256').update(key).digest();
}
