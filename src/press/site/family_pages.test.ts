import assert from 'node:assert/strict';
import { test } from 'node:test';
import { selectAll, selectOne } from 'css-select';
import { textContent } from 'domutils';
import { parseDocument } from 'htmlparser2';
import type { CmsFamily } from '../../model/outlet.js';
import { type OneHost, oneHostPress } from './one_host_press.js';

/** Where a reader of the family's profile looks for the parts of an article. */
const PLACES: Record<
  CmsFamily,
  Record<'kicker' | 'title' | 'lede' | 'body' | 'date' | 'tags' | 'path', string>
> = {
  iransamaneh: {
    kicker: '.rutitr',
    title: 'h1.title',
    lede: '.subtitle',
    body: '.body',
    date: '.news_pdate_c',
    tags: '.tags li',
    path: '.news_path a',
  },
  nastooh: {
    kicker: '.kicker',
    title: 'h1.title',
    lede: 'p.summary',
    body: '.item-body .item-text',
    date: '.item-date',
    tags: '.tags li',
    path: '.breadcrumb li',
  },
  asam: {
    kicker: '.uptitle',
    title: 'h1.title',
    lede: '.lead',
    body: '#echo_detail',
    date: 'time.news_time[datetime]',
    tags: '.article_tags li',
    path: '.breadcrumb li',
  },
  studiokhabar: {
    kicker: '#docDiv3TitrRou',
    title: '#docDiv3TitrMain',
    lede: '#docDivLead1',
    body: '#doctextarea',
    date: '.doc_date',
    tags: '.tags a',
    path: '.doc_date a',
  },
  wordpress: {
    kicker: '.entry-kicker',
    title: '.entry-header .entry-title',
    lede: '.entry-content .entry-summary',
    body: '.entry-content',
    date: 'time.entry-date',
    tags: '.tags-links li',
    path: '.cat-links a',
  },
};

const EVENING = 21 * 60 + 14;

/** One outlet of the family with two articles; the second is younger and runs in ticker and boxes. */
function hostOf(family: CmsFamily): OneHost {
  const base = { category: ['سیاست'], tags: ['رود'] };
  return oneHostPress({
    cms: family,
    house: { ticker: true, printsCounts: true, calendars: 'both', endMark: 'انتهای پیام/' },
    site: { metadata: ['json_ld', 'open_graph', 'meta_dates'], robots: {} },
    articles: [
      {
        ...base,
        id: 'alef-1',
        published: EVENING,
        newsCode: '15921',
        kicker: 'روتیترِ آزمایش',
        headline: 'تیتر & <b>آزمایش</b>',
        lede: 'لیدِ آزمایش.',
        body: ['بند نخست.', 'بند دوم.', 'بند سوم.', { role: 'list', items: ['یکم', 'دوم'] }],
        credits: ['/نوران'],
        comments: [{ author: 'خواننده', text: '<script>alert(1)</script>', at: EVENING + 5 }],
      },
      {
        ...base,
        id: 'alef-2',
        published: EVENING + 60,
        headline: 'خبرِ تازه\u200cتر',
        lede: 'لید تازه.',
        body: ['متن.'],
      },
    ],
  });
}

function pageOf(family: CmsFamily, path: string, minute = EVENING + 120) {
  const { site, page } = hostOf(family);
  const answer = page(path, minute);
  return { answer, tree: parseDocument(answer.text), site };
}

type Page = ReturnType<typeof pageOf>;

function textAt({ tree }: Page, place: string): string {
  const found = selectOne(place, tree);
  assert.ok(found, `nothing at ${place}`);
  return textContent(found);
}

const ARTICLE = `/news/15921/${encodeURIComponent('تیتر-b-آزمایش-b')}`;

