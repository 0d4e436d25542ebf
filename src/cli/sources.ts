import type { SourceCheck } from '../collect/check_source.js';
import type { Config } from '../config.js';
import type { Store } from '../store/database.js';
import { openStore } from '../store/open_store.js';
import { loadSourceStatuses, type SourceStatus, setSourceEnabled } from '../store/source_state.js';
import { counted } from './counted.js';
import { readRegistry } from './open_pipeline.js';
import {
  addSource,
  adoptAdded,
  checkAddresses,
  removeSource,
  type SourceWish,
  unknownSource,
} from './source_acts.js';
import { writeChecks } from './source_checks_file.js';
import { formatTable } from './source_table.js';
import { CliError, type Surroundings } from './surroundings.js';

export interface SourcesListArguments {
  readonly json: boolean;
  /** Only sources that do not fare well. */
  readonly sick: boolean;
}

/** Prints every source with its state in words, or all of it as JSON. */
export async function sourcesList(
  args: SourcesListArguments,
  config: Config,
  surroundings: Surroundings,
): Promise<void> {
  await withSources(config, surroundings, async (store) => {
    const all = await loadSourceStatuses(store);
    const shown = args.sick ? all.filter(isSick) : all;
    if (args.json) console.log(JSON.stringify(shown, undefined, 2));
    else console.log(formatStatuses(shown, surroundings.clock()));
  });
}

function isSick({ enabled, condition }: SourceStatus): boolean {
  return enabled && condition.code !== 'well' && condition.code !== 'new';
}

function formatStatuses(statuses: readonly SourceStatus[], now: string): string {
  if (statuses.length === 0) return 'No sources; "sanad sources add <address>" adds one';
  const rows = statuses.map((status) => [
    status.sourceId,
    status.kind,
    stateInWords(status),
    status.lastSuccessAt === undefined ? 'never' : ago(status.lastSuccessAt, now),
    status.enabled ? inTime(status.nextAt, now) : '–',
    String(status.itemCount),
  ]);
  const table = formatTable(['source', 'kind', 'state', 'last success', 'next', 'items'], rows);
  const sick = statuses.filter(isSick).length;
  const off = statuses.filter(({ enabled }) => !enabled).length;
  return `${table}\n${counted(statuses.length, 'source')}, ${sick} with trouble, ${off} disabled`;
}

/** One half-sentence: `well`, `unreachable: the name nuran.example is not known (4 times in a row)`. */
export function stateInWords({ enabled, condition, failures }: SourceStatus): string {
  if (!enabled) return 'disabled';
  if (condition.code === 'well') return 'well';
  if (condition.code === 'new') return 'not asked yet';
  const times = failures > 1 ? ` (${failures} times in a row)` : '';
  return `${condition.detail ?? condition.code}${times}`;
}

const UNITS: readonly (readonly [string, number])[] = [
  ['d', 86_400_000],
  ['h', 3_600_000],
  ['min', 60_000],
  ['s', 1000],
];

export function duration(ms: number): string {
  const [name, size] = UNITS.find(([, unit]) => ms >= unit) ?? ['s', 1000];
  return `${Math.round(ms / size)} ${name}`;
}

function ago(at: string, now: string): string {
  return `${duration(Math.max(0, Date.parse(now) - Date.parse(at)))} ago`;
}

function inTime(at: string, now: string): string {
  const ms = Date.parse(at) - Date.parse(now);
  return ms <= 0 ? 'now' : `in ${duration(ms)}`;
}

/** Turns a source on or off. */
export async function sourcesEnable(
  args: { readonly id: string; readonly enabled: boolean },
  config: Config,
  surroundings: Surroundings,
): Promise<void> {
  await withSources(config, surroundings, async (store) => {
    const change = { enabled: args.enabled, at: surroundings.clock() };
    const found = await store.transaction((tx) => setSourceEnabled(tx, args.id, change));
    if (!found) throw unknownSource(args.id, args.enabled ? 'enable' : 'disable');
    console.log(`${args.id}: ${args.enabled ? 'enabled' : 'disabled'}`);
  });
}

/** Writes a source into the operator's registry folder, after a look at what its address answers. */
export async function sourcesAdd(
  wish: SourceWish,
  config: Config,
  surroundings: Surroundings,
): Promise<void> {
  await withStore(config, async (store) => {
    const tools = { store, config, clock: surroundings.clock };
    const { source, file, feeds } = await addSource(wish, tools);
    for (const feed of feeds) console.log(`The page names a feed: ${feed}`);
    console.log(`${source.id}: added to "${file}" as ${source.kind} of ${source.outletId}`);
  });
}

/** Takes a source out of the operator's registry folder and lets it rest. */
export async function sourcesRemove(id: string, config: Config, surroundings: Surroundings): Promise<void> {
  await withStore(config, (store) => removeSource(id, { store, config, clock: surroundings.clock }));
  console.log(`${id}: removed; what it brought stays`);
}

export interface SourcesCheckArguments {
  /** Ids of sources; none means all that are known. */
  readonly ids: readonly string[];
  readonly json: boolean;
  /** Writes what was found into the operator's registry folder. */
  readonly write: boolean;
}

/** Asks sources once and tells what they answer. Fails when none is well. */
export async function sourcesCheck(
  args: SourcesCheckArguments,
  config: Config,
  surroundings: Surroundings,
): Promise<void> {
  const { sources } = readRegistry(config.registryFolder);
  const unknown = args.ids.find((id) => !sources.some((source) => source.id === id));
  if (unknown !== undefined) throw unknownSource(unknown, 'check');
  const wanted = args.ids.length === 0 ? sources : sources.filter(({ id }) => args.ids.includes(id));
  const checks = await checkAddresses(wanted, { config, clock: surroundings.clock });
  if (args.json) console.log(JSON.stringify(checks, undefined, 2));
  else console.log(formatChecks(checks));
  if (args.write) {
    const { patchFile, reportFile, count } = writeChecks(checks, {
      sources,
      config,
      at: surroundings.clock(),
    });
    console.error(
      `${counted(count, 'source')} verified or found, in "${patchFile}"; the report is "${reportFile}"`,
    );
  }
  if (checks.length > 0 && checks.every(({ problem }) => problem !== undefined)) {
    throw new CliError('Cannot reach any source: see the reasons above');
  }
}

function formatChecks(checks: readonly SourceCheck[]): string {
  const rows = checks.map(({ id, kind, itemCount, newest, problem, feeds }) => [
    id,
    kind ?? '–',
    problem ?? 'well',
    problem === undefined ? String(itemCount) : '–',
    newest ?? '–',
    feeds.join(' '),
  ]);
  const well = checks.filter(({ problem }) => problem === undefined).length;
  const table = formatTable(['source', 'kind', 'answer', 'items', 'newest', 'feeds it names'], rows);
  return `${table}\n${counted(checks.length, 'source')}, ${well} well`;
}

/** Opens the store with the registry's sources taken over. */
export function withSources(
  config: Config,
  { clock }: Surroundings,
  work: (store: Store) => Promise<void>,
): Promise<void> {
  return withStore(config, async (store) => {
    await adoptAdded({ store, config, clock });
    await work(store);
  });
}

/** Opens the store and closes it behind the work. */
export async function withStore(config: Config, work: (store: Store) => Promise<void>): Promise<void> {
  const store = await openStore({ ...config, applicationName: 'sanad sources' });
  try {
    await work(store);
  } finally {
    await store.close();
  }
}
