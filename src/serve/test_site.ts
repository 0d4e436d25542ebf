/** For tests: the site over a database of its own, and an invented press to fill it with. */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import type { Hono } from 'hono';
import { span } from '../model/span.js';
import { articlePage } from '../model/test_article.js';
import type { TextChange } from '../model/version_change.js';
import { saveArticleVersion } from '../store/article_versions.js';
import type { Transaction } from '../store/database.js';
import { savePage } from '../store/fetched_pages.js';
import { saveFront } from '../store/front_items.js';
import { saveOutlets, saveSources } from '../store/outlets.js';
import { savePageResult } from '../store/page_results.js';
import { saveSearchEntry } from '../store/search_entries.js';
import { searchWords } from '../store/search_words.js';
import { openTestDatabase, type TestHooks, type TestStore } from '../store/test_database.js';
import { saveTopicPage } from '../store/topics.js';
import { saveVersionChange } from '../store/version_changes.js';
import { createSite } from './site.js';
import type { SiteConfig } from './site_deps.js';
import { TEST_ARTICLES } from './test_articles.data.js';
import { placeReports } from './test_reports.js';

/** An invented article. */
export interface TestArticle {
  readonly key: string;
  /** Id of an invented outlet; undefined: the page names one that no registry knows. */
  readonly outlet: string | undefined;
  readonly outletName?: string;
  readonly section: string | undefined;
  readonly category: readonly string[];
  /** Published so long before the test's now. */
  readonly minutesAgo: number | 'undated';
  /** False for a text capture without an address. */
  readonly url?: boolean;
  readonly title: string;
  readonly kicker?: string;
  readonly lede: string | undefined;
  readonly body: readonly string[];
  readonly newsCode?: string;
  readonly credits?: readonly string[];
  readonly authors?: readonly string[];
  readonly tags?: readonly string[];
  /** Name of the aggregator that republished it. */
  readonly republisher?: string;
}

export interface TestSite {
  readonly app: Hono;
  readonly store: TestStore;
  /** Sets the clock on by so many milliseconds. */
  wait(ms: number): void;
}

/** 15 December 2025, 14:30 in Tehran. */
export const TEST_NOW = '2025-12-15T11:00:00.000Z';

const OUTLETS = [
  { id: 'nuran', name: 'خبرگزاری نوران', nameEn: 'Nuran News', kind: 'agency', domains: ['nuran.example'] },
  { id: 'khatemiyane', name: 'خط میانه', kind: 'site', domains: ['khatemiyane.example'] },
  { id: 'peyk', name: 'پیک کاسپی', kind: 'newspaper', domains: ['peyk.example'] },
  {
    id: 'karane',
    name: 'روزنامهٔ کرانه',
    kind: 'newspaper',
    domains: ['karane.example'],
    fullTextAllowed: true,
  },
  { id: 'rudna', name: 'رودنا', kind: 'site', domains: ['rudna.example'] },
  { id: 'taraz', name: 'تراز', kind: 'site', domains: ['taraz.example'] },
] as const;

/** A site over an empty database. */
export async function openTestSite(hooks: TestHooks, config: SiteConfig = {}): Promise<TestSite> {
  const store = await openTestDatabase(hooks);
  let nowMs = Date.parse(TEST_NOW);
  const app = createSite({
    store,
    config: { keptMs: 0, ...config },
    clock: () => new Date(nowMs).toISOString(),
    stopping: new AbortController().signal,
  });
  return {
    app,
    store,
    wait: (ms) => {
      nowMs += ms;
    },
  };
}

/** Fills a database with the invented press; gives the article numbers by key. */
export async function fillPress(store: TestStore): Promise<ReadonlyMap<string, number>> {
  await saveOutlets(
    store,
    OUTLETS.map((outlet) => ({ aliases: [], ...outlet })),
  );
  const numbers = new Map<string, number>();
  for (const article of TEST_ARTICLES) numbers.set(article.key, await addArticle(store, article));
  await placeReports(store, numbers);
  return numbers;
}

/** Adds one article, or another version of one that has the same key. */
export function addArticle(store: TestStore, article: TestArticle, version = 1): Promise<number> {
  return store.transaction(async (tx) => {
    const seenAt = instantBefore(article.minutesAgo === 'undated' ? 5 : article.minutesAgo - version);
    const url = article.url === false ? undefined : `https://${article.outlet}.example/news/${article.key}`;
    const { pageId } = await savePage(tx, {
      body: Buffer.from(`${article.title}\n${version}\n${article.body.join('\n')}`),
      format: url === undefined ? 'text' : 'html',
      fetchedAt: seenAt,
      via: 'add',
      inputName: `${article.key}.html`,
      ...(url === undefined ? {} : { url }),
    });
    const saved = await saveArticleVersion(tx, {
      identity: url ?? article.key,
      contentKey: `${article.title}|${article.body.join('|')}`,
      page: pageOf(article, url),
      pageId,
      seenAt,
      stage: { name: 'extract', version: 'test' },
      ...(article.section === undefined ? {} : { section: article.section }),
    });
    await savePageResult(tx, {
      pageId,
      kind: 'article',
      articleId: saved.articleId,
      stage: { name: 'extract', version: 'test' },
    });
    await indexArticle(tx, saved.articleId, { article, shownAt: seenAt });
    return saved.articleId;
  });
}

