/** What a command may know of the world: read once by `main.ts` and passed along. */
export interface Surroundings {
  readonly argv: readonly string[];
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** The present as UTC instant, ISO 8601. */
  readonly clock: () => string;
}

/** A failure that the operator can mend; the message says what, where and what to do. */
export class CliError extends Error {
  override readonly name = 'CliError';
}
