import pg from 'pg';
import { isConnectionFailure } from './database.js';
import { errorCode, StoreError } from './store_error.js';

/** 15.0 in PostgreSQL's own spelling: unique indexes there can treat nulls as equal. */
const MIN_SERVER_VERSION = 150_000;
const CHECK_TIMEOUT_MS = 10_000;

const NETWORK_CODES = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
]);

/** Checks the server behind DATABASE_URL once, so that a mistake is told in one sentence. Throws StoreError. */
export async function checkOutsideServer(databaseUrl: string): Promise<pg.PoolConfig> {
  const shown = hidePassword(databaseUrl);
  const connection = { connectionString: databaseUrl };
  const client = openClient(connection, shown);
  client.on('error', () => undefined);
  try {
    await client.connect();
    const answer = await client.query<{ version: number; encoding: string }>(
      `select current_setting('server_version_num')::int as version, current_setting('server_encoding') as encoding`,
    );
    checkServer(answer.rows[0], shown);
    return connection;
  } catch (error) {
    throw error instanceof StoreError ? error : connectFailure(error, shown);
  } finally {
    await client.end().catch(() => undefined);
  }
}

function openClient(connection: pg.ClientConfig, shown: string): pg.Client {
  if (!/^postgres(ql)?:\/\/|^socket:/.test(connection.connectionString ?? '')) throw badUrl(shown);
  try {
    return new pg.Client({ ...connection, connectionTimeoutMillis: CHECK_TIMEOUT_MS });
  } catch (cause) {
    throw badUrl(shown, cause);
  }
}

function badUrl(shown: string, cause?: unknown): StoreError {
  return new StoreError(
    'bad_url',
    `Cannot read DATABASE_URL "${shown}": write it as postgresql://user:password@host:5432/database`,
    { cause },
  );
}

function checkServer(server: { version: number; encoding: string } | undefined, shown: string): void {
  if (!server || server.version < MIN_SERVER_VERSION) {
    throw new StoreError(
      'server_too_old',
      `Cannot use the server of DATABASE_URL "${shown}": it is PostgreSQL ${Math.trunc((server?.version ?? 0) / 10_000)} and Sanad needs 15 or newer`,
    );
  }
  if (server.encoding !== 'UTF8') {
    throw new StoreError(
      'no_database',
      `Cannot use the database of DATABASE_URL "${shown}": its encoding is ${server.encoding}; make it with "create database … encoding 'UTF8' template template0"`,
    );
  }
}

/** Turns an error of a query into a sentence when the cause lies with the server; others come back as they are. */
export function explainOutside(databaseUrl: string): (error: unknown) => unknown {
  const shown = hidePassword(databaseUrl);
  return (error) => {
    if (errorCode(error) === '53100') {
      return new StoreError(
        'disk_full',
        `Cannot write to the server of DATABASE_URL "${shown}": its disk is full; free some space there and start again (what was stored is kept)`,
        { cause: error },
      );
    }
    return isConnectionFailure(error) ? connectFailure(error, shown) : error;
  };
}

/** Turns what a failed connection threw into the sentence for the operator. */
export function connectFailure(error: unknown, shown: string): StoreError {
  const code = errorCode(error) ?? '';
  const reason = error instanceof Error ? error.message || code : String(error);
  if (code === '3D000') {
    return new StoreError(
      'no_database',
      `Cannot find the database of DATABASE_URL "${shown}": create it first with "createdb"`,
      { cause: error },
    );
  }
  if (code.startsWith('28') || code === '42501') {
    return new StoreError(
      'access_denied',
      `Cannot log in to the server of DATABASE_URL "${shown}": it refused the account (${reason}); check user and password`,
      { cause: error },
    );
  }
  const hint = NETWORK_CODES.has(code) ? 'check host and port and that the server runs' : 'check the address';
  return new StoreError(
    'unreachable',
    `Cannot reach the server of DATABASE_URL "${shown}" (${reason}): ${hint}`,
    {
      cause: error,
    },
  );
}

/** The address without its password, for messages and logs. */
export function hidePassword(databaseUrl: string): string {
  return databaseUrl
    .replace(/^([a-z]+:\/\/[^:@/?#]*):[^/?#]*@/i, '$1:***@')
    .replace(/([?&]password=)[^&#]*/gi, '$1***');
}
