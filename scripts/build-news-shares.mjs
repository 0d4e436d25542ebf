// Counts in how many news texts a stem stands: what grouping expects of a word before it has seen any report.
//   node scripts/build-news-shares.mjs <folder of articles>
// The folder holds the Fars News and Varzesh3 crawls (Apache-2.0); only counts are kept. Run after "npm run build".
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { tokenise } from '../dist/src/persian/keys.js';
import { stemOf } from '../dist/src/persian/stem.js';

const folder = process.argv[2];
if (folder === undefined) throw new Error('Cannot count: name the folder of the articles');
/** Headline, lede and the beginning: as long as a post. */
const WORDS = 80;
/** Rarer stems are as good as unknown. */
const LEAST = 4;

const counts = new Map();
let texts = 0;
for (const name of readdirSync(folder)
  .filter((file) => /^(?:fars-news|varzesh3)-\d+\.json\.gz$/.test(file))
  .sort()) {
  for (const { title, abstract, paragraphs } of JSON.parse(gunzipSync(readFileSync(join(folder, name))))) {
    const words = tokenise([title, abstract, ...(paragraphs ?? [])].filter(Boolean).join('\n')).slice(
      0,
      WORDS,
    );
    for (const stem of new Set(words.map(({ key }) => stemOf(key))))
      counts.set(stem, (counts.get(stem) ?? 0) + 1);
    texts += 1;
  }
}
const rows = [...counts]
  .filter(([stem, count]) => count >= LEAST && stem.length > 1 && /^[\u0620-\u06ff]+$/.test(stem))
  .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
const lines = new Map();
for (const [stem, count] of rows) lines.set(count, [...(lines.get(count) ?? []), stem]);
const body = [...lines].map(([count, stems]) => `${count} ${stems.join(' ')}`).join('\n');
writeFileSync(
  join(import.meta.dirname, '..', 'src', 'group', 'news_shares.data.ts'),
  `// Made by "node scripts/build-news-shares.mjs"; do not edit by hand. Counted in the Fars News and Varzesh3 crawls
// (Apache-2.0): beginnings of ${texts} texts. Each line: in how many of them the stems stand.

export const NEWS_TEXTS = ${texts};

export const NEWS_COUNTS = \`
${body}
\`;
`,
);
console.log(`${rows.length} stems of ${texts} texts`);
