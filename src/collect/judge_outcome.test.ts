import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { FetchOutcome } from './fetch_outcome.js';
import { judgeHost, judgePage } from './judge_outcome.js';
import { PACE } from './schedule.js';

const MINUTE = 60_000;
const dice = () => 0.5;
const fetched: FetchOutcome = { kind: 'fetched', url: 'x', body: new Uint8Array(), validators: {} };

const HOSTS: readonly (readonly [FetchOutcome, failures: number, pauseMs: number])[] = [
  [fetched, 0, 1000],
  [{ kind: 'not_modified' }, 0, 1000],
  [{ kind: 'gone', status: 404 }, 0, 1000],
  [{ kind: 'failed', status: 403 }, 0, 1000],
  [{ kind: 'failed', status: 500 }, 3, 4 * MINUTE],
  [{ kind: 'unreachable', cause: 'x' }, 3, 4 * MINUTE],
  [{ kind: 'challenge', by: 'x' }, 3, 4 * MINUTE],
  [{ kind: 'rate_limited' }, 3, 4 * MINUTE],
  [{ kind: 'rate_limited', retryAfterMs: 100_000 }, 3, 105_000],
  [{ kind: 'rate_limited', retryAfterMs: 0 }, 3, 1000],
];

for (const [outcome, failures, pauseMs] of HOSTS) {
  test(`judgeHost() leaves a host for ${pauseMs / 1000} s after ${JSON.stringify(outcome)}`, () => {
    assert.deepEqual(judgeHost(outcome, { pace: PACE, dice, hostFailures: 2 }), { failures, pauseMs });
  });
}

test('judgeHost() takes a crawl delay for the least pause', () => {
  const context = { pace: PACE, dice, hostFailures: 0, crawlDelayMs: 20_000 };
  assert.equal(judgeHost(fetched, context).pauseMs, 20_000);
  assert.equal(judgeHost(fetched, { ...context, crawlDelayMs: 1 }).pauseMs, 1000);
});

const PAGES: readonly (readonly [FetchOutcome, attempts: number, verdict: string])[] = [
  [fetched, 0, 'store'],
  [{ kind: 'not_modified' }, 0, 'unchanged'],
  [{ kind: 'gone', status: 410 }, 0, 'drop'],
  [{ kind: 'gone', status: 404 }, 0, 'later'],
  [{ kind: 'gone', status: 404 }, 2, 'drop'],
  [{ kind: 'failed', status: 403 }, 2, 'drop'],
  [{ kind: 'failed', status: 502 }, 13, 'later'],
  [{ kind: 'failed', status: 502 }, 14, 'drop'],
  [{ kind: 'unreachable', cause: 'x' }, 13, 'later'],
  [{ kind: 'unreachable', cause: 'x' }, 14, 'drop'],
  [{ kind: 'challenge', by: 'x' }, 0, 'later'],
  [{ kind: 'rate_limited' }, 1000, 'later'],
  [{ kind: 'refused_by_robots' }, 0, 'drop'],
  [{ kind: 'forbidden_address', cause: 'x' }, 0, 'drop'],
  [{ kind: 'too_large', limitBytes: 1 }, 0, 'drop'],
];

for (const [outcome, attempts, verdict] of PAGES) {
  test(`judgePage() says ${verdict} after ${JSON.stringify(outcome)} on try ${attempts + 1}`, () => {
    assert.equal(judgePage(outcome, { attempts, pace: PACE, dice }).kind, verdict);
  });
}
