import { type Command, InvalidArgumentError } from 'commander';
import type { Config } from '../config.js';
import type { Surroundings } from './surroundings.js';

/** The commands `sanad quarantine …`. */
export function addQuarantine(program: Command, config: () => Config, surroundings: Surroundings): void {
  const quarantine = program
    .command('quarantine')
    .description('list and show what could not be read; read it again with newer rules');
  quarantine
    .command('list')
    .description('inputs in quarantine with their causes, newest first')
    .option('--code <code>', 'only this cause, for example extract.empty')
    .option('--all', 'warnings too')
    .option('-n, --limit <n>', 'how many', parseNumber, 100)
    .option('--json', 'print JSON')
    .action(async (options: { code?: string; all?: boolean; limit: number; json?: boolean }) => {
      const { quarantineList } = await import('./quarantine.js');
      await quarantineList({ ...options, all: options.all ?? false, json: options.json ?? false }, config());
    });
  quarantine
    .command('show')
    .description('one cause with its page')
    .argument('<id>', 'number that the list begins with', parseNumber)
    .option('--raw', "print the page's bytes and nothing else")
    .action(async (issueId: number, options: { raw?: boolean }) => {
      const { quarantineShow } = await import('./quarantine.js');
      await quarantineShow({ issueId, raw: options.raw ?? false }, config());
    });
  quarantine
    .command('replay')
    .description('read the stored pages again: they become articles or stay with the cause that holds now')
    .argument('[id...]', 'numbers of the list; all when none is named', collectNumber)
    .option('--code <code>', 'only pages with this cause')
    .action(async (issueIds: number[] | undefined, options: { code?: string }) => {
      const { quarantineReplay } = await import('./quarantine.js');
      await quarantineReplay({ issueIds: issueIds ?? [], code: options.code }, config(), surroundings);
    });
}

function collectNumber(value: string, earlier: number[] | undefined): number[] {
  return [...(earlier ?? []), parseNumber(value)];
}

function parseNumber(value: string): number {
  if (/^[1-9]\d{0,14}$/.test(value)) return Number(value);
  throw new InvalidArgumentError('Wanted: a whole number from 1');
}
