import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { AttributionHop } from '../model/attribution.js';
import type { Placement, Report } from '../model/story.js';
import { createGrouper } from './grouper.js';

const DAM =
  'وزیر نیروی آرانیا گفت که سد سپیدبار از پنجشنبهٔ آینده بازسازی می‌شود و آب سه شهر شمالی تا دو هفته نوبتی خواهد بود. هزینهٔ کار ۴۱۷ میلیارد زرین برآورد شده است.';
const QUAKE = 'زلزله‌ای به بزرگی ۵٫۲ ریشتر بامداد امروز کابودان را لرزاند و به خانه‌های روستایی خسارت زد.';

let counter = 0;
function reportOf(text: string, more: Partial<Report> = {}): Report {
  counter += 1;
  const minutes = String(counter % 60).padStart(2, '0');
  const published = `2026-03-01T10:${minutes}:00+03:30`;
  return { id: `r${counter}`, outlet: `outlet-${counter}`, published, text, chain: [], ...more };
}

function place(...reports: readonly Report[]): readonly Placement[] {
  const grouper = createGrouper();
  return reports.map((report) => grouper.add(report));
}

test('add() finds a copy in another spelling with its ending trimmed', () => {
  const original = reportOf(DAM);
  const copy = reportOf(DAM.replaceAll('\u200c', '').slice(0, -40));
  const [, placed] = place(original, copy);
  assert.equal(placed?.copyOf?.other, original.id);
  assert.ok((placed?.copyOf?.containment ?? 0) >= 0.8);
  assert.equal(placed?.story, original.id);
  assert.equal(placed?.origin, original.id);
});

const QUOTE = '«ما این سد را تا پایان بهار به مردم شمال بازمی‌گردانیم و هیچ روستایی بی‌آب نخواهد ماند»';
test('add() takes two reports that share only a quotation for a common source', () => {
  const first = reportOf(
    `سخنگوی دولت در نشست هفتگی خود دربارهٔ آب گفت: ${QUOTE}. خبرنگاران دربارهٔ بودجه هم پرسیدند و پاسخی نگرفتند.`,
  );
  const second = reportOf(
    `از سفر استانی هیئت دولت چه خبر؟ کشاورزان جلوی فرمانداری گرد آمدند و این سخن را شنیدند: ${QUOTE}. کسی کف نزد.`,
  );
  const [, placed] = place(first, second);
  assert.equal(placed?.copyOf, undefined);
  assert.equal(placed?.commonSource, first.id);
});

test('add() keeps daily issues of one form apart', () => {
  const rates = (day: string, buy: string, sell: string) =>
    `نرخ ارز در بازار آرتان؛ ${day}\nهر لاژ امروز در بازار آزاد ${buy} زرین خریده و ${sell} زرین فروخته شد. معامله‌گران چشم به خبرهای مرز دارند.`;
  const outlet = 'taraz';
  const [first, second] = place(
    reportOf(rates('دوشنبه', '۱۴٫۱۵', '۱۴٫۲۵'), { outlet, published: '2026-03-02T12:00:00+03:30' }),
    reportOf(rates('سه‌شنبه', '۱۴٫۳۵', '۱۴٫۴۸'), { outlet, published: '2026-03-03T12:00:00+03:30' }),
  );
  assert.notEqual(second?.story, first?.story);
  assert.equal(second?.copyOf, undefined);
});

test('add() keeps unrelated news apart and says why it joined the rest', () => {
  const [dam, quake, again] = place(
    reportOf(DAM),
    reportOf(QUAKE),
    reportOf('بازسازی سد سپیدبار از پنجشنبه آغاز می‌شود؛ وزیر نیرو: آب شهرهای شمالی نوبتی است'),
  );
  assert.notEqual(quake?.story, dam?.story);
  assert.equal(again?.story, dam?.story);
  assert.ok(again?.reasons.some(({ feature }) => feature === 'terms'));
});

const credit = (outlet: string): AttributionHop => ({
  name: outlet,
  outlet,
  relation: 'original',
  anonymous: false,
});
const directions: readonly [string, Partial<Report>, Partial<Report>, string][] = [
  ['the hour', {}, {}, 'from_other'],
  [
    'a late original',
    { published: '2026-03-01T12:00:00Z' },
    { published: '2026-03-01T11:00:00Z' },
    'to_other',
  ],
  ['a credit against the hour', { chain: [credit('b')] }, { published: '2026-03-02T11:00:00Z' }, 'to_other'],
  ['nothing', { published: '2026-03-01T11:00:00Z' }, { published: '2026-03-01T11:00:00Z' }, 'undirected'],
  [
    'one press office',
    { chain: [{ ...credit('x'), name: 'دفتر سد' }] },
    { chain: [{ ...credit('x'), name: 'دفتر سد' }] },
    'undirected',
  ],
];
for (const [what, first, second, expected] of directions) {
  test(`add() directs a copy by ${what}`, () => {
    const [, placed] = place(
      reportOf(DAM, { outlet: 'a', ...first }),
      reportOf(DAM, { outlet: 'b', ...second }),
    );
    assert.equal(placed?.copyOf?.direction, expected);
  });
}

