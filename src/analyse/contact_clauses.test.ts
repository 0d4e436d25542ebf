import assert from 'node:assert/strict';
import { test } from 'node:test';
import { shown } from './test_contact_world.js';

const PUTIN_ERDOGAN = 'ولادیمیر پوتین + رجب طیب اردوغان';

const TOLD: readonly (readonly [text: string, ...contacts: string[]])[] = [
  ['لاوروف پس از آنکه پوتین با اردوغان دیدار کرد، به مسکو رفت.', `${PUTIN_ERDOGAN} meeting stated`],
  ['لاوروف، پیش از آنکه پوتین با اردوغان دیدار کند، سکوت کرده بود.', `${PUTIN_ERDOGAN} meeting expected`],
  ['لاوروف نگران است پوتین با اردوغان دیدار کند.', `${PUTIN_ERDOGAN} meeting expected`],
  [
    'لاوروف تعرفه‌ها را بالا برد و پوتین، رئیس‌جمهور روسیه، با اردوغان دیدار کرد.',
    `${PUTIN_ERDOGAN} meeting stated`,
  ],
  ['لاوروف قرار است با فیدان دیدار کند.', 'سرگئی لاوروف + هاکان فیدان meeting expected'],
  ['در مرز میان ایران و ترکیه نشست فرماندهان برگزار شد.'],
  ['نبرد میان ایران و آمریکا محور گفت‌وگوها بود.'],
  ['روابط میان ایران و ترکیه پس از گفت‌وگوهای آنکارا بهبود یافت.'],
];

for (const [text, ...contacts] of TOLD) {
  test(`findContacts() takes the parties of the contact's own clause in «${text}»`, () => {
    assert.deepEqual(shown(text), contacts);
  });
}
