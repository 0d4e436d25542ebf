import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type LedgerEntry, requestLedger } from './request_ledger.js';

const entry = (host: string, path: string): LedgerEntry => ({
  atMs: 0,
  host,
  method: 'GET',
  path,
  status: 200,
  userAgent: '',
  conditional: false,
  openAtOnce: 1,
});

test('requestLedger() keeps order and tells hosts apart', () => {
  const ledger = requestLedger(10);
  for (const each of [entry('a', '/1'), entry('b', '/2'), entry('a', '/3')]) ledger.write(each);
  assert.deepEqual(
    ledger.entries('a').map(({ path }) => path),
    ['/1', '/3'],
  );
  ledger.clear();
  assert.deepEqual([ledger.count(), ledger.entries()], [0, []]);
});

test('requestLedger() drops the oldest beyond its limit and still counts them', () => {
  const ledger = requestLedger(10);
  for (let number = 0; number < 1000; number += 1) ledger.write(entry('a', `/${number}`));
  assert.equal(ledger.count(), 1000);
  assert.ok(ledger.entries().length <= 10);
  assert.equal(ledger.entries().at(-1)?.path, '/999');
});
