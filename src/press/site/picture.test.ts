import assert from 'node:assert/strict';
import { test } from 'node:test';
import { crc32, inflateSync } from 'node:zlib';
import { pictureBytes } from './picture.js';

test('pictureBytes() writes a whole PNG: signature, sound chunks, as many rows as its header says', () => {
  const png = Buffer.from(pictureBytes('nuran-1-0.png'));
  assert.equal(png.subarray(0, 8).toString('latin1'), '\x89PNG\r\n\x1a\n');
  const chunks = new Map<string, Buffer>();
  for (let at = 8; at < png.length; ) {
    const length = png.readUInt32BE(at);
    const named = png.subarray(at + 4, at + 8 + length);
    assert.equal(png.readUInt32BE(at + 8 + length), crc32(named));
    chunks.set(named.subarray(0, 4).toString('latin1'), named.subarray(4));
    at += 12 + length;
  }
  assert.deepEqual([...chunks.keys()], ['IHDR', 'PLTE', 'IDAT', 'IEND']);
  const header = chunks.get('IHDR') ?? assert.fail();
  const rows = inflateSync(chunks.get('IDAT') ?? assert.fail());
  assert.equal(rows.length, (header.readUInt32BE(0) + 1) * header.readUInt32BE(4));
  const colours = (chunks.get('PLTE')?.length ?? 0) / 3;
  assert.ok(rows.every((colour) => colour < colours));
});

test('pictureBytes() draws the same picture for a name and others for others', () => {
  assert.deepEqual(pictureBytes('a-0.png'), pictureBytes('a-0.png'));
  assert.notDeepEqual(pictureBytes('a-0.png'), pictureBytes('b-0.png'));
});
