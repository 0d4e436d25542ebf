/** One measured speed or size, where possible as a ratio to a named peer measured in the same run. */
export interface BenchRow {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly ratio?: { readonly to: string; readonly value: number };
  /** What the value must reach. */
  readonly aim?: { readonly most: number } | { readonly least: number };
  /** Further figures of the same measurement. */
  readonly beside?: string;
}

/** One task of `npm run bench`; it cleans up after itself and never prints. */
export interface BenchTask {
  readonly name: string;
  /** Takes minutes: runs only when it is named. */
  readonly onDemand?: boolean;
  /** Its rows at once, or one by one where the whole takes minutes. */
  run(): Promise<readonly BenchRow[]> | AsyncIterable<BenchRow>;
}
