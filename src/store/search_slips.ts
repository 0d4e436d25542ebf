/** The letters of keys: the solid Persian alphabet after folding, and digits. */
const LETTERS = [...'ابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهیئ0123456789'];
/** Shorter words have too many neighbours to guess. */
const LEAST_LETTERS = 3;
/** Nobody mistypes one letter of a word that long. */
const MOST_LETTERS = 40;

/** Every word one slip away from a word: a letter missing, doubled, exchanged or in its neighbour's place. */
export function slipsOf(word: string): readonly string[] {
  if (word.length < LEAST_LETTERS || word.length > MOST_LETTERS) return [];
  const slips = new Set<string>();
  for (let at = 0; at <= word.length; at += 1) {
    const before = word.slice(0, at);
    const rest = word.slice(at);
    for (const letter of LETTERS) {
      slips.add(before + letter + rest);
      if (rest !== '') slips.add(before + letter + rest.slice(1));
    }
    if (rest !== '') slips.add(before + rest.slice(1));
    if (rest.length > 1) slips.add(`${before}${rest[1]}${rest[0]}${rest.slice(2)}`);
  }
  slips.delete(word);
  return [...slips];
}
