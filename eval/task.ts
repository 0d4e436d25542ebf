/** One measured figure; larger is better, so that a floor can only rise. */
export interface EvalScore {
  /** Stable dotted name, the key in `floors.json`: `extract.seeds.fields`. */
  readonly name: string;
  readonly value: number;
  /** What the reader should know beside the number: counts, the worst case, a peer's figure. */
  readonly note?: string;
}

/** One task of `npm run eval`. It reads the shared evaluation data and returns scores; it never prints. */
export interface EvalTask {
  readonly name: string;
  run(dataFolder: string): Promise<readonly EvalScore[]>;
}
