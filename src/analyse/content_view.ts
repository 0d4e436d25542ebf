import type { Span } from '../model/span.js';
import type { StatementForm } from '../model/statement.js';
import type { Predicate } from './predicate_find.js';
import type { SpeakerView } from './speaker_view.js';
import type { WordBlock } from './statement_words.js';

/** What a predicate reports, as words of its block. */
export interface Content {
  readonly from: number;
  readonly to: number;
  readonly form: StatementForm;
  readonly rule: string;
  /** Index of the word before which the subject stands. */
  readonly subjectTo: number;
  /** The letters inside the marks, where all of it is quoted. */
  readonly inner?: Span;
  /** Runs on to the end of the paragraph. */
  readonly runsOn?: boolean;
  /** «…:» ends the paragraph: the next one is the content. */
  readonly inNextBlock?: boolean;
}

/** Where a predicate may look for its content. */
export interface Bounds {
  /** First word of its clause. */
  readonly from: number;
  /** Index behind the last word that is its own: the end of the block, or of the content around it. */
  readonly to: number;
}

/** What the rules of contents look at. */
export interface Ask {
  readonly speakers: SpeakerView;
  readonly view: WordBlock;
  readonly predicate: Predicate;
  readonly bounds: Bounds;
}
