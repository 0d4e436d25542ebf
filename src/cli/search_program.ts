import { type Command, InvalidArgumentError, Option } from 'commander';
import type { Config } from '../config.js';
import type { SearchArguments } from './search.js';

/** The command `sanad search`. */
export function addSearch(program: Command, config: () => Config): void {
  program
    .command('search')
    .description(
      'find reports and topics, stories, statements or contacts by words in any spelling; best first',
    )
    .argument('[query]', 'words; "…" for words in a row, -word to leave out')
    .option('--from <file>', 'answer each JSON line {id, query} of a file (- reads standard input)')
    .addOption(new Option('--order <order>', 'which first').choices(['best', 'newest']).default('best'))
    .addOption(
      new Option('--scope <scope>', 'what to look for')
        .choices(['reports', 'stories', 'statements', 'contacts'])
        .default('reports'),
    )
    .option('-n, --limit <n>', 'how many', parseLimit, 10)
    .option('--json', 'print JSON; with --from it always is')
    .action(async (query: string | undefined, options: SearchOptions) => {
      const { search } = await import('./search.js');
      const { from, scope, order, limit, json = false } = options;
      await search(
        {
          ...(query !== undefined && { query }),
          ...(from !== undefined && { from }),
          scope,
          order,
          limit,
          json,
        },
        config(),
      );
    });
}

interface SearchOptions {
  readonly from?: string;
  readonly scope: SearchArguments['scope'];
  readonly order: 'best' | 'newest';
  readonly limit: number;
  readonly json?: boolean;
}

function parseLimit(value: string): number {
  const limit = Number(value);
  if (!Number.isInteger(limit) || limit < 1 || limit > 1000) {
    throw new InvalidArgumentError('Wanted: a whole number from 1 to 1000');
  }
  return limit;
}
