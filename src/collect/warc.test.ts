import assert from 'node:assert/strict';
import { test } from 'node:test';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { readWarc } from './warc_in.js';
import { archiveHeader, archivePage } from './warc_out.js';

const PAGE = '<!doctype html><title>گذرگاه باز شد</title>';

interface Answer {
  readonly status?: string;
  readonly headers?: string;
  readonly body?: Uint8Array | string;
  readonly type?: string;
}

/** One record as crawlers write it. */
function record({
  status = '200 OK',
  headers = 'Content-Type: text/html',
  body = PAGE,
  type = 'response',
}: Answer): Buffer {
  const http = Buffer.concat([Buffer.from(`HTTP/1.1 ${status}\r\n${headers}\r\n\r\n`), Buffer.from(body)]);
  const head = [
    'WARC/1.0',
    `WARC-Type: ${type}`,
    'WARC-Target-URI: https://nuran.example/news/1',
    'WARC-Date: 2026-02-28T20:30:00Z',
    'Content-Type: application/http',
    `Content-Length: ${http.length}`,
  ];
  return Buffer.concat([Buffer.from(`${head.join('\r\n')}\r\n\r\n`), http, Buffer.from('\r\n\r\n')]);
}

async function read(...chunks: Uint8Array[]): Promise<unknown[]> {
  const inputs: unknown[] = [];
  for await (const { bytes, issue, ...facts } of readWarc('a.warc.gz', streamOf(chunks))) {
    inputs.push(issue === undefined ? { ...facts, text: Buffer.from(bytes).toString() } : issue.message);
  }
  return inputs;
}

const CHUNKED = `${Buffer.byteLength(PAGE).toString(16)}\r\n${PAGE}\r\n0\r\n\r\n`;

test('readWarc reads answers that are pages, whatever their packing', async () => {
  const answers: readonly Answer[] = [
    {},
    { headers: 'Content-Type: text/html\r\nContent-Encoding: gzip', body: gzipSync(PAGE) },
    { headers: 'Content-Type: text/html\r\nContent-Encoding: br', body: brotliCompressSync(PAGE) },
    { headers: 'Content-Type: text/html\r\nTransfer-Encoding: chunked', body: CHUNKED },
  ];
  for (const answer of answers) {
    for (const pack of [(bytes: Buffer) => bytes, gzipSync]) {
      assert.deepEqual(await read(pack(record(answer))), [
        {
          name: 'a.warc.gz:1',
          format: 'html',
          url: 'https://nuran.example/news/1',
          contentType: 'text/html',
          fetchedAt: '2026-02-28T20:30:00.000Z',
          text: PAGE,
        },
      ]);
    }
  }
});

test('readWarc passes over requests, redirects and images and goes on', async () => {
  const others: readonly Answer[] = [
    { type: 'request' },
    { status: '301 Moved' },
    { headers: 'Content-Type: image/png' },
  ];
  const found = await read(...others.map((each) => gzipSync(record(each))), gzipSync(record({})));
  assert.deepEqual(
    found.map((each) => (each as { name: string }).name),
    ['a.warc.gz:4'],
  );
});

test('readWarc unpacks no bomb and says that a file is no archive', async () => {
  const bomb = record({
    headers: 'Content-Type: text/html\r\nContent-Encoding: gzip',
    body: gzipSync(Buffer.alloc(64 * 1024 * 1024)),
  });
  const found = await read(gzipSync(bomb), gzipSync(record({})));
  assert.equal(found[0], 'Cannot add "a.warc.gz:1": the page is larger than 20 MB');
  assert.equal((found[1] as { name: string }).name, 'a.warc.gz:2');
  assert.deepEqual(await read(), ['Cannot read "a.warc.gz": there is no WARC record in it']);
});

test('readWarc reads what archivePage wrote, byte for byte', async () => {
  const body = Buffer.from([0x3c, 0xff, 0x00, 0xc7]);
  const at = '2026-03-01T08:00:00.250Z';
  const url = 'https://nuran.example/news/2';
  const records = [
    await archiveHeader('Sanad', at),
    await archivePage({ url, body, format: 'html', fetchedAt: at, contentType: 'text/html; charset=utf-8' }),
  ];
  const inputs = [];
  for await (const input of readWarc('b.warc.gz', streamOf(records))) inputs.push(input);
  assert.equal(inputs.length, 1);
  assert.deepEqual(Buffer.from(inputs[0]?.bytes ?? []), body);
  assert.equal(inputs[0]?.url, url);
  assert.equal(inputs[0]?.fetchedAt, '2026-03-01T08:00:00.000Z');
  assert.equal(inputs[0]?.contentType, 'text/html; charset=utf-8');
});

async function* streamOf(chunks: readonly Uint8Array[]): AsyncGenerator<Uint8Array> {
  yield* chunks;
}
