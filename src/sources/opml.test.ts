import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { formatOpml, parseOpml } from './opml.js';

const LIST = `<?xml version="1.0" encoding="UTF-8"?>
<opml version="2.0"><head><title>خواندنی‌ها</title></head><body>
  <outline text="ایران" title="ایران">
    <outline text="خبرگزاری‌ها">
      <outline type="rss" text="نوران" xmlUrl="https://nuran.example/rss?a=1&amp;b=2" htmlUrl="https://nuran.example/"
        category="/Tag/خبر" inoreader:label="a &lt;b&gt;" FR:priority="2"/>
    </outline>
    <outline type="rss" text="کرانه &quot;روز&quot;" xmlUrl="https://karaneh.example/feed"/>
    <outline type="rss" text="دوباره" xmlUrl="https://karaneh.example/feed"/>
  </outline>
  <outline text="یادداشت بی‌نشانی"/>
</body></opml>`;

test('parseOpml reads nested folders and keeps what it does not know', () => {
  assert.deepEqual(parseOpml(LIST).value, [
    {
      title: 'نوران',
      feedUrl: 'https://nuran.example/rss?a=1&b=2',
      siteUrl: 'https://nuran.example/',
      folders: ['ایران', 'خبرگزاری‌ها'],
      attributes: { category: '/Tag/خبر', 'inoreader:label': 'a <b>', 'FR:priority': '2' },
    },
    {
      title: 'کرانه "روز"',
      feedUrl: 'https://karaneh.example/feed',
      folders: ['ایران'],
      attributes: {},
    },
  ]);
});

test('parseOpml refuses what is no list or beyond its bounds, with the reason', () => {
  const cases: readonly [string, RegExp][] = [
    ['<rss><channel/></rss>', /no OPML/],
    ['', /no OPML/],
    [`<opml>${'<outline text="a">'.repeat(40)}`, /nested deeper than 32/],
    [
      `<opml>${'<outline text="a" xmlUrl="x#"/>'.replace('#', '')}${manyFeeds(10_001)}</opml>`,
      /more than 10000 feeds/,
    ],
    [' '.repeat(5_000_001), /characters/],
  ];
  for (const [text, reason] of cases) {
    const { value, issues } = parseOpml(text);
    assert.equal(value, undefined);
    assert.match(issues[0]?.message ?? '', reason);
  }
});

test('parseOpml expands no entities of the document', () => {
  const bomb =
    '<!DOCTYPE opml [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><opml><outline text="&b;" xmlUrl="u"/></opml>';
  assert.deepEqual(
    parseOpml(bomb).value?.map(({ title }) => title),
    ['&b;'],
  );
});

function manyFeeds(count: number): string {
  return Array.from({ length: count }, (_, index) => `<outline xmlUrl="u${index}"/>`).join('');
}

const word = fc.string({
  unit: fc.constantFrom('ن', 'و', '\u200c', 'a', '<', '&', '"', "'", ' '),
  maxLength: 12,
});
const title = word.map((letters) => `ت${letters}`.trim());

test('parseOpml reads what formatOpml wrote', () => {
  const entry = fc.record({
    title,
    feedUrl: fc.integer().map((number) => `https://nuran.example/feed?n=${number}&m=1`),
    folders: fc.array(title, { maxLength: 3 }),
    attributes: fc.dictionary(fc.constantFrom('category', 'x:label', 'sanadKind'), title),
  });
  fc.assert(
    fc.property(
      fc.uniqueArray(entry, { selector: ({ feedUrl }) => feedUrl, minLength: 1, maxLength: 8 }),
      (entries) => {
        const text = formatOpml(entries, { title: 'فهرست', madeAt: '2026-03-01T00:00:00Z' });
        const read = parseOpml(text).value ?? [];
        const byUrl = (a: { feedUrl: string }, b: { feedUrl: string }) => (a.feedUrl < b.feedUrl ? -1 : 1);
        assert.deepEqual(
          [...read].sort(byUrl),
          [...entries].map((each) => ({ ...each, attributes: { ...each.attributes } })).sort(byUrl),
        );
      },
    ),
  );
});