/** What the pipeline tells of a second version whose headline lost words in its middle. */
export async function noteShorterHeadline(store: TestStore, articleId: number): Promise<void> {
  const row = await store.row<{ old: string; now: string }>(
    `select old.title as old, now.title as now from article_version old
     join article_version now on now.article_id = old.article_id and now.number = 2
     where old.article_id = $1 and old.number = 1`,
    [articleId],
  );
  assert.ok(row);
  const { old, now } = row;
  const same = [...now].findIndex((letter, at) => letter !== old[at]);
  const before = span(same, old.length - (now.length - same) - 1);
  const change: TextChange = { kinds: ['headline'], before, at: same };
  await store.transaction((tx) =>
    saveVersionChange(tx, { articleId, version: 2, earlier: 1 }, { kinds: ['headline'], changes: [change] }),
  );
}

/** A topic page as an outlet prints it: «۱۴۸ مطلب», of which three are known. */
export function addTopic(store: TestStore): Promise<number> {
  return store.transaction(async (tx) => {
    const { pageId } = await savePage(tx, {
      body: Buffer.from('topic'),
      format: 'html',
      fetchedAt: TEST_NOW,
      via: 'add',
      inputName: 'topic.html',
      url: 'https://rudna.example/topic/sepidbar',
    });
    const { topicId } = await saveTopicPage(tx, {
      key: 'rudna sepidbar',
      pageId,
      seenAt: TEST_NOW,
      name: 'رود سپیدبار',
      outlet: { id: 'rudna', name: 'رودنا' },
      url: 'https://rudna.example/topic/sepidbar',
      shownCount: 148,
      items: [
        {
          key: '1',
          title: 'دو سوی گذرگاه زرین‌کوه بر سر شمار کامیون‌های مانده هم‌داستان نیستند',
          text: 'گمرک آرانیا از ۳۴۰ کامیون می‌گوید و راهداری کاسپیان از «کمتر از صد».',
          url: 'https://rudna.example/news/border',
        },
        { key: '2', text: 'کشاورزان پاییندست سپیدبار خواهان انتشار آمار روزانه سد شدند.' },
        { key: '3', title: 'تالاب‌های پایین‌دست چه سهمی دارند؟', url: 'https://rudna.example/news/wetland' },
      ],
    });
    return topicId;
  });
}

/** What the front page of an outlet showed an hour ago and shows now. */
export function addFrontPage(store: TestStore): Promise<void> {
  return store.transaction(async (tx) => {
    const source = {
      id: 'nuran-front',
      outletId: 'nuran',
      kind: 'front_page',
      url: 'https://nuran.example/',
    } as const;
    await saveSources(tx, [source]);
    const item = (key: string, title: string) => ({
      url: `https://nuran.example/news/${key}`,
      addressKey: createHash('sha256').update(key).digest('hex'),
      title,
    });
    const school = item('school', 'مدارس پنج شهر شمالی فردا دیرتر باز می‌شوند');
    const river = item('river', 'دور نخست گفت‌وگوهای فنی سپیدبار پایان یافت');
    const readings = [
      { at: instantBefore(70), front: [river, school] },
      { at: instantBefore(10), front: [school, river] },
    ];
    for (const { at, front } of readings) {
      const placed = front.map((one, place) => ({ ...one, position: place + 1 }));
      await saveFront(tx, { sourceId: source.id, front: placed, at });
    }
  });
}

function pageOf(article: TestArticle, url: string | undefined) {
  const name = article.outletName ?? OUTLETS.find(({ id }) => id === article.outlet)?.name ?? '';
  const outlet = article.outlet === undefined ? { name } : { id: article.outlet, name };
  const evidence = { span: span(0, 1), rule: 'test/invented' };
  const page = articlePage(
    {
      title: article.title,
      ...(article.lede === undefined ? {} : { lede: article.lede }),
      body: article.body,
    },
    {
      outlet,
      category: article.category,
      tags: article.tags ?? [],
      authors: article.authors ?? [],
      credits: (article.credits ?? []).map((credit) => ({ name: credit, surface: `/${credit}`, evidence })),
      language: 'fa',
      ...(url === undefined ? {} : { url }),
      ...(article.newsCode === undefined ? {} : { newsCode: article.newsCode }),
      ...(article.republisher === undefined
        ? {}
        : { republishedBy: { name: article.republisher, evidence } }),
      ...(article.minutesAgo === 'undated' ? {} : { published: dateBefore(article.minutesAgo) }),
    },
  );
  if (article.kicker === undefined) return page;
  // The kicker stands behind the rest, so that the other spans stay.
  const start = page.text.length + 1;
  return {
    ...page,
    text: `${page.text}\n${article.kicker}`,
    kicker: span(start, start + article.kicker.length),
  };
}

function dateBefore(minutes: number) {
  return { iso: instantBefore(minutes), surface: '', precision: 'minute', basis: 'meta' } as const;
}

function instantBefore(minutes: number): string {
  return new Date(Date.parse(TEST_NOW) - minutes * 60_000).toISOString();
}

async function indexArticle(
  tx: Transaction,
  refId: number,
  { article, shownAt }: { readonly article: TestArticle; readonly shownAt: string },
): Promise<void> {
  await saveSearchEntry(tx, {
    kind: 'article',
    refId,
    shownAt: article.minutesAgo === 'undated' ? shownAt : instantBefore(article.minutesAgo),
    ...(article.outlet === undefined ? {} : { outletId: article.outlet }),
    ...(article.section === undefined ? {} : { section: article.section }),
    words: {
      title: searchWords(article.title),
      lede: searchWords(article.lede ?? ''),
      body: searchWords(article.body.join('\n')),
    },
  });
}