test('add() puts a report where it is told', () => {
  const grouper = createGrouper();
  grouper.add(reportOf(DAM));
  const placed = grouper.add(reportOf(DAM), { story: 'operators-story' });
  assert.equal(placed.story, 'operators-story');
});

test('add() forgets what left the window', () => {
  const [, placed] = place(
    reportOf(DAM, { published: '2026-03-01T10:00:00Z' }),
    reportOf(DAM, { published: '2026-03-20T10:00:00Z' }),
  );
  assert.equal(placed?.copyOf, undefined);
});

const WORDS =
  'سد رود وزیر شهر آب زلزله سفر نفت بازار گفت امروز سپیدبار نوران آرانیا می\u200cشود کتاب\u200cها'.split(' ');
const texts = fc.array(
  fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 30 }).map((words) => words.join(' ')),
  { maxLength: 12 },
);
const reportsOf = (list: readonly string[]): Report[] =>
  list.map((text, at) => ({
    id: `p${at}`,
    outlet: `o${at % 3}`,
    published: `2026-03-01T10:${10 + at}:00Z`,
    text,
    chain: [],
  }));

test('add() decides the same on texts without half-spaces', () => {
  fc.assert(
    fc.property(texts, (list) => {
      const stripped = list.map((text, at) => (at % 2 === 0 ? text : text.replaceAll('\u200c', '')));
      assert.deepEqual(place(...reportsOf(stripped)), place(...reportsOf(list)));
    }),
    { numRuns: 40 },
  );
});

test('add() answers the same when the same reports come again in the same order', () => {
  fc.assert(
    fc.property(texts, (list) => assert.deepEqual(place(...reportsOf(list)), place(...reportsOf(list)))),
    { numRuns: 20 },
  );
});

const SPEECH = 'ژاله مهرتاش: مرز شرقی تا پایان هفته باز می‌شود و کامیون‌ها از همان روز بی‌نوبت می‌گذرند';
test('add() tells two records of one speech from a copy', () => {
  const first = reportOf(`${SPEECH}. ما با همسایه‌ها بر سر آب هم گفت‌وگو می‌کنیم.`);
  const second = reportOf(
    'وزیر خارجه: مرز شرقی تا پایان هفته باز می‌شود و کامیون‌ها نباید نگران باشند. این قول دولت است.',
  );
  const third = reportOf(`${SPEECH}. او از بودجه چیزی نگفت.`);
  const [, told, copied] = place(first, second, third);
  assert.equal(told?.copyOf, undefined);
  assert.equal(copied?.copyOf?.other, first.id);
});

test('add() takes a reworded report for a copy where it names its source', () => {
  const source = reportOf(DAM, { outlet: 'nuran' });
  const text =
    'شمال آرانیا باز بی‌آب می‌ماند. کارشناسان از ماه‌ها پیش هشدار می‌دادند و کسی نشنید، اما حالا آب سه شهر شمالی تا دو هفته نوبتی خواهد بود و کشاورزان ناچارند پمپ‌ها را شب‌ها روشن کنند.';
  const hop: AttributionHop = { name: 'نوران', outlet: 'nuran', relation: 'original', anonymous: false };
  const [, credited] = place(source, reportOf(text, { outlet: 'tondbad', chain: [hop] }));
  assert.equal(credited?.copyOf?.direction, 'from_other');
  const [, silent] = place(source, reportOf(text, { outlet: 'tondbad' }));
  assert.equal(silent?.copyOf, undefined);
});

test('add() keeps the same event in two towns apart', () => {
  const shotDown = (town: string) =>
    `سرنگونی یک پهپاد شناسایی در آسمان ${town}\nیک پهپاد شناسایی با آتش پدافند هوایی در آسمان ${town} سرنگون شد.`;
  const [first, second, third] = place(
    reportOf(shotDown('نوبندر')),
    reportOf(shotDown('زرین‌کوه')),
    reportOf('پهپاد شناسایی در آسمان نوبندر سرنگون شد'),
  );
  assert.notEqual(second?.story, first?.story);
  assert.equal(third?.story, first?.story);
});

test('add() joins no news to an advert', () => {
  const advert =
    'شرط‌بندی با بهترین ضرایب! بونوس برای اولین واریز، برداشت سریع، ورود بدون فیلتر به بازی نوران و کابودان';
  const [first, second] = place(reportOf(advert), reportOf('بازی نوران و کابودان بدون گل پایان یافت'));
  assert.notEqual(second?.story, first?.story);
});

test('add() puts who denies a report into its story, and another event of the same people into one of its own', () => {
  const at = (day: number) => ({ published: `2026-03-0${day}T10:00:00+03:30` });
  const [call, denied, other] = place(
    reportOf('وزیر دفاع مرداویا با دریادار ورجان، فرمانده نیروی دریایی نیلوان، گفت‌وگوی ویدئویی کرد', at(1)),
    reportOf(
      'سخنگوی ارتش تکذیب کرد: فرمانده نیروی دریایی نیلوان با کسی گفت‌وگوی ویدئویی نکرده و دریادار ورجان در سفر بوده است',
      at(2),
    ),
    reportOf('دریادار ورجان از کارخانهٔ کشتی‌سازی بازدید کرد و کارگران از دستمزد پایین خود گفتند', at(2)),
  );
  assert.equal(denied?.story, call?.story);
  assert.notEqual(other?.story, call?.story);
});
