import { ENGLISH_WORDS, LANGUAGE_CUES } from './language_cues.js';

/**
 * The language of a text as BCP 47: `fa` Persian, `prs` Dari, `ar` Arabic, `ckb` Sorani Kurdish, `ps` Pashto, `ur`
 * Urdu, `azb` Azeri in Arabic script, `en` English. Nothing when the text is too short or in none of them.
 */
export function identifyLanguage(text: string): string | undefined {
  const sample = text.slice(0, SAMPLE_UNITS).replace(/[\u200b-\u200f\u064b-\u065f\u0640\u00ad]/g, '');
  const words = sample.toLowerCase().match(/[\p{L}\p{M}]+/gu) ?? [];
  const arabic = words.filter((word) => /[\u0600-\u06ff]/.test(word));
  const latin = words.filter((word) => /[a-z]/.test(word));
  if (arabic.length === 0) return isEnglish(latin) ? 'en' : undefined;
  if (arabic.length < latin.length / 2 && isEnglish(latin)) return 'en';
  const counts = countsOf(arabic);
  const scores = CUES.map((cues) => ({ language: cues.language, score: scoreOf(counts, cues) }));
  const persian = scores.find(({ language }) => language === 'fa')?.score ?? 0;
  const dari = scores.find(({ language }) => language === 'prs')?.score ?? 0;
  const best = scores.filter(({ language }) => language !== 'prs').sort((a, b) => b.score - a.score)[0];
  if (best === undefined || best.score <= 0) return dari > 0 ? 'prs' : fallback(arabic);
  return best.language === 'fa' && dari >= Math.max(DARI_LEAST, persian * DARI_SHARE) ? 'prs' : best.language;
}

/** The beginning of a text tells; more only costs time. */
const SAMPLE_UNITS = 4_000;
/** Dari is Persian with other words for things of state: so many of them per Persian function word make it Dari. */
const DARI_SHARE = 0.2;
const DARI_LEAST = 1;

/** A letter that only this language has tells more than a word, and a shape of words about as much. */
const LETTER_WEIGHT = 2;
const SHAPE_WEIGHT = 0.8;

function countsOf(words: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

function scoreOf(counts: ReadonlyMap<string, number>, cues: PreparedCues): number {
  let score = 0;
  for (const [printed, count] of counts) {
    const word = cues.isPersian ? printed.replaceAll('ي', 'ی').replaceAll('ك', 'ک') : printed;
    const isKnown = cues.words.has(word);
    if (isKnown) score += count;
    if (cues.letters?.test(word)) score += LETTER_WEIGHT * count;
    else if (!isKnown && cues.shapes?.test(word)) score += SHAPE_WEIGHT * count;
  }
  return score;
}

interface PreparedCues {
  readonly language: string;
  /** Typed on Arabic keyboards too. */
  readonly isPersian: boolean;
  readonly words: ReadonlySet<string>;
  readonly letters?: RegExp;
  readonly shapes?: RegExp;
}

const CUES: readonly PreparedCues[] = LANGUAGE_CUES.map(({ language, letters, shapes, words }) => ({
  language,
  isPersian: language === 'fa' || language === 'prs',
  words: new Set(words),
  ...(letters === '' ? {} : { letters: new RegExp(`[${letters}]`) }),
  ...(shapes === undefined ? {} : { shapes }),
}));

/** A title of names only: letters that Arabic lacks make it Persian. */
function fallback(words: readonly string[]): string | undefined {
  return words.some((word) => /[پچژگکی]/.test(word)) ? 'fa' : undefined;
}

function isEnglish(words: readonly string[]): boolean {
  const known = words.filter((word) => ENGLISH_WORDS.has(word)).length;
  return known >= 1 && known >= words.length / 10;
}
