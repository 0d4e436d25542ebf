import type { EntityType } from '../model/entity.js';

// An averaged structured perceptron over the features of `names_features`: which words begin a name, which go on.

/** Tags in the order of the weights. A tag «inside» follows only its own kind. */
export const TAGS = [
  'O',
  'B-person',
  'I-person',
  'B-organisation',
  'I-organisation',
  'B-place',
  'I-place',
] as const;
export const TAG_COUNT = TAGS.length;

/** Weights of the model: `slots[feature * TAG_COUNT + tag]` and `transitions[before * TAG_COUNT + tag]`. */
export interface NameWeights {
  readonly slots: ArrayLike<number>;
  readonly transitions: ArrayLike<number>;
}

export interface TaggedRange {
  readonly from: number;
  readonly to: number;
  readonly type: EntityType;
}

/** The likeliest tags of a sentence (Viterbi). */
export function bestTags(features: readonly Int32Array[], weights: NameWeights): number[] {
  const count = features.length;
  if (count === 0) return [];
  const back = new Int8Array(count * TAG_COUNT);
  let scores = new Float64Array(TAG_COUNT);
  let next = new Float64Array(TAG_COUNT);
  for (let at = 0; at < count; at += 1) {
    emit(next, features[at] as Int32Array, weights);
    for (let tag = 0; tag < TAG_COUNT; tag += 1) {
      const from = at === 0 ? 0 : bestBefore(scores, tag, weights);
      const before = at === 0 ? firstScore(tag) : (scores[from] as number) + moveScore(weights, from, tag);
      next[tag] = (next[tag] as number) + before;
      back[at * TAG_COUNT + tag] = from;
    }
    [scores, next] = [next, scores];
  }
  return readBack(back, scores, count);
}

/** The sums stand in variables, since this is where most of the model's time goes. */
function emit(out: Float64Array, features: Int32Array, { slots }: NameWeights): void {
  let [a, b, c, d, e, f, g] = [0, 0, 0, 0, 0, 0, 0];
  for (let at = 0; at < features.length; at += 1) {
    const base = (features[at] as number) * TAG_COUNT;
    a += slots[base] as number;
    b += slots[base + 1] as number;
    c += slots[base + 2] as number;
    d += slots[base + 3] as number;
    e += slots[base + 4] as number;
    f += slots[base + 5] as number;
    g += slots[base + 6] as number;
  }
  out.set([a, b, c, d, e, f, g]);
}

/** A sentence does not begin inside a name. */
function firstScore(tag: number): number {
  return isInside(tag) ? Number.NEGATIVE_INFINITY : 0;
}

function moveScore({ transitions }: NameWeights, before: number, tag: number): number {
  return transitions[before * TAG_COUNT + tag] as number;
}

/** The tag before, from which this one is likeliest: inside a name only its own beginning or middle. */
function bestBefore(scores: Float64Array, tag: number, weights: NameWeights): number {
  const first = isInside(tag) ? tag - 1 : 0;
  const last = isInside(tag) ? tag : TAG_COUNT - 1;
  let best = first;
  for (let before = first + 1; before <= last; before += 1) {
    const score = (scores[before] as number) + moveScore(weights, before, tag);
    if (score > (scores[best] as number) + moveScore(weights, best, tag)) best = before;
  }
  return best;
}

function isInside(tag: number): boolean {
  return tag > 0 && tag % 2 === 0;
}

function readBack(back: Int8Array, scores: Float64Array, count: number): number[] {
  const tags = new Array<number>(count).fill(0);
  tags[count - 1] = scores.indexOf(Math.max(...scores));
  for (let at = count - 1; at > 0; at -= 1)
    tags[at - 1] = back[at * TAG_COUNT + (tags[at] as number)] as number;
  return tags;
}

/** The names that tags mark. */
export function rangesOf(tags: readonly number[]): TaggedRange[] {
  const ranges: { from: number; to: number; type: EntityType }[] = [];
  for (const [at, tag] of tags.entries()) {
    const last = ranges.at(-1);
    if (isInside(tag) && last !== undefined && last.to === at) last.to = at + 1;
    else if (tag > 0) ranges.push({ from: at, to: at + 1, type: TYPES[(tag - 1) >> 1] as EntityType });
  }
  return ranges;
}

const TYPES: readonly EntityType[] = ['person', 'organisation', 'place'];
