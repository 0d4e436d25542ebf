import assert from 'node:assert/strict';
import { test } from 'node:test';
import { keyOf } from '../persian/keys.js';
import { GOVERNORS, governorOf } from './contact_governed.js';
import { shown } from './test_contact_world.js';

/** What stands before «مذاکر…» in a text. */
function beforeTalks(text: string): string {
  return ` ${keyOf(text)} `.split('مذاکر')[0] ?? '';
}

for (const { id, example, counterExample } of GOVERNORS) {
  test(`governorOf() finds ${id} in «${example}» and none in «${counterExample}»`, () => {
    assert.equal(governorOf(beforeTalks(example))?.id, id);
    assert.equal(governorOf(beforeTalks(counterExample)), undefined);
  });
}

const PUTIN_ERDOGAN = 'ولادیمیر پوتین + رجب طیب اردوغان';

const TOLD: readonly (readonly [text: string, ...contacts: string[]])[] = [
  // The verb and its time are those of the word that governs the noun.
  ['لاوروف فردا درباره مذاکرات با ترکیه سخن خواهد گفت.', 'روسیه + ترکیه talks stated'],
  ['لاوروف قرار است درباره روند مذاکرات با ترکیه گزارش دهد.', 'روسیه + ترکیه talks stated'],
  ['لاوروف تلاش می‌کند مسئولیت پرونده مذاکره با ترکیه را برعهده بگیرد.'],
  ['لاوروف درباره تفاهم‌نامه روسیه با ترکیه گفت‌وگو کرد.'],
  ['لاوروف در مذاکرات جاری خود با فیدان پیشنهادی خواهد داد.', 'سرگئی لاوروف + هاکان فیدان talks stated'],
  [
    'لاوروف برای ازسرگیری مذاکرات با فیدان وارد آنکارا شد.',
    'سرگئی لاوروف + هاکان فیدان talks expected',
    'سرگئی لاوروف + ترکیه visit stated',
  ],
  // Whose intent it is, and who is sent.
  ['لاوروف از آمادگی پوتین برای دیدار با اردوغان خبر داد.', `${PUTIN_ERDOGAN} meeting offered`],
  [
    'پوتین وزیر خارجه خود، سرگئی لاوروف، را برای مذاکره با فیدان به آنکارا اعزام می‌کند.',
    'سرگئی لاوروف + هاکان فیدان talks expected',
  ],
  // What is called off, refused, untrue, brought about.
  ['پوتین گفت لاوروف دیگر به ترکیه سفر نخواهد کرد.', 'سرگئی لاوروف + ترکیه visit not_occurred'],
  ['پسکوف گفت گزارش‌ها درباره تماس تلفنی پوتین و اردوغان صحت ندارد.', `${PUTIN_ERDOGAN} phone_call denied`],
  ['بحران اخیر باعث شد پوتین و اردوغان با یکدیگر صحبت کنند.', `${PUTIN_ERDOGAN} talks stated`],
  ['پسکوف این احتمال را رد نکرد که پوتین با اردوغان دیدار کند.', `${PUTIN_ERDOGAN} meeting not_ruled_out`],
  ['ترکیه از برقراری تماس میان روسیه و آمریکا حمایت می‌کند.'],
  [
    'لاوروف این شرط را داشت که زود برود تا برای دیدار با فیدان در آنکارا باشد.',
    'سرگئی لاوروف + هاکان فیدان meeting expected',
  ],
  [
    'پسکوف از دیدار قریب‌الوقوع پوتین با اردوغان خبر داد. پوتین برگزاری دیدار با اردوغان را یک پیروزی می‌داند.',
    `${PUTIN_ERDOGAN} meeting expected`,
  ],
  [
    'پسکوف گفت گزارش‌ها درباره تماس تلفنی آمریکا و ایران صحت ندارد. این گزارش‌ها مدعی بودند تماسی میان آمریکا و ایران صورت گرفته است.',
    'آمریکا + ایران phone_call claimed',
  ],
  ['لاوروف برای دیدار با فیدان به آنکارا سفر نخواهد کرد.', 'سرگئی لاوروف + هاکان فیدان meeting not_occurred'],
  ['دور جدیدی از مذاکرات میان روسیه و ترکیه احتمالاً هفته آینده برگزار شود.', 'روسیه + ترکیه talks expected'],
  [
    'درگیری میان روسیه و ترکیه پس از دیدار لاوروف با فیدان آغاز شد.',
    'سرگئی لاوروف + هاکان فیدان meeting stated',
  ],
  [
    'پسکوف از درخواست ترکیه برای نشست با مقام‌های روسیه خبر داد و گفت: «آنها درخواست این نشست را مطرح کردند.»',
    'ترکیه + روسیه meeting offered',
  ],
  [
    'پسکوف از لغو سفر لاوروف به ترکیه برای ادامه مذاکرات با فیدان خبر داد.',
    'سرگئی لاوروف + ترکیه visit not_occurred',
    'سرگئی لاوروف + هاکان فیدان talks not_occurred',
  ],
  [
    'مذاکرات روسیه و ترکیه ادامه دارد. پوتین گفت: «برای این گفت‌وگوها عجله‌ای نداریم.»',
    'روسیه + ترکیه talks stated',
  ],
  // Of whom an office is, where nobody says it.
  ['رقابت میان روسیه و ترکیه در دیدار وزیران بررسی شد.'],
  ['لاوروف گفت که علاوه بر جلسه پتروف با مقام‌های دفاعی کشور، نشست دیگری هم بود. روسیه و ترکیه همسایه‌اند.'],
];

for (const [text, ...contacts] of TOLD) {
  test(`findContacts() reads what a noun depends on in «${text}»`, () => {
    assert.deepEqual(shown(text), contacts);
  });
}
