import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { parsePageRecord } from './page_record.js';

const bytesOf = (value: unknown): Uint8Array =>
  Buffer.from(typeof value === 'string' ? value : JSON.stringify(value));

test('parsePageRecord() reads every field and leaves others alone', () => {
  const record = {
    url: 'https://nemune.example/1',
    html: '<p>خبر</p>',
    outlet: 'نمونه',
    title: 'تیتر',
    published: '۱۲ آذر ۱۴۰۴',
    fetchedAt: '2025-12-03T10:00:00+03:30',
  };
  const { value, issues } = parsePageRecord(bytesOf({ ...record, id: 5, tags: ['x'], text: null }));
  assert.deepEqual(value, { ...record, fetchedAt: '2025-12-03T06:30:00.000Z' });
  assert.deepEqual(issues, []);
});

const fatalCases: readonly [string, unknown, string][] = [
  ['no JSON', '{"text":', 'record.bad_json'],
  ['a list', '[1]', 'record.not_an_object'],
  ['no page', { title: 'تیتر' }, 'record.no_page'],
  ['a blank text', { title: 'تیتر', text: ' \n' }, 'extract.empty'],
  ['a page that is a number', { text: 5 }, 'record.bad_field'],
];
for (const [name, input, code] of fatalCases) {
  test(`parsePageRecord() refuses ${name}`, () => {
    const { value, issues } = parsePageRecord(bytesOf(input));
    assert.equal(value, undefined);
    assert.equal(issues.find((issue) => issue.severity === 'fatal')?.code, code);
  });
}

const warned: readonly [string, object, string][] = [
  ['an address of another kind', { text: 'x', url: 'javascript:alert(1)' }, 'record.bad_url'],
  ['an instant that is none', { text: 'x', fetchedAt: 'yesterday' }, 'record.bad_instant'],
  ['a title that is a list', { text: 'x', title: ['a'] }, 'record.bad_field'],
];
for (const [name, input, code] of warned) {
  test(`parsePageRecord() goes on without ${name}`, () => {
    const { value, issues } = parsePageRecord(bytesOf(input));
    assert.equal(value?.text, 'x');
    assert.equal(value?.url, undefined);
    assert.deepEqual(
      issues.map((issue) => issue.code),
      [code],
    );
  });
}

test('parsePageRecord() never throws and always says why there is no record', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.uint8Array(),
        fc.json().map((text) => bytesOf(text)),
      ),
      (bytes) => {
        const { value, issues } = parsePageRecord(bytes);
        assert.ok(value !== undefined || issues.some((issue) => issue.severity === 'fatal'));
      },
    ),
  );
});
