/** What a reader typed into the search field, as words of the index. */
import type { SearchWord } from './search_entries.js';
import { type SearchField, takeFields } from './search_fields.js';
import { searchWords } from './search_words.js';

export interface ParsedQuery {
  readonly all: readonly SearchWord[];
  readonly phrases: readonly (readonly SearchWord[])[];
  readonly none: readonly SearchWord[];
  readonly fields: readonly SearchField[];
}

/** Longer queries are cut: nobody types them, and each word costs a look into the index. */
const MAX_WORDS = 24;

/** Reads «گفت‌وگوی تلفنی» as a phrase, `-ورزش` as a refusal, `رسانه:ایسنا` as a field, the rest as words that must all be there. */
export function parseQuery(text: string): ParsedQuery {
  const phrases: SearchWord[][] = [];
  const { rest: withoutFields, fields } = takeFields(text);
  const withoutPhrases = withoutFields.replace(
    /«([^»]+)»|"([^"]+)"|“([^”]+)”/g,
    (_, ...groups: unknown[]) => {
      const inner = groups.slice(0, 3).find((group) => typeof group === 'string');
      const words = wordsOf(String(inner ?? ''));
      if (words.length > 0) phrases.push(words);
      return ' ';
    },
  );
  const none: SearchWord[] = [];
  const rest = withoutPhrases.replace(/(^|\s)[-\u2212]([^\s-]\S*)/g, (_, space: string, word: string) => {
    none.push(...wordsOf(word));
    return space;
  });
  return { all: wordsOf(rest), phrases: phrases.slice(0, 4), none: none.slice(0, MAX_WORDS), fields };
}

/** Whether the query asks for anything that can be found. */
export function isEmptyQuery(query: ParsedQuery): boolean {
  return query.all.length === 0 && query.phrases.length === 0;
}

/** The readings of every word that a hit should show marked. */
export function markedReadings(query: ParsedQuery): ReadonlySet<string> {
  return new Set([...query.all, ...query.phrases.flat()].flat());
}

function wordsOf(text: string): SearchWord[] {
  return searchWords(text).slice(0, MAX_WORDS);
}
