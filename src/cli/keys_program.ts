import { type Command, InvalidArgumentError, Option } from 'commander';
import type { Config } from '../config.js';
import { API_SCOPES, type ApiScope } from '../store/api_keys.js';
import type { Surroundings } from './surroundings.js';

const MOST_REQUESTS = 1_000_000;

/** The commands `sanad keys …`. */
export function addKeys(program: Command, config: () => Config, surroundings: Surroundings): void {
  const keys = program.command('keys').description('keys of the API: make, list and revoke them');
  keys
    .command('make')
    .description('make a key and print it once; only its hash is kept')
    .argument('<name>', 'whose it is')
    .addOption(
      new Option('--scope <scope...>', 'what it opens').choices(API_SCOPES).default(['read', 'stream']),
    )
    .option('--rate <n>', 'requests a minute', parseRate, 1200)
    .action(async (name: string, { scope, rate }: { scope: ApiScope[]; rate: number }) => {
      const { keysMake } = await import('./keys.js');
      await keysMake({ name, scopes: scope, rate }, config(), surroundings);
    });
  keys
    .command('list')
    .description('all keys with what they open and the day of their last use')
    .option('--json', 'print JSON')
    .action(async ({ json }: { json?: boolean }) => {
      const { keysList } = await import('./keys.js');
      await keysList({ json: json ?? false }, config());
    });
  keys
    .command('revoke')
    .description('end a key')
    .argument('<id>', 'number that the list begins with', parseId)
    .action(async (id: number) => {
      const { keysRevoke } = await import('./keys.js');
      await keysRevoke(id, config(), surroundings);
    });
}

function parseId(value: string): number {
  if (/^[1-9]\d{0,14}$/.test(value)) return Number(value);
  throw new InvalidArgumentError('Wanted: a whole number from 1');
}

function parseRate(value: string): number {
  const rate = Number(value);
  if (/^\d+$/.test(value) && rate >= 1 && rate <= MOST_REQUESTS) return rate;
  throw new InvalidArgumentError(`Wanted: a whole number from 1 to ${MOST_REQUESTS}`);
}
