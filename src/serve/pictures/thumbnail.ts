/**
 * Makes thumbnails from the bytes that a publisher calls a picture. They are decoded and encoded anew, so that nothing
 * of the original reaches a reader but its colours.
 */
import sharp from 'sharp';

/** How a thumbnail is shown: at the head of a page, or beside a line. Pixels of the file. */
export const SHAPES = {
  wide: { width: 960, height: 540, quality: 62 },
  small: { width: 240, height: 160, quality: 55 },
} as const;

export type Shape = keyof typeof SHAPES;

export interface Thumbnails {
  readonly small: Uint8Array;
  /** Absent where the original is too narrow to fill it. */
  readonly wide: Uint8Array | undefined;
}

/** Larger files are not decoded. */
export const MAX_PICTURE_BYTES = 8 * 1024 * 1024;
/** Most pixels that are decoded; 24 megapixels are a large camera's. */
const MAX_PIXELS = 24_000_000;
/** Narrower or lower ones are icons and counters. */
const LEAST_SIDE = 100;
/** From this width on the wide shape is not blurred. */
const LEAST_WIDE = 480;
/** Ratio of the sides beyond which a picture is a banner or a rule. */
const MOST_STRETCHED = 4;
/** Seconds that one decoding may take. */
const DECODE_S = 8;

// Of what the library reads, only these: no SVG (scripts, outside files), no PDF, no camera formats.
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({
  operation: [
    'VipsForeignLoadJpegBuffer',
    'VipsForeignLoadPngBuffer',
    'VipsForeignLoadWebpBuffer',
    'VipsForeignLoadNsgifBuffer',
  ],
});
sharp.cache(false);
sharp.concurrency(1);

/** The thumbnails of a picture; nothing where it is none, is broken, or not worth showing. Never throws. */
export async function makeThumbnails(bytes: Uint8Array): Promise<Thumbnails | undefined> {
  if (bytes.length > MAX_PICTURE_BYTES || !isPicture(bytes)) return undefined;
  try {
    const { width, height } = await sharp(bytes, DECODING).metadata();
    const isStretched = Math.max(width / height, height / width) > MOST_STRETCHED;
    if (Math.min(width, height) < LEAST_SIDE || isStretched || width * height > MAX_PIXELS) return undefined;
    const wide = width < LEAST_WIDE ? undefined : await encode(bytes, 'wide');
    return { small: await encode(bytes, 'small'), wide };
  } catch {
    return undefined;
  }
}

const DECODING = { limitInputPixels: MAX_PIXELS, failOn: 'error', sequentialRead: true } as const;

function encode(bytes: Uint8Array, shape: Shape): Promise<Uint8Array> {
  const { width, height, quality } = SHAPES[shape];
  return sharp(bytes, DECODING)
    .autoOrient()
    .resize(width, height, { fit: 'cover' })
    .flatten({ background: '#fbfaf7' })
    .webp({ quality, effort: 3 })
    .timeout({ seconds: DECODE_S })
    .toBuffer();
}

/** How files begin that we decode; after the length of a WebP comes its name. */
const BEGINNINGS = ['ffd8ff', '89504e470d0a1a0a', '474946383761', '474946383961'];

/** By the first bytes, whatever a host calls it: JPEG, PNG, GIF or WebP. */
function isPicture(bytes: Uint8Array): boolean {
  const head = Buffer.from(bytes.subarray(0, 12)).toString('hex');
  const isWebP = head.startsWith('52494646') && head.endsWith('57454250');
  return isWebP || BEGINNINGS.some((beginning) => head.startsWith(beginning));
}
