import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { PACKAGE_ROOT } from '../package_root.js';
import { calmedSite, type PressSite, pressSite, TROUBLES } from './behaviours.js';
import { loadPressWorld } from './load_world.js';
import { loadPressSites } from './site/load_sites.js';

const sites = loadPressSites();

for (const trouble of TROUBLES) {
  test(`${trouble.id}: a host of the press makes it, and makes it no more when calmed`, () => {
    const makers = sites.filter((site) => trouble.isIn(site));
    assert.ok(makers.length > 0);
    for (const site of makers) assert.equal(trouble.isIn(calmedSite(site, [trouble.id])), false);
  });
}

test('calmedSite() leaves a host that behaves when everything is calmed', () => {
  for (const site of sites) {
    const calm = calmedSite(site, 'all');
    assert.deepEqual(
      TROUBLES.filter((trouble) => trouble.isIn(calm)),
      [],
    );
  }
});

test('calmedSite() changes nothing else', () => {
  const site: PressSite = pressSite.parse({ outlet: 'a', delayMs: 5, validators: 'lying' });
  assert.deepEqual(calmedSite(site, ['slow_host']), { ...site, delayMs: undefined });
});

test('calmedSite() names the known troubles when asked for another', () => {
  assert.throws(() => calmedSite(pressSite.parse({ outlet: 'a' }), ['rain']), /"rain".*slow_host/);
});

test('loadPressSites() knows only outlets of the press, each once', () => {
  const known = new Set(loadPressWorld().outlets.map((outlet) => outlet.id));
  const named = sites.map((site) => site.outlet);
  assert.deepEqual(
    named.filter((outlet) => !known.has(outlet)),
    [],
  );
  assert.equal(new Set(named).size, named.length);
});

test('docs/press.md has a row for every trouble', () => {
  const text = readFileSync(join(PACKAGE_ROOT, 'docs', 'press.md'), 'utf8').replace(/ +/g, ' ');
  assert.deepEqual(
    TROUBLES.filter((trouble) => !text.includes(`| \`${trouble.id}\` | ${trouble.meaning} |`)),
    [],
  );
});
