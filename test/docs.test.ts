import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { buildProgram } from '../src/cli/program.js';
import { PACKAGE_ROOT } from '../src/package_root.js';
import { SETTINGS } from '../src/settings.js';

const read = (path: string): string => readFileSync(join(PACKAGE_ROOT, path), 'utf8');

test('README.md documents every setting with its default', () => {
  const readme = read('README.md');
  for (const { name, fallback } of SETTINGS) {
    const row = readme.split('\n').find((line) => line.startsWith(`| \`${name}\``));
    assert.ok(row, `README.md has no row for ${name}`);
    if (fallback !== '')
      assert.ok(row.includes(`\`${fallback}\``), `README.md gives another default for ${name}`);
  }
});

test('both READMEs name every command', () => {
  const program = buildProgram({ argv: [], environment: {}, clock: () => '' });
  const names = program.commands.map((command) => command.name());
  assert.ok(names.length > 5);
  for (const readme of ['README.md', 'README.fa.md']) {
    const missing = names.filter((name) => !read(readme).includes(`\`sanad ${name}`));
    assert.deepEqual(missing, [], readme);
  }
});

test('every runtime dependency has its line in docs/decisions/dependencies.md', () => {
  const manifest = JSON.parse(read('package.json')) as {
    dependencies: Record<string, string>;
    optionalDependencies?: Record<string, string>;
  };
  const decisions = read('docs/decisions/dependencies.md');
  const names = [...Object.keys(manifest.dependencies), ...Object.keys(manifest.optionalDependencies ?? {})];
  const missing = names.filter(
    (name) => !decisions.includes(`\`${name}\``) && !decisions.includes(`\`${name.replace(/\/.*/, '/*')}\``),
  );
  assert.deepEqual(missing, []);
});

test('dependencies are pinned to exact versions', () => {
  const manifest = JSON.parse(read('package.json')) as Record<string, Record<string, string>>;
  const groups = ['dependencies', 'devDependencies', 'optionalDependencies'];
  const loose = groups
    .flatMap((group) => Object.entries(manifest[group] ?? {}))
    .filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version));
  assert.deepEqual(loose, []);
});

test('package-lock.json holds every optional package, without which npm ci refuses it', () => {
  const lock = JSON.parse(read('package-lock.json')) as {
    packages: Record<string, { optionalDependencies?: Record<string, string> }>;
  };
  const missing = Object.values(lock.packages)
    .flatMap((entry) => Object.keys(entry.optionalDependencies ?? {}))
    .filter((name) => lock.packages[`node_modules/${name}`] === undefined);
  assert.deepEqual(missing, []);
});

test('links between the documents lead somewhere', () => {
  const documents = readdirSync(PACKAGE_ROOT, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.md'))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !/node_modules|\/dist|\/var\//.test(path));
  const broken = documents.flatMap((path) =>
    [...readFileSync(path, 'utf8').matchAll(/\]\((?!https?:)([^)#\s]+)/g)]
      .map((match) => match[1] ?? '')
      .filter((target) => !existsSync(join(dirname(path), target)))
      .map((target) => `${path} → ${target}`),
  );
  assert.deepEqual(broken, []);
});
