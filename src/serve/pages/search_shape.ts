import type { SearchScope } from '../../model/search_scope.js';
import type { ArticleLine } from '../../store/site_lines.js';
import type { StoryLine } from '../../store/site_stories.js';
import type { Words } from '../language.js';
import type { SnippetPiece } from '../snippet.js';
import type { ContactHit, FacetView, StatementHit } from '../views/ledger_hits.js';

export interface SearchView {
  readonly scope: SearchScope;
  /** As typed. */
  readonly query: string;
  readonly order: 'best' | 'newest';
  /** With the scope `reports`. */
  readonly hits: readonly SearchHitView[];
  /** With the scope `stories`. */
  readonly stories: readonly StoryLine[];
  /** With the scope `statements`. */
  readonly statements: readonly StatementHit[];
  /** With the scope `contacts`. */
  readonly contacts: readonly ContactHit[];
  /** What each scope would find, up to its cap. */
  readonly counts: Readonly<Record<SearchScope, number>>;
  /** Up to the cap. */
  readonly count: number;
  readonly isCapped: boolean;
  /** 1-based. */
  readonly pageNumber: number;
  readonly hasNext: boolean;
  /** The hits lack some of the words: none has all. */
  readonly isPartial: boolean;
  /** Fields of the query that cannot be used, in sentences. */
  readonly problems: readonly Words[];
  /** The query without a slip of typing. */
  readonly suggestion?: string | undefined;
  readonly facets: readonly FacetView[];
}

export interface SearchHitView {
  readonly line: ArticleLine;
  readonly headline: readonly SnippetPiece[];
  readonly snippet: readonly SnippetPiece[];
}

/** Hits on one page. */
export const HITS_PER_PAGE = 20;

/** The same search with something else. */
export function searchHref(
  view: SearchView,
  change: Partial<Pick<SearchView, 'query' | 'order' | 'pageNumber' | 'scope'>>,
): string {
  const { query, order, pageNumber, scope } = { ...view, pageNumber: 1, ...change };
  const parameters = new URLSearchParams({ q: query });
  if (scope !== 'reports') parameters.set('scope', scope);
  if (order === 'newest') parameters.set('order', 'newest');
  if (pageNumber > 1) parameters.set('page', String(pageNumber));
  return `/search?${parameters}`;
}
