import { checkSource, type SourceCheck } from '../collect/check_source.js';
import { adoptRegistry } from '../collect/collector.js';
import { PRODUCT, userAgentOf } from '../collect/fetch_page.js';
import { openGuardedFetch } from '../collect/guarded_fetch.js';
import { createWays } from '../collect/ways.js';
import type { Config } from '../config.js';
import type { SourceKind } from '../model/outlet.js';
import type { Store } from '../store/database.js';
import { collectionStore } from '../store/frontier.js';
import { openStore } from '../store/open_store.js';
import { loadSourceStatuses, type SourceStatus, setSourceEnabled } from '../store/source_state.js';
import { openPipeline, readRegistry } from './open_pipeline.js';
import { addToRegistry, removeFromRegistry } from './registry_addition.js';
import { writeChecks } from './source_checks_file.js';
import { formatTable } from './source_table.js';
import { CliError, type Surroundings } from './surroundings.js';
import { readVersion } from './version.js';

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
  return `${table}\n${statuses.length} sources, ${sick} with trouble, ${off} disabled`;
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

export interface SourcesAddArguments {
  readonly url: string;
  /** Absent: what the address answers decides. */
  readonly kind?: SourceKind | undefined;
  /** Id of a known outlet; absent: the outlet whose domain the address lies under. */
  readonly outlet?: string | undefined;
  /** Persian name of an outlet that is not known yet. */
  readonly outletName?: string | undefined;
  /** Adds without asking the address; `kind` must be given then. */
  readonly unchecked: boolean;
}

/** Writes a source into the operator's registry folder, after a look at what its address answers. */
export async function sourcesAdd(
  args: SourcesAddArguments,
  config: Config,
  surroundings: Surroundings,
): Promise<void> {
  if (args.unchecked && args.kind === undefined) {
    throw new CliError(`Cannot add "${args.url}" unchecked: say what it is with --kind`);
  }
  const kind = args.unchecked ? args.kind : await kindOfAddress(args, config, surroundings);
  if (kind === undefined) {
    throw new CliError(
      `Cannot add "${args.url}": it is no feed, sitemap, channel or page with links to articles`,
    );
  }
  const registry = readRegistry(config.registryFolder);
  const { source, file } = addToRegistry({ ...args, kind }, { registry, folder: config.registryFolder });
  await withSources(config, surroundings, async () => undefined);
  console.log(`${source.id}: added to "${file}" as ${source.kind} of ${source.outletId}`);
}

/** Takes a source out of the operator's registry folder and lets it rest. */
export async function sourcesRemove(id: string, config: Config, surroundings: Surroundings): Promise<void> {
  if (!removeFromRegistry(id, config.registryFolder)) {
    const isBuiltIn = readRegistry(config.registryFolder).sources.some((source) => source.id === id);
    throw isBuiltIn
      ? new CliError(
          `Cannot remove "${id}": it comes with the program; "sanad sources disable ${id}" lets it rest`,
        )
      : unknownSource(id, 'remove');
  }
  await withSources(config, surroundings, async () => undefined);
  console.log(`${id}: removed; what it brought stays`);
}

async function kindOfAddress(
  args: SourcesAddArguments,
  config: Config,
  surroundings: Surroundings,
): Promise<SourceKind | undefined> {
  const [check] = await checkAll([{ id: args.url, url: args.url, kind: args.kind }], config, surroundings);
  if (check === undefined || check.problem !== undefined) {
    throw new CliError(
      `Cannot add "${args.url}": ${check?.problem ?? 'it gave no answer'}; --unchecked --kind <kind> adds it all the same`,
    );
  }
  for (const feed of check.feeds) console.log(`The page names a feed: ${feed}`);
  return args.kind ?? check.kind;
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
  const checks = await checkAll(wanted, config, surroundings);
  if (args.json) console.log(JSON.stringify(checks, undefined, 2));
  else console.log(formatChecks(checks));
  if (args.write) {
    const { patchFile, reportFile, count } = writeChecks(checks, {
      sources,
      config,
      at: surroundings.clock(),
    });
    console.error(`${count} sources verified or found, in "${patchFile}"; the report is "${reportFile}"`);
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
  return `${table}\n${checks.length} sources, ${well} well`;
}

/** Hosts asked at the same time. */
const PARALLEL = 8;

interface ToCheck {
  readonly id: string;
  readonly url: string;
  readonly kind?: SourceKind | undefined;
}

async function checkAll(
  sources: readonly ToCheck[],
  config: Config,
  { clock }: Surroundings,
): Promise<readonly SourceCheck[]> {
  const registry = readRegistry(config.registryFolder);
  const userAgent = userAgentOf(readVersion(), config.contact);
  const { hostIntervalMs, proxies } = config;
  const network = openGuardedFetch({ userAgent, clock, hostIntervalMs, proxies });
  const ways = createWays({ fetch: network.fetch, product: PRODUCT, clock });
  const checks = new Map<string, SourceCheck>();
  const open = [...sources];
  const work = async (): Promise<void> => {
    for (let next = open.shift(); next !== undefined; next = open.shift()) {
      const way = ways(registry.egressOf({ sourceId: next.id, url: next.url }));
      checks.set(next.id, await checkSource(next, { ...way, registry, clock }));
    }
  };
  try {
    await Promise.all(Array.from({ length: PARALLEL }, work));
  } finally {
    await network.close();
  }
  return sources.flatMap(({ id }) => checks.get(id) ?? []);
}

export function unknownSource(id: string, act: string): CliError {
  return new CliError(`Cannot ${act} "${id}": no source has this id; "sanad sources list" names them`);
}

/** Opens the store with the registry's sources taken over. */
export async function withSources(
  config: Config,
  { clock }: Surroundings,
  work: (store: Store) => Promise<void>,
): Promise<void> {
  const store = await openStore({ ...config, applicationName: 'sanad sources' });
  try {
    const { registry } = await openPipeline(store, config.registryFolder);
    await adoptRegistry({ store: collectionStore(store), registry, clock });
    await work(store);
  } finally {
    await store.close();
  }
}
