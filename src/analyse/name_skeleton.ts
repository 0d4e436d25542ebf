// Names come into Persian by ear: «اوشاکوف» and «یوشاکاف», «زلنسکی» and «زلینسکی». Their consonants stay.

const SAME_LETTERS: Readonly<Record<string, string>> = {
  ط: 'ت',
  ص: 'س',
  ث: 'س',
  ذ: 'ز',
  ض: 'ز',
  ظ: 'ز',
  غ: 'ق',
  ح: 'ه',
  آ: 'ا',
};

/**
 * The consonants of a name's key: vowels at its start are one sign, later ا و ی fall away, letters of one sound are one.
 * «اوشاکوف» and «یوشاکاف» are both `اشکف`. A last ی stays: «عباسی» is not «عباس». A name that keeps fewer than three letters has no skeleton: too much is alike.
 */
export function skeletonOf(key: string): string | undefined {
  const letters = key.replace(/[طصثذضظغحآ]/g, (letter) => SAME_LETTERS[letter] ?? letter);
  const skeleton = letters
    .replace(/^[اویع]+/, 'ا')
    .replace(/(?<=.)[او]|(?<=.)ی(?!$)/g, '')
    .replace(/(?<=.)ه$/, '')
    .replace(/(.)\1+/g, '$1');
  return skeleton.length < 3 ? undefined : skeleton;
}
