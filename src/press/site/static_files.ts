/** Stylesheets and the typeface of the press, read from disk once. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { PACKAGE_ROOT } from '../../package_root.js';
import type { PressLook } from '../behaviours.js';
import { stableHash } from './stable_hash.js';

export interface StaticFile {
  readonly contentType: string;
  readonly body: string | Uint8Array<ArrayBuffer>;
}

const STYLE_FOLDER = join(PACKAGE_ROOT, 'press', 'styles');
const STYLES = ['base', 'iransamaneh', 'nastooh', 'asam', 'studiokhabar', 'wordpress', 'channel'] as const;
export const FONT_NAME = 'vazirmatn.woff2';

/** Everything under `/static/` that is the same for all hosts. */
export function loadStaticFiles(): ReadonlyMap<string, StaticFile> {
  const files = new Map<string, StaticFile>();
  for (const name of STYLES) {
    const body = readFileSync(join(STYLE_FOLDER, `${name}.css`), 'utf8');
    files.set(`${name}.css`, { contentType: 'text/css; charset=utf-8', body });
  }
  const package_ = dirname(createRequire(import.meta.url).resolve('vazirmatn/package.json'));
  const font = readFileSync(join(package_, 'fonts', 'webfonts', 'Vazirmatn[wght].woff2'));
  return files.set(FONT_NAME, { contentType: 'font/woff2', body: new Uint8Array(font) });
}

/** Colours and type of one house as CSS custom properties. */
export function lookStyle(look: PressLook | undefined, outletId: string): StaticFile {
  const { accent, head, paper, type } = look ?? inventedLook(outletId);
  const family = type === 'vazir' ? 'Vazirmatn, Tahoma, sans-serif' : 'Tahoma, "DejaVu Sans", sans-serif';
  return {
    contentType: 'text/css; charset=utf-8',
    body: `:root { --accent: ${accent}; --head: ${head}; --paper: ${paper}; --type: ${family}; }\n`,
  };
}

/** Hosts without a look of their own get one from their name. */
function inventedLook(outletId: string): PressLook {
  const hash = stableHash(outletId);
  const hue = hash % 360;
  return {
    accent: `hsl(${hue} 62% 34%)`,
    head: `hsl(${hue} 46% 22%)`,
    paper: hash % 3 === 0 ? `hsl(${hue} 30% 98%)` : '#ffffff',
    type: hash % 2 === 0 ? 'vazir' : 'system',
  };
}
