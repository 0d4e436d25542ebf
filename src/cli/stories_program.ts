import { type Command, InvalidArgumentError, Option } from 'commander';
import type { Config } from '../config.js';
import { STAGES } from '../pipeline/stages.js';
import type { Surroundings } from './surroundings.js';

/** The commands `sanad stories …` and `sanad rebuild`. */
export function addStories(program: Command, config: () => Config, surroundings: Surroundings): void {
  const stories = program
    .command('stories')
    .description('list and show stories; split, merge, move and undo as an operator');
  addReading(stories, config);
  addActs(stories, config, surroundings);
  addRebuild(program, config);
}

function addReading(stories: Command, config: () => Config): void {
  stories
    .command('list')
    .description('stories with their outlets, independent origins and publisher families')
    .addOption(
      new Option('--order <order>', 'which first').choices(['important', 'newest']).default('newest'),
    )
    .option('-n, --limit <n>', 'how many', parseNumber, 20)
    .option('--json', 'print JSON')
    .action(async (options: { order: 'important' | 'newest'; limit: number; json?: boolean }) => {
      const { storiesList } = await import('./stories.js');
      await storiesList({ ...options, json: options.json ?? false }, config());
    });
  stories
    .command('show')
    .description('one story with its origins and reports')
    .argument('<story>', 'number of the story', parseNumber)
    .option('--json', 'print JSON')
    .action(async (storyId: number, options: { json?: boolean }) => {
      const { storiesShow } = await import('./stories.js');
      await storiesShow({ storyId, json: options.json ?? false, reasons: false }, config());
    });
  stories
    .command('threads')
    .description('running themes over stories, the one that moved last first, with what their stories share')
    .option('-n, --limit <n>', 'how many', parseNumber, 20)
    .option('--json', 'print JSON')
    .action(async (options: { limit: number; json?: boolean }) => {
      const { storiesThreads } = await import('./stories.js');
      await storiesThreads({ ...options, json: options.json ?? false }, config());
    });
  stories
    .command('acts')
    .description('what operators did, the newest first, with the numbers that undo takes')
    .option('-n, --limit <n>', 'how many', parseNumber, 20)
    .action(async (options: { limit: number }) => {
      const { storiesActs } = await import('./stories.js');
      await storiesActs(options, config());
    });
}

interface NoteOption {
  readonly note?: string;
}

function addActs(stories: Command, config: () => Config, surroundings: Surroundings): void {
  stories
    .command('split')
    .description('take reports out of a story into one of their own')
    .argument('<story>', 'number of the story', parseNumber)
    .argument('<article...>', 'numbers of the articles that leave it')
    .option('--note <words>', 'why, for later')
    .action(async (storyId: number, articles: string[], options: NoteOption) => {
      const { storiesSplit } = await import('./stories.js');
      await storiesSplit(
        { storyId, articleIds: articles.map(parseNumber), ...options },
        config(),
        surroundings,
      );
    });
  stories
    .command('merge')
    .description('put all reports of a story, and those that will come to it, into another')
    .argument('<story>', 'number of the story that ends', parseNumber)
    .argument('<into>', 'number of the story that takes its reports', parseNumber)
    .option('--note <words>', 'why, for later')
    .action(async (storyId: number, intoId: number, options: NoteOption) => {
      const { storiesMerge } = await import('./stories.js');
      await storiesMerge({ storyId, intoId, ...options }, config(), surroundings);
    });
  stories
    .command('move')
    .description('put one report into another story')
    .argument('<article>', 'number of the article', parseNumber)
    .argument('<into>', 'number of the story that takes it', parseNumber)
    .option('--note <words>', 'why, for later')
    .action(async (articleId: number, intoId: number, options: NoteOption) => {
      const { storiesMove } = await import('./stories.js');
      await storiesMove({ articleId, intoId, ...options }, config(), surroundings);
    });
  addThreadActs(stories, config, surroundings);
  stories
    .command('undo')
    .description('undo one act as if it had never been done')
    .argument('<act>', 'number of the act', parseNumber)
    .action(async (actId: number) => {
      const { storiesUndo } = await import('./stories.js');
      await storiesUndo({ actId }, config(), surroundings);
    });
}

function addThreadActs(stories: Command, config: () => Config, surroundings: Surroundings): void {
  stories
    .command('join')
    .description('put a story into the thread of another; where that is in none, the two make one')
    .argument('<story>', 'number of the story', parseNumber)
    .argument('<other>', 'number of a story of the thread', parseNumber)
    .option('--note <words>', 'why, for later')
    .action(async (storyId: number, withId: number, options: NoteOption) => {
      const { storiesJoin } = await import('./stories.js');
      await storiesJoin({ storyId, withId, ...options }, config(), surroundings);
    });
  stories
    .command('leave')
    .description('take a story out of its thread')
    .argument('<story>', 'number of the story', parseNumber)
    .option('--note <words>', 'why, for later')
    .action(async (storyId: number, options: NoteOption) => {
      const { storiesLeave } = await import('./stories.js');
      await storiesLeave({ storyId, ...options }, config(), surroundings);
    });
}

function addRebuild(program: Command, config: () => Config): void {
  const names = STAGES.map(({ name }) => name);
  program
    .command('rebuild')
    .description('derive again what the stages make; raw pages and what people did stay')
    .addOption(
      new Option('--from <stage>', 'first stage that is done again').choices(names).makeOptionMandatory(),
    )
    .action(async (options: { from: string }) => {
      const { rebuild } = await import('./rebuild.js');
      await rebuild(options.from, config());
    });
}

function parseNumber(value: string): number {
  if (!/^[1-9]\d{0,14}$/.test(value)) throw new InvalidArgumentError('Wanted: a whole number from 1');
  return Number(value);
}
