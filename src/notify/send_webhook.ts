/** One attempt at a webhook. */
import type { DueMessage } from '../store/alert_queue.js';
import { signatureHeaders } from './signature.js';

/** The way out, handed in: it judges addresses at the socket, follows no redirect and bounds everything. */
export type Post = (request: {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}) => Promise<
  | {
      readonly kind: 'answered';
      readonly status: number;
      readonly text: string;
      readonly retryAfterMs?: number | undefined;
    }
  | { readonly kind: 'failed'; readonly cause: string }
>;

/** What came of an attempt. `gone`: the receiver wants nothing any more. */
export type Attempt =
  | { readonly kind: 'taken' }
  | { readonly kind: 'gone'; readonly error: string }
  | { readonly kind: 'failed'; readonly error: string; readonly retryAfterMs?: number | undefined };

/** Sends a message, signed at this moment. A check is only taken when its challenge comes back. */
export async function sendWebhook(post: Post, message: DueMessage, now: string): Promise<Attempt> {
  const { secret, body, key, address } = message;
  if (secret === null || body === null) return { kind: 'failed', error: 'the message has no body or key' };
  const signed = { id: key, timestampS: Math.floor(Date.parse(now) / 1000), body };
  const headers = {
    'content-type': 'application/json; charset=utf-8',
    accept: 'application/json',
    ...signatureHeaders(secret, signed),
  };
  const answer = await post({ url: address, headers, body });
  if (answer.kind === 'failed') return { kind: 'failed', error: answer.cause };
  const { status, text, retryAfterMs } = answer;
  if (status === 410) return { kind: 'gone', error: 'the receiver answered 410 Gone' };
  if (status < 200 || status > 299)
    return { kind: 'failed', error: `the receiver answered with status ${status}`, retryAfterMs };
  if (message.kind === 'check' && !bringsBack(text, body))
    return { kind: 'failed', error: 'the receiver did not send the challenge back' };
  return { kind: 'taken' };
}

/** Whether an answer is, or its JSON holds, the challenge. */
function bringsBack(text: string, body: string): boolean {
  const challenge = challengeIn((JSON.parse(body) as { readonly data?: unknown }).data);
  if (challenge === undefined) return false;
  if (text.trim() === challenge) return true;
  try {
    return challengeIn(JSON.parse(text)) === challenge;
  } catch {
    return false;
  }
}

function challengeIn(value: unknown): string | undefined {
  const challenge = (value as { readonly challenge?: unknown } | null | undefined)?.challenge;
  return typeof challenge === 'string' ? challenge : undefined;
}
