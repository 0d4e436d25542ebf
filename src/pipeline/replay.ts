import type { Issue } from '../model/issue.js';
import { isConnectionFailure, type Store } from '../store/database.js';
import { loadPage, type StoredPage } from '../store/fetched_pages.js';
import { saveIssue } from '../store/issues.js';
import { askAgain, clearReplayWish, listReplayWishes, settleReplay } from '../store/replay_wishes.js';
import { StoreError } from '../store/store_error.js';
import type { PageOutcome } from './process_page.js';

export interface ReplayDeps {
  readonly store: Store;
  readonly clock: () => string;
  readonly process: (pages: readonly StoredPage[]) => Promise<readonly PageOutcome[]>;
}

/** What a page became when it was read again. */
export type ReplayOutcome =
  | PageOutcome
  /** It stays, and its publisher is asked once more. */
  | { readonly kind: 'asked_again'; readonly issues: readonly Issue[] }
  | { readonly kind: 'threw'; readonly cause: string };

/** Wishes that are looked for at a time. */
const WISH_BATCH = 16;

/**
 * Reads the stored bytes of a page with the present rules. Its issues are resolved or stand again with the cause that
 * holds now; then, where a collector brought it, its publisher is asked for it once more. Undefined when there is no such
 * page; throws only when the database is away.
 */
export async function replayPage(deps: ReplayDeps, pageId: number): Promise<ReplayOutcome | undefined> {
  const { store, clock, process } = deps;
  const page = await loadPage(store, pageId);
  if (page === undefined) return undefined;
  try {
    const [outcome] = await process([page]);
    return await store.transaction(async (tx) => {
      const at = clock();
      await settleReplay(tx, { pageId, at });
      if (outcome?.kind !== 'quarantined' || !(await askAgain(tx, { pageId, at }))) return outcome;
      return { kind: 'asked_again', issues: outcome.issues };
    });
  } catch (fault) {
    if (fault instanceof StoreError || isConnectionFailure(fault)) throw fault;
    const cause = fault instanceof Error ? fault.message : String(fault);
    const issue = {
      code: 'collect.reading_failed',
      message: `Cannot read the page "${page.url ?? page.inputName ?? pageId}": ${cause}`,
      severity: 'fatal' as const,
    };
    await saveIssue(store, { issue, stage: 'collect', pageId, seenAt: clock() });
    await clearReplayWish(store, pageId);
    return { kind: 'threw', cause };
  }
}

/** Does what operators wished for on the desk. */
export async function replayWished(deps: ReplayDeps, signal: AbortSignal): Promise<void> {
  const pageIds = await listReplayWishes(deps.store, WISH_BATCH);
  for (const pageId of pageIds) {
    if (signal.aborted) return;
    await replayPage(deps, pageId);
  }
}
