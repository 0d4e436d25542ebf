import { type Command, InvalidArgumentError, Option } from 'commander';
import type { Config } from '../config.js';
import type { Surroundings } from './surroundings.js';

/** The commands `sanad entities …`, `sanad dossiers …` and `sanad export`. */
export function addLedger(program: Command, config: () => Config, surroundings: Surroundings): void {
  const entities = program
    .command('entities')
    .description(
      'list and show people, organisations and places; merge, split, rename and undo as an operator',
    );
  addReading(entities, config);
  addActs(entities, config, surroundings);
  addDossiers(program, config, surroundings);
  addExport(program, config);
}

function addReading(entities: Command, config: () => Config): void {
  entities
    .command('list')
    .description('entities with how many articles name them')
    .argument('[words]', 'letters of the name')
    .option('-n, --limit <n>', 'how many', parseNumber, 40)
    .option('--json', 'print JSON')
    .action(async (words: string | undefined, options: { limit: number; json?: boolean }) => {
      const { entitiesList } = await import('./entities.js');
      await entitiesList({ words, limit: options.limit, json: options.json ?? false }, config());
    });
  entities
    .command('show')
    .description('one entity with its counts and titles')
    .argument('<entity>', 'its id, like per.lavrov, or its whole name')
    .option('--json', 'print JSON')
    .action(async (entityId: string, options: { json?: boolean }) => {
      const { entitiesShow } = await import('./entities.js');
      await entitiesShow({ entityId, json: options.json ?? false }, config());
    });
  entities
    .command('acts')
    .description('what operators did, the newest first, with the numbers that undo takes')
    .option('-n, --limit <n>', 'how many', parseNumber, 20)
    .action(async (options: { limit: number }) => {
      const { entitiesActs } = await import('./entities.js');
      await entitiesActs(options, config());
    });
}

interface NoteOption {
  readonly note?: string;
}

function addActs(entities: Command, config: () => Config, surroundings: Surroundings): void {
  entities
    .command('merge')
    .description('give everything of an entity, and what will come to it, to another')
    .argument('<entity>', 'the one that ends')
    .argument('<into>', 'the one that takes all')
    .option('--note <words>', 'why, for later')
    .action(async (entityId: string, intoId: string, options: NoteOption) => {
      const { entitiesMerge } = await import('./entities.js');
      await entitiesMerge({ entityId, intoId, ...options }, config(), surroundings);
    });
  entities
    .command('split')
    .description('say that in some articles the name means somebody else')
    .argument('<entity>', 'its id')
    .argument('<name>', 'name of the other one')
    .argument('<article...>', 'numbers of the articles')
    .option('--note <words>', 'why, for later')
    .action(async (entityId: string, name: string, articles: string[], options: NoteOption) => {
      const { entitiesSplit } = await import('./entities.js');
      const articleIds = articles.map(parseNumber);
      await entitiesSplit({ entityId, name, articleIds, ...options }, config(), surroundings);
    });
  entities
    .command('rename')
    .description('show an entity under another name')
    .argument('<entity>', 'its id')
    .argument('<name>', 'the name')
    .option('--note <words>', 'why, for later')
    .action(async (entityId: string, name: string, options: NoteOption) => {
      const { entitiesRename } = await import('./entities.js');
      await entitiesRename({ entityId, name, ...options }, config(), surroundings);
    });
  entities
    .command('undo')
    .description('undo one act as if it had never been done')
    .argument('<act>', 'number of the act', parseNumber)
    .action(async (actId: number) => {
      const { entitiesUndo } = await import('./entities.js');
      await entitiesUndo({ actId }, config(), surroundings);
    });
}

interface OpenOptions {
  readonly actor: string[];
  readonly words?: string;
  readonly from?: string;
  readonly to?: string;
  readonly note?: string;
}

function addDossiers(program: Command, config: () => Config, surroundings: Surroundings): void {
  const dossiers = program
    .command('dossiers')
    .description(
      'open, list and close dossiers: sets of actors, words and days with a page, feed and export',
    );
  dossiers
    .command('open')
    .description('open a dossier')
    .argument('<name>', 'its name, as readers see it')
    .option('-a, --actor <entity>', 'an actor; may be given several times', collect, [])
    .option('-w, --words <words>', 'words that its articles must have')
    .option('--from <day>', 'first day, like 2025-12-06')
    .option('--to <day>', 'last day')
    .option('--note <words>', 'what it is about, as readers see it')
    .action(async (name: string, { actor, ...options }: OpenOptions) => {
      const { dossiersOpen } = await import('./dossiers.js');
      await dossiersOpen({ name, actors: actor, ...options }, config(), surroundings);
    });
  dossiers
    .command('list')
    .description('open dossiers')
    .action(async () => {
      const { dossiersList } = await import('./dossiers.js');
      await dossiersList(config());
    });
  dossiers
    .command('close')
    .description('take a dossier away')
    .argument('<dossier>', 'its number', parseNumber)
    .action(async (id: number) => {
      const { dossiersClose } = await import('./dossiers.js');
      await dossiersClose({ id }, config(), surroundings);
    });
}

interface ExportOptions {
  readonly after?: string;
  readonly section?: string;
  readonly format: 'csv' | 'jsonl' | 'plover';
  readonly entity?: string;
  readonly dyad?: string;
  readonly dossier?: number;
  readonly asOf?: string;
}

function addExport(program: Command, config: () => Config): void {
  program
    .command('export')
    .description(
      'write stories, statements, contacts or dossiers to standard output, each row with article, version and span',
    )
    .argument('<what>', 'stories, statements, contacts, dossiers or dossier', parseWhat)
    .addOption(
      new Option('--format <format>', 'letters').choices(['csv', 'jsonl', 'plover']).default('jsonl'),
    )
    .option('--entity <entity>', 'only what this one says, or the contacts in which it takes part')
    .option('--dyad <a,b>', 'only contacts between these two')
    .option('--dossier <n>', 'number of the dossier', parseNumber)
    .option('--section <section>', 'only stories of this category, like politics')
    .option('--as-of <moment>', 'as known then: 1404/09/24 14:05 or 2025-12-15')
    .option('--after <cursor>', 'go on behind the row with this cursor')
    .action(async (what: ExportNoun, options: ExportOptions) => {
      const { writeExport } = await import('./export.js');
      await writeExport({ what, ...options }, config());
    });
}

const EXPORT_NOUNS = ['stories', 'statements', 'contacts', 'dossiers', 'dossier'] as const;
type ExportNoun = (typeof EXPORT_NOUNS)[number];

function parseWhat(value: string): string {
  if (!EXPORT_NOUNS.some((noun) => noun === value))
    throw new InvalidArgumentError(`Allowed choices are ${EXPORT_NOUNS.join(', ')}.`);
  return value;
}

function collect(value: string, before: string[]): string[] {
  return [...before, value];
}

function parseNumber(value: string): number {
  if (!/^[1-9]\d{0,14}$/.test(value)) throw new InvalidArgumentError('Wanted: a whole number from 1');
  return Number(value);
}
