import type { ExtractedPage } from '../model/extracted_page.js';
import { cut, type Span } from '../model/span.js';
import type { Gazetteer } from '../sources/gazetteer.js';
import type { SearchFields, SearchWord } from '../store/search_entries.js';
import { searchWords } from '../store/search_words.js';
import type { StoredTopicItem } from '../store/topics.js';
import { otherNames } from './name_variants.js';

/**
 * The words under which an article is found: its own text, the names it gives and their other spellings, never
 * what stood around it.
 */
export function searchFieldsOf(page: ExtractedPage, gazetteer?: Gazetteer): SearchFields {
  const letters = (range: Span | undefined): string => (range ? cut(page.text, range) : '');
  const names = [
    page.outlet?.name ?? '',
    ...page.credits.map((credit) => credit.name),
    ...page.authors,
    ...page.tags,
  ];
  const printed = {
    title: searchWords(letters(page.title)),
    lede: [...searchWords(letters(page.kicker)), ...searchWords(letters(page.lede))],
    body: page.body.flatMap((block) => searchWords(cut(page.text, block.span))),
  };
  const keys = Object.values(printed).flat().map(keyOfWord);
  const others = gazetteer ? otherNames(keys, gazetteer) : [];
  return { ...printed, names: [...names.flatMap(searchWords), ...others.flatMap(searchWords)] };
}

/** The newest items of a topic under which it is found; the topic of a year has hundreds more. */
const TOPIC_ITEMS = 200;

/** The words under which a topic is found: its name and its items. */
export function topicFieldsOf(name: string, items: readonly StoredTopicItem[]): SearchFields {
  const shown = items.slice(0, TOPIC_ITEMS);
  return {
    title: searchWords(name),
    body: shown.flatMap(({ title, text }) => [...searchWords(title ?? ''), ...searchWords(text ?? '')]),
  };
}

function keyOfWord(word: SearchWord): string {
  return typeof word === 'string' ? word : (word[0] ?? '');
}
