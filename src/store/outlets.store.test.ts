import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import type { Outlet } from '../model/outlet.js';
import { ensureOutlets, loadOutlet, loadOutlets, loadSources, saveOutlets, saveSources } from './outlets.js';
import { openTestDatabase } from './test_database.js';

const store = await openTestDatabase({ after });

const FULL: Outlet = {
  id: 'mehrava',
  name: 'مهر‌آوا',
  nameEn: 'Mehrava',
  aliases: ['مهرآوا', 'خبرگزاری «مهر"آوا»'],
  domains: ['mehrava.example'],
  kind: 'agency',
  family: 'ava',
  country: 'XX',
  cms: 'nastooh',
  fullTextAllowed: true,
};
const BARE: Outlet = { id: 'bare', name: 'برهنه', aliases: [], domains: [] };

test('loadOutlets() gives the registry back as saveOutlets() got it, absent fields absent', async () => {
  await saveOutlets(store, [FULL, BARE]);
  const loaded = await loadOutlets(store);
  assert.deepEqual(JSON.parse(JSON.stringify(loaded)), [BARE, FULL]);
});

test('saveOutlets() brings changes of the registry in and keeps what the operator decided', async () => {
  await store.run(
    `update outlet set hidden_at = '2026-03-01T00:00:00Z', hidden_note = 'به درخواست ناشر' where id = 'bare'`,
  );
  await saveOutlets(store, [{ ...BARE, name: 'برهنه نو', domains: ['bare.example'] }]);
  const outlet = await loadOutlet(store, 'bare');
  assert.deepEqual([outlet?.name, outlet?.domains], ['برهنه نو', ['bare.example']]);
  assert.deepEqual(outlet?.hidden, { at: '2026-03-01T00:00:00.000Z', note: 'به درخواست ناشر' });
});

test('ensureOutlets() notes unknown outlets and leaves known ones alone', async () => {
  await ensureOutlets(store, [
    { id: 'mehrava', name: 'نام دیگر' },
    { id: 'seen', name: 'دیده' },
    { id: 'seen', name: 'دیده' },
  ]);
  assert.equal((await loadOutlet(store, 'mehrava'))?.name, FULL.name);
  assert.equal((await loadOutlet(store, 'seen'))?.name, 'دیده');
  assert.equal(await loadOutlet(store, 'absent'), undefined);
});

test('saveSources() keeps a source disabled that the operator disabled', async () => {
  const source = {
    id: 'mehrava/feed',
    outletId: 'mehrava',
    kind: 'feed',
    url: 'https://mehrava.example/rss',
  } as const;
  await saveSources(store, [source]);
  await store.run('update source set enabled = false');
  await saveSources(store, [{ ...source, url: 'https://mehrava.example/feed', category: 'ورزش' }]);
  assert.deepEqual(await loadSources(store), [
    { ...source, url: 'https://mehrava.example/feed', category: 'ورزش', enabled: false },
  ]);
});
