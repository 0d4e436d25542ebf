import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type Claim, pairOf, positionOf } from './claim_pairs.js';
import { claimStems, rarestWords, soughtWords } from './claim_search.js';

/** Who says what; the rest is given where it matters. */
function claim(id: string, by: string, given: Partial<Claim> & { readonly content: string }): Claim {
  return {
    ...{
      id,
      articleId: id.charCodeAt(0),
      act: 'assert',
      stance: 'affirm',
      verb: 'گفت',
      rule: 'content/that',
    },
    ...{ at: '2025-12-15T06:00:00Z', saidAt: '2025-12-15T06:00:00Z', targetId: null, nestedIn: null },
    speaker: { name: by, entityId: `per.${by}` },
    ...given,
  };
}

const CLAIM = claim('c', 'آرتین', {
  content: 'کاسپین سه کشتی باری آرانیا را در بندر نیلوفر توقیف کرده است',
});
const DENIAL = claim('d', 'والین', {
  ...{ act: 'deny', stance: 'deny', verb: 'تکذیب کرد' },
  content: 'خبر توقیف کشتی‌های آرانیا در بندر نیلوفر',
});
const OWN = { speaker: CLAIM.speaker, at: '2025-12-18T06:00:00Z', saidAt: '2025-12-18T06:00:00Z' };
const OPEN = { act: 'not_rule_out', stance: 'not_ruled_out', verb: 'رد نکرد' } as const;
const NEGATED = { stance: 'deny', verb: 'گفت' } as const;

for (const [what, one, other, found] of [
  ['a claim and its denial by somebody else', CLAIM, DENIAL, 'opposed pair/denied-words'],
  [
    'a denial that refers to the claim',
    CLAIM,
    { ...DENIAL, content: 'این گزارش', targetId: 'c' },
    'opposed pair/answers',
  ],
  [
    'a claim inside its own denial',
    { ...CLAIM, rule: 'claimed/claim', nestedIn: 'd', content: 'توقیف کشتی‌ها' },
    { ...DENIAL, content: 'ادعای آرتین مبنی بر توقیف کشتی‌ها' },
    'opposed pair/denied-claim',
  ],
  [
    'other words inside what is denied',
    { ...CLAIM, nestedIn: 'd', content: 'توقیف کشتی‌ها' },
    { ...DENIAL, content: 'گفت توقیف کشتی‌ها' },
    undefined,
  ],
  ['one speaker who denies what he said', CLAIM, { ...DENIAL, ...OWN }, 'changed pair/denied-words'],
  [
    'one speaker who no longer rules out',
    DENIAL,
    { ...DENIAL, ...OPEN, ...OWN, id: 'e', articleId: 9 },
    undefined,
  ],
  [
    'one speaker who denied and now leaves open',
    { ...DENIAL, speaker: CLAIM.speaker },
    { ...DENIAL, ...OPEN, ...OWN, id: 'e', articleId: 9 },
    'changed pair/denied-words',
  ],
  ['one speaker in one article', CLAIM, { ...DENIAL, ...OWN, articleId: CLAIM.articleId }, undefined],
  ['one speech in two reports', CLAIM, { ...DENIAL, ...OWN, at: '2025-12-15T09:00:00Z' }, undefined],
  ['one speaker on a page without a time', CLAIM, { ...DENIAL, ...OWN, saidAt: null }, undefined],
  ['two speakers of whom one leaves open', CLAIM, { ...DENIAL, ...OPEN }, undefined],
  ['a refusal', CLAIM, { ...DENIAL, act: 'reject_proposal' as const }, undefined],
  ['a claim of what was not', { ...CLAIM, content: `${CLAIM.content} که درست نیست` }, DENIAL, undefined],
  [
    'a thing that is turned down',
    { ...CLAIM, content: 'توافق آتش‌بس میان آرانیا و کاسپین امضا شد' },
    { ...DENIAL, verb: 'رد کرد', content: 'توافق آتش‌بس آرانیا و کاسپین' },
    undefined,
  ],
  [
    'what is condemned',
    { ...CLAIM, act: 'condemn' as const, content: 'توقیف کشتی‌های آرانیا در بندر نیلوفر' },
    DENIAL,
    undefined,
  ],
  [
    'somebody who tells of the denial',
    { ...CLAIM, content: 'والین خبر توقیف کشتی‌های آرانیا در بندر نیلوفر را رد کرده است' },
    { ...DENIAL, speaker: { name: 'سخنگو', entityId: null } },
    undefined,
  ],
  ['a thing that is refused', CLAIM, { ...DENIAL, content: 'ارائه این تسهیلات', targetId: 'c' }, undefined],
  ['another event', CLAIM, { ...DENIAL, content: DENIAL.content.replace('توقیف', 'رهایی') }, undefined],
  ['another subject', { ...CLAIM, content: 'بندر نیلوفر آرانیا فردا باز می‌شود' }, DENIAL, undefined],
  [
    'other numbers',
    { ...CLAIM, content: 'کاسپین ۳ کشتی آرانیا را در بندر نیلوفر توقیف کرد' },
    { ...DENIAL, content: 'خبر توقیف ۵ کشتی آرانیا در بندر نیلوفر' },
    undefined,
  ],
  ['a claim of another season', { ...CLAIM, at: '2025-06-15T06:00:00Z' }, DENIAL, undefined],
  [
    'a sentence and its negation',
    claim('c', 'آرتین', { content: 'با کاسپین دربارهٔ بندر نیلوفر مذاکره می‌کنیم' }),
    claim('d', 'والین', { ...NEGATED, content: 'با کاسپین دربارهٔ بندر نیلوفر مذاکره نمی‌کنیم' }),
    'opposed pair/negated-clause',
  ],
  [
    'a negated sentence of another person',
    claim('c', 'آرتین', { content: 'کاسپین دربارهٔ بندر نیلوفر مذاکره می‌کند' }),
    claim('d', 'والین', { ...NEGATED, content: 'با کاسپین دربارهٔ بندر نیلوفر مذاکره نمی‌کنیم' }),
    undefined,
  ],
  [
    'a negated sentence of another time',
    claim('c', 'آرتین', { content: 'با کاسپین دربارهٔ بندر نیلوفر مذاکره کردیم' }),
    claim('d', 'والین', { ...NEGATED, content: 'با کاسپین دربارهٔ بندر نیلوفر مذاکره نخواهیم کرد' }),
    undefined,
  ],
  [
    'another verb beside the same words',
    claim('c', 'آرتین', { content: 'از بندر نیلوفر به کاسپین کشتی می‌فرستیم' }),
    claim('d', 'والین', { ...NEGATED, content: 'از بندر نیلوفر به کاسپین کشتی نمی‌سازیم' }),
    undefined,
  ],
] as const) {
  test(`pairOf() with ${what} finds ${found ?? 'nothing'}, in either order`, () => {
    for (const pair of [pairOf(one, other), pairOf(other, one)]) {
      assert.equal(pair && `${pair.kind} ${pair.rule}`, found);
    }
  });
}

