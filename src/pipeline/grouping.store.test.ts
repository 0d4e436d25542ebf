import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Gazetteer } from '../sources/gazetteer.js';
import { openTestDatabase, type TestHooks, type TestStore } from '../store/test_database.js';
import { openGrouping } from './grouping.js';
import { loadRegistry } from './load_registry.js';
import { joinThread, leaveThread, mergeStories, moveReport, splitStory, undoAct } from './operate_stories.js';
import type { Arrival } from './process_page.js';
import { type Pipeline, processPages } from './process_page.js';
import { rebuildArticles, rebuildGroups } from './rebuild.js';

const { value: registry } = loadRegistry();
assert.ok(registry);

/** Four events; the second report of each is a copy of the first that credits it, the third an edit of it. */
const EVENTS = [
  'وزیر نیرو گفت سد تازهٔ شهر بندری تا پایان زمستان آبگیری می‌شود و کشاورزان دشت شرقی از بهار آینده آب خواهند داشت',
  'بازار فلزات دیروز پس از سه هفته افت دوباره بالا رفت و کارشناسان علت آن را کاهش ذخیرهٔ انبارهای بندر دانستند',
  'تیم بسکتبال بانوان دانشگاه پس از شش سال به جام باشگاه‌های منطقه رسید و سرمربی آن از هواداران سپاسگزاری کرد',
  'پژوهشگران گونه‌ای ناشناخته از قورباغهٔ جنگلی را در کوهستان شمال یافتند که شب‌ها با صدایی چون زنگ می‌خواند',
] as const;

function arrivals(): Arrival[] {
  return EVENTS.flatMap((words, event) =>
    ['isna', 'mehrnews'].map((outlet, place): Arrival => {
      const at = new Date(
        Date.parse('2026-03-01T08:00:00Z') + (event * 60 + place * 10) * 60_000,
      ).toISOString();
      const credit = place === 0 ? '' : 'به گزارش ایسنا، ';
      const record = {
        url: `https://${outlet === 'isna' ? 'isna.ir' : 'mehrnews.com'}/news/${1000 + event}`,
        title: words.slice(0, 60),
        outlet,
        published: at,
        fetchedAt: at,
        text: `${credit}${words}.\n${words.split(' ').reverse().join(' ')}.`,
      };
      return arrivalOf(record);
    }),
  );
}

function arrivalOf(record: { readonly url: string; readonly fetchedAt: string }): Arrival {
  return {
    body: Buffer.from(JSON.stringify(record)),
    format: 'record',
    url: record.url,
    fetchedAt: record.fetchedAt,
    via: 'add',
    inputName: 'test',
  };
}

async function openFilled(hooks: TestHooks): Promise<Pipeline & { readonly store: TestStore }> {
  const store = await openTestDatabase(hooks);
  assert.ok(registry);
  const pipeline = { store, registry };
  await processPages(pipeline, arrivals());
  await openGrouping(pipeline).settle();
  return pipeline;
}

/** Everything that grouping derives, as text. */
async function derived(store: TestStore): Promise<string> {
  const tables = [
    'select * from report order by article_id',
    'select * from copy_link order by article_id',
    'select * from report_source order by article_id, outlet_id',
    'select * from story_member order by article_id',
    'select * from story order by id',
    'select * from thread order by id',
    'select * from attribution_hop order by article_id, version, position',
  ];
  const rows: unknown[] = [];
  for (const table of tables) rows.push(await store.rows(table));
  return JSON.stringify(rows, undefined, 1);
}

async function storiesOf(store: TestStore): Promise<readonly number[]> {
  const rows = await store.rows<{ story_id: number }>(
    'select story_id from story_member order by article_id',
  );
  return rows.map((row) => row.story_id);
}

const QUIET = { signal: new AbortController().signal };

test('openGrouping() puts a copy into the story of its source and opens one for each event', async (t) => {
  const { store } = await openFilled(t);
  assert.deepEqual(await storiesOf(store), [1, 1, 2, 2, 3, 3, 4, 4]);
  const rows = await store.rows('select article_id, other_id, direction from copy_link order by 1');
  assert.deepEqual(rows, [
    { article_id: 2, other_id: 1, direction: 'from_other' },
    { article_id: 4, other_id: 3, direction: 'from_other' },
    { article_id: 6, other_id: 5, direction: 'from_other' },
    { article_id: 8, other_id: 7, direction: 'from_other' },
  ]);
  const counts = await store.row(
    'select sum(origin_count)::int as origins, sum(report_count)::int as reports from story',
  );
  assert.deepEqual(counts, { origins: 4, reports: 8 });
});

