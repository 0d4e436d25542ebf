import type { EntityIndex, KnownName } from './entity_lookup.js';
import { skeletonOf } from './name_skeleton.js';
import { isGivenName } from './names_features.js';
import type { NameFound } from './names_known.js';
import type { SentenceWords } from './sentence_words.js';
import { isEverydayWord, isSurnamePlace } from './surname_places.js';

/** Last words that are no surname without the one before: «خطیب زاده», «غریب آبادی». */
const SURNAME_ENDS = new Set(
  'مقدم مفرد زاده پور نژاد نیا فر منش دوست خواه وند تبار اف اوغلو آبادی نسب زادگان کیا راد مهر پناه پرور فرد گلپایگانی'.split(
    ' ',
  ),
);
/** Words before a person's name that are no part of it. */
const HONORIFICS = new Set(
  'سید دکتر مهندس حاج شیخ آیتالله حجتالاسلام سردار امیر سرهنگ سرلشکر ژنرال استاد'.split(' '),
);
/** From this weight of the word list on, a surname alone is taken for the everyday word. */
const EVERYDAY_WEIGHT = 7;

/** Who in one document is meant by a name: whoever was named in full. */
export class AliasTable {
  readonly #index: EntityIndex;
  readonly #day: string | undefined;
  readonly #weightOf: (key: string) => number;
  /** Surname in solid letters → entity ids. */
  readonly #surnames = new Map<string, Set<string>>();
  readonly #full = new Set<string>();

  constructor(index: EntityIndex, { published, weightOf }: AliasOptions) {
    this.#index = index;
    this.#day = published?.slice(0, 10);
    this.#weightOf = weightOf;
  }

  /** Remembers the full names of a sentence, and gives each name its entity. */
  learn(words: SentenceWords, names: readonly NameFound[]): NameFound[] {
    return names.map((name) => {
      const settled = name.id === '' ? this.#identified(words, name) : name;
      if ((isFullName(settled) && !isPairedSurname(words, settled)) || isLoneSurname(settled))
        this.#remember(words, settled);
      return settled;
    });
  }

