/** The words of a text that say what it is about: names and rare words, not how somebody said something. */
import { tokenise } from '../persian/keys.js';
import { REPORTING_PREDICATES } from '../persian/reporting_predicates.js';
import { stemOf } from '../persian/stem.js';
import { isConjugated } from '../persian/verb_forms.js';
import { wordWeight } from '../persian/words.js';
import { shown } from './words.js';

export interface TellingWord {
  readonly stem: string;
  /** As the text prints it first. */
  readonly printed: string;
  /** What sharing it counts: less where any news has it, as «وزیر», «سخنگو», «دیروز». */
  readonly worth: 1 | 0.5;
}

/** log10 of a word's count in general Persian: اعلام 7.0, داده 7.1 stand in any article; روسیه has 6.1. */
const COMMON_WEIGHT = 7;
/** سخنگو 6.5, دیروز 6.6, وزیر 6.7; زلزله 6.0, مذاکره 5.9. */
const FREQUENT_WEIGHT = 6.4;

/** «می‌گوید», «گفته‌اند»: endings and beginnings that a solid key keeps. */
const VERB_PARTS = /^(?:ن?می)(?=..)|(?<=ه)(?:ام|ای|است|ایم|اید|اند)$/g;

/** «اظهار», «تصریح», «تاکید»: the nouns of light verbs that report. */
const REPORTING_NOUNS: ReadonlySet<string> = new Set(
  REPORTING_PREDICATES.flatMap(({ phrase }) => tokenise(phrase).map(({ key }) => stemOf(key))),
);

/** The telling words of a text in its order, each once. */
export function findTellingWords(text: string): readonly TellingWord[] {
  const words = new Map<string, TellingWord>();
  for (const { start, end, key } of tokenise(text)) {
    const stem = stemOf(key);
    if (words.has(stem) || !saysSomething(key, stem)) continue;
    const worth = weightOf(key, stem) < FREQUENT_WEIGHT ? 1 : 0.5;
    words.set(stem, { stem, printed: shown(text.slice(start, end)), worth });
  }
  return [...words.values()];
}

/** Short words are particles, numbers dates and counts; verbs and the commonest nouns stand in any article. */
function saysSomething(key: string, stem: string): boolean {
  if (stem.length < 3 || /^\d/.test(stem) || REPORTING_NOUNS.has(stem)) return false;
  return (
    !isConjugated(key) && !isConjugated(key.replace(VERB_PARTS, '')) && weightOf(key, stem) < COMMON_WEIGHT
  );
}

function weightOf(key: string, stem: string): number {
  return Math.max(wordWeight(key), wordWeight(stem));
}
