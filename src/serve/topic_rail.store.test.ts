/** Beside the list of a topic: names of the articles that it lists. */
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { addTopic, fillPress, openTestSite, TEST_NOW } from './test_site.js';

test('a topic tells who is named in its articles and in which years they were published, each article once, and why so', async () => {
  const { app, store } = await openTestSite({ after });
  const numbers = await fillPress(store);
  const topic = await addTopic(store);
  const page = async (): Promise<string> => (await app.request(`/topic/${topic}`)).text();
  assert.doesNotMatch(await page(), /data-why="names"/);
  await store.run(
    `insert into entity (id, type, name, known) values ('geo.pass', 'place', 'گذرگاه زرین‌کوه', true)`,
  );
  await store.run(
    `insert into entity_mention (article_id, version, machine_id, entity_id, known_at, spans)
     select id, current_version, machine, 'geo.pass', $2, '[]' from article, unnest(array['geo.pass', 'x']) machine
     where id = any($1)`,
    [[...numbers.values()], TEST_NOW],
  );
  assert.match(
    await page(),
    /data-why="names".*href="\/entity\/geo\.pass">گذرگاه زرین‌کوه<\/a><span class="note">[۱-۳] مطلب</s,
  );
  assert.doesNotMatch(await page(), /class="bars"/);
  await store.run(
    `update fetched_page set url = 'https://rudna.example/news/wetland'
     where id = (select max(page_id) from page_result where article_id = $1)`,
    [numbers.get('river')],
  );
  await store.run(
    `update article set published_at = coalesce(published_at, $2) - interval '400 days' where id = $1`,
    [numbers.get('border'), TEST_NOW],
  );
  const years = [...(await page()).matchAll(/<li>(۱۴۰[۰-۹])<svg.*?<span class="n">(۱)</gs)].map(
    ([, year]) => year,
  );
  assert.equal(years.length, 2);
  assert.deepEqual(years, years.toSorted().reverse());
});
