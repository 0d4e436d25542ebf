import assert from 'node:assert/strict';
import { test } from 'node:test';
import { extractPage } from '../extract/extract_page.js';
import { cut } from '../model/span.js';
import { analyseInputOf } from './analyse_input.js';
import { loadRegistry } from './load_registry.js';

test('analyseInputOf gives the parts of a page in the order of its text', () => {
  const registry = loadRegistry().value;
  assert.ok(registry);
  const text =
    'سدها پر شد\nسدهای کشور پس از باران‌های این هفته پر شد.\nوزیر نیرو گفت: سدهای کشور پس از باران‌های این هفته پر است و نیازی به جیره‌بندی آب نیست.\n';
  const { value } = extractPage({ text }, registry);
  assert.ok(value);
  const { parts = [] } = analyseInputOf(value);
  assert.ok(parts.some(({ role }) => role === 'body'));
  assert.ok(parts.every((part) => text.includes(cut(value.text, part))));
  assert.deepEqual(
    parts.map(({ start }) => start),
    parts.map(({ start }) => start).sort((a, b) => a - b),
  );
});
