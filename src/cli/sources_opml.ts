import { readFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import type { Config } from '../config.js';
import type { AdditionReport } from './registry_addition.js';
import { exportOpml, importOpml } from './source_acts.js';
import { withStore } from './sources.js';
import { CliError, type Surroundings } from './surroundings.js';

/** Adds the feeds of an OPML file to the operator's registry folder; nothing is asked before the collector does. */
export async function sourcesImport(file: string, config: Config, { clock }: Surroundings): Promise<void> {
  const list = await readList(file);
  await withStore(config, async (store) => {
    const report = await namingFile(file, () => importOpml(list, { store, config, clock }));
    console.log(formatImport(report));
    const count = report.added.length + report.known.length + report.refused.length;
    if (count > 0 && report.refused.length === count) {
      throw new CliError(`Cannot import "${file}": none of its feeds can be used`);
    }
  });
}

/** Prints the sources as OPML, in their folders. */
export async function sourcesExport(
  args: { readonly all: boolean },
  config: Config,
  { clock }: Surroundings,
): Promise<void> {
  await withStore(config, async (store) => {
    console.log(await exportOpml(args, { store, config, clock }));
  });
}

/** What is wrong with a file is said with its name. */
async function namingFile<Value>(file: string, work: () => Promise<Value>): Promise<Value> {
  try {
    return await work();
  } catch (cause) {
    throw cause instanceof CliError ? new CliError(`${file}: ${cause.message}`) : cause;
  }
}

async function readList(file: string): Promise<string> {
  if (file === '-') return text(process.stdin);
  return readFile(file, 'utf8').catch((cause: unknown) => {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new CliError(`Cannot read "${file}": ${why}`);
  });
}

function formatImport({ file, added, known, refused }: AdditionReport): string {
  const lines = refused.map(({ url, why }) => `left out "${url}": ${why}`);
  const where = added.length > 0 ? ` to "${file}"` : '';
  const tally = `${added.length} added${where}, ${known.length} known already, ${refused.length} left out`;
  return [...lines, tally].join('\n');
}
