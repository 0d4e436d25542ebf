import type { Readable, Transform } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate, gunzipSync } from 'node:zlib';

/** What reading an answer's body came to. `broken` says in words what was wrong with its packing. */
export type BodyReading =
  | { readonly kind: 'whole'; readonly bytes: Uint8Array }
  | { readonly kind: 'too_large'; readonly limitBytes: number }
  | { readonly kind: 'broken'; readonly cause: string };

export interface BodyLimits {
  /** Most bytes after decompressing. */
  readonly maxBytes: number;
  /** Cut at the limit instead of refusing. */
  readonly cut?: boolean;
}

/**
 * Reads a body, undoing its Content-Encoding, and stops at the limit: a bomb of a few kilobytes is never
 * unpacked further than that. More than one coding is refused, since nobody honest sends it.
 */
export async function readBoundedBody(
  body: Readable,
  encoding: string | undefined,
  limits: BodyLimits,
): Promise<BodyReading> {
  const unpacker = unpackerFor(encoding);
  // A body that is let go before its end reports an abort, for which nobody waits any more.
  body.on('error', () => undefined);
  if (unpacker === undefined) {
    body.destroy();
    return { kind: 'broken', cause: `the answer is packed as "${encoding?.slice(0, 40)}"` };
  }
  if (unpacker === 'plain') return await collect(body, limits);
  body.on('error', (cause) => unpacker.destroy(cause));
  try {
    return await collect(body.pipe(unpacker), limits);
  } catch (cause) {
    if (!isZlibFault(cause)) throw cause;
    return { kind: 'broken', cause: 'the packed answer is damaged or cut off' };
  } finally {
    body.destroy();
  }
}

/** Undoes gzip around a whole file (`sitemap.xml.gz`), within the limit; other bytes come back as they are. */
export function unpackGzipFile(bytes: Uint8Array, maxBytes: number): Uint8Array | undefined {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
  try {
    return gunzipSync(bytes, { maxOutputLength: maxBytes });
  } catch {
    return undefined;
  }
}

async function collect(stream: Readable, { maxBytes, cut }: BodyLimits): Promise<BodyReading> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of stream as AsyncIterable<Uint8Array>) {
    size += chunk.length;
    chunks.push(chunk);
    if (size <= maxBytes) continue;
    // Leaving the loop destroys the stream and with it the connection.
    if (!cut) return { kind: 'too_large', limitBytes: maxBytes };
    return { kind: 'whole', bytes: Buffer.concat(chunks).subarray(0, maxBytes) };
  }
  return { kind: 'whole', bytes: Buffer.concat(chunks) };
}

function unpackerFor(encoding: string | undefined): Transform | 'plain' | undefined {
  switch (encoding?.trim().toLowerCase() ?? '') {
    case '':
    case 'identity':
      return 'plain';
    case 'gzip':
    case 'x-gzip':
      return createGunzip();
    case 'br':
      return createBrotliDecompress();
    case 'deflate':
      return createInflate();
    default:
      return undefined;
  }
}

function isZlibFault(cause: unknown): boolean {
  const code = (cause as NodeJS.ErrnoException).code ?? '';
  return code.startsWith('Z_') || code.startsWith('ERR_BROTLI') || code.startsWith('ERR__ERROR');
}
