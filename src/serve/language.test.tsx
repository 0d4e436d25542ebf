import assert from 'node:assert/strict';
import { test } from 'node:test';
import { listed, say, type Tongue, TongueOfPage } from './language.js';
import { Mixed } from './pieces/foreign.js';
import { withChoice } from './tongue_choice.js';
import { counted, dayInBothCalendars, fullDate, number, relativeTime, twoPlaces } from './words.js';

const NOW = '2025-12-15T11:00:00.000Z';
const OUTLETS = { fa: 'رسانه', one: 'outlet', many: 'outlets' };

/** What a piece of a page says to a reader of each kind. */
function spoken(make: () => string): readonly string[] {
  const Piece = () => <>{make()}</>;
  const tongues: readonly Tongue[] = [
    { language: 'fa', digits: 'persian' },
    { language: 'fa', digits: 'latin' },
    { language: 'en', digits: 'persian' },
  ];
  return tongues.map((tongue) =>
    String(
      <TongueOfPage.Provider value={tongue}>
        <Piece />
      </TongueOfPage.Provider>,
    ),
  );
}

test('say(), counted() and the words for numbers and times follow the language and digits of the page', () => {
  const cases: readonly (readonly [make: () => string, wanted: readonly string[]])[] = [
    [() => say('همه', 'All'), ['همه', 'همه', 'All']],
    [() => say({ fa: 'همه', en: 'All' }), ['همه', 'همه', 'All']],
    [() => listed(['1', '2']), ['1، 2', '1، 2', '1, 2']],
    [() => counted(1, OUTLETS), ['۱ رسانه', '1 رسانه', '1 outlet']],
    [() => counted(12_500, OUTLETS), ['۱۲٬۵۰۰ رسانه', '12,500 رسانه', '12,500 outlets']],
    [() => number(-1.5), ['−۱٫۵', '−1.5', '-1.5']],
    [() => twoPlaces(1.4), ['۱٫۴۰', '1.40', '1.40']],
    [() => relativeTime('2025-12-15T10:48:00Z', NOW), ['۱۲ دقیقه پیش', '12 دقیقه پیش', '12 minutes ago']],
    [() => relativeTime('2025-12-15T10:58:59Z', NOW), ['۱ دقیقه پیش', '1 دقیقه پیش', '1 minute ago']],
    [() => relativeTime('2025-12-14T10:48:00Z', NOW), ['دیروز ۱۴:۱۸', 'دیروز 14:18', 'yesterday 14:18']],
    [() => relativeTime('2022-11-14', NOW), ['۲۳ آبان ۱۴۰۱', '23 آبان 1401', '14 November 2022']],
    [
      () => dayInBothCalendars('2022-11-14'),
      ['۲۳ آبان ۱۴۰۱ · ۱۴ نوامبر ۲۰۲۲', '23 آبان 1401 · 14 نوامبر 2022', '14 November 2022 · 23 Aban 1401'],
    ],
    [
      () => fullDate('2022-11-14T17:44:00Z'),
      [
        'دوشنبه ۲۳ آبان ۱۴۰۱ · ۱۴ نوامبر ۲۰۲۲ · ۲۱:۱۴ به وقت تهران',
        'دوشنبه 23 آبان 1401 · 14 نوامبر 2022 · 21:14 به وقت تهران',
        'Monday 14 November 2022 · 23 Aban 1401 · 21:14 Tehran time',
      ],
    ],
  ];
  for (const [make, wanted] of cases) assert.deepEqual(spoken(make), wanted);
});

test('outside of a page the site speaks Persian', () => {
  assert.equal(say('همه', 'All'), 'همه');
  assert.equal(number(3), '۳');
});

test('<Mixed> marks what is not in the language of the page', () => {
  const marked = (language: 'fa' | 'en', text: string) =>
    String(
      <TongueOfPage.Provider value={{ language, digits: 'persian' }}>
        <Mixed text={text} />
      </TongueOfPage.Provider>,
    );
  assert.equal(marked('fa', 'آب'), 'آب');
  assert.equal(marked('en', 'آب'), '<bdi lang="fa" dir="rtl">آب</bdi>');
  assert.equal(marked('fa', 'موشک KA-2'), 'موشک <bdi lang="en" dir="ltr" class="nb">KA-2</bdi>');
  assert.match(marked('en', 'موشک KA-2'), /^<bdi lang="fa" dir="rtl">موشک <bdi lang="en".*<\/bdi><\/bdi>$/);
});

test('withChoice() keeps the rest of an address', () => {
  assert.equal(withChoice('/', 'lang', 'en'), '/?lang=en');
  assert.equal(withChoice('/search?q=a&lang=en', 'lang', 'fa'), '/search?q=a&lang=fa');
  assert.equal(withChoice('/search?q=a%3Fb', 'digits', 'latin'), '/search?q=a%3Fb&digits=latin');
});
