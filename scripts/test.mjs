// Runs the compiled tests with node:test.
//   node scripts/test.mjs                 all tests
//   node scripts/test.mjs unit            tests without a database, browser or child process
//   node scripts/test.mjs unit persian    only files whose path contains "persian"
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const dist = join(root, process.env.SANAD_DIST ?? 'dist');
const [kind = 'all', ...words] = process.argv.slice(2);

const slow = /\.(store|browser|process)\.test\.js$/;
const files = listTests(dist)
  .filter((file) => (kind === 'unit' ? !slow.test(file) : true))
  .filter((file) => words.every((word) => relative(dist, file).includes(word)));
if (files.length === 0) {
  console.error(
    `Cannot run tests: no compiled test matches "${process.argv.slice(2).join(' ')}"; run "npm run build" first`,
  );
  process.exit(1);
}
const run = spawnSync(
  process.execPath,
  ['--enable-source-maps', '--test', '--test-timeout=300000', ...files],
  {
    stdio: 'inherit',
    cwd: root,
  },
);
process.exit(run.status ?? 1);

function listTests(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.test.js'))
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .sort();
}
