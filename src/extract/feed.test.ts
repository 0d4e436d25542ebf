import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { parseFeed } from './feed.js';
import type { FeedDocument } from './feed_document.js';

const URL_OF_FEED = 'https://nuran.example/fa/rss';

function read(feed: string | Uint8Array, contentType?: string): FeedDocument {
  const bytes = typeof feed === 'string' ? new TextEncoder().encode(feed) : feed;
  const { value, issues } = parseFeed(bytes, contentType, URL_OF_FEED);
  assert.ok(value, issues[0]?.message);
  return value;
}

const RSS_ITEM = `<item><title>گفت‌وگوی وزیران</title><link>https://nuran.example/news/1</link>
  <guid isPermaLink="false">1</guid><pubDate>Tue, 27 Jan 2026 08:02:06 +0330</pubDate>
  <description><![CDATA[<p>وزیران <b>دو کشور</b> دیدار کردند.</p>]]></description></item>`;
const rss = (items: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel><title>نوران</title>${items}</channel></rss>`;

test('parseFeed() reads RSS 2.0', () => {
  const feed = read(rss(RSS_ITEM));
  assert.equal(feed.title, 'نوران');
  assert.deepEqual(feed.items, [
    {
      url: 'https://nuran.example/news/1',
      guid: '1',
      title: 'گفت‌وگوی وزیران',
      summary: 'وزیران دو کشور دیدار کردند.',
      published: {
        iso: '2026-01-27T08:02:06+03:30',
        precision: 'minute',
        surface: 'Tue, 27 Jan 2026 08:02:06 +0330',
      },
      authors: [],
      categories: [],
      links: [{ url: 'https://nuran.example/news/1', rel: 'alternate' }],
    },
  ]);
});

const OTHER_FORMATS: readonly [string, string][] = [
  [
    'Atom 1.0',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="fa"><title>نوران</title><entry><id>tag:nuran.example:1</id>
     <title type="html">گفت‌وگوی &lt;b&gt;وزیران&lt;/b&gt;</title><link rel="enclosure" href="/a.jpg"/><link href="/news/1"/>
     <published>2026-01-27T04:32:06Z</published></entry></feed>`,
  ],
  [
    'Atom 0.3',
    `<feed version="0.3" xmlns="http://purl.org/atom/ns#"><title>نوران</title><entry><title>گفت‌وگوی وزیران</title>
     <link rel="alternate" type="text/html" href="/news/1"/><issued>2026-01-27T04:32:06Z</issued></entry></feed>`,
  ],
  [
    'RDF',
    `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
     xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>نوران</title></channel>
     <item rdf:about="https://nuran.example/news/1"><title>گفت‌وگوی وزیران</title><link>https://nuran.example/news/1</link>
     <dc:date>2026-01-27T04:32:06Z</dc:date></item></rdf:RDF>`,
  ],
  [
    'RSS 0.91',
    `<rss version="0.91"><channel><title>نوران</title><item><title>گفت‌وگوی وزیران</title>
     <link>/news/1</link><pubDate>Tue, 27 Jan 2026 04:32:06 GMT</pubDate></item></channel></rss>`,
  ],
  [
    'JSON Feed',
    JSON.stringify({
      version: 'https://jsonfeed.org/version/1.1',
      title: 'نوران',
      items: [
        { id: '1', url: '/news/1', title: 'گفت‌وگوی وزیران', date_published: '2026-01-27T08:02:06+03:30' },
      ],
    }),
  ],
];

for (const [format, text] of OTHER_FORMATS) {
  test(`parseFeed() reads ${format}`, () => {
    const { title, items } = read(text);
    assert.equal(title, 'نوران');
    assert.equal(items.length, 1);
    assert.equal(items[0]?.url, 'https://nuran.example/news/1');
    assert.equal(items[0]?.title, 'گفت‌وگوی وزیران');
    assert.equal(Date.parse(items[0]?.published?.iso ?? ''), Date.parse('2026-01-27T04:32:06Z'));
  });
}