for (const family of Object.keys(PLACES) as CmsFamily[]) {
  const places = PLACES[family];

  test(`${family}: an article stands where its family's profile looks for it`, () => {
    const page = pageOf(family, ARTICLE);
    assert.equal(textAt(page, places.kicker), 'روتیترِ آزمایش');
    assert.equal(textAt(page, places.title), 'تیتر & <b>آزمایش</b>');
    assert.equal(textAt(page, places.lede), 'لیدِ آزمایش.');
    const body = textAt(page, places.body);
    for (const part of ['بند نخست.', 'بند دوم.', 'بند سوم.', 'یکم', '/نوران', 'انتهای پیام/']) {
      assert.ok(body.includes(part), part);
    }
    assert.match(textAt(page, places.date), /۲۱:۱۴/);
    assert.match(textAt(page, places.date), /۱۵ آذر ۱۴۰۴|۱۴۰۴\/۰۹\/۱۵/);
    assert.match(textAt(page, places.date), /2025 December 06/);
    assert.match(textAt(page, places.tags), /رود/);
    assert.equal(textAt(page, places.path), 'سیاست');
  });

  test(`${family}: younger headlines stand around the article and one inside its body`, () => {
    const page = pageOf(family, ARTICLE);
    const young = selectAll('a', page.tree).filter((link) => textContent(link) === 'خبرِ تازه\u200cتر');
    assert.ok(young.length >= 4, String(young.length));
    assert.ok(textAt(page, places.body).includes('خبرِ تازه\u200cتر'));
  });

  test(`${family}: what readers write stays text`, () => {
    const { answer, tree } = pageOf(family, ARTICLE);
    assert.ok(answer.text.includes('&lt;script&gt;alert(1)&lt;/script&gt;'));
    const scripts = selectAll('script:not([type="application/ld+json"])', tree);
    assert.deepEqual(scripts, []);
  });

  test(`${family}: JSON-LD holds the same facts and cannot end its element early`, () => {
    const page = pageOf(family, ARTICLE);
    const facts = JSON.parse(textAt(page, 'script[type="application/ld+json"]')) as Record<string, unknown>;
    assert.equal(facts.headline, 'تیتر & <b>آزمایش</b>');
    assert.equal(facts.datePublished, '2025-12-06T21:14:00+03:30');
    assert.ok(!textAt(page, 'script[type="application/ld+json"]').includes('<'));
  });

  test(`${family}: front page, section and tag page list what is out, the tag page with its count`, () => {
    const { plan } = pageOf(family, '/').site;
    for (const path of ['/', plan.section('سیاست', 0), plan.tag('رود')]) {
      const before = pageOf(family, path, EVENING);
      const after = pageOf(family, path);
      assert.equal(before.answer.text.includes('خبرِ تازه\u200cتر'), false, path);
      assert.ok(before.answer.text.includes('تیتر &amp; &lt;b&gt;'), path);
      assert.ok(after.answer.text.includes('خبرِ تازه\u200cتر'), path);
    }
    assert.match(pageOf(family, plan.tag('رود')).answer.text, /۲ (مطلب|نوشته)/);
  });

  test(`${family}: every page says that it is a sample`, () => {
    for (const path of ['/', ARTICLE, '/about', '/no-such-page']) {
      assert.ok(pageOf(family, path).answer.text.includes('مطبوعات نمونه'), path);
    }
  });

  test(`${family}: comments appear at their minute`, () => {
    assert.ok(!pageOf(family, ARTICLE, EVENING + 4).answer.text.includes('alert(1)'));
    assert.ok(pageOf(family, ARTICLE, EVENING + 5).answer.text.includes('alert(1)'));
  });

  test(`${family}: the pages of a section list every article once, latest first`, () => {
    const articles = Array.from({ length: 25 }, (_, number) => ({
      id: `alef-${number}`,
      published: number,
      newsCode: String(5000 + number),
      headline: `خبر ${number}.`,
      category: ['سیاست'],
      body: [],
    }));
    const { page, site } = oneHostPress({ cms: family, articles });
    const section = site.plan.section('سیاست', 0);
    const headlines = [section, site.plan.page(section, 2), site.plan.page(section, 3)].flatMap((path) => {
      const main = page(path, 100).text.split(/<aside|class="col_side"|id="left"/)[0] ?? '';
      return [...main.matchAll(/خبر (\d+)\./g)].map((found) => Number(found[1]));
    });
    assert.deepEqual(
      headlines,
      Array.from({ length: 25 }, (_, index) => 24 - index),
    );
    assert.equal(page(site.plan.page(section, 4), 100).status, 404);
  });

  test(`${family}: an article is not there before its minute`, () => {
    assert.equal(pageOf(family, ARTICLE, EVENING - 1).answer.status, 404);
    assert.equal(pageOf(family, ARTICLE, EVENING).answer.status, 200);
  });
}
