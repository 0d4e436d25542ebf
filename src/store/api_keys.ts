/** Keys of the machine interface. A key itself is never stored, only its hash. */
import { createHash, randomBytes } from 'node:crypto';
import type { Database } from './database.js';

/**
 * What a key may do. `read`: all public nouns; `stream`: the stream of events; `alerts`: its own webhooks; `operator`: issues,
 * health and everybody's webhooks.
 */
export const API_SCOPES = ['read', 'stream', 'alerts', 'operator'] as const;
export type ApiScope = (typeof API_SCOPES)[number];
/** What is open without a key. */
export const OPEN_SCOPES: readonly ApiScope[] = ['read', 'stream'];

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

/** Ends a key for good, with its webhooks; false when there is none of this number that still opens anything. */
export async function revokeApiKey(db: Database, id: number, at: string): Promise<boolean> {
  const count = await db.run(
    `with ended as (update api_key set revoked_at = $2 where id = $1 and revoked_at is null returning id),
       closed as (update alert_target set state = 'closed', closed_because = 'its key is revoked'
         where key_id in (select id from ended) returning id),
       stopped as (update alert_message set state = 'dead', error = 'the key of its webhook is revoked'
         where state = 'waiting' and target_id in (select id from closed))
     select from ended`,
    [id, at],
  );
  return count > 0;
}

function hashOf(key: string): Buffer {
  return createHash('sha256').update(key).digest();
}
