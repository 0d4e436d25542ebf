import assert from 'node:assert/strict';
import { test } from 'node:test';
import { patchOf } from '../src/cli/source_checks_file.js';
import { checkSource, type SourceCheck } from '../src/collect/check_source.js';
import { openGuardedFetch } from '../src/collect/guarded_fetch.js';
import { createWays } from '../src/collect/ways.js';
import { loadWorldRegistry } from '../src/pipeline/load_registry.js';
import { startPressClock } from '../src/press/clock.js';
import { loadPressWorld, PRESS_FOLDER } from '../src/press/load_world.js';
import { loadPressSites } from '../src/press/site/load_sites.js';
import { startPress } from '../src/press/site/start_press.js';

const PRESS_MINUTES = 10 * 24 * 60;

test('checkSource() tells of every source of the press what it answers, and the patch keeps what is well', async () => {
  const world = loadPressWorld();
  const clock = startPressClock(world.setting, { now: Date.now, startMinute: PRESS_MINUTES, speed: 1 });
  const press = await startPress({ world, sites: loadPressSites(), clock });
  const { value: registry } = loadWorldRegistry(`${PRESS_FOLDER}/outlets.json`);
  assert.ok(registry);
  const now = (): string => new Date().toISOString();
  const network = openGuardedFetch({
    userAgent: 'Sanad/test',
    clock: now,
    allowedHosts: press.addresses,
  });
  try {
    const way = createWays({ fetch: network.fetch, product: 'Sanad', clock: now })(undefined);
    const checks = new Map<string, SourceCheck>();
    for (const source of press.sources) {
      checks.set(source.id, await checkSource(source, { ...way, registry, clock: now }));
    }
    const all = [...checks.values()];
    const troubled = all.filter(({ problem }) => problem !== undefined);
    assert.deepEqual(
      troubled.map(({ id, problem }) => [id, problem]),
      // The one host of the press that limits how often it is asked.
      press.sources
        .filter(({ outletId }) => outletId === 'avand')
        .map(({ id }) => [id, 'the host asks for fewer requests, not before 2 s']),
    );
    for (const { id, kind } of press.sources) {
      const check = checks.get(id);
      if (check?.problem === undefined) assert.equal(check?.kind, kind, id);
    }
    const listed = all.filter(({ itemCount }) => itemCount > 0).length;
    assert.ok(listed > press.sources.length * 0.9, `${listed} of ${press.sources.length} list something`);
    const fronts = press.sources.filter(({ kind }) => kind === 'front_page');
    const named = fronts.filter(({ id }) => (checks.get(id)?.feeds.length ?? 0) > 0);
    assert.ok(named.length > fronts.length * 0.9, `${named.length} of ${fronts.length} name a feed`);
    const patch = patchOf(all, press.sources);
    const verified = patch.filter(({ unverified }) => unverified === false);
    assert.equal(verified.length, all.length - troubled.length);
    assert.deepEqual(
      patch.filter(({ outletId }) => outletId === 'avand'),
      [],
    );
  } finally {
    await network.close();
    await press.close();
  }
});
