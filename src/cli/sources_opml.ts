import { readFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import type { Config } from '../config.js';
import type { Source, SourceKind } from '../model/outlet.js';
import { formatOpml, type OpmlEntry, parseOpml } from '../sources/opml.js';
import type { Registry } from '../sources/registry.js';
import { loadSourceStatuses } from '../store/source_state.js';
import { readRegistry } from './open_pipeline.js';
import { type Addition, type AdditionReport, addAllToRegistry } from './registry_addition.js';
import { withSources } from './sources.js';
import { CliError, type Surroundings } from './surroundings.js';

/** Other programs know feeds alone; this attribute says what else an address is. */
const KIND = 'sanadKind';
const KINDS: readonly SourceKind[] = ['feed', 'sitemap', 'listing', 'front_page', 'channel'];

/** Adds the feeds of an OPML file to the operator's registry folder; nothing is asked before the collector does. */
export async function sourcesImport(file: string, config: Config, surroundings: Surroundings): Promise<void> {
  const { value, issues } = parseOpml(await readList(file));
  if (value === undefined) throw new CliError(`${file}: ${issues.map(({ message }) => message).join('\n')}`);
  const registry = readRegistry(config.registryFolder);
  const report = addAllToRegistry(value.map(additionOf), { registry, folder: config.registryFolder });
  await withSources(config, surroundings, async () => undefined);
  console.log(formatImport(report));
  if (value.length > 0 && report.refused.length === value.length) {
    throw new CliError(`Cannot import "${file}": none of its feeds can be used`);
  }
}

/** Prints the sources as OPML, in their folders. */
export async function sourcesExport(
  args: { readonly all: boolean },
  config: Config,
  surroundings: Surroundings,
): Promise<void> {
  const registry = readRegistry(config.registryFolder);
  await withSources(config, surroundings, async (store) => {
    const statuses = await loadSourceStatuses(store);
    const enabled = new Set(statuses.flatMap((each) => (each.enabled ? [each.sourceId] : [])));
    const sources = registry.sources.filter(({ id }) => args.all || enabled.has(id));
    const entries = sources.map((source) => entryOf(source, registry));
    console.log(formatOpml(entries, { title: 'Sanad', madeAt: surroundings.clock() }));
  });
}

async function readList(file: string): Promise<string> {
  if (file === '-') return text(process.stdin);
  return readFile(file, 'utf8').catch((cause: unknown) => {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new CliError(`Cannot read "${file}": ${why}`);
  });
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

function formatImport({ file, added, known, refused }: AdditionReport): string {
  const lines = refused.map(({ url, why }) => `left out "${url}": ${why}`);
  const where = added.length > 0 ? ` to "${file}"` : '';
  const tally = `${added.length} added${where}, ${known.length} known already, ${refused.length} left out`;
  return [...lines, tally].join('\n');
}
