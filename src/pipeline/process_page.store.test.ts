import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import type { Input } from '../collect/inputs.js';
import { cut } from '../model/span.js';
import { parseRegistry } from '../sources/registry.js';
import { loadVersions } from '../store/articles.js';
import { loadPage } from '../store/fetched_pages.js';
import { listOpenIssues } from '../store/issues.js';
import { openTestDatabase } from '../store/test_database.js';
import { loadTopicItems } from '../store/topics.js';
import { loadHistory } from '../store/version_changes.js';
import { type AddReport, addInputs } from './add_inputs.js';
import { type Pipeline, processPage } from './process_page.js';
import { readPage } from './read_page.js';

const NOW = '2025-12-03T09:00:00.000Z';

const store = await openTestDatabase({ after });
const pipeline = openPipeline();

function openPipeline(): Pipeline {
  const outlets = [{ id: 'nemune', name: 'نمونه‌نیوز', domains: ['nemune.example'] }];
  const { value: registry } = parseRegistry([{ name: 'outlets.json', json: { outlets } }]);
  assert.ok(registry);
  return { store, registry };
}

const CAPTURE = `رودخانهٔ سپیدبار از بستر گذشت
تاریخ انتشار: ۱۲ آذر ۱۴۰۴ - ۱۰:۲۰
کد خبر: ۷۷۱۲
به گزارش نمونه‌نیوز، آب سپیدبار بامداد امروز به سه روستای پایین‌دست رسید و راه روستایی را بست.
فرماندار گفت: هیچ‌کس آسیب ندیده است و دو دهیاری تا شب جابه‌جا می‌شوند.`;

const TOPIC = (teasers: readonly string[]): string =>
  `در مورد\nسپیدبار\nدر نمونه‌نیوز بیشتر بخوانید\n۲۷ مطلب\n${teasers.join('\n')}`;

const TEASERS = [
  'فرماندار پایین‌دست می‌گوید آب سپیدبار تا پایان هفته به بستر خود بازمی‌گردد و راه‌ها باز می‌شود.',
  'کشاورزان سپیدبار خواهان انتشار روزانهٔ آمار سد شدند و نامه‌ای با ۱۲۰۰ امضا به استانداری دادند.',
  'دور دوم گفت‌وگوهای فنی دربارهٔ سپیدبار جمعه در فیروزان برگزار می‌شود و دو روز به درازا می‌کشد.',
  'پژوهشگران دانشگاه آرتان نقشهٔ تازه‌ای از سیلاب‌دشت سپیدبار منتشر کردند که پنج روستا را دربر می‌گیرد.',
  'نخستین تصویر ماهوارهٔ آب‌سنج از سپیدبار به زمین رسید و سطح آب پشت سه سد را نشان می‌دهد.',
];

const input = (name: string, format: Input['format'], text: string): Input => ({
  name,
  format,
  bytes: Buffer.from(text),
});

async function addAll(inputs: readonly Input[], signal = new AbortController().signal): Promise<AddReport[]> {
  const reports: AddReport[] = [];
  const stream = (async function* () {
    yield* inputs;
  })();
  for await (const report of addInputs({ pipeline, clock: () => NOW, signal }, stream)) reports.push(report);
  return reports;
}

test('addInputs() stores an article once, whatever it is called the second time', async () => {
  const [first] = await addAll([input('a.txt', 'text', CAPTURE)]);
  assert.equal(first?.outcome.kind, 'article');
  const [again] = await addAll([input('b.txt', 'text', CAPTURE)]);
  assert.deepEqual(again, { name: 'b.txt', outcome: { kind: 'known', earlier: 'article' } });
});

test('addInputs() gives twins in one go one article', async () => {
  const twin = CAPTURE.replace('۷۷۱۲', '۸۸۲۳');
  const reports = await addAll([input('c.txt', 'text', twin), input('d.txt', 'text', twin)]);
  assert.deepEqual(
    reports.map((report) => report.outcome.kind),
    ['article', 'known'],
  );
});

