import type { ExtractedPage } from '../model/extracted_page.js';
import { cut, type Span } from '../model/span.js';
import type { SearchFields } from '../store/search_entries.js';
import { searchWords } from '../store/search_words.js';

/** The words under which an article is found: its own text and the names it gives, never what stood around it. */
export function searchFieldsOf(page: ExtractedPage): SearchFields {
  const letters = (range: Span | undefined): string => (range ? cut(page.text, range) : '');
  const names = [
    page.outlet?.name ?? '',
    ...page.credits.map((credit) => credit.name),
    ...page.authors,
    ...page.tags,
  ];
  return {
    title: searchWords(letters(page.title)),
    lede: [...searchWords(letters(page.kicker)), ...searchWords(letters(page.lede))],
    body: page.body.flatMap((block) => searchWords(cut(page.text, block.span))),
    names: names.flatMap(searchWords),
  };
}
