// Compiles the TypeScript tree with tsc and removes what no longer has a source.
// SANAD_DIST names another output folder inside the checkout (default "dist").
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const dist = join(root, process.env.SANAD_DIST ?? 'dist');
const tsc = join(dirname(createRequire(import.meta.url).resolve('typescript/package.json')), 'bin', 'tsc');

const compiled = spawnSync(process.execPath, [tsc, '-p', root, '--outDir', dist], {
  stdio: 'inherit',
  cwd: root,
});
if (existsSync(dist)) prune(dist);
process.exit(compiled.status ?? 1);

/** Deletes compiled files whose source is gone, so that a removed test cannot keep running. */
function prune(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      prune(path);
      continue;
    }
    const stem = join(root, relative(dist, path)).replace(/\.js(\.map)?$/, '');
    if (!['.ts', '.tsx'].some((ending) => existsSync(stem + ending))) rmSync(path);
  }
}
