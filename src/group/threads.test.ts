import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Placement } from '../model/story.js';
import type { Gazetteer, GazetteerEntry } from '../sources/gazetteer.js';
import { createGrouper } from './grouper.js';

const entry = (id: string, name: string, more: Partial<GazetteerEntry> = {}): GazetteerEntry => ({
  id,
  type: 'place',
  name,
  variants: [],
  wordLike: [],
  sourceOnly: [],
  adjectives: [],
  roles: [],
  ...more,
});

const GAZETTEER: Gazetteer = {
  entries: [
    entry('country.arania', 'آرانیا', { adjectives: ['آرانیایی'] }),
    entry('country.lazhur', 'لاژور', { variants: ['جمهوری لاژور'] }),
    entry('city.kabudan', 'کابودان'),
    entry('outlet.nuran', 'نوران', { type: 'organisation', kind: 'outlet' }),
  ],
  offices: [],
  institutions: [],
  metonyms: new Map(),
};

interface Item {
  readonly day: number;
  readonly text: string;
}

const TALKS: readonly Item[] = [
  {
    day: 1,
    text: 'دور نخست مذاکرات آبراه سپیدرود میان آرانیا و لاژور در فیروزان آغاز شد\nهیئت‌ها سه روز می‌مانند.',
  },
  {
    day: 2,
    text: 'سد تازهٔ کابودان تا پایان زمستان آبگیری می‌شود\nوزیر نیرو گفت کشاورزان دشت آب خواهند داشت.',
  },
  {
    day: 4,
    text: 'لاژور و آرانیا دور دوم مذاکرات آبراه سپیدرود را عقب انداختند\nهیئت آرانیایی به خانه برگشت.',
  },
  { day: 9, text: 'مذاکرات آبراه سپیدرود به بن‌بست رسید؛ جمهوری لاژور آرانیا را مقصر می‌داند' },
];

function place(
  items: readonly Item[],
  spell: (text: string) => string = (text) => text,
): readonly Placement[] {
  const grouper = createGrouper({ gazetteer: GAZETTEER });
  return items.map(({ day, text }) => {
    const published = new Date(Date.UTC(2026, 2, day, 8)).toISOString();
    return grouper.add({ id: `d${day}`, outlet: 'nuran', published, text: spell(text), chain: [] });
  });
}

const threadsOf = (placed: readonly Placement[]) => placed.map(({ thread }) => thread?.opener);

test('add() joins the stories of one theme over days, with what they share, and nothing else', () => {
  const placed = place(TALKS);
  assert.deepEqual(
    placed.map(({ story }) => story),
    ['d1', 'd2', 'd4', 'd9'],
  );
  assert.deepEqual(threadsOf(placed), [undefined, undefined, 'd1', 'd1']);
  const shared = placed[3]?.thread?.shared ?? [];
  assert.deepEqual(
    shared.filter(({ isName }) => isName).map(({ word }) => word),
    ['لاژور', 'آرانیا'],
  );
  assert.ok(shared.some(({ word }) => word === 'آبراه'));
});

test('add() gives the same threads to texts without half-spaces', () => {
  const bare = (text: string) => text.replaceAll('\u200c', '');
  assert.deepEqual(threadsOf(place(TALKS, bare)), threadsOf(place(TALKS)));
});

test('add() decides threads without what comes later', () => {
  for (let end = 1; end <= TALKS.length; end += 1) {
    assert.deepEqual(threadsOf(place(TALKS.slice(0, end))), threadsOf(place(TALKS)).slice(0, end));
  }
});

test('add() ends a thread when two weeks passed without a story', () => {
  const late = { day: 30, text: TALKS[2]?.text ?? '' };
  assert.deepEqual(threadsOf(place([...TALKS.slice(0, 2), late])), [undefined, undefined, undefined]);
});

const APART: readonly (readonly [string, readonly [string, string]])[] = [
  [
    'two countries alone are no theme',
    ['آرانیا و لاژور بازی دوستانه برگزار کردند', 'مرزبانان لاژور و آرانیا نشست داشتند'],
  ],
  [
    'the same subject without a name',
    ['بازار فلزات پس از سه هفته افت بالا رفت', 'بازار فلزات دوباره افت کرد و انبارها پر شد'],
  ],
  [
    'the outlet that tells is no actor',
    ['نوران: گندم امسال ارزان‌تر می‌شود', 'نوران: اتوبوس‌های شهری رایگان می‌شود'],
  ],
];

for (const [why, [first, second]] of APART) {
  test(`add() keeps stories out of one thread: ${why}`, () => {
    const placed = place([
      { day: 1, text: first },
      { day: 4, text: second },
    ]);
    assert.deepEqual(threadsOf(placed), [undefined, undefined]);
  });
}

test('add() goes on with threads that are known from before', () => {
  const grouper = createGrouper({ gazetteer: GAZETTEER });
  const all = place(TALKS);
  const placed = TALKS.map(({ day, text }, at) => {
    const published = new Date(Date.UTC(2026, 2, day, 8)).toISOString();
    const opener = all[at]?.thread?.opener;
    const known = at === 3 ? {} : { story: `d${day}`, ...(opener && { thread: opener }) };
    return grouper.add({ id: `d${day}`, outlet: 'nuran', published, text, chain: [] }, known);
  });
  assert.equal(placed[3]?.thread?.opener, 'd1');
});
