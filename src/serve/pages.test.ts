import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { parseQuery } from '../store/search_query.js';
import { readableAddress, safeHref } from './addresses.js';
import { parseCommentForm } from './comment_form.js';
import { parseMarkup, parsePieces } from './markup.js';
import { choosePacking } from './packing.js';
import { formatPlace, parsePlace } from './pieces/pager.js';
import { RateLimit } from './rate_limit.js';
import { makeSnippet, markWords } from './snippet.js';
import { cutAtWord } from './words.js';

test('safeHref() lets http and https pass and nothing else', () => {
  const cases: readonly (readonly [string | null, string | undefined])[] = [
    ['https://nuran.example/a?b=1', 'https://nuran.example/a?b=1'],
    ['HTTP://nuran.example', 'http://nuran.example/'],
    ['javascript:alert(1)', undefined],
    [' javascript:alert(1)', undefined],
    ['java\nscript:alert(1)', undefined],
    ['data:text/html,x', undefined],
    ['//nuran.example', undefined],
    ['https://user:pass@nuran.example', undefined],
    ['https://', undefined],
    [null, undefined],
  ];
  for (const [url, wanted] of cases) assert.equal(safeHref(url), wanted, String(url));
});

test('readableAddress() decodes Persian and hides no direction marks', () => {
  assert.equal(readableAddress('https://www.nuran.example/%D8%AE%D8%A8%D8%B1/'), 'nuran.example/خبر');
  assert.equal(readableAddress('https://nuran.example/%E2%80%AEx'), 'nuran.example/%E2%80%AEx');
  assert.equal(readableAddress('https://nuran.example/%E0%A4%A'), 'nuran.example/%E0%A4%A');
});

test('parseMarkup() reads headings, lists and paragraphs', () => {
  assert.deepEqual(parseMarkup('یک\nدو\n\n## سر\n- الف\n- ب\n\n<b>سه</b>'), [
    { kind: 'paragraph', text: 'یک دو' },
    { kind: 'heading', text: 'سر' },
    { kind: 'list', lines: ['الف', 'ب'] },
    { kind: 'paragraph', text: '<b>سه</b>' },
  ]);
});

test('parsePieces() links only to http, mail and our own pages', () => {
  const hrefs = (text: string) =>
    parsePieces(text).flatMap((piece) => (piece.kind === 'link' ? [piece.href] : []));
  assert.deepEqual(hrefs('[الف](/contact) [ب](https://b.example) [پ](mailto:p@b.example)'), [
    '/contact',
    'https://b.example/',
    'mailto:p@b.example',
  ]);
  for (const bad of ['javascript:alert`1`', '//evil.example', '/\\evil.example', 'data:x', 'vbscript:x']) {
    assert.deepEqual(hrefs(`[x](${bad})`), [], bad);
  }
});

test('parsePieces() loses no letter of plain text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const plain = text.replace(/[*[\]]/g, '');
      assert.equal(
        parsePieces(plain)
          .map((piece) => piece.text)
          .join(''),
        plain,
      );
    }),
  );
});

test('parseQuery() tells phrases and refusals from words', () => {
  const query = parseQuery('تیم «گفتگوی تلفنی» -والیبال');
  assert.equal(query.all.length, 1);
  assert.equal(query.phrases[0]?.length, 2);
  assert.equal(query.none.length, 1);
  assert.deepEqual(parseQuery('گفت و گو').all, parseQuery('گفتگو').all);
});

test('parseQuery() takes any letters', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const { all, none } = parseQuery(text);
      assert.ok(all.length <= 24 && none.length <= 24);
    }),
  );
});

test('makeSnippet() cuts around the words and marks them in display spelling', () => {
  const raw = `${'پیش‌درآمد بلند. '.repeat(30)}سخنگو گفت گفتوگوها ادامه دارد. ${'پایان بلند. '.repeat(30)}`;
  const pieces = makeSnippet(raw, new Set(parseQuery('گفتگو').all.flat()));
  assert.deepEqual(
    pieces.filter(({ marked }) => marked).map(({ text }) => text),
    ['گفت‌وگوها'],
  );
  assert.ok(pieces.map(({ text }) => text).join('').length < 260);
});

