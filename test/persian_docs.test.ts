import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { PACKAGE_ROOT } from '../src/package_root.js';
import { findDates } from '../src/persian/dates.js';
import { displayText } from '../src/persian/display.js';
import { keyOf } from '../src/persian/keys.js';
import { findSentences } from '../src/persian/sentences.js';
import { stemOf } from '../src/persian/stem.js';

const REFERENCE = '2022-11-14T12:00:00Z';

/** What each kind of example block of docs/persian shows. */
const RULES: Readonly<Record<string, (text: string) => string>> = {
  key: keyOf,
  display: displayText,
  stem: stemOf,
  date: (text) => findDates(text, { reference: REFERENCE })[0]?.iso ?? '-',
  sentences: (text) =>
    findSentences(text)
      .map(({ start, end }) => text.slice(start, end))
      .join(' / '),
};

test('every example in docs/persian is true', () => {
  let count = 0;
  for (const name of ['layers.md', 'dates.md']) {
    const page = readFileSync(join(PACKAGE_ROOT, 'docs', 'persian', name), 'utf8').replaceAll('¦', '\u200c');
    for (const [, kind = '', lines = ''] of page.matchAll(/^```(\w+)\n([\s\S]*?)^```/gm)) {
      const rule = RULES[kind];
      assert.ok(rule, `${name} has examples of an unknown kind "${kind}"`);
      for (const line of lines.trim().split('\n')) {
        const [text = '', expected] = line.split(' => ');
        assert.equal(rule(text), expected, `${name}: ${line}`);
        count += 1;
      }
    }
  }
  assert.ok(count > 30);
});
