import { run } from './cli/program.js';

// Whoever reads only the beginning of what is printed (`sanad sources list | head`) is no fault of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit();
  throw error;
});

process.exitCode = await run({
  argv: process.argv.slice(2),
  environment: process.env,
  clock: () => new Date().toISOString(),
});
