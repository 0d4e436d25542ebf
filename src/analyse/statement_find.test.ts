import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cut } from '../model/span.js';
import { type Gazetteer, parseGazetteer } from '../sources/gazetteer.js';
import { type Document, readDocument } from './document.js';
import { findMentions } from './mentions.js';
import { findStatements } from './statement_find.js';

const OFFICES = `
president | رئیس‌جمهور | رؤسای جمهور
foreign-minister | وزیر خارجه، وزیر امور خارجه |
spokesperson | سخنگوی، سخنگو |`;
/** An invented world: two countries, their people and media. */
const WORLD = {
  home: 'کاجستان',
  entities: [
    { id: 'geo.kajestan', type: 'place', kind: 'country', name: 'کاجستان', adjectives: ['کاجی'] },
    { id: 'geo.moria', type: 'place', kind: 'country', name: 'موریا', adjectives: ['موریایی'] },
    { id: 'org.sarv', type: 'organisation', name: 'کاخ سرو', country: 'کاجستان' },
    { id: 'org.avand', type: 'organisation', name: 'آوند' },
    { id: 'org.nuran', type: 'organisation', name: 'نوران' },
    { id: 'org.peyk', type: 'organisation', name: 'پیک کاسپی' },
    {
      id: 'per.sahandi',
      type: 'person',
      name: 'بهمن سهندی',
      variants: ['سهندی'],
      roles: [{ role: 'وزیر خارجه', of: 'کاجستان' }],
    },
    {
      id: 'per.golpar',
      type: 'person',
      name: 'مینا گلپر',
      variants: ['گلپر'],
      roles: [{ role: 'president', of: 'موریا' }],
    },
  ],
};

const gazetteer = invented();

function invented(): Gazetteer {
  const { value } = parseGazetteer([
    { name: 'offices', table: 'offices', text: OFFICES },
    { name: 'world', table: 'gazetteer', json: WORLD },
  ]);
  assert.ok(value);
  return value;
}

/** Statements as `verb | speaker | act stance form | content`, nested ones with `>` and the index before. */
function told(document: Document): readonly string[] {
  const { text } = document;
  const letters = (range: { start: number; end: number } | undefined) => (range ? cut(text, range) : '–');
  return findStatements(document, findMentions(document, gazetteer)).map((each) => {
    const speakers = [each.speaker, ...each.coSpeakers].map((speaker) => speaker?.name ?? '–').join(' + ');
    const nested = each.nestedIn === undefined ? '' : `${each.nestedIn}> `;
    const line = [
      letters(each.verb),
      speakers,
      `${each.act} ${each.stance} ${each.form}`,
      letters(each.content),
    ];
    return nested + line.join(' | ');
  });
}

