import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadPressTruth, loadPressWorld } from './load_world.js';
import { findWorldFaults, pressWords } from './world_check.js';
import { articleText } from './world_text.js';
import { findTruthFaults } from './world_truth_check.js';

const world = loadPressWorld();
const truth = loadPressTruth();
const own = world.articles.filter((article) => !world.madeFrom.has(article.id));

test('loadPressWorld() reads articles without a fault', () => {
  assert.deepEqual(findWorldFaults(world), []);
});

test('loadPressTruth() speaks only of what the press published', () => {
  assert.deepEqual(findTruthFaults(world, truth), []);
});

test('the press is as large and as varied as the demo needs', () => {
  const counts = {
    articles: world.articles.length >= 90,
    ownTexts: own.length >= 45,
    outlets: new Set(world.articles.map((article) => article.outlet)).size >= 6,
    agencies: world.outlets.filter((outlet) => outlet.kind === 'agency').length >= 2,
    kinds: ['agency', 'newspaper', 'site', 'broadcaster', 'channel', 'aggregator'].every((kind) =>
      world.outlets.some((outlet) => outlet.kind === kind),
    ),
    everyDay: new Set(world.articles.map((article) => Math.floor(article.published / 1440))).size === 10,
    statements: truth.statements.length >= 60,
    contacts: truth.contacts.filter((contact) => !contact.optional).length >= 12,
    fortyCopies: truth.copies.filter((copy) => copy.copy.endsWith('-schools')).length === 40,
  };
  assert.deepEqual(
    Object.entries(counts).filter(([, enough]) => !enough),
    [],
  );
});

test('every shape of copying, chain, stance and contact occurs', () => {
  const seen = {
    degree: new Set(truth.copies.map((copy) => copy.degree)),
    hop: new Set(truth.chains.flatMap((chain) => chain.hops.map((hop) => hop.state))),
    stance: new Set(truth.statements.map((statement) => statement.stance)),
    status: new Set(
      truth.contacts.flatMap((contact) => [contact.status, ...contact.reports.map((one) => one.status)]),
    ),
    kind: new Set(truth.contacts.map((contact) => contact.kind)),
    secrecy: new Set(truth.contacts.map((contact) => contact.secrecy)),
  };
  const wanted = {
    degree: ['verbatim', 'edited', 'excerpt', 'rewritten'],
    hop: ['found', 'claimed', 'missing', 'circular'],
    stance: ['affirm', 'deny', 'not_ruled_out', 'possible', 'conditional', 'expected', 'offered', 'unknown'],
    status: [
      'confirmed',
      'stated',
      'claimed',
      'denied',
      'not_ruled_out',
      'expected',
      'conditional',
      'offered',
      'not_occurred',
    ],
    kind: ['phone_call', 'video_call', 'meeting', 'visit', 'talks', 'message', 'channel'],
    secrecy: ['announced', 'unannounced', 'secret', 'unknown'],
  };
  for (const [what, values] of Object.entries(wanted)) {
    const have: ReadonlySet<string> = seen[what as keyof typeof seen];
    assert.deepEqual(
      values.filter((value) => !have.has(value)),
      [],
      what,
    );
  }
});

test('no real outlet, country or office holder is named', () => {
  const named = world.articles.flatMap((article) => {
    const words = ` ${pressWords(articleText(article)).join(' ')} `;
    return REAL_NAMES.filter((name) => words.includes(` ${name} `)).map((name) => `${article.id}: ${name}`);
  });
  assert.deepEqual(named, []);
  const outlets = world.outlets
    .map((outlet) => outlet.name)
    .filter((name) => [...REAL_NAMES, ...NAMES_THAT_ARE_WORDS].includes(name));
  assert.deepEqual(outlets, []);
});

test('most master texts hold half-spaces', () => {
  const without = world.articles.filter((article) => !articleText(article).includes('\u200c'));
  assert.deepEqual(
    without.map((article) => article.id),
    [],
  );
});

// Common real names that must never slip in, as whole words.
const REAL_NAMES: readonly string[] = [
  ...[
    'ایران',
    'تهران',
    'روسیه',
    'مسکو',
    'آمریکا',
    'امریکا',
    'واشنگتن',
    'ترکیه',
    'آنکارا',
    'چین',
    'پکن',
    'عراق',
  ],
  ...[
    'بغداد',
    'سوریه',
    'دمشق',
    'عمان',
    'مسقط',
    'قطر',
    'دوحه',
    'عربستان',
    'ریاض',
    'اوکراین',
    'کی\u200cیف',
    'اسرائیل',
  ],
  ...[
    'فرانسه',
    'پاریس',
    'آلمان',
    'برلین',
    'انگلیس',
    'بریتانیا',
    'لندن',
    'اروپا',
    'هند',
    'پاکستان',
    'افغانستان',
  ],
  ...['آذربایجان', 'باکو', 'ارمنستان', 'گرجستان', 'ژاپن', 'توکیو', 'مصر', 'قاهره', 'لبنان', 'بیروت', 'یمن'],
  ...[
    'کرملین',
    'پنتاگون',
    'ایرنا',
    'ایسنا',
    'فارس',
    'تسنیم',
    'مهر',
    'ایلنا',
    'میزان',
    'برنا',
    'پانا',
    'شبستان',
  ],
  ...[
    'رویترز',
    'آسوشیتدپرس',
    'اینترفاکس',
    'شینهوا',
    'آناتولی',
    'بلومبرگ',
    'الجزیره',
    'گاردین',
    'تایمز',
    'کیهان',
  ],
  ...['همشهری', 'اعتماد', 'فرارو', 'تابناک', 'انتخاب', 'خبرآنلاین', 'اقتصادنیوز', 'مشرق'],
  ...['ترامپ', 'بایدن', 'پوتین', 'لاوروف', 'پسکوف', 'زلنسکی', 'پزشکیان', 'عراقچی', 'ظریف', 'روحانی', 'رئیسی'],
  ...[
    'خامنه\u200cای',
    'اردوغان',
    'نتانیاهو',
    'ماکرون',
    'مکرون',
    'مرکل',
    'گوترش',
    'بقایی',
    'لاریجانی',
    'قالیباف',
  ],
  ...['پرسپولیس', 'استقلال', 'سپاهان', 'بارسلونا', 'فیفا', 'تلگرام', 'اینستاگرام', 'گوگل', 'ناتو'],
];

/** Real outlets whose names are everyday words: only no outlet may be called so. */
const NAMES_THAT_ARE_WORDS: readonly string[] = [
  'اطلاعات',
  'شرق',
  'الف',
  'جماران',
  'حوزه',
  'رسا',
  'معا',
  'وفا',
];
