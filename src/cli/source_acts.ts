/** What an operator does to sources, from the command line or from the desk: check, add, remove, import, export. */
import { checkSource, type SourceCheck } from '../collect/check_source.js';
import { adoptRegistry } from '../collect/collector.js';
import { PRODUCT, userAgentOf } from '../collect/fetch_page.js';
import { openGuardedFetch } from '../collect/guarded_fetch.js';
import { createWays } from '../collect/ways.js';
import type { Config } from '../config.js';
import type { Source, SourceKind } from '../model/outlet.js';
import { syncRegistry } from '../pipeline/sync_registry.js';
import { formatOpml, type OpmlEntry, parseOpml } from '../sources/opml.js';
import type { Registry } from '../sources/registry.js';
import type { Store } from '../store/database.js';
import { collectionStore } from '../store/frontier.js';
import { loadSourceStatuses } from '../store/source_state.js';
import { readRegistry } from './open_pipeline.js';
import {
  type Addition,
  type AdditionReport,
  addAllToRegistry,
  addToRegistry,
  planAdditions,
  removeFromRegistry,
} from './registry_addition.js';
import { CliError } from './surroundings.js';
import { readVersion } from './version.js';

/** What acts on sources work with. */
export interface SourceTools {
  readonly store: Store;
  readonly config: Config;
  readonly clock: () => string;
}

export interface SourceWish {
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

/** Adds a source after a look at what its address answers; throws CliError with the reason when that cannot be. */
export async function addSource(
  wish: SourceWish,
  tools: SourceTools,
): Promise<{ readonly source: Source; readonly file: string; readonly feeds: readonly string[] }> {
  if (wish.unchecked && wish.kind === undefined) {
    throw new CliError(`Cannot add "${wish.url}" unchecked: say what it is with --kind`);
  }
  const { kind, feeds } = wish.unchecked ? { kind: wish.kind, feeds: [] } : await kindOfAddress(wish, tools);
  if (kind === undefined) {
    throw new CliError(
      `Cannot add "${wish.url}": it is no feed, sitemap, channel or page with links to articles`,
    );
  }
  const folder = tools.config.registryFolder;
  const added = addToRegistry({ ...wish, kind }, { registry: readRegistry(folder), folder });
  await adoptAdded(tools);
  return { ...added, feeds };
}

async function kindOfAddress(
  wish: SourceWish,
  tools: SourceTools,
): Promise<{ readonly kind: SourceKind | undefined; readonly feeds: readonly string[] }> {
  const [check] = await checkAddresses([{ id: wish.url, url: wish.url, kind: wish.kind }], tools);
  if (check === undefined || check.problem !== undefined) {
    throw new CliError(
      `Cannot add "${wish.url}": ${check?.problem ?? 'it gave no answer'}; --unchecked --kind <kind> adds it all the same`,
    );
  }
  return { kind: wish.kind ?? check.kind, feeds: check.feeds };
}

/** Takes a source out of the operator's registry folder and lets it rest; what it brought stays. */
export async function removeSource(id: string, tools: SourceTools): Promise<void> {
  const folder = tools.config.registryFolder;
  if (!removeFromRegistry(id, folder)) {
    const isBuiltIn = readRegistry(folder).sources.some((source) => source.id === id);
    throw isBuiltIn
      ? new CliError(
          `Cannot remove "${id}": it comes with the program; "sanad sources disable ${id}" lets it rest`,
        )
      : unknownSource(id, 'remove');
  }
  await adoptAdded(tools);
}

export function unknownSource(id: string, act: string): CliError {
  return new CliError(`Cannot ${act} "${id}": no source has this id; "sanad sources list" names them`);
}

/** Other programs know feeds alone; this attribute says what else an address is. */
const KIND = 'sanadKind';
const KINDS: readonly SourceKind[] = ['feed', 'sitemap', 'listing', 'front_page', 'channel'];

/** What adding the feeds of an OPML text would come to; nothing is written. */
export function planOpml(text: string, { config }: Pick<SourceTools, 'config'>): AdditionReport {
  return planAdditions(additionsOf(text), {
    registry: readRegistry(config.registryFolder),
    folder: config.registryFolder,
  });
}

/** Adds the feeds of an OPML text; nothing is asked before the collector does. */
export async function importOpml(text: string, tools: SourceTools): Promise<AdditionReport> {
  const folder = tools.config.registryFolder;
  const report = addAllToRegistry(additionsOf(text), { registry: readRegistry(folder), folder });
  await adoptAdded(tools);
  return report;
}

/** The sources as OPML, in their folders; disabled ones too when `all` is set. */
export async function exportOpml({ all }: { readonly all: boolean }, tools: SourceTools): Promise<string> {
  await adoptAdded(tools);
  const registry = readRegistry(tools.config.registryFolder);
  const statuses = await loadSourceStatuses(tools.store);
  const enabled = new Set(statuses.flatMap((each) => (each.enabled ? [each.sourceId] : [])));
  const sources = registry.sources.filter(({ id }) => all || enabled.has(id));
  const entries = sources.map((source) => entryOf(source, registry));
  return formatOpml(entries, { title: 'Sanad', madeAt: tools.clock() });
}

function additionsOf(text: string): readonly Addition[] {
  const { value, issues } = parseOpml(text);
  if (value === undefined) throw new CliError(issues.map(({ message }) => message).join('\n'));
  return value.map(additionOf);
}

function additionOf({ title, feedUrl, siteUrl, folders, attributes }: OpmlEntry): Addition {
  const { [KIND]: given, ...rest } = attributes;
  const kind = KINDS.find((each) => each === given) ?? 'feed';
  return { url: feedUrl, kind, outletName: title, siteUrl, folders, attributes: rest };
}

function entryOf(source: Source, registry: Registry): OpmlEntry {
  const outlet = registry.outletById(source.outletId);
  const [domain] = outlet?.domains ?? [];
  return {
    title: outlet?.name ?? source.outletId,
    feedUrl: source.url,
    ...(domain !== undefined && { siteUrl: `https://${domain}/` }),
    folders: source.folders ?? [],
    attributes: { ...source.attributes, ...(source.kind !== 'feed' && { [KIND]: source.kind }) },
  };
}

/** Brings what stands in the registry folder into the store, so that it is collected. */
export async function adoptAdded({ store, config, clock }: SourceTools): Promise<void> {
  const registry = readRegistry(config.registryFolder);
  await syncRegistry(store, registry);
  await adoptRegistry({ store: collectionStore(store), registry, clock });
}

/** Hosts asked at the same time. */
const PARALLEL = 8;

interface ToCheck {
  readonly id: string;
  readonly url: string;
  readonly kind?: SourceKind | undefined;
}

/** Asks addresses once, as robots.txt allows, several hosts at a time. */
export async function checkAddresses(
  sources: readonly ToCheck[],
  { config, clock }: Pick<SourceTools, 'config' | 'clock'>,
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
