import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Argument, Command, CommanderError, InvalidArgumentError } from 'commander';
import { type Config, ConfigError, readConfig, SETTINGS } from '../config.js';
import { PACKAGE_ROOT } from '../package_root.js';
import { PIPE_STAGES, type PipeStageName } from './pipe_stages.js';
import { CliError, type Surroundings } from './surroundings.js';

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

function buildProgram(surroundings: Surroundings): Command {
  const program = new Command('sanad')
    .description('Sanad (سند): Persian news, every story once, with its source chain')
    .version(readVersion())
    .showHelpAfterError('(sanad --help lists the commands)')
    .exitOverride()
    .addHelpText('after', () => `\nSettings (environment, each also as NAME_FILE):\n${settingLines()}`);
  addPipe(program, surroundings);
  return program;
}

function configOf(surroundings: Surroundings): Config {
  return readConfig(surroundings.environment);
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
    throw new InvalidArgumentError('a whole number from 1 to 64');
  return jobs;
}

function settingLines(): string {
  return SETTINGS.map(
    ({ name, fallback, meaning }) =>
      `  ${name.padEnd(16)} ${meaning}${fallback ? ` (default ${fallback})` : ''}`,
  ).join('\n');
}

function readVersion(): string {
  const manifest = JSON.parse(readFileSync(join(PACKAGE_ROOT, 'package.json'), 'utf8')) as {
    version: string;
  };
  return manifest.version;
}
