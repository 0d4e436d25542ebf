import { resolve } from 'node:path';
import type { Config } from '../config.js';
import type { Store } from '../store/database.js';
import { openStore } from '../store/open_store.js';
import { backUp } from '../store/upkeep/backup.js';
import type { BackupManifest, BackupTable } from '../store/upkeep/manifest.js';
import { restore } from '../store/upkeep/restore.js';
import { verifyStore } from '../store/upkeep/verify.js';
import { counted } from './counted.js';
import { formatTable } from './source_table.js';
import { CliError, type Surroundings } from './surroundings.js';

/** Writes everything to a new folder while the program goes on working; prints what was kept. */
export async function makeBackup(folder: string, config: Config, { clock }: Surroundings): Promise<void> {
  const { registryFolder } = config;
  const path = resolve(folder);
  await withStore('backup', config, async (store) => {
    const manifest = await backUp(store, { folder: path, now: clock(), registryFolder, onTable: tell });
    console.log(`Kept ${countOf(manifest)} in ${path}; "sanad restore" brings it back`);
  });
}

/** Loads a backup into an empty database. */
export async function restoreBackup(folder: string, config: Config): Promise<void> {
  const { registryFolder } = config;
  const path = resolve(folder);
  await withStore('restore', config, async (store) => {
    const manifest = await restore(store, { folder: path, registryFolder, onTable: tell });
    console.log(`Restored ${countOf(manifest)}, as they stood at ${manifest.madeAt}`);
  });
}

/** Reads all that facts rest on and prints what is not as it should be; fails when something is. */
export async function verify(args: { readonly json: boolean }, config: Config): Promise<void> {
  const report = await withStore('verify', config, (store) => verifyStore(store));
  const { bodies, dropped, spans, references, faults } = report;
  if (args.json) console.log(JSON.stringify(report, undefined, 2));
  else {
    const rows = faults.map(({ check, place, message }) => [check, place, message]);
    if (rows.length > 0) console.log(formatTable(['check', 'place', 'fault'], rows));
    if (dropped > 0)
      console.log(`${dropped} stored answers were dropped to save room: their bytes cannot be checked`);
    console.log(
      `Read ${counted(bodies, 'stored page')}, ${counted(spans, 'span')}, ${counted(references, 'kind')} of references`,
    );
  }
  if (faults.length === 0) return;
  throw new CliError(
    `Cannot vouch for the database: ${faults.length} faults, listed above; restore the last backup into a new SANAD_DATA`,
  );
}

function tell({ name, rows }: BackupTable): void {
  if (rows > 0) console.error(`${name}: ${counted(rows, 'row')}`);
}

function countOf({ tables }: BackupManifest): string {
  return `${counted(
    tables.reduce((sum, { rows }) => sum + rows, 0),
    'row',
  )} of ${counted(tables.length, 'table')}`;
}

async function withStore<Value>(
  command: string,
  config: Config,
  work: (store: Store) => Promise<Value>,
): Promise<Value> {
  const store = await openStore({ ...config, applicationName: `sanad ${command}` });
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}
