import { Argument, Command, CommanderError, InvalidArgumentError } from 'commander';
import type { Config } from '../config.js';
import { readConfig } from '../read_config.js';
import { ConfigError } from '../setting_values.js';
import { SETTINGS } from '../settings.js';
import { addAlerts } from './alerts_program.js';
import { addKeys } from './keys_program.js';
import { addLedger } from './ledger_program.js';
import { PIPE_STAGES, type PipeStageName } from './pipe_stages.js';
import { addQuarantine } from './quarantine_program.js';
import { addSearch } from './search_program.js';
import { addSources } from './sources_program.js';
import { addStories } from './stories_program.js';
import { CliError, type Surroundings } from './surroundings.js';
import { addUpkeep } from './upkeep_program.js';
import { readVersion } from './version.js';

/** Runs one command line to its end and returns the exit code. Expected failures print one sentence. */
export async function run(surroundings: Surroundings): Promise<number> {
  try {
    await buildProgram(surroundings).parseAsync([...surroundings.argv], { from: 'user' });
    return 0;
  } catch (cause) {
    if (cause instanceof CommanderError) return cause.exitCode;
    const sentence = expectedFailure(cause);
    if (sentence === undefined) throw cause;
    console.error(sentence);
    return 1;
  }
}

/** The sentence of a failure that we foresaw; undefined for a bug, which keeps its stack. */
function expectedFailure(cause: unknown): string | undefined {
  if (cause instanceof ConfigError || cause instanceof CliError) return cause.message;
  if (cause instanceof Error && cause.name === 'StoreError') return cause.message;
  if (cause instanceof Error && cause.name === 'ServerError') return cause.message;
  return undefined;
}

/** The command line with all commands; nothing runs until it parses. */
export function buildProgram(surroundings: Surroundings): Command {
  const program = new Command('sanad')
    .description('Sanad (سند): Persian news, every story once, with its source chain')
    .version(readVersion())
    .showHelpAfterError('(sanad --help lists the commands)')
    .exitOverride()
    .addHelpText('after', () => `\nSettings (environment, each also as NAME_FILE):\n${settingLines()}`);
  addStart(program, surroundings);
  addDemo(program, surroundings);
  addAdd(program, surroundings);
  addExplain(program, surroundings);
  addPipe(program, surroundings);
  addSources(program, () => configOf(surroundings), surroundings);
  addStories(program, () => configOf(surroundings), surroundings);
  addSearch(program, () => configOf(surroundings));
  addQuarantine(program, () => configOf(surroundings), surroundings);
  addLedger(program, () => configOf(surroundings), surroundings);
  addKeys(program, () => configOf(surroundings), surroundings);
  addAlerts(program, () => configOf(surroundings), surroundings);
  addPassword(program, surroundings);
  addUpkeep(program, () => configOf(surroundings), surroundings);
  return program;
}

function configOf(surroundings: Surroundings): Config {
  return readConfig(surroundings.environment);
}

function addStart(program: Command, surroundings: Surroundings): void {
  program
    .command('start')
    .description('start database, site and collector; Ctrl-C stops them all')
    .action(async () => {
      const { start } = await import('./start.js');
      await start(configOf(surroundings), surroundings);
    });
}

function addDemo(program: Command, surroundings: Surroundings): void {
  program
    .command('demo')
    .description('show everything on an invented press, in a database that is thrown away; needs no network')
    .action(async () => {
      const { demo } = await import('./demo.js');
      await demo(configOf(surroundings), surroundings);
    });
}

function addPassword(program: Command, surroundings: Surroundings): void {
  program
    .command('password')
    .description("make a new password for the operator's pages under /admin and print it once")
    .action(async () => {
      const { renewPassword } = await import('./password.js');
      await renewPassword(configOf(surroundings), surroundings);
    });
}

function addAdd(program: Command, surroundings: Surroundings): void {
  program
    .command('add')
    .description('add pages, text captures, JSON lines, folders or addresses; "-" reads standard input')
    .argument('<input...>', 'files (.html .txt .jsonl .warc, also .gz), folders, http(s) addresses, or -')
    .option('-q, --quiet', 'only the summary and what went wrong')
    .addHelpText('after', `\n${ADD_HELP}`)
    .action(async (inputs: string[], options: { quiet?: boolean }) => {
      const { add } = await import('./add.js');
      await add({ inputs, quiet: options.quiet ?? false }, configOf(surroundings), surroundings);
    });
}

const ADD_HELP = `A JSON line is {"url"?, "html"? or "text"?, "outlet"?, "published"?, "title"?, "fetchedAt"?}.
Adding the same thing again changes nothing; after Ctrl-C, start the same command again and it goes on.
What cannot be read or holds no text goes into quarantine with its cause; the rest is added.`;

function addExplain(program: Command, surroundings: Surroundings): void {
  program
    .command('explain')
    .description(
      'show what was kept from a page and by which rule; "explain article <number>" the same of a stored one, ' +
        '"explain story <number>" why reports are together',
    )
    .argument(
      '<input...>',
      'a file, file:line for one JSON line, an http(s) address, or -; or: article <number>, story <number>',
    )
    .option('--json', 'print the trace as JSON')
    .action(async (inputs: string[], options: { json?: boolean }) => {
      const json = options.json ?? false;
      const [input = '', given = ''] = inputs;
      const number = /^[1-9]\d{0,14}$/.test(given) ? Number(given) : undefined;
      if (input === 'story' && number !== undefined) {
        const { storiesShow } = await import('./stories.js');
        await storiesShow({ storyId: number, json, reasons: true }, configOf(surroundings));
        return;
      }
      if (input === 'article' && number !== undefined) {
        const { explainArticle } = await import('./explain.js');
        await explainArticle({ articleId: number, json }, configOf(surroundings));
        return;
      }
      if (inputs.length === 2 && (input === 'story' || input === 'article'))
        throw new CliError(`Cannot explain ${input} "${given}": a whole number from 1 is wanted`);
      if (inputs.length > 1) throw new CliError(`Cannot explain "${inputs.join(' ')}": name one input`);
      const { explain } = await import('./explain.js');
      await explain({ input, json }, configOf(surroundings), surroundings);
    });
}

function addPipe(program: Command, surroundings: Surroundings): void {
  program
    .command('pipe')
    .description('read JSON lines from standard input and answer each with one JSON line')
    .addArgument(new Argument('<stage>').choices(PIPE_STAGES))
    .option('-j, --jobs <n>', 'worker threads', parseJobs, 1)
    .action(async (stage: PipeStageName, options: { jobs: number }) => {
      const { runPipe } = await import('./pipe.js');
      const { registryFolder } = configOf(surroundings);
      const { stdin: input, stdout: output } = process;
      await runPipe({ stage, jobs: options.jobs, registryFolder, input, output });
    });
}

function parseJobs(value: string): number {
  const jobs = Number(value);
  if (!Number.isInteger(jobs) || jobs < 1 || jobs > 64)
    throw new InvalidArgumentError('Wanted: a whole number from 1 to 64');
  return jobs;
}

function settingLines(): string {
  const width = Math.max(...SETTINGS.map(({ name }) => name.length));
  return SETTINGS.map(
    ({ name, fallback, meaning }) =>
      `  ${name.padEnd(width)}  ${meaning}${fallback ? ` (default ${fallback})` : ''}`,
  ).join('\n');
}
