import assert from 'node:assert/strict';
import { test } from 'node:test';
import { keyOf } from '../persian/keys.js';
import { HARD_NEGATIVES, hardNegativeOf } from './contact_hard_negatives.js';
import { CONTACT_TRIGGERS, triggerAt } from './contact_triggers.js';
import { contactsIn, shown } from './test_contact_world.js';

for (const { id, kind, words, example, counterExample } of CONTACT_TRIGGERS) {
  test(`findContacts() finds «${example}» by ${id} and nothing in «${counterExample}»`, () => {
    const keys = keyOf(example).split(' ');
    const found = keys.map((_, at) => triggerAt(keys, at)?.trigger.words);
    assert.ok(found.includes(words), 'the example begins with the trigger');
    assert.deepEqual(
      contactsIn(example).map((contact) => contact.kind),
      [kind],
    );
    assert.deepEqual(shown(counterExample), []);
  });
}

for (const rule of HARD_NEGATIVES) {
  test(`hardNegativeOf() refuses «${rule.example}» by ${rule.id} and lets «${rule.counterExample}» pass`, () => {
    const kinds = rule.kinds ?? (['meeting'] as const);
    const refusals = (text: string): readonly string[] => {
      const keys = keyOf(text).split(' ');
      return keys.flatMap((_, at) => {
        const found = triggerAt(keys, at);
        if (found === undefined || !kinds.includes(found.trigger.kind)) return [];
        return hardNegativeOf(found.trigger.kind, keys, found)?.id ?? [];
      });
    };
    assert.ok(refusals(rule.example).includes(rule.id));
    assert.deepEqual(refusals(rule.counterExample), []);
    assert.deepEqual(shown(rule.example), []);
    assert.equal(contactsIn(rule.counterExample).length, 1);
  });
}

const TOLD: readonly (readonly [text: string, ...contacts: string[]])[] = [
  ['پوتین و اردوغان در سوچی دیدار کردند.', 'ولادیمیر پوتین + رجب طیب اردوغان meeting stated'],
  ['پوتین فردا با اردوغان دیدار خواهد کرد.', 'ولادیمیر پوتین + رجب طیب اردوغان meeting expected'],
  ['قرار است پوتین با اردوغان دیدار کند.', 'ولادیمیر پوتین + رجب طیب اردوغان meeting expected'],
  ['پوتین با اردوغان دیدار نکرده است.', 'ولادیمیر پوتین + رجب طیب اردوغان meeting not_occurred'],
  [
    'کرملین احتمال دیدار پوتین با اردوغان را رد نکرد.',
    'ولادیمیر پوتین + رجب طیب اردوغان meeting not_ruled_out',
  ],
  [
    'پسکوف گفت که پوتین با اردوغان تلفنی گفت‌وگو کرده است.',
    'ولادیمیر پوتین + رجب طیب اردوغان phone_call confirmed',
  ],
  [
    'پسکوف هرگونه تماس تلفنی میان پوتین و اردوغان را تکذیب کرد.',
    'ولادیمیر پوتین + رجب طیب اردوغان phone_call denied',
  ],
  ['سفر لاوروف به ترکیه لغو شد.', 'سرگئی لاوروف + ترکیه visit not_occurred'],
  ['لاوروف در مسکو با همتای ترک خود مذاکره کرد.', 'سرگئی لاوروف + هاکان فیدان talks stated'],
  [
    'لاوروف دیروز در آنکارا با فیدان دیدار کرد. این دیدار دو ساعت طول کشید.',
    'سرگئی لاوروف + هاکان فیدان meeting stated',
  ],
  ['باید میان روسیه و ترکیه گفت‌وگو شود.'],
  [
    'مذاکرات روسیه و ترکیه دیروز در آنکارا برگزار شد. لاوروف ابراز امیدواری کرد که دور دوم پیش از پایان ماه برگزار شود.',
    'روسیه + ترکیه talks stated',
    'روسیه + ترکیه talks expected',
  ],
  [
    'مذاکرات روسیه و ترکیه دیروز در آنکارا برگزار شد. دربارهٔ تاریخ دور دوم توضیحی داده نشد.',
    'روسیه + ترکیه talks stated',
  ],
  [
    'مذاکرات روسیه و ترکیه دیروز در آنکارا برگزار شد. لاوروف گفت: مذاکرات دشوار بود.',
    'روسیه + ترکیه talks confirmed',
  ],
  [
    'پوتین و اردوغان دیروز تلفنی گفت‌وگو کردند. لاوروف گفت که آتش‌بس پیش‌شرط هر دیداری در سطح بالاتر است.',
    'ولادیمیر پوتین + رجب طیب اردوغان phone_call stated',
    'ولادیمیر پوتین + رجب طیب اردوغان meeting conditional',
  ],
  [
    'قرار است پوتین فردا به آنکارا سفر کند. دستور کار این سفر روشن نیست.',
    'ولادیمیر پوتین + ترکیه visit expected',
  ],
  [
    'لاوروف و فیدان فردا در حاشیهٔ نشست امنیت مونیخ با یکدیگر دیدار خواهند کرد.',
    'سرگئی لاوروف + هاکان فیدان meeting expected',
  ],
  [
    'پوتین و اردوغان اعلام کردند که دیروز در گفت‌وگوی تلفنی با هم به توافق رسیده‌اند.',
    'ولادیمیر پوتین + رجب طیب اردوغان phone_call confirmed',
  ],
  ['دور دوم انتخابات روسیه جمعه برگزار شد. ترکیه نتیجه را پذیرفت.'],
];

for (const [text, ...contacts] of TOLD) {
  test(`findContacts() reads «${text}»`, () => {
    assert.deepEqual(shown(text), contacts);
    assert.deepEqual(shown(text.replaceAll('\u200c', '')), contacts, 'without half-spaces');
  });
}
