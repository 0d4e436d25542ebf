import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';

const BLOCK_BYTES = 512;

/** The files of a `.tar.gz` by name without leading `./` (ustar and GNU or pax long names). */
export function readTarGz(file: string): Map<string, Uint8Array> {
  const archive = gunzipSync(readFileSync(file));
  const entries = new Map<string, Uint8Array>();
  let longName: string | undefined;
  for (let at = 0; at + BLOCK_BYTES <= archive.length; ) {
    const { name, size, type } = readHeader(archive.subarray(at, at + BLOCK_BYTES));
    if (name === '') break;
    const body = archive.subarray(at + BLOCK_BYTES, at + BLOCK_BYTES + size);
    if (type === '0' || type === '\0') entries.set((longName ?? name).replace(/^\.\//, ''), body);
    longName =
      type === 'L'
        ? body.toString('utf8').replace(/\0.*$/s, '')
        : type === 'x'
          ? paxPath(body.toString('utf8'))
          : undefined;
    at += BLOCK_BYTES + Math.ceil(size / BLOCK_BYTES) * BLOCK_BYTES;
  }
  return entries;
}

function readHeader(header: Uint8Array): { name: string; size: number; type: string } {
  const prefix = textAt(header, 257, 5) === 'ustar' ? textAt(header, 345, 155) : '';
  const name = textAt(header, 0, 100);
  const size = Number.parseInt(textAt(header, 124, 12), 8) || 0;
  return { name: prefix ? `${prefix}/${name}` : name, size, type: String.fromCharCode(header[156] ?? 0) };
}

function paxPath(records: string): string | undefined {
  return /(?:^|\n)\d+ path=([^\n]*)/.exec(records)?.[1];
}

function textAt(header: Buffer | Uint8Array, start: number, length: number): string {
  return Buffer.from(header.subarray(start, start + length))
    .toString('utf8')
    .replace(/\0.*$/s, '');
}
