import { type Command, Option } from 'commander';
import type { Config } from '../config.js';
import type { SourceKind } from '../model/outlet.js';
import type { Surroundings } from './surroundings.js';

const KINDS: readonly SourceKind[] = ['feed', 'sitemap', 'listing', 'front_page', 'channel'];

/** The commands `sanad sources …`. */
export function addSources(program: Command, config: () => Config, surroundings: Surroundings): void {
  const sources = program
    .command('sources')
    .description('list, show, add, remove, import, export, enable, disable and check what is collected');
  sources
    .command('list')
    .description('every source with its state in words')
    .option('--json', 'print JSON')
    .option('--sick', 'only sources that do not fare well')
    .action(async (options: { json?: boolean; sick?: boolean }) => {
      const { sourcesList } = await import('./sources.js');
      await sourcesList({ json: options.json ?? false, sick: options.sick ?? false }, config(), surroundings);
    });
  sources
    .command('show')
    .description('everything that is known of one source: state, rhythm, items against expectation, delay')
    .argument('<id>', 'id of the source, as "sanad sources list" prints it')
    .option('--json', 'print JSON')
    .action(async (id: string, options: { json?: boolean }) => {
      const { sourcesShow } = await import('./sources_show.js');
      await sourcesShow({ id, json: options.json ?? false }, config(), surroundings);
    });
  sources
    .command('add')
    .description('add a feed, sitemap, listing, front page or channel to your own registry files')
    .argument('<url>', 'http(s) address')
    .addOption(new Option('--kind <kind>', 'what it is; told from its answer otherwise').choices(KINDS))
    .option('--outlet <id>', 'outlet that it belongs to; told from the address otherwise')
    .option('--outlet-name <name>', 'Persian name, for an outlet that is not known yet')
    .option('--unchecked', 'do not ask the address first; --kind must be given')
    .action(async (url: string, options: AddOptions) => {
      const { sourcesAdd } = await import('./sources.js');
      await sourcesAdd({ ...options, url, unchecked: options.unchecked ?? false }, config(), surroundings);
    });
  sources
    .command('remove')
    .description('take a source that you added out of your registry files; what is stored stays')
    .argument('<id>', 'id of the source, as "sanad sources list" prints it')
    .action(async (id: string) => {
      const { sourcesRemove } = await import('./sources.js');
      await sourcesRemove(id, config(), surroundings);
    });
  sources
    .command('import')
    .description('add all feeds of an OPML file; folders and unknown attributes are kept')
    .argument('<file>', 'OPML file, or - for standard input')
    .action(async (file: string) => {
      const { sourcesImport } = await import('./sources_opml.js');
      await sourcesImport(file, config(), surroundings);
    });
  sources
    .command('export')
    .description('print all enabled sources as OPML')
    .option('--all', 'disabled ones too')
    .action(async (options: { all?: boolean }) => {
      const { sourcesExport } = await import('./sources_opml.js');
      await sourcesExport({ all: options.all ?? false }, config(), surroundings);
    });
  for (const enabled of [true, false]) {
    const name = enabled ? 'enable' : 'disable';
    sources
      .command(name)
      .description(
        enabled ? 'collect from a source again' : 'no longer collect from a source; what is stored stays',
      )
      .argument('<id>', 'id of the source, as "sanad sources list" prints it')
      .action(async (id: string) => {
        const { sourcesEnable } = await import('./sources.js');
        await sourcesEnable({ id, enabled }, config(), surroundings);
      });
  }
  sources
    .command('check')
    .description('ask sources once and tell what they answer')
    .argument('[id...]', 'ids of sources; all when none is named')
    .option('--json', 'print JSON')
    .option(
      '--write',
      'note in your registry folder what answered: verified addresses, feeds that pages name',
    )
    .action(async (ids: string[], options: { json?: boolean; write?: boolean }) => {
      const { sourcesCheck } = await import('./sources.js');
      const { json = false, write = false } = options;
      await sourcesCheck({ ids, json, write }, config(), surroundings);
    });
}

interface AddOptions {
  readonly kind?: SourceKind;
  readonly outlet?: string;
  readonly outletName?: string;
  readonly unchecked?: boolean;
}
