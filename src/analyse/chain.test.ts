import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { AnalyseInput } from '../model/analysis.js';
import type { AttributionHop } from '../model/attribution.js';
import type { Outlet } from '../model/outlet.js';
import { parseRegistry } from '../sources/registry.js';
import { ANONYMOUS_RULES } from './anonymous_sources.js';
import { BYLINE_RULES } from './byline_source.js';
import { findChain } from './chain.js';
import { CHAINS } from './chain_cases.data.js';
import { CHAIN_RULES } from './chain_rules.js';
import { readDocument } from './document.js';
import { TRAILING_RULES } from './trailing_credits.js';

const OUTLETS: readonly Partial<Outlet>[] = [
  { id: 'isna', name: 'ایسنا', domains: ['isna.example'], country: 'IR' },
  { id: 'irna', name: 'ایرنا', domains: ['irna.example'], country: 'IR' },
  { id: 'pana', name: 'پانا', domains: ['pana.example'], country: 'IR' },
  { id: 'fars', name: 'فارس', aliases: ['خبرگزاری فارس'], country: 'IR' },
  { id: 'mehr', name: 'مهر', aliases: ['خبرگزاری مهر'], country: 'IR' },
  { id: 'iran', name: 'ایران', aliases: ['روزنامه ایران'], country: 'IR' },
  { id: 'ana', name: 'آنا', aliases: ['خبرگزاری آنا'], country: 'IR' },
  { id: 'abna', name: 'ابنا', country: 'IR' },
  { id: 'moaser', name: 'راهبرد معاصر', domains: ['moaser.example'], country: 'IR' },
  { id: 'reuters', name: 'رویترز', country: 'GB' },
  { id: 'kommersant', name: 'کامرسنت', country: 'RU' },
  { id: 'ria', name: 'ریانووستی', country: 'RU' },
  { id: 'bloomberg', name: 'بلومبرگ', country: 'US' },
  { id: 'mayadeen', name: 'المیادین', country: 'LB' },
  { id: 'post', name: 'واشنگتن پست', country: 'US' },
];
const registry = parseRegistry([{ name: 'test', json: { outlets: OUTLETS } }]).value;
assert.ok(registry);
const context = { registry };

function chainOf(text: string, rest: Omit<AnalyseInput, 'text'> = {}): readonly AttributionHop[] {
  return findChain(readDocument({ text, ...rest }), context);
}

function written(hops: readonly AttributionHop[]): string {
  return hops
    .map(({ relation, anonymous, outlet, name }) => `${relation} ${anonymous ? '?' : (outlet ?? name)}`)
    .join(' < ');
}

const RULES = [...CHAIN_RULES, ...ANONYMOUS_RULES, ...TRAILING_RULES, ...BYLINE_RULES];

test('every rule of the chain has an id of its own', () => {
  assert.equal(new Set(RULES.map(({ id }) => id)).size, RULES.length);
});

for (const { id, example, counterexample } of RULES) {
  test(`findChain() reads ${id} in its example alone`, () => {
    const rules = (text: string) => chainOf(text).map(({ evidence }) => evidence?.rule);
    assert.ok(rules(example).includes(id), `${id} reads ${written(chainOf(example))} in «${example}»`);
    assert.ok(!rules(counterexample).includes(id), `${id} reads something in «${counterexample}»`);
  });
}

for (const [what, text, outlet, chain] of CHAINS) {
  test(`findChain() reads ${what}`, () => {
    assert.equal(written(chainOf(text, outlet === undefined ? {} : { outlet })), chain);
  });

  test(`findChain() reads ${what} without half-spaces as well`, () => {
    assert.equal(
      written(chainOf(text.replaceAll('\u200c', ''), outlet === undefined ? {} : { outlet })),
      chain.replaceAll('\u200c', ''),
    );
  });
}

test('findChain() cuts the names out of the text', () => {
  const text = 'به گزارش ايسنا به نقل از خبرگزاری «رویترز»، توافق شد.\nمنبع: فارس';
  const cuts = chainOf(text).map(
    ({ evidence }) => evidence && text.slice(evidence.span.start, evidence.span.end),
  );
  assert.deepEqual(cuts, ['ايسنا', 'فارس', 'خبرگزاری «رویترز»']);
});

test('findChain() reads the credit right behind the body that may be read, and nothing else there', () => {
  const text = 'پسکوف رد نکرد.\nمنبع: رویترز\nبه گزارش بلومبرگ، بازار آرام است.';
  const parts = [{ role: 'body' as const, start: 0, end: 14 }];
  assert.equal(written(chainOf(text, { parts, outlet: 'isna' })), 'publisher isna < original reuters');
});

test('findChain() joins the lede that names a wire and the formula behind it', () => {
  const lede = 'ایرنا نوشت: دو رئیس ستاد گفت‌وگو کردند.';
  const text = `${lede}\nبه گزارش خبرگزاری رویترز، آنان از مرز گفتند.`;
  const parts = [
    { role: 'lede' as const, start: 0, end: lede.length },
    { role: 'body' as const, start: lede.length + 1, end: text.length },
  ];
  assert.equal(
    written(chainOf(text, { parts, outlet: 'isna' })),
    'publisher isna < via irna < original reuters',
  );
});

test('findChain() gives teasers no sources', () => {
  const text = 'به گزارش رویترز، توافق شد.';
  const parts = [{ role: 'teaser' as const, start: 0, end: text.length }];
  assert.equal(written(chainOf(text, { parts, outlet: 'isna' })), 'publisher isna');
});

test('findChain() puts the outlet that a post was forwarded from between', () => {
  const document = readDocument({ text: 'یک مقام به خبرنگار ایسنا گفت که توافق شد.', outlet: 'moaser' });
  assert.equal(
    written(findChain(document, { ...context, forwardedFrom: 'isna' })),
    'publisher moaser < via isna < cited ?',
  );
});

test('findChain() names no forwarded outlet twice', () => {
  const document = readDocument({ text: 'به گزارش ایسنا، توافق شد.', outlet: 'moaser' });
  assert.equal(
    written(findChain(document, { ...context, forwardedFrom: 'isna' })),
    'publisher moaser < original isna',
  );
});
