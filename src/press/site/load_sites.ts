/** Reads the habits of the hosts of the sample press from disk. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { PACKAGE_ROOT } from '../../package_root.js';
import { type PressSite, pressSite } from '../behaviours.js';

const siteFile = z.strictObject({ about: z.string(), sites: z.array(pressSite) });

/** Hosts that differ from their family's default. Throws on a file that breaks its schema. */
export function loadPressSites(folder: string = join(PACKAGE_ROOT, 'press')): readonly PressSite[] {
  const path = join(folder, 'sites.json');
  const read = siteFile.safeParse(JSON.parse(readFileSync(path, 'utf8')));
  if (!read.success) throw new Error(`Cannot read "${path}": ${z.prettifyError(read.error)}`);
  return read.data.sites;
}
