/** Comments and their answers, as they are shown. */
import type { PublishedComment } from '../store/comments.js';

export interface CommentNode {
  readonly id: number;
  /** Absent: it was taken back or rejected, and only its answers are left. */
  readonly comment: PublishedComment | undefined;
  /** Whom it answers, where its place on the page does not tell. */
  readonly answersTo?: PublishedComment;
  readonly answers: readonly CommentNode[];
}

/** Answers to answers are the last step inwards; what answers them stands beside them. */
const DEEPEST = 2;

interface Growing {
  readonly node: CommentNode & { readonly answers: CommentNode[] };
  readonly depth: number;
  readonly under: Growing | undefined;
}

/** Puts answers under what they answer; `comments` are in order of time, and so are the answers of each. */
export function buildCommentTree(comments: readonly PublishedComment[]): readonly CommentNode[] {
  const roots: CommentNode[] = [];
  const known = new Map<number, Growing>();
  const plant = (id: number, comment: PublishedComment | undefined, parent?: Growing): Growing => {
    const isTooDeep = parent !== undefined && parent.depth === DEEPEST;
    const under = isTooDeep ? parent.under : parent;
    const answersTo = isTooDeep ? parent.node.comment : undefined;
    const node = { id, comment, answers: [], ...(answersTo && { answersTo }) };
    const growing = { node, depth: under === undefined ? 0 : under.depth + 1, under };
    known.set(id, growing);
    (under?.node.answers ?? roots).push(node);
    return growing;
  };
  for (const comment of comments) {
    const { id, parentId } = comment;
    const parent = parentId === null ? undefined : (known.get(parentId) ?? plant(parentId, undefined));
    plant(id, comment, parent);
  }
  return roots;
}
