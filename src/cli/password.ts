import type { Config } from '../config.js';
import { makePassword, setOperatorPassword } from '../serve/admin/password.js';
import { openStore } from '../store/open_store.js';
import type { Surroundings } from './surroundings.js';

/** Makes a new password for the operator's pages, prints it once and ends all sessions. */
export async function renewPassword(config: Config, { clock }: Surroundings): Promise<void> {
  const store = await openStore({ ...config, applicationName: 'sanad password' });
  try {
    const password = makePassword();
    await setOperatorPassword(store, password, clock());
    console.log(`The operator's new password for /admin, shown this once: ${password}`);
  } finally {
    await store.close();
  }
}
