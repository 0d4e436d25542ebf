import type { Span } from './span.js';

/** Why a derived fact is believed: the publisher's letters and the rule that read them. */
export interface Evidence {
  readonly span: Span;
  /** Rule id, `area/name`: `outlet/by-report-of`, `date/labelled-line`. */
  readonly rule: string;
}
