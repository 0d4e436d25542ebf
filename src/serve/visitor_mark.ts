/**
 * Tells visitors apart without knowing them: a short hash of the network address and the browser's name with a salt
 * that is thrown away. Without the salt the mark cannot be led back to anybody; it is never put into a cookie.
 */
import { createHmac, randomBytes } from 'node:crypto';
import type { Context } from 'hono';
import ipaddr from 'ipaddr.js';
import { addressOf } from './visitor.js';

/** Bytes of a salt. */
export const SALT_BYTES = 16;
/** Bytes of a mark: enough that two of some ten thousand visitors hardly ever look alike. */
const MARK_BYTES = 8;

/** The mark of the visitor who asks, for one salt. */
export function visitorMark(context: Context, salt: Uint8Array): Uint8Array {
  const who = `${networkOf(addressOf(context))}\n${context.req.header('User-Agent') ?? ''}`;
  return createHmac('sha256', salt).update(who).digest().subarray(0, MARK_BYTES);
}

/** A household has one IPv4 address, but a whole /64 of IPv6, of which it takes a new address daily. */
export function networkOf(address: string): string {
  if (!ipaddr.isValid(address)) return address;
  const parsed = ipaddr.process(address);
  return parsed.kind() === 'ipv6'
    ? parsed.toNormalizedString().split(':').slice(0, 4).join(':')
    : parsed.toString();
}

/** Pages remembered of all visitors together; the oldest are forgotten first. */
const MAX_SEEN = 50_000;

/** Which pages visitors opened today, so that a reload counts no view. In memory only, with a new salt for each day. */
export class SeenPages {
  #day = '';
  #salt = randomBytes(SALT_BYTES);
  readonly #seen = new Set<string>();

  /** Notes that the visitor opened a page on a day of Tehran; whether it is the first time on that day. */
  isFirst(context: Context, { page, day }: { readonly page: string; readonly day: string }): boolean {
    if (day !== this.#day) {
      this.#day = day;
      this.#salt = randomBytes(SALT_BYTES);
      this.#seen.clear();
    }
    const key = `${Buffer.from(visitorMark(context, this.#salt)).toString('base64url')} ${page}`;
    if (this.#seen.has(key)) return false;
    this.#seen.add(key);
    if (this.#seen.size > MAX_SEEN) this.#seen.delete(this.#seen.values().next().value ?? '');
    return true;
  }
}
