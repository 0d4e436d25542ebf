import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cut } from '../model/span.js';
import { parseGazetteer } from '../sources/gazetteer.js';
import { readDocument } from './document.js';
import { findMentions } from './mentions.js';
import { SURNAME_PLACES } from './surname_places.js';

const { value: world, issues } = parseGazetteer([
  { name: 'offices', table: 'offices', text: 'foreign-minister | وزیر خارجه | وزرای خارجه' },
  {
    name: 'world',
    table: 'gazetteer',
    json: {
      home: 'کاجستان',
      entities: [
        { id: 'geo.kajestan', type: 'place', kind: 'country', name: 'کاجستان', adjectives: ['کاجی'] },
        { id: 'geo.moria', type: 'place', kind: 'country', name: 'موریا', adjectives: ['موریایی'] },
        { id: 'geo.linar', type: 'place', kind: 'capital', name: 'لینار', country: 'موریا' },
        { id: 'per.golpar', type: 'person', name: 'مینا گلپر', variants: ['گلپر'], country: 'موریا' },
        {
          id: 'per.shokufa',
          type: 'person',
          name: 'آرش شکوفا',
          wordLike: ['شکوفا'],
          roles: [{ role: 'foreign-minister', of: 'کاجستان', from: '2020-01-01', to: '2024-01-01' }],
        },
      ],
    },
  },
]);

/** The words by which a text of a day names the minister whose surname means «blooming». */
function named(text: string, day = '2022-05-01'): readonly string[] {
  assert.ok(world, issues.map(({ message }) => message).join('; '));
  const { mentions } = findMentions(readDocument({ text, published: `${day}T12:00:00Z` }), world);
  return mentions.filter(({ entity }) => entity === 'per.shokufa').map(({ span }) => cut(text, span));
}

for (const { id, example, counterExample } of SURNAME_PLACES) {
  test(`findMentions() hears a surname by ${id} in «${example}», not in «${counterExample}»`, () => {
    assert.deepEqual(named(example), ['شکوفا']);
    assert.deepEqual(named(example, '2025-05-01'), [], 'when he holds no office any more');
    assert.deepEqual(named(counterExample), []);
  });
}

test('findMentions() never takes a counted or described everyday word for the surname', () => {
  assert.deepEqual(named('گلپر با شکوفا دیدار کرد.'), ['شکوفا']);
  assert.deepEqual(named('گلپر با شکوفا موریایی دیدار کرد.'), []);
  assert.deepEqual(named('آرش شکوفا وزیر خارجه است. گلپر با یک شکوفا دیدار کرد.'), ['آرش شکوفا']);
});
