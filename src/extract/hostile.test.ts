import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { cut } from '../model/span.js';
import { parseRegistry } from '../sources/registry.js';
import { decodeHtml } from './decode_html.js';
import { type ExtractInput, extractPage } from './extract_page.js';
import { parseHtml } from './parse_html.js';

// Pages that want to break the reader. No test measures time: a bound that fails shows as a hang of the suite,
// and the sizes are those at which unbounded code takes minutes.

const REGISTRY = parseRegistry([{ name: 'none.json', json: {} }]).value;
const PARAGRAPH =
  '<p>وزیر امور خارجه گفت که گفت\u200cوگوها ادامه دارد و هفته آینده دور تازه\u200cای برگزار می\u200cشود.</p>';

const HOSTILE: readonly (readonly [name: string, html: string])[] = [
  ['50,000 nested elements', `${'<div>'.repeat(50_000)}${PARAGRAPH}`],
  ['20,000 nested inline elements', `${'<b><i><a>'.repeat(7_000)}${PARAGRAPH}`],
  ['nested tables', `${'<table><tr><td>'.repeat(5_000)}${PARAGRAPH}`],
  ['100,000 cells', `<table>${'<tr><td>الف</td><td>ب</td></tr>'.repeat(34_000)}</table>${PARAGRAPH}`],
  ['unclosed tags and stray ends', `${'<p><span></div></p></section>'.repeat(8_000)}${PARAGRAPH}`],
  ['a flood of entities', `<p>${'&amp;&lt;&#1576;&unknown;'.repeat(40_000)}</p>`],
  ['one word of a million letters', `<p>${'ک'.repeat(1_000_000)}</p>`],
  ['a million blanks', `<p>الف${' '.repeat(1_000_000)}ب</p>`],
  ['a line of digits and colons', `<p>${'12:30 - '.repeat(30_000)}</p>`],
  ['attributes without end', `<div class="${'comment '.repeat(50_000)}">${PARAGRAPH}</div>`],
  ['20,000 classes', Array.from({ length: 20_000 }, (_, at) => `<div class="c${at}">الف</div>`).join('')],
  [
    'broken JSON-LD',
    `<script type="application/ld+json">${'{"@graph":['.repeat(20_000)}</script>${PARAGRAPH}`,
  ],
  ['dashes and slashes', `<p>به گزارش ${'- / ؛ '.repeat(20_000)}</p>`],
  ['cut in the middle of a tag', `<html><body>${PARAGRAPH}<div class="`],
  ['20 MB', `<html><body>${PARAGRAPH.repeat(150_000)}`],
];

test('extractPage() ends on hostile pages with a value or a fatal issue', () => {
  for (const [name, html] of HOSTILE) checkLaws({ html }, name);
});

test('extractPage() ends on hostile captures', () => {
  const captures = [
    '\n'.repeat(500_000),
    'الف\n'.repeat(150_000),
    'به گزارش '.repeat(50_000),
    '« '.repeat(200_000),
    '۱۲:۳۰ - ۲۳ آبان ۱۴۰۱ '.repeat(5_000),
    '/'.repeat(300_000),
    'خبر: '.repeat(60_000),
  ];
  for (const text of captures) checkLaws({ text }, text.slice(0, 12));
});

test('extractPage() holds its laws on mutated pages', () => {
  const piece = fc.constantFrom(
    '<div>',
    '</div>',
    '<p>',
    '</p>',
    '<li><a href="/x">',
    '</a>',
    '<h1>',
    '<title>',
    '<table><td>',
    '<br>',
    '<!--',
    '-->',
    '<script>',
    '</script>',
    '<time datetime="2023-12-03">',
    '&nbsp;',
    '\u200c',
    '\u0000',
    'بیشتر بخوانید:',
    'منبع: ایسنا',
    '/ فارس',
    'انتهای پیام/',
    '۱۲:۳۰ - ۱۲ آذر ۱۴۰۲',
    'کد خبر: ۱۲۳۴۵',
    PARAGRAPH,
    '<article class="comment">',
    '<meta property="og:title" content="الف ب">',
  );
  const page = fc.array(
    fc.oneof(
      { weight: 4, arbitrary: piece },
      { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 20 }) },
    ),
    { maxLength: 60 },
  );
  fc.assert(
    fc.property(page, fc.boolean(), (parts, asText) => {
      checkLaws(asText ? { text: parts.join('\n') } : { html: parts.join('') }, 'mutated');
    }),
    { numRuns: 300 },
  );
});

test('extractPage() holds its laws on any bytes', () => {
  fc.assert(
    fc.property(
      fc.uint8Array({ maxLength: 400 }),
      fc.constantFrom(undefined, 'text/html; charset=windows-1256', 'text/html; charset=nonsense'),
      (bytes, contentType) => {
        checkLaws(contentType === undefined ? { bytes } : { bytes, contentType }, 'bytes');
      },
    ),
    { numRuns: 300 },
  );
});

test('decodeHtml() believes the bytes before header and meta', () => {
  const persian = 'خبر فوری: گفت\u200cوگوها ادامه دارد';
  const utf8 = new TextEncoder().encode(`<meta charset="windows-1256"><p>${persian}</p>`);
  assert.ok(decodeHtml(utf8, 'text/html; charset=windows-1256').html.includes(persian));
  const arabic = Uint8Array.from([
    0xce, 0xc8, 0xd1, 0x20, 0xdd, 0xe6, 0xd1, 0xed, 0x20, 0xc7, 0xd2, 0x20, 0xca, 0xe5, 0xd1, 0xc7, 0xe4,
  ]);
  const lying = Uint8Array.from([
    ...new TextEncoder().encode('<meta charset="utf-8"><p>'),
    ...arabic,
    ...arabic,
    ...arabic,
  ]);
  assert.match(decodeHtml(lying, 'text/html; charset=utf-8').html, /خبر فور[يی] از تهران/);
});

test('parseHtml() keeps depth and count within bounds and says so', () => {
  const { document, issues } = parseHtml('<div>'.repeat(3_000) + PARAGRAPH);
  let depth = 0;
  for (let node = document.children[0]; node && 'children' in node; node = node.children[0]) depth++;
  assert.ok(depth <= 260, String(depth));
  assert.equal(issues[0]?.code, 'parse.bounded');
});

/** Value or fatal issue; spans inside the text, in order, never empty; body and boilerplate do not overlap. */
function checkLaws(input: ExtractInput, name: string): void {
  assert.ok(REGISTRY);
  const { value, issues } = extractPage(input, REGISTRY);
  if (!value) {
    assert.equal(issues.at(-1)?.severity, 'fatal', name);
    return;
  }
  let last = -1;
  for (const { span } of value.body) {
    assert.ok(
      span.start >= last && span.end > span.start && span.end <= value.text.length,
      `${name}: body ${span.start}..${span.end}`,
    );
    last = span.end;
  }
  const letters = value.body.map(({ span }) => cut(value.text, span)).join('');
  for (const { evidence } of value.boilerplate) {
    assert.ok(evidence.span.end <= value.text.length, name);
    const inBody = value.body.some(
      ({ span }) => span.start < evidence.span.end && evidence.span.start < span.end,
    );
    assert.ok(!inBody, `${name}: ${evidence.rule} overlaps the body ${letters.length}`);
  }
}
