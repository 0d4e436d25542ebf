import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { StoreError } from '../store_error.js';

/** Grows when older programs could no longer read a backup. */
export const BACKUP_FORMAT = 1;
/** Written last: a folder without it is no backup. */
export const MANIFEST_FILE = 'manifest.json';
/** Folder inside a backup with the operator's own outlets and rules. */
export const REGISTRY_PART = 'registry';

const MANIFEST = z.object({
  format: z.literal(BACKUP_FORMAT),
  madeAt: z.string(),
  /** Number of the last migration of the database. */
  migration: z.int().positive(),
  /** In the order in which they can be loaded. */
  tables: z.array(
    z.object({
      name: z.string(),
      columns: z.array(z.string()).readonly(),
      file: z.string().regex(/^[a-z_]+\.copy\.gz$/),
      rows: z.int().nonnegative(),
      /** Of the packed file, hexadecimal. */
      sha256: z.string(),
    }),
  ),
});

/** What a backup holds. */
export type BackupManifest = z.infer<typeof MANIFEST>;
export type BackupTable = BackupManifest['tables'][number];

/** Reads the list of contents of a backup. Throws StoreError `backup_unusable`. */
export async function readManifest(folder: string): Promise<BackupManifest> {
  const path = join(folder, MANIFEST_FILE);
  const text = await readFile(path, 'utf8').catch((cause: unknown) => {
    throw new StoreError(
      'backup_unusable',
      `Cannot restore from "${folder}": it has no ${MANIFEST_FILE}; name the folder that "sanad backup" made`,
      { cause },
    );
  });
  const manifest = MANIFEST.safeParse(parseJson(text));
  if (manifest.success) return manifest.data;
  throw new StoreError(
    'backup_unusable',
    `Cannot restore from "${folder}": its ${MANIFEST_FILE} is not one of this program; ${z.prettifyError(manifest.error)}`,
  );
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
