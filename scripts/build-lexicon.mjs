// Builds the word data of src/persian from lists whose licences allow it; see docs/persian/word-data.md.
//   npm run build:lexicon                     reads $SANAD_EVAL_DATA/data (or ../shared/data)
//   npm run build:lexicon -- /folder/of/data  reads words/hazm-words.dat.gz and so on below that folder
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';

const root = fileURLToPath(new URL('..', import.meta.url));
const data = process.argv[2] ?? join(process.env.SANAD_EVAL_DATA ?? join(root, '..', 'shared'), 'data');
if (!existsSync(join(data, 'words'))) {
  console.error(`Cannot build the lexicon from "${data}": it has no folder "words"; name the data folder`);
  process.exit(1);
}

const ZWNJ = '\u200c';
/** Words of the frequency list below this count are noise; those with a half-space are kept all the same. */
const LEAST_COUNT = 20;

/** Fewer sightings decide nothing. */
const LEAST_SIGHTINGS = 3;
/** An ending or prefix that rules set: no matter of the single word. */
const RULED = /^ن?می\u200c|\u200c(?:ها.*|تر|ترین|تری|ای|ام|اش|ات|اند|ایم|اید|ی|شان|مان|تان)$/;

const lexicon = collectWords();
writeFileSync(join(root, 'src', 'persian', 'words.data.ts'), wordModule(lexicon));
writeFileSync(
  join(root, 'src', 'persian', 'news_spellings.data.ts'),
  spellingModule(collectSpellings(lexicon)),
);
writeFileSync(join(root, 'src', 'persian', 'heh_forms.data.ts'), hehModule(collectHehForms()));
writeFileSync(join(root, 'src', 'persian', 'verb_roots.data.ts'), verbModule(collectVerbs()));

/** Spelling → { tenths: log10 of the count times ten, adjective }. */
function collectWords() {
  const words = new Map();
  for (const [spelling, count, tags = ''] of rows('hazm-words.dat.gz', '\t')) {
    if (Number(count) <= LEAST_COUNT && !spelling.includes(ZWNJ)) continue;
    addWord(words, spelling, Number(count), /\bAJ\b/.test(tags));
  }
  for (const [spelling, tag = ''] of rows('lilak-lexicon.tsv.gz', ',')) {
    if (!/^(noun|adjective|adverb|numeral|pronoun|conjunction|adposition|determiner|classifier)/.test(tag))
      continue;
    addWord(words, spelling, 0, tag.startsWith('adjective'));
  }
  for (const [spelling, { tenths }] of words)
    if (tenths === 0 && isInflected(spelling, words)) words.delete(spelling);
  return words;
}

/** A plural or comparative printed solid («سیاستهای», «سریعتر») is no entry: the rules spell it. */
function isInflected(spelling, words) {
  const match = /^([^\u200c]{3,})(?:ها|های|هایی|تر|ترین|تری)$/.exec(spelling);
  return match !== null && (words.has(match[1]) || match[1].length > 4);
}

function addWord(words, printed, count, adjective) {
  const spelling = printed.replace(/^\u200c+|\u200c+$/g, '').replace(/\u200c+/g, ZWNJ);
  if (!/^[آابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهیءأإؤئۀ\u200c]+$/.test(spelling)) return;
  if (spelling.replaceAll(ZWNJ, '').length < 2 && spelling !== 'و') return;
  const before = words.get(spelling) ?? { tenths: 0, adjective: false };
  const tenths = count > LEAST_COUNT ? Math.round(Math.log10(count) * 10) : 0;
  words.set(spelling, { tenths: Math.max(before.tenths, tenths), adjective: before.adjective || adjective });
}

