import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { PartRole } from '../model/analysis.js';
import type { Statement } from '../model/statement.js';
import { parseGazetteer } from '../sources/gazetteer.js';
import { CONTENT_RULES } from './content_find.js';
import { readDocument } from './document.js';
import { findMentions } from './mentions.js';
import { FRAMES } from './predicate_frames.js';
import { SPECIAL_PREDICATES } from './predicate_special.js';
import { STANCE_RULES } from './stance_rules.js';
import { ADDRESSEE_RULES } from './statement_addressee.js';
import { CLAIMED_RULES } from './statement_claimed.js';
import { findStatements } from './statement_find.js';
import { HEADLINE_RULE } from './statement_headline.js';
import { LABEL_RULES } from './statement_label.js';
import { MARKER_RULES } from './statement_markers.js';
import { MEDIUM_RULES } from './statement_medium.js';

const { value: names } = parseGazetteer([]);

/** Every rule holds with an empty gazetteer: unknown names must work as well as known ones. */
function statementsIn(text: string, role: PartRole = 'body'): readonly Statement[] {
  assert.ok(names);
  const document = readDocument({ text, parts: [{ role, start: 0, end: text.length }] });
  return findStatements(document, findMentions(document, names));
}

for (const { id, yes, no } of [...FRAMES, ...SPECIAL_PREDICATES]) {
  test(`${id} reports in «${yes}» and not in «${no}»`, () => {
    assert.notEqual(statementsIn(yes).length, 0, yes);
    assert.equal(statementsIn(no).length, 0, no);
  });
}

for (const { id, yes, no } of [...CONTENT_RULES, ...MARKER_RULES, ...LABEL_RULES, ...CLAIMED_RULES]) {
  test(`${id} finds the content in «${yes}» and none in «${no}»`, () => {
    const rules = (text: string) => statementsIn(text).map(({ evidence }) => evidence.rule);
    assert.ok(rules(yes).includes(id), `${yes}: ${rules(yes).join(', ')}`);
    assert.ok(!rules(no).includes(id), no);
  });
}

for (const { id, stance, yes, no } of STANCE_RULES) {
  test(`${id} makes «${yes}» ${stance}`, () => {
    assert.equal(statementsIn(yes)[0]?.stance, stance);
    if (stance !== 'affirm') assert.notEqual(statementsIn(no)[0]?.stance, stance);
  });
}

for (const { id, type, yes, no } of MEDIUM_RULES) {
  test(`${id} is where «${yes}» was said`, () => {
    assert.equal(statementsIn(yes)[0]?.medium?.type, type);
    assert.notEqual(statementsIn(no)[0]?.medium?.type, type);
  });
}

for (const { id, yes, no } of ADDRESSEE_RULES) {
  test(`${id} is who is told «${yes}»`, () => {
    assert.ok(statementsIn(yes)[0]?.addressee, yes);
    assert.equal(statementsIn(no)[0]?.addressee, undefined, no);
  });
}

test(`${HEADLINE_RULE.id} finds the speech in «${HEADLINE_RULE.yes}» and none in «${HEADLINE_RULE.no}»`, () => {
  const rules = (text: string) => statementsIn(text, 'headline').map(({ evidence }) => evidence.rule);
  assert.ok(rules(HEADLINE_RULE.yes).includes(HEADLINE_RULE.id));
  assert.ok(!rules(HEADLINE_RULE.no).includes(HEADLINE_RULE.id));
});

test('rules have an id of their own', () => {
  const ids = [
    ...FRAMES,
    ...SPECIAL_PREDICATES,
    ...CONTENT_RULES,
    ...MARKER_RULES,
    ...LABEL_RULES,
    ...CLAIMED_RULES,
    ...ADDRESSEE_RULES,
    ...STANCE_RULES,
    ...MEDIUM_RULES,
  ].map(({ id }) => id);
  assert.equal(new Set(ids).size, ids.length);
});
