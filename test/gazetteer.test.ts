import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { PACKAGE_ROOT } from '../src/package_root.js';
import { loadGazetteer, loadWorldGazetteer } from '../src/pipeline/load_gazetteer.js';
import { type LineTable, readGazetteerLines } from '../src/sources/gazetteer_lines.js';

const FOLDER = join(PACKAGE_ROOT, 'src', 'sources', 'data', 'gazetteer');
const TABLES: readonly LineTable[] = [
  'people',
  'organisations',
  'places',
  'countries',
  'offices',
  'institutions',
];

for (const table of TABLES) {
  test(`every row of ${table} can be used, and no id comes twice`, () => {
    const { entries, titles, faults } = readGazetteerLines(
      table,
      readFileSync(join(FOLDER, `${table}.txt`), 'utf8'),
    );
    assert.deepEqual(faults, []);
    const ids = [...entries, ...titles].map(({ id }) => id);
    assert.deepEqual(
      ids.filter((id, at) => ids.indexOf(id) !== at),
      [],
    );
  });
}

test('every office in the built-in gazetteer is one of the table, of a country or organisation that exists', () => {
  const { value } = loadGazetteer([]);
  assert.ok(value);
  const offices = new Set(value.offices.map(({ id }) => id));
  const ids = new Set(value.entries.map(({ id }) => id));
  const wrong = value.entries.flatMap(({ id, roles }) =>
    roles
      .filter(({ role, of }) => !isOffice(role, offices) || (of !== undefined && !isKnown(of, ids)))
      .map(({ role, of }) => `${id}: ${role}@${of}`),
  );
  assert.deepEqual(wrong, []);
});

/** The elected one's office is the office itself. */
function isOffice(role: string, offices: ReadonlySet<string>): boolean {
  return offices.has(role.replace(/-elect$/, ''));
}

/** «org.security-council.ru» is an institution of a country and needs no row. */
function isKnown(of: string, ids: ReadonlySet<string>): boolean {
  return ids.has(of) || /^org\.[a-z-]+\.[a-z]{2}$/.test(of);
}

test('nobody holds an office to a day before the first', () => {
  const { value } = loadGazetteer([]);
  const wrong = value?.entries.filter(({ roles }) => roles.some(({ from = '', to = '9999' }) => from > to));
  assert.deepEqual(wrong, []);
});

test('one president, prime minister or foreign minister holds the office at a time', () => {
  const { value } = loadGazetteer([]);
  const terms = (value?.entries ?? []).flatMap(({ id, roles }) =>
    roles.filter(({ role }) => SINGLE.has(role)).map((role) => ({ id, ...role })),
  );
  const wrong = terms.flatMap((one) =>
    terms
      .filter((other) => other.id < one.id && other.role === one.role && other.of === one.of)
      .filter((other) => (one.from ?? '') < (other.to ?? '9999') && (other.from ?? '') < (one.to ?? '9999'))
      .map((other) => `${one.role}@${one.of}: ${one.id}, ${other.id}`),
  );
  assert.deepEqual(wrong, []);
});

const SINGLE = new Set([
  'president',
  'prime-minister',
  'foreign-minister',
  'defence-minister',
  'chancellor',
  'king',
]);
test('the sample press brings its own gazetteer', () => {
  const { value, issues } = loadWorldGazetteer([], join(PACKAGE_ROOT, 'press'));
  assert.deepEqual(issues, []);
  assert.ok((value?.entries.length ?? 0) > 80);
  assert.equal(value?.home, undefined);
});
