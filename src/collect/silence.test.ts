import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findSilence, type Rhythm } from './silence.js';

const HOUR = 3_600_000;
const NOW = Date.parse('2026-02-03T10:00:00Z');
const before = (hours: number): string => new Date(NOW - hours * HOUR).toISOString();

/** A source that was watched for a week and pauses for six hours every night. */
const USUAL: Rhythm = {
  lastListed: 30,
  itemCount: 900,
  emptyPolls: 0,
  firstListedAt: before(7 * 24),
  lastNewAt: before(1),
  longestGapMs: 6 * HOUR,
};

const CASES: readonly (readonly [string, Partial<Rhythm>, number | undefined, RegExp | undefined])[] = [
  ['news an hour ago', {}, 30, undefined],
  ['one empty answer', {}, 0, undefined],
  ['two empty answers', { emptyPolls: 1 }, 0, /lists nothing any more/],
  ['nothing, and nothing has changed since', { emptyPolls: 1, lastListed: 0 }, undefined, /lists nothing/],
  ['a full list after empty ones', { emptyPolls: 5 }, 30, undefined],
  ['a source that never listed anything', { itemCount: 0, emptyPolls: 9 }, 0, undefined],
  ['a night', { lastNewAt: before(7) }, 30, undefined],
  ['twice its longest pause', { lastNewAt: before(12.5) }, 30, /nothing new for 13 h; .* 6\.0 h/],
  ['the same when it says that nothing changed', { lastNewAt: before(12.5) }, undefined, /nothing new/],
  [
    'a source that is watched for a day only',
    { firstListedAt: before(24), lastNewAt: before(13) },
    30,
    undefined,
  ],
  ['half an hour of an agency', { longestGapMs: 300_000, lastNewAt: before(0.5) }, 30, undefined],
  ['two hours of an agency', { longestGapMs: 300_000, lastNewAt: before(2) }, 30, /nothing new for 2\.0 h/],
];

for (const [what, rhythm, listed, expected] of CASES) {
  test(`findSilence() ${expected ? 'tells of' : 'is calm about'} ${what}`, () => {
    const found = findSilence({ ...USUAL, ...rhythm }, { listed, nowMs: NOW });
    if (expected === undefined) assert.equal(found, undefined);
    else assert.match(found ?? '', expected);
  });
}