const CASES: readonly (readonly [what: string, text: string, expected: readonly string[]])[] = [
  [
    'an inner and a wrongly closed quotation',
    'سهندی گفت: «او “بی‌خبر” بود و از این خبر شگفت‌زده شد». باران آمد.',
    ['گفت | بهمن سهندی | assert affirm direct | او “بی‌خبر” بود و از این خبر شگفت‌زده شد'],
  ],
  [
    'a quotation of several sentences with remarks as one',
    'سهندی توضیح داد: «ما (دو کشور) کانالی نداریم. گلپر [رئیس‌جمهور] آمد. همین کافی است.»',
    [
      'توضیح داد | بهمن سهندی | explain deny direct | ما (دو کشور) کانالی نداریم. گلپر [رئیس‌جمهور] آمد. همین کافی است',
    ],
  ],
  [
    'no statement in names, labels and words in marks',
    '«بهمن سهندی»، وزیر خارجه، در «آوند» از «کاهش خطرات» خوشحال شد.',
    [],
  ],
  [
    'an object that only points',
    'سهندی آمد و این حضور را امنیت‌بخش توصیف کرد.',
    ['توصیف کرد | بهمن سهندی | label affirm indirect | این حضور را امنیت‌بخش'],
  ],
  [
    'speech after a colon to the end of the paragraph',
    'سهندی گفت: سدها پر است. باران آمده است.\nهوا سرد شد.',
    ['گفت | بهمن سهندی | assert affirm colon | سدها پر است. باران آمده است'],
  ],
  [
    'a claim without «که» and «است»',
    'روزنامهٔ آوند ادعا کرده این دیدار در موریا برگزار شده است.',
    ['ادعا کرده | آوند | claim affirm indirect | این دیدار در موریا برگزار شده است'],
  ],
  [
    'that not denying is no denial',
    'کاخ سرو تماس تلفنی را رد نکرده است.',
    ['رد نکرده است | کاخ سرو | not_rule_out not_ruled_out indirect | تماس تلفنی'],
  ],
  [
    'that who cannot deny does not deny',
    'سهندی گفت: «نمی‌توانیم چیزهای دیگر را رد کنیم».',
    ['گفت | بهمن سهندی | not_rule_out not_ruled_out direct | نمی‌توانیم چیزهای دیگر را رد کنیم'],
  ],
  ['no statement in a negated verb', 'سهندی تاریخ سفر را اعلام نکرده و این خبر را تأیید نکرد.', []],
  [
    'a refused proposal and a denied report',
    'سهندی پیشنهاد آتش‌بس را رد کرد. گلپر خبر دیدار را رد کرد.',
    [
      'رد کرد | بهمن سهندی | reject_proposal deny indirect | پیشنهاد آتش‌بس',
      'رد کرد | مینا گلپر | deny deny indirect | خبر دیدار',
    ],
  ],
  ['no denial in longer verbs', 'موریا نفت وارد کرد و هزینه را برآورد کرد و پول را مسترد کرد.', []],
  [
    'a slip of the publisher',
    'سهندی بر ارزش گفت‌وگو تایید کرد.',
    ['تایید کرد | بهمن سهندی | emphasize affirm indirect | ارزش گفت‌وگو'],
  ],
  [
    'no statement in other uses of the words',
    'داستان از این قرار است که او حاضر شده است. او وداع گفت. به آن سد گفته می‌شود. باید گفت که هوا سرد است.',
    [],
  ],
  [
    'two opposite statements of one sentence',
    'سهندی با بیان اینکه مرزبانان هر روز تماس دارند، اما گفت که هیچ کانالی وجود ندارد.',
    [
      'با بیان اینکه | بهمن سهندی | assert affirm indirect | مرزبانان هر روز تماس دارند',
      'گفت که | بهمن سهندی | assert deny indirect | هیچ کانالی وجود ندارد',
    ],
  ],
  [
    'two speakers of one sentence',
    'در حالی که به گفتهٔ رسانه‌ها، دو تماس برقرار شده، کاخ سرو اعلام کرد که تماس‌ها بیشتر است.',
    [
      'به گفته | رسانه‌ها | assert affirm indirect | دو تماس برقرار شده',
      'اعلام کرد که | کاخ سرو | announce affirm indirect | تماس‌ها بیشتر است',
    ],
  ],
  [
    'media that report side by side',
    'آوند، نوران و پیک کاسپی گزارش دادند که گلپر سفر کرد.',
    ['گزارش دادند که | آوند + نوران + پیک کاسپی | report affirm indirect | گلپر سفر کرد'],
  ],
  [
    'a person behind «وی», not the medium',
    'سهندی گفت که سد پر است.\nبه نوشتهٔ وبگاه «نوران»، وی توضیح داد: باران آمده است.',
    [
      'گفت که | بهمن سهندی | assert affirm indirect | سد پر است',
      'توضیح داد | بهمن سهندی | explain affirm colon | باران آمده است',
    ],
  ],
  [
    'speech inside speech',
    'سهندی گفت: «کانالی نداریم. ارتش موریا می‌گوید که تماس دارد.»',
    [
      'گفت | بهمن سهندی | assert deny direct | کانالی نداریم. ارتش موریا می‌گوید که تماس دارد',
      '0> می‌گوید که | ارتش موریا | assert affirm indirect | تماس دارد',
    ],
  ],
  [
    'a comment on claims that says nothing of its own',
    'سهندی به اظهارنظر در مورد ادعاهایی پرداخت که موریا تسلیم می‌شود.',
    ['اظهارنظر | بهمن سهندی | comment unknown indirect | در مورد ادعاهایی'],
  ],
  [
    'an outlet and a speaker without a comma between',
    'به گزارش نوران روزنامهٔ آوند ادعا کرده سد شکسته است.',
    ['ادعا کرده | آوند | claim affirm indirect | سد شکسته است'],
  ],
  [
    'a condition before a possibility',
    'سهندی افزود که در صورت ادامهٔ حملات، آنها ممکن است تماس دیگری داشته باشند.',
    [
      'افزود که | بهمن سهندی | assert conditional indirect | در صورت ادامهٔ حملات، آنها ممکن است تماس دیگری داشته باشند',
    ],
  ],
  [
    'a speaker in Latin letters',
    'شرکت OpenSad گفت سامانه آماده است.',
    ['گفت | شرکت OpenSad | assert affirm indirect | سامانه آماده است'],
  ],
  [
    'a quotation before its speaker',
    '«آب این سد تا پاییز کافی نیست»؛ این ادعای کاخ سرو است.',
    ['این ادعای | کاخ سرو | claim deny direct | آب این سد تا پاییز کافی نیست'],
  ],
  [
    'a title without its ezafe',
    'سخنگو کاخ سرو گفت که سد پر است.',
    ['گفت که | سخنگو کاخ سرو | assert affirm indirect | سد پر است'],
  ],
];

