// Signatures of webhooks as Standard Webhooks has them (https://www.standardwebhooks.com): receivers in any language check
// them with a library, or with the ten lines of docs/alerts.md.
import { createHmac } from 'node:crypto';

export interface Signed {
  /** The idempotency key. */
  readonly id: string;
  /** Seconds since 1970 at this attempt: receivers refuse what is older than some minutes. */
  readonly timestampS: number;
  readonly body: string;
}

/** The three headers; `secret` is `whsec_` and the key in base64. */
export function signatureHeaders(
  secret: string,
  { id, timestampS, body }: Signed,
): Readonly<Record<string, string>> {
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
  const signature = createHmac('sha256', key).update(`${id}.${timestampS}.${body}`).digest('base64');
  return {
    'webhook-id': id,
    'webhook-timestamp': String(timestampS),
    'webhook-signature': `v1,${signature}`,
  };
}
