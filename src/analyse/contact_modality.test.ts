import assert from 'node:assert/strict';
import { test } from 'node:test';
import { MODALITY_RULES } from './contact_modality_rules.js';
import { contactsIn, modalityRulesIn } from './test_contact_world.js';

for (const { id, example, counterExample } of MODALITY_RULES) {
  test(`${id} reads «${example}» and not «${counterExample}»`, () => {
    assert.ok(modalityRulesIn(example).includes(id), modalityRulesIn(example).join());
    const others = modalityRulesIn(counterExample);
    assert.ok(others.length > 0 && !others.includes(id), others.join());
  });
}

test('MODALITY_RULES has no two rows of one id', () => {
  const ids = MODALITY_RULES.map(({ id }) => id);
  assert.deepEqual([...new Set(ids)], ids);
});

/** What is only spoken about, or not yet settled, is no contact and has no rule to show. */
for (const text of [
  'دیدار پوتین با اردوغان ضروری است.',
  'دیدار با اردوغان در دستور کار پوتین نیست.',
  'زمان دیدار پوتین و اردوغان هنوز مشخص نشده است.',
  'کرملین دیدار پوتین با اردوغان را تأیید نکرد.',
]) {
  test(`findContacts() takes no contact from «${text}»`, () => {
    assert.deepEqual(contactsIn(text), []);
  });
}
