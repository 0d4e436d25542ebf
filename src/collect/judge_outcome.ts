import type { Condition } from '../model/collection.js';
import type { FetchOutcome } from './fetch_outcome.js';
import { outcomeInWords } from './fetch_outcome.js';
import { backOff, type Dice, type PaceSettings, spread } from './schedule.js';

/** What the outcome of one request means for its host. */
export interface HostVerdict {
  /** Failures in a row that were the host's. */
  readonly failures: number;
  /** How long the host is left in peace. */
  readonly pauseMs: number;
}

export interface JudgeContext {
  readonly pace: PaceSettings;
  readonly dice: Dice;
  readonly hostFailures: number;
  /** From robots.txt. */
  readonly crawlDelayMs?: number | undefined;
}

/** How long to leave a host in peace after an outcome. */
export function judgeHost(outcome: FetchOutcome, context: JudgeContext): HostVerdict {
  const { pace, dice, hostFailures } = context;
  const politeMs = Math.max(pace.hostIntervalMs, context.crawlDelayMs ?? 0);
  if (!isHostTrouble(outcome)) return { failures: 0, pauseMs: politeMs };
  const failures = hostFailures + 1;
  const pauseMs = backOff(failures, pace, dice);
  if (outcome.kind !== 'rate_limited' || outcome.retryAfterMs === undefined) {
    return { failures, pauseMs: Math.max(politeMs, pauseMs) };
  }
  // A little later than asked, never earlier.
  return { failures, pauseMs: Math.max(politeMs, outcome.retryAfterMs * (1 + 0.1 * dice())) };
}

/** Whether an outcome says something about the host and not about the page alone. */
function isHostTrouble(outcome: FetchOutcome): boolean {
  if (outcome.kind === 'failed') return outcome.status >= 500;
  return outcome.kind === 'unreachable' || outcome.kind === 'rate_limited' || outcome.kind === 'challenge';
}

/** What the outcome means for one page. */
export type PageVerdict =
  | { readonly kind: 'store' }
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'later'; readonly pauseMs: number; readonly attempts: number }
  | { readonly kind: 'drop' };

/** Tries before a page is given up: 15 with doubling pauses reach over two days. */
const MAX_ATTEMPTS = 15;
/** A page that the host refuses by itself (403, 404 …) is not going to come. */
const MAX_REFUSALS = 3;

/** Whether a page is stored, asked for again or given up. `attempts` counts its failed tries so far. */
export function judgePage(
  outcome: FetchOutcome,
  { attempts, pace, dice }: { readonly attempts: number; readonly pace: PaceSettings; readonly dice: Dice },
): PageVerdict {
  const tries = attempts + 1;
  const later = { kind: 'later', pauseMs: backOff(tries, pace, dice), attempts: tries } as const;
  switch (outcome.kind) {
    case 'fetched':
      return { kind: 'store' };
    case 'not_modified':
      return { kind: 'unchanged' };
    case 'rate_limited':
      // The host's own pause decides; the page is not to blame.
      return { kind: 'later', pauseMs: 0, attempts };
    case 'challenge':
    case 'unreachable':
      return tries >= MAX_ATTEMPTS ? { kind: 'drop' } : later;
    case 'failed':
      return tries >= (outcome.status >= 500 ? MAX_ATTEMPTS : MAX_REFUSALS) ? { kind: 'drop' } : later;
    case 'gone':
      return outcome.status === 410 || tries >= MAX_REFUSALS ? { kind: 'drop' } : later;
    case 'refused_by_robots':
    case 'forbidden_address':
    case 'too_large':
      return { kind: 'drop' };
  }
}

/** When to look into a source again after a failure. */
export function pollPause(
  outcome: FetchOutcome,
  context: {
    readonly failures: number;
    readonly pace: PaceSettings;
    readonly dice: Dice;
  },
): number {
  const { failures, pace, dice } = context;
  if (outcome.kind === 'refused_by_robots' || outcome.kind === 'forbidden_address') {
    return pace.maxPollMs * spread(dice, 0.1);
  }
  // The host says itself when it wants to see us again; its own pause sees to that.
  if (outcome.kind === 'rate_limited' && outcome.retryAfterMs !== undefined) return outcome.retryAfterMs;
  return backOff(failures, pace, dice);
}

/** The condition that a source or page is in after an outcome. */
export function conditionOf(outcome: FetchOutcome): Condition {
  if (outcome.kind === 'fetched' || outcome.kind === 'not_modified') return { code: 'well' };
  return { code: outcome.kind, detail: outcomeInWords(outcome) };
}
