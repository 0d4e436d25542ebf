/**
 * Keeps public pages of each language for a moment, so that a rush of readers costs one rendering. What this process writes empties
 * the memory at once; what others write is seen after that moment.
 */
import type { MiddlewareHandler } from 'hono';
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

/** Pages kept at most; some 30 KB each, more with their packings. */
const MAX_KEPT = 500;

/** Answers GET from memory where the page was rendered a moment ago. */
export function keepPages({ keptMs, clock }: KeptPagesOptions): MiddlewareHandler {
  const kept = new Map<string, KeptPage>();
  return async (context, next) => {
    if (context.req.method !== 'GET') {
      await next();
      if (context.req.method === 'POST') kept.clear();
      return;
    }
    const nowMs = Date.parse(clock());
    const { language, digits } = tongueOf(context);
    const key = `${language} ${digits} ${context.req.url}`;
    const known = kept.get(key);
    if (known !== undefined && nowMs < known.untilMs) {
      context.res = await sendPublicPage(context, known.page);
      return;
    }
    await next();
    const page = publicPageOf(context);
    if (page === undefined || keptMs === 0) return;
    kept.delete(key);
    kept.set(key, { page, untilMs: nowMs + keptMs });
    if (kept.size > MAX_KEPT) kept.delete(kept.keys().next().value ?? '');
  };
}
