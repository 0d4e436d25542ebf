/** Work that can wait, beside work that readers wait for. */
export interface Precedence {
  /** Tells that so many pages have been read just now. */
  note(pages: number): void;
  /** Returns when there is time for other work. */
  giveWay(signal: AbortSignal): Promise<void>;
}

/** More pages a second than that are a heap to be worked off: the first look into all sources, or hours without a network. */
const BUSY_PAGES = 20;
const SECOND_MS = 1000;
/** Other work waits that long at most before it is its turn. */
const LONGEST_MS = 60_000;
const LOOK_MS = 250;

export interface PrecedenceTools {
  /** Milliseconds of a clock that never goes back. */
  readonly now: () => number;
  readonly sleep: (ms: number, signal: AbortSignal) => Promise<void>;
}

/**
 * Reading goes before analysis while there is a heap of pages: an article is on the site first, and what it says is
 * looked into afterwards. At the usual pace nothing waits.
 */
export function createPrecedence({ now, sleep }: PrecedenceTools): Precedence {
  let read: { readonly at: number; readonly pages: number }[] = [];
  const isBusy = (): boolean => {
    const since = now() - SECOND_MS;
    read = read.filter(({ at }) => at > since);
    return read.reduce((sum, { pages }) => sum + pages, 0) > BUSY_PAGES;
  };
  return {
    note(pages) {
      read.push({ at: now(), pages });
    },
    async giveWay(signal) {
      const until = now() + LONGEST_MS;
      while (!signal.aborted && isBusy() && now() < until) await sleep(LOOK_MS, signal);
    },
  };
}
