// The quick gate: format and lint, types, then layers, docs and unit tests. Stops at the first failure.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const steps = [
  [
    'format and lint',
    join(root, 'node_modules', '@biomejs', 'biome', 'bin', 'biome'),
    'check',
    '--error-on-warnings',
    '.',
  ],
  [
    'dead files and dependencies',
    join(root, 'node_modules', 'knip', 'bin', 'knip.js'),
    '--no-progress',
    '--include',
    'files,dependencies,unlisted,unresolved',
  ],
  ['types and build', join(root, 'scripts', 'build.mjs')],
  ['layers, docs and unit tests', join(root, 'scripts', 'test.mjs'), 'unit'],
];
for (const [name, ...argv] of steps) {
  const started = performance.now();
  const run = spawnSync(process.execPath, argv, { stdio: 'inherit', cwd: root });
  if (run.status !== 0) {
    console.error(`\ncheck failed: ${name}`);
    process.exit(run.status ?? 1);
  }
  console.log(`${name}: ok (${((performance.now() - started) / 1000).toFixed(1)} s)`);
}
