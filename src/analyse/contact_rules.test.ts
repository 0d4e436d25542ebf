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

const PUTIN_ERDOGAN = 'ولادیمیر پوتین + رجب طیب اردوغان';
const LAVROV_FIDAN = 'سرگئی لاوروف + هاکان فیدان';

/** Trigger, modality, negation and tense in turn, as the press words them. */
const WORDED: readonly (readonly [text: string, ...contacts: string[]])[] = [
  ['دیدار محرمانهٔ پوتین و اردوغان تکذیب شد.', `${PUTIN_ERDOGAN} meeting not_occurred`],
  ['ادعای گفت‌وگوی تلفنی پوتین و اردوغان کذب است.', `${PUTIN_ERDOGAN} phone_call not_occurred`],
  ['خبر دیدار پوتین با اردوغان صحت ندارد.', `${PUTIN_ERDOGAN} meeting not_occurred`],
  ['لاوروف گفت که پوتین قرار نیست با اردوغان دیدار کند.', `${PUTIN_ERDOGAN} meeting denied`],
  ['پوتین قصد ندارد با اردوغان دیدار کند.', `${PUTIN_ERDOGAN} meeting not_occurred`],
  ['پوتین بدون دیدار با اردوغان آنکارا را ترک کرد.', `${PUTIN_ERDOGAN} meeting not_occurred`],
  ['ایران از مذاکرهٔ مستقیم با آمریکا خودداری می‌کند.', 'ایران + آمریکا talks not_occurred'],
  ['لاوروف از احتمال ازسرگیری مذاکرات با ترکیه خبر داد.', 'روسیه + ترکیه talks not_ruled_out'],
  ['عمان می‌تواند میزبان دیدار پوتین و اردوغان باشد.', `${PUTIN_ERDOGAN} meeting speculated`],
  ['فیدان گفت دیدار پوتین و اردوغان سازنده خواهد بود.', `${PUTIN_ERDOGAN} meeting expected`],
  [
    'پیش از دیدار پوتین و اردوغان، لاوروف با فیدان تلفنی گفت‌وگو کرد.',
    `${PUTIN_ERDOGAN} meeting expected`,
    `${LAVROV_FIDAN} phone_call stated`,
  ],
  ['پسکوف: تماس تلفنی پوتین و اردوغان فعلاً در دستور کار نیست.', `${PUTIN_ERDOGAN} phone_call denied`],
  ['دیدار پوتین و اردوغان هنوز قطعی نشده است.', `${PUTIN_ERDOGAN} meeting speculated`],
  ['سفر پوتین به ترکیه قطعی شد.', 'ولادیمیر پوتین + ترکیه visit expected'],
  ['دیدار پوتین و اردوغان به تعویق افتاد.', `${PUTIN_ERDOGAN} meeting not_occurred`],
  ['دیدار پوتین و اردوغان به هفتهٔ آینده موکول شد.', `${PUTIN_ERDOGAN} meeting not_occurred`],
  ['لاوروف از سفر به ترکیه منصرف شد.', 'سرگئی لاوروف + ترکیه visit not_occurred'],
  ['لاوروف از سفر به ترکیه صرف‌نظر کرد.', 'سرگئی لاوروف + ترکیه visit not_occurred'],
  ['لاوروف سفر خود به ترکیه را لغو کرد.', 'سرگئی لاوروف + ترکیه visit not_occurred'],
  ['لاوروف دعوت فیدان برای سفر به ترکیه را پذیرفت.', 'سرگئی لاوروف + ترکیه visit expected'],
  ['مسکو درخواست آنکارا برای دیدار سران دو کشور را نپذیرفت.', `${PUTIN_ERDOGAN} meeting not_occurred`],
  ['اردوغان خواستار دیدار با پوتین شد.', 'رجب طیب اردوغان + ولادیمیر پوتین meeting offered'],
  ['لاوروف خواستار مذاکرهٔ ایران و آمریکا شد.'],
  ['پوتین اعلام کرد آمادهٔ دیدار با اردوغان است.', `${PUTIN_ERDOGAN} meeting offered`],
  ['لاوروف پیشنهاد کرد پوتین و اردوغان دیدار کنند.', `${PUTIN_ERDOGAN} meeting offered`],
  ['فیدان گفت بعید است پوتین و اردوغان دیدار کنند.', `${PUTIN_ERDOGAN} meeting denied`],
  ['سخنگو نگفت که پوتین با اردوغان دیدار خواهد کرد یا نه.'],
  ['آیا پوتین و اردوغان دیدار می‌کنند؟'],
  ['پوتین تماس تلفنی با اردوغان را منتفی ندانست.', `${PUTIN_ERDOGAN} phone_call not_ruled_out`],
  ['در صورت آتش‌بس ممکن است دیداری میان پوتین و اردوغان برگزار شود.', `${PUTIN_ERDOGAN} meeting conditional`],
  ['پوتین و اردوغان با هم صحبت کردند.', `${PUTIN_ERDOGAN} talks stated`],
  ['پوتین و اردوغان با هم تلفنی صحبت نکردند.', `${PUTIN_ERDOGAN} phone_call not_occurred`],
  ['پوتین گفت که با اردوغان تلفنی حرف زده است.', `${PUTIN_ERDOGAN} phone_call confirmed`],
  ['پوتین در مسکو از همتای ترک خود استقبال کرد.', `${PUTIN_ERDOGAN} meeting stated`],
  ['مقام‌های ایرانی و آمریکایی در آنکارا دیدار کردند.', 'ایران + آمریکا meeting stated'],
  ['هیئت‌های روس و ترک در آنکارا مذاکره نکردند.', 'روسیه + ترکیه talks not_occurred'],
  ['تهران دیدار مقام‌های ایرانی و آمریکایی را تکذیب کرد.', 'ایران + آمریکا meeting denied'],
  ['ایران و آمریکا پس از مذاکرات فشرده به توافق رسیدند.', 'ایران + آمریکا talks stated'],
  ['ایران و آمریکا از طریق عمان پیام مبادله می‌کنند.', 'ایران + آمریکا message stated'],
  ['لاوروف: با فیدان پیام رد و بدل می‌کنیم.', `${LAVROV_FIDAN} message confirmed`],
  ['نامهٔ پوتین از طریق عمان به ایران رسید.', 'ولادیمیر پوتین + ایران message stated'],
  ['مذاکرات ایران و آمریکا بدون نتیجه پایان یافت.', 'ایران + آمریکا talks stated'],
  ['تماس‌های مسکو و آنکارا در سطح کارشناسان ادامه دارد.', 'روسیه + ترکیه contact stated'],
  ['کانال ارتباطی مسکو و آنکارا همچنان باز است.', 'روسیه + ترکیه channel stated'],
  ['لاوروف و فیدان در آنکارا دیدار کردند. نشست مذکور دو ساعت طول کشید.', `${LAVROV_FIDAN} meeting stated`],
];

for (const [text, ...contacts] of WORDED) {
  test(`findContacts() understands «${text}»`, () => {
    assert.deepEqual(shown(text), contacts);
    assert.deepEqual(shown(text.replaceAll('\u200c', '')), contacts, 'without half-spaces');
  });
}

test('findContacts() never dates what is to come into the past', () => {
  // 12 May 2024 is a Sunday.
  const day = (text: string): string | undefined => contactsIn(text)[0]?.when?.iso;
  assert.equal(day('پوتین و اردوغان جمعه دیدار می‌کنند.'), '2024-05-17');
  assert.equal(day('پوتین و اردوغان جمعه دیدار کردند.'), '2024-05-10');
});

for (const [text, ...contacts] of TOLD) {
  test(`findContacts() reads «${text}»`, () => {
    assert.deepEqual(shown(text), contacts);
    assert.deepEqual(shown(text.replaceAll('\u200c', '')), contacts, 'without half-spaces');
  });
}
