import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { LAB_MAX } from './pages/lab.js';
import { openTestSite } from './test_site.js';

const { app } = await openTestSite({ after }, { lab: true });
const usual = await openTestSite({ after });

function paste(text: string): Promise<Response> {
  return Promise.resolve(app.request('/lab', { method: 'POST', body: new URLSearchParams({ text }) }));
}

test('/lab shows display, sentences, dates and words of a pasted text', async () => {
  const body = await (await paste('كتاب هاي رسانهها ميشود. ۲۳ آبان ۱۴۰۱ <b>')).text();
  assert.match(body, /کتاب<mark>\|<\/mark>های رسانه<mark>\|<\/mark>ها می<mark>\|<\/mark>شود/);
  assert.match(body, /<li>كتاب هاي رسانهها ميشود\.<\/li>/);
  assert.match(body, /<bdi>2022-11-14<\/bdi>/);
  assert.match(body, /<bdi>رسانهها<\/bdi>.*<bdi>رسانه<\/bdi>/s);
  assert.match(body, /&lt;b&gt;/);
});

test('/lab marks no half-space that the publisher set', async () => {
  assert.doesNotMatch(await (await paste('می\u200cشود')).text(), /<mark>/);
});

test('/lab reads no more than its length and refuses larger forms', async () => {
  const body = await (await paste('آ '.repeat(LAB_MAX))).text();
  assert.equal(body.match(/<bdi>آ<\/bdi>/g)?.length, LAB_MAX);
  assert.equal((await paste('آ '.repeat(8 * LAB_MAX))).status, 400);
});

test('/lab is there for developers only', async () => {
  assert.equal((await usual.app.request('/lab')).status, 404);
  assert.equal((await app.request('/lab')).status, 200);
});
