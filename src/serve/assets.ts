/** Stylesheet, script, icon and typeface: read once at the start, packed once, cached by readers for a year. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { PACKAGE_ROOT } from '../package_root.js';

export interface Asset {
  readonly name: string;
  readonly type: string;
  readonly plain: Uint8Array;
  /** Absent for what is packed already. */
  readonly packed: { readonly br: Uint8Array; readonly gzip: Uint8Array } | undefined;
  /** Address with the hash of the content, so that it may be cached forever. */
  readonly href: string;
  readonly etag: string;
}

/** The assets by name. */
export type Assets = ReadonlyMap<string, Asset>;

const TEXTS: readonly (readonly [name: string, type: string])[] = [
  ['sanad.css', 'text/css; charset=utf-8'],
  ['site.js', 'text/javascript; charset=utf-8'],
  ['habits.js', 'text/javascript; charset=utf-8'],
  ['suggest.js', 'text/javascript; charset=utf-8'],
  ['icon.svg', 'image/svg+xml'],
];

const PICTURES = ['icon-192.png', 'icon-512.png'] as const;

/** Reads all assets; throws when one is missing, which is a broken installation. */
export function loadAssets(): Assets {
  const assets = new Map<string, Asset>();
  const font = join(dirname(createRequire(import.meta.url).resolve('vazirmatn/package.json')), 'fonts');
  const typeface = makeAsset(
    'vazirmatn.woff2',
    'font/woff2',
    readFileSync(join(font, 'webfonts', 'Vazirmatn[wght].woff2')),
  );
  assets.set(typeface.name, { ...typeface, packed: undefined });
  for (const [name, type] of TEXTS) {
    const text = readFileSync(join(PACKAGE_ROOT, 'assets', name), 'utf8');
    const linked = text.replaceAll('/assets/vazirmatn.woff2', typeface.href);
    assets.set(name, makeAsset(name, type, Buffer.from(linked)));
  }
  for (const name of PICTURES) {
    const picture = makeAsset(name, 'image/png', readFileSync(join(PACKAGE_ROOT, 'assets', name)));
    assets.set(name, { ...picture, packed: undefined });
  }
  return assets;
}

/** What every page needs, also without a connection. */
const OFFLINE_ASSETS = ['sanad.css', 'site.js', 'habits.js', 'suggest.js', 'vazirmatn.woff2'];

/** The service worker, which names the assets it keeps; a new version of any of them is a new worker. */
export function serviceWorker(assets: Assets): string {
  const hrefs = OFFLINE_ASSETS.map((name) => assets.get(name)?.href ?? '');
  const version = createHash('sha256').update(hrefs.join(' ')).digest('base64url').slice(0, 12);
  return readFileSync(join(PACKAGE_ROOT, 'assets', 'sw.js'), 'utf8')
    .replace('VERSION_OF_ASSETS', version)
    .replace('FIRST_ASSETS', JSON.stringify(hrefs));
}

function makeAsset(name: string, type: string, plain: Uint8Array): Asset {
  const hash = createHash('sha256').update(plain).digest('base64url').slice(0, 12);
  return {
    name,
    type,
    plain,
    packed: { br: brotliCompressSync(plain), gzip: gzipSync(plain) },
    href: `/assets/${name}?v=${hash}`,
    etag: `"${hash}"`,
  };
}
