/** Every request that reached the press, for tests of politeness: who asked which host, when, and what it got. */

export interface LedgerEntry {
  /** Real instant of arrival. */
  readonly atMs: number;
  readonly host: string;
  readonly method: string;
  /** Path and query as received. */
  readonly path: string;
  readonly status: number;
  readonly userAgent: string;
  /** Whether it carried If-None-Match or If-Modified-Since. */
  readonly conditional: boolean;
  /** Requests of this host that were being answered when it came, itself included. */
  readonly openAtOnce: number;
}

export interface RequestLedger {
  /** Oldest first; of one host when named. The oldest are dropped beyond the limit. */
  entries(host?: string): readonly LedgerEntry[];
  /** Requests ever received, also those no longer kept. */
  count(): number;
  clear(): void;
}

export interface LedgerWriter extends RequestLedger {
  write(entry: LedgerEntry): void;
}

export function requestLedger(limit: number): LedgerWriter {
  let kept: LedgerEntry[] = [];
  let count = 0;
  return {
    entries: (host) => (host === undefined ? [...kept] : kept.filter((entry) => entry.host === host)),
    count: () => count,
    clear() {
      kept = [];
      count = 0;
    },
    write(entry) {
      count += 1;
      kept.push(entry);
      // Dropping half at once keeps the cost per request constant.
      if (kept.length > limit) kept = kept.slice(-Math.ceil(limit / 2));
    },
  };
}
