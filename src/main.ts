import { run } from './cli/program.js';

process.exitCode = await run({
  argv: process.argv.slice(2),
  environment: process.env,
  clock: () => new Date().toISOString(),
});
