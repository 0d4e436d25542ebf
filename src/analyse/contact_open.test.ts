import assert from 'node:assert/strict';
import { test } from 'node:test';
import { contactsIn } from './test_contact_world.js';

const CASES: readonly (readonly [what: string, text: string, open: readonly string[]])[] = [
  [
    'the presidents together, in an article about one state',
    'دیمیتری پسکوف، سخنگوی کرملین، گفت که روسیه خبر تماس تلفنی رؤسای‌جمهور را رد نمی‌کند.',
    ['ولادیمیر پوتین phone_call not_ruled_out'],
  ],
  [
    'two states',
    'پسکوف امروز در مسکو گفت: کانال ارتباطی میان دو کشور باز است. روسیه چیز دیگری نمی‌گوید.',
    ['روسیه channel confirmed'],
  ],
  [
    'both sides somewhere in the article',
    'پسکوف گفت که پوتین و اردوغان دیروز تلفنی گفت‌وگو کردند. او افزود که تماس رؤسای‌جمهور سازنده بود.',
    [],
  ],
  [
    'a stranger who speaks of two others',
    'لاوروف در مسکو گفت که روسیه از گفت‌وگوی ایران و آمریکا خبر دارد و دو کشور دیدار خواهند کرد.',
    [],
  ],
  ['a plain noun of many', 'پسکوف گفت: دیدارهای خوبی انجام شد. روسیه راضی است.', []],
  ['no contact at all', 'پسکوف گفت که رؤسای‌جمهور روسیه همیشه از مسکو سخن گفته‌اند.', []],
];

for (const [what, text, open] of CASES) {
  test(`findContacts() on ${what}`, () => {
    const found = contactsIn(text).filter(({ isOpen }) => isOpen);
    assert.deepEqual(
      found.map(
        ({ actors, kind, status }) => `${actors.map(({ name }) => name).join('+')} ${kind} ${status}`,
      ),
      open,
    );
  });
}
