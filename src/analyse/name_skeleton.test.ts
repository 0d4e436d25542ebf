import assert from 'node:assert/strict';
import { test } from 'node:test';
import { skeletonOf } from './name_skeleton.js';

const SAME = [
  ['اوشاکوف', 'یوشاکاف'],
  ['زلنسکی', 'زلینسکی'],
  ['دیمیتری', 'دمیتری'],
  ['طالبانی', 'تالبانی'],
  ['غفوری', 'قفوری'],
] as const;

for (const [one, other] of SAME) {
  test(`skeletonOf takes «${one}» and «${other}» for one`, () => {
    assert.ok(skeletonOf(one));
    assert.equal(skeletonOf(one), skeletonOf(other));
  });
}

test('skeletonOf keeps v-sounds and f apart, and short names without skeleton', () => {
  assert.notEqual(skeletonOf('لاوروف'), skeletonOf('لافروف'));
  assert.equal(skeletonOf('ری'), undefined);
});
