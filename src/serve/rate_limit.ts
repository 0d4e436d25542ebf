/** Counts what one address does within a while. In memory only: nothing about readers is stored. */

export interface RateLimitOptions {
  readonly max: number;
  readonly windowMs: number;
}

/** More addresses than this are not remembered one by one; the oldest are forgotten first. */
const MAX_KEYS = 10_000;

export class RateLimit {
  readonly #options: RateLimitOptions;
  /** Instants (ms) of what each key did, oldest first. */
  readonly #done = new Map<string, readonly number[]>();

  constructor(options: RateLimitOptions) {
    this.#options = options;
  }

  /** Notes one more; how long to wait (ms) when it is too many, else 0. A refused one is not noted. */
  take(key: string, nowMs: number): number {
    const { max, windowMs } = this.#options;
    const recent = (this.#done.get(key) ?? []).filter((at) => at > nowMs - windowMs);
    const oldest = recent[recent.length - max];
    if (oldest !== undefined) return oldest + windowMs - nowMs;
    this.#done.delete(key);
    this.#done.set(key, [...recent, nowMs]);
    if (this.#done.size > MAX_KEYS) this.#forgetOldest();
    return 0;
  }

  #forgetOldest(): void {
    const oldest = this.#done.keys().next().value;
    if (oldest !== undefined) this.#done.delete(oldest);
  }
}
