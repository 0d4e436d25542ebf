// Ways to the network. Some outlets answer only inside a country, some only outside: an outlet or a source names the
// proxy through which it is asked.

/** Addresses of proxies by name: `http://user:password@host:port`, https likewise. */
export type Proxies = ReadonlyMap<string, string>;

/** The way without a proxy; a source may name it where its outlet names a proxy. */
export const DIRECT = 'direct';

/** A request wants a proxy that nobody has set. It is never sent another way: that would show who asks. */
export class UnknownProxyError extends Error {
  override readonly name = 'UnknownProxyError';

  constructor(egress: string) {
    super(`the proxy "${egress}" is not known: set ${proxySetting(egress)}`);
  }
}

/** The setting that holds the address of a proxy: `inside-iran` → `SANAD_PROXY_INSIDE_IRAN`. */
export function proxySetting(egress: string): string {
  return `SANAD_PROXY_${egress.toUpperCase().replaceAll('-', '_')}`;
}
