/** Stems of names of one thing that news uses side by side: one term, so that a name of two words does not count twice. */
const NAMES: readonly (readonly [string, string])[] = [
  ['رژیم صهیونیست', 'اسرائیل'],
  ['اسراییل', 'اسرائیل'],
  ['اسرایل', 'اسرائیل'],
  ['صهیونیست', 'اسرائیل'],
  ['اسرائیلی', 'اسرائیل'],
  ['ایالت متحده', 'آمریکا'],
  ['امریکا', 'آمریکا'],
  ['آمریکایی', 'آمریکا'],
  ['امریکایی', 'آمریکا'],
  ['جمهوری اسلام', 'ایران'],
  ['اکسیوس', 'آکسیوس'],
  ['axios', 'آکسیوس'],
];

const BY_STEM = new Map(NAMES.map(([name, term]) => [name, term]));

/** The one term of a name of one or two words, and how many words it took. */
export function oneName(
  first: string,
  second: string | undefined,
): { readonly term: string; readonly words: number } | undefined {
  const both = second === undefined ? undefined : BY_STEM.get(`${first} ${second}`);
  if (both !== undefined) return { term: both, words: 2 };
  const term = BY_STEM.get(first);
  return term === undefined ? undefined : { term, words: 1 };
}
