/**
 * Which reports hold a hash: an open-addressing table of 32-bit keys, each with a chain of report numbers, the
 * newest first. Numbers must be added in rising order; those below `oldest` have left the window and go when the
 * table next fills up.
 */
export interface PostingIndex {
  add(key: number, report: number): void;
  /** Calls `visit` for at most `limit` living reports, the newest first; returns how many there were. */
  visit(key: number, limit: number, visit: (report: number) => void): number;
  /** Reports below this number are gone. */
  forgetBelow(oldest: number): void;
}

const FIRST_CAPACITY = 1 << 12;
/** Open addressing stays quick up to two thirds full. */
const FULLEST = 2 / 3;

interface Tables {
  readonly keys: Int32Array;
  /** Newest entry of the key, 1-based; 0 is an empty place. */
  readonly heads: Int32Array;
  readonly reports: Int32Array;
  /** The entry before, 1-based. */
  readonly previous: Int32Array;
}

export function createPostingIndex(): PostingIndex {
  let tables = makeTables(FIRST_CAPACITY);
  let places = 0;
  let entries = 0;
  let oldest = 0;

  function insert(into: Tables, key: number, report: number): void {
    const place = findPlace(into, key);
    if (into.heads[place] === 0) {
      into.keys[place] = key;
      places += 1;
    }
    into.reports[entries] = report;
    into.previous[entries] = into.heads[place] as number;
    entries += 1;
    into.heads[place] = entries;
  }

  /** Keeps what is alive, in tables of the size that this needs. */
  function renew(): void {
    const old = tables;
    let living = 0;
    for (let at = 0; at < entries; at += 1) if ((old.reports[at] as number) >= oldest) living += 1;
    let capacity = FIRST_CAPACITY;
    while (capacity * FULLEST < living * 1.5) capacity *= 2;
    const keyOf = keysByEntry(old, entries);
    const count = entries;
    tables = makeTables(capacity);
    places = 0;
    entries = 0;
    for (let at = 0; at < count; at += 1) {
      const report = old.reports[at] as number;
      if (report >= oldest) insert(tables, keyOf[at] as number, report);
    }
  }

  return {
    add(key, report) {
      if (entries >= tables.reports.length || places >= tables.keys.length * FULLEST) renew();
      insert(tables, key, report);
    },
    visit(key, limit, visit) {
      let entry = tables.heads[findPlace(tables, key)] as number;
      let count = 0;
      while (entry !== 0 && count < limit) {
        const report = tables.reports[entry - 1] as number;
        if (report < oldest) break;
        visit(report);
        count += 1;
        entry = tables.previous[entry - 1] as number;
      }
      return count;
    },
    forgetBelow(number) {
      oldest = number;
    },
  };
}

function makeTables(capacity: number): Tables {
  const entries = Math.floor(capacity * FULLEST);
  return {
    keys: new Int32Array(capacity),
    heads: new Int32Array(capacity),
    reports: new Int32Array(entries),
    previous: new Int32Array(entries),
  };
}

function findPlace({ keys, heads }: Tables, key: number): number {
  const mask = keys.length - 1;
  let place = Math.imul(key, 0x9e3779b1) & mask;
  while (heads[place] !== 0 && keys[place] !== key) place = (place + 1) & mask;
  return place;
}

/** The key of each entry, which only its chain knows. */
function keysByEntry({ keys, heads, previous }: Tables, entries: number): Int32Array {
  const keyOf = new Int32Array(entries);
  for (let place = 0; place < keys.length; place += 1) {
    for (let entry = heads[place] as number; entry !== 0; entry = previous[entry - 1] as number) {
      keyOf[entry - 1] = keys[place] as number;
    }
  }
  return keyOf;
}
