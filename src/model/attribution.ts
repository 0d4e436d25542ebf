import type { Evidence } from './evidence.js';

/**
 * How a report stands to the next source behind it. `publisher`: it printed the page. `via`: it lies between.
 * `original`: the last medium of the leading formula, the first to report. `cited`: credited for a part, or
 * unnamed. `interview_with`: the medium that a speaker spoke to.
 */
export type AttributionRelation = 'publisher' | 'via' | 'original' | 'cited' | 'interview_with';

/** One link of «به گزارش A به نقل از B با استناد به منابعی». */
export interface AttributionHop {
  /** As the registry spells it, else as printed: `فارس`. */
  readonly name: string;
  /** Registry id of the outlet, where the name is one. */
  readonly outlet?: string;
  readonly relation: AttributionRelation;
  /** «منابع آگاه», «یک مقام که نخواست نامش فاش شود». */
  readonly anonymous: boolean;
  /** Absent for a publisher that the text itself does not name. */
  readonly evidence?: Evidence;
}
