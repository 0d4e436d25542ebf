/**
 * Addresses that hurt a careless collector. All of them are bounded: the press must survive its own traps, and a
 * collector that walks into one costs both sides a known amount.
 */
import { gzipSync } from 'node:zlib';

export const TRAP_PATHS = [
  '/go/loop',
  '/go/inside',
  '/go/metadata',
  '/go/file',
  '/files/bomb',
  '/files/endless',
] as const;
export type TrapPath = (typeof TRAP_PATHS)[number];

export type TrapAnswer =
  | { readonly kind: 'redirect'; readonly to: string }
  | { readonly kind: 'gzip'; readonly body: Uint8Array<ArrayBuffer> }
  | { readonly kind: 'stream'; readonly pieces: () => Iterable<Uint8Array<ArrayBuffer>> };

const MEBIBYTE = 1024 * 1024;
/** Unpacked size of the bomb and length of the "endless" body: far above what any page needs. */
export const TRAP_BYTES = 64 * MEBIBYTE;

export function trapAnswer(path: TrapPath): TrapAnswer {
  switch (path) {
    case '/go/loop':
      return { kind: 'redirect', to: '/go/loop' };
    case '/go/inside':
      return { kind: 'redirect', to: 'http://127.0.0.1:1/' };
    case '/go/metadata':
      return { kind: 'redirect', to: 'http://169.254.169.254/latest/meta-data/' };
    case '/go/file':
      return { kind: 'redirect', to: 'file:///etc/hostname' };
    case '/files/bomb':
      return { kind: 'gzip', body: bomb() };
    case '/files/endless':
      return { kind: 'stream', pieces: endless };
  }
}

/** Gzip files may be joined: 64 packed mebibytes of blanks without ever holding them unpacked. */
function bomb(): Uint8Array<ArrayBuffer> {
  const one = gzipSync(Buffer.alloc(MEBIBYTE, ' '));
  return new Uint8Array(Buffer.concat(Array.from({ length: TRAP_BYTES / MEBIBYTE }, () => one)));
}

function* endless(): Iterable<Uint8Array<ArrayBuffer>> {
  const piece = new Uint8Array(Buffer.alloc(64 * 1024, '<p>نمونه</p>\n', 'utf8'));
  for (let sent = 0; sent < TRAP_BYTES; sent += piece.length) yield piece;
}
