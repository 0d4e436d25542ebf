/** A page that was read, with all that can be told of it before the store is asked. */
import type { ExtractResult } from '../extract/extract_input.js';
import type { OpenLine } from '../extract/repeated_lines.js';
import type { ExtractedPage } from '../model/extracted_page.js';
import type { Issue } from '../model/issue.js';
import type { Gazetteer } from '../sources/gazetteer.js';
import { formatTsvector } from '../store/search_entries.js';
import { toJson } from '../store/storable.js';
import { articleIdentity, contentKey } from './article_identity.js';
import { searchFieldsOf } from './search_entry_of.js';

export interface PageReading {
  /** Of an article without links and boilerplate, of which there is much: they are in its JSON. */
  readonly page: ExtractedPage | undefined;
  readonly issues: readonly Issue[];
  readonly openLines: readonly OpenLine[];
  /** Of an article. */
  readonly article?: ArticleKeys;
}

export interface ArticleKeys {
  readonly identity: string;
  readonly contentKey: string;
  /** The words under which it is found, as a `tsvector`. */
  readonly vector: string;
  /** All that was extracted but the text, as JSON for the store. */
  readonly extracted: string;
}

export function readingOf(
  { value: page, issues, openLines }: ExtractResult,
  { gazetteer }: { readonly gazetteer?: Gazetteer | undefined },
): PageReading {
  const reading = { page, issues, openLines };
  if (page?.kind !== 'article') return reading;
  const { text: _text, ...extracted } = page;
  return {
    ...reading,
    page: { ...page, links: [], boilerplate: [] },
    article: {
      extracted: toJson(extracted),
      identity: articleIdentity(page),
      contentKey: contentKey(page),
      vector: formatTsvector(searchFieldsOf(page, gazetteer)),
    },
  };
}
