/** A sign in a form that says from when on it may be sent: programs send forms within a moment, people do not. */
import { isProof, proofOf } from './secret.js';

/** Nobody reads a report and writes about it faster (ms). */
const LEAST_MS = 3000;
/** Tickets are the same for so long (ms), so that a page does not change with every second. */
const STEP_MS = 6000;
/** A form that lay open longer is asked to be sent again (ms). */
const LONGEST_MS = 2 * 24 * 60 * 60_000;

/** A ticket for a form that is shown now. It may be used three to nine seconds later. */
export function makeTicket(secret: string, nowMs: number): string {
  const from = Math.ceil((nowMs + LEAST_MS) / STEP_MS) * STEP_MS;
  return `${from.toString(36)}.${proofOf(secret, `form ${from}`)}`;
}

export type TicketState = 'good' | 'early' | 'old';

/** Whether a form may be sent with its ticket; one that we never made is as good as old. */
export function readTicket(secret: string, ticket: string, nowMs: number): TicketState {
  const [, time = '', proof = ''] = /^([0-9a-z]{1,10})\.(.+)$/.exec(ticket) ?? [];
  const from = Number.parseInt(time, 36);
  if (Number.isNaN(from) || !isProof(secret, `form ${from}`, proof)) return 'old';
  if (nowMs < from) return 'early';
  return nowMs - from > LONGEST_MS ? 'old' : 'good';
}
