import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cut } from '../model/span.js';
import { parseRegistry } from '../sources/registry.js';
import { readPage } from './read_page.js';

const { value: registry } = parseRegistry([]);
assert.ok(registry);

function readRecord(record: object): ReturnType<typeof readPage> {
  assert.ok(registry);
  const body = Buffer.from(JSON.stringify(record));
  return readPage({ format: 'record', body, fetchedAt: '2025-12-03T09:00:00.000Z' }, registry);
}

const PROSE = 'آب سپیدبار بامداد امروز به سه روستای پایین‌دست رسید و راه روستایی را بست.';

const articles: readonly [string, object][] = [
  ['a text', { title: 'سپیدبار از بستر گذشت', text: PROSE }],
  ['a fragment of HTML', { title: 'سپیدبار از بستر گذشت', html: `<p>${PROSE}</p>` }],
  [
    'a headline over a film',
    { title: 'سپیدبار از بستر گذشت', html: '<video></video><a href="/f">دریافت</a>' },
  ],
];
for (const [name, record] of articles) {
  test(`readPage() takes a record with a headline and ${name} for one article`, () => {
    const { value } = readRecord(record);
    assert.equal(value?.kind, 'article');
    assert.ok(value.title);
    assert.equal(cut(value.text, value.title), 'سپیدبار از بستر گذشت');
  });
}

test('readPage() parks a record without any letter', () => {
  const { value, issues } = readRecord({ title: 'عکس / سپیدبار', html: '<img src="a.jpg" alt="">' });
  assert.equal(value, undefined);
  assert.equal(issues.find((issue) => issue.severity === 'fatal')?.code, 'extract.empty');
});

test('readPage() believes what a record says besides', () => {
  const { value } = readRecord({
    title: 'ت',
    text: PROSE,
    outlet: 'نمونه‌نیوز',
    published: '2025-12-03T10:20:00+03:30',
  });
  assert.equal(value?.outlet?.name, 'نمونه‌نیوز');
  assert.equal(new Date(value?.published?.iso ?? '').toISOString(), '2025-12-03T06:50:00.000Z');
  assert.equal(value?.published?.basis, 'input');
});

test('readPage() reads a capture behind a byte order mark', () => {
  assert.ok(registry);
  const fetchedAt = '2025-12-03T09:00:00.000Z';
  const body = Buffer.from(`\uFEFFسپیدبار از بستر گذشت\n${PROSE}`);
  const { value } = readPage({ format: 'text', body, fetchedAt }, registry);
  assert.ok(value?.title);
  assert.equal(cut(value.text, value.title), 'سپیدبار از بستر گذشت');
});

test('readPage() parks bytes that are no text, and reads pages in old encodings', () => {
  assert.ok(registry);
  const fetchedAt = '2025-12-03T09:00:00.000Z';
  const random = Uint8Array.from({ length: 5000 }, (_, index) => (index * 151 + (index >> 3) * 7) % 256);
  assert.equal(
    readPage({ format: 'html', body: random, fetchedAt }, registry).issues[0]?.code,
    'decode.binary',
  );
  const windows1256 = Uint8Array.from([0xce, 0xc8, 0xd1, 0x20, 0xdd, 0xe6, 0xd1, 0xed, 0x0d, 0x0a]);
  assert.notEqual(readPage({ format: 'text', body: windows1256, fetchedAt }, registry).value, undefined);
});