function rows(name, separator) {
  return gunzipSync(readFileSync(join(data, 'words', name)))
    .toString('utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => line.trim().split(separator));
}

/** Stem pairs of Hazm, and the regular verbs of Lilak that it lacks («شوراند#شوران», «چرید#چر»). */
function collectVerbs() {
  const listed = readFileSync(join(data, 'words', 'verbs.dat'), 'utf8')
    .split('\n')
    .map((line) =>
      line
        .replace(/ یا .*$/, '')
        .replaceAll(' ', '')
        .replaceAll(ZWNJ, '')
        .trim(),
    )
    .filter((line) => /^[^#]+#[^#]+$/.test(line) && !/دن#/.test(line) && !/^می/.test(line));
  const forms = new Set();
  for (const [spelling, tag] of rows('lilak-lexicon.tsv.gz', ',')) {
    const form = tag === 'verb' ? new RegExp(`^می${ZWNJ}([^${ZWNJ}]+)$`).exec(spelling) : null;
    if (form !== null) forms.add(form[1]);
  }
  for (const past of forms) {
    const ending = ['انید', 'اند', 'ید'].find((each) => past.endsWith(each));
    if (ending === undefined || !forms.has(`${past}ند`)) continue;
    const present = ending === 'ید' ? past.slice(0, -2) : `${past.slice(0, -ending.length)}ان`;
    if (forms.has(`${present}ند`)) listed.push(`${past}#${present}`);
  }
  return listed;
}

/**
 * «دستهای» is «دست‌های» or «دسته‌ای»: counts in the Fars News and Varzesh3 crawls, where endings stand apart or
 * behind a half-space. Stem without ه → [plurals, forms in ه‌ای].
 */
function collectHehForms() {
  const counts = new Map();
  const count = (stem, index) => {
    const pair = counts.get(stem) ?? [0, 0];
    pair[index] += 1;
    counts.set(stem, pair);
  };
  for (const text of newsTexts()) {
    for (const [, stem] of text.matchAll(/([ء-ی]{2,})[ \u200c](?:های|هایی|هایم|هایش)(?![ء-ی])/g))
      count(stem, 0);
    for (const [, stem] of text.matchAll(/([ء-ی]{2,})ه[ \u200c]ای(?![ء-ی])/g)) count(stem, 1);
    // After a letter that joins nothing the plural is printed solid: «سفرهای».
    for (const [, stem] of text.matchAll(/(?<![ء-ی\u200c])([ء-ی]+[اآدذرزژو])های(?![ء-ی\u200c])/g))
      count(stem, 0);
  }
  return counts;
}

/** The crawls of Fars News and Varzesh3, with Persian ی and ک. */
function newsTexts() {
  const folder = join(data, 'articles');
  return readdirSync(folder)
    .filter((each) => /^(fars-news|varzesh3)-/.test(each))
    .map((name) => gunzipSync(readFileSync(join(folder, name))).toString('utf8'))
    .map((json) => JSON.stringify(JSON.parse(json)).replaceAll('ي', 'ی').replaceAll('ك', 'ک'));
}

/** How news prints words that the list writes with a half-space or in two ways: «کلاهبرداری», «امکان‌پذیر». */
function collectSpellings(words) {
  const counts = new Map();
  for (const text of newsTexts()) {
    for (const [word] of text.matchAll(/[آ-ی\u200c]{4,}/g)) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  const found = [...words.keys()]
    .filter((spelling) => spelling.includes(ZWNJ) && !RULED.test(spelling))
    .map((spelling) => chooseSpelling(spelling, { words, counts }));
  return [...new Set(found)].filter((spelling) => spelling !== undefined).sort();
}

/** The spelling to note; undefined where news decides nothing or the list says the same. */
function chooseSpelling(spelling, { words, counts }) {
  const solid = spelling.replaceAll(ZWNJ, '');
  const printedSolid = counts.get(solid) ?? 0;
  const printedApart = counts.get(spelling) ?? 0;
  if (printedSolid >= LEAST_SIGHTINGS && printedSolid > 3 * printedApart) return solid;
  const isApart = printedApart >= LEAST_SIGHTINGS && printedApart >= 2 * printedSolid;
  return isApart && words.has(solid) ? spelling : undefined;
}

function spellingModule(spellings) {
  return `// How news prints words that may be solid or half-spaced ("_"), one a line.
// Made by "npm run build:lexicon"; do not edit by hand. Counted in the Fars News and Varzesh3 crawls (Apache-2.0).
export const NEWS_SPELLINGS = \`
${spellings.map((spelling) => spelling.replaceAll(ZWNJ, '_')).join('\n')}\`;
`;
}

function hehModule(counts) {
  const lines = [...counts]
    .filter(([, [plural, heh]]) => plural + heh >= 2 && heh > 0)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([stem, [plural, heh]]) => `${stem} ${plural} ${heh}`);
  return `// Stems before a printed "های" that may be a plural or ه‌ای: stem, times plural, times ه‌ای.
// Made by "npm run build:lexicon"; do not edit by hand. Counted in the Fars News and Varzesh3 crawls (Apache-2.0).
export const HEH_FORMS = \`
${lines.join('\n')}\`;
`;
}

function wordModule(words) {
  const lines = [...words]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([spelling, { tenths, adjective }]) =>
      `${spelling.replaceAll(ZWNJ, '_')} ${tenths}${adjective ? 'a' : ''}`.replace(/ 0$/, ''),
    );
  return `${header('Persian words, one a line: spelling ("_" is the half-space), ten times log10 of the count, "a" for adjectives.')}export const WORDS = \`
${lines.join('\n')}\`;
`;
}

function verbModule(roots) {
  const lines = [...new Set(roots)].sort();
  return `${header('Persian verb stems, one a line: past stem, "#", present stem.')}export const VERB_ROOTS = \`
${lines.join('\n')}\`;
`;
}

function header(what) {
  return `// ${what}
// Made by "npm run build:lexicon"; do not edit by hand.
// Origin and licence: words, counts and verb stems of Hazm (roshan-research/hazm, MIT);
// words of Lilak (b00f/lilak, Copyright 2015 Mostafa Sedaghat Joo, Apache-2.0), folded and merged.
`;
}
