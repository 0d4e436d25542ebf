// Trains the name model of src/analyse on a tagged set whose licence allows derived weights (ParsTwiNER, MIT).
//   npm run build:names                     reads $SANAD_EVAL_DATA/data (or ../shared/data)
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { readDocument } from '../dist/src/analyse/document.js';
import { entityIndexOf } from '../dist/src/analyse/entity_lookup.js';
import { findNames } from '../dist/src/analyse/names.js';
import { FEATURE_SLOTS, featuresOf } from '../dist/src/analyse/names_features.js';
import { findKnownNames } from '../dist/src/analyse/names_known.js';
import { bestTags, TAG_COUNT, TAGS } from '../dist/src/analyse/names_model.js';
import { sentenceWords } from '../dist/src/analyse/sentence_words.js';
import { loadGazetteer } from '../dist/src/pipeline/load_gazetteer.js';
import { loadRegistry } from '../dist/src/pipeline/load_registry.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const data = join(process.env.SANAD_EVAL_DATA ?? join(root, '..', 'shared'), 'data');
const EPOCHS = Number(process.env.EPOCHS ?? 6);
const ROUNDS = Number(process.env.ROUNDS ?? 2);
const ARTICLES = Number(process.env.ARTICLES ?? 4000);
const TYPES = { PER: 'person', ORG: 'organisation', POG: 'organisation', LOC: 'place' };

const index = entityIndexOf(loadGazetteer(loadRegistry().value.outlets).value);
const gold = readTagged(join(data, 'ner', 'parstwiner_train.txt')).flatMap(prepare);
const news = newsTexts();
let weights = train(gold);
for (let round = 1; round <= ROUNDS; round += 1) {
  const silver = news.flatMap((text) => prepareSilver(text, weights));
  console.error(`round ${round}: ${silver.length} sentences of news`);
  weights = train([...gold, ...silver]);
}
write(weights.slots, weights.transitions);

/** Articles of the crawls of Fars News and Varzesh3 (Apache-2.0). */
function newsTexts() {
  const folder = join(data, 'articles');
  return readdirSync(folder)
    .filter((name) => /^(fars-news|varzesh3)-/.test(name))
    .flatMap((name) => JSON.parse(gunzipSync(readFileSync(join(folder, name))).toString('utf8')))
    .map((article) => [article.title, ...(article.paragraphs ?? [])].join('\n'))
    .slice(0, ARTICLES);
}

/** News tagged by gazetteer, rules and the model so far; a surname alone counts where the article has the full name. */
function prepareSilver(text, model) {
  const sentences = readDocument({ text }).blocks.flatMap((block) => block.sentences);
  const read = sentences.map((sentence) => {
    const words = sentenceWords(text, sentence);
    return { words, names: findNames(words, index, model) };
  });
  const surnames = new Set();
  for (const { words, names } of read)
    for (const { from, to, type } of names)
      if (type === 'person' && to - from > 1 && (words.keys[to - 1] ?? '').length > 2)
        surnames.add(words.keys[to - 1]);
  return read.flatMap(({ words, names }) => {
    const tags = words.keys.map((key) => (surnames.has(key) ? 1 : 0));
    for (const { from, to, type } of names)
      for (let at = from; at < to; at += 1) tags[at] = TAGS.indexOf(`${at === from ? 'B' : 'I'}-${type}`);
    return [{ features: featuresOf(words, findKnownNames(words, index), index), gold: tags }];
  });
}

function readTagged(file) {
  return readFileSync(file, 'utf8')
    .split(/\n\s*\n/)
    .map((block) =>
      block
        .split('\n')
        .filter((line) => line.includes('\t'))
        .map((line) => line.split('\t')),
    )
    .filter((rows) => rows.length > 0);
}

/** Features and tags of the sentences of one entry; the tag of a word is that of its first printed token. */
function prepare(rows) {
  let text = '';
  const tags = [];
  for (const [word, tag] of rows) {
    tags.push({ start: text.length, end: text.length + word.length, tag: tag.trim() });
    text += `${word} `;
  }
  return readDocument({ text }).blocks.flatMap((block) =>
    block.sentences.map((sentence) => {
      const words = sentenceWords(text, sentence);
      return {
        features: featuresOf(words, findKnownNames(words, index), index),
        gold: goldTags(sentence, tags),
      };
    }),
  );
}