test('several groupings on one database place every report once, in one order', async (t) => {
  const store = await openTestDatabase(t);
  assert.ok(registry);
  const pipeline = { store, registry };
  const groupings = [openGrouping(pipeline), openGrouping(pipeline), openGrouping(pipeline)];
  for (const arrival of arrivals()) {
    await processPages(pipeline, [arrival]);
    for (const grouping of groupings) grouping.wake();
  }
  for (const grouping of groupings) await grouping.settle();
  assert.deepEqual(await storiesOf(store), [1, 1, 2, 2, 3, 3, 4, 4]);
  const rows = await store.rows<{ arrival: number }>('select arrival from report order by article_id');
  assert.deepEqual(
    rows.map(({ arrival }) => arrival),
    [1, 2, 3, 4, 5, 6, 7, 8],
  );
});

test('a grouping that starts anew goes on as the one before would have', async (t) => {
  const whole = await openFilled(t);
  const store = await openTestDatabase(t);
  const pipeline = { ...whole, store };
  for (const arrival of arrivals()) {
    await processPages(pipeline, [arrival]);
    await openGrouping(pipeline).settle();
  }
  assert.equal(await derived(store), await derived(whole.store));
});

test('rebuilding groups or articles gives the same stories again, byte for byte, acts included', async (t) => {
  const pipeline = await openFilled(t);
  const { store } = pipeline;
  const at = '2026-03-02T08:00:00Z';
  await splitStory(store, { storyId: 1, articleIds: [2], at });
  await mergeStories(store, { storyId: 3, intoId: 2, at });
  const undone = await moveReport(store, { articleId: 7, intoId: 2, at });
  assert.ok(undone.kind === 'done');
  assert.ok(await undoAct(store, { id: undone.act.id, at }));
  const before = await derived(store);
  assert.deepEqual(await storiesOf(store), [1, 5, 2, 2, 2, 2, 4, 4]);
  assert.equal(await rebuildGroups(pipeline, QUIET), 8);
  assert.equal(await derived(store), before);
  await rebuildArticles(pipeline, QUIET);
  await rebuildGroups(pipeline, QUIET);
  assert.equal(await derived(store), before);
});

test('undoAct() leaves everything as if the act had not been done', async (t) => {
  const { store } = await openFilled(t);
  const before = await derived(store);
  const at = '2026-03-02T08:00:00Z';
  const acts = [
    () => splitStory(store, { storyId: 1, articleIds: [2], at }),
    () => mergeStories(store, { storyId: 3, intoId: 2, at }),
    () => moveReport(store, { articleId: 7, intoId: 2, at }),
  ];
  for (const act of acts) {
    const outcome = await act();
    assert.ok(outcome.kind === 'done');
    assert.notEqual(await derived(store), before);
    assert.ok(await undoAct(store, { id: outcome.act.id, at }));
  }
  await store.run('delete from story where act_id is not null');
  assert.equal(await derived(store), before);
});

test('a story that was merged takes what comes later; a split report takes its copies along', async (t) => {
  const store = await openTestDatabase(t);
  assert.ok(registry);
  const pipeline = { store, registry };
  const all = arrivals();
  const first = all.filter((_arrival, at) => at % 2 === 0);
  const second = all.filter((_arrival, at) => at % 2 === 1);
  await processPages(pipeline, first);
  await openGrouping(pipeline).settle();
  const at = '2026-03-02T08:00:00Z';
  await mergeStories(store, { storyId: 2, intoId: 1, at });
  await processPages(pipeline, second);
  await openGrouping(pipeline).settle();
  assert.deepEqual(await storiesOf(store), [1, 1, 3, 4, 1, 1, 3, 4]);
});

