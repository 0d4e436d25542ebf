import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findDates } from './dates.js';
import { toAsciiDigits, toPersianDigits } from './digits.js';
import { displayText } from './display.js';
import { formatDay, formatFullDate, formatNumber, formatRelative } from './format_date.js';
import { isJalaliDay, toGregorian, toJalali } from './jalali.js';
import { identifyLanguage } from './language.js';
import { normalise } from './normalise.js';
import { findSentences } from './sentences.js';
import { stemOf } from './stem.js';
import { tehranIso, tehranWall } from './tehran.js';
import { findPredicates, readVerbPhrases } from './verb_phrases.js';

test('digits of three scripts turn into each other without moving an offset', () => {
  assert.equal(toAsciiDigits('۱۴۰۱ ١٤٠١ 1401'), '1401 1401 1401');
  assert.equal(toPersianDigits('۱۴۰۱ ١٤٠١ 1401'), '۱۴۰۱ ۱۴۰۱ ۱۴۰۱');
});

/** Printed → displayed. */
const DISPLAYS: readonly (readonly [printed: string, shown: string])[] = [
  ['كتاب هاي رسانهها ميشود', 'کتاب\u200cهای رسانه\u200cها می\u200cشود'],
  ['شده اند', 'شده\u200cاند'],
  ['خانۀ "سبز" در 12 آبان', 'خانهٔ «سبز» در ۱۲ آبان'],
  ['F-35 و COVID-19', 'F-35 و COVID-19'],
  ['کـــرملین', 'کرملین'],
  ['کُردها', 'کُردها'],
  ['آنها', 'آنها'],
  ['ماه می ۲۰۲۲', 'ماه می ۲۰۲۲'],
  ['والاستریتژورنال', 'وال\u200cاستریت\u200cژورنال'],
  ['برنامه ریزی غیر قانونی', 'برنامه\u200cریزی غیرقانونی'],
  ['اصلیترین پیش بینیها', 'اصلی\u200cترین پیش\u200cبینی\u200cها'],
  ['پیش بینیاش', 'پیش\u200cبینی\u200cاش'],
  ['بیتوجهی', 'بی\u200cتوجهی'],
];

test('displayText() shows the usual letters and half-spaces', () => {
  for (const [printed, shown] of DISPLAYS) assert.equal(displayText(printed), shown);
});

/** Names, nouns in تر and ها, words that news prints solid, and neighbours that are no compound. */
const UNTOUCHED: readonly string[] = [
  'دیمیتری',
  'شوشتری',
  'فیلترها',
  'ریشتری',
  'انتهایش',
  'درنهایت',
  'میشل',
  'بینجامد',
  'سفرهای',
  'کلاهبرداری',
  'دستور کار',
  'این کار',
  'روی کار',
  'گم شده',
  'پیش رو',
  'در پیش گرفته',
  'بی قید و شرط',
  'او هم گفت',
];

test('displayText() leaves names and chance neighbours as they were printed', () => {
  for (const printed of UNTOUCHED) assert.equal(displayText(printed), printed);
});

/** Text, its sentences apart by |. */
const SENTENCES: readonly string[] = [
  'او گفت: «می\u200cرویم. می\u200cآییم.»| سپس رفت.| پایان؟| بله!',
  'قرار داده\u200cاند.|/فارس',
  'رشد ۱۲.۵ درصدی در سال ۱۳۵۰ ه.ش ثبت شد.| پایان.',
  'نامش «باز ماند و بسته نشد.| جمله دوم.',
  'خط اول\n|خط دوم',
  'وی افزود «جمله اول. جمله دوم« و رفت.| پایان.',
];

test('findSentences() ends sentences outside quotes, numbers and abbreviations', () => {
  for (const marked of SENTENCES) {
    const text = marked.replaceAll('|', '');
    const found = findSentences(text).map(({ start, end }) => text.slice(start, end));
    assert.deepEqual(
      found,
      marked.split('|').map((sentence) => sentence.trim()),
    );
  }
});

