import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadRegistry } from '../src/pipeline/load_registry.js';

const { value: registry } = loadRegistry();
assert.ok(registry);
const { outlets, sources } = registry;
const unverified = sources.filter((source) => source.unverified === true);

test('sources of at least 150 outlets are listed, no id, address or domain twice', () => {
  assert.ok(new Set(sources.map(({ outletId }) => outletId)).size >= 150);
  for (const list of [
    sources.map(({ id }) => id),
    sources.map(({ url }) => url),
    outlets.flatMap(({ domains }) => domains),
  ]) {
    assert.deepEqual(
      list.filter((value, at) => list.indexOf(value) !== at),
      [],
    );
  }
});

test('an unverified source states its basis and lies under a domain of its outlet', () => {
  assert.ok(unverified.length > 0);
  for (const { id, url, outletId, basis, kind } of unverified) {
    assert.ok(basis, id);
    assert.equal(registry?.outletByUrl(url)?.id, outletId, id);
    assert.equal(basis === 'cms', kind === 'feed', id);
  }
});

/** Where the known feeds of a family stand: see docs/collecting.md. */
const CONVENTIONS: Readonly<Record<string, string>> = { iransamaneh: '/fa/rss/allnews', nastooh: '/rss' };

test('an address by the convention of a CMS belongs to an outlet of that CMS', () => {
  for (const { id, url, outletId } of unverified.filter(({ basis }) => basis === 'cms')) {
    const { cms = '' } = outlets.find((outlet) => outlet.id === outletId) ?? {};
    assert.equal(new URL(url).pathname, CONVENTIONS[cms], id);
  }
});
