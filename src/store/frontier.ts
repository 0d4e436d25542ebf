import type { CollectedSource, CollectionStore, KnownPage } from '../model/collection.js';
import type { Database, Store } from './database.js';
import { saveFinished } from './finished_jobs.js';
import { claimJobs, keepLeases, nextDueAt, releaseHosts, renewLeases } from './frontier_hosts.js';
import { adoptSources } from './source_state.js';
import { claimSubscriptions, saveHubFailure } from './subscriptions.js';

/** The collector's side of a store. Each function is one transaction: all of it is there afterwards or nothing. */
export function collectionStore(store: Store): CollectionStore {
  return {
    adoptSources: (sources: readonly CollectedSource[], at: string) =>
      store.transaction((tx) => adoptSources(tx, sources, at)),
    claimJobs: (claim) => claimJobs(store, claim),
    releaseJob: ({ lease }) =>
      store.transaction(async (tx) => {
        const kept = await keepLeases(tx, [lease]);
        await releaseHosts(
          tx,
          [...kept].map((held) => ({ lease: held })),
        );
      }),
    renewLeases: (leases, until) => renewLeases(store, leases, until),
    knownPages: (sourceId) => loadKnownPages(store, sourceId),
    saveFinished: (finished) => store.transaction((tx) => saveFinished(tx, finished)),
    claimSubscriptions: (claim) => claimSubscriptions(store, claim),
    saveHubFailure: (token, failure) => saveHubFailure(store, token, failure),
    nextDueAt: () => nextDueAt(store),
  };
}

/** Pages of a source that its shapes of addresses are learned from; more would bring back how a site once was. */
const KNOWN_PAGES = 400;

/** What could not be read, or is of no kind that we know, says nothing about its address: it may be an article after all. */
async function loadKnownPages(db: Database, sourceId: string): Promise<readonly KnownPage[]> {
  return await db.rows<KnownPage>(
    `select f.url, r.kind not in ('home', 'topic') as "isArticle"
     from (select url, page_id from frontier where source_id = $1 and target = 'page' order by id desc limit $2) f
     join page_result r on r.page_id = f.page_id and r.kind not in ('quarantined', 'other')`,
    [sourceId, KNOWN_PAGES],
  );
}
