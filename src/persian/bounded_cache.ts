/** Words repeat as Zipf says: this many remembered ones serve nearly all of a day's news and cost some 10 MB. */
const MOST_ENTRIES = 60_000;
/** Longer keys are not words: they would fill the cache with text, and rules for words need not look at them. */
export const LONGEST_KEY = 40;

/** The same function with its last results remembered; forgets all when full, so memory stays bounded. */
export function remember<Value>(compute: (key: string) => Value): (key: string) => Value {
  const known = new Map<string, Value>();
  return (key) => {
    const before = known.get(key);
    if (before !== undefined || known.has(key)) return before as Value;
    const value = compute(key);
    if (key.length > LONGEST_KEY) return value;
    if (known.size >= MOST_ENTRIES) known.clear();
    known.set(key, value);
    return value;
  };
}
