import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type PressWorld, pressArticle, pressSetting } from './world.js';
import { findWorldFaults, pressWords, sharedBodyWords } from './world_check.js';
import { type PressTruth, pressTruth } from './world_truth.js';
import { findTruthFaults } from './world_truth_check.js';

const setting = pressSetting.parse({
  about: 'نمونه',
  epoch: '2025-12-06T00:00:00+03:30',
  timezone: 'Asia/Tehran',
  days: 2,
  houses: [{ outlet: 'a', voice: '-', path: '/{code}' }],
});

const FIRST = {
  id: 'a-1',
  outlet: 'a',
  published: 10,
  headline: 'می‌رود',
  body: ['به گزارش الف، باران آمد.'],
};
const SECOND = {
  id: 'a-2',
  outlet: 'a',
  published: 20,
  headline: 'می‌آید',
  body: ['به گزارش الف، باران آمد.'],
};

const worldCases: readonly [string, object, RegExp][] = [
  ['an outlet that does not exist', { outlet: 'b' }, /no outlet "b"/],
  ['a related article that does not exist', { related: ['x'] }, /no article "x"/],
  ['an edit before publication', { edits: [{ at: 5, headline: 'دیگر' }] }, /before publication/],
  ['a publication after the last day', { published: 3000 }, /outside the 2 days/],
  ['a news code used twice', { newsCode: '7' }, /news code "7"/],
  ['an Arabic letter', { headline: 'كتاب' }, /Arabic letter/],
  ['a space for a half-space', { headline: 'می رود' }, /half-space belongs/],
  ['a day of a month', { body: ['در ۱۲ آذر باران آمد.'] }, /day of a month/],
  ['the id of another article', { id: 'a-1' }, /used twice/],
];

for (const [what, change, fault] of worldCases) {
  test(`findWorldFaults() finds ${what}`, () => {
    assert.match(findWorldFaults(worldOf(change)).join('\n'), fault);
  });
}

test('findWorldFaults() finds nothing in a sound world', () => {
  assert.deepEqual(findWorldFaults(worldOf({})), []);
});

const truthCases: readonly [string, object, RegExp][] = [
  ['an item that was left out', { published: [{ article: 'a-1', version: 1, at: 10 }] }, /lacks "a-2 1 20"/],
  [
    'an article without a story',
    { stories: [{ id: 's', label: '-', articles: ['a-1'] }] },
    /a-2 does not stand/,
  ],
  [
    'evidence that was never printed',
    { statements: [said({ evidence: 'برف آمد.' })] },
    /evidence is not in a-1/,
  ],
  ['a verb outside its evidence', { statements: [said({ verb: 'گفت' })] }, /"گفت" is not in its evidence/],
  ['a copy older than its original', { copies: [copied('a-1', 'a-2')] }, /not later/],
  [
    'a trap that was never printed',
    { noContacts: [{ article: 'a-1', surface: 'دیدار', why: '-' }] },
    /"دیدار"/,
  ],
  ['an unknown article', { statementsComplete: ['x'] }, /no article "x"/],
  ['look-alikes in one story', { lookAlikes: [{ a: 'a-1', b: 'a-2', why: '-' }] }, /stand in one story/],
];

for (const [what, change, fault] of truthCases) {
  test(`findTruthFaults() finds ${what}`, () => {
    assert.match(findTruthFaults(worldOf({}), truthOf(change)).join('\n'), fault);
  });
}

test('findTruthFaults() finds nothing in a sound truth', () => {
  assert.deepEqual(findTruthFaults(worldOf({}), truthOf({})), []);
});

test('sharedBodyWords() counts each word of the original once', () => {
  const original = pressArticle.parse({ ...FIRST, body: ['یک دو دو سه'] });
  const copy = pressArticle.parse({ ...SECOND, body: ['سه دو یک چهار'] });
  assert.equal(sharedBodyWords(copy, original), 0.75);
});

test('pressWords() keeps half-spaces inside a word', () => {
  assert.deepEqual(pressWords('می‌رود، خانه‌ها.'), ['می\u200cرود', 'خانه\u200cها']);
});

function worldOf(change: object): PressWorld {
  const articles = [
    { ...FIRST, ...('newsCode' in change ? { newsCode: '7' } : {}) },
    { ...SECOND, ...change },
  ];
  return {
    setting,
    outlets: [{ id: 'a', name: 'الف', aliases: [], domains: ['a.example'] }],
    articles: articles.map((article) => pressArticle.parse(article)),
    madeFrom: new Map(),
  };
}

function truthOf(change: object): PressTruth {
  const empty = {
    threads: [],
    copies: [],
    commonSources: [],
    chains: [],
    origins: [],
    statementsComplete: [],
  };
  return pressTruth.parse({
    ...empty,
    about: '-',
    published: [
      { article: 'a-1', version: 1, at: 10 },
      { article: 'a-2', version: 1, at: 20 },
    ],
    stories: [{ id: 's', label: '-', articles: ['a-1', 'a-2'] }],
    statements: [],
    contactsComplete: [],
    contacts: [],
    noContacts: [],
    edits: [],
    templates: [],
    lookAlikes: [],
    ...change,
  });
}

function said(change: object): object {
  const evidence = 'به گزارش الف، باران آمد.';
  const reading = { via: 'name', form: 'indirect', act: 'assert', stance: 'affirm', factuality: 'CT+' };
  return { id: 's-1', article: 'a-1', evidence, speaker: 'الف', ...reading, ...change };
}

function copied(copy: string, original: string): object {
  return { copy, original, degree: 'verbatim' };
}
