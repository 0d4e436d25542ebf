import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { articlePage } from '../model/test_article.js';
import { saveArticleVersion } from './article_versions.js';
import { savePage } from './fetched_pages.js';
import { savePageResult } from './page_results.js';
import { openTestDatabase } from './test_database.js';
import { incomingPage } from './test_pages.js';
import { loadAbsences, noteAbsence } from './version_changes.js';

const store = await openTestDatabase({ after });
const STAGE = { name: 'extract', version: '1' };

test('noteAbsence() tells when the page of an article was gone and when it was there again', async () => {
  const url = 'https://nuran.example/news/1';
  const [frontierId, articleId] = await store.transaction(async (tx) => {
    const { pageId } = await savePage(tx, incomingPage('متن', { url }));
    const saved = await saveArticleVersion(tx, {
      identity: url,
      contentKey: 'متن',
      page: articlePage({ title: 'تیتر', body: ['متن'] }),
      pageId,
      seenAt: '2026-03-01T08:00:00.000Z',
      stage: STAGE,
    });
    await savePageResult(tx, { pageId, kind: 'article', articleId: saved.articleId, stage: STAGE });
    await tx.run(`insert into collect_host (host) values ('nuran.example')`);
    const row = await tx.row<{ id: number }>(
      `insert into frontier (address_key, url, host, target, priority, next_at, found_at, changed_at, page_id)
       values ($1, $2, 'nuran.example', 'page', 0, now(), now(), now(), $3) returning id`,
      [Buffer.alloc(32), url, pageId],
    );
    return [row?.id ?? 0, saved.articleId];
  });
  const at = (hour: number): string => `2026-03-01T${hour}:00:00.000Z`;
  const visits: readonly [number, boolean][] = [
    [10, false],
    [11, true],
    [12, true],
    [13, false],
    [14, false],
    [15, true],
  ];
  for (const [hour, isGone] of visits) await noteAbsence(store, { frontierId, at: at(hour), isGone });
  assert.deepEqual(await loadAbsences(store, articleId), [
    { goneAt: at(11), backAt: at(13) },
    { goneAt: at(15), backAt: null },
  ]);
});
