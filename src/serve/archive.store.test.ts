import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { fillPress, openTestSite } from './test_site.js';

const { app, store } = await openTestSite({ after });

before(() => fillPress(store));

async function textOf(path: string): Promise<string> {
  return (await app.request(path)).text();
}

/** Number of stories by day, straight from the table. */
function countsByDay() {
  return store.rows<{ day: string; count: number; headline: number }>(
    `select to_char(first_at at time zone 'Asia/Tehran', 'YYYY-MM-DD') as day, count(*)::int as count,
       min(id) as headline from story where report_count > 0 group by 1 order by 1`,
  );
}

test('the archive leads to the month of the newest story, whose days say how many stories began on them', async () => {
  const answer = await app.request('/archive');
  assert.equal(answer.headers.get('Location'), '/archive/1404/09');
  const page = await textOf('/archive/1404/09');
  const days = (await countsByDay()).filter(({ day }) => day >= '2025-11-22');
  assert.ok(days.length > 0);
  const links = [...page.matchAll(/<a href="\/archive\/1404\/09\/(\d\d)"[^>]*title="[^"]+ ۲۰۲۵"/g)];
  assert.equal(links.length, days.length);
});

test('a day has the stories that began on it, its neighbours, and feeds', async () => {
  const page = await textOf('/archive/1404/09/24');
  const today = (await countsByDay()).find(({ day }) => day === '2025-12-15');
  assert.match(
    page,
    /<h1><time datetime="2025-12-15">دوشنبه ۲۴ آذر ۱۴۰۴ <small[^>]*>۱۵ دسامبر ۲۰۲۵<\/small><\/time><\/h1>/,
  );
  assert.match(page, /aria-current="date"/);
  const list = page.slice(page.indexOf('arch-list'));
  const shown = new Set(
    [...list.matchAll(/<h3 class="sl-head"><a href="\/story\/(\d+)"/g)].map(([, id]) => id),
  );
  assert.equal(shown.size, today?.count);
  const feed = /href="(\/archive\/1404\/09\/24\/[^"]+)"/.exec(page)?.[1] ?? '';
  assert.equal((await app.request(feed)).status, 200);
});

test('the archive speaks English, and knows no days that are none', async () => {
  assert.match(
    await textOf('/archive/1404/09/24?lang=en'),
    /Monday 15 December 2025 · 24 Azar 1404.*Stories of this day/s,
  );
  assert.match(await textOf('/archive/1404/08/01'), /گرد نیامده است/);
  for (const path of [
    '/archive/1404/13',
    '/archive/1404/09/00',
    '/archive/1404/09/31',
    '/archive/1404/09?page=0',
  ]) {
    assert.equal((await app.request(path)).status, 404, path);
  }
});
