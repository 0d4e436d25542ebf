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

test('an unverified source states its basis and lies under a domain of its outlet, or is a channel', () => {
  assert.ok(unverified.length > 0);
  for (const { id, url, outletId, basis, kind } of unverified) {
    assert.ok(basis, id);
    if (kind === 'channel') assert.match(url, /^https:\/\/t\.me\/s\/\w{4,}$/, id);
    else assert.equal(registry?.outletByUrl(url)?.id, outletId, id);
    assert.equal(basis === 'domain', kind === 'front_page', id);
  }
});

test('only a source beside other feeds or sitemaps of its outlet rests', () => {
  for (const { id, outletId } of sources.filter(({ resting }) => resting)) {
    const others = sources.filter((other) => other.outletId === outletId && !other.resting);
    assert.ok(
      others.some(({ kind }) => kind === 'feed' || kind === 'sitemap'),
      id,
    );
  }
});

test('a family has more than one outlet, and who states it is written down', () => {
  const members = outlets.filter(({ family }) => family !== undefined);
  assert.ok(members.length > 0);
  for (const { id, family, basis } of members) {
    assert.ok(basis?.family, id);
    assert.ok(members.filter((other) => other.family === family).length > 1, id);
  }
});

/** Where the known feeds and sitemaps of a family stand: see docs/collecting.md. */
const CONVENTIONS: Readonly<Record<string, string>> = {
  'iransamaneh feed': '/fa/rss/allnews',
  'iransamaneh sitemap': '/fa-sitemap-news',
  'nastooh feed': '/rss',
  'nastooh sitemap': '/sitemap/news/sitemap.xml',
};

test('an address by the convention of a CMS belongs to an outlet of that CMS', () => {
  for (const { id, url, outletId, kind } of unverified.filter(({ basis }) => basis === 'cms')) {
    const { cms = '' } = outlets.find((outlet) => outlet.id === outletId) ?? {};
    assert.equal(new URL(url).pathname, CONVENTIONS[`${cms} ${kind}`], id);
  }
});