test('soughtWords() has a word of every group in whatever pairOf() pairs with the denial', () => {
  const words = 'توقیف کشتی آرانیا بندر نیلوفر کاسپین پرچم ملوان سواحل گمرک نفتکش لنگرگاه'.split(' ');
  fc.assert(
    fc.property(
      fc.shuffledSubarray(words, { minLength: 3 }),
      fc.shuffledSubarray(words),
      (denied, claimed) => {
        const no = { ...DENIAL, content: `خبر ${denied.join(' ')}` };
        const yes = { ...CLAIM, content: `${claimed.join(' ')} است` };
        if (pairOf(no, yes) === undefined) return;
        const stems = new Set(claimStems(yes.content));
        const groups = soughtWords(no);
        assert.ok(groups.length > 0);
        for (const group of groups)
          assert.ok(
            group.some((stem) => stems.has(stem)),
            group.join(),
          );
        assert.ok(rarestWords(groups).some((stem) => stems.has(stem)));
      },
    ),
  );
});

test('positionOf() leaves out what is to come, asked for or condemned', () => {
  const of = (act: Claim['act'], stance: Claim['stance']) => positionOf({ act, stance });
  assert.equal(of('announce', 'affirm'), 'yes');
  assert.equal(of('deny', 'deny'), 'no');
  assert.equal(of('not_rule_out', 'not_ruled_out'), 'open');
  for (const stance of ['expected', 'possible', 'conditional', 'offered', 'unknown'] as const)
    assert.equal(of('assert', stance), undefined);
  assert.equal(of('condemn', 'affirm'), undefined);
  assert.equal(of('reject_proposal', 'deny'), undefined);
});
