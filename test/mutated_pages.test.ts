import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import { PACKAGE_ROOT } from '../src/package_root.js';
import { loadRegistry } from '../src/pipeline/load_registry.js';
import { readPage } from '../src/pipeline/read_page.js';

// Pages of every family, torn, doubled, cut off and with broken bytes: whatever comes out holds together.

const FOLDER = join(PACKAGE_ROOT, 'test', 'pages');
const PAGES = readdirSync(FOLDER)
  .filter((file) => file.endsWith('.html'))
  .map((file) => readFileSync(join(FOLDER, file)));
const { value: registry } = loadRegistry();

/** Places are shares of the page, so that a failing case shrinks whatever the length of its page. */
const place = fc.double({ min: 0, max: 1, noNaN: true });
const mutation = fc.oneof(
  fc.record({ kind: fc.constant('remove' as const), from: place, to: place }),
  fc.record({ kind: fc.constant('double' as const), from: place, to: place }),
  fc.record({ kind: fc.constant('cut off' as const), from: place, to: fc.constant(1) }),
  fc.record({ kind: fc.constant('move' as const), from: place, to: place }),
  fc.record({ kind: fc.constant('break' as const), from: place, to: place, byte: fc.nat(255) }),
  fc.record({
    kind: fc.constant('insert' as const),
    from: place,
    to: place,
    piece: fc.constantFrom(
      '<',
      '</div>',
      '<table>',
      '<!--',
      '</script>',
      '<p hidden>',
      '&#x110000;',
      '\u202e',
      '"',
    ),
  }),
);
type Mutation = typeof mutation extends fc.Arbitrary<infer Kind> ? Kind : never;

function mutate(page: Buffer, change: Mutation): Buffer {
  const [from = 0, to = 0] = [change.from, change.to].sort().map((share) => Math.floor(share * page.length));
  const [head, middle, tail] = [page.subarray(0, from), page.subarray(from, to), page.subarray(to)];
  switch (change.kind) {
    case 'remove':
      return Buffer.concat([head, tail]);
    case 'double':
      return Buffer.concat([head, middle, middle, tail]);
    case 'cut off':
      return head;
    case 'move':
      return Buffer.concat([middle, head, tail]);
    case 'insert':
      return Buffer.concat([head, Buffer.from(change.piece), middle, tail]);
    case 'break': {
      const broken = Buffer.from(page);
      if (from < broken.length) broken[from] = change.byte;
      return broken;
    }
  }
}

test('readPage() holds its laws on mutated pages of every family', () => {
  assert.ok(registry);
  const change = fc.tuple(fc.constantFrom(...PAGES), fc.array(mutation, { minLength: 1, maxLength: 6 }));
  fc.assert(
    fc.property(change, ([page, changes]) => {
      const body = changes.reduce(mutate, page);
      const { value, issues } = readPage(
        { url: 'https://sepehr.example/news/1', format: 'html', body, fetchedAt: '2025-12-03T09:00:00.000Z' },
        registry,
      );
      if (value === undefined) {
        assert.ok(issues.some(({ severity }) => severity === 'fatal'));
        return;
      }
      let last = 0;
      for (const { span } of value.body) {
        assert.ok(last <= span.start && span.start < span.end && span.end <= value.text.length);
        last = span.end;
      }
      for (const { evidence } of [...value.boilerplate, ...value.credits]) {
        assert.ok(evidence.span.start <= evidence.span.end && evidence.span.end <= value.text.length);
      }
    }),
    { numRuns: 400 },
  );
});
