import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { PACKAGE_ROOT } from '../src/package_root.js';
import { issueInWords, WORDED_CODES } from '../src/serve/admin/issue_words.js';

test('every code that the program gives an issue has a Persian sentence, and no other has one', () => {
  const source = readdirSync(join(PACKAGE_ROOT, 'src'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name) && !entry.name.includes('.test.'))
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'))
    .join('\n');
  const given = [...source.matchAll(/(?:\b(?:fatal|warning|make)\(|\bcode:)\s*'([a-z]+\.[a-z_]+)'/g)];
  const codes = [...new Set(given.map((match) => match[1] ?? ''))].sort();
  assert.ok(codes.length > 25);
  assert.deepEqual([...WORDED_CODES].sort(), codes);
});

test('issueInWords() says something of a code that it does not know', () => {
  assert.match(issueInWords('newer.code'), /ایرادی/);
});
