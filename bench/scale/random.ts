/** A small generator of even numbers below 1 (mulberry32), the same at every run. */
export type Random = () => number;

export function openRandom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** A whole number below `end`. */
export function below(random: Random, end: number): number {
  return Math.floor(random() * end);
}

/**
 * Draws indices as often as their weights say, in constant time (the alias method of Walker and Vose: every index
 * shares its cell with at most one other).
 */
export function openWeighted(weights: readonly number[]): (random: Random) => number {
  const count = weights.length;
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const shares = Float64Array.from(weights, (weight) => (weight * count) / total);
  const other = Int32Array.from(shares, (_, at) => at);
  const small: number[] = [];
  const large: number[] = [];
  shares.forEach((share, at) => {
    (share < 1 ? small : large).push(at);
  });
  while (small.length > 0 && large.length > 0) {
    const poor = small.pop() ?? 0;
    const rich = large.at(-1) ?? 0;
    other[poor] = rich;
    shares[rich] = (shares[rich] ?? 0) + (shares[poor] ?? 0) - 1;
    if ((shares[rich] ?? 0) < 1) {
      large.pop();
      small.push(rich);
    }
  }
  return (random) => {
    const place = random() * count;
    const cell = Math.floor(place);
    return place - cell < (shares[cell] ?? 1) ? cell : (other[cell] ?? cell);
  };
}

/** Zipf's law: the n-th of `count` comes n times less often than the first. */
export function openZipf(count: number): (random: Random) => number {
  return openWeighted(Array.from({ length: count }, (_, at) => 1 / (at + 1)));
}
