import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { listInputFiles } from './input_files.js';
import { type Input, MAX_PAGE_BYTES, readInputFile, readInputStream } from './inputs.js';

const folder = mkdtempSync(join(tmpdir(), 'sanad-inputs-'));

async function read(name: string, bytes: Uint8Array | string): Promise<Input[]> {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  const inputs: Input[] = [];
  for await (const input of readInputFile(path)) inputs.push(input);
  return inputs.map((input) => ({ ...input, name: input.name.replace(`${folder}/`, '') }));
}

const page = '<!doctype html><title>نمونه</title>';

test('readInputFile() keeps the bytes of a page exactly, compressed or not', async () => {
  const bytes = Buffer.from([0xff, 0xfe, 0x00, 0xc7, 0xe1]);
  for (const input of [...(await read('a.html', bytes)), ...(await read('a.html.gz', gzipSync(bytes)))]) {
    assert.equal(input.format, 'html');
    assert.deepEqual(Buffer.from(input.bytes), bytes);
  }
});

test('readInputFile() makes one input of each line of records and names the line', async () => {
  const inputs = await read('b.jsonl.gz', gzipSync('{"text":"یک"}\n\n{"text":"دو"}\n'));
  assert.deepEqual(
    inputs.map((input) => [input.name, input.format, Buffer.from(input.bytes).toString()]),
    [
      ['b.jsonl.gz:1', 'record', '{"text":"یک"}'],
      ['b.jsonl.gz:3', 'record', '{"text":"دو"}'],
    ],
  );
});

const sniffed: readonly [string, string, string][] = [
  ['markup', `\n ${page}`, 'html'],
  ['markup after a byte order mark', `\uFEFF${page}`, 'html'],
  ['a record', '{"text":"خبر"}', 'record'],
  ['prose', 'تیتر\nمتن خبر', 'text'],
];
for (const [name, text, format] of sniffed) {
  test(`readInputFile() tells ${name} without a known ending`, async () => {
    assert.deepEqual(
      (await read('capture', text)).map((input) => input.format),
      [format],
    );
  });
}

test('readInputFile() reports damaged gzip data instead of throwing', async () => {
  const whole = gzipSync('x'.repeat(100_000));
  const [cutOff] = await read('c.txt.gz', whole.subarray(0, 40));
  assert.equal(cutOff?.issue?.code, 'input.broken_gzip');
  const [noGzip] = await read('d.txt.gz', 'no gzip at all');
  assert.equal(noGzip?.issue?.code, 'input.broken_gzip');
});

test('readInputFile() refuses a page that decompresses to more than the limit', async () => {
  const [bomb] = await read('e.html.gz', gzipSync(Buffer.alloc(MAX_PAGE_BYTES + 1)));
  assert.equal(bomb?.issue?.code, 'input.too_large');
  assert.equal(bomb?.bytes.length, 0);
});

test('readInputFile() reports a missing file', async () => {
  const inputs: Input[] = [];
  for await (const input of readInputFile(join(folder, 'missing.txt'))) inputs.push(input);
  assert.match(
    inputs[0]?.issue?.message ?? '',
    /Cannot read ".*missing.txt": there is no such file or folder/,
  );
});

test('readInputStream() reads standard input of any format', async () => {
  const inputs: Input[] = [];
  for await (const input of readInputStream(Readable.from([Buffer.from(page)]), { name: '-' }))
    inputs.push(input);
  assert.deepEqual(
    inputs.map((input) => [input.name, input.format]),
    [['-', 'html']],
  );
});

test('listInputFiles() walks folders in order, past hidden entries and links', async () => {
  const tree = join(folder, 'tree');
  mkdirSync(join(tree, 'b'), { recursive: true });
  mkdirSync(join(tree, '.git'));
  for (const name of ['b/2.txt', 'b/1.txt', 'a.html', '.git/x.txt', '.hidden'])
    writeFileSync(join(tree, name), 'x');
  symlinkSync(tree, join(tree, 'b', 'loop'));
  const { files, unreadable } = await listInputFiles([
    join(tree, 'b'),
    join(tree, 'a.html'),
    tree,
    join(tree, 'none'),
  ]);
  assert.deepEqual(
    files.map((file) => file.path.replace(`${tree}/`, '')),
    ['b/1.txt', 'b/2.txt', 'a.html', 'a.html', 'b/1.txt', 'b/2.txt'],
  );
  assert.deepEqual(
    unreadable.map((item) => item.issue.code),
    ['input.unreadable'],
  );
});
