/** How much an outlet's word weighs: by how often others take from it, never by how much it publishes. */

export interface Standing {
  readonly reports: number;
  /** Reports of other families that copy or credit one of its own. */
  readonly uses: number;
}

/**
 * Reports' worth of the common rate that every outlet starts with. Range 5–100: below it one lucky report decides,
 * above it a small agency needs months to be told from its copiers. Judgement.
 */
const SHRINKAGE_REPORTS = 20;
const LEAST_WEIGHT = 0.5;

/**
 * The weight of an outlet, 0.5 to 1.5. `own` is its standing, `all` that of the whole press; an outlet whose
 * reports are used as often as the common one weighs 1, and so does everybody while nobody was used yet.
 */
export function sourceWeight(own: Standing, all: Standing): number {
  if (all.reports === 0 || all.uses === 0) return 1;
  const common = all.uses / all.reports;
  const rate = (own.uses + SHRINKAGE_REPORTS * common) / (own.reports + SHRINKAGE_REPORTS);
  return LEAST_WEIGHT + rate / (rate + common);
}
