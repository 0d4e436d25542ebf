import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { test } from 'node:test';
import { PACKAGE_ROOT } from '../src/package_root.js';

/** Which folders of `src` may import which; the table of ARCHITECTURE.md. `*` means everything. */
const MAY_IMPORT: Record<string, readonly string[]> = {
  model: [],
  persian: ['model'],
  sources: ['model'],
  extract: ['model', 'persian', 'sources'],
  analyse: ['model', 'persian', 'sources'],
  group: ['model', 'persian', 'sources'],
  rank: ['model'],
  collect: ['model', 'sources', 'extract'],
  store: ['model', 'persian'],
  pipeline: ['model', 'persian', 'sources', 'extract', 'analyse', 'group', 'rank', 'store', 'collect'],
  notify: ['model', 'store'],
  press: ['model', 'sources'],
  serve: ['model', 'persian', 'store'],
  cli: ['*'],
};

/** Folders that touch neither disk, network, clock nor environment. */
const PURE = new Set(['model', 'persian', 'sources', 'extract', 'analyse', 'group', 'rank']);

const SRC = join(PACKAGE_ROOT, 'src');

test('folders of src import only what their layer allows', () => {
  const wrong: string[] = [];
  for (const file of listSources()) {
    const folder = folderOf(file);
    if (folder === '') continue;
    const allowed = MAY_IMPORT[folder];
    assert.ok(allowed, `src/${folder} has no line in the table of layers`);
    for (const imported of relativeImports(file)) {
      const target = folderOf(imported);
      if (target === folder || target === '' || allowed.includes('*') || allowed.includes(target)) continue;
      wrong.push(`${relative(SRC, file)} imports ${relative(SRC, imported)}`);
    }
  }
  assert.deepEqual(wrong, []);
});

test('pure folders import nothing that does IO', () => {
  const wrong: string[] = [];
  for (const file of listSources()) {
    if (!PURE.has(folderOf(file)) || file.endsWith('.test.ts')) continue;
    const text = readFileSync(file, 'utf8');
    for (const name of text.matchAll(/from '(node:[a-z_/]+|pg|hono|pino|undici)'/g)) {
      wrong.push(`${relative(SRC, file)} imports ${name[1]}`);
    }
    if (/\bDate\.now\(\)|\bnew Date\(\)|\bprocess\.(env|argv|cwd)/.test(text)) {
      wrong.push(`${relative(SRC, file)} reads the clock or the environment`);
    }
  }
  assert.deepEqual(wrong, []);
});

test('no file is a junk drawer or a barrel', () => {
  const wrong = listSources().filter((file) =>
    /(^|[/_])(utils?|helpers?|common|misc|lib)[._/]|(^|\/)(shared|index)[./]/.test(relative(SRC, file)),
  );
  assert.deepEqual(wrong, []);
});

function listSources(): string[] {
  return readdirSync(SRC, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
}

function folderOf(file: string): string {
  const parts = relative(SRC, file).split('/');
  return parts.length > 1 ? (parts[0] ?? '') : '';
}

function relativeImports(file: string): string[] {
  const text = readFileSync(file, 'utf8');
  return [...text.matchAll(/(?:from|import)\s*\(?'(\.[^']+)'/g)].map((match) =>
    join(dirname(file), match[1] ?? ''),
  );
}
