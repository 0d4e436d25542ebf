/**
 * Keeps what changes slowly and costs much to read (the most viewed stories, how many reports an outlet has) for a
 * minute, for all pages that show it. Whoever asks later gets the old value at once while it is read anew.
 */

/** The value of a key: as it was read within the last minutes, or read now. */
export type Recall = <Value>(key: string, load: () => Promise<Value>) => Promise<Value>;

export interface RecallOptions {
  /** After this time (ms) a value is read anew; 0 keeps none. */
  readonly keptMs: number;
  readonly clock: () => string;
}

interface Recalled {
  readonly value: Promise<unknown>;
  readonly readMs: number;
  isRefreshed: boolean;
}

/** Nobody is shown a value older than so many times `keptMs`. */
const OLDEST = 10;
const MAX_KEPT = 2000;

/** `forget` empties the memory, as when an operator has hidden something. */
export function openRecall({ keptMs, clock }: RecallOptions): {
  readonly recall: Recall;
  readonly forget: () => void;
} {
  const kept = new Map<string, Recalled>();

  function read<Value>(key: string, load: () => Promise<Value>): Promise<Value> {
    const value = load();
    const entry: Recalled = { value, readMs: Date.parse(clock()), isRefreshed: false };
    kept.delete(key);
    kept.set(key, entry);
    if (kept.size > MAX_KEPT) kept.delete(kept.keys().next().value ?? '');
    const drop = (): void => {
      if (kept.get(key) === entry) kept.delete(key);
    };
    // What is not there yet may be there in a moment.
    value.then((read) => Array.isArray(read) && read.length === 0 && drop(), drop);
    return value;
  }

  function refresh<Value>(key: string, old: Recalled, load: () => Promise<Value>): void {
    old.isRefreshed = true;
    const value = load();
    value.then(
      () => {
        // Unless everything was forgotten meanwhile.
        if (kept.get(key) !== old) return;
        kept.set(key, { value, readMs: Date.parse(clock()), isRefreshed: false });
      },
      () => {
        old.isRefreshed = false;
      },
    );
  }

  return {
    recall: (key, load) => {
      if (keptMs === 0) return load();
      const known = kept.get(key);
      const ageMs = Date.parse(clock()) - (known?.readMs ?? 0);
      if (known === undefined || ageMs > keptMs * OLDEST) return read(key, load);
      if (ageMs > keptMs && !known.isRefreshed) refresh(key, known, load);
      // The key says which type its value has.
      return known.value as ReturnType<typeof load>;
    },
    forget: () => kept.clear(),
  };
}
