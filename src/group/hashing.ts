/** 32-bit hashes (FNV-1a with a final mix): 4 bytes a shingle, and a chance meeting of two only once in millions. */

const FNV_OFFSET = 0x811c9dc5;
const FNV_PRIME = 0x01000193;

/** Hash of a string as a signed 32-bit integer, which engines keep without a box. */
export function hashOf(text: string): number {
  let hash = FNV_OFFSET;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), FNV_PRIME);
  return mix(hash);
}

/** Hash of a pair of hashes; the order matters. */
export function joinHashes(first: number, second: number): number {
  return mix(Math.imul(first ^ 0x9e3779b9, 0x85ebca6b) ^ second);
}

function mix(hash: number): number {
  let mixed = hash ^ (hash >>> 16);
  mixed = Math.imul(mixed, 0x7feb352d);
  mixed ^= mixed >>> 15;
  mixed = Math.imul(mixed, 0x846ca68b);
  return mixed ^ (mixed >>> 16);
}

/** Sorted distinct values of a list of hashes. */
export function sortedSet(hashes: readonly number[]): Int32Array {
  const sorted = Int32Array.from(hashes).sort();
  let length = 0;
  for (let at = 0; at < sorted.length; at += 1) {
    if (at === 0 || sorted[at] !== sorted[at - 1]) sorted[length++] = sorted[at] as number;
  }
  return sorted.slice(0, length);
}

/** How many values two sorted sets share, those of `except` not counted. */
export function countShared(a: Int32Array, b: Int32Array, except?: ReadonlySet<number>): number {
  let shared = 0;
  let left = 0;
  let right = 0;
  while (left < a.length && right < b.length) {
    // Both indexes are below their lengths.
    const first = a[left] as number;
    const second = b[right] as number;
    if (first === second && except?.has(first) !== true) shared += 1;
    if (first <= second) left += 1;
    if (second <= first) right += 1;
  }
  return shared;
}

/** Whether a sorted set has a value. */
export function contains(sorted: Int32Array, value: number): boolean {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] as number) < value) low = middle + 1;
    else high = middle;
  }
  return sorted[low] === value;
}

/** Length of the longest run of values that two sequences share. */
export function longestRun(a: Int32Array, b: Int32Array): number {
  let longest = 0;
  let above = new Int32Array(b.length + 1);
  for (const value of a) {
    const row = new Int32Array(b.length + 1);
    for (let at = 0; at < b.length; at += 1) {
      if (b[at] !== value) continue;
      const length = (above[at] as number) + 1;
      row[at + 1] = length;
      if (length > longest) longest = length;
    }
    above = row;
  }
  return longest;
}
