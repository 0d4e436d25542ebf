/** Turns pages into responses: entity tag, packing, one document head for all. */
import { createHash } from 'node:crypto';
import type { Context } from 'hono';
import { choosePacking, type Packing, pack } from './packing.js';

export interface Answer {
  readonly body: string;
  readonly type: string;
  readonly status?: number;
  /** `no-store` for pages of one person and for faults; default: kept, but asked for again each time. */
  readonly isPrivate?: boolean;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A page for everybody, ready to be sent many times. */
export interface PublicPage {
  readonly bytes: Uint8Array;
  readonly type: string;
  /** Sent with it beside those that all pages have. */
  readonly headers: Readonly<Record<string, string>>;
  /** Hash of the bytes. */
  readonly tag: string;
  /** The bytes as packed so far; undefined for what is too small to pack. */
  readonly packed: Map<Packing, Promise<Uint8Array | undefined>>;
}

/** Anything that hono/jsx renders. */
export type Rendered = { toString(): string | Promise<string> };

export const HTML = 'text/html; charset=utf-8';

/** Packing, and the cookies that remember language and digits. */
const VARY = 'Accept-Encoding, Cookie';

/** The document of a page. */
export async function renderDocument(page: Rendered | Promise<Rendered>): Promise<string> {
  return `<!doctype html>${await (await page).toString()}\n`;
}

/** Where a public answer leaves its page for whoever keeps pages. */
const PUBLIC_PAGE = 'publicPage';

/** Answers; a public answer of status 200 also becomes `publicPageOf(context)`. */
export async function respond(context: Context, answer: Answer): Promise<Response> {
  const page = preparePage(answer);
  if ((answer.status ?? 200) === 200 && answer.isPrivate !== true) {
    context.set(PUBLIC_PAGE, page);
    return sendPublicPage(context, page);
  }
  return send(context, page, {
    status: answer.status ?? 200,
    headers: { 'Cache-Control': 'no-store', ...answer.headers },
  });
}

/** The page that a request was answered with, where everybody may have it. */
export function publicPageOf(context: Context): PublicPage | undefined {
  return context.get(PUBLIC_PAGE) as PublicPage | undefined;
}

/** Sends a public page, or only says that the browser has it already. */
export async function sendPublicPage(context: Context, page: PublicPage): Promise<Response> {
  // Weak, since packings of one page differ.
  const headers = { 'Cache-Control': 'no-cache', ETag: `W/"${page.tag}"`, ...page.headers };
  const isKnown = context.req.header('If-None-Match')?.includes(`"${page.tag}"`) === true;
  if (isKnown) return new Response(null, { status: 304, headers: { ...headers, Vary: VARY } });
  return send(context, page, { status: 200, headers });
}

function preparePage({ body, type, headers = {} }: Answer): PublicPage {
  const bytes = Buffer.from(body);
  const tag = createHash('sha256').update(bytes).digest('base64url').slice(0, 22);
  return { bytes, type, tag, headers, packed: new Map() };
}

async function send(
  context: Context,
  page: PublicPage,
  { status, headers }: { readonly status: number; readonly headers: Readonly<Record<string, string>> },
): Promise<Response> {
  const packing = choosePacking(context.req.header('Accept-Encoding'));
  const packed = packing === undefined ? undefined : await packOnce(page, packing);
  return new Response(toBody(packed ?? page.bytes), {
    status,
    headers: {
      'Content-Type': page.type,
      Vary: VARY,
      ...headers,
      ...(packed === undefined || packing === undefined ? {} : { 'Content-Encoding': packing }),
    },
  });
}

function packOnce(page: PublicPage, packing: Packing): Promise<Uint8Array | undefined> {
  const known = page.packed.get(packing) ?? pack(page.bytes, packing);
  page.packed.set(packing, known);
  return known;
}

/** The bytes as a body of `Response`, whose type wants memory that is not shared. */
export function toBody(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  return bytes as Uint8Array<ArrayBuffer>;
}
