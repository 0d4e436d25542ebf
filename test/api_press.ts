/** The sample press through all stages behind a site, for tests of the machine interface. */
import assert from 'node:assert/strict';
import type { Hono } from 'hono';
import { findUrlFault, WEB_PORTS } from '../src/collect/address_guard.js';
import { openLaterStages } from '../src/pipeline/later_stages.js';
import { loadWorldGazetteer } from '../src/pipeline/load_gazetteer.js';
import { processPages } from '../src/pipeline/process_page.js';
import { syncRegistry } from '../src/pipeline/sync_registry.js';
import { PRESS_FOLDER } from '../src/press/load_world.js';
import { createSite } from '../src/serve/site.js';
import { addWebhook, openTarget } from '../src/store/alert_targets.js';
import { API_SCOPES, makeApiKey } from '../src/store/api_keys.js';
import { saveDossier } from '../src/store/dossiers.js';
import { savePage } from '../src/store/fetched_pages.js';
import { saveSources } from '../src/store/outlets.js';
import { adoptSources } from '../src/store/source_state.js';
import { openTestDatabase, type TestHooks, type TestStore } from '../src/store/test_database.js';
import { saveTopicPage } from '../src/store/topics.js';
import { readPress } from './press_arrivals.js';

export interface ApiPress {
  readonly app: Hono;
  readonly store: TestStore;
  /** A key with all scopes and more requests than any test makes. */
  readonly key: string;
  /** A webhook of that key, with a message that nobody took. */
  readonly webhookId: number;
  /** When the last page of the press was fetched. */
  readonly lastAt: string;
}

/** Opens a site over the whole press, all stages done. */
export async function openApiPress(hooks: TestHooks): Promise<ApiPress> {
  const store = await openTestDatabase(hooks);
  const { registry, arrivals } = await readPress();
  await syncRegistry(store, registry);
  const { value: gazetteer } = loadWorldGazetteer(registry.outlets, PRESS_FOLDER);
  assert.ok(gazetteer);
  const pipeline = { store, registry, gazetteer };
  for (let from = 0; from < arrivals.length; from += 16)
    await processPages(pipeline, arrivals.slice(from, from + 16));
  await openLaterStages(pipeline).settle();
  const lastAt = arrivals.at(-1)?.fetchedAt ?? '';
  const [actor] = await store.rows<{ side: string }>(
    'select side from contact_actor where side is not null group by side order by count(*) desc limit 1',
  );
  await saveDossier(store, { name: 'پروندهٔ آزمون', actors: actor ? [actor.side] : [], at: lastAt });
  await addTopic(store, lastAt);
  await store.run(
    `insert into comment (story_id, article_id, text, created_at, state, decided_at)
     select id, null::bigint, 'درست است', $1::timestamptz, 'published', $1::timestamptz from story where report_count > 1
     union all select null, article_id, 'درست نیست', $1, 'published', $1 from copy_link`,
    [lastAt],
  );
  await addSource(store, { outletId: registry.outlets[0]?.id ?? '', at: lastAt });
  const { id: keyId, key } = await makeApiKey(store, {
    name: 'tests',
    scopes: API_SCOPES,
    requestsPerMinute: 1_000_000,
    at: lastAt,
  });
  const webhookId = await addDeadWebhook(store, { keyId, at: lastAt });
  const app = createSite({
    ...{ store, config: { keptMs: 0 }, clock: () => lastAt },
    findTargetFault: (address) => findUrlFault(address, { allowedHosts: new Map(), ports: WEB_PORTS }),
  });
  return { app, store, key, webhookId, lastAt };
}

/** A webhook that was open once and takes nothing any more. */
async function addDeadWebhook(
  store: TestStore,
  { keyId, at }: { readonly keyId: number; readonly at: string },
): Promise<number> {
  return store.transaction(async (tx) => {
    const subjects = [{ kind: 'search', subject: 'سد' } as const];
    const { id } = await addWebhook(tx, { address: 'https://hooks.example/', subjects, keyId, at });
    await openTarget(tx, id, at);
    await tx.run("update alert_message set state = 'dead', error = 'the receiver answered with status 500'");
    return id;
  });
}

/** The press has no topic pages: one of an outlet that no registry knows. */
async function addTopic(store: TestStore, seenAt: string): Promise<void> {
  const url = 'https://rudna.example/topic/sepidbar';
  await store.transaction(async (tx) => {
    const { pageId } = await savePage(tx, {
      ...{ body: Buffer.from('topic'), format: 'html', fetchedAt: seenAt, via: 'add' },
      ...{ inputName: 'topic.html', url },
    });
    const items = ['یک', 'دو', 'سه', 'چهار'].map((word) => ({ key: word, title: `آب سپیدبار، بخش ${word}` }));
    const page = { name: 'رود سپیدبار', outlet: { name: 'رودنا' }, url, shownCount: 148, items };
    await saveTopicPage(tx, { key: 'rudna sepidbar', pageId, seenAt, ...page });
  });
}

/** Pages of the press are handed in here, not collected: a source that was never asked. */
async function addSource(
  store: TestStore,
  { outletId, at }: { readonly outletId: string; readonly at: string },
): Promise<void> {
  const url = 'https://press.example/feed.xml';
  await store.transaction(async (tx) => {
    await saveSources(tx, [{ id: 'press-feed', outletId, kind: 'feed', url }]);
    await adoptSources(tx, [{ id: 'press-feed', url, host: 'press.example' }], at);
  });
}
