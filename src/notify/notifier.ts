/**
 * Tells those who follow something of what is new: matches news and sends messages, until it is stopped. Any number of
 * processes may do so on one database; what a killed one was sending goes out again after its lease, with the same key.
 */
import {
  claimMessages,
  type DueMessage,
  forgetOldAlerts,
  saveMessageFailure,
  settleMessages,
} from '../store/alert_queue.js';
import { closeTarget, openTarget } from '../store/alert_targets.js';
import { type MatchingDeps, matchNews } from './match_news.js';
import { pauseAfter } from './pauses.js';
import { type Attempt, type Post, sendWebhook } from './send_webhook.js';

export interface NotifierDeps extends MatchingDeps {
  readonly post: Post;
  /** Sends a mail; absent where no SMTP server is set: mails wait. */
  readonly mail?: ((message: DueMessage) => Promise<Attempt>) | undefined;
  /** Pause after a first failed attempt; default 30 s. */
  readonly retryBaseMs?: number | undefined;
  /** How long what a killed process was sending stays taken; default a minute. */
  readonly leaseMs?: number | undefined;
  /** Between two looks; default a second. */
  readonly lookMs?: number | undefined;
  /** 0 to 1. */
  readonly random: () => number;
  readonly onFault?: (cause: unknown) => void;
}

export interface Notifier {
  /** Finishes what is being sent; the rest waits for the next start. */
  stop(): Promise<void>;
}

const LOOK_MS = 1000;
const RETRY_BASE_MS = 30_000;
/** Longer than any attempt may take. */
const LEASE_MS = 60_000;
/** Messages of one claim are sent side by side, in lanes, so that a slow receiver holds up few others. */
const LANES = 4;
const TOGETHER = 4;
const FORGET_MS = 3_600_000;

export function startNotifier(deps: NotifierDeps): Notifier {
  const stopping = new AbortController();
  const running = work(deps, stopping.signal);
  return {
    async stop() {
      stopping.abort();
      await running;
    },
  };
}

async function work(deps: NotifierDeps, signal: AbortSignal): Promise<void> {
  let forgetMs = 0;
  while (!signal.aborted) {
    try {
      await matchNews(deps);
      await sendDue(deps, signal);
      const nowMs = Date.parse(deps.clock());
      if (nowMs >= forgetMs) {
        await forgetOldAlerts(deps.store, deps.clock());
        forgetMs = nowMs + FORGET_MS;
      }
    } catch (cause) {
      deps.onFault?.(cause);
    }
    await pause(deps.lookMs ?? LOOK_MS, signal);
  }
}

/** Sends what is due until nothing is; returns how many attempts there were. */
export async function sendDue(deps: NotifierDeps, signal: AbortSignal): Promise<number> {
  const counts = await Promise.all(Array.from({ length: LANES }, () => sendLane(deps, signal)));
  return counts.reduce((sum, count) => sum + count, 0);
}

async function sendLane(deps: NotifierDeps, signal: AbortSignal): Promise<number> {
  const { store, clock, leaseMs = LEASE_MS } = deps;
  const kinds = deps.mail === undefined ? (['webhook'] as const) : (['webhook', 'mail'] as const);
  let count = 0;
  while (!signal.aborted) {
    const at = clock();
    const until = later(at, leaseMs);
    const messages = await claimMessages(store, { at, until, kinds, limit: TOGETHER });
    if (messages.length === 0) break;
    await Promise.all(messages.map((message) => send(deps, message)));
    count += messages.length;
  }
  return count;
}

async function send(deps: NotifierDeps, message: DueMessage): Promise<void> {
  const { store, clock } = deps;
  const attempt = await attemptOf(deps, message);
  const at = clock();
  if (attempt.kind === 'gone') {
    await store.transaction((tx) => closeTarget(tx, message.targetId, attempt.error));
    return;
  }
  if (attempt.kind === 'taken') {
    await store.transaction(async (tx) => {
      await settleMessages(tx, [message.id], at);
      if (message.kind === 'check') await openTarget(tx, message.targetId, at);
    });
    return;
  }
  const { error, retryAfterMs = 0 } = attempt;
  const given = { baseMs: deps.retryBaseMs ?? RETRY_BASE_MS, chance: deps.random() };
  const pauseMs = pauseAfter(message.attempts + 1, given);
  const nextAt = pauseMs === undefined ? undefined : later(at, Math.max(pauseMs, retryAfterMs));
  await saveMessageFailure(store, { id: message.id, error, nextAt });
}

async function attemptOf({ post, mail, clock }: NotifierDeps, message: DueMessage): Promise<Attempt> {
  try {
    if (message.targetKind === 'webhook') return await sendWebhook(post, message, clock());
    return mail === undefined ? { kind: 'failed', error: 'no SMTP server is set' } : await mail(message);
  } catch (cause) {
    return { kind: 'failed', error: cause instanceof Error ? cause.message : String(cause) };
  }
}

function later(at: string, ms: number): string {
  return new Date(Date.parse(at) + ms).toISOString();
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve();
  return new Promise((resolve) => {
    const end = (): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, ms);
    signal.addEventListener('abort', end, { once: true });
  });
}
