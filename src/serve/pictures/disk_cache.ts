/** Files in a folder up to a budget; what was asked for longest ago goes first. */
import { mkdirSync, readdirSync, statSync } from 'node:fs';
import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

export interface DiskCache {
  has(name: string): boolean;
  /** The bytes of a file; nothing where there is none (any more). */
  read(name: string): Promise<Uint8Array | undefined>;
  /** Keeps a file, whatever else has to go; nothing where it alone is beyond the budget. */
  write(name: string, bytes: Uint8Array): Promise<void>;
}

interface Entry {
  readonly bytes: number;
}

/** Only such names are ours; other files in the folder are left alone. */
const NAME = /^[0-9a-f]{20}-[a-z]+\.webp$/;

/** Opens the folder, made where it is missing. Files of former runs count, the oldest first. */
export function openDiskCache(folder: string, budgetBytes: number): DiskCache {
  mkdirSync(folder, { recursive: true });
  const entries = new Map<string, Entry>();
  let total = 0;
  for (const file of oldestFirst(folder)) {
    entries.set(file.name, file);
    total += file.bytes;
  }
  const forget = (name: string): void => {
    total -= entries.get(name)?.bytes ?? 0;
    entries.delete(name);
  };
  const makeRoom = async (): Promise<void> => {
    for (const name of [...entries.keys()]) {
      if (total <= budgetBytes) return;
      forget(name);
      await rm(join(folder, name), { force: true });
    }
  };
  let lastPart = 0;
  return {
    has(name) {
      const entry = entries.get(name);
      if (entry === undefined) return false;
      // Asked for just now: the last to go.
      entries.delete(name);
      entries.set(name, entry);
      return true;
    },
    async read(name) {
      if (!entries.has(name)) return undefined;
      const bytes = await readFile(join(folder, name)).catch(() => undefined);
      if (bytes === undefined) forget(name);
      return bytes;
    },
    async write(name, bytes) {
      if (bytes.length > budgetBytes) return;
      lastPart += 1;
      const part = join(folder, `${name}.${process.pid}.${lastPart}.part`);
      await writeFile(part, bytes);
      await rename(part, join(folder, name));
      forget(name);
      entries.set(name, { bytes: bytes.length });
      total += bytes.length;
      await makeRoom();
    },
  };
}

function oldestFirst(folder: string): readonly { readonly name: string; readonly bytes: number }[] {
  return readdirSync(folder)
    .filter((name) => NAME.test(name))
    .map((name) => ({ name, ...sizeAndTime(join(folder, name)) }))
    .sort((a, b) => a.at - b.at)
    .map(({ name, bytes }) => ({ name, bytes }));
}

function sizeAndTime(path: string): { readonly bytes: number; readonly at: number } {
  const { size, mtimeMs } = statSync(path);
  return { bytes: size, at: mtimeMs };
}