for (const [what, text, expected] of CASES) {
  test(`findStatements reads ${what}`, () => {
    assert.deepEqual(told(readDocument({ text })), expected);
    const stripped = text.replaceAll('\u200c', '');
    const verbs = (lines: readonly string[]) => lines.map((line) => line.split(' | ').slice(2, 3));
    assert.deepEqual(verbs(told(readDocument({ text: stripped }))), verbs(expected));
  });
}

test('findStatements flags what seems to be a slip of the source', () => {
  const document = readDocument({ text: 'سهندی بر ارزش گفت‌وگو تایید کرد.' });
  assert.deepEqual(findStatements(document, findMentions(document, gazetteer))[0]?.flags, ['source_error']);
});

test('findStatements links a denial to the report that it answers', () => {
  const text = 'آوند گزارش داد که گلپر سفر کرد. هرچند که کاخ سرو این گزارش‌ها را تکذیب کرد.';
  const document = readDocument({ text });
  const [, denial] = findStatements(document, findMentions(document, gazetteer));
  assert.deepEqual([denial?.stance, denial?.target], ['deny', 0]);
});

test('findStatements keeps the speaker over a box of other stories', () => {
  const text = 'سهندی گفت: سد پر است.\nبیشتر بخوانید:\nگلپر: باران کافی نیست\nوی ادامه داد: باران آمده است.';
  const names = told(readDocument({ text })).map((line) => line.split(' | ')[1]);
  assert.deepEqual(names, ['بهمن سهندی', 'بهمن سهندی']);
});

test('findStatements carries no speaker from one teaser to the next', () => {
  const text = 'سهندی گفت که سد پر است.\nوی افزود که باران آمده است.';
  const second = text.indexOf('\n') + 1;
  const parts = [
    { role: 'teaser' as const, start: 0, end: second - 1 },
    { role: 'teaser' as const, start: second, end: text.length },
  ];
  const names = told(readDocument({ text, parts })).map((line) => line.split(' | ')[1]);
  assert.equal(names[0], 'بهمن سهندی');
  assert.notEqual(names[1], 'بهمن سهندی');
});

test('findStatements takes the words before a colon of a headline for the speaker, but no label', () => {
  const speaking = (text: string) =>
    told(readDocument({ text, parts: [{ role: 'headline', start: 0, end: text.length }] }));
  assert.deepEqual(speaking('سهندی: راهی وجود ندارد'), [
    '– | بهمن سهندی | assert deny colon | راهی وجود ندارد',
  ]);
  assert.deepEqual(speaking('ساعت: ۲۱ و سی دقیقه'), []);
});
