import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { AnalyseInput } from '../model/analysis.js';
import type { AttributionHop } from '../model/attribution.js';
import type { Outlet } from '../model/outlet.js';
import { parseRegistry } from '../sources/registry.js';
import { ANONYMOUS_RULES } from './anonymous_sources.js';
import { BYLINE_RULES } from './byline_source.js';
import { findChain } from './chain.js';
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

const CHAINS: readonly (readonly [what: string, text: string, outlet: string | undefined, chain: string])[] =
  [
    [
      'the formula with commas',
      'به گزارش ایسنا، به نقل از رویترز، توافق شد.',
      undefined,
      'publisher isna < original reuters',
    ],
    [
      'a formula without commas',
      'به گزارش راهبرد معاصر روزنامه کامرسنت با استناد به منابعی که نامشان اعلام نشده ادعا کرده دو کشور گفت‌وگو می‌کنند.',
      'moaser',
      'publisher moaser < original kommersant < cited ?',
    ],
    [
      'a trailing wire between publisher and original',
      'به گزارش راهبرد معاصر، لاوروف سخن گفت.\nبه نوشته وبگاه «ریانووستی»، او به مسکو بازگشت./ فارس',
      'moaser',
      'publisher moaser < via fars < original ria',
    ],
    [
      'a source line alone',
      'پسکوف این خبر را رد نکرد.\nمنبع: رویترز',
      'pana',
      'publisher pana < original reuters',
    ],
    [
      'the credit behind an end mark',
      'پسکوف این خبر را رد نکرد. (ایسنا)\nانتهای پیام/',
      'pana',
      'publisher pana < via isna',
    ],
    [
      'three hops',
      'تهران (پانا) - کره شمالی خبر را رد کرد.\nبه گزارش ایسنا از خبرگزاری رویترز، سازمان ملل نگران است.',
      undefined,
      'publisher pana < via isna < original reuters',
    ],
    [
      'another outlet than the publisher',
      'به گزارش رویترز، توافق شد.',
      'isna',
      'publisher isna < original reuters',
    ],
    [
      'a foreign outlet where no publisher is known',
      'به گزارش رویترز، توافق شد.',
      undefined,
      'original reuters',
    ],
    [
      'the desk of a newsroom',
      'به گزارش خبرنگار سیاسی ایسنا در گرگان، توافق شد.',
      undefined,
      'publisher isna',
    ],
    [
      'an unknown paper behind its kind',
      'به گزارش ایسنا، روزنامهٔ لاژورد نوشت که توافق شد.',
      undefined,
      'publisher isna < original لاژورد',
    ],
    [
      'an unknown name before a comma',
      'به گزارش ایسنا به نقل از تله ترادر، بازار آرام است.',
      undefined,
      'publisher isna < original تله ترادر',
    ],
    [
      'an alias beside the name',
      'به گزارش خبرگزاری اهل بیت(ع) ـ ابنا ـ وزیر به مسکو رفت.',
      undefined,
      'publisher abna',
    ],
    [
      'a second original',
      'به گزارش ایسنا به نقل از رویترز و بلومبرگ، توافق شد.',
      undefined,
      'publisher isna < original reuters < original bloomberg',
    ],
    [
      'a person behind «نقل»',
      'به گزارش ایسنا به نقل از رضا کاوه، وزیر نیرو، سد پر شد.',
      undefined,
      'publisher isna',
    ],
    [
      'an institution behind «نقل»',
      'به گزارش ایسنا به نقل از سازمان هواشناسی، باران می‌بارد.',
      undefined,
      'publisher isna < cited سازمان هواشناسی',
    ],
    [
      'an unnamed official told a medium',
      'رئیس‌جمهور دیدار را رد نکرد.\nیک مقام فرانسوی به بلومبرگ گفت که دیدار انجام شد.',
      'isna',
      'publisher isna < cited ? < interview_with bloomberg',
    ],
    [
      'a source told the first medium',
      'به گزارش ایسنا، یک منبع آگاه به بلومبرگ خبر داد که دیدار انجام شد.',
      undefined,
      'publisher isna < original bloomberg < cited ?',
    ],
    [
      'an interview with the publisher',
      'رضا کاوه در گفت‌وگو با ایسنا از سد گفت.',
      'isna',
      'publisher isna < interview_with isna',
    ],
    [
      'something older than the report',
      'به گزارش ایسنا، وزیر خبر را رد کرد.\nخبرگزاری رویترز شب گذشته از دیدار خبر داده بود.',
      undefined,
      'publisher isna',
    ],
    [
      'provinces, months and countries',
      'استان فارس در ماه مهر گرم است و ایران اعلام کرد که باران می‌بارد.',
      'isna',
      'publisher isna',
    ],
    [
      'a newspaper named like a country',
      'به گزارش ایسنا به نقل از روزنامهٔ ایران، توافق شد.',
      undefined,
      'publisher isna < original iran',
    ],
    [
      'a paper named like a capital',
      'به گزارش ایسنا به نقل از واشنگتن پست، توافق شد.',
      undefined,
      'publisher isna < original post',
    ],
    [
      'a formula inside a quotation',
      'به گزارش ایسنا، وزیر گفت: «به گزارش رویترز، این کشور دیروز دو بار به ما پیام داده است.»',
      undefined,
      'publisher isna',
    ],
    ['a woman called like an agency', 'آنا رضایی گزارش داد که باران می‌بارد.', 'isna', 'publisher isna'],
    [
      'an agency called like a woman',
      'به گزارش ایسنا به نقل از آنا، باران می‌بارد.',
      undefined,
      'publisher isna < original ana',
    ],
    [
      'a desk that no table knows',
      'به گزارش بازرگانی خبرگزاری مهر، بازار آرام است.',
      undefined,
      'publisher mehr',
    ],
    ['a half-space before the comma', 'به گزارش ایسنا\u200c، بازار آرام است.', undefined, 'publisher isna'],
    [
      'media of which none is named',
      'به گزارش ایسنا به نقل از خبرگزاری‌ها، بازار آرام است.',
      undefined,
      'publisher isna',
    ],
    [
      'an unknown agency before a person',
      'به گزارش ایسنا، به گزارش خبرگزاری لاژورد رضا کاوه استاندار وقت پاسخ داد.',
      undefined,
      'publisher isna < original لاژورد',
    ],
    [
      'a body whose name holds «و»',
      'به گزارش ایسنا به نقل از مرکز روابط عمومی و اطلاع‌رسانی وزارت نیرو، سد پر شد.',
      undefined,
      'publisher isna < cited مرکز روابط عمومی و اطلاع‌رسانی وزارت نیرو',
    ],
    [
      'a guest of a channel in quotes',
      'رضا کاوه در مصاحبه با «شبکه ۲۴ رود» از سد گفت.',
      'isna',
      'publisher isna < interview_with شبکه ۲۴ رود',
    ],
    ['no source at all', 'باران بارید و رودها پر شد.', undefined, ''],
    ['the publisher by its domain', 'باران بارید.', 'isna.example', 'publisher isna'],
    [
      'a channel that nobody knows',
      '🔹\nتوافق نزدیک است\nرویترز گزارش داد که توافق شد.',
      'some_channel',
      'publisher some_channel < original reuters',
    ],
    [
      'a claim of a medium',
      'ادعای بلومبرگ به نقل از یک مقام آمریکایی: توافق شد.',
      'isna',
      'publisher isna < original bloomberg < cited ?',
    ],
    [
      'an end mark and a code behind the credit',
      'توافق شد.\nانتهای پیام/\nمنبع: رویترز\n159 /',
      'isna',
      'publisher isna < original reuters',
    ],
    ['a publisher that nobody knows', 'باران بارید.', 'ندای رود', 'publisher ندای رود'],
  ];

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