test('processPage() makes a version of an edit and none of another spelling', async () => {
  const page = (text: string) =>
    ({ body: Buffer.from(text), format: 'text', fetchedAt: NOW, via: 'add' }) as const;
  const original = CAPTURE.replace('۷۷۱۲', '۹۹۳۴');
  const first = await processPage(pipeline, page(original));
  const spelled = await processPage(pipeline, page(original.replaceAll('\u200c', '').replaceAll('ی', 'ي')));
  const edited = await processPage(pipeline, page(original.replace('سه روستای', 'چهار روستای')));
  assert.ok(first.kind === 'article' && spelled.kind === 'article' && edited.kind === 'article');
  assert.deepEqual([first.change, spelled.change, edited.change], ['new', 'unchanged', 'edited']);
  assert.deepEqual([spelled.articleId, edited.articleId], [first.articleId, first.articleId]);
});

test('processPage() keeps all that was extracted of a page, what stood around the article included', async () => {
  const [link, menu] = ['https://nemune.example/photo', 'عکس‌های دیگر'];
  const html = `<html lang="fa"><body><ul><li><a href="${link}">${menu}</a></li></ul><article><h1>سد تازه پر شد</h1>
    <p>${CAPTURE.split('\n')[3]}</p><p>${CAPTURE.split('\n')[4]}</p></article></body></html>`;
  const page = { body: Buffer.from(html), url: 'https://nemune.example/news/5512', format: 'html' } as const;
  const outcome = await processPage(pipeline, { ...page, fetchedAt: NOW, via: 'add' });
  assert.equal(outcome.kind, 'article');
  const [version] = outcome.kind === 'article' ? await loadVersions(store, outcome.articleId) : [];
  const { value: extracted } = readPage({ ...page, fetchedAt: NOW }, pipeline.registry);
  assert.deepEqual(version?.page, JSON.parse(JSON.stringify(extracted)));
  assert.deepEqual(version?.page.links, [{ url: link, text: menu }]);
  assert.ok(version.page.boilerplate.length > 0);
});

test('processPage() says of each version what it changed, in whatever order versions arrive', async () => {
  const url = 'https://nemune.example/news/edits';
  const original = `<h1>سپیدبار از بستر گذشت</h1><p>آب بامداد امروز به سه روستای پایین‌دست رسید و راه روستایی را بست.</p>`;
  const numbered = original.replace('سه روستای', 'چهار روستای');
  const titled = numbered.replace('سپیدبار از بستر گذشت', 'سپیدبار به روستاها رسید');
  const see = (html: string, hour: number) =>
    processPage(pipeline, {
      url,
      body: Buffer.from(html),
      format: 'html',
      fetchedAt: `2025-12-03T${hour}:00:00.000Z`,
      via: 'collect',
    });
  const first = await see(original, 10);
  assert.ok(first.kind === 'article');
  await see(titled, 14);
  await see(numbered, 12);
  await see(original, 16);
  const history = await loadHistory(store, first.articleId, 10);
  assert.deepEqual(
    history.map(({ seenAt, kinds }) => [seenAt.slice(11, 13), kinds]),
    [
      ['16', ['back_again', 'headline', 'number']],
      ['14', ['headline']],
      ['12', ['number']],
      ['10', null],
    ],
  );
  const change = history[2]?.changes?.[0];
  assert.ok(change?.after && history[2]);
  assert.equal(cut(history[2].text, change.after), 'چهار');
});

