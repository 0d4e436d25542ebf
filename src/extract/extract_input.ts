import type { ExtractedPage } from '../model/extracted_page.js';
import type { Issue, StageResult } from '../model/issue.js';
import type { LineCounts, OpenLine } from './repeated_lines.js';
import type { TraceStep } from './trace.js';

/**
 * One input: exactly one of `bytes` (with `contentType`), `html` (decoded) and `text` (a capture). `outlet`,
 * `title` and `published` are what a record said beside its page; they are believed.
 */
export interface ExtractInput {
  readonly url?: string;
  readonly bytes?: Uint8Array;
  readonly contentType?: string;
  readonly html?: string;
  readonly text?: string;
  readonly outlet?: string;
  readonly title?: string;
  readonly published?: string;
  /** On how many other pages of the host each line stood (`repeated_lines.ts`). */
  readonly hostLines?: LineCounts | undefined;
}

/** The stage's result with the account of how it came about (`sanad explain`). */
export interface ExtractResult extends StageResult<ExtractedPage> {
  readonly trace: readonly TraceStep[];
  /** Lines that were left to the host's other pages to tell, whatever `hostLines` said of them. */
  readonly openLines: readonly OpenLine[];
}

/** The answer for an input without letters. */
export function noText(issues: readonly Issue[]): ExtractResult {
  return { value: undefined, issues, trace: [], openLines: [] };
}
