import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type Line, readLines } from './lines.js';

async function linesOf(chunks: readonly Uint8Array[], maxBytes?: number): Promise<Line[]> {
  const lines: Line[] = [];
  for await (const line of readLines(stream(chunks), maxBytes)) lines.push(line);
  return lines;
}

async function* stream(chunks: readonly Uint8Array[]): AsyncGenerator<Uint8Array> {
  yield* chunks;
}

const cases: readonly [string, string, readonly string[]][] = [
  ['nothing', '', []],
  ['a last line without end', 'یک\nدو', ['یک', 'دو']],
  ['carriage returns', 'یک\r\nدو\r\n', ['یک', 'دو']],
  ['empty lines', '\n\nیک\n', ['', '', 'یک']],
  ['a byte order mark', '\uFEFFیک\n', ['یک']],
];
for (const [name, input, expected] of cases) {
  test(`readLines() reads ${name}`, async () => {
    assert.deepEqual(
      (await linesOf([Buffer.from(input)])).map((line) => line.text),
      expected,
    );
  });
}

test('readLines() gives the same lines however the bytes are cut', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.string({ unit: 'grapheme' })),
      fc.integer({ min: 1, max: 7 }),
      async (texts, size) => {
        const clean = texts.map((text) => text.replace(/[\r\n\uFEFF]/g, ''));
        const bytes = Buffer.from(clean.map((text) => `${text}\n`).join(''));
        const chunks: Uint8Array[] = [];
        for (let at = 0; at < bytes.length; at += size) chunks.push(bytes.subarray(at, at + size));
        const lines = await linesOf(chunks);
        assert.deepEqual(
          lines.map((line) => line.text),
          clean,
        );
        assert.deepEqual(
          lines.map((line) => line.number),
          clean.map((_, index) => index + 1),
        );
      },
    ),
  );
});

test('readLines() drops the bytes of an overlong line and goes on with the next', async () => {
  const chunks = [Buffer.from('aaaa'), Buffer.from('aaaa\nbb\n'), Buffer.from('ccccc')];
  assert.deepEqual(await linesOf(chunks, 4), [
    { number: 1, text: undefined },
    { number: 2, text: 'bb' },
    { number: 3, text: undefined },
  ]);
});
