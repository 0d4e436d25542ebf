import pg from 'pg';
import { preparedName } from './prepared.js';
import { storable } from './storable.js';
import { errorCode } from './store_error.js';
import { VALUE_TYPES } from './value_types.js';

/** Where SQL runs: the store itself (each statement by itself) or one transaction. Values go in as `$1`, `$2` …. */
export interface Database {
  /** All rows; the row type is the caller's word for what the SQL selects. */
  rows<Row>(text: string, values?: readonly unknown[]): Promise<readonly Row[]>;
  /** The first row, if any. */
  row<Row>(text: string, values?: readonly unknown[]): Promise<Row | undefined>;
  /** Runs a statement for its effect; returns how many rows it touched. */
  run(text: string, values?: readonly unknown[]): Promise<number>;
}

export interface Transaction extends Database {
  /** Does a part that may fail alone: when it throws, only the part is undone and the error goes on. */
  part<Value>(work: () => Promise<Value>): Promise<Value>;
}

export interface Store extends Database {
  /**
   * Does all of the work or nothing. After a deadlock or serialisation failure the work is done again from its
   * start, so it may have no effect but through its transaction.
   */
  transaction<Value>(work: (tx: Transaction) => Promise<Value>): Promise<Value>;
  /** Lends one connection by itself, for what needs the protocol: streams of COPY. */
  session<Value>(work: (client: pg.ClientBase) => Promise<Value>): Promise<Value>;
  /** Ends the connections and, as the last one out, the embedded server. Safe to call twice. */
  close(): Promise<void>;
}

export interface ConnectionOptions {
  /** As pg takes them: `connectionString` or host, port, user and database. */
  readonly connection: pg.PoolConfig;
  readonly applicationName: string;
  /** Connections at most, default 10; half as many more for statements that are kept. */
  readonly maxConnections?: number;
  /** Turns errors that the operator has to mend into StoreError; others come back as they are. */
  readonly explain?: (error: unknown) => unknown;
}

/** Nothing has been sent yet when these come at connecting: server restarting, socket not there yet, no free slot. */
const TRY_CONNECT_AGAIN = new Set(['57P03', '57P01', '53300', 'ECONNREFUSED', 'ENOENT', 'ECONNRESET']);
/** A crashed server of a big database recovers within seconds; longer outages are for the caller to tell. */
const CONNECT_PATIENCE_MS = 10_000;
const CONNECT_PAUSE_MS = 100;
const MAX_CONNECTIONS = 10;
/** A new connection plans its statements anew, which costs a page some 20 ms: they outlast the pauses of a quiet site. */
const IDLE_MS = 10 * 60_000;

/** Our own code for a transaction whose `begin` failed: nothing has happened. */
const NOT_BEGUN = 'NOT_BEGUN';
/**
 * The server undid everything and a new run will do: deadlock, serialisation failure, and a session that was
 * ended from outside (the restart of a server ends idle connections, and the next to use one hears of it by
 * 57P01, or by EPIPE when not even its first statement could be sent).
 */
const RUN_AGAIN = new Set(['40P01', '40001', '57P01', 'EPIPE', NOT_BEGUN]);
const MAX_RUNS = 8;

/** The settings of every connection, the pool's as well as single ones. */
export function connectionConfig(options: ConnectionOptions): pg.PoolConfig {
  return {
    ...options.connection,
    application_name: options.applicationName,
    types: VALUE_TYPES,
    keepAlive: true,
    connectionTimeoutMillis: 20_000,
  };
}

/** Connections that survive restarts of their server. */
export class ConnectionPool implements Database {
  readonly #pool: pg.Pool;
  /**
   * Single statements that are `prepared` go to connections of their own, few, so that each soon knows all of them, and
   * planned at their first use: left alone a server plans a statement anew five times on each connection, which takes
   * a page longer than all else.
   */
  readonly #keeping: pg.Pool;
  readonly #explain: (error: unknown) => unknown;
  #ended = false;

