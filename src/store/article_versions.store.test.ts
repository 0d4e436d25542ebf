import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import type { ExtractedPage } from '../model/extracted_page.js';
import { span } from '../model/span.js';
import { articlePage } from '../model/test_article.js';
import { type ArticleReading, type SavedArticle, saveArticleVersion } from './article_versions.js';
import { loadArticle, loadVersions } from './articles.js';
import { savePage } from './fetched_pages.js';
import { openTestDatabase } from './test_database.js';
import { incomingPage } from './test_pages.js';

const store = await openTestDatabase({ after });

const STAGE = { name: 'extract', version: '1' };

interface Seen {
  readonly identity: string;
  /** The words: also the content key. */
  readonly words: string;
  /** Hour of one day. */
  readonly hour: number;
  readonly rest?: Partial<ExtractedPage>;
}

function hourOf(hour: number): string {
  return `2026-03-01T${String(hour).padStart(2, '0')}:00:00.000Z`;
}

/** Saves the page and the article in one transaction, as the pipeline does. */
function see({ identity, words, hour, rest }: Seen): Promise<SavedArticle> {
  const seenAt = hourOf(hour);
  return store.transaction(async (tx) => {
    const url = `https://${identity}.example/`;
    const { pageId } = await savePage(tx, incomingPage(words, { url, fetchedAt: seenAt }));
    const page = articlePage({ title: words, body: [`متن ${words}`] }, rest);
    return saveArticleVersion(tx, { identity, contentKey: words, page, pageId, seenAt, stage: STAGE });
  });
}

async function history(articleId: number): Promise<readonly string[]> {
  const versions = await loadVersions(store, articleId);
  return versions.map((version) => `${version.contentKey}@${version.seenAt.slice(11, 13)}`);
}

test('saveArticleVersion() makes an article once and a version for each edit', async () => {
  const created = await see({ identity: 'edits', words: 'الف', hour: 1 });
  assert.deepEqual({ ...created, articleId: 0 }, { articleId: 0, outcome: 'created', version: 1 });
  const { articleId } = created;
  const cases = [
    { words: 'الف', hour: 2, expected: { articleId, outcome: 'unchanged', version: 1 } },
    { words: 'ب', hour: 3, expected: { articleId, outcome: 'updated', version: 2 } },
    { words: 'ب', hour: 4, expected: { articleId, outcome: 'unchanged', version: 2 } },
    { words: 'الف', hour: 5, expected: { articleId, outcome: 'updated', version: 3 } },
  ];
  for (const { words, hour, expected } of cases) {
    assert.deepEqual(await see({ identity: 'edits', words, hour }), expected);
  }
  assert.deepEqual(await history(articleId), ['الف@01', 'ب@03', 'الف@05']);
  assert.equal((await loadArticle(store, articleId))?.currentVersion, 3);
});

test('saveArticleVersion() puts an older capture where it belongs', async () => {
  const { articleId } = await see({ identity: 'older', words: 'ب', hour: 5 });
  assert.equal((await see({ identity: 'older', words: 'ب', hour: 4 })).outcome, 'unchanged');
  assert.deepEqual(await history(articleId), ['ب@04']);
  assert.deepEqual(await see({ identity: 'older', words: 'الف', hour: 2 }), {
    articleId,
    outcome: 'updated',
    version: 2,
  });
  assert.deepEqual(await history(articleId), ['الف@02', 'ب@04']);
  const article = await loadArticle(store, articleId);
  assert.equal(article?.currentVersion, 1);
  assert.equal(article?.firstSeenAt, hourOf(2));
});

test('saveArticleVersion() lets a second reading of one page replace the first', async () => {
  const first = await see({ identity: 'again', words: 'الف', hour: 1 });
  const page = articlePage({ title: 'الف', body: ['متن بهتر'] });
  const reading: ArticleReading = {
    identity: 'again',
    contentKey: 'الف ۲',
    page,
    pageId: (await loadVersions(store, first.articleId))[0]?.pageId ?? 0,
    seenAt: hourOf(1),
    stage: { name: 'extract', version: '2' },
  };
  const again = await store.transaction((tx) => saveArticleVersion(tx, reading));
  assert.deepEqual(again, { articleId: first.articleId, outcome: 'updated', version: 1 });
  const versions = await loadVersions(store, first.articleId);
  assert.deepEqual(
    versions.map((version) => [version.contentKey, version.stage.version, version.page]),
    [['الف ۲', '2', page]],
  );
});