  /** The names of a sentence with bare surnames added and shared names decided. */
  settle(words: SentenceWords, names: readonly NameFound[]): NameFound[] {
    const settled = names.map((name) => this.#decided(words, name));
    const covered = new Set(
      settled.flatMap(({ from, to }) => Array.from({ length: to - from }, (_, at) => from + at)),
    );
    for (let at = 0; at < words.keys.length; at += 1) {
      const found = covered.has(at)
        ? undefined
        : (this.#surnameAt(words, at, covered) ?? this.#holderAt(words, at, covered));
      if (found === undefined) continue;
      settled.push(found);
      at = found.to - 1;
    }
    return settled.sort((a, b) => a.from - b.from);
  }

  #surnameAt(words: SentenceWords, at: number, covered: ReadonlySet<number>): NameFound | undefined {
    const key = words.keys[at] ?? '';
    const isPair = SURNAME_ENDS.has(words.keys[at + 1] ?? '') && !covered.has(at + 1);
    const to = isPair && this.#surnames.has(key + words.keys[at + 1]) ? at + 2 : at + 1;
    const id = this.#only(words.keys.slice(at, to).join(''));
    if (id === undefined || words.keys[at - 1] === 'آل' || this.#weightOf(key) > EVERYDAY_WEIGHT)
      return undefined;
    if (to === at + 1 && this.#isWordLike(key) && isEverydayWord(words, at, this.#index)) return undefined;
    return { from: at, to, type: 'person', id, rule: 'name/surname-in-article' };
  }

  #isWordLike(key: string): boolean {
    return this.#index.names.byLetters.get(key)?.some(({ use }) => use === 'wordLike') === true;
  }

  /** «دیدار ظریف و لودریان»: who holds an office on that day, where the word that is his surname can only be a name. */
  #holderAt(words: SentenceWords, at: number, covered: ReadonlySet<number>): NameFound | undefined {
    const key = words.keys[at] ?? '';
    const known = this.#index.names.byLetters.get(key);
    const [only] = known ?? [];
    if (known?.length !== 1 || only?.use !== 'wordLike' || only.entry.type !== 'person') return undefined;
    if (this.#weightOf(key) > EVERYDAY_WEIGHT || !this.#isActive(only)) return undefined;
    if (isEverydayWord(words, at, this.#index)) return undefined;
    if (!isSurnamePlace(words, at, (other) => covered.has(other))) return undefined;
    const { id, type } = only.entry;
    return { from: at, to: at + 1, type, id, rule: 'name/gazetteer', known };
  }

  /** Whom a surname means, where only one bears it. */
  #only(surname: string): string | undefined {
    const ids = surname.length < 3 ? undefined : this.#surnames.get(surname);
    return ids?.size === 1 ? [...ids][0] : undefined;
  }

  #remember(words: SentenceWords, name: NameFound): void {
    const { from, to, id } = name;
    if (!isLoneSurname(name)) this.#full.add(id);
    const last = words.keys[to - 1] ?? '';
    const surname = SURNAME_ENDS.has(last) && to - from > 2 ? (words.keys[to - 2] ?? '') + last : last;
    const ids = this.#surnames.get(surname) ?? new Set();
    this.#surnames.set(surname, ids.add(id));
  }

  /** A name that no table has: a new spelling of a known person, or somebody new. */
  #identified(words: SentenceWords, name: NameFound): NameFound {
    const keys = words.keys.slice(name.from, name.to);
    const bare =
      name.type === 'person' && keys.length > 1 && HONORIFICS.has(keys[0] ?? '') ? keys.slice(1) : keys;
    const known =
      this.#namedSo(withoutNoun(bare, name.type), name.type) ??
      (name.type === 'person' ? this.#spelledOtherwise(bare) : undefined);
    return { ...name, id: known ?? `${name.type}.${bare.join('-')}` };
  }

  /** Whom the gazetteer has under exactly these words. */
  #namedSo(keys: readonly string[], type: NameFound['type']): string | undefined {
    const known = this.#index.names.byLetters.get(keys.join(''));
    return known?.find((each) => each.entry.type === type && each.whole && each.use !== 'wordLike')?.entry.id;
  }

  /** First name and surname must both sound alike; a surname alone is not enough. */
  #spelledOtherwise(keys: readonly string[]): string | undefined {
    if (keys.length < 2) return undefined;
    const first = skeletonOf(keys[0] ?? '') ?? keys[0];
    const last = skeletonOf(keys.slice(1).join(''));
    const ids = last === undefined ? undefined : this.#index.bySkeleton.get(`${first} ${last}`);
    return ids?.length === 1 ? ids[0] : undefined;
  }

  #decided(words: SentenceWords, name: NameFound): NameFound {
    const { known, type, from, to } = name;
    if (type === 'person' && to - from <= 2 && (!isFullName(name) || isPairedSurname(words, name))) {
      const id = this.#only(words.keys.slice(from, to).join(''));
      if (id !== undefined) return { ...name, id };
    }
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

interface AliasOptions {
  readonly published: string | undefined;
  readonly weightOf: (key: string) => number;
}

/** Nouns before a name that the gazetteer has without them: «شهر تهران», «خبرگزاری خبرآنلاین». */
const NOUNS: Partial<Record<NameFound['type'], ReadonlySet<string>>> = {
  place: new Set('شهر شهرستان استان کشور بندر جزیره منطقه شمال جنوب شرق غرب'.split(' ')),
  organisation: new Set('خبرگزاری روزنامه شرکت باشگاه تیم حزب گروه جنبش شبکه سایت سازمان'.split(' ')),
};

function withoutNoun(keys: readonly string[], type: NameFound['type']): readonly string[] {
  return keys.length > 1 && NOUNS[type]?.has(keys[0] ?? '') ? keys.slice(1) : keys;
}

/** A surname that is a word too («ظریف») and stood where names stand: then it is one in the whole article. */
function isLoneSurname({ type, from, to, known }: NameFound): boolean {
  return type === 'person' && to - from === 1 && known?.length === 1 && known[0]?.use === 'wordLike';
}

/** «سلیمانی فرد»: one surname in two words. */
function isPairedSurname({ keys }: SentenceWords, { from, to, known }: NameFound): boolean {
  return (
    to - from === 2 &&
    known === undefined &&
    SURNAME_ENDS.has(keys[to - 1] ?? '') &&
    !isGivenName(keys[from] ?? '')
  );
}

/** Two words or more, and no mere part of a known name. */
function isFullName({ type, from, to, known }: NameFound): boolean {
  return type === 'person' && to - from > 1 && known?.every((each) => each.whole) !== false;
}
