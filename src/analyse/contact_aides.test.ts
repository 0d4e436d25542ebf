import assert from 'node:assert/strict';
import { test } from 'node:test';
import { AIDE_TITLES } from './aide_titles.js';
import { contactsIn, shown } from './test_contact_world.js';

const ERDOGAN = 'per.erdogan';

for (const { id, example, counterExample } of AIDE_TITLES) {
  test(`findContacts() takes nobody for his aide by ${id}: «${example}», «${counterExample}»`, () => {
    const [aide] = contactsIn(example);
    assert.deepEqual(
      aide?.actors.map(({ entity }) => entity),
      [undefined, 'per.lavrov'],
    );
    const met = contactsIn(counterExample).flatMap(({ actors }) => actors.map(({ entity }) => entity));
    assert.deepEqual(met, [ERDOGAN, 'per.lavrov']);
  });
}

const TOLD: readonly (readonly [text: string, ...contacts: string[]])[] = [
  [
    'فرستاده ویژه رئیس‌جمهور ترکیه با لاوروف دیدار کرد.',
    'فرستاده ویژه رئیس‌جمهور ترکیه + سرگئی لاوروف meeting stated',
  ],
  ['معاون اردوغان، فؤاد اوکتای، با لاوروف دیدار کرد.', 'فؤاد اوکتای + سرگئی لاوروف meeting stated'],
  [
    'نماینده ویژه پوتین، سرگئی لاوروف و فیدان در آنکارا دیدار کردند.',
    'سرگئی لاوروف + هاکان فیدان meeting stated',
  ],
  [
    'قائم‌مقام وزیر خارجه ترکیه با لاوروف دیدار کرد.',
    'قائم‌مقام وزیر خارجه ترکیه + سرگئی لاوروف meeting stated',
  ],
  ['وزیر خارجه لاوروف با فیدان دیدار کرد.', 'سرگئی لاوروف + هاکان فیدان meeting stated'],
];

for (const [text, ...contacts] of TOLD) {
  test(`findContacts() tells aide and chief apart in «${text}»`, () => {
    assert.deepEqual(shown(text), contacts);
  });
}
