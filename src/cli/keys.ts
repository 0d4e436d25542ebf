import type { Config } from '../config.js';
import { type ApiScope, listApiKeys, makeApiKey, revokeApiKey } from '../store/api_keys.js';
import type { Store } from '../store/database.js';
import { openStore } from '../store/open_store.js';
import { CliError, type Surroundings } from './surroundings.js';

export interface MakeKeyArguments {
  readonly name: string;
  readonly scopes: readonly ApiScope[];
  /** Requests a minute. */
  readonly rate: number;
}

/** Makes an API key and prints it, this once. */
export async function keysMake(
  { name, scopes, rate }: MakeKeyArguments,
  config: Config,
  { clock }: Surroundings,
): Promise<void> {
  await withStore(config, async (store) => {
    const given = { name, scopes, requestsPerMinute: rate, at: clock() };
    const { id, key } = await makeApiKey(store, given);
    console.error(
      `Key ${id} for "${name}" (${scopes.join(', ')}; ${rate} requests a minute), shown this once:`,
    );
    console.log(key);
  });
}

/** Lists keys: never their letters, which are not kept. */
export async function keysList({ json }: { readonly json: boolean }, config: Config): Promise<void> {
  await withStore(config, async (store) => {
    const keys = await listApiKeys(store);
    if (json) return console.log(JSON.stringify(keys));
    if (keys.length === 0) console.log('No key has been made yet; "sanad keys make <name>" makes one');
    for (const { id, name, scopes, requestsPerMinute, madeAt, lastUsedOn, revokedAt } of keys) {
      const state = revokedAt === null ? `used ${lastUsedOn ?? 'never'}` : `revoked ${revokedAt}`;
      console.log(
        [id, name, scopes.join(','), `${requestsPerMinute}/min`, `made ${madeAt}`, state].join('\t'),
      );
    }
  });
}

/** Ends a key. */
export async function keysRevoke(id: number, config: Config, { clock }: Surroundings): Promise<void> {
  await withStore(config, async (store) => {
    if (!(await revokeApiKey(store, id, clock())))
      throw new CliError(
        `Cannot revoke key ${id}: there is none that is still in use; "sanad keys list" has all`,
      );
    console.log(`Key ${id} opens nothing any more`);
  });
}

async function withStore(config: Config, work: (store: Store) => Promise<void>): Promise<void> {
  const store = await openStore({ ...config, applicationName: 'sanad keys' });
  try {
    await work(store);
  } finally {
    await store.close();
  }
}
