import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fatal, type StageResult } from '../model/issue.js';
import { PACKAGE_ROOT } from '../package_root.js';
import { type NamedJson, parseRegistry, type Registry } from '../sources/registry.js';

/** The data files that come with the program. */
const BUILT_IN_FOLDER = join(PACKAGE_ROOT, 'src', 'sources', 'data');

/** Files of an operator's folder that hold names instead of publishers: see `load_gazetteer`. */
const GAZETTEER_FILES = new Set(['gazetteer.json', 'metonyms.json']);

/**
 * Reads the built-in registry and then an operator's folder of the same kind of files (`*.json`, in the order
 * of their names), which add outlets or change fields of known ones; one that does not exist adds nothing. An unreadable or invalid file is a fatal
 * issue that names it.
 */
export function loadRegistry(operatorFolder?: string): StageResult<Registry> {
  const folders =
    operatorFolder !== undefined && existsSync(operatorFolder)
      ? [BUILT_IN_FOLDER, operatorFolder]
      : [BUILT_IN_FOLDER];
  return parseFiles(() => folders.flatMap(readJsonFiles));
}

/** The built-in page families with the outlets of one file alone: a world of its own, such as the sample press. */
export function loadWorldRegistry(outletsFile: string): StageResult<Registry> {
  const families = join(BUILT_IN_FOLDER, 'cms_profiles.json');
  return parseFiles(() => [families, outletsFile].map((file) => ({ name: file, json: parseJson(file) })));
}

function parseFiles(read: () => NamedJson[]): StageResult<Registry> {
  try {
    return parseRegistry(read());
  } catch (cause) {
    const message = cause instanceof Error ? cause.message : String(cause);
    return {
      value: undefined,
      issues: [fatal('sources.unreadable', `Cannot read the registry: ${message}`)],
    };
  }
}

function readJsonFiles(folder: string): NamedJson[] {
  const names = readdirSync(folder).filter((name) => name.endsWith('.json') && !GAZETTEER_FILES.has(name));
  return names.sort().map((name) => ({ name, json: parseJson(join(folder, name)) }));
}

function parseJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (cause) {
    const message = cause instanceof Error ? cause.message : String(cause);
    throw new Error(`"${file}" is not readable JSON: ${message}`);
  }
}