test('processPage() adds the one new teaser of a topic page and no article', async () => {
  const articles = await store.row<{ count: number }>('select count(*) as count from article');
  const older = TEASERS.slice(1);
  const page = (text: string, fetchedAt: string) =>
    ({ body: Buffer.from(text), format: 'text', fetchedAt, via: 'collect' }) as const;
  const first = await processPage(pipeline, page(TOPIC(older), NOW));
  const second = await processPage(pipeline, page(TOPIC(TEASERS), '2025-12-04T09:00:00.000Z'));
  assert.ok(first.kind === 'topic' && second.kind === 'topic');
  assert.equal(second.topicId, first.topicId);
  assert.deepEqual([first.newItems, second.newItems], [older.length, 1]);
  assert.equal((await loadTopicItems(store, first.topicId)).length, TEASERS.length);
  assert.deepEqual(await store.row('select count(*) as count from article'), articles);
});

test('addInputs() parks what holds no text, with its bytes, and goes on', async () => {
  const broken = '{"html":"<div><img src=a.jpg></div>","title":"عکس / آب سپیدبار"}';
  const reports = await addAll([
    input('x.jsonl:1', 'record', broken),
    input('x.jsonl:2', 'record', '{"text":'),
    input('x.jsonl:3', 'record', JSON.stringify({ text: CAPTURE.replace('۷۷۱۲', '۵۵۱۱') })),
  ]);
  assert.deepEqual(
    reports.map((report) => report.outcome.kind),
    ['quarantined', 'quarantined', 'article'],
  );
  const issues = await listOpenIssues(store, { severity: 'fatal' });
  const parked = issues.find((issue) => issue.inputName === 'x.jsonl:1');
  assert.equal(parked?.issue.code, 'extract.empty');
  const page = await loadPage(store, parked?.pageId ?? 0);
  assert.equal(Buffer.from(page?.body ?? []).toString(), broken);
});

test('addInputs() tells of an unreadable input and adds the rest', async () => {
  const issue = {
    code: 'input.broken_gzip',
    message: 'Cannot decompress "y.gz"',
    severity: 'fatal',
  } as const;
  const reports = await addAll([
    { name: 'y.gz', format: 'text', bytes: new Uint8Array(), issue },
    input('z.txt', 'text', CAPTURE.replace('۷۷۱۲', '۵۵۱۲')),
  ]);
  assert.deepEqual(
    reports.map((report) => report.outcome.kind),
    ['unreadable', 'article'],
  );
});

test('addInputs() stops between groups when asked to, and goes on at the next start', async () => {
  const inputs = Array.from({ length: 40 }, (_, index) =>
    input(
      `s${index}.txt`,
      'text',
      CAPTURE.replace('۷۷۱۲', String(600_000 + index)).replace('سپیدبار', `رود ${index}`),
    ),
  );
  const stop = new AbortController();
  stop.abort();
  const first = await addAll(inputs, stop.signal);
  assert.ok(first.length > 0 && first.length < inputs.length);
  const second = await addAll(inputs);
  assert.equal(second.length, inputs.length);
  assert.equal(second.filter((report) => report.outcome.kind === 'known').length, first.length);
});

test('processPage() lets an article be found by another spelling of its words', async () => {
  const text = CAPTURE.replace('۷۷۱۲', '۴۴۰۰').replace('سه روستای', 'دهکده‌های بالادستی');
  const outcome = await processPage(pipeline, {
    body: Buffer.from(text),
    format: 'text',
    fetchedAt: NOW,
    via: 'add',
  });
  const { searchWords } = await import('../store/search_words.js');
  const { openSearchIndex } = await import('../store/search_postgres.js');
  for (const query of ['دهکده\u200cهای بالادستی', 'دهکدههاي بالادستي', 'دهکده ها بالادستی']) {
    const { hits } = await openSearchIndex(store).find({
      ...{ all: searchWords(query), phrases: [], none: [], kinds: ['article'], filter: {} },
      ...{ order: 'newest', offset: 0, limit: 5, fillTo: 0 },
    });
    assert.deepEqual(
      hits.map((hit) => hit.refId),
      [outcome.kind === 'article' ? outcome.articleId : -1],
      query,
    );
  }
});
