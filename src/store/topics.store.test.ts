import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { savePage } from './fetched_pages.js';
import { openTestDatabase } from './test_database.js';
import { incomingPage } from './test_pages.js';
import { loadTopic, loadTopicItems, type SavedTopic, saveTopicPage, type TopicReading } from './topics.js';

const store = await openTestDatabase({ after });

function see(hour: number, rest: Partial<TopicReading>): Promise<SavedTopic> {
  const seenAt = `2026-03-01T0${hour}:00:00.000Z`;
  return store.transaction(async (tx) => {
    const { pageId } = await savePage(tx, incomingPage(`topic at ${hour}`, { fetchedAt: seenAt }));
    const reading = { key: 'peace', name: 'صلح', items: [], pageId, seenAt, ...rest };
    return saveTopicPage(tx, reading);
  });
}

function items(...words: readonly string[]): TopicReading['items'] {
  return words.map((word) => ({ key: word, text: `لید ${word}` }));
}

test('saveTopicPage() adds only the items that it did not know and keeps those that are gone', async () => {
  const first = await see(1, { items: items('یک', 'دو', 'سه'), shownCount: 148 });
  assert.deepEqual({ ...first, topicId: 0 }, { topicId: 0, isNew: true, addedCount: 3 });
  const second = await see(2, { items: items('چهار', 'یک', 'دو'), shownCount: 149 });
  assert.deepEqual(second, { topicId: first.topicId, isNew: false, addedCount: 1 });
  const stored = await loadTopicItems(store, first.topicId);
  assert.deepEqual(
    stored.map((item) => [
      item.key,
      item.position,
      item.firstSeenAt.slice(11, 13),
      item.lastSeenAt.slice(11, 13),
    ]),
    [
      ['چهار', 1, '02', '02'],
      ['یک', 2, '01', '02'],
      ['دو', 3, '01', '02'],
      ['سه', 3, '01', '01'],
    ],
  );
  const topic = await loadTopic(store, first.topicId);
  assert.deepEqual(
    [topic?.shownCount, topic?.firstSeenAt, topic?.lastSeenAt],
    [149, '2026-03-01T01:00:00.000Z', '2026-03-01T02:00:00.000Z'],
  );
});

test('saveTopicPage() lets an older reading add, but not win', async () => {
  const { topicId } = await see(5, { key: 'old', name: 'تازه', items: items('یک'), shownCount: 9 });
  await see(3, {
    key: 'old',
    name: 'کهنه',
    items: items('دو', 'یک'),
    shownCount: 8,
    url: 'https://t.example/',
  });
  const topic = await loadTopic(store, topicId);
  assert.deepEqual([topic?.name, topic?.shownCount, topic?.url], ['تازه', 9, 'https://t.example/']);
  assert.equal(topic?.firstSeenAt, '2026-03-01T03:00:00.000Z');
  const stored = await loadTopicItems(store, topicId);
  assert.deepEqual(
    stored.map((item) => [item.key, item.position]),
    [
      ['یک', 1],
      ['دو', 1],
    ],
  );
});

test('saveTopicPage() counts an item that a page shows twice once', async () => {
  const saved = await see(1, { key: 'twice', items: items('یک', 'یک') });
  assert.equal(saved.addedCount, 1);
});

test('saveTopicPage() makes one topic of many readings at the same time', async () => {
  const saved = await Promise.all([1, 2, 3, 4].map((hour) => see(hour, { key: 'race', items: items('یک') })));
  assert.equal(new Set(saved.map((one) => one.topicId)).size, 1);
  assert.equal(
    saved.reduce((sum, one) => sum + one.addedCount, 0),
    1,
  );
});
