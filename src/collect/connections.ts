import { type Dispatcher, Pool, ProxyAgent } from 'undici';
import type { GuardRules } from './address_guard.js';
import { checkName, guardedConnector, type ResolveName } from './guarded_connector.js';
import type { FetchLimits } from './guarded_fetch.js';
import { DIRECT, type Proxies, UnknownProxyError } from './proxies.js';

/** Everything that requests go over: connections of our own and through proxies. */
export interface Connections {
  /** What a request to an address goes over. Rejects when the address is private or the proxy unknown. */
  of(url: URL, egress: string | undefined): Promise<Dispatcher>;
  close(): Promise<void>;
}

export interface ConnectionOptions {
  readonly rules: GuardRules;
  readonly limits: FetchLimits;
  readonly proxies: Proxies;
  readonly resolveName?: ResolveName | undefined;
  /** Connections to one host at a time; default 1, as publishers may expect. */
  readonly perHost?: number;
}

/** Opens nothing yet: connections are made when they are first asked for, one for each origin and way. */
export function openConnections(options: ConnectionOptions): Connections {
  const direct = new HostPools(options);
  const agents = new Map<string, ProxyAgent>();
  return {
    async of(url, egress = DIRECT) {
      if (egress === DIRECT) return direct.of(url);
      const address = options.proxies.get(egress);
      if (address === undefined) throw new UnknownProxyError(egress);
      // The proxy makes the connection, so the name is looked up here only to refuse what leads inside.
      await checkName(url.hostname, options);
      const agent = agents.get(egress) ?? openProxy(address, options.limits);
      agents.set(egress, agent);
      return agent;
    },
    async close() {
      await Promise.all([direct.close(), ...[...agents.values()].map((agent) => agent.destroy())]);
    },
  };
}

/** One tunnel for each origin, with the limits of a connection of our own. */
function openProxy(address: string, limits: FetchLimits): ProxyAgent {
  return new ProxyAgent({
    uri: address,
    proxyTls: { timeout: limits.connectMs },
    requestTls: { timeout: limits.connectMs },
    connections: 1,
    ...poolLimits(limits),
  });
}

function poolLimits(limits: FetchLimits) {
  return {
    pipelining: 1,
    headersTimeout: limits.firstByteMs,
    bodyTimeout: limits.silenceMs,
    maxHeaderSize: limits.maxHeaderBytes,
  } as const;
}

/** Most hosts whose connection is kept; an idle one closes its socket by itself after some seconds. */
const MAX_POOLS = 256;

/** One connection for each origin, opened when it is first asked. */
class HostPools {
  readonly #pools = new Map<string, Pool>();
  readonly #options: Pool.Options;

  constructor({ rules, limits, resolveName, perHost = 1 }: ConnectionOptions) {
    const { connectMs } = limits;
    this.#options = {
      connect: guardedConnector({ rules, connectMs, ...(resolveName ? { resolveName } : {}) }),
      connections: perHost,
      ...poolLimits(limits),
    };
  }

  of(url: URL): Pool {
    const known = this.#pools.get(url.origin);
    this.#pools.delete(url.origin);
    const pool = known ?? new Pool(url.origin, this.#options);
    // The order of the map is the order of last use.
    this.#pools.set(url.origin, pool);
    const oldest = this.#pools.size > MAX_POOLS ? this.#pools.entries().next().value : undefined;
    if (oldest) {
      this.#pools.delete(oldest[0]);
      // Waits for a request that is still under way; nothing depends on when it is done.
      void oldest[1].close();
    }
    return pool;
  }

  async close(): Promise<void> {
    const pools = [...this.#pools.values()];
    this.#pools.clear();
    await Promise.all(pools.map((pool) => pool.destroy()));
  }
}
