import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SECTIONS } from '../model/section.js';
import { sectionOf } from './section_of.js';

const cases: readonly [readonly string[], string | undefined][] = [
  [['بینالملل'], 'world'],
  [['بین‌الملل', 'اروپا'], 'world'],
  [['ورزش', 'جهان'], 'sport'],
  [['صفحه اصلی', 'اقتصادی', 'بورس'], 'economy'],
  [['اخبار ورزشي'], 'sport'],
  [['استان‌ها', 'گلستان'], 'society'],
  [['گوناگون'], undefined],
  [[], undefined],
];
for (const [category, expected] of cases) {
  test(`sectionOf() puts «${category.join(' › ')}» under ${expected ?? 'no section'}`, () => {
    assert.equal(sectionOf(category), expected);
    assert.ok(expected === undefined || SECTIONS.some((section) => section.slug === expected));
  });
}
