import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { startSanad, temporaryFolder } from './sanad_process.js';

const ARTICLE = {
  url: 'https://nuran.example/news/17',
  title: 'گذرگاه زرین‌کوه باز شد',
  text: 'به گزارش نوران، گذرگاه زرین‌کوه پس از سه روز باز شد. رانندگان از بامداد در صف بودند.',
  outlet: 'نوران',
  published: '2026-03-01T08:00:00+03:30',
};

async function sanad(
  args: readonly string[],
  data: string,
): Promise<{ code: number | null; output: string }> {
  const child = startSanad(args, { SANAD_DATA: data, SANAD_PORT: '0' });
  const code = await child.ended();
  return { code, output: child.output() };
}

test('backup, restore, verify and doctor carry an installation to another folder', async () => {
  const [old, fresh, files] = ['old', 'fresh', 'files'].map((name) => temporaryFolder(`upkeep-${name}`)) as [
    string,
    string,
    string,
  ];
  const input = join(files, 'article.jsonl');
  writeFileSync(input, `${JSON.stringify(ARTICLE)}\n`);
  mkdirSync(join(old, 'registry'));
  writeFileSync(join(old, 'registry', 'mine.json'), '{"outlets":[]}');
  assert.equal((await sanad(['add', input], old)).code, 0);

  const backup = join(files, 'backup');
  assert.match((await sanad(['backup', backup], old)).output, /Kept \d+ rows/);
  const again = await sanad(['backup', backup], old);
  assert.deepEqual([again.code, /name a new folder/.test(again.output)], [1, true]);

  assert.match((await sanad(['restore', backup], fresh)).output, /Restored \d+ rows/);
  assert.equal(readFileSync(join(fresh, 'registry', 'mine.json'), 'utf8'), '{"outlets":[]}');
  assert.match((await sanad(['verify'], fresh)).output, /Read 1 stored page,/);
  const twice = await sanad(['restore', backup], fresh);
  assert.deepEqual([twice.code, /holds articles already/.test(twice.output)], [1, true]);
  assert.match((await sanad(['add', input], fresh)).output, /1 known|nothing new|already|unchanged/);

  const health = await sanad(['doctor'], fresh);
  assert.match(health.output, /✓ PostgreSQL 18\.\d+ with 1 article /);
  assert.match(health.output, /! Nothing collects at the moment/);
  assert.equal(health.code, 0);
});
