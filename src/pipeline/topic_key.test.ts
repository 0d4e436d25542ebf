import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { TopicItem } from '../model/extracted_page.js';
import { topicItemKey } from './topic_key.js';

const item = (fields: Omit<TopicItem, 'span'>): TopicItem => ({ ...fields, span: { start: 0, end: 1 } });

test('topicItemKey() goes by address, whatever the words', () => {
  assert.equal(
    topicItemKey(item({ url: 'https://www.nemune.example/1/?utm_source=x', text: 'آمد' })),
    topicItemKey(item({ url: 'http://nemune.example/1', text: 'رفت' })),
  );
});

test('topicItemKey() goes by words in any spelling where there is no address', () => {
  assert.equal(topicItemKey(item({ text: 'می‌رود' })), topicItemKey(item({ text: 'میرود' })));
  assert.notEqual(topicItemKey(item({ text: 'آمد' })), topicItemKey(item({ text: 'رفت' })));
});
