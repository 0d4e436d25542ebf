import { gunzipSync } from 'node:zlib';

const BLOCK = 512;

/** Reads a gzipped tar archive into memory: path without `./` → bytes. Plain files only, ustar names. */
export function readTarGz(archive: Uint8Array): ReadonlyMap<string, Uint8Array> {
  const bytes = gunzipSync(archive);
  const files = new Map<string, Uint8Array>();
  for (let at = 0; at + BLOCK <= bytes.length; ) {
    const header = bytes.subarray(at, at + BLOCK);
    const name = field(header, 0, 100);
    if (name === '') break;
    const size = Number.parseInt(field(header, 124, 12), 8) || 0;
    const kind = field(header, 156, 1);
    const prefix = field(header, 345, 155);
    const start = at + BLOCK;
    if (kind === '0' || kind === '') {
      files.set(
        (prefix === '' ? name : `${prefix}/${name}`).replace(/^\.\//, ''),
        bytes.subarray(start, start + size),
      );
    }
    at = start + Math.ceil(size / BLOCK) * BLOCK;
  }
  return files;
}

function field(header: Buffer, start: number, length: number): string {
  return header
    .toString('utf8', start, start + length)
    .replace(/\0[\s\S]*$/, '')
    .trim();
}
