import type { Span } from './span.js';

/**
 * What an edit did. `wording`: other words for what nothing else here names. `deleted`: the words of the whole
 * article are gone; `back_again`: words that an earlier version had are there again.
 */
export type ChangeKind =
  | 'typo'
  | 'number'
  | 'name'
  | 'attribution'
  | 'headline'
  | 'added'
  | 'removed'
  | 'wording'
  | 'deleted'
  | 'back_again';

/** One place where two versions differ: never more than one paragraph of either. */
export interface TextChange {
  readonly kinds: readonly ChangeKind[];
  /** Letters of the older version's text; absent where words were only added. */
  readonly before?: Span;
  /** Letters of the newer version's text; absent where words were only removed. */
  readonly after?: Span;
  /** Where in the newer version's text the removed words stood. */
  readonly at: number;
}

/** How a version differs from the one before. */
export interface VersionChange {
  /** Each kind once, in the order of the changes. */
  readonly kinds: readonly ChangeKind[];
  readonly changes: readonly TextChange[];
}
