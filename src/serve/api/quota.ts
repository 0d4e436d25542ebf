/** How many requests one key or address may make; told to it in the fields of draft-ietf-httpapi-ratelimit-headers. */

export interface Quota {
  /** `address` or `key`. */
  readonly name: string;
  readonly perMinute: number;
}

export interface QuotaState {
  readonly isOver: boolean;
  /** `RateLimit` and `RateLimit-Policy`; `Retry-After` when it is over. */
  readonly headers: Readonly<Record<string, string>>;
}

const WINDOW_S = 60;
/** More keys and addresses than this are not remembered one by one; the oldest are forgotten first. */
const MOST_REMEMBERED = 20_000;

interface Window {
  readonly startMs: number;
  count: number;
}

/** Counts requests in windows of a minute that begin with the first request. In memory, for each process by itself. */
export class QuotaCounter {
  readonly #windows = new Map<string, Window>();

  /** Counts one request of `who` at an instant (ms). A request too many is counted by none. */
  take(who: string, quota: Quota, nowMs: number): QuotaState {
    const window = this.#windowOf(who, nowMs);
    const isOver = window.count >= quota.perMinute;
    if (!isOver) window.count++;
    const seconds = Math.max(1, Math.ceil((window.startMs + WINDOW_S * 1000 - nowMs) / 1000));
    return {
      isOver,
      headers: {
        'RateLimit-Policy': `"${quota.name}";q=${quota.perMinute};w=${WINDOW_S}`,
        RateLimit: `"${quota.name}";r=${quota.perMinute - window.count};t=${seconds}`,
        ...(isOver ? { 'Retry-After': String(seconds) } : {}),
      },
    };
  }

  #windowOf(who: string, nowMs: number): Window {
    const known = this.#windows.get(who);
    if (known !== undefined && nowMs >= known.startMs && nowMs < known.startMs + WINDOW_S * 1000)
      return known;
    const window = { startMs: nowMs, count: 0 };
    this.#windows.delete(who);
    this.#windows.set(who, window);
    if (this.#windows.size > MOST_REMEMBERED) this.#windows.delete(this.#windows.keys().next().value ?? '');
    return window;
  }
}
