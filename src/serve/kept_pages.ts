/**
 * Keeps public pages of each language for a moment, so that a rush of readers costs one rendering: whoever asks while a
 * page is made gets it with the first. What this process writes empties the memory at once; what others write is seen
 * after that moment.
 */
import type { Context, MiddlewareHandler, Next } from 'hono';
import { type PublicPage, publicPageOf, sendPublicPage } from './respond.js';
import { tongueOf } from './tongue_choice.js';

export interface KeptPagesOptions {
  /** For how long a page is kept; 0 keeps none. */
  readonly keptMs: number;
  readonly clock: () => string;
}

interface KeptPage {
  readonly page: PublicPage;
  readonly untilMs: number;
}

/** Pages kept at most, and their bytes before packing; the oldest go first. */
const MAX_KEPT = 500;
const MAX_BYTES = 32_000_000;

/** Answers of these are for one reader or program: nobody waits for those of another. */
const NEVER_PUBLIC = /^\/(admin|alerts|api\/|comment\/)/;

/** Answers GET from memory where the page was rendered a moment ago, or is being rendered now. */
export function keepPages({ keptMs, clock }: KeptPagesOptions): MiddlewareHandler {
  if (keptMs === 0) return (_, next) => next();
  const kept = new Map<string, KeptPage>();
  const making = new Map<string, Promise<PublicPage | undefined>>();
  let bytes = 0;

  function keep(key: string, fresh: KeptPage): void {
    drop(key);
    kept.set(key, fresh);
    bytes += fresh.page.bytes.length;
    for (const oldest of kept.keys()) {
      if (kept.size <= MAX_KEPT && bytes <= MAX_BYTES) return;
      drop(oldest);
    }
  }

  function drop(key: string): void {
    bytes -= kept.get(key)?.page.bytes.length ?? 0;
    kept.delete(key);
  }

  function forget(): void {
    kept.clear();
    // Who asks from now on does not get what was begun before.
    making.clear();
    bytes = 0;
  }

  /** The page of a key that is fresh or being made; nothing to wait for where it is neither. */
  function find(key: string): Promise<PublicPage | undefined> | undefined {
    const known = kept.get(key);
    if (known === undefined || Date.parse(clock()) >= known.untilMs) return making.get(key);
    return Promise.resolve(known.page);
  }

  /** Makes a page, and gives it to all who ask meanwhile. */
  async function make(context: Context, next: Next, key: string): Promise<void> {
    const { promise, tell } = openPromise<PublicPage | undefined>();
    making.set(key, promise);
    try {
      await next();
      const page = publicPageOf(context);
      const isCurrent = making.get(key) === promise;
      if (page !== undefined && isCurrent) keep(key, { page, untilMs: Date.parse(clock()) + keptMs });
      tell(page);
    } finally {
      tell(undefined);
      if (making.get(key) === promise) making.delete(key);
    }
  }

  return async (context, next) => {
    if (context.req.method !== 'GET' || NEVER_PUBLIC.test(context.req.path)) {
      await next();
      if (context.req.method === 'POST') forget();
      return;
    }
    const { language, digits } = tongueOf(context);
    const key = `${language} ${digits} ${context.req.url}`;
    const found = find(key);
    const ready = found && (await found);
    if (ready === undefined) await make(context, next, key);
    else context.res = await sendPublicPage(context, ready);
  };
}

/** A promise that is fulfilled from outside; only the first telling counts. */
function openPromise<Value>() {
  let tell: (value: Value) => void = () => undefined;
  const promise = new Promise<Value>((resolve) => {
    tell = resolve;
  });
  return { promise, tell };
}
