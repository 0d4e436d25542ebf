import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type GazetteerPart, parseGazetteer } from './gazetteer.js';
import { readGazetteerLines } from './gazetteer_lines.js';

const LINES: readonly (readonly [string, Parameters<typeof readGazetteerLines>, object])[] = [
  [
    'a person with a surname of its own and dated offices',
    [
      'people',
      'orlan | mo | یوری *اورلان | Yuri Orlan | اورلن | president@mo 2020-01-20..2024-01-20; head@guild',
    ],
    {
      id: 'per.orlan',
      name: 'یوری اورلان',
      variants: ['اورلان', 'اورلن'],
      wordLike: [],
      country: 'country.mo',
      roles: [
        { role: 'president', of: 'country.mo', from: '2020-01-20', to: '2024-01-20' },
        { role: 'head', of: 'org.guild' },
      ],
    },
  ],
  [
    'a surname that is a word too',
    ['people', 'parto | mo | سیما ~پرتو'],
    { id: 'per.parto', name: 'سیما پرتو', variants: [], wordLike: ['پرتو'] },
  ],
  [
    'a name with a comma inside',
    ['organisations', 'guild | mo | انجمن نمک, صدف و مرجان، انجمن نمک'],
    { id: 'org.guild', name: 'انجمن نمک، صدف و مرجان', variants: ['انجمن نمک'] },
  ],
  [
    'a country with its adjectives',
    ['countries', 'mo | موریا، ~مور | موریایی'],
    { id: 'country.mo', kind: 'country', variants: [], wordLike: ['مور'], adjectives: ['موریایی'] },
  ],
];

for (const [what, [table, text], expected] of LINES) {
  test(`readGazetteerLines reads ${what}`, () => {
    const { entries, faults } = readGazetteerLines(table, `# remark\n\n${text}\n`);
    assert.deepEqual(faults, []);
    assert.deepEqual({ ...entries[0], ...expected }, entries[0]);
  });
}

test('readGazetteerLines tells the line of a row that it cannot use', () => {
  const { faults } = readGazetteerLines('people', '# people\nor lan | mo | یوری اورلان\n');
  assert.equal(faults[0]?.line, 2);
});

test('parseGazetteer refuses a file with a misspelt key and names it', () => {
  const part: GazetteerPart = { name: 'mine.json', table: 'gazetteer', json: { entities: [], hom: 'موریا' } };
  const { value, issues } = parseGazetteer([part]);
  assert.equal(value, undefined);
  assert.match(issues[0]?.message ?? '', /Cannot use "mine.json"/);
});

test('parseGazetteer lets a later file replace an entry', () => {
  const part = (name: string): GazetteerPart => ({
    name,
    table: 'gazetteer',
    json: { entities: [{ id: 'per.orlan', type: 'person', name }] },
  });
  const { value } = parseGazetteer([part('یوری اورلان'), part('یوری ارلان')]);
  assert.deepEqual(
    value?.entries.map(({ name }) => name),
    ['یوری ارلان'],
  );
});
