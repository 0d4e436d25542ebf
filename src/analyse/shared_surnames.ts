import type { EntityIndex } from './entity_lookup.js';
import type { RolePhrase } from './mention_roles.js';
import type { NameFound } from './names_known.js';
import type { SentenceWords } from './sentence_words.js';

/** Surnames of known people that thousands of others bear too: alone in an article they may mean any of them. */
const SHARED = new Set(
  'علوی انصاری صالحی جلالی وحیدی موسوی باقری ربیعی منتظری جلیلی سلامی حاتمی مومنی ستاری امانی کلانتری سبحانی عبادی صابری فرهادی مجیدی مسجدی سنایی حجتی خرازی رشید همتی اسلامی رضایی احمدی محمدی حسینی کریمی'.split(
    ' ',
  ),
);

interface Named {
  readonly words: SentenceWords;
  readonly names: readonly NameFound[];
  /** Titles that stand beside names, and those that mean somebody by themselves. */
  readonly titles: ReadonlyMap<RolePhrase, NameFound>;
}

/**
 * The names of an article without guesses: a shared surname means the person that the gazetteer knows by it only where the
 * article gives his full name or an office of his; else somebody who is known by this surname alone.
 */
export function withoutGuesses<Sentence extends Named>(
  sentences: readonly Sentence[],
  index: EntityIndex,
  isMeant: (id: string) => boolean,
): readonly Sentence[] {
  const guessed = sentences.flatMap(({ words, names }) => names.filter((name) => isShared(words, name)));
  if (guessed.length === 0) return sentences;
  const full = new Set(
    sentences.flatMap(({ names }) => names.filter((name) => !guessed.includes(name)).map(({ id }) => id)),
  );
  const isKnown = (name: NameFound): boolean =>
    full.has(name.id) || isMeant(name.id) || hasOwnTitle(sentences, name, index);
  const sure = new Set(guessed.filter(isKnown).map(({ id }) => id));
  return sentences.map((sentence) =>
    settled(sentence, (name) => guessed.includes(name) && !sure.has(name.id)),
  );
}

function isShared({ keys }: SentenceWords, { from, to, type, known }: NameFound): boolean {
  if (type !== 'person' || to - from > 1 || known === undefined) return false;
  return SHARED.has(keys[from] ?? '') && known.every(({ whole }) => !whole);
}

function hasOwnTitle(sentences: readonly Named[], name: NameFound, index: EntityIndex): boolean {
  const offices = (index.officesOf.get(name.id) ?? []).map(({ key }) => key.split('@')[0]);
  return sentences.some(({ titles }) =>
    [...titles].some(([{ office }, owner]) => owner.id === name.id && offices.includes(office)),
  );
}

function settled<Sentence extends Named>(
  sentence: Sentence,
  isGuess: (name: NameFound) => boolean,
): Sentence {
  if (!sentence.names.some(isGuess)) return sentence;
  const { words } = sentence;
  const changed = new Map(
    sentence.names
      .filter(isGuess)
      .map((name) => [name, { ...plain(name), id: `person.${words.keys[name.from]}` }] as const),
  );
  const now = (name: NameFound): NameFound => changed.get(name) ?? name;
  const titles = new Map([...sentence.titles].map(([role, name]) => [role, now(name)] as const));
  return { ...sentence, names: sentence.names.map(now), titles };
}

/** Nobody that the gazetteer knows. */
function plain({ known: _known, ...name }: NameFound): NameFound {
  return name;
}