  constructor(options: ConnectionOptions) {
    const { maxConnections: max = MAX_CONNECTIONS } = options;
    const config = { ...connectionConfig(options), idleTimeoutMillis: IDLE_MS };
    this.#pool = new pg.Pool({ ...config, max });
    this.#keeping = new pg.Pool({ ...config, max: Math.ceil(max / 2), onConnect: planOnce });
    this.#explain = options.explain ?? ((error) => error);
    // An idle connection that breaks is replaced at its next use; without a listener it would end the process.
    for (const pool of [this.#pool, this.#keeping]) pool.on('error', forget);
  }

  async rows<Row>(text: string, values?: readonly unknown[]): Promise<readonly Row[]> {
    return this.#run((client) => clientDatabase(client).rows<Row>(text, values), this.#poolFor(text));
  }

  async row<Row>(text: string, values?: readonly unknown[]): Promise<Row | undefined> {
    return this.#run((client) => clientDatabase(client).row<Row>(text, values), this.#poolFor(text));
  }

  async run(text: string, values?: readonly unknown[]): Promise<number> {
    return this.#run((client) => clientDatabase(client).run(text, values), this.#poolFor(text));
  }

  async transaction<Value>(work: (tx: Transaction) => Promise<Value>): Promise<Value> {
    return this.#run((client) => runTransaction(client, work), this.#pool);
  }

  async session<Value>(work: (client: pg.ClientBase) => Promise<Value>): Promise<Value> {
    try {
      return await this.#withClient(work, this.#pool);
    } catch (error) {
      throw this.#explain(error);
    }
  }

  /** Ends all connections after their running work; later calls do nothing. */
  async end(): Promise<void> {
    if (this.#ended) return;
    this.#ended = true;
    await Promise.all([this.#pool.end(), this.#keeping.end()]);
  }

  #poolFor(text: string): pg.Pool {
    return preparedName(text) === undefined ? this.#pool : this.#keeping;
  }

  async #run<Value>(work: (client: pg.PoolClient) => Promise<Value>, pool: pg.Pool): Promise<Value> {
    for (let run = 1; ; run++) {
      try {
        return await this.#withClient(work, pool);
      } catch (error) {
        if (run === MAX_RUNS || !RUN_AGAIN.has(errorCode(error) ?? '')) throw this.#explain(error);
      }
    }
  }

  async #withClient<Value>(work: (client: pg.PoolClient) => Promise<Value>, pool: pg.Pool): Promise<Value> {
    const client = await this.#connect(pool);
    // A connection that breaks while it is lent out tells so by its query too; the event alone must not throw.
    client.on('error', forget);
    let broken = false;
    try {
      return await work(client);
    } catch (error) {
      broken = !(error instanceof pg.DatabaseError) || error.severity === 'FATAL';
      throw error;
    } finally {
      client.off('error', forget);
      client.release(broken);
    }
  }

  async #connect(pool: pg.Pool): Promise<pg.PoolClient> {
    const deadline = performance.now() + CONNECT_PATIENCE_MS;
    for (;;) {
      try {
        return await pool.connect();
      } catch (error) {
        const hopeless = !TRY_CONNECT_AGAIN.has(errorCode(error) ?? '') || this.#ended;
        if (hopeless || performance.now() > deadline) throw error;
        await new Promise((resolve) => setTimeout(resolve, CONNECT_PAUSE_MS));
      }
    }
  }
}

async function planOnce(client: pg.ClientBase): Promise<void> {
  await client.query('set plan_cache_mode = force_generic_plan');
}

/** Whether the way to the server broke or could not be opened, as opposed to a statement that failed. */
export function isConnectionFailure(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = errorCode(error) ?? '';
  if (code === NOT_BEGUN) return isConnectionFailure(error.cause);
  return (
    /^(E[A-Z]+|57P0[123])$/.test(code) ||
    /connection (terminated|timeout)|trying to connect/i.test(error.message)
  );
}

function forget(): void {
  // The pool has already dropped the connection.
}

/** The query functions over one connection. */
export function clientDatabase(client: pg.ClientBase): Database {
  function run(text: string, values: readonly unknown[] | undefined): Promise<pg.QueryResult> {
    const name = preparedName(text);
    const given = values && { values: values.map(storable) };
    return ask(client, { text, ...given, ...(name !== undefined && { name }) });
  }
  return {
    rows: async (text, values) => (await run(text, values)).rows,
    row: async (text, values) => (await run(text, values)).rows[0],
    run: async (text, values) => (await run(text, values)).rowCount ?? 0,
  };
}

/**
 * Asks by callback: what `client.query()` promises holds on to its rows until all of the memory is swept, which
 * fills it with the rows of pages long sent and stops everything for some 50 ms every few seconds.
 */
function ask(client: pg.ClientBase, query: pg.QueryConfig): Promise<pg.QueryResult> {
  return new Promise((resolve, reject) => {
    client.query(query, (error, result) => (error ? reject(error) : resolve(result)));
  });
}

async function runTransaction<Value>(
  client: pg.PoolClient,
  work: (tx: Transaction) => Promise<Value>,
): Promise<Value> {
  const database = clientDatabase(client);
  await begin(client);
  try {
    const value = await work({ ...database, part: (partWork) => runPart(client, partWork) });
    await client.query('commit');
    return value;
  } catch (error) {
    await rollBack(client, 'rollback');
    throw error;
  }
}

async function begin(client: pg.PoolClient): Promise<void> {
  try {
    await client.query('begin');
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw Object.assign(new Error(`Cannot begin a transaction: ${reason}`, { cause }), { code: NOT_BEGUN });
  }
}

async function runPart<Value>(client: pg.PoolClient, work: () => Promise<Value>): Promise<Value> {
  await client.query('savepoint part');
  try {
    const value = await work();
    await client.query('release savepoint part');
    return value;
  } catch (error) {
    await rollBack(client, 'rollback to savepoint part; release savepoint part');
    throw error;
  }
}

/** Undoes; over a broken connection the server has already undone, and the first error is the one to tell. */
async function rollBack(client: pg.PoolClient, text: string): Promise<void> {
  try {
    await client.query(text);
  } catch {
    return;
  }
}
