import { isConjugated } from '../persian/verb_forms.js';
import { wordWeight } from '../persian/words.js';
import type { EntityIndex } from './entity_lookup.js';
import { NAME_WORDS } from './name_words.js';
import { featuresOf, isGivenName } from './names_features.js';
import { findKnownNames, type NameFound } from './names_known.js';
import { bestTags, type NameWeights, rangesOf, type TaggedRange } from './names_model.js';
import { barePerson, COMMON_WEIGHT, compoundNames, wholePerson } from './names_person.js';
import { findRuledNames } from './names_rules.js';
import { nameWeights } from './names_weights.js';
import type { SentenceWords } from './sentence_words.js';

/**
 * All names of a sentence: those of the gazetteer, those that the model sees, those that rules see. Of two that overlap
 * the longer one holds, of two alike the one that is known.
 */
export function findNames(
  words: SentenceWords,
  index: EntityIndex,
  weights: NameWeights = nameWeights(),
): NameFound[] {
  const known = findKnownNames(words, index);
  const tagged = rangesOf(bestTags(featuresOf(words, known, index), weights)).flatMap((range) =>
    whole(words, range).filter((name) => !isPeople(words, name, index)),
  );
  const both = joined(words, longest([...known, ...tagged]));
  const ruled = findRuledNames(words, both).filter((name) => !isEveryday(words.keys, name));
  const all = [...both, ...ruled, ...compoundNames(words)].map((name) => wholePerson(words, name));
  return longest(all).map((name) => barePerson(words, name));
}

/**
 * What belongs together: «حسن» + «قاضی زاده هاشمی», a first name before a name, an unknown word after a lone first
 * name («گلنار وکیل گیلانی»), and the place after an organisation («محیط زیست اسلامشهر»).
 */
function joined(words: SentenceWords, names: readonly NameFound[]): NameFound[] {
  const result: NameFound[] = [];
  for (const name of names) {
    const last = result.at(-1);
    const touches = last !== undefined && last.to === name.from && words.gaps[name.from] === 'none';
    if (touches && isJoinable(words, last, name)) {
      result[result.length - 1] = { from: last.from, to: name.to, type: last.type, id: '', rule: last.rule };
    } else result.push(name);
  }
  return result.map((name) => withFirstName(words, name, result));
}

function isJoinable(words: SentenceWords, first: NameFound, second: NameFound): boolean {
  if (first.type === 'person' && second.type === 'person') return isAllGiven(words, first);
  return (
    first.type === 'organisation' &&
    second.type === 'place' &&
    first.side === undefined &&
    first.to - first.from < 7 &&
    !/^(?:رژیم|دولت)$/.test(words.keys[second.from] ?? '')
  );
}

function isAllGiven(words: SentenceWords, { from, to }: NameFound): boolean {
  return words.keys.slice(from, to).every(isGivenName);
}

function withFirstName(words: SentenceWords, name: NameFound, names: readonly NameFound[]): NameFound {
  const before = name.from - 1;
  if (name.type !== 'person' || words.gaps[name.from] !== 'none' || !isGivenName(words.keys[before] ?? ''))
    return name;
  if (names.some((other) => other.from <= before && before < other.to)) return name;
  return { from: before, to: name.to, type: 'person', id: '', rule: name.rule };
}

/** «راهبرد معاصر روزنامهٔ کامرسنت»: with these a new name begins. */
const MEDIA = /^(?:روزنامه|خبرگزاری)$/;

/** No name goes over a comma or a stop: what the model joins there are two. */
function whole(words: SentenceWords, { from, to, type }: TaggedRange): NameFound[] {
  const cuts = words.gaps
    .slice(from + 1, to)
    .flatMap((gap, at) =>
      (gap === 'none' || gap === 'quote') && !MEDIA.test(words.keys[from + 1 + at] ?? '')
        ? []
        : [from + 1 + at],
    );
  const edges = [from, ...cuts, to];
  return edges
    .slice(1)
    .map((end, at): NameFound => ({ from: edges[at] ?? from, to: end, type, id: '', rule: 'name/model' }))
    .filter((name) => isNameable(words.keys[name.from] ?? '', name) && !isEveryday(words.keys, name));
}

function isEveryday(keys: readonly string[], { from, to, type }: NameFound): boolean {
  if (type !== 'organisation') return false;
  if (keys[from] === 'استقلال' && NAME_WORDS.independence.has(keys[from - 1])) return true;
  if (to - from === 1) return NAME_WORDS.everydayHeads.has(keys[from] ?? '');
  return NAME_WORDS.everydayOrgans.has(`${keys[from]} ${keys[from + 1]}`);
}

/** «کاسپیانی» says where somebody comes from, not who he is. */
function isPeople(words: SentenceWords, { from, to }: NameFound, index: EntityIndex): boolean {
  return to - from === 1 && index.adjectives.byLetters.has(words.keys[from] ?? '');
}

/** A lone everyday word is no person and no place, whatever stands around it. */
function isNameable(key: string, { from, to, type }: NameFound): boolean {
  if (to - from > 1 || type === 'organisation' || isGivenName(key)) return true;
  return wordWeight(key) < COMMON_WEIGHT && !/ها(?:ی|یی)?$/.test(key) && !isVerb(key);
}

function isVerb(key: string): boolean {
  return /^ن?می/.test(key) && isConjugated(key);
}

/** Names without overlap, by their place. */
function longest(names: readonly NameFound[]): NameFound[] {
  const byLength = [...names].sort((a, b) => rankOf(b) - rankOf(a) || a.from - b.from);
  const kept: NameFound[] = [];
  for (const name of byLength) {
    if (!kept.some((other) => other.from < name.to && name.from < other.to)) kept.push(name);
  }
  return kept.sort((a, b) => a.from - b.from);
}

/** Length decides, then whether somebody made the name known. */
function rankOf({ from, to, known, side }: NameFound): number {
  return (to - from) * 2 + (known === undefined && side === undefined ? 0 : 1);
}