const STEMS: readonly (readonly [key: string, stem: string])[] = [
  ['کتابهایشان', 'کتاب'],
  ['نمایندگان', 'نماینده'],
  ['افراد', 'فرد'],
  ['مذاکرات', 'مذاکره'],
  ['بزرگترین', 'بزرگ'],
  ['ایران', 'ایران'],
  ['تهران', 'تهران'],
  ['لبنان', 'لبنان'],
];

test('stemOf() cuts endings and never a name', () => {
  for (const [key, stem] of STEMS) assert.equal(stemOf(key), stem);
});

test('Jalali days agree with the calendar of the platform for two centuries', () => {
  const platform = new Intl.DateTimeFormat('en-u-ca-persian-nu-latn', {
    timeZone: 'UTC',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
  });
  for (let time = Date.UTC(1900, 0, 1); time < Date.UTC(2100, 0, 1); time += 13 * 86_400_000) {
    const date = new Date(time);
    const day = toJalali(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate());
    assert.ok(day);
    assert.equal(platform.format(time).replace(/\D*$/, ''), `${day.month}/${day.day}/${day.year}`);
    assert.equal(toGregorian(day.year, day.month, day.day)?.day, date.getUTCDate());
  }
});

test('isJalaliDay() knows leap years and short months', () => {
  assert.equal(isJalaliDay(1399, 12, 30), true);
  assert.equal(isJalaliDay(1403, 12, 30), true);
  assert.equal(isJalaliDay(1404, 12, 30), false);
  assert.equal(isJalaliDay(1401, 7, 31), false);
});

test('tehranIso() has summer time until 2022 and none after', () => {
  const at = (year: number): string => tehranIso({ year, month: 7, day: 1, hour: 10, minute: 5, second: 0 });
  assert.equal(at(2022), '2022-07-01T10:05:00+04:30');
  assert.equal(at(2023), '2023-07-01T10:05:00+03:30');
  assert.equal(tehranWall('2022-11-14T17:44:00Z')?.hour, 21);
});

const REFERENCE = '2022-11-14T12:00:00Z';
const THURSDAY = '2022-11-17T12:00:00Z';
const WEDNESDAY = '2022-11-16T12:00:00Z';

/** Text, reference → the day or instant, or the interval, that it resolves to. */
const RELATIVE: readonly (readonly [text: string, reference: string | undefined, iso: string | undefined])[] =
  [
    ['امروز دوشنبه', REFERENCE, '2022-11-14'],
    ['امروز دوشنبه', undefined, undefined],
    ['امروز دوشنبه', WEDNESDAY, undefined],
    ['چهارشنبه گذشته', THURSDAY, '2022-11-16'],
    ['چهارشنبه گذشته', WEDNESDAY, '2022-11-09'],
    ['شامگاه چهارشنبه', THURSDAY, '2022-11-16'],
    ['بامداد جمعه', REFERENCE, '2022-11-11'],
    ['روز چهارشنبه نشست برگزار خواهد شد', REFERENCE, '2022-11-16'],
    ['لحظاتی پیش', REFERENCE, undefined],
    ['۲ ساعت پیش', REFERENCE, '2022-11-14T13:30:00+03:30'],
    ['سه روز پیش', REFERENCE, '2022-11-11'],
    ['ساعت ۸ و ۳۰ دقیقه صبح امروز', REFERENCE, '2022-11-14T08:30:00+03:30'],
    ['یکشنبه هفته آینده', REFERENCE, '2022-11-20'],
    ['۱۲ می ۲۰۲۲', undefined, '2022-05-12'],
    ['فوریه ۲۰۲۲', undefined, '2022-02'],
    ['ساعت ۲۱', REFERENCE, undefined],
  ];

