import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { isAlive } from '../store/launcher/leftovers.js';
import { openStore } from '../store/open_store.js';

const PREFIX = 'sanad-demo-';
const OWNER_FILE = 'owner.pid';

/** Makes a folder for one demonstration, after clearing away those that a killed one left behind. */
export async function makeDemoFolder(parent: string): Promise<string> {
  mkdirSync(parent, { recursive: true });
  for (const name of readdirSync(parent)) {
    if (name.startsWith(PREFIX)) await clearIfLeft(join(parent, name));
  }
  const folder = mkdtempSync(join(parent, PREFIX));
  writeFileSync(join(folder, OWNER_FILE), String(process.pid));
  return folder;
}

/** Removes a demonstration's folder; its server has ended by then. */
export function removeDemoFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
}

/** A folder whose owner is dead may still have a running server: joining and leaving stops it. */
async function clearIfLeft(folder: string): Promise<void> {
  const ownerFile = join(folder, OWNER_FILE);
  if (!existsSync(ownerFile) || isAlive(Number(readFileSync(ownerFile, 'utf8')))) return;
  if (existsSync(join(folder, 'db'))) {
    const store = await openStore({ dataFolder: folder, applicationName: 'sanad demo' });
    await store.close();
  }
  removeDemoFolder(folder);
}
