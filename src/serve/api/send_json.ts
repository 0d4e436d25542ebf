/** Answers with JSON under a strong entity tag: one for each packing, as RFC 9110 § 8.8.3.3 asks. */
import { createHash } from 'node:crypto';
import type { Context } from 'hono';
import { choosePacking, pack } from '../packing.js';
import { toBody } from '../respond.js';

/** Sends the text, or only says that the asker has it already. */
export async function sendJson(
  context: Context,
  text: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<Response> {
  const bytes = Buffer.from(text);
  const packing = choosePacking(context.req.header('Accept-Encoding'));
  const packed = packing === undefined ? undefined : await pack(bytes, packing);
  const hash = createHash('sha256').update(bytes).digest('base64url').slice(0, 22);
  const tag = packed === undefined ? `"${hash}"` : `"${hash}-${packing}"`;
  const common = { ETag: tag, 'Cache-Control': 'no-cache', Vary: 'Accept-Encoding', ...headers };
  if (isKnown(context.req.header('If-None-Match'), tag))
    return new Response(null, { status: 304, headers: common });
  return new Response(toBody(packed ?? bytes), {
    headers: {
      'Content-Type': 'application/json; charset=utf-8',
      ...common,
      ...(packed === undefined || packing === undefined ? {} : { 'Content-Encoding': packing }),
    },
  });
}

/** If-None-Match compares weakly, so that tags which a proxy has weakened still serve. */
function isKnown(given: string | undefined, tag: string): boolean {
  if (given === undefined) return false;
  if (given.trim() === '*') return true;
  return given.split(',').some((one) => one.trim().replace(/^W\//, '') === tag);
}
