import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cut } from '../model/span.js';
import { parseGazetteer } from '../sources/gazetteer.js';
import { findNamesIn } from './article_names.js';
import { readDocument } from './document.js';
import { entityIndexOf } from './entity_lookup.js';
import { spanOf } from './sentence_words.js';

const WORLD = {
  entities: [
    { id: 'geo.moria', type: 'place', kind: 'country', name: 'موریا', adjectives: ['موریایی'] },
    { id: 'geo.linar', type: 'place', kind: 'city', name: 'لینار' },
    { id: 'geo.linaru', type: 'place', kind: 'city', name: 'لینارو' },
    { id: 'org.guild', type: 'organisation', name: 'انجمن نمک، صدف و مرجان' },
    { id: 'org.sadaf', type: 'organisation', name: 'صدف لینار', wordLike: ['صدف'] },
  ],
};
const { value: gazetteer } = parseGazetteer([
  { name: 'offices', table: 'offices', text: 'mayor | شهردار |' },
  { name: 'world', table: 'gazetteer', json: WORLD },
]);

/** Names as «words|type». */
function namesIn(text: string): readonly string[] {
  assert.ok(gazetteer);
  return findNamesIn(readDocument({ text }), entityIndexOf(gazetteer)).flatMap(({ words, names }) =>
    names.map((name) => `${cut(text, spanOf(words, name))}|${name.type}`),
  );
}

const CASES: readonly (readonly [string, string, readonly string[]])[] = [
  ['a speaker whom nobody knows', 'ضرغامیان افزود: آب کم است.', ['ضرغامیان|person']],
  ['no speaker in «وی»', 'وی افزود: آب کم است.', []],
  ['a name with a first name', 'محمد دشتیار در جلسه ماند.', ['محمد دشتیار|person']],
  [
    'a surname after the full name',
    'محمد دشتیار رفت. دیدار دشتیار کوتاه بود.',
    ['محمد دشتیار|person', 'دشتیار|person'],
  ],
  ['an honorific outside the name', 'سرهنگ محمد دشتیار رفت.', ['محمد دشتیار|person']],
  ['a province with its noun', 'در استان لینار باران بارید.', ['استان لینار|place']],
  ['a direction with its place', 'در شمال لینار باران بارید.', ['شمال لینار|place']],
  [
    'an organisation from its head to its place',
    'اداره کل راه لینار پاسخ داد.',
    ['اداره کل راه لینار|organisation'],
  ],
  [
    'a name with a comma of its own',
    'انجمن نمک، صدف و مرجان پاسخ داد.',
    ['انجمن نمک، صدف و مرجان|organisation'],
  ],
  ['no name that only «و» behind it completes', 'در لینار و اطراف باران بارید.', ['لینار|place']],
  ['nothing in what is counted', '۳۲ تیم برتر افتخار بزرگی است.', []],
  ['nothing in taking part', 'شرکت در این مسابقه آزاد است.', []],
  ['nothing in a board', 'هیئت مدیره پاسخ داد.', []],
  ['a government after its country', 'دولت موریا پاسخ داد.', ['دولت موریا|organisation']],
];

for (const [what, text, expected] of CASES) {
  test(`findNamesIn finds ${what}`, () => {
    assert.deepEqual(namesIn(text), expected);
  });
}