/** What publishers' servers do to feeds; the item must survive all of it. */
const DAMAGE: readonly [string, string][] = [
  ['a byte order mark and blanks in front', `\ufeff \n${rss(RSS_ITEM)}`],
  [
    'a warning of the server in front',
    `<br />\n<b>Warning</b>: mysql in /var/www on line 3<br />\n${rss(RSS_ITEM)}`,
  ],
  ['no declaration', rss(RSS_ITEM).replace(/<\?xml.*?\?>/, '')],
  ['a false declaration', rss(RSS_ITEM).replace('UTF-8', 'utf-16')],
  ['a bare ampersand', rss(RSS_ITEM.replace('دو کشور', 'ایران & عراق'))],
  ['an unclosed br outside CDATA', rss(`${RSS_ITEM}<item><title>a<br>b</title><link>/2</link></item>`)],
  ['control characters', rss(RSS_ITEM.replace('وزیران', '\u0001وزیران\u000b'))],
  [
    'upper-case tags',
    rss(RSS_ITEM).replace(/<(\/?)(\w+)/g, (_, slash, name) => `<${slash}${name.toUpperCase()}`),
  ],
  ['junk after the end', `${rss(RSS_ITEM)}<!-- cached --><script>x</script>`],
  ['a second item cut off in its title', rss(`${RSS_ITEM}<item><title>نیمه`).replace('</channel></rss>', '')],
  [
    'a second item cut off in a CDATA section',
    rss(`${RSS_ITEM}<item><title><![CDATA[نیم`).replace('</channel></rss>', ''),
  ],
  ['the end missing', rss(RSS_ITEM).replace('</channel></rss>', '')],
  ['unclosed br in a thousand CDATA sections', rss(RSS_ITEM.repeat(1000).replaceAll('<b>', '<br><br>'))],
];

for (const [what, text] of DAMAGE) {
  test(`parseFeed() survives ${what}`, () => {
    const [item] = read(text).items;
    assert.equal(item?.url, 'https://nuran.example/news/1');
    assert.match(item?.title ?? '', /^گفت‌وگوی وزیران$/);
    assert.ok(item?.published);
  });
}

test('parseFeed() saves the complete items of a feed that is cut off, and no half ones', () => {
  const ten = Array.from({ length: 10 }, (_, i) => RSS_ITEM.replace('news/1', `news/${i}`)).join('');
  const whole = rss(ten);
  const cut = whole.slice(0, whole.indexOf('news/8') + 3);
  const { value, issues } = parseFeed(new TextEncoder().encode(cut), undefined, URL_OF_FEED);
  assert.equal(value?.items.length, 8);
  assert.equal(issues[0]?.code, 'feed.damaged');
});

const DATES: readonly [string, string | undefined][] = [
  ['Tue, 27 Jan 2026 04:32:06 GMT', '2026-01-27T04:32:06Z'],
  ['Tue, 27 Jan 26 04:32 UT', '2026-01-27T04:32:00Z'],
  ['Tue, 27 Jan 2026 00:32:06 EDT', '2026-01-27T04:32:06Z'],
  ['Tue Jan 27 04:32:06 UTC 2026', '2026-01-27T04:32:06Z'],
  ['2026-01-27T08:02:06+03:30', '2026-01-27T04:32:06Z'],
  ['2026-01-27 08:02:06', '2026-01-27T04:32:06Z'],
  ['۱۴۰۴-۱۱-۰۷T۱۱:۳۲:۰۶Z', '2026-01-27T11:32:06Z'],
  ['۷ بهمن ۱۴۰۴ ساعت ۰۸:۰۲', '2026-01-27T04:32:00Z'],
  ['1404/11/07 08:02', '2026-01-27T04:32:00Z'],
  ['پنج‌شنبه', undefined],
  ['به‌زودی', undefined],
  ['2026-13-45T00:00:00Z', undefined],
  ['Tue, 31 Jun 2026 04:32:06 GMT', undefined],
  ['0000-00-00 00:00:00', undefined],
];

