/** Rules of the one stylesheet that no browser would tell. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

const STYLES = readFileSync(new URL('../../assets/sanad.css', import.meta.url), 'utf8').replace(
  /\/\*.*?\*\//gs,
  '',
);

const PHYSICAL = [
  /[;{\s](?:margin|padding|border|inset|scroll-margin|scroll-padding)-(?:left|right|top|bottom)\b[^;}]*/g,
  /[;{\s](?:left|right|top|bottom|width|height|(?:min|max)-(?:width|height))\s*:[^;}]*/g,
  /[;{\s](?:text-align|float|clear)\s*:\s*(?:left|right)[^;}]*/g,
];

test('sanad.css knows no left and right: every side is one of writing', () => {
  const rules = STYLES.replace(/@media[^{]*\{/g, '{');
  assert.deepEqual(
    PHYSICAL.flatMap((pattern) => rules.match(pattern) ?? []),
    [],
  );
});

test('sanad.css has one night, whether the device or the reader wishes it', () => {
  const tokens = (selector: string): readonly string[] => {
    const block = STYLES.slice(STYLES.indexOf(selector) + selector.length).split('}')[0] ?? '';
    return block.match(/--[\w-]+:\s*[^;]+/g) ?? [];
  };
  const night = tokens(':root:not([data-theme="light"]) {');
  assert.ok(night.length > 10);
  assert.deepEqual(tokens(':root[data-theme="dark"] {'), night);
});
