import type { WholePipeline } from '../pipeline/later_stages.js';
import { loadGazetteer } from '../pipeline/load_gazetteer.js';
import { loadRegistry } from '../pipeline/load_registry.js';
import { syncRegistry } from '../pipeline/sync_registry.js';
import type { Gazetteer } from '../sources/gazetteer.js';
import type { Registry } from '../sources/registry.js';
import type { Store } from '../store/database.js';
import { CliError } from './surroundings.js';

/** The built-in registry with the operator's own files; a file that cannot be used is told and named. */
export function readRegistry(registryFolder: string): Registry {
  const { value, issues } = loadRegistry(registryFolder);
  if (value === undefined) throw new CliError(issues.map((issue) => issue.message).join('\n'));
  for (const issue of issues) console.error(issue.message);
  return value;
}

/** The stages over an open store, which then knows the outlets of the registry. */
export async function openPipeline(store: Store, registryFolder: string): Promise<WholePipeline> {
  const registry = readRegistry(registryFolder);
  const gazetteer = readGazetteer(registry, registryFolder);
  await syncRegistry(store, registry);
  return { store, registry, gazetteer };
}

/** The built-in names with the operator's own; a file that cannot be used is told and named. */
function readGazetteer({ outlets }: Registry, registryFolder: string): Gazetteer {
  const { value, issues } = loadGazetteer(outlets, registryFolder);
  if (value === undefined) throw new CliError(issues.map((issue) => issue.message).join('\n'));
  for (const issue of issues) console.error(issue.message);
  return value;
}