test('findDates() resolves relative days against the given instant only', () => {
  for (const [text, reference, iso] of RELATIVE) {
    const [found] = findDates(text, reference === undefined ? {} : { reference });
    assert.ok(found, text);
    assert.equal(found.iso, iso, text);
  }
});

test('findDates() takes no name for a date', () => {
  for (const text of ['میدان هفت تیر', 'نماز جمعه', 'سالن ۲۲ بهمن', 'خبرگزاری مهر', 'استان فارس']) {
    assert.deepEqual(findDates(text), [], text);
  }
});

test('findDates() gives wider times as intervals', () => {
  const interval = (text: string): unknown => findDates(text, { reference: REFERENCE })[0]?.interval;
  assert.deepEqual(interval('هفته گذشته'), ['2022-11-05', '2022-11-11']);
  assert.deepEqual(interval('سال ۱۴۰۱'), ['2022-03-21', '2023-03-20']);
  assert.deepEqual(interval('از ۱۲ تا ۱۵ آبان ۱۴۰۱'), ['2022-11-03', '2022-11-06']);
  assert.deepEqual(interval('اوایل نوامبر'), ['2022-11-01', '2022-11-10']);
});

test('dates are formatted for readers in both calendars', () => {
  assert.equal(
    formatFullDate('2022-11-14T17:44:00Z'),
    'دوشنبه ۲۳ آبان ۱۴۰۱ · ۱۴ نوامبر ۲۰۲۲ · ۲۱:۱۴ به وقت تهران',
  );
  assert.equal(formatDay('2022-11-14'), '۲۳ آبان ۱۴۰۱ · ۱۴ نوامبر ۲۰۲۲');
  assert.equal(formatRelative('2022-11-14T17:44:00Z', '2022-11-14T17:56:00Z'), '۱۲ دقیقه پیش');
  assert.equal(formatRelative('2022-11-14T10:35:00Z', '2022-11-14T17:56:00Z'), 'امروز ۱۴:۰۵');
  assert.equal(formatRelative('2022-11-14T10:35:00Z', '2022-11-15T17:56:00Z'), 'دیروز ۱۴:۰۵');
  assert.equal(formatRelative('2022-11-14T10:35:00Z', '2022-12-15T17:56:00Z'), '۲۳ آبان ۱۴۰۱');
  assert.equal(formatNumber(12_500.5), '۱۲٬۵۰۰٫۵');
});

test('verb phrases carry tense, person and negation', () => {
  const [phrase] = readVerbPhrases(['نگفته', 'است'], 0);
  assert.deepEqual(
    [phrase?.lemma, phrase?.tense, phrase?.person, phrase?.negated],
    ['گفت', 'perfect', 3, true],
  );
  assert.equal(findPredicates(['گفتوگو'], 0).length, 0);
  assert.equal(findPredicates(['وارد', 'کرد'], 0).length, 0);
});

test('identifyLanguage() tells neighbours of one script apart', () => {
  assert.equal(identifyLanguage('رئیس مجلس گفت این طرح بررسی می\u200cشود'), 'fa');
  assert.equal(identifyLanguage('قال الوزير إن المفاوضات مستمرة'), 'ar');
  assert.equal(identifyLanguage('ئەم کتێبە بە زمانی کوردی نووسراوە'), 'ckb');
  assert.equal(identifyLanguage('The talks will go on, he said'), 'en');
  assert.equal(identifyLanguage('12345'), undefined);
});

test('normalise() returns all layers with raw offsets', () => {
  const text = 'كتاب ها آمد.';
  const { display, key, tokens, sentences } = normalise(text);
  assert.equal(display, 'کتاب\u200cها آمد.');
  assert.equal(key, 'کتابها آمد');
  assert.deepEqual(tokens, [
    { start: 0, end: 7, key: 'کتابها', stem: 'کتاب' },
    { start: 8, end: 11, key: 'آمد', stem: 'آمد' },
  ]);
  assert.deepEqual(sentences, [{ start: 0, end: 12 }]);
});
