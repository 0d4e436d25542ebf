import { ConnectionPool, type Store } from './database.js';
import { joinEmbeddedServer } from './launcher/embedded_server.js';
import { loadMigrations, migrate } from './migrations.js';
import { checkOutsideServer, explainOutside } from './outside_server.js';

export interface StoreConfig {
  /** Where the embedded server keeps everything; unused with `databaseUrl`. */
  readonly dataFolder: string;
  /** Selects an outside PostgreSQL, 15 or newer. */
  readonly databaseUrl?: string;
  /** Who is connected, for the server's list of sessions: `sanad start`. */
  readonly applicationName: string;
  /** Memory for the pages of the embedded server, where this process starts it; absent: by the machine. */
  readonly cacheBytes?: number | undefined;
  /** Connections at most, default 10; half as many more for statements that are kept. */
  readonly maxConnections?: number;
}

/**
 * Opens the store: starts or joins the embedded server, or connects to an outside one, and brings the schema up
 * to date. Throws StoreError with a sentence for the operator.
 */
export async function openStore(config: StoreConfig): Promise<Store> {
  const { databaseUrl } = config;
  if (databaseUrl) {
    const connection = await checkOutsideServer(databaseUrl);
    const pool = new ConnectionPool({ ...config, connection, explain: explainOutside(databaseUrl) });
    return openMigrated(pool, async () => undefined);
  }
  const server = await joinEmbeddedServer(config);
  const explain = (error: unknown) => server.explain(error);
  return openMigrated(new ConnectionPool({ ...config, connection: server.connection, explain }), () =>
    server.leave(),
  );
}

async function openMigrated(pool: ConnectionPool, leave: () => Promise<void>): Promise<Store> {
  async function close(): Promise<void> {
    await pool.end();
    await leave();
  }
  try {
    await migrate(pool, await loadMigrations());
  } catch (error) {
    await close();
    throw error;
  }
  return storeOver(pool, close);
}

/** The store's face over a pool; `close` ends the pool and whatever else was opened for it. */
export function storeOver(pool: ConnectionPool, close: () => Promise<void>): Store {
  return {
    rows: (text, values) => pool.rows(text, values),
    row: (text, values) => pool.row(text, values),
    run: (text, values) => pool.run(text, values),
    transaction: (work) => pool.transaction(work),
    session: (work) => pool.session(work),
    close,
  };
}
