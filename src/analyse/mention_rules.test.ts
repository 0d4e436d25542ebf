import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cut } from '../model/span.js';
import { type Gazetteer, parseGazetteer } from '../sources/gazetteer.js';
import { readDocument } from './document.js';
import { MENTION_RULES } from './mention_rules.js';
import { findMentions } from './mentions.js';

const gazetteer = invented();

function invented(): Gazetteer {
  const json = {
    home: 'کاجستان',
    entities: [
      { id: 'geo.kajestan', type: 'place', kind: 'country', name: 'کاجستان', adjectives: ['کاجی'] },
      { id: 'geo.moria', type: 'place', kind: 'country', name: 'موریا', adjectives: ['موریایی'] },
      { id: 'geo.sarvab', type: 'place', kind: 'capital', name: 'سروآب', country: 'کاجستان' },
      { id: 'per.orlan', type: 'person', name: 'یوری اورلان', variants: ['اورلان'], country: 'موریا' },
    ],
  };
  const { value } = parseGazetteer([
    { name: 'offices', table: 'offices', text: 'foreign-minister | وزیر خارجه | وزرای خارجه' },
    { name: 'institutions', table: 'institutions', text: 'mfa | وزارت خارجه' },
    { name: 'world', table: 'gazetteer', json },
  ]);
  assert.ok(value);
  return value;
}

/** What a rule finds in a text. */
function found(rule: string, text: string): readonly string[] {
  const document = readDocument({ text, published: '2024-05-12T14:30:00Z' });
  return findMentions(document, gazetteer)
    .mentions.filter((mention) => mention.rule === rule)
    .map(({ span }) => cut(text, span));
}

for (const { id, yes, no } of MENTION_RULES) {
  test(`${id} finds «${yes[1]}» in «${yes[0]}» and nothing in «${no}»`, () => {
    assert.ok(found(id, yes[0]).includes(yes[1]), found(id, yes[0]).join(', '));
    assert.deepEqual(found(id, no), []);
  });
}