for (const [surface, expected] of DATES) {
  test(`parseFeed() reads the date "${surface}" as ${expected ?? 'none'}`, () => {
    const text = rss(RSS_ITEM.replace(/<pubDate>.*<\/pubDate>/, `<pubDate>${surface}</pubDate>`));
    const published = read(text).items[0]?.published;
    assert.equal(published && Date.parse(published.iso), expected && Date.parse(expected));
  });
}

test('parseFeed() reads windows-1256, declared, undeclared and claimed to be UTF-8', () => {
  for (const declared of ['windows-1256', 'utf-8', undefined]) {
    const text = rss(RSS_ITEM).replace(
      /<\?xml.*?\?>/,
      declared ? `<?xml version="1.0" encoding="${declared}"?>` : '',
    );
    const { items } = read(toWindows1256(text.replaceAll('\u06cc', '\u064a')));
    assert.equal(items[0]?.title, 'گفت\u200cوگو\u064a وز\u064aران', declared);
  }
});

/** Bytes of windows-1256, made from the table of the platform's own decoder. */
function toWindows1256(text: string): Uint8Array {
  const letters = new TextDecoder('windows-1256').decode(Uint8Array.from({ length: 256 }, (_, byte) => byte));
  return Uint8Array.from([...text], (letter) => letters.indexOf(letter));
}

const ADDRESSES: readonly [string, string, string | undefined][] = [
  ['a relative link', '<link>/news/2</link>', 'https://nuran.example/news/2'],
  [
    'a link in CDATA with line breaks',
    '<link><![CDATA[\nhttps://nuran.example/2\n]]></link>',
    'https://nuran.example/2',
  ],
  ['a guid that is an address', '<guid>https://nuran.example/2</guid>', 'https://nuran.example/2'],
  ['a guid that denies it', '<guid isPermaLink="false">https://nuran.example/2</guid>', undefined],
  ['a script', '<link>javascript:alert(1)</link>', undefined],
  ['a data address', '<link>data:text/html,x</link>', undefined],
  ['Persian letters', '<link>https://nuran.example/خبر</link>', 'https://nuran.example/%D8%AE%D8%A8%D8%B1'],
];

for (const [what, link, expected] of ADDRESSES) {
  test(`parseFeed() reads ${what}`, () => {
    assert.equal(read(rss(`<item><title>a</title>${link}</item>`)).items[0]?.url, expected);
  });
}

test('parseFeed() says what a page of HTML or nothing is instead of a feed', () => {
  for (const text of ['', '   ', '<!doctype html><html><body>404</body></html>', 'hello', '{"a":1}', '{']) {
    const { value, issues } = parseFeed(new TextEncoder().encode(text), undefined, URL_OF_FEED);
    assert.equal(value, undefined);
    assert.equal(issues[0]?.code, 'feed.not_a_feed');
  }
});

test('parseFeed() does not expand entities and bears deep nesting', () => {
  const lol = Array.from({ length: 20 }, (_, i) => `<!ENTITY l${i + 1} "${`&l${i};`.repeat(10)}">`).join('');
  const bomb = `<!DOCTYPE rss [<!ENTITY l0 "lol">${lol}<!ENTITY x SYSTEM "file:///etc/passwd">]>`;
  const [first] = read(bomb + rss(`<item><title>&l20; &x; پایان</title><link>/1</link></item>`)).items;
  assert.ok((first?.title ?? '').length < 100);
  const deep = read(rss(`<item><title>a</title><link>/1</link><x>${'<y>'.repeat(50_000)}</x></item>`));
  assert.ok(deep.items.length <= 1);
});

test('parseFeed() never throws, whatever is done to a feed', () => {
  const whole = rss(RSS_ITEM.repeat(3));
  fc.assert(
    fc.property(fc.nat(whole.length), fc.nat(60), fc.string({ maxLength: 8 }), (at, length, junk) => {
      const damaged = whole.slice(0, at) + junk + whole.slice(at + length);
      const { value, issues } = parseFeed(new TextEncoder().encode(damaged), undefined, URL_OF_FEED);
      return value !== undefined || issues.length > 0;
    }),
    { numRuns: 300 },
  );
});