test('loadVersions() gives the extracted page back as it was', async () => {
  const text = 'تیتر\nلید\nیک\nدو\nمنبع: مهر‌آوا';
  const page: ExtractedPage = {
    ...articlePage({ title: 'تیتر', lede: 'لید', body: ['یک', 'دو'] }),
    text,
    outlet: { id: 'sample', name: 'نمونه' },
    published: {
      iso: '2026-02-28T23:30:00+03:30',
      surface: '۹ اسفند',
      precision: 'minute',
      basis: 'labelled_line',
    },
    modified: { iso: '2026-03-01T10:00:00+03:30', surface: 'x', precision: 'minute', basis: 'meta' },
    newsCode: '1401',
    category: ['بین‌الملل', 'اروپا'],
    tags: ['صلح', 'گفت‌وگو'],
    authors: ['ن. نویسنده'],
    credits: [
      {
        name: 'مهر‌آوا',
        surface: 'منبع: مهر‌آوا',
        evidence: { span: span(14, 27), rule: 'credit/source-line' },
      },
    ],
    republishedBy: { name: 'گردآور', evidence: { span: span(0, 4), rule: 'outlet/aggregator' } },
    counts: { views: 12 },
    language: 'fa',
    canonicalUrl: 'https://full.example/1',
  };
  const { articleId } = await see({ identity: 'full', words: 'الف', hour: 1, rest: page });
  assert.deepEqual((await loadVersions(store, articleId))[0]?.page, page);
  assert.deepEqual(await loadArticle(store, articleId), {
    articleId,
    identity: 'full',
    outlet: { id: 'sample', name: 'نمونه' },
    url: undefined,
    canonicalUrl: 'https://full.example/1',
    newsCode: '1401',
    language: 'fa',
    category: ['بین‌الملل', 'اروپا'],
    section: undefined,
    firstSeenAt: hourOf(1),
    published: page.published,
    modifiedAt: '2026-03-01T06:30:00.000Z',
    currentVersion: 1,
    hidden: undefined,
  });
  const details = await store.rows(
    `select 'credit' as what, name from article_credit where article_id = $1
     union all select 'republisher', name from article_republisher where article_id = $1
     union all select 'tag', name from article_tag where article_id = $1 order by 1, 2`,
    [articleId],
  );
  assert.deepEqual(details, [
    { what: 'credit', name: 'مهر‌آوا' },
    { what: 'republisher', name: 'گردآور' },
    { what: 'tag', name: 'صلح' },
    { what: 'tag', name: 'گفت‌وگو' },
  ]);
});

test('saveArticleVersion() never invents a publication time and fills it in when a page states it', async () => {
  const { articleId } = await see({ identity: 'undated', words: 'الف', hour: 1 });
  assert.equal((await loadArticle(store, articleId))?.published, undefined);
  const published = { iso: '2026-02-28', surface: '۹ اسفند', precision: 'day', basis: 'meta' } as const;
  await see({ identity: 'undated', words: 'الف', hour: 2, rest: { published, category: ['ورزش'] } });
  const article = await loadArticle(store, articleId);
  assert.deepEqual(article?.published, published);
  assert.deepEqual(article?.category, ['ورزش']);
});

test('an article that claims to come from the future is listed at the time when we saw it', async () => {
  const published = { iso: '2031-01-01T00:00:00Z', surface: '', precision: 'minute', basis: 'meta' } as const;
  const { articleId } = await see({ identity: 'future', words: 'الف', hour: 1, rest: { published } });
  assert.deepEqual(await store.row('select shown_at from article where id = $1', [articleId]), {
    shown_at: hourOf(1),
  });
});

test('saveArticleVersion() stores texts with units that a database cannot hold, spans unmoved', async () => {
  const { articleId } = await see({ identity: 'damaged', words: 'a\0b\ud800c', hour: 1 });
  const [version] = await loadVersions(store, articleId);
  assert.equal(version?.page.text, 'a\ufffdb\ufffdc\nمتن a\ufffdb\ufffdc');
  assert.deepEqual(version?.page.title, span(0, 5));
});

test('saveArticleVersion() makes one article of many readings at the same time', async () => {
  const saved = await Promise.all(
    [1, 2, 3, 4, 5].map((hour) => see({ identity: 'race', words: hour % 2 ? 'الف' : 'ب', hour })),
  );
  assert.equal(new Set(saved.map((one) => one.articleId)).size, 1);
  assert.deepEqual(await store.row(`select count(*) from article where identity = 'race'`), { count: 1 });
});
