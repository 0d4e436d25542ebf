import { type Command, InvalidArgumentError } from 'commander';
import type { Config } from '../config.js';
import type { Surroundings } from './surroundings.js';

/** The commands `sanad alerts …`. */
export function addAlerts(program: Command, config: () => Config, surroundings: Surroundings): void {
  const alerts = program.command('alerts').description('who is told of news: webhooks and mails');
  alerts
    .command('list')
    .description('all targets with what they follow and how sending fares')
    .option('--json', 'print JSON')
    .action(async ({ json }: { json?: boolean }) => {
      const { alertsList } = await import('./alerts.js');
      await alertsList({ json: json ?? false }, config());
    });
  alerts
    .command('add')
    .description(
      'add a webhook and print the key of its signatures once; it must answer a check before it is told anything',
    )
    .argument('<url>', 'where news are sent')
    .requiredOption(
      '--follow <page...>',
      'pages of the site: /search?q=…, /entity/…, /dyad/…/…, /dossier/…, /topic/…',
    )
    .action(async (url: string, { follow }: { follow: string[] }) => {
      const { alertsAdd } = await import('./alerts.js');
      await alertsAdd({ url, pages: follow }, config(), surroundings);
    });
  alerts
    .command('remove')
    .description('forget a target with all that it follows and all that waits for it')
    .argument('<id>', 'number that the list begins with', parseId)
    .action(async (id: number) => {
      const { alertsRemove } = await import('./alerts.js');
      await alertsRemove(id, config());
    });
  alerts
    .command('test')
    .description('send a signed test message to a webhook')
    .argument('<id>', 'number of the target', parseId)
    .action(async (id: number) => {
      const { alertsTest } = await import('./alerts.js');
      await alertsTest(id, config(), surroundings);
    });
  alerts
    .command('dead')
    .description('messages that nobody took, with the reason')
    .option('--json', 'print JSON')
    .action(async ({ json }: { json?: boolean }) => {
      const { alertsDead } = await import('./alerts.js');
      await alertsDead({ json: json ?? false }, config());
    });
  alerts
    .command('replay')
    .description('send dead messages again, with the keys that they had; all without numbers')
    .argument('[id...]', 'numbers that the list of dead ones begins with')
    .action(async (ids: string[]) => {
      const { alertsReplay } = await import('./alerts.js');
      await alertsReplay(ids.map(parseId), config(), surroundings);
    });
}

function parseId(value: string): number {
  if (/^[1-9]\d{0,14}$/.test(value)) return Number(value);
  throw new InvalidArgumentError('Wanted: a whole number from 1');
}
