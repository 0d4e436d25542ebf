import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { AnalyseInput } from '../model/analysis.js';
import { cut } from '../model/span.js';
import { parseGazetteer } from '../sources/gazetteer.js';
import { parseRegistry } from '../sources/registry.js';
import { type AnalyseContext, analyseArticle } from './analyse_article.js';

/** An invented world: two countries, their people, capitals and media; nobody holds an office beyond his days. */
const context = invented();

function invented(): AnalyseContext {
  const OFFICES = `
president | رئیس‌جمهور | رؤسای جمهور
foreign-minister | وزیر خارجه، وزیر امور خارجه | وزرای خارجه، وزرای امور خارجه
spokesperson | سخنگوی، سخنگو |
counterpart | همتای، همتا | همتایان`;
  const person = (id: string, of: string, roles: readonly object[], names: readonly string[]) => ({
    ...{ id: `per.${id}`, type: 'person', name: names[0], variants: names.slice(1), country: of },
    roles: roles.map((role) => ({ of, ...role })),
  });
  const json = {
    home: 'کاجستان',
    entities: [
      { id: 'geo.kajestan', type: 'place', kind: 'country', name: 'کاجستان', adjectives: ['کاجی'] },
      { id: 'geo.moria', type: 'place', kind: 'country', name: 'موریا', adjectives: ['موریایی'] },
      { id: 'geo.linar', type: 'place', kind: 'capital', name: 'لینار', country: 'موریا' },
      { id: 'org.linar', type: 'organisation', name: 'لینار پست' },
      { id: 'org.sarv', type: 'organisation', name: 'کاخ سرو', country: 'کاجستان' },
      person('sahandi', 'کاجستان', [{ role: 'foreign-minister' }], ['بهمن سهندی', 'سهندی']),
      person('rahvar', 'کاجستان', [{ role: 'president' }], ['کاوه رهوار', 'رهوار']),
      person('orlen', 'موریا', [{ role: 'foreign-minister' }], ['یوری اورلن', 'اورلن']),
      person(
        'tandis',
        'موریا',
        [{ role: 'president', from: '2020-01-20', to: '2024-01-20' }],
        ['آرتا تندیس', 'تندیس'],
      ),
      person('golpar', 'موریا', [{ role: 'president', from: '2024-01-20' }], ['مینا گلپر', 'گلپر']),
    ],
  };
  const gazetteer = parseGazetteer([
    { name: 'offices', table: 'offices', text: OFFICES },
    { name: 'world', table: 'gazetteer', json },
  ]).value;
  const registry = parseRegistry([]).value;
  assert.ok(gazetteer && registry);
  return { gazetteer, registry };
}

/** Statements as `speaker: act stance: content`, contacts as `a ⇄ b: kind status secrecy`. */
function told(input: AnalyseInput): readonly string[] {
  const { statements, contacts } = analyseArticle({ published: '2024-05-12T14:30:00Z', ...input }, context);
  return [
    ...statements.map(
      ({ speaker, act, stance, content, target, nestedIn }) =>
        `${nestedIn === undefined ? '' : `${nestedIn}> `}${speaker?.name ?? '–'}: ${act} ${stance}: ${cut(input.text, content)}${target === undefined ? '' : ` → ${target}`}`,
    ),
    ...contacts.map(
      ({ actors, kind, status, secrecy }) =>
        `${actors.map(({ name }) => name).join(' ⇄ ')}: ${kind} ${status} ${secrecy}`,
    ),
  ];
}

