import { loadGazetteer } from '../pipeline/load_gazetteer.js';
import { loadRegistry } from '../pipeline/load_registry.js';
import type { Pipeline } from '../pipeline/process_page.js';
import { syncRegistry } from '../pipeline/sync_registry.js';
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
export async function openPipeline(store: Store, registryFolder: string): Promise<Pipeline> {
  const registry = readRegistry(registryFolder);
  const { value: gazetteer, issues } = loadGazetteer(registry.outlets, registryFolder);
  for (const issue of issues) console.error(issue.message);
  await syncRegistry(store, registry);
  return { store, registry, ...(gazetteer && { gazetteer }) };
}
