import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createPrecedence, type Precedence } from './give_way.js';

/** A clock that moves by sleeping alone; `during` is done at every sleep. */
function setUp(during: (precedence: Precedence, ms: number) => void = () => undefined) {
  let ms = 0;
  const precedence: Precedence = createPrecedence({
    now: () => ms,
    sleep: async (pause) => {
      ms += pause;
      during(precedence, ms);
    },
  });
  return { precedence, waited: () => ms };
}

const { signal } = new AbortController();

test('giveWay does not wait at the usual pace', async () => {
  const { precedence, waited } = setUp();
  for (let page = 0; page < 20; page++) precedence.note(1);
  await precedence.giveWay(signal);
  assert.equal(waited(), 0);
});

test('giveWay waits until a heap of pages has been read', async () => {
  const { precedence, waited } = setUp(({ note }, ms) => {
    if (ms < 5000) note(16);
  });
  precedence.note(16);
  precedence.note(16);
  await precedence.giveWay(signal);
  assert.ok(waited() >= 5000 && waited() <= 6000, String(waited()));
});

test('giveWay returns after a minute though pages keep coming, and at once when it is stopped', async () => {
  const { precedence, waited } = setUp(({ note }) => note(16));
  precedence.note(100);
  await precedence.giveWay(signal);
  assert.equal(waited(), 60_000);
  await precedence.giveWay(AbortSignal.abort());
  assert.equal(waited(), 60_000);
});