function goldTags(sentence, tags) {
  let before = 'O';
  return sentence.tokens.map(({ start }) => {
    const tag = tags.find((each) => each.start <= start && start < each.end)?.tag ?? 'O';
    const type = TYPES[tag.slice(2)];
    const inside = tag[0] === 'I' && before.slice(2) === type;
    before = type === undefined ? 'O' : `${inside ? 'I' : 'B'}-${type}`;
    return TAGS.indexOf(before);
  });
}

function train(examples) {
  const model = newModel();
  const order = examples.map((_, at) => at);
  const random = newRandom(7);
  for (let epoch = 1; epoch <= EPOCHS; epoch += 1) {
    shuffle(order, random);
    let wrong = 0;
    for (const at of order) wrong += learn(model, examples[at]);
    console.error(`epoch ${epoch}: ${wrong} wrong words`);
  }
  return averaged(model);
}

function newModel() {
  const sizes = { slots: FEATURE_SLOTS * TAG_COUNT, transitions: TAG_COUNT * TAG_COUNT };
  const tables = (Kind) => ({ slots: new Kind(sizes.slots), transitions: new Kind(sizes.transitions) });
  return { step: 1, weights: tables(Float32Array), sums: tables(Float64Array) };
}

/** Moves the weights from the guess to what is right; returns how many words were wrong. */
function learn(model, { features, gold }) {
  const guess = bestTags(features, model.weights);
  model.step += 1;
  const wrong = gold.flatMap((tag, at) => (guess[at] === tag ? [] : [at]));
  for (const at of wrong) {
    for (const feature of features[at]) {
      change(model, 'slots', feature * TAG_COUNT + gold[at], 1);
      change(model, 'slots', feature * TAG_COUNT + guess[at], -1);
    }
  }
  for (let at = 1; at < gold.length; at += 1) {
    if (guess[at] === gold[at] && guess[at - 1] === gold[at - 1]) continue;
    change(model, 'transitions', gold[at - 1] * TAG_COUNT + gold[at], 1);
    change(model, 'transitions', guess[at - 1] * TAG_COUNT + guess[at], -1);
  }
  return wrong.length;
}

function change({ step, weights, sums }, name, at, by) {
  weights[name][at] += by;
  sums[name][at] += by * step;
}

/** The mean of the weights over all steps, which serves unseen texts better than the last ones. */
function averaged({ step, weights, sums }) {
  for (const name of ['slots', 'transitions']) {
    for (let at = 0; at < weights[name].length; at += 1) weights[name][at] -= sums[name][at] / step;
  }
  return weights;
}

function newRandom(seed) {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0;
    return state / 2 ** 32;
  };
}

function shuffle(order, random) {
  for (let at = order.length - 1; at > 0; at -= 1) {
    const other = Math.floor(random() * (at + 1));
    [order[at], order[other]] = [order[other], order[at]];
  }
}

/** Weights as bytes: one scale for all, the strongest is 127. */
function write(slots, transitions) {
  const all = [...slots].map(Math.abs).sort((a, b) => b - a);
  const strongest = all[Math.floor(all.length / 20_000)] ?? 1;
  const scale = 127 / strongest;
  const bytes = (list) =>
    Buffer.from(
      Int8Array.from(list, (each) => Math.max(-127, Math.min(127, Math.round(each * scale)))).buffer,
    );
  const lines = [
    '// Made by scripts/build-names.mjs from ParsTwiNER (MIT) and crawls of Fars News and Varzesh3 (Apache-2.0); see docs/analyse-entities.md. Do not edit.',
    `export const NAME_SLOTS = '${bytes(slots).toString('base64')}';`,
    `export const NAME_TRANSITIONS = ${JSON.stringify(Array.from(transitions, (each) => Math.round(each * scale)))};`,
    '',
  ];
  writeFileSync(join(root, 'src', 'analyse', 'names_weights.data.ts'), lines.join('\n'));
}
