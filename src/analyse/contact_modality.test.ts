import assert from 'node:assert/strict';
import { test } from 'node:test';
import { MODALITY_RULES } from './contact_modality_rules.js';
import { contactsIn } from './test_contact_world.js';

/** Of rules that say something of the truth of a contact: a sentence that they read, and one like it that they do not. */
const EXAMPLES: readonly (readonly [rule: string, example: string, counterExample: string])[] = [
  ['called-off', 'سفر لاوروف به ترکیه لغو شد.', 'سفر لاوروف به ترکیه آغاز شد.'],
  ['refused', 'پوتین درخواست دیدار با اردوغان را رد کرد.', 'پوتین درخواست دیدار با اردوغان را مطرح کرد.'],
  ['invited', 'لاوروف دعوت برای سفر به ترکیه را پذیرفت.', 'لاوروف دعوت برای سفر به ترکیه را نپذیرفت.'],
  ['not-ruled-out', 'کرملین دیدار پوتین با اردوغان را رد نکرد.', 'کرملین دیدار پوتین با اردوغان را رد کرد.'],
  ['denied', 'کرملین دیدار پوتین با اردوغان را تکذیب کرد.', 'کرملین دیدار پوتین با اردوغان را تکذیب نکرد.'],
  [
    'confirmed',
    'کرملین دیدار پوتین با اردوغان را تأیید کرد.',
    'کرملین دیدار پوتین با اردوغان را تأیید نکرد.',
  ],
  ['conditional', 'پوتین در صورت آتش‌بس با اردوغان دیدار می‌کند.', 'پوتین با اردوغان دیدار می‌کند.'],
  ['refused-to', 'پوتین حاضر نشد با اردوغان دیدار کند.', 'پوتین حاضر شد با اردوغان دیدار کند.'],
  [
    'without',
    'لاوروف بدون دیدار با فیدان آنکارا را ترک کرد.',
    'لاوروف پس از دیدار با فیدان آنکارا را ترک کرد.',
  ],
  ['rumour', 'گمانه‌زنی‌ها درباره دیدار پوتین با اردوغان بالا گرفت.', 'پوتین با اردوغان دیدار کرد.'],
  ['possible', 'پوتین ممکن است با اردوغان دیدار کند.', 'پوتین با اردوغان دیدار خواهد کرد.'],
  ['offered', 'پوتین آماده دیدار با اردوغان است.', 'پوتین از دیدار با اردوغان راضی است.'],
  ['negated', 'پوتین با اردوغان دیدار نکرده است.', 'پوتین با اردوغان دیدار کرده است.'],
  ['purpose', 'لاوروف برای دیدار با فیدان به آنکارا رفت.', 'لاوروف پس از دیدار با فیدان به آنکارا رفت.'],
  ['planned', 'پوتین فردا با اردوغان دیدار خواهد کرد.', 'پوتین دیروز با اردوغان دیدار کرد.'],
  ['happened', 'پوتین با اردوغان دیدار کرد.', 'پوتین با اردوغان دیدار خواهد کرد.'],
  [
    'announced',
    'وزارت خارجه از دیدار لاوروف و فیدان خبر داد.',
    'وزارت خارجه دیدار لاوروف و فیدان را تکذیب کرد.',
  ],
  ['taken-for-granted', 'لاوروف در دیدار با فیدان بر صلح تأکید کرد.', 'لاوروف با فیدان دیدار کرد.'],
];

function rulesOf(text: string): readonly string[] {
  return contactsIn(text).flatMap(({ voices }) =>
    voices.map(({ evidence }) => evidence.rule.split('+').at(-1) ?? ''),
  );
}

for (const [name, example, counterExample] of EXAMPLES) {
  const id = `modality/${name}`;
  test(`${id} reads «${example}» and not «${counterExample}»`, () => {
    assert.ok(MODALITY_RULES.some((rule) => rule.id === id));
    assert.ok(rulesOf(example).includes(id), rulesOf(example).join());
    assert.ok(!rulesOf(counterExample).includes(id), rulesOf(counterExample).join());
  });
}

/** What is only spoken about, or not yet settled, is no contact and has no rule to show. */
for (const text of [
  'دیدار پوتین با اردوغان ضروری است.',
  'دیدار با اردوغان در دستور کار پوتین نیست.',
  'زمان دیدار پوتین و اردوغان هنوز مشخص نشده است.',
  'کرملین دیدار پوتین با اردوغان را تأیید نکرد.',
]) {
  test(`findContacts() takes no contact from «${text}»`, () => {
    assert.deepEqual(rulesOf(text), []);
  });
}
