import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { CHALLENGE_SIGNS } from '../collect/challenge.js';
import { cut } from '../model/span.js';
import { parseRegistry } from '../sources/registry.js';
import { readPage } from './read_page.js';

const { value: registry } = parseRegistry([]);
assert.ok(registry);

function readRecord(record: object): ReturnType<typeof readPage> {
  assert.ok(registry);
  const body = Buffer.from(JSON.stringify(record));
  return readPage({ format: 'record', body, fetchedAt: NOW }, registry);
}

const NOW = '2025-12-03T09:00:00.000Z';
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
  const fetchedAt = NOW;
  const body = Buffer.from(`\uFEFFسپیدبار از بستر گذشت\n${PROSE}`);
  const { value } = readPage({ format: 'text', body, fetchedAt }, registry);
  assert.ok(value?.title);
  assert.equal(cut(value.text, value.title), 'سپیدبار از بستر گذشت');
});

test('readPage() parks bytes that are no text, and reads pages in old encodings', () => {
  assert.ok(registry);
  const fetchedAt = NOW;
  const random = Uint8Array.from({ length: 5000 }, (_, index) => (index * 151 + (index >> 3) * 7) % 256);
  assert.equal(
    readPage({ format: 'html', body: random, fetchedAt }, registry).issues[0]?.code,
    'decode.binary',
  );
  const windows1256 = Uint8Array.from([0xce, 0xc8, 0xd1, 0x20, 0xdd, 0xe6, 0xd1, 0xed, 0x0d, 0x0a]);
  assert.notEqual(readPage({ format: 'text', body: windows1256, fetchedAt }, registry).value, undefined);
});

/** Bytes of Persian letters as old Windows systems wrote them. */
function asWindows1256(text: string): Uint8Array {
  const table = new TextDecoder('windows-1256').decode(Uint8Array.from({ length: 256 }, (_, byte) => byte));
  return Uint8Array.from(text, (letter) => Math.max(table.indexOf(letter), 0));
}

const OLD_PROSE = 'به گزارش نمونه، فرماندار گفت که آب به سه روستا رسید و راه روستا را بست. ';
const OLD_PAGE = `<html><head><meta charset="utf-8"><title>خبر</title></head><body><h1>آب به روستا رسید</h1><p>${OLD_PROSE.repeat(3)}</p></body></html>`;
const NEW_PAGE = OLD_PAGE.replace('charset="utf-8"', 'charset="windows-1256"');
const oldLetters = (text: string): string => text.replaceAll('ی', 'ي');

const encodings: readonly [string, Uint8Array, string | undefined][] = [
  ['windows-1256 that says UTF-8', asWindows1256(oldLetters(OLD_PAGE)), 'text/html; charset=utf-8'],
  [
    'windows-1256 that says nothing',
    asWindows1256(oldLetters(OLD_PAGE.replace(/<meta[^>]*>/, ''))),
    undefined,
  ],
  ['UTF-8 that says windows-1256', Buffer.from(NEW_PAGE), 'text/html; charset=windows-1256'],
  ['UTF-8 cut in the middle of a letter', Buffer.from(OLD_PAGE).subarray(0, 400), 'text/html'],
  ['UTF-16 with its mark', Buffer.from(`\uFEFF${OLD_PAGE}`, 'utf16le'), 'text/html; charset=utf-8'],
];
for (const [name, body, contentType] of encodings) {
  test(`readPage() reads the letters of ${name}`, () => {
    assert.ok(registry);
    const { value } = readPage({ format: 'html', body, contentType, fetchedAt: NOW }, registry);
    assert.ok(value?.title);
    assert.equal(cut(value.text, value.title).replaceAll('ي', 'ی'), 'آب به روستا رسید');
    assert.match(value.text, /به گزارش نمونه، فرماندار گفت که آب به سه روستا ر/);
  });
}

const binaries: readonly [string, Uint8Array][] = [
  [
    'a picture',
    Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n\0\0\0\rIHDR', 'latin1'), Buffer.alloc(900, 7)]),
  ],
  ['packed bytes', gzipSync(Buffer.from(OLD_PAGE))],
  ['zeros', new Uint8Array(5000)],
];
for (const [name, body] of binaries) {
  test(`readPage() parks ${name} served as HTML`, () => {
    assert.ok(registry);
    const { value, issues } = readPage(
      { format: 'html', body, contentType: 'text/html', fetchedAt: NOW },
      registry,
    );
    assert.equal(value, undefined);
    assert.equal(issues.at(-1)?.code, 'decode.binary');
  });
}

for (const { by, example } of CHALLENGE_SIGNS) {
  test(`readPage() takes no page of ${by} for an article`, () => {
    assert.ok(registry);
    const html = `<!doctype html><html><head>${example}</head><body><h1>لطفاً چند لحظه صبر کنید</h1></body></html>`;
    const page = readPage({ format: 'html', body: Buffer.from(html), fetchedAt: NOW }, registry);
    assert.deepEqual([page.value, page.issues.at(-1)?.code], [undefined, 'page.challenge']);
    assert.deepEqual(
      readRecord({ url: 'https://nemune.example/1', html }).issues.at(-1)?.code,
      'page.challenge',
    );
  });
}
