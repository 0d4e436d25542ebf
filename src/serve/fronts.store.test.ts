/** An outlet's front page over time. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { addFrontPage, fillPress, openTestSite } from './test_site.js';

const site = await openTestSite({ after });

before(async () => {
  await fillPress(site.store);
  await addFrontPage(site.store);
});

async function get(path: string) {
  const response = await site.app.request(path);
  return { status: response.status, location: response.headers.get('location'), body: await response.text() };
}

test('/outlet/<id>/front leads to the day of the last reading, whose headlines stand by their best place', async () => {
  assert.match((await get('/outlet/nuran')).body, /href="\/outlet\/nuran\/front"/);
  const { status, location } = await get('/outlet/nuran/front');
  assert.equal(status, 302);
  assert.equal(location, '/outlet/nuran/front/1404/09/24');
  const { body } = await get('/outlet/nuran/front/1404/09/24');
  // Both led once; the river was seen first there.
  assert.match(body, /۲ تیتر.*(مدارس پنج شهر|دور نخست گفت‌وگوهای).*(مدارس پنج شهر|دور نخست گفت‌وگوهای)/s);
  assert.match(body, /href="\/outlet\/nuran\/front\/1404\/09\/24" aria-current="date"/);
  assert.match(body, /data-why="front"/);
});

test('a month without a day shows its calendar; a day that was not read says so', async () => {
  assert.match((await get('/outlet/nuran/front/1404/09')).body, /روزی را در تقویم برگزینید/);
  assert.match((await get('/outlet/nuran/front/1404/09/02')).body, /این روز صفحه خوانده نشده است/);
});

test('front pages of nobody, of outlets without readings and of days that are none are not found', async () => {
  for (const path of ['nobody/front', 'karaneh/front', 'nuran/front/1404/13', 'nuran/front/1404/09/00']) {
    assert.equal((await get(`/outlet/${path}`)).status, 404, path);
  }
});
