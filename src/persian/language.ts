import { ENGLISH_WORDS, LANGUAGE_CUES, type LanguageCues } from './language_cues.js';

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
  const scores = LANGUAGE_CUES.map((cues) => ({ language: cues.language, score: scoreOf(arabic, cues) }));
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

/** Matches per word: a frequent word counts 1, a word with a letter of its own 1.5. */
function scoreOf(words: readonly string[], cues: LanguageCues): number {
  const known = new Set(cues.words);
  let score = 0;
  for (const word of words) {
    if (known.has(word)) score += 1;
    if (cues.letters !== '' && [...word].some((letter) => cues.letters.includes(letter))) score += 1.5;
  }
  return score;
}

/** A title of names only: letters that Arabic lacks make it Persian. */
function fallback(words: readonly string[]): string | undefined {
  return words.some((word) => /[پچژگکی]/.test(word)) ? 'fa' : undefined;
}

function isEnglish(words: readonly string[]): boolean {
  const known = words.filter((word) => ENGLISH_WORDS.has(word)).length;
  return known >= 1 && known >= words.length / 10;
}
