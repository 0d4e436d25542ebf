import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { after, test } from 'node:test';
import { fatal, warning } from '../model/issue.js';
import { articlePage } from '../model/test_article.js';
import { saveArticleVersion } from './article_versions.js';
import { savePage } from './fetched_pages.js';
import { findKnownInputs, recordInputs } from './inputs.js';
import { countOpenIssues, listOpenIssues, resolveIssue, resolveIssues, saveIssue } from './issues.js';
import { listUnreadPages, loadPageResult, savePageResult } from './page_results.js';
import { openTestDatabase } from './test_database.js';
import { incomingPage } from './test_pages.js';

const store = await openTestDatabase({ after });

const STAGE = { name: 'extract', version: '1' };
const SEEN_AT = '2026-03-01T08:00:00.000Z';

function hashOf(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}

/** Everything that adding one input writes, as the pipeline does it. */
async function addInput(words: string): Promise<void> {
  await store.transaction(async (tx) => {
    const { pageId } = await savePage(tx, incomingPage(words));
    const page = articlePage({ title: words, body: [words] }, { outlet: { id: 'one', name: 'یک' } });
    const reading = { identity: words, contentKey: words, page, pageId, seenAt: SEEN_AT, stage: STAGE };
    const { articleId, outcome } = await saveArticleVersion(tx, reading);
    await savePageResult(tx, { pageId, kind: 'article', articleId, stage: STAGE });
    await saveIssue(tx, { issue: warning('test.odd', 'odd'), stage: 'extract', pageId, seenAt: SEEN_AT });
    await recordInputs(tx, [{ hash: hashOf(words), name: 'file:1', pageId, outcome, seenAt: SEEN_AT }]);
  });
}

test('adding the same inputs in two orders at the same time stores each once', async () => {
  const words = Array.from({ length: 12 }, (_unused, index) => `خبر ${index}`);
  async function addAll(list: readonly string[]): Promise<void> {
    for (const one of list) await addInput(one);
  }
  await Promise.all([
    addAll(words),
    addAll(words),
    addAll([...words].reverse()),
    addAll([...words].reverse()),
  ]);
  const counts = await store.row(
    `select (select count(*) from fetched_page) as pages, (select count(*) from article) as articles,
       (select count(*) from article_version) as versions, (select count(*) from input) as inputs,
       (select count(*) from issue) as issues, (select count(*) from page_result) as results`,
  );
  assert.deepEqual(counts, { pages: 12, articles: 12, versions: 12, inputs: 12, issues: 12, results: 12 });
});

test('findKnownInputs() knows what recordInputs() noted first and nothing else', async () => {
  await recordInputs(store, [{ hash: hashOf('a'), name: 'a', outcome: 'article', seenAt: SEEN_AT }]);
  await recordInputs(store, [{ hash: hashOf('a'), name: 'b', outcome: 'topic', seenAt: SEEN_AT }]);
  const known = await findKnownInputs(store, [hashOf('a'), hashOf('unknown')]);
  assert.deepEqual([...known], [[hashOf('a').toString('hex'), 'article']]);
  assert.equal((await findKnownInputs(store, [])).size, 0);
});

test('listUnreadPages() lists a page until its result is saved', async () => {
  const { pageId } = await store.transaction((tx) => savePage(tx, incomingPage('نخوانده')));
  assert.deepEqual(await listUnreadPages(store, 10), [pageId]);
  assert.equal(await loadPageResult(store, pageId), undefined);
  await savePageResult(store, { pageId, kind: 'quarantined', stage: STAGE });
  await savePageResult(store, { pageId, kind: 'home', stage: { ...STAGE, version: '2' } });
  assert.deepEqual(await listUnreadPages(store, 10), []);
  assert.deepEqual(await loadPageResult(store, pageId), {
    pageId,
    kind: 'home',
    articleId: undefined,
    topicId: undefined,
    stage: { name: 'extract', version: '2' },
  });
});

test('saveIssue() keeps an open issue once, and again after it was resolved', async () => {
  const { pageId } = await store.transaction((tx) => savePage(tx, incomingPage('خالی')));
  const report = {
    issue: fatal('extract.empty_body', 'Cannot read the page: it has no body'),
    stage: 'extract',
    inputName: 'x.html',
    pageId,
    seenAt: SEEN_AT,
  };
  await saveIssue(store, report);
  await saveIssue(store, report);
  const [open, ...others] = await listOpenIssues(store, { severity: 'fatal' });
  assert.ok(open);
  assert.deepEqual(others, []);
  assert.deepEqual(open, { ...report, issueId: open.issueId, resolvedAt: undefined });
  assert.equal(await resolveIssues(store, [{ pageId, at: SEEN_AT }], 'extract'), 1);
  assert.deepEqual(await listOpenIssues(store, { severity: 'fatal' }), []);
  await saveIssue(store, report);
  assert.equal((await listOpenIssues(store, { severity: 'fatal' })).length, 1);
});

test('saveIssue() takes inputs of which no page could be read, once for each input', async () => {
  const report = { issue: fatal('add.unreadable', 'gone'), stage: 'add', seenAt: SEEN_AT };
  for (const inputName of ['a', 'b', 'a']) await saveIssue(store, { ...report, inputName });
  const open = await listOpenIssues(store, { code: 'add.unreadable' });
  assert.deepEqual(
    open.map((issue) => issue.inputName),
    ['b', 'a'],
  );
  assert.deepEqual(
    (await countOpenIssues(store)).find((row) => row.code === 'add.unreadable'),
    {
      severity: 'fatal',
      code: 'add.unreadable',
      count: 2,
    },
  );
  const [first] = open;
  assert.ok(first);
  assert.deepEqual(
    [await resolveIssue(store, first.issueId, SEEN_AT), await resolveIssue(store, first.issueId, SEEN_AT)],
    [true, false],
  );
});
