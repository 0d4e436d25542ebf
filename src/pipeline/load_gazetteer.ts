import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fatal, type StageResult } from '../model/issue.js';
import type { Outlet } from '../model/outlet.js';
import { PACKAGE_ROOT } from '../package_root.js';
import { type Gazetteer, type GazetteerPart, parseGazetteer } from '../sources/gazetteer.js';

const FOLDER = join(PACKAGE_ROOT, 'src', 'sources', 'data', 'gazetteer');
/** Words of the language, which hold in every world. */
const WORD_TABLES = ['offices', 'institutions'] as const;
/** Names of this world. */
const NAME_TABLES = ['countries', 'places', 'organisations', 'people'] as const;

/**
 * Reads the built-in gazetteer and, where an operator's folder has them, its `gazetteer.json` and
 * `metonyms.json`. The outlets of the registry are organisations too.
 */
export function loadGazetteer(outlets: readonly Outlet[], operatorFolder?: string): StageResult<Gazetteer> {
  return parseParts(
    () => [...[...WORD_TABLES, ...NAME_TABLES].map(readTable), ...readJson(operatorFolder)],
    outlets,
  );
}

/** The words of the language with the names of one folder alone: a world of its own, such as the sample press. */
export function loadWorldGazetteer(outlets: readonly Outlet[], folder: string): StageResult<Gazetteer> {
  return parseParts(() => [...WORD_TABLES.map(readTable), ...readJson(folder)], outlets);
}

function parseParts(read: () => GazetteerPart[], outlets: readonly Outlet[]): StageResult<Gazetteer> {
  try {
    return parseGazetteer(read(), outlets);
  } catch (cause) {
    const message = cause instanceof Error ? cause.message : String(cause);
    return {
      value: undefined,
      issues: [fatal('sources.unreadable', `Cannot read the gazetteer: ${message}`)],
    };
  }
}

function readTable(table: (typeof WORD_TABLES)[number] | (typeof NAME_TABLES)[number]): GazetteerPart {
  const name = `${table}.txt`;
  return { name, table, text: readFileSync(join(FOLDER, name), 'utf8') };
}

function readJson(folder: string | undefined): GazetteerPart[] {
  if (folder === undefined) return [];
  const tables = ['gazetteer', 'metonyms'] as const;
  return tables.flatMap((table) => {
    const file = join(folder, `${table}.json`);
    return existsSync(file)
      ? [{ name: file, table, json: JSON.parse(readFileSync(file, 'utf8')) as unknown }]
      : [];
  });
}
