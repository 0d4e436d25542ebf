/** Sums by report number, for one question at a time: a ring instead of a map, since living numbers lie close together. */
export interface NumberSums {
  /** Forgets the sums before; numbers from `oldest` to `newest` may be added to. */
  begin(oldest: number, newest: number): void;
  /** Adds a weight above 0. */
  add(number: number, weight: number): void;
  /** Calls for every number that has a sum, in the order in which they came. */
  visit(visit: (number: number, sum: number) => void): void;
}

const FIRST_CAPACITY = 1 << 12;

export function createNumberSums(): NumberSums {
  let sums = new Float64Array(FIRST_CAPACITY);
  const touched: number[] = [];

  return {
    begin(oldest, newest) {
      const mask = sums.length - 1;
      for (const number of touched) sums[number & mask] = 0;
      touched.length = 0;
      let capacity = sums.length;
      while (capacity <= newest - oldest) capacity *= 2;
      if (capacity > sums.length) sums = new Float64Array(capacity);
    },
    add(number, weight) {
      const place = number & (sums.length - 1);
      // `place` is below the length.
      const before = sums[place] as number;
      if (before === 0) touched.push(number);
      sums[place] = before + weight;
    },
    visit(visit) {
      const mask = sums.length - 1;
      for (const number of touched) visit(number, sums[number & mask] as number);
    },
  };
}
