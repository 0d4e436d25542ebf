import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseRegistry } from '../sources/registry.js';
import { readGuarded } from './read_guarded.js';
import { openReadingThread } from './reading_thread.js';

// Pages so large that they are read in a thread of their own, and what happens when one breaks its limits.

const { value: registry } = parseRegistry([]);
assert.ok(registry);
const REGISTRY = registry;

const PARAGRAPH = '<p>آب سپیدبار بامداد امروز به سه روستای پایین‌دست رسید و راه روستایی را بست.</p>';
const ARTICLE = `<html><head><title>سپیدبار از بستر گذشت</title></head><body><h1>سپیدبار از بستر گذشت</h1>${PARAGRAPH.repeat(4)}`;
const MB = 1024 * 1024;

function pageOf(html: string) {
  return {
    page: { format: 'html', body: Buffer.from(html), fetchedAt: '2025-12-03T09:00:00.000Z' },
  } as const;
}

const large: readonly [string, string][] = [
  ['20 MB of paragraphs', `${ARTICLE}${PARAGRAPH.repeat((20 * MB) / PARAGRAPH.length / 1.7)}`],
  [
    'a table of 100,000 elements',
    `${ARTICLE}<table>${'<tr><td>الف</td><td>ب</td></tr>'.repeat(34_000)}</table>`,
  ],
  ['50,000 nested elements', `${ARTICLE}${'<div class="row">'.repeat(50_000)}${PARAGRAPH}`],
  ['8 MB of entities', `${ARTICLE}<p>${'&amp;&lt;&#1576;&unknown;'.repeat((8 * MB) / 25)}</p>`],
  ['3 MB of links without blocks', `${ARTICLE}${'<a href=/news/1>خبر تازه</a> '.repeat((3 * MB) / 32)}`],
];
for (const [name, html] of large) {
  test(`readGuarded() reads the article above ${name}`, async () => {
    const { value, issues } = await readGuarded(pageOf(html), REGISTRY);
    assert.equal(issues.filter(({ severity }) => severity === 'fatal').length, 0);
    assert.ok(value?.text.includes('سپیدبار از بستر گذشت'));
  });
}

test('openReadingThread() stops a reading that takes too long and parks the page', async () => {
  const thread = openReadingThread(REGISTRY, { timeMs: 1 });
  const { value, issues } = await thread.read(pageOf(ARTICLE));
  assert.equal(value, undefined);
  assert.deepEqual(
    issues.map(({ code, severity }) => [code, severity]),
    [['extract.timed_out', 'fatal']],
  );
});

test('openReadingThread() survives a page that fills its memory and reads the next ones', async () => {
  const thread = openReadingThread(REGISTRY, { heapMb: 48 });
  const cells = `${ARTICLE}<table>${'<tr><td><b><i>الف</i></b></td></tr>'.repeat(24_000)}</table>`;
  const [hungry, modest, again] = await Promise.all(
    [cells, ARTICLE, ARTICLE].map((html) => thread.read(pageOf(html))),
  );
  assert.equal(hungry?.issues.at(-1)?.code, 'extract.out_of_memory');
  assert.equal(modest?.value?.kind, 'article');
  assert.deepEqual(again, modest);
});

test('openReadingThread() gives what reading in this thread gives', async () => {
  const here = await readGuarded(pageOf(ARTICLE), REGISTRY);
  assert.deepEqual(await openReadingThread(REGISTRY).read(pageOf(ARTICLE)), here);
});
