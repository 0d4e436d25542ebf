import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseGazetteer } from '../sources/gazetteer.js';
import { readDocument } from './document.js';
import { findMentions } from './mentions.js';
import { SPEAKER_RULES } from './speaker_rules.data.js';
import { findStatements } from './statement_find.js';

// Speakers of all statements in their order, with an empty gazetteer; «–» is nobody.

const { value: names } = parseGazetteer([]);

function speakersIn(text: string): readonly string[] {
  assert.ok(names);
  const document = readDocument({ text });
  return findStatements(document, findMentions(document, names)).map(({ speaker, coSpeakers }) =>
    [speaker, ...coSpeakers].map((each) => each?.name ?? '–').join(' + '),
  );
}

for (const { id, yes, no } of SPEAKER_RULES) {
  for (const [text, ...speakers] of [yes, no]) {
    test(`${id} hears ${speakers.join(', ')} in «${text}», half-spaces or not`, () => {
      assert.deepEqual(speakersIn(text), speakers);
      const stripped = (words: string): string => words.replaceAll('\u200c', '');
      assert.deepEqual(speakersIn(stripped(text)).map(stripped), speakers.map(stripped));
    });
  }
}

test('rules of speakers have an id of their own', () => {
  assert.equal(new Set(SPEAKER_RULES.map(({ id }) => id)).size, SPEAKER_RULES.length);
});
