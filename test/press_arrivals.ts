/** For tests: everything that the sample press publishes, as it would arrive at a collector that is always there. */
import { join } from 'node:path';
import { readListing } from '../src/collect/list_items.js';
import { loadWorldGazetteer } from '../src/pipeline/load_gazetteer.js';
import { loadWorldRegistry } from '../src/pipeline/load_registry.js';
import type { Arrival } from '../src/pipeline/process_page.js';
import { type SetClock, stillPressClock } from '../src/press/clock.js';
import { loadPressWorld, PRESS_FOLDER } from '../src/press/load_world.js';
import { loadPressSites } from '../src/press/site/load_sites.js';
import { loopbackRequest } from '../src/press/site/loopback_request.js';
import type { PublishedVersion } from '../src/press/site/published_versions.js';
import { type Press, startPress } from '../src/press/site/start_press.js';
import type { Gazetteer } from '../src/sources/gazetteer.js';
import type { Registry } from '../src/sources/registry.js';

export interface PressArrival extends Arrival {
  /** The press's own name of the article. */
  readonly article: string;
  readonly version: number;
}

export interface PressReading {
  readonly registry: Registry;
  readonly gazetteer: Gazetteer;
  /** In order of publication, fetched at the very minute. */
  readonly arrivals: readonly PressArrival[];
}

/** Serves the press without its troubles and fetches each version at the minute at which it came out. */
export async function readPress(): Promise<PressReading> {
  const world = loadPressWorld();
  const clock = stillPressClock(world.setting, 0);
  const press = await startPress({ world, sites: loadPressSites(), clock, calm: 'all' });
  try {
    const { value } = loadWorldRegistry(join(PRESS_FOLDER, 'outlets.json'));
    if (value === undefined) throw new Error('Cannot read the registry of the press');
    const registry = { ...value, sources: press.sources };
    const arrivals: PressArrival[] = [];
    for (const published of press.publishedUntil(11 * 24 * 60)) {
      clock.set(published.at);
      arrivals.push(await fetchArrival({ press, registry, clock }, published));
    }
    const { value: gazetteer } = loadWorldGazetteer(registry.outlets, PRESS_FOLDER);
    if (gazetteer === undefined) throw new Error('Cannot read the gazetteer of the press');
    return { registry, gazetteer, arrivals };
  } finally {
    await press.close();
  }
}

interface Tools {
  readonly press: Press;
  readonly registry: Registry;
  readonly clock: SetClock;
}

async function fetchArrival(tools: Tools, published: PublishedVersion): Promise<PressArrival> {
  const { article, version, url } = published;
  const at = new Date(tools.clock.nowMs()).toISOString();
  const channel = tools.press.sources.find(
    ({ outletId, kind }) => outletId === published.outlet && kind === 'channel',
  );
  const answer = await loopbackRequest(tools.press.addresses, channel?.url ?? url);
  const contentType = String(answer.headers['content-type']);
  if (channel === undefined) {
    const page = { url, body: answer.bytes, format: 'html' as const, contentType, fetchedAt: at };
    return { ...page, via: 'collect', article, version };
  }
  const fetched = {
    kind: 'fetched',
    url: channel.url,
    body: answer.bytes,
    contentType,
    validators: {},
  } as const;
  const { items } = readListing(fetched, {
    kind: 'channel',
    outletId: published.outlet,
    registry: tools.registry,
    nowMs: tools.clock.nowMs(),
    at,
  });
  const post = items.find((item) => item.url === url)?.page;
  if (!post) throw new Error(`Cannot find the post "${url}" in its channel`);
  return { ...post, via: 'collect', article, version };
}
