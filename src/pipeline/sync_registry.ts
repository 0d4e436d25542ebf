import type { Registry } from '../sources/registry.js';
import type { Store } from '../store/database.js';
import { saveOutlets, saveSources } from '../store/outlets.js';

/** Brings outlets and sources of the data files into the store; what only the store knows stays as it is. */
export async function syncRegistry(store: Store, registry: Registry): Promise<void> {
  await store.transaction(async (tx) => {
    await saveOutlets(tx, registry.outlets);
    await saveSources(
      tx,
      registry.sources.map((source) => ({
        ...source,
        egress: registry.egressOf({ sourceId: source.id, url: source.url }),
      })),
    );
  });
}
