import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { PublishedComment } from '../store/comments.js';
import { buildCommentTree, type CommentNode } from './comment_tree.js';

function comment(id: number, parentId: number | null = null): PublishedComment {
  const at = '2025-12-15T11:00:00.000Z';
  return {
    id,
    parentId,
    authorName: null,
    text: `دیدگاه ${id}`,
    createdAt: at,
    up: 0,
    down: 0,
    decidedAt: at,
  };
}

/** `1(2(3 4>3))`: numbers, answers in brackets, `>` whom an answer beside others answers, `×` what is gone. */
function outline(nodes: readonly CommentNode[]): string {
  return nodes
    .map(({ id, comment: own, answersTo, answers }) => {
      const name = `${own === undefined ? '×' : ''}${id}${answersTo === undefined ? '' : `>${answersTo.id}`}`;
      return answers.length === 0 ? name : `${name}(${outline(answers)})`;
    })
    .join(' ');
}

test('buildCommentTree() shows two steps inwards, says whom deeper answers answer, keeps answers to what is gone', () => {
  const cases: readonly (readonly [readonly (readonly [number, number | null])[], string])[] = [
    [[], ''],
    [
      [
        [1, null],
        [2, null],
      ],
      '1 2',
    ],
    [
      [
        [1, null],
        [2, 1],
        [3, 2],
        [4, 3],
        [5, 4],
        [6, 1],
      ],
      '1(2(3 4>3 5>4) 6)',
    ],
    [
      [
        [7, 3],
        [8, 3],
        [9, 7],
      ],
      '×3(7(9) 8)',
    ],
  ];
  for (const [given, wanted] of cases) {
    assert.equal(outline(buildCommentTree(given.map(([id, parent]) => comment(id, parent)))), wanted);
  }
});

test('buildCommentTree() shows every comment once, at most two steps inwards', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(12), { maxLength: 30 }), (parents) => {
      const comments = parents.map((parent, at) =>
        comment(at + 1, parent > at || parent === 0 ? null : parent),
      );
      const seen: number[] = [];
      const walk = (nodes: readonly CommentNode[], depth: number): void => {
        for (const { id, comment: own, answers } of nodes) {
          assert.ok(depth <= 2);
          if (own !== undefined) seen.push(id);
          walk(answers, depth + 1);
        }
      };
      walk(buildCommentTree(comments), 0);
      assert.deepEqual(
        seen.sort((a, b) => a - b),
        comments.map(({ id }) => id),
      );
    }),
    { numRuns: 200 },
  );
});
