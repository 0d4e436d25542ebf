import assert from 'node:assert/strict';
import { test } from 'node:test';
import { squeeze } from '../persian/squeeze.js';
import { BOILERPLATE_CUES } from './boilerplate_cues.js';
import { matchCue } from './match_cue.js';

const HITS: readonly (readonly [line: string, phrase: string])[] = [
  ['پر بازدید ها', 'پربازدیدها'],
  ['پربازدید\u200cها', 'پربازدیدها'],
  ['كد خبر : ۱۵۹۲۱۰', 'کد خبر'],
  ['کدخبر: ۴۰۳', 'کد خبر'],
  ['بیشتر بخوانید: واکنش تهران به پیشنهاد تازه', 'بیشتر بخوانید'],
  ['ارسال نظر', 'ارسال نظر'],
  ['نظرات (۱۲)', 'نظرات'],
  ['انتهای پیام/', 'انتهای پیام'],
  ['کلیه حقوق این سایت محفوظ است', 'کلیه حقوق'],
];

const MISSES: readonly string[] = [
  'گروه هفت روز شنبه در بیانیه\u200cای از دو طرف خواست به گفت\u200cوگو بازگردند.',
  'نام او در فهرست نبود.',
  'بازدید رئیس\u200cجمهور از نمایشگاه کتاب پایان یافت.',
  'نظر شما درباره این پیشنهاد چیست؟ این پرسشی بود که وزیر پاسخ داد.',
  'تبلیغات انتخاباتی از فردا آغاز می\u200cشود.',
  'آخرین اخبار از مذاکرات وین حاکی است دو طرف به توافق نزدیک شده\u200cاند.',
  'خانه کارگر خواستار افزایش دستمزد شد',
];

test('matchCue() finds a cue in every spelling', () => {
  for (const [line, phrase] of HITS) assert.equal(matchCue(squeeze(line))?.cue.phrase, phrase, line);
});

test('matchCue() leaves sentences alone that begin like a cue', () => {
  for (const line of MISSES) assert.equal(matchCue(squeeze(line)), undefined, line);
});

test('BOILERPLATE_CUES holds each wording once and finds each by itself', () => {
  const letters = BOILERPLATE_CUES.map((cue) => cue.letters);
  assert.equal(
    new Set(letters).size,
    letters.length,
    letters.filter((word, at) => letters.indexOf(word) !== at).join(),
  );
  for (const cue of BOILERPLATE_CUES) assert.equal(matchCue(squeeze(cue.phrase))?.cue.letters, cue.letters);
});
