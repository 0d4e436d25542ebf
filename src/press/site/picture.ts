/** Pictures of the press: flat hills under a sun, drawn from the name of the file, as small palette PNGs. */
import { crc32, deflateSync } from 'node:zlib';
import { stableHash } from './stable_hash.js';

const WIDTH = 480;
const HEIGHT = 270;

type Colour = readonly [red: number, green: number, blue: number];

/** Sky, sun, then hills from far to near. */
const PALETTES: readonly (readonly Colour[])[] = [
  [
    [244, 231, 211],
    [226, 120, 77],
    [214, 178, 148],
    [150, 128, 128],
    [92, 93, 110],
    [48, 58, 80],
  ],
  [
    [219, 232, 238],
    [250, 214, 120],
    [172, 200, 208],
    [112, 156, 170],
    [62, 110, 128],
    [28, 64, 84],
  ],
  [
    [236, 240, 224],
    [236, 170, 90],
    [190, 206, 170],
    [134, 166, 130],
    [82, 122, 98],
    [40, 78, 70],
  ],
  [
    [240, 226, 232],
    [214, 92, 104],
    [206, 178, 196],
    [158, 132, 164],
    [104, 92, 132],
    [56, 54, 90],
  ],
  [
    [250, 238, 214],
    [204, 76, 60],
    [232, 196, 140],
    [196, 140, 96],
    [138, 90, 70],
    [78, 52, 52],
  ],
];

/** Bytes of the picture of that name; the same name always gives the same picture. */
export function pictureBytes(name: string): Uint8Array<ArrayBuffer> {
  const hash = stableHash(name);
  const palette = PALETTES[hash % PALETTES.length] ?? [];
  const header = Buffer.alloc(13);
  header.writeUInt32BE(WIDTH, 0);
  header.writeUInt32BE(HEIGHT, 4);
  header.set([8, 3, 0, 0, 0], 8);
  return new Uint8Array(
    Buffer.concat([
      Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
      chunk('IHDR', header),
      chunk('PLTE', Buffer.from(palette.flat())),
      chunk('IDAT', deflateSync(landscape(hash), { level: 6 })),
      chunk('IEND', Buffer.alloc(0)),
    ]),
  );
}

/** Rows of palette numbers, each behind its filter byte (0: none). */
function landscape(hash: number): Buffer {
  const rows = Buffer.alloc((WIDTH + 1) * HEIGHT);
  const sunX = WIDTH * (0.2 + (hash % 61) / 100);
  const sunY = HEIGHT * (0.18 + (hash % 17) / 100);
  const radius = 18 + (hash % 19);
  const ridges = [2, 3, 4, 5].map((colour) => ridge(hash, colour));
  for (let y = 0; y < HEIGHT; y += 1) {
    for (let x = 0; x < WIDTH; x += 1) {
      const sun = (x - sunX) ** 2 + (y - sunY) ** 2 < radius ** 2 ? 1 : 0;
      rows[y * (WIDTH + 1) + 1 + x] = nearestHill(ridges, x, y) ?? sun;
    }
  }
  return rows;
}

interface Ridge {
  readonly colour: number;
  /** Height of the ridge line at each x, in rows from the top. */
  readonly top: Float64Array;
}

function ridge(hash: number, colour: number): Ridge {
  const seed = stableHash(`${hash} ${colour}`);
  const level = HEIGHT * (0.3 + colour * 0.1);
  const wide = 90 + (seed % 80);
  const narrow = 22 + (seed % 31);
  const top = Float64Array.from(
    { length: WIDTH },
    (_, x) => level + 26 * Math.sin((x + seed) / wide) + 9 * Math.sin((x + seed * 3) / narrow),
  );
  return { colour, top };
}

function nearestHill(ridges: readonly Ridge[], x: number, y: number): number | undefined {
  return ridges.findLast(({ top }) => y >= (top[x] ?? HEIGHT))?.colour;
}

function chunk(type: string, content: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), content]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(content.length);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, check]);
}
