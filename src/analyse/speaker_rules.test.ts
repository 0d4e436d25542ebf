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