const CASES: readonly (readonly [what: string, text: string, expected: readonly string[]])[] = [
  [
    'that what was not denied stays open',
    'کاخ سرو خبر تماس را تکذیب نکرد.',
    ['کاخ سرو: not_rule_out not_ruled_out: خبر تماس'],
  ],
  [
    'an absence that is told with «گفت»',
    'سهندی گفت که هیچ کانالی میان دو کشور وجود ندارد.',
    ['بهمن سهندی: assert deny: هیچ کانالی میان دو کشور وجود ندارد'],
  ],
  [
    'whom a denial answers',
    'روزنامهٔ آوند گزارش داد که رهوار به لینار رفته است. کاخ سرو این گزارش را تکذیب کرد.',
    [
      'روزنامهٔ آوند: report affirm: رهوار به لینار رفته است',
      'کاخ سرو: deny deny: این گزارش → 0',
      'کاوه رهوار ⇄ موریا: visit denied unknown',
    ],
  ],
  [
    'whom the confirmation of a meeting answers',
    'روزنامهٔ آوند گزارش داد که دیداری در لینار برگزار شده است. این روزنامه افزود که باران آمده است. کاخ سرو برگزاری این دیدار را تأیید کرد.',
    [
      'روزنامهٔ آوند: report affirm: دیداری در لینار برگزار شده است',
      'روزنامهٔ آوند: assert affirm: باران آمده است',
      'کاخ سرو: confirm affirm: برگزاری این دیدار → 0',
    ],
  ],
  [
    'the speaker behind a box of other stories',
    'سهندی گفت: سدها پر است.\nبیشتر بخوانید:\nگلپر: باران نمی‌بارد\nوی ادامه داد: هوا سرد است.',
    ['بهمن سهندی: assert affirm: سدها پر است', 'بهمن سهندی: assert affirm: هوا سرد است'],
  ],
  [
    'two presidents of two states',
    'رؤسای جمهور کاجستان و موریا در لینار دیدار کردند.',
    ['کاوه رهوار ⇄ مینا گلپر: meeting stated unknown'],
  ],
  [
    'the counterpart of the one who acts',
    'سهندی با همتای موریایی خود تلفنی گفت‌وگو کرد.',
    ['بهمن سهندی ⇄ یوری اورلن: phone_call stated unknown'],
  ],
  [
    'a newspaper named like a capital',
    'لینار پست نوشت که سدها پر است. لینار اعلام کرد که سدها خالی است.',
    ['لینار پست: assert affirm: سدها پر است', 'لینار: announce affirm: سدها خالی است'],
  ],
  [
    'an interview as no contact',
    'رهوار در گفت‌وگو با شبکهٔ آوند گفت: سدها پر است.',
    ['کاوه رهوار: assert affirm: سدها پر است'],
  ],
  [
    'a press conference as no contact',
    'سهندی در نشست خبری گفت: سدها پر است.',
    ['بهمن سهندی: assert affirm: سدها پر است'],
  ],
  ['a match as no contact', 'دیدار تیم‌های کاجستان و موریا با نتیجهٔ دو بر یک پایان یافت.', []],
  ['«تماس با ما» as no contact', 'تماس با ما از راه نشانی زیر ممکن است.', []],
  [
    'a condition on a further call',
    'سهندی گفت: در صورت ادامهٔ حملات، رهوار و گلپر ممکن است تماس تلفنی دیگری داشته باشند.',
    [
      'بهمن سهندی: assert conditional: در صورت ادامهٔ حملات، رهوار و گلپر ممکن است تماس تلفنی دیگری داشته باشند',
      'کاوه رهوار ⇄ مینا گلپر: phone_call conditional unknown',
    ],
  ],
  [
    'calls that were not announced',
    'رهوار و گلپر تماس‌های تلفنی غیرعلنی داشته‌اند.',
    ['کاوه رهوار ⇄ مینا گلپر: phone_call stated unannounced'],
  ],
  [
    'what has not taken place',
    'رهوار و گلپر از آغاز سال دیداری برگزار نکرده‌اند.',
    ['کاوه رهوار ⇄ مینا گلپر: meeting not_occurred unknown'],
  ],
  ['a credit and a sign-off as nobody’s words', 'باران آمد.\nمنبع: آوند\nانتهای پیام/', []],
  ['a gulf, a month and a word as no outlet', 'در خلیج آوند و در ماه مهر باران آمد.', []],
  [
    'what a present verb behind a participle leaves to come',
    'رهوار گفت: در سفر به لینار با گلپر دیدار کرده و دربارهٔ سدها صحبت می‌کنم.',
    [
      'کاوه رهوار: assert affirm: در سفر به لینار با گلپر دیدار کرده و دربارهٔ سدها صحبت می‌کنم',
      'کاوه رهوار ⇄ مینا گلپر: meeting expected unknown',
    ],
  ],
  [
    'the parties as printed',
    'تماسی میان رهوار و تندیس برقرار شد.',
    ['کاوه رهوار ⇄ آرتا تندیس: contact stated unknown'],
  ],
];

for (const [what, text, expected] of CASES) {
  test(`analyseArticle reads ${what}`, () => {
    assert.deepEqual(told({ text }), expected);
  });
}

const DATED: readonly (readonly [published: string, name: string])[] = [
  ['2024-01-10T12:00:00Z', 'آرتا تندیس'],
  ['2024-03-23T12:00:00Z', 'مینا گلپر'],
];

for (const [published, name] of DATED) {
  test(`analyseArticle takes «رئیس‌جمهور موریا» of ${published.slice(0, 10)} for ${name}`, () => {
    const text = 'رئیس‌جمهور موریا گفت: سدها پر است.';
    assert.deepEqual(told({ text, published }), [`${name}: assert affirm: سدها پر است`]);
  });
}

test('analyseArticle carries no speaker from one teaser to the next', () => {
  const text = 'سهندی گفت: سدها پر است.\nاو ادامه داد: هوا سرد است.';
  const end = text.indexOf('\n');
  const parts = [
    { role: 'teaser' as const, start: 0, end },
    { role: 'teaser' as const, start: end + 1, end: text.length },
  ];
  assert.deepEqual(told({ text, parts })[1], 'او: assert affirm: هوا سرد است');
});

test('analyseArticle reads no ticker beside the article', () => {
  const text = 'باران آمد.\nجزئیات گفت‌وگوی تلفنی وزرای خارجهٔ کاجستان و موریا';
  const parts = [{ role: 'body' as const, start: 0, end: text.indexOf('\n') }];
  assert.deepEqual(told({ text, parts }), []);
});

const MIXED =
  'یوری اورلن گفت که انتظار می‌رود در روزهای آینده تماسی میان گلپر و تندیس انجام شود.\nوی افزود که این تماس احتمالی می‌تواند زمینه‌ای برای دیدار میان گلپر و رهوار باشد.';
const MIXED_CASES: readonly (readonly [what: string, text: string, flags: readonly string[]])[] = [
  ['two presidents of one country, and one of them with a stranger next', MIXED, ['source_error']],
  ['them alone', MIXED.split('\n')[0] ?? '', []],
  ['two who held no office in common', MIXED.replace('تندیس', 'اورلن'), []],
];
for (const [what, text, flags] of MIXED_CASES) {
  test(`analyseArticle keeps the names of a call to come as printed and tells of doubt: ${what}`, () => {
    const { statements, contacts } = analyseArticle({ text, published: '2024-05-12T14:30:00Z' }, context);
    assert.deepEqual(statements[0]?.flags, flags);
    assert.ok(contacts[0]?.actors.some(({ name }) => name === 'مینا گلپر'));
  });
}
