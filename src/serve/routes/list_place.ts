import type { Context } from 'hono';
import { badRequest, Fault, UNREADABLE_PLACE } from '../faults.js';

/** `2025-12-15T10:00:00.000Z_12-abc`: where the next page of a list begins. */
export function placeOf(context: Context): { readonly at: string; readonly id: string } | undefined {
  const text = context.req.query('after');
  if (text === undefined) return undefined;
  const match = /^(\d{4}-\d\d-\d\dT[\d:.]+Z)_([0-9a-f_c-]{3,90})$/.exec(text);
  if (match?.[1] === undefined || match[2] === undefined || Number.isNaN(Date.parse(match[1]))) {
    throw new Fault(badRequest(UNREADABLE_PLACE));
  }
  return { at: match[1], id: match[2] };
}
