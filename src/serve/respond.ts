/** Turns pages into responses: entity tag, packing, one document head for all. */
import { createHash } from 'node:crypto';
import type { Context } from 'hono';
import { choosePacking, pack } from './packing.js';

export interface Answer {
  readonly body: string;
  readonly type: string;
  readonly status?: number;
  /** `no-store` for pages of one person; default: kept, but asked for again each time. */
  readonly isPrivate?: boolean;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Anything that hono/jsx renders. */
export type Rendered = { toString(): string | Promise<string> };

export const HTML = 'text/html; charset=utf-8';

/** The document of a page. */
export async function renderDocument(page: Rendered | Promise<Rendered>): Promise<string> {
  return `<!doctype html>${await (await page).toString()}\n`;
}

/** Packed bodies by entity tag, newest last; a page that nobody changed is packed once. */
const packedBodies = new Map<string, Uint8Array | undefined>();
/** Some 10 KB each. */
const MAX_PACKED = 500;

export async function respond(context: Context, answer: Answer): Promise<Response> {
  const bytes = Buffer.from(answer.body);
  const tag = createHash('sha256').update(bytes).digest('base64url').slice(0, 22);
  const headers: Record<string, string> = {
    'Content-Type': answer.type,
    Vary: 'Accept-Encoding',
    'Cache-Control': answer.isPrivate === true ? 'no-store' : 'no-cache',
    ...answer.headers,
  };
  const status = answer.status ?? 200;
  if (status === 200 && answer.isPrivate !== true) {
    headers.ETag = `W/"${tag}"`;
    if (isKnown(context.req.header('If-None-Match'), tag))
      return new Response(null, { status: 304, headers });
  }
  const packing = choosePacking(context.req.header('Accept-Encoding'));
  const packed =
    packing === undefined ? undefined : await packOnce(`${packing}:${tag}`, () => pack(bytes, packing));
  if (packing !== undefined && packed !== undefined) headers['Content-Encoding'] = packing;
  return new Response(toBody(packed ?? bytes), { status, headers });
}

/** A weak comparison, since packings differ. */
function isKnown(ifNoneMatch: string | undefined, tag: string): boolean {
  return ifNoneMatch?.includes(`"${tag}"`) === true;
}

async function packOnce(
  key: string,
  make: () => Promise<Uint8Array | undefined>,
): Promise<Uint8Array | undefined> {
  if (packedBodies.has(key)) return packedBodies.get(key);
  const packed = await make();
  if (packedBodies.size >= MAX_PACKED) packedBodies.delete(packedBodies.keys().next().value ?? '');
  packedBodies.set(key, packed);
  return packed;
}

/** The bytes as a body of `Response`, whose type wants memory that is not shared. */
export function toBody(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  return bytes as Uint8Array<ArrayBuffer>;
}