test('acts on stories that are not there are refused in words', async (t) => {
  const { store } = await openFilled(t);
  const at = '2026-03-02T08:00:00Z';
  const refused = [
    await splitStory(store, { storyId: 1, articleIds: [1, 2], at }),
    await splitStory(store, { storyId: 1, articleIds: [3], at }),
    await mergeStories(store, { storyId: 1, intoId: 77, at }),
    await mergeStories(store, { storyId: 1, intoId: 1, at }),
    await moveReport(store, { articleId: 1, intoId: 1, at }),
    await moveReport(store, { articleId: 77, intoId: 1, at }),
  ];
  for (const outcome of refused) {
    assert.ok(outcome.kind === 'refused');
    assert.match(outcome.why, /^Cannot /);
  }
  assert.equal(await undoAct(store, { id: 1, at }), false);
  assert.deepEqual(await store.rows('select * from story_act'), []);
});

/** One theme on three days, and news of something else between. */
const STRIKE = [
  [
    'باراندازان بندر نوشهر دست از کار کشیدند',
    'اتحادیهٔ باراندازان نوشهر می‌گوید کارگران اسکله از صبح جرثقیل‌ها را خاموش کرده‌اند.',
  ],
  [
    'گونه‌ای ناشناخته از قورباغه پیدا شد',
    'پژوهشگران این جانور را در کوهستان شمال یافتند که شب‌ها با صدایی چون زنگ می‌خواند.',
  ],
  [
    'باراندازان نوشهر پای میز گفت‌وگو رفتند',
    'اتحادیهٔ باراندازان نوشهر دربارهٔ دستمزد کارگران اسکله با کارفرما نشست.',
  ],
  [
    'جرثقیل‌های اسکلهٔ نوشهر دوباره روشن شد',
    'اتحادیهٔ باراندازان نوشهر پیشنهاد دستمزد را پذیرفت و کشتی‌ها پهلو گرفتند.',
  ],
] as const;

function strikeArrivals(): Arrival[] {
  return STRIKE.map(([title, text], day) => {
    const fetchedAt = new Date(Date.parse('2026-03-01T08:00:00Z') + day * 26 * 3_600_000).toISOString();
    const url = `https://isna.ir/news/${2000 + day}`;
    return arrivalOf({ ...{ title, text, outlet: 'isna', published: fetchedAt }, url, fetchedAt });
  });
}

function threadsOf(store: TestStore): Promise<readonly (number | null)[]> {
  return store
    .rows<{ thread_id: number | null }>('select thread_id from story order by id')
    .then((rows) => rows.map((row) => row.thread_id));
}

const GAZETTEER: Gazetteer = {
  entries: [
    {
      id: 'city.noshahr',
      type: 'place',
      kind: 'city',
      name: 'نوشهر',
      variants: [],
      wordLike: [],
      sourceOnly: [],
      adjectives: [],
      roles: [],
    },
  ],
  offices: [],
  institutions: [],
  metonyms: new Map(),
};

test('stories of one theme make a thread, the same step by step, at once and rebuilt; acts on it can be undone', async (t) => {
  const store = await openTestDatabase(t);
  assert.ok(registry);
  const pipeline = { store, registry, gazetteer: GAZETTEER };
  await processPages(pipeline, strikeArrivals());
  await openGrouping(pipeline).settle();
  assert.deepEqual(await threadsOf(store), [1, null, 1, 1]);
  const before = await derived(store);

  const step = await openTestDatabase(t);
  for (const arrival of strikeArrivals()) {
    await processPages({ ...pipeline, store: step }, [arrival]);
    await openGrouping({ ...pipeline, store: step }).settle();
  }
  assert.equal(await derived(step), before);

  const at = '2026-03-09T08:00:00Z';
  const left = await leaveThread(store, { storyId: 4, at });
  const joined = await joinThread(store, { storyId: 2, withId: 1, at });
  assert.ok(left.kind === 'done' && joined.kind === 'done');
  assert.deepEqual(await threadsOf(store), [1, 1, 1, null]);
  const acted = await derived(store);
  await rebuildGroups(pipeline, QUIET);
  assert.equal(await derived(store), acted);
  for (const { act } of [left, joined]) assert.ok(await undoAct(store, { id: act.id, at }));
  assert.equal(await derived(store), before);
  for (const outcome of [
    await leaveThread(store, { storyId: 2, at }),
    await joinThread(store, { storyId: 1, withId: 1, at }),
    await joinThread(store, { storyId: 99, withId: 1, at }),
    await joinThread(store, { storyId: 1, withId: 99, at }),
  ]) {
    assert.equal(outcome.kind, 'refused');
  }
});
