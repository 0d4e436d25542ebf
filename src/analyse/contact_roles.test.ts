import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cut } from '../model/span.js';
import { ROLE_DEEDS, ROLE_MARKERS } from './contact_role_rules.js';
import { contactsIn } from './test_contact_world.js';

/** «ترکیه: mediator» of all contacts, with the rule where it is asked for. */
function parts(text: string): readonly string[] {
  return contactsIn(text).flatMap(({ roles }) => roles.map(({ part, name }) => `${name}: ${part}`));
}

for (const rule of [...ROLE_MARKERS, ...Object.values(ROLE_DEEDS)]) {
  test(`readRoles() finds who has a part in «${rule.example}» by ${rule.id} and nobody in «${rule.counterExample}»`, () => {
    const contacts = contactsIn(rule.example);
    assert.equal(contacts.length, 1);
    const found = contacts.flatMap(({ roles }) => roles).filter(({ evidence }) => evidence.rule === rule.id);
    assert.deepEqual(
      found.map(({ part }) => part),
      [rule.part],
    );
    const [role] = found;
    assert.ok(role && role.evidence.span.end > role.evidence.span.start);
    assert.ok(rule.example.includes(cut(rule.example, role.evidence.span)));
    const others = contactsIn(rule.counterExample).flatMap(({ roles }) => roles);
    assert.deepEqual(
      others.filter(({ evidence }) => evidence.rule === rule.id),
      [],
    );
  });
}

const TOLD: readonly (readonly [text: string, contact: string, ...parts: string[]])[] = [
  [
    'مذاکرات غیرمستقیم ایران و آمریکا با میانجیگری عمان در مسقط برگزار شد.',
    'ایران + آمریکا',
    'عمان: mediator',
  ],
  ['ایران و آمریکا با وساطت عمان و قطر مذاکره کردند.', 'ایران + آمریکا', 'عمان: mediator', 'قطر: mediator'],
  ['دور سوم مذاکرات ایران و آمریکا به میزبانی قطر برگزار شد.', 'ایران + آمریکا', 'قطر: host'],
  ['لاوروف و فیدان به ابتکار طرف ترک دیدار کردند.', 'سرگئی لاوروف + هاکان فیدان', 'ترکیه: initiator'],
  [
    'لاوروف و فیدان دیروز تلفنی گفت‌وگو کردند. این گفت‌وگو به درخواست آنکارا انجام شد.',
    'سرگئی لاوروف + هاکان فیدان',
    'ترکیه: initiator',
  ],
  ['فیدان دیشب به لاوروف تلفن زد.', 'هاکان فیدان + سرگئی لاوروف', 'هاکان فیدان: initiator'],
  [
    'ایران از طریق سفارت سوئیس به آمریکا پیام داد.',
    'ایران + آمریکا',
    'سفارت سوئیس: mediator',
    'ایران: initiator',
  ],
  ['ایران از طریق میانجی‌های قطری به آمریکا پیام داد.', 'ایران + آمریکا', 'قطر: mediator', 'ایران: initiator'],
  ['قطر پیام آمریکا را به ایران رساند.', 'آمریکا + ایران', 'قطر: mediator', 'آمریکا: initiator'],
  ['ایران و آمریکا از طریق عمان پیام رد و بدل کردند.', 'ایران + آمریکا', 'عمان: mediator'],
  ['اردوغان پیامی از پوتین دریافت کرد.', 'ولادیمیر پوتین + رجب طیب اردوغان', 'ولادیمیر پوتین: initiator'],
  ['عمان میزبان مذاکرات ایران و آمریکا بود.', 'ایران + آمریکا', 'عمان: host'],
  ['لاوروف در مسکو میزبان فیدان بود.', 'سرگئی لاوروف + هاکان فیدان', 'سرگئی لاوروف: host'],
  ['لاوروف به دعوت فیدان به ترکیه سفر کرد.', 'سرگئی لاوروف + ترکیه', 'هاکان فیدان: initiator'],
  ['مذاکرات ایران و آمریکا دیروز در عمان برگزار شد.', 'ایران + آمریکا'],
  ['فیدان در دیدار با لاوروف از میانجیگری قطر قدردانی کرد.', 'هاکان فیدان + سرگئی لاوروف'],
  ['لاوروف و فیدان دربارهٔ میزبانی نشست سه‌جانبه مذاکره کردند.', 'سرگئی لاوروف + هاکان فیدان'],
];

for (const [text, contact, ...expected] of TOLD) {
  test(`findContacts() gives parts and parties of «${text}»`, () => {
    for (const printed of [text, text.replaceAll('\u200c', '')]) {
      const contacts = contactsIn(printed).map(({ actors }) => actors.map(({ name }) => name).join(' + '));
      assert.deepEqual(contacts, [contact]);
      assert.deepEqual([...parts(printed)].sort(), [...expected].sort());
    }
  });
}

test('findContacts() makes no contact with a mediator alone', () => {
  for (const text of [
    'ایران از میانجیگری عمان استقبال کرد.',
    'عمان آمادهٔ میانجیگری است.',
    'مذاکرات با میانجیگری عمان ادامه دارد.',
  ])
    assert.deepEqual(contactsIn(text), [], text);
});
