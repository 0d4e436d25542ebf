import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cut } from '../model/span.js';
import { type Gazetteer, parseGazetteer } from '../sources/gazetteer.js';
import { readDocument } from './document.js';
import { findMentions } from './mentions.js';

const OFFICES = `
president | رئیس‌جمهور | رؤسای جمهور، رئیسان جمهور
foreign-minister | وزیر امور خارجه، وزیر خارجه | وزرای خارجه
spokesperson | سخنگوی، سخنگو |
mfa-spokesperson | سخنگوی وزارت خارجه |
counterpart | همتای، همتا | همتایان`;
const INSTITUTIONS = 'mfa | وزارت خارجه، وزارت امور خارجه';
/** An invented world. */
const WORLD = {
  home: 'کاجستان',
  entities: [
    { id: 'geo.kajestan', type: 'place', kind: 'country', name: 'کاجستان', adjectives: ['کاجی'] },
    { id: 'geo.moria', type: 'place', kind: 'country', name: 'موریا', adjectives: ['موریایی'] },
    { id: 'geo.sarvab', type: 'place', kind: 'capital', name: 'سروآب', country: 'کاجستان' },
    { id: 'geo.linar', type: 'place', kind: 'capital', name: 'لینار', country: 'موریا' },
    {
      id: 'per.tandis',
      type: 'person',
      name: 'آرتا تندیس',
      roles: [{ role: 'president', of: 'موریا', from: '2020-01-20', to: '2024-01-20' }],
    },
    {
      id: 'per.golpar',
      type: 'person',
      name: 'مینا گلپر',
      roles: [
        { role: 'president-elect', of: 'موریا', from: '2023-11-06', to: '2024-01-20' },
        { role: 'president', of: 'موریا', from: '2024-01-20' },
      ],
    },
    { id: 'per.sahand', type: 'person', name: 'بهمن سهندی', roles: [{ role: 'وزیر خارجه', of: 'کاجستان' }] },
    {
      id: 'per.orlan',
      type: 'person',
      name: 'یوری اورلان',
      variants: ['اورلان'],
      roles: [{ role: 'وزیر خارجه', of: 'موریا' }],
    },
  ],
};

function invented(): Gazetteer {
  const { value, issues } = parseGazetteer([
    { name: 'offices', table: 'offices', text: OFFICES },
    { name: 'institutions', table: 'institutions', text: INSTITUTIONS },
    { name: 'world', table: 'gazetteer', json: WORLD },
  ]);
  assert.deepEqual(issues, []);
  assert.ok(value);
  return value;
}

const gazetteer = invented();

/** Mentions as «words|entity|via», with the title after a further bar. */
function mentionsIn(text: string, published?: string): readonly string[] {
  const document = readDocument({ text, ...(published !== undefined && { published }) });
  return findMentions(document, gazetteer).mentions.map(({ span, entity, via, role }) => {
    const title = role === undefined || via === 'role' ? [] : [cut(text, role)];
    return [cut(text, span), entity ?? '', via, ...title].join('|');
  });
}

