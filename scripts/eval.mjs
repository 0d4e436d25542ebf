// Builds and runs the evaluation; without SANAD_EVAL_DATA it looks for the shared folder beside the checkout.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const beside = join(root, '..', 'shared');
const env = { ...process.env };
if (!env.SANAD_EVAL_DATA && existsSync(join(beside, 'gold'))) env.SANAD_EVAL_DATA = beside;

const built = spawnSync(process.execPath, [join(root, 'scripts', 'build.mjs')], {
  stdio: 'inherit',
  cwd: root,
});
if (built.status !== 0) process.exit(built.status ?? 1);
const main = join(root, process.env.SANAD_DIST ?? 'dist', 'eval', 'main.js');
const run = spawnSync(process.execPath, ['--enable-source-maps', main, ...process.argv.slice(2)], {
  stdio: 'inherit',
  cwd: root,
  env,
});
process.exit(run.status ?? 1);