const PRINTED: readonly (readonly [raw: string, query: string, marked: readonly string[]])[] = [
  ['سخنگو گفت گفتوگوها ادامه دارد', 'گفتگو', ['گفتوگوها']],
  ['گفت\u200cوگوی تلفنی وزیران', 'گفتگو تلفن', ['گفت\u200cوگوی', 'تلفنی']],
  ['وزير كشور: كتاب\u200cهاي درسي رسيد', 'کتاب', ['كتاب\u200cهاي']],
  ['شمار کشته‌ها به 25 رسید', '۲۵', ['25']],
  ['میشود و می‌شود', 'می‌شود', ['میشود', 'می‌شود']],
];
for (const [raw, query, marked] of PRINTED) {
  test(`markWords() marks «${query}» in the letters that «${raw}» was printed in, and keeps these`, () => {
    const pieces = markWords(raw, new Set(parseQuery(query).all.flat()));
    assert.deepEqual(
      pieces.flatMap((piece) => (piece.marked ? [piece.printed] : [])),
      marked,
    );
    assert.equal(pieces.map(({ printed }) => printed).join(''), raw);
  });
}

test('makeSnippet() is a passage of the letters that were printed', () => {
  const letters = fc.constantFrom('گفتوگو', 'ها ', ' ', 'آب ', '«', 'ميشود ', 'كتاب', '\n', '\u200c', 'A-2 ');
  fc.assert(
    fc.property(fc.array(letters, { maxLength: 200 }), (parts) => {
      const raw = parts.join('');
      const pieces = makeSnippet(raw, new Set(['گفتوگو', 'آب', 'کتاب']));
      const printed = pieces.map((piece) => piece.printed).join('');
      assert.ok(raw.replaceAll('\n', ' ').includes(printed.replace(/^… /, '').replace(/ …$/, '')));
    }),
  );
});

test('markWords() keeps every letter of the display', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom('گفتوگو', 'ها', ' ', 'آب', '«', 'میشود', 'كتاب', 'A-2', '\u200c')),
      (parts) => {
        const raw = parts.join('');
        const join = (readings: readonly string[]) =>
          markWords(raw, new Set(readings))
            .map(({ text }) => text)
            .join('');
        assert.equal(join(['گفتوگو', 'آب', 'کتاب']), join([]));
      },
    ),
  );
});

test('cutAtWord() never cuts inside a word of usual length', () => {
  assert.equal(cutAtWord('یک دو سه', 20), 'یک دو سه');
  assert.equal(cutAtWord('یک، دو سه چهار', 7), 'یک، دو…');
});

test('a place in a list survives its way through an address', () => {
  const place = { shownAt: '2022-11-14T17:44:00.123Z', id: 42 };
  assert.deepEqual(parsePlace(formatPlace(place)), place);
  for (const bad of ['', '42', '20221399T000000000-1', "20221114T174400123-1' or 1=1"]) {
    assert.equal(parsePlace(bad), undefined, bad);
  }
});

test('choosePacking() follows what the browser takes', () => {
  const cases: readonly (readonly [string | undefined, string | undefined])[] = [
    ['gzip, deflate, br, zstd', 'br'],
    ['gzip', 'gzip'],
    ['br;q=0, gzip;q=0.5', 'gzip'],
    ['identity', undefined],
    [undefined, undefined],
  ];
  for (const [accept, wanted] of cases) assert.equal(choosePacking(accept), wanted, accept);
});

test('RateLimit.take() counts within its window only', () => {
  const limit = new RateLimit({ max: 2, windowMs: 1000 });
  assert.deepEqual(
    [0, 100, 200, 999, 1000, 1050, 1100].map((at) => limit.take('a', at)),
    [0, 0, 800, 1, 0, 50, 0],
  );
  assert.equal(limit.take('b', 200), 0);
});

test('parseCommentForm() drops direction overrides and controls but keeps half-spaces and lines', () => {
  const outcome = parseCommentForm({ name: '\u202eمینا', text: 'می\u200cشود\r\n\u0000بله\u2066' });
  assert.deepEqual(outcome, {
    kind: 'comment',
    name: 'مینا',
    text: 'می\u200cشود\n بله',
    parentId: undefined,
  });
});
