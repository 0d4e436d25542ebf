import assert from 'node:assert/strict';
import { test } from 'node:test';
import { crc32, deflateSync } from 'node:zlib';
import sharp from 'sharp';
import { MAX_PICTURE_BYTES, makeThumbnails, SHAPES } from './thumbnail.js';

/** An invented picture: plain colour, noise enough to have some bytes. */
function picture(width: number, height: number) {
  return sharp({
    create: {
      width,
      height,
      channels: 3,
      background: '#1f4e8c',
      noise: { type: 'gaussian', sigma: 20, mean: 90 },
    },
  });
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(data.length, 0);
  frame.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
}

/** A PNG whose header claims so many pixels, of few bytes. */
function bomb(side: number): Buffer {
  const header = Buffer.from('0000000000000000' + '0800000000', 'hex');
  header.writeUInt32BE(side, 0);
  header.writeUInt32BE(side, 4);
  const rows = deflateSync(Buffer.alloc(4_000_000));
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', header),
    chunk('IDAT', rows),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

const SVG =
  '<svg xmlns="http://www.w3.org/2000/svg" width="600" height="400"><script>alert(1)</script></svg>';

test('makeThumbnails() gives WebP of fixed shapes, whatever the shape of the original', async () => {
  const cases = [
    await picture(960, 540).jpeg().toBuffer(),
    await picture(600, 900).png().toBuffer(),
    await picture(800, 500).webp().toBuffer(),
    await picture(640, 360).gif().toBuffer(),
  ];
  for (const original of cases) {
    const made = await makeThumbnails(original);
    for (const shape of ['small', 'wide'] as const) {
      const { format, width, height } = await sharp(made?.[shape] ?? new Uint8Array()).metadata();
      assert.deepEqual([format, width, height], ['webp', SHAPES[shape].width, SHAPES[shape].height]);
    }
  }
  const narrow = await makeThumbnails(await picture(300, 200).jpeg().toBuffer());
  assert.ok(narrow?.small !== undefined && narrow.wide === undefined);
});

test('makeThumbnails() keeps nothing of the original but its colours', async () => {
  const original = await picture(800, 450)
    .withExif({ IFD0: { ImageDescription: 'secret place', Artist: 'somebody' } })
    .jpeg()
    .toBuffer();
  const polyglot = Buffer.concat([original, Buffer.from('<script>alert(1)</script>')]);
  const made = await makeThumbnails(polyglot);
  assert.ok(made?.wide !== undefined);
  for (const file of [made.small, made.wide]) {
    assert.doesNotMatch(Buffer.from(file).toString('latin1'), /secret place|somebody|script/);
  }
});

test('makeThumbnails() makes nothing of what is no picture, is broken, too large or not worth showing', async () => {
  const jpeg = await picture(800, 450).jpeg().toBuffer();
  const png = await picture(800, 450).png().toBuffer();
  const cases: readonly (readonly [string, Uint8Array])[] = [
    ['nothing', new Uint8Array()],
    ['a page', Buffer.from('<!doctype html><title>404</title>')],
    ['SVG with a script', Buffer.from(SVG)],
    ['SVG behind the first bytes of a PNG', Buffer.concat([png.subarray(0, 8), Buffer.from(SVG)])],
    ['a JPEG cut in the middle', jpeg.subarray(0, jpeg.length >> 1)],
    ['a PNG cut in the middle', png.subarray(0, png.length >> 1)],
    ['a bomb of 3.6 gigapixels', bomb(60_000)],
    ['a bomb of the most that PNG can say', bomb(0x7fff_ffff)],
    ['25 megapixels', bomb(5000)],
    ['more bytes than we decode', Buffer.concat([jpeg, Buffer.alloc(MAX_PICTURE_BYTES)])],
    ['a counting pixel', await picture(1, 1).png().toBuffer()],
    ['an icon', await picture(64, 64).png().toBuffer()],
    ['a banner', await picture(970, 120).png().toBuffer()],
    ['a TIFF', await picture(800, 450).tiff().toBuffer()],
  ];
  for (const [name, bytes] of cases) assert.equal(await makeThumbnails(bytes), undefined, name);
});
