import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { foldMembership, type MachinePlace, mergesOf, routeReport } from './membership.js';

type Act = Parameters<typeof foldMembership>[1][number];

const PLACES: readonly MachinePlace[] = [
  { articleId: 1, arrival: 1, storyId: 10 },
  { articleId: 2, arrival: 2, storyId: 10, otherId: 1 },
  { articleId: 3, arrival: 3, storyId: 30 },
  { articleId: 4, arrival: 4, storyId: 10, otherId: 2 },
  { articleId: 5, arrival: 5, storyId: 10 },
];

function storiesAfter(...acts: readonly Act[]): readonly number[] {
  const members = foldMembership(PLACES, acts);
  return PLACES.map(({ articleId }) => members.get(articleId)?.storyId ?? 0);
}

test('foldMembership() keeps the machine\u2019s stories without acts', () => {
  assert.deepEqual(storiesAfter(), [10, 10, 30, 10, 10]);
});

test('foldMembership() lets later copies follow a report that was split off, others not', () => {
  const split: Act = { id: 1, kind: 'split', afterArrival: 3, storyId: 10, intoId: 99, articleIds: [2] };
  assert.deepEqual(storiesAfter(split), [10, 99, 30, 99, 10]);
});

test('foldMembership() sends what comes later into the story that took over', () => {
  const merge: Act = {
    id: 1,
    kind: 'merge',
    afterArrival: 3,
    storyId: 10,
    intoId: 30,
    articleIds: [1, 2],
  };
  assert.deepEqual(storiesAfter(merge), [30, 30, 30, 30, 30]);
});

test('foldMembership() moves one report and nothing else', () => {
  const move: Act = { id: 1, kind: 'move', afterArrival: 5, storyId: 10, intoId: 30, articleIds: [5] };
  assert.deepEqual(storiesAfter(move), [10, 10, 30, 10, 30]);
});

test('foldMembership() comes to an end when stories are merged in a ring', () => {
  const there: Act = { id: 1, kind: 'merge', afterArrival: 3, storyId: 10, intoId: 30, articleIds: [1, 2] };
  const back: Act = {
    id: 2,
    kind: 'merge',
    afterArrival: 3,
    storyId: 30,
    intoId: 10,
    articleIds: [1, 2, 3],
  };
  assert.equal(new Set(storiesAfter(there, back)).size, 1);
});

test('foldMembership() is the same as placing one by one while acts are done', () => {
  const acts = fc.array(
    fc.record({
      kind: fc.constantFrom('split' as const, 'move' as const),
      afterArrival: fc.nat(12),
      intoId: fc.integer({ min: 100, max: 103 }),
      articleIds: fc.uniqueArray(fc.integer({ min: 1, max: 12 }), { maxLength: 4 }),
    }),
    { maxLength: 5 },
  );
  const places = fc.array(fc.record({ storyId: fc.integer({ min: 10, max: 13 }), otherId: fc.nat(12) }), {
    minLength: 1,
    maxLength: 12,
  });
  fc.assert(
    fc.property(places, acts, (drawn, wishes) => {
      const reports = drawn.map(({ storyId, otherId }, at) => ({
        articleId: at + 1,
        arrival: at + 1,
        storyId,
        ...(otherId > 0 && otherId <= at && { otherId }),
      }));
      const done = [...wishes]
        .sort((a, b) => a.afterArrival - b.afterArrival)
        .map((wish, at): Act => ({ ...wish, id: at + 1 }));
      assert.deepEqual([...foldMembership(reports, done)], [...stepByStep(reports, done)]);
    }),
  );
});

function stepByStep(reports: readonly MachinePlace[], acts: readonly Act[]) {
  const members = new Map<number, { storyId: number; actId?: number }>();
  const merges = mergesOf([]);
  const doActs = (arrival: number): void => {
    for (const { id, intoId, articleIds, afterArrival } of acts) {
      if (afterArrival !== arrival) continue;
      for (const articleId of articleIds) {
        if (members.has(articleId)) members.set(articleId, { storyId: intoId, actId: id });
      }
    }
  };
  doActs(0);
  for (const report of reports) {
    const storyOf = (articleId: number) => members.get(articleId)?.storyId;
    members.set(report.articleId, routeReport(report, { storyOf, merges }));
    doActs(report.arrival);
  }
  for (let arrival = reports.length + 1; arrival <= 12; arrival += 1) doActs(arrival);
  return members;
}
