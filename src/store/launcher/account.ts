import { statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';

/** The account under which the server runs when we are root: PostgreSQL refuses root. */
export interface Account {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
}

/** Taken in this order: the first exists where Debian's PostgreSQL is, the second everywhere. */
const PREFERRED_ACCOUNTS = ['postgres', 'nobody'];

/**
 * The account for the server of one cluster, undefined when we are not root and run it as ourselves. A cluster
 * that exists stays with its owner, so that an account made later changes nothing.
 */
export async function findServerAccount(clusterFolder: string): Promise<Account | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  const accounts = parsePasswd(await readFile('/etc/passwd', 'utf8'));
  const owner = statSync(clusterFolder, { throwIfNoEntry: false });
  if (owner && owner.uid !== 0) {
    const known = accounts.find((account) => account.uid === owner.uid);
    return known ?? { name: String(owner.uid), uid: owner.uid, gid: owner.gid };
  }
  return PREFERRED_ACCOUNTS.map((name) => accounts.find((account) => account.name === name)).find(
    (account) => account !== undefined,
  );
}

/** Reads `/etc/passwd`: `name:x:uid:gid:…`, one account a line. */
export function parsePasswd(text: string): readonly Account[] {
  return text.split('\n').flatMap((line) => {
    const [name, , uid, gid] = line.split(':');
    if (!name || !uid || !gid) return [];
    return [{ name, uid: Number(uid), gid: Number(gid) }];
  });
}
