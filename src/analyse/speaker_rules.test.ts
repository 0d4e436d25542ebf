import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseGazetteer } from '../sources/gazetteer.js';
import { readDocument } from './document.js';
import { findMentions } from './mentions.js';
import { findStatements } from './statement_find.js';

/** A rule by which the speaker is read: a text where it finds him, and one where it must not. */
interface SpeakerRule {
  readonly id: string;
  readonly yes: readonly [text: string, ...speakers: string[]];
  readonly no: readonly [text: string, ...speakers: string[]];
}

/** Speakers of all statements in their order, with an empty gazetteer; «–» is nobody. */
const RULES: readonly SpeakerRule[] = [
  {
    id: 'speaker/behind-glued-source',
    yes: ['به‌گزارش نیمروز، کاوه رنجبر گفت: سدها پر است.', 'کاوه رنجبر'],
    no: ['نیمروز گزارش داد که سدها پر است.', 'نیمروز'],
  },
  {
    id: 'speaker/source-printed-like-a-verb',
    yes: ['به گزارش کرد پرس از سنندج، کاوه رنجبر که در سفر بود، گفت: سدها پر است.', 'کاوه رنجبر'],
    no: ['نیمروز گزارش کرد که سدها پر است.', 'نیمروز'],
  },
  {
    id: 'speaker/behind-honorifics',
    yes: ['حجت‌الاسلام و المسلمین سید کاوه رنجبر، عصر امروز گفت: سدها پر است.', 'کاوه رنجبر'],
    no: ['کاوه رنجبر و سهراب قلی‌پور گفتند: سدها پر است.', 'کاوه رنجبر'],
  },
  {
    id: 'speaker/in-marks-behind-honorific',
    yes: ['«حجت‌الاسلام کاوه رنجبر» امروز گفت: سدها پر است.', 'کاوه رنجبر'],
    no: ['«کاوه رنجبر» امروز گفت: سدها پر است.', 'کاوه رنجبر'],
  },
  {
    id: 'speaker/kin-of-another',
    yes: ['کاوه رنجبر گفت: سدها پر است.\nپدر رنجبر افزود: باران آمد.', 'کاوه رنجبر', 'پدر رنجبر'],
    no: ['کاوه رنجبر گفت: سدها پر است.\nرنجبر افزود: باران آمد.', 'کاوه رنجبر', 'کاوه رنجبر'],
  },
  {
    id: 'speaker/courteous-plural-inside-speech',
    yes: [
      'کاوه رنجبر گفت: سدها پر است. آقای قلی‌پور گفتند که باران می‌آید.\nوی افزود: هوا سرد است.',
      'کاوه رنجبر',
      'قلی‌پور',
      'کاوه رنجبر',
    ],
    no: [
      'کاوه رنجبر گفت: سدها پر است. آقای قلی‌پور گفت که باران می‌آید.\nوی افزود: هوا سرد است.',
      'کاوه رنجبر',
      'قلی‌پور',
      'قلی‌پور',
    ],
  },
  {
    id: 'speaker/this-agency',
    yes: [
      'خبرگزاری آوند گزارش داد که سدها پر است.\nکمیسیون مرکزی اعلام کرد که باران آمد.\nاین خبرگزاری افزود که هوا سرد است.',
      'خبرگزاری آوند',
      'کمیسیون مرکزی',
      'خبرگزاری آوند',
    ],
    no: [
      'خبرگزاری آوند گزارش داد که سدها پر است.\nکمیسیون مرکزی اعلام کرد که باران آمد.\nاین کمیسیون افزود که هوا سرد است.',
      'خبرگزاری آوند',
      'کمیسیون مرکزی',
      'کمیسیون مرکزی',
    ],
  },
  {
    id: 'speaker/one-of-many',
    yes: ['به گفته یکی از نمایندگان این سدها بیش از هزار متر آب دارد.', 'یکی از نمایندگان'],
    no: ['به گفته وزیر نیرو، این سدها پر است.', 'وزیر نیرو'],
  },
  {
    id: 'speaker/source-in-passing',
    yes: [
      'کاوه رنجبر، وزیر نیرو، درباره برنامه‌های بزرگ به گفته یک نشریه، به خبرنگار ما گفت: سدها پر است.',
      'کاوه رنجبر',
    ],
    no: ['به گفته یک نشریه، وزیر نیرو گفت که سدها پر است.', 'یک نشریه', 'وزیر نیرو'],
  },
  {
    id: 'speaker/source-at-the-end',
    yes: ['سدهای استان پر است، طبق گزارش شبکه ۷', 'شبکه ۷'],
    no: ['طبق گزارش شبکه هفت، سدهای استان پر است.', 'شبکه هفت'],
  },
  {
    id: 'speaker/post-with-its-field',
    yes: ['مدیر نظارت بر سدهای استان اعلام کرد که سدها پر است.', 'مدیر نظارت بر سدهای استان'],
    no: ['مدیر سدهای استان بر صرفه‌جویی تأکید کرد.', 'مدیر سدهای استان'],
  },
  {
    id: 'speaker/first-name-of-two-names',
    yes: ['سیدکاوه رنجبر مدیرعامل این باشگاه گفت: سدها پر است.', 'سیدکاوه رنجبر'],
    no: ['مدیرعامل این باشگاه گفت: سدها پر است.', 'مدیرعامل این باشگاه'],
  },
  {
    id: 'speaker/surname-that-is-a-word',
    yes: ['محمد خوش‌اخلاق اظهار کرد: سدها پر است.', 'محمد خوش‌اخلاق'],
    no: ['محمد امروز اظهار کرد: سدها پر است.', 'محمد'],
  },
  {
    id: 'speaker/trade-behind-name',
    yes: ['در این جلسه کاوه رنجبر باستان شناس گفت: سدها پر است.', 'کاوه رنجبر'],
    no: ['یک باستان شناس گفت: سدها پر است.', 'یک باستان شناس'],
  },
  {
    id: 'speaker/of-message',
    yes: ['در پیام کاوه رنجبر به مردم آمده است: سدها پر است.', 'کاوه رنجبر'],
    no: ['پیام رنجبر گفت: سدها پر است.', 'پیام رنجبر'],
  },
  {
    id: 'speaker/where-in-his-speech',
    yes: ['کاوه رنجبر در بخش دیگری از سخنان خود باران را فراوان خواند.', 'کاوه رنجبر'],
    no: ['کاوه رنجبر باران را فراوان خواند.', 'کاوه رنجبر'],
  },
  {
    id: 'speaker/many-bodies',
    yes: ['به گفته شرکت‌های حمل‌ونقل، سدها پر است.', 'شرکت‌های حمل‌ونقل'],
    no: ['به گفته شرکت حمل‌ونقل، سدها پر است.', 'شرکت حمل‌ونقل'],
  },
  {
    id: 'speaker/many-with-an-office',
    yes: ['مشاوران رئیس‌جمهور می‌گویند سدها پر است.', 'مشاوران رئیس‌جمهور'],
    no: ['مشاور رئیس‌جمهور می‌گوید سدها پر است.', 'مشاور رئیس‌جمهور'],
  },
  {
    id: 'speaker/plural-verb',
    yes: ['کاوه رنجبر این طرح را به مجلس داد، اما قانون‌گذاران این طرح را رد کردند.', 'قانون‌گذاران'],
    no: ['کاوه رنجبر به مجلس رفت، اما این طرح را رد کرد.', 'کاوه رنجبر'],
  },
  {
    id: 'speaker/nobody-behind-plural-verb',
    yes: ['کاوه رنجبر گفت: سدها پر است.\nاز بارش باران خبر داده‌اند.', 'کاوه رنجبر', '–'],
    no: ['کاوه رنجبر گفت: سدها پر است.\nاز بارش باران خبر داده است.', 'کاوه رنجبر', 'کاوه رنجبر'],
  },
  {
    id: 'speaker/pronoun-inside-own-speech',
    yes: ['کاوه رنجبر گفت: او به من گفت که سدها پر است.', 'کاوه رنجبر', 'او'],
    no: ['کاوه رنجبر گفت: باران آمد.\nاو به ما گفت که سدها پر است.', 'کاوه رنجبر', 'کاوه رنجبر'],
  },
  {
    id: 'speaker/taken-up-behind-a-verb',
    yes: ['این شکستی برای سهراب قلی‌پور، وزیر نیرو، است که گفته سدها پر است.', 'سهراب قلی‌پور'],
    no: ['این سخن سهراب قلی‌پور است. کاوه رنجبر گفته سدها پر است.', 'کاوه رنجبر'],
  },
  {
    id: 'speaker/name-in-marks-is-no-speech',
    yes: [
      'کاوه رنجبر در پیام به «سلطان احمد نورالدین مصطفی بالله شاه» ابراز امیدواری کرد که سدها پر شود.',
      'کاوه رنجبر',
    ],
    no: ['«سدهای این استان پس از باران دیروز پر است»، کاوه رنجبر گفت.', 'کاوه رنجبر'],
  },
  {
    id: 'speaker/behind-adverbial-with-too',
    yes: ['در روزهای گذشته نیز مقام‌های استان دربارهٔ سدها ابراز نگرانی کرده بودند.', 'مقام‌های استان'],
    no: ['نیز در روزهای گذشته باران آمد.'],
  },
  {
    id: 'speaker/behind-leading-adverbial-about',
    yes: ['همزمان با خبر درباره باران، سازمان آب هشدار داده است که سدها خالی است.', 'سازمان آب'],
    no: ['سازمان آب درباره باران هشدار داده است.', 'سازمان آب'],
  },
  {
    id: 'speaker/possession-is-nobody',
    yes: ['کاوه رنجبر درباره اینکه باران نمی‌گذارد حضورش دیده شود، گفت: سدها پر است.', 'کاوه رنجبر'],
    no: ['کاوه رنجبر آمد. همسرش گفت: سدها پر است.', 'همسرش'],
  },
  {
    id: 'speaker/own-claim-of-medium',
    yes: ['روزنامه نیمروز به نقل از یک مقام ادعا کرد که سدها پر است.', 'روزنامه نیمروز'],
    no: ['روزنامه نیمروز به نقل از یک مقام نوشت که سدها پر است.', 'یک مقام'],
  },
  {
    id: 'speaker/first-name-of-god',
    yes: ['از شیراز محی الدین حائری شیرازی با تأکید بر باران افزود: سدها پر است.', 'محی الدین حائری شیرازی'],
    no: ['ان شاء الله سدها پر است.'],
  },
  {
    id: 'speaker/who-did-something-before',
    yes: ['رحمت صراف کرکره را پایین کشید و پرسید: «آیا سدها پر است یا نه؟»', 'رحمت صراف'],
    no: ['کرکره پایین آمد و کاوه رنجبر پرسید: «آیا سدها پر است یا نه؟»', 'کاوه رنجبر'],
  },
];

const { value: names } = parseGazetteer([]);

function speakersIn(text: string): readonly string[] {
  assert.ok(names);
  const document = readDocument({ text });
  return findStatements(document, findMentions(document, names)).map(({ speaker }) => speaker?.name ?? '–');
}

for (const { id, yes, no } of RULES) {
  for (const [text, ...speakers] of [yes, no]) {
    test(`${id} hears ${speakers.join(', ')} in «${text}», half-spaces or not`, () => {
      assert.deepEqual(speakersIn(text), speakers);
      const stripped = (words: string): string => words.replaceAll('\u200c', '');
      assert.deepEqual(speakersIn(stripped(text)).map(stripped), speakers.map(stripped));
    });
  }
}

test('rules of speakers have an id of their own', () => {
  assert.equal(new Set(RULES.map(({ id }) => id)).size, RULES.length);
});
