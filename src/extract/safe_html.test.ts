import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { Parser } from 'htmlparser2';
import { safeHtml } from './safe_html.js';

const BASE = 'https://nemune.example/news/1';

/** Attacks of the well-known kinds; none may leave more than letters and harmless tags. */
const VECTORS: readonly string[] = [
  '<script>alert(1)</script>',
  '<SCRIPT SRC=//evil.example/x.js></SCRIPT>',
  '<scr<script>ipt>alert(1)</scr</script>ipt>',
  '<img src=x onerror=alert(1)>',
  '<img src="javascript:alert(1)">',
  '<svg onload=alert(1)><path/></svg>',
  '<svg><script>alert(1)</script></svg>',
  '<svg><style><img src=x onerror=alert(1)></style></svg>',
  '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=x onerror=alert(1)&gt;">',
  '<iframe src="javascript:alert(1)"></iframe>',
  '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
  '<object data="data:text/html,<script>alert(1)</script>"></object>',
  '<embed src="https://evil.example/x.swf">',
  '<a href="javascript:alert(1)">الف</a>',
  '<a href="JaVaScRiPt:alert(1)">الف</a>',
  '<a href=" javascript:alert(1)">الف</a>',
  '<a href="java\tscript:alert(1)">الف</a>',
  '<a href="java\nscript:alert(1)">الف</a>',
  '<a href="&#106;&#97;vascript:alert(1)">الف</a>',
  '<a href="&#x6A;avascript&colon;alert(1)">الف</a>',
  '<a href="\u0001javascript:alert(1)">الف</a>',
  '<a href="java\u202escript:alert(1)">الف</a>',
  '<a href="data:text/html;base64,PHNjcmlwdD4=">الف</a>',
  '<a href="vbscript:msgbox(1)">الف</a>',
  '<a href="file:///etc/passwd">الف</a>',
  '<a href="https://user:secret@evil.example/">الف</a>',
  '<a href="https://good.example/" onclick="alert(1)" style="position:fixed" target=_blank>الف</a>',
  '<a href="https://good.example/"onmouseover="alert(1)">الف</a>',
  '<p style="background:url(javascript:alert(1))">الف</p>',
  '<p onclick=alert(1) id=x class=btn>الف</p>',
  '<style>@import url(https://evil.example/x.css);</style>',
  '<link rel=stylesheet href="https://evil.example/x.css">',
  '<meta http-equiv=refresh content="0;url=https://evil.example/">',
  '<base href="https://evil.example/">',
  '<form action="https://evil.example/"><input name=password><button>ورود</button></form>',
  '<textarea><img src=x onerror=alert(1)></textarea>',
  '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
  '<template><script>alert(1)</script></template>',
  '<xmp><img src=x onerror=alert(1)></xmp>',
  '<plaintext><script>alert(1)</script>',
  '<![CDATA[<script>alert(1)</script>]]>',
  '<!--[if IE]><script>alert(1)</script><![endif]-->',
  '<!-- --!><img src=x onerror=alert(1)>-->',
  '<p>الف</p><p "><script>alert(1)</script>',
  '<td colspan="9999999" rowspan="javascript:1">الف</td>',
  '"><script>alert(1)</script>',
  '<video><source onerror="alert(1)"></video><audio src=x onerror=alert(1)>',
  '<details open ontoggle=alert(1)><summary>الف</summary></details>',
  '<x-widget onfocus=alert(1) autofocus tabindex=1>الف</x-widget>',
  '<marquee onstart=alert(1)>الف</marquee>',
  '&lt;script&gt;alert(1)&lt;/script&gt;',
  '<a href="https://a.example/" href="javascript:alert(1)">الف</a>',
  '<p>\u202eevil.example\u202c\u2066\u2069\u200f</p>',
];

const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  a: ['href', 'rel'],
  td: ['colspan', 'rowspan'],
  th: ['colspan', 'rowspan'],
};
const TAGS = new Set(
  'p h2 ul ol li blockquote table tbody tr th td a b strong i em sub sup small'.split(' '),
);

/** Fails when a fragment holds anything but the allowed tags and attributes, or turns its letters around. */
function checkSafe(html: string, name: string): void {
  const parser = new Parser({
    onopentag(tag, attributes) {
      assert.ok(TAGS.has(tag), `${name}: <${tag}> in ${html}`);
      for (const [attribute, value] of Object.entries(attributes)) {
        assert.ok(ALLOWED[tag]?.includes(attribute), `${name}: ${attribute} in ${html}`);
        if (attribute === 'href') assert.match(value, /^https?:\/\/[^@\s/]+\/\S*$/, `${name}: ${html}`);
        if (attribute.endsWith('span')) assert.ok(Number(value) <= 20, `${name}: ${html}`);
      }
    },
    oncomment: () => assert.fail(`${name}: comment in ${html}`),
    onprocessinginstruction: () => assert.fail(`${name}: declaration in ${html}`),
  });
  parser.end(html);
  assert.doesNotMatch(html, /[\u202a-\u202e\u2066-\u2069]/, name);
}

for (const vector of VECTORS) {
  test(`safeHtml() disarms ${JSON.stringify(vector)}`, () => checkSafe(safeHtml(vector, BASE), vector));
}

const kept: readonly (readonly [string, string, string])[] = [
  ['running text in display spelling', '<p>او مي گويد <b>كتاب</b></p>', '<p>او می‌گوید <b>کتاب</b></p>'],
  [
    'links, made absolute',
    '<a href="/a b">الف</a>',
    '<a href="https://nemune.example/a%20b" rel="noopener noreferrer nofollow">الف</a>',
  ],
  [
    'lists and quotes',
    '<ul><li>یک</li></ul><blockquote><p>دو</p></blockquote>',
    '<ul><li>یک</li></ul><blockquote><p>دو</p></blockquote>',
  ],
  [
    'tables with cells of several columns',
    '<table><tr><td colspan="2">یک</td></tr></table>',
    '<table><tr><td colspan="2">یک</td></tr></table>',
  ],
  ['escaped letters', '<p>الف &lt; ب &amp; پ</p>', '<p>الف &lt; ب &amp; پ</p>'],
];
for (const [name, html, expected] of kept) {
  test(`safeHtml() keeps ${name}`, () => assert.equal(safeHtml(html, BASE), expected));
}

test('safeHtml() gives only what is allowed, whatever is put together, and gives it twice', () => {
  const piece = fc.oneof(
    fc.constantFrom(...VECTORS),
    fc.constantFrom(
      '<',
      '>',
      '"',
      "'",
      '&',
      '<p>',
      '</p>',
      '<table>',
      '<td ',
      '<a href=',
      '<!--',
      '-->',
      '</',
      '\u0000',
    ),
    fc.string({ maxLength: 8 }),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
      const once = safeHtml(pieces.join(''), BASE);
      checkSafe(once, JSON.stringify(pieces));
      checkSafe(safeHtml(once, BASE), JSON.stringify(pieces));
    }),
    { numRuns: 300 },
  );
});

test('safeHtml() ends on deep and long fragments', () => {
  const deep = safeHtml(`${'<blockquote>'.repeat(5000)}الف`);
  assert.ok(deep.split('<blockquote>').length <= 13);
  checkSafe(safeHtml(`<p>${'<b>'.repeat(3000)}${'&lt;'.repeat(50_000)}`), 'long');
});
