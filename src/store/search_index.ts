/**
 * What the rest of the program knows of the search index. PostgreSQL full text is its first implementation
 * (`search_postgres.ts`); one for installations that outgrow a machine would fulfil the same interface.
 */
import type { ContactKind, ContactStatus } from '../model/contact.js';
import type { Stance } from '../model/statement.js';
import type { SearchKind, SearchWord } from './search_entries.js';

export interface SearchIndex {
  /** What a request finds. A request without any wanted word or speaker finds nothing. */
  find(request: SearchRequest): Promise<SearchFound>;
  /** The facets alone. */
  countFacets(request: SearchRequest): Promise<SearchFacets>;
  /** For words that are nowhere in the index: the most common word of the index one slip away. */
  correct(words: readonly string[]): Promise<ReadonlyMap<string, string>>;
}

export interface SearchRequest {
  /** Every one is looked for, in any of its readings: its key first, its stem last. */
  readonly all: readonly SearchWord[];
  /** Words that must follow each other. */
  readonly phrases: readonly (readonly SearchWord[])[];
  readonly none: readonly SearchWord[];
  /** Stories are found by their reports: `story` stands alone. */
  readonly kinds: readonly SearchKind[];
  readonly filter: SearchFilter;
  readonly order: 'best' | 'newest';
  readonly offset: number;
  readonly limit: number;
  /** Best first only: while fewer hits are complete, such that lack words follow them. 0: never. */
  readonly fillTo: number;
  /** Whether `facets` are wanted. */
  readonly facets?: boolean;
}

export interface SearchFilter {
  readonly outletIds?: readonly string[];
  /** Only reports that quote one of these entities. */
  readonly speakerIds?: readonly string[];
  readonly section?: string;
  /** Only statements with this stance. */
  readonly stance?: Stance;
  /** Only contacts of this status (`disputed` where accounts differ) or kind. */
  readonly status?: ContactStatus | 'disputed';
  readonly contactKind?: ContactKind;
  /** Only what was known by this UTC instant; of reports, those whose words of today we had then. */
  readonly knownBy?: string;
  /** UTC instants: from the first, before the second. */
  readonly from?: string;
  readonly before?: string;
}

export interface SearchFoundHit {
  readonly kind: SearchKind;
  readonly refId: number;
  /** False: some of the words are missing. */
  readonly isComplete: boolean;
}

export interface SearchFound {
  readonly hits: readonly SearchFoundHit[];
  /** Complete hits, counted up to `RANKED_WINDOW` + 1. */
  readonly count: number;
  /** How the complete hits spread, among the newest `RANKED_WINDOW` of them; only where they were asked for. */
  readonly facets?: SearchFacets;
}

/** One value of a facet with its hits. */
export interface FacetCount {
  readonly value: string;
  readonly count: number;
}

export interface SearchFacets {
  /** Ids, most hits first. */
  readonly outlets: readonly FacetCount[];
  /** Slugs, most hits first. */
  readonly sections: readonly FacetCount[];
  /** Days of Tehran, `2025-12-15`, the newest first. */
  readonly days: readonly FacetCount[];
  readonly reportCount: number;
  /** Of how many stories the reports among the hits tell. */
  readonly storyCount: number;
}

/** Of how many newest matches the best are chosen: ranking all matches of a common word reads the whole index. */
export const RANKED_WINDOW = 1000;
