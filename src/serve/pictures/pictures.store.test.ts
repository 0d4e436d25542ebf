import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import sharp from 'sharp';
import { saveSetting } from '../../store/commands.js';
import { createSite } from '../site.js';
import { fillPress, openTestSite, TEST_NOW } from '../test_site.js';
import { openDiskCache } from './disk_cache.js';
import { openPictures } from './pictures.js';

const folder = mkdtempSync(join(tmpdir(), 'sanad-pictures-'));
after(() => rmSync(folder, { recursive: true, force: true }));

const JPEG = await sharp({ create: { width: 960, height: 640, channels: 3, background: '#855400' } })
  .jpeg()
  .toBuffer();

function name(index: number): string {
  return `${String(index).padStart(20, '0')}-small.webp`;
}

function bytesIn(path: string): number {
  return readdirSync(path).reduce((sum, file) => sum + statSync(join(path, file)).size, 0);
}

test('openDiskCache() stays within its budget, drops what was asked for longest ago, and finds its files again', async () => {
  const own = join(folder, 'cache');
  const cache = openDiskCache(own, 1000);
  for (let index = 0; index < 4; index++) await cache.write(name(index), new Uint8Array(250));
  assert.ok(cache.has(name(0)));
  await cache.write(name(4), new Uint8Array(250));
  assert.deepEqual([cache.has(name(0)), cache.has(name(1)), cache.has(name(4))], [true, false, true]);
  await cache.write(name(4), new Uint8Array(240));
  await cache.write(name(5), new Uint8Array(5000));
  assert.equal(bytesIn(own), 990);
  assert.equal((await cache.read(name(4)))?.length, 240);
  assert.equal(await cache.read(name(1)), undefined);
  writeFileSync(join(own, 'notes.txt'), 'not ours');
  const again = openDiskCache(own, 500);
  assert.ok(again.has(name(4)));
  await again.write(name(6), new Uint8Array(100));
  assert.ok(readdirSync(own).includes('notes.txt'));
  assert.ok(bytesIn(own) <= 500 + 'not ours'.length);
  rmSync(join(own, name(6)));
  assert.equal(await again.read(name(6)), undefined);
  assert.ok(!again.has(name(6)));
});

test('pages show pictures of ours once they are there; only those of articles that can be seen', async () => {
  const { store } = await openTestSite({ after });
  const articleId = (await fillPress(store)).get('call') ?? 0;
  const url = 'https://nuran.example/pictures/call.jpg';
  const image = JSON.stringify([{ url, caption: 'نشست خبری' }, { url: 'http://127.0.0.1/private.png' }]);
  await store.run(
    `update article_version set extracted = jsonb_set(extracted, '{images}', $2::jsonb) where article_id = $1`,
    [articleId, image],
  );
  const asked: string[] = [];
  let now = TEST_NOW;
  const pictures = openPictures({
    folder: join(folder, 'site'),
    budgetBytes: 1_000_000,
    clock: () => now,
    fetch: async (address) => {
      asked.push(address);
      // No network at first.
      return asked.length === 1 ? undefined : JPEG;
    },
  });
  const site = createSite({ store, pictures, config: { keptMs: 0 }, clock: () => now });
  const page = async (path: string) => (await site.request(path)).text();
  const wide = `/article/${articleId}/picture/wide`;
  assert.doesNotMatch(await page(`/article/${articleId}`), /<img/);
  await pictures.idle();
  assert.doesNotMatch(await page(`/article/${articleId}`), /<img/);
  await pictures.idle();
  assert.deepEqual(asked, [url]);
  now = new Date(Date.parse(now) + 2 * 60 * 60_000).toISOString();
  await page(`/article/${articleId}`);
  await pictures.idle();
  const shown = await page(`/article/${articleId}`);
  assert.match(
    shown,
    /<img src="\/article\/\d+\/picture\/wide\?v=[0-9a-f]{8}" width="960" height="540" alt="نشست خبری"/,
  );
  assert.doesNotMatch(shown, /<img[^>]+nuran\.example/);
  const file = await site.request(wide);
  assert.equal(file.headers.get('Content-Type'), 'image/webp');
  assert.equal((await sharp(Buffer.from(await file.arrayBuffer())).metadata()).format, 'webp');
  assert.match(await page('/'), new RegExp(`src="/article/${articleId}/picture/(small|wide)`));
  for (const path of [`/article/${articleId}/picture/huge`, '/article/999/picture/wide', `${wide}x`]) {
    assert.equal((await site.request(path)).status, 404, path);
  }
  assert.deepEqual(new Set(asked), new Set([url]));
  await saveSetting(store, { key: 'pictures', value: 'off', at: now });
  assert.doesNotMatch(await page(`/article/${articleId}`), /<img/);
  assert.equal((await site.request(wide)).status, 404);
  await saveSetting(store, { key: 'pictures', value: 'on', at: now });
  await store.run('update article set hidden_at = $2 where id = $1', [articleId, now]);
  assert.equal((await site.request(wide)).status, 404);
});
