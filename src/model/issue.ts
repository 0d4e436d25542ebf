/**
 * Something expected that went wrong with one input. Issues are values: stages return them beside their
 * result, the pipeline stores them, nobody throws them.
 */
export interface Issue {
  /** Stable machine name, dotted by stage: `extract.empty_body`, `decode.unknown_charset`. */
  readonly code: string;
  /** English sentence for the log: "Cannot <action> "<value>": <state and wish>". */
  readonly message: string;
  /** `warning`: a result exists all the same. `fatal`: no result, the input goes to quarantine. */
  readonly severity: 'warning' | 'fatal';
}

/** What every stage returns: the value, or nothing, and what went wrong on the way. */
export interface StageResult<Value> {
  readonly value: Value | undefined;
  readonly issues: readonly Issue[];
}

/** Makes a warning: the result stands, but somebody should look. */
export function warning(code: string, message: string): Issue {
  return { code, message, severity: 'warning' };
}

/** Makes a fatal issue: there is no result. */
export function fatal(code: string, message: string): Issue {
  return { code, message, severity: 'fatal' };
}