const CASES: readonly (readonly [string, string, string, readonly string[]])[] = [
  [
    'a title after the name',
    '2024-05-01',
    'بهمن سهندی، وزیر امور خارجه کاجستان، رفت.',
    ['بهمن سهندی|per.sahand|name|وزیر امور خارجه کاجستان', 'کاجستان|geo.kajestan|name'],
  ],
  [
    'a title before the name',
    '2024-05-01',
    'وزیر خارجه کشورمان بهمن سهندی رفت.',
    ['بهمن سهندی|per.sahand|name|وزیر خارجه کشورمان'],
  ],
  ['an office by its date', '2023-05-01', 'رئیس‌جمهور موریا رفت.', ['رئیس‌جمهور موریا|per.tandis|role']],
  ['an office by a later date', '2024-05-01', 'رئیس‌جمهور موریا رفت.', ['رئیس‌جمهور موریا|per.golpar|role']],
  [
    'nobody in what one becomes',
    '2023-12-01',
    'گلپر به عنوان رئیس‌جمهور موریا آمد.',
    ['موریا|geo.moria|name'],
  ],
  ['an elected one', '2023-12-01', 'رئیس‌جمهور منتخب موریا رفت.', ['رئیس‌جمهور منتخب موریا|per.golpar|role']],
  [
    'an office that two share',
    '2024-05-01',
    'وزرای خارجه کاجستان و موریا رفتند.',
    ['وزرای خارجه کاجستان|per.sahand|role', 'موریا|per.orlan|role'],
  ],
  [
    'a surname after the full name',
    '2024-05-01',
    'بهمن سهندی رفت. سهندی آمد.',
    ['بهمن سهندی|per.sahand|name', 'سهندی|per.sahand|name'],
  ],
  [
    'an institution of a country',
    '2024-05-01',
    'وزارت خارجه موریا پاسخ داد.',
    ['وزارت خارجه موریا|org.mfa.moria|org'],
  ],
  [
    'a capital as a place',
    '2024-05-01',
    'در لینار، پایتخت موریا، ماند.',
    ['لینار|geo.linar|name', 'موریا|geo.moria|name'],
  ],
  ['a capital as a government', '2024-05-01', 'لینار اعلام کرد که می‌آید.', ['لینار|geo.linar|org']],
  [
    'a counterpart of who stands before',
    '2024-05-01',
    'بهمن سهندی، وزیر خارجه کاجستان، با همتای موریایی خود دیدار کرد.',
    [
      'بهمن سهندی|per.sahand|name|وزیر خارجه کاجستان',
      'کاجستان|geo.kajestan|name',
      'همتای موریایی خود|per.orlan|role',
    ],
  ],
  [
    'a counterpart of the subject, not of his company',
    '2024-05-01',
    'بهمن سهندی به همراه مینا گلپر با همتای موریایی خود دیدار کرد.',
    ['بهمن سهندی|per.sahand|name', 'مینا گلپر|per.golpar|name', 'همتای موریایی خود|per.orlan|role'],
  ],
  [
    'another spelling of a known name',
    '2024-05-01',
    'سخنگوی موریا، یوری اورلن، رفت.',
    ['موریا|geo.moria|name', 'یوری اورلن|per.orlan|name|سخنگوی موریا'],
  ],
  [
    'an office of the country spoken of',
    '2024-05-01',
    'در موریا باران بارید. رئیس‌جمهور این کشور رفت.',
    ['موریا|geo.moria|name', 'رئیس‌جمهور این کشور|per.golpar|role'],
  ],
  [
    'unnamed sources',
    '2024-05-01',
    'یک مقام ارشد موریایی و منابع آگاه پاسخ دادند.',
    ['یک مقام ارشد موریایی||unnamed', 'منابع آگاه||unnamed'],
  ],
  ['no source in «مقام معظم»', '2024-05-01', 'این مقام معظم است.', []],
  ['the country in a title that nobody bears', '2024-05-01', 'معاون موریا رفت.', ['موریا|geo.moria|name']],
  ['anybody of an office as unnamed', '2024-05-01', 'یک سخنگوی موریا رفت.', ['موریا|geo.moria|name']],
  ['a people as its state', '2024-05-01', 'موریایی‌ها پاسخ دادند.', ['موریایی‌ها|geo.moria|org']],
  [
    'a former holder whom the article names',
    '2024-05-01',
    'آرتا تندیس آمد. رئیس‌جمهور پیشین موریا رفت.',
    ['آرتا تندیس|per.tandis|name', 'رئیس‌جمهور پیشین موریا|per.tandis|role'],
  ],
];

for (const [what, published, text, expected] of CASES) {
  test(`findMentions finds ${what}`, () => {
    assert.deepEqual(mentionsIn(text, published), expected);
    const stripped = mentionsIn(text.replaceAll('\u200c', ''), published);
    assert.deepEqual(
      stripped,
      expected.map((each) => each.replaceAll('\u200c', '')),
    );
  });
}

test('findMentions keeps the office alone where the article has no date', () => {
  assert.deepEqual(mentionsIn('رئیس‌جمهور موریا رفت.'), ['رئیس‌جمهور موریا|role.president.geo.moria|role']);
});

test('findMentions gives the mentions within a span', () => {
  const text = 'سهندی آمد. بهمن سهندی رفت.';
  const { mentions, within } = findMentions(readDocument({ text }), gazetteer);
  assert.equal(mentions.length, 2);
  assert.deepEqual(within({ start: 11, end: text.length }), mentions.slice(1));
});
