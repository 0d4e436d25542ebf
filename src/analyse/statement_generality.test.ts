import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cut } from '../model/span.js';
import { parseGazetteer } from '../sources/gazetteer.js';
import { readDocument } from './document.js';
import { findMentions } from './mentions.js';
import { findStatements } from './statement_find.js';

const { value: names } = parseGazetteer([]);

/** Speakers and contents that a text without any known name must give: `speaker: content`. */
const CASES: readonly (readonly [what: string, text: string, expected: readonly string[]])[] = [
  [
    '«خود نوشت» as two words',
    'کاوه رنجبر در صفحه توییتر خود نوشت: سدها پر است.',
    ['کاوه رنجبر: سدها پر است'],
  ],
  ['«هم گفت» as two words', 'کاوه رنجبر درباره آب هم گفت: سدها پر است.', ['کاوه رنجبر: سدها پر است']],
  [
    'predicates printed without a blank',
    'کاوه رنجبر در گفت‌وگو با ما اظهارکرد: سدها پر است.\nرنجبر به باران اشاره کرد وافزود: هوا سرد است.',
    ['کاوه رنجبر: سدها پر است', 'کاوه رنجبر: هوا سرد است'],
  ],
  [
    'markers printed without a blank',
    'کاوه رنجبر بابیان اینکه سدها پر است، افزود: هوا سرد است.',
    ['کاوه رنجبر: سدها پر است', 'کاوه رنجبر: هوا سرد است'],
  ],
  [
    'the ministry behind «این وزارتخانه»',
    'وزارت نیرو در بیانیه‌ای آورده است: سدها پر است.\nاین وزارتخانه افزود: هوا سرد است.',
    ['وزارت نیرو: سدها پر است', 'وزارت نیرو: هوا سرد است'],
  ],
  ['what meets with condemnation as nobody’s words', 'این طرح با محکومیت گسترده روبه‌رو شده است.', []],
  ['a hope without «که»', 'کاوه رنجبر ابراز امیدواری کرد سدها پر شود.', ['کاوه رنجبر: سدها پر شود']],
  [
    'another person behind «ایشان» inside speech',
    'کاوه رنجبر با بیان اینکه سهراب قلی‌پور بر صرفه‌جویی تأکید کرد، افزود: ایشان گفتند که سدها پر است.',
    [
      'کاوه رنجبر: سهراب قلی‌پور بر صرفه‌جویی تأکید کرد',
      'سهراب قلی‌پور: صرفه‌جویی',
      'کاوه رنجبر: ایشان گفتند که سدها پر است',
      'سهراب قلی‌پور: سدها پر است',
    ],
  ],
  [
    'who told something before as a part of the speech that mentions it',
    'کاوه رنجبر گفت: سدها پر است. وزیر نیرو بارها خواستار صرفه‌جویی شده است.\nوی افزود: هوا سرد است.',
    [
      'کاوه رنجبر: سدها پر است. وزیر نیرو بارها خواستار صرفه‌جویی شده است',
      'وزیر نیرو: صرفه‌جویی',
      'کاوه رنجبر: هوا سرد است',
    ],
  ],
  [
    'a surname in two words as one',
    'کاوه سبحانی نیا، تحلیلگر، گفت: سدها پر است.\nسبحانی نیا افزود: هوا سرد است.',
    ['کاوه سبحانی نیا: سدها پر است', 'کاوه سبحانی نیا: هوا سرد است'],
  ],
  [
    'the source up to where the content begins',
    'یک منبع نزدیک به وزیر نیرو گفت: سدها پر است.',
    ['یک منبع نزدیک به وزیر نیرو: سدها پر است'],
  ],
  [
    'a list under a label',
    'سخنگوی وزارت نیرو در نشست خبری:\n- سدها پر است\n- کمبود آب نداریم\n- سدسازی ادامه دارد\nهوا سرد است.',
    [
      'سخنگوی وزارت نیرو: سدها پر است',
      'سخنگوی وزارت نیرو: کمبود آب نداریم',
      'سخنگوی وزارت نیرو: سدسازی ادامه دارد',
    ],
  ],
  [
    'labels inside a post',
    '🔴 وزیر نیرو: سدها پر است\n🔹 رئیس سازمان آب: هوا سرد است',
    ['وزیر نیرو: سدها پر است', 'رئیس سازمان آب: هوا سرد است'],
  ],
  [
    'who is quoted in a label',
    'روزنامه نیمروز به نقل از یک منبع آگاه: سدها پر است.',
    ['یک منبع آگاه: سدها پر است'],
  ],
  [
    '«از قول» like «به نقل از»',
    'خبرگزاری نیمروز از قول یک منبع آگاه گزارش داد سدها پر است.',
    ['یک منبع آگاه: سدها پر است'],
  ],
  [
    'who answers a claim',
    'واکنش سخنگوی وزارت نیرو به ادعای نیمروز: این خبر دروغ است',
    ['سخنگوی وزارت نیرو: این خبر دروغ است'],
  ],
  [
    '«این را» before who says it',
    '«سدها در این استان پر است»؛ این را وزیر نیرو گفت.',
    ['وزیر نیرو: سدها در این استان پر است'],
  ],
  [
    'a time before what is denied',
    'سخنگوی وزارت نیرو هفته گذشته این خبر را رد کرد.',
    ['سخنگوی وزارت نیرو: این خبر'],
  ],
  [
    'a second name before what is denied',
    'سازمان آب کشور، ساک، این گزارش‌ها را رد کرد.',
    ['سازمان آب کشور: این گزارش‌ها'],
  ],
  [
    'who denies before who acts',
    'کاوه رنجبر، وزیر نیرو، حمله به سد «نیلوفر» توسط پیمانکار را تکذیب کرد.',
    ['کاوه رنجبر: حمله به سد «نیلوفر» توسط پیمانکار'],
  ],
  ['a text that was announced as no speaker', 'خبر ساعتی پس از آن اعلام شد که سدها پر شد.', []],
  ['what one may say as nobody’s words', 'می‌توان به سدها اشاره کرد که پر است. باید گفت هوا سرد است.', []],
];

for (const [what, text, expected] of CASES) {
  test(`findStatements reads ${what}`, () => {
    assert.ok(names);
    const document = readDocument({ text });
    const found = findStatements(document, findMentions(document, names));
    const lines = found.map(({ speaker, content }) => `${speaker?.name}: ${cut(text, content)}`);
    assert.deepEqual(lines, expected);
  });
}

test('findStatements takes the first person negated for a denial', () => {
  assert.ok(names);
  for (const content of ['من استعفا نداده‌ام', 'من به آنجا نرفتم', 'ما در جلسه نبودیم', 'چنین حرفی نزده‌ام']) {
    const document = readDocument({ text: `وزیر نیرو گفت: ${content}.` });
    const [statement] = findStatements(document, findMentions(document, names));
    assert.equal(statement?.stance, 'deny', content);
  }
});
