import type { EntityIndex, KnownName } from './entity_index.js';
import type { NameFound } from './names_known.js';
import type { SentenceWords } from './sentence_words.js';

/** Who in one document is meant by a surname: whoever was named in full. */
export class AliasTable {
  readonly #index: EntityIndex;
  readonly #day: string | undefined;
  /** Last word of a full name → entity ids. */
  readonly #surnames = new Map<string, Set<string>>();
  readonly #full = new Set<string>();

  constructor(index: EntityIndex, published: string | undefined) {
    this.#index = index;
    this.#day = published?.slice(0, 10);
  }

  /** Remembers the full names of a sentence. */
  learn(words: SentenceWords, names: readonly NameFound[]): void {
    for (const name of names) {
      if (name.type !== 'person' || name.to - name.from < 2) continue;
      if (name.known?.some((each) => !each.whole)) continue;
      this.#full.add(name.id);
      const surname = words.keys[name.to - 1] ?? '';
      const ids = this.#surnames.get(surname) ?? new Set();
      this.#surnames.set(surname, ids.add(name.id));
    }
  }

  /** The names of a sentence with bare surnames added and shared names decided. */
  settle(words: SentenceWords, names: readonly NameFound[]): NameFound[] {
    const settled = names.map((name) => this.#decided(name));
    const covered = new Set(settled.flatMap((name) => range(name.from, name.to)));
    for (const [at, key] of words.keys.entries()) {
      const ids = this.#surnames.get(key);
      const id = ids?.size === 1 ? [...ids][0] : undefined;
      if (id === undefined || covered.has(at) || key.length < 3) continue;
      settled.push({ from: at, to: at + 1, type: 'person', id, rule: 'name/surname-in-article' });
    }
    return settled.sort((a, b) => a.from - b.from);
  }

  #decided(name: NameFound): NameFound {
    const { known } = name;
    if (known === undefined || known.length < 2) return name;
    const named = known.find((each) => this.#full.has(each.entry.id));
    const chosen = named ?? known.find((each) => this.#isActive(each)) ?? known[0];
    return chosen === undefined ? name : { ...name, id: chosen.entry.id, type: chosen.entry.type };
  }

  #isActive({ entry }: KnownName): boolean {
    const day = this.#day;
    const offices = this.#index.officesOf.get(entry.id) ?? [];
    if (day === undefined) return false;
    return offices.some(
      ({ from, to }) => (from === undefined || from <= day) && (to === undefined || day < to),
    );
  }
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from }, (_, at) => from + at);
}
