import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { StatementLine } from '../../store/site_statements.js';
import { findClaimPairs } from './claim_pairs.js';

function line(id: string, given: Partial<StatementLine> & { readonly by: string }): StatementLine {
  const { by, ...rest } = given;
  return {
    ...{ id, articleId: 1, version: 1, lastVersion: 1, currentVersion: 1, copies: 0, rule: 'r' },
    ...{ act: 'assert', stance: 'affirm', factuality: 'CT+', form: 'indirect' },
    ...{
      at: '2025-12-15T06:00:00Z',
      saidAt: null,
      knownAt: '2025-12-15T06:00:00Z',
      evidence: '',
      content: '',
    },
    ...{ verb: null, role: null, outletId: null, outletName: null, title: null, url: null, targetId: null },
    ...{ nestedIn: null, evidenceStart: 0, evidenceEnd: 1, contentStart: 0, contentEnd: 1 },
    speakers: [{ name: by, entityId: null, side: null, via: 'name' }],
    ...rest,
  };
}

const CLAIM = line('c', {
  by: 'بهمن آرتین',
  content: 'کاسپین سه کشتی باری آرانیا را در بندر نیلوفر توقیف کرده است',
});
const DENIAL = line('d', {
  by: 'تیمور والین',
  act: 'deny',
  stance: 'deny',
  content: 'خبر توقیف کشتی‌های آرانیا در بندر نیلوفر',
});

for (const [what, statements, found] of [
  ['a claim and its denial by somebody else', [CLAIM, DENIAL], ['words']],
  [
    'a denial that refers to the claim',
    [CLAIM, { ...DENIAL, content: 'این گزارش', targetId: 'c' }],
    ['answers'],
  ],
  ['the same speaker', [{ ...CLAIM, speakers: DENIAL.speakers }, DENIAL], []],
  ['a refusal', [CLAIM, { ...DENIAL, act: 'reject_proposal' as const }], []],
  ['a claim of what was not', [{ ...CLAIM, content: `${CLAIM.content} که درست نیست` }, DENIAL], []],
  ['a thing that is refused', [CLAIM, { ...DENIAL, content: 'ارائه این تسهیلات', targetId: 'c' }], []],
  ['another event', [CLAIM, { ...DENIAL, content: DENIAL.content.replace('توقیف', 'رهایی') }], []],
  ['another subject', [{ ...CLAIM, content: 'بندر نیلوفر آرانیا فردا باز می‌شود' }, DENIAL], []],
  ['a claim of another season', [{ ...CLAIM, at: '2025-06-15T06:00:00Z' }, DENIAL], []],
] as const) {
  test(`findClaimPairs() with ${what} finds ${found.length}`, () => {
    assert.deepEqual(
      findClaimPairs(statements).map(({ why }) => why),
      found,
    );
  });
}
