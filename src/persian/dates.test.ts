import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findDates, parseInstant } from './dates.js';

/** Text → what it says when the text was published at 2022-11-14 12:00 UTC; nothing when it is no date. */
const ABSOLUTE: readonly (readonly [text: string, iso: string | undefined])[] = [
  ['۲۱:۱۴ - ۲۳ آبان ۱۴۰۱ - 2022 November 14', '2022-11-14T21:14:00+03:30'],
  ['18:14 - 03 فروردین 1404', '2025-03-23T18:14:00+03:30'],
  ['1401/08/23', '2022-11-14'],
  ['۱۴۰۱-۸-۲۳ ساعت ۱۲:۳۰', '2022-11-14T12:30:00+03:30'],
  ['23/8/1401', '2022-11-14'],
  ['۲۳ آبان\u200cماه', '2022-11-14'],
  ['پنجم اسفند ماه ۱۴۰۰', '2022-02-24'],
  ['اول بهمن ماه', '2023-01-21'],
  ['99/12/30', '2021-03-20'],
  ['1403/12/30', '2025-03-20'],
  ['1404/12/30', undefined],
  ['1401/07/31', undefined],
  ['۳/۵ درصد', undefined],
  ['۱۴۰۱/۸', undefined],
  ['سه\u200cشنبه ۴ آذر ۱۴۰۴ - ۰۹:۱۲', '2025-11-25T09:12:00+03:30'],
  ['14 November 2022', '2022-11-14'],
  ['۱۰ تیر ۱۴۰۱ ساعت ۱۰:۰۵', '2022-07-01T10:05:00+04:30'],
  ['۱۰ تیر ۱۴۰۲ ساعت ۱۰:۰۵', '2023-07-01T10:05:00+03:30'],
];

test('findDates() reads written dates and their clocks', () => {
  for (const [text, iso] of ABSOLUTE) {
    const found = findDates(text, { reference: '2022-11-14T12:00:00Z' });
    assert.equal(found[0]?.iso, iso, text);
  }
});

test('findDates() says whether two calendars on one line agree', () => {
  assert.equal(findDates('۲۳ آبان ۱۴۰۱ - 2022 November 14')[0]?.calendarsAgree, true);
  assert.equal(findDates('۲۳ آبان ۱۴۰۱ - 2022 November 15')[0]?.conflict, 'calendars');
});

const INSTANTS: readonly (readonly [text: string, iso: string | undefined])[] = [
  ['۱۴۰۴-۱۱-۰۷T۱۱:۳۲:۰۶Z', '2026-01-27T11:32:06Z'],
  ['Mon, 14 Nov 2022 17:44:00 GMT', '2022-11-14T17:44:00Z'],
  ['Tue, 25 Nov 2025 08:00:00 +0330', '2025-11-25T08:00:00+03:30'],
  ['2022-11-14T17:44:00.123+03:30', '2022-11-14T17:44:00+03:30'],
  ['2022-11-14', '2022-11-14'],
  ['not a date', undefined],
  ['', undefined],
];

test('parseInstant() reads feeds and meta tags and never says now', () => {
  for (const [text, iso] of INSTANTS) assert.equal(parseInstant(text)?.iso, iso, text);
});

/** Text → the stretches that name times, with their kinds. */
const STRETCHES: readonly (readonly [text: string, ...found: string[]])[] = [
  ['این کار ۲۳ ساعت و بیست و سه دقیقه زمان برد.', 'duration ۲۳ ساعت و بیست و سه دقیقه'],
  ['پس از دو روز بازگشتند.', 'vague پس از دو روز'],
  ['سه روز در هفته تمرین می‌کنند.', 'recurring سه روز در هفته'],
  ['سه روز در هفته گذشته تمرین کردند.', 'duration سه روز', 'relative هفته گذشته'],
  ['یک روز در میان می‌آید.', 'recurring یک روز در میان'],
  ['روزی دو بار آب می‌دهند.', 'recurring روزی دو بار'],
  ['هر روز ساعت ۸ صبح باز است.', 'recurring هر روز ساعت ۸ صبح'],
  ['شنبه تا چهارشنبه به جز دوشنبه باز است.', 'relative شنبه تا چهارشنبه به جز دوشنبه'],
  ['در اواخر دهه ۶۰ ساخته شد.', 'vague اواخر دهه ۶۰'],
  ['سال ۷۷۶ قبل از میلاد بود.', 'vague سال ۷۷۶ قبل از میلاد'],
  ['در شش ماهه نخست سال جاری رشد کرد.', 'relative شش ماهه نخست سال جاری'],
  ['دقیقه ۹۰ گل زد.', 'vague دقیقه ۹۰'],
  ['بامداد رسیدند.', 'vague بامداد'],
  ['روزنامه عصر نوشت.'],
  ['امروز و فردا تعطیل است.', 'relative امروز و فردا'],
  ['ساعت ۱۰:۳۰ دقیقه صبح آغاز شد.', 'clock ساعت ۱۰:۳۰ دقیقه صبح'],
  ['در میدان اردیبهشت جمع شدند.'],
  ['چهل دقیقه‌ست که منتظریم.', 'duration چهل دقیقه‌ست'],
];

for (const [text, ...expected] of STRETCHES) {
  test(`findDates() tells how far a time reaches in «${text}»`, () => {
    const found = findDates(text).map(({ kind, start, end }) => `${kind} ${text.slice(start, end)}`);
    assert.deepEqual(found, expected);
  });
}

test('findDates() resolves a share of a year', () => {
  const [found] = findDates('سه ماهه دوم سال ۱۴۰۲ پر باران بود.');
  assert.deepEqual(
    found?.interval?.map((day) => day.slice(0, 7)),
    ['2023-06', '2023-09'],
  );
});
