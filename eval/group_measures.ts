/** Precision, recall and their harmonic mean. */
export interface Scores {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

export function scoresOf(right: number, found: number, gold: number): Scores {
  const precision = found === 0 ? 0 : right / found;
  const recall = gold === 0 ? 0 : right / gold;
  return { precision, recall, f1: harmonic(precision, recall) };
}

/** B³: for each item, how much of its found group is of its gold group, and the reverse, averaged over items. */
export function bCubed(gold: ReadonlyMap<string, string>, found: ReadonlyMap<string, string>): Scores {
  const goldSize = sizes(gold.values());
  const foundSize = sizes([...gold.keys()].map((id) => found.get(id) ?? `alone:${id}`));
  const bothSize = sizes([...gold].map(([id, group]) => `${group}\n${found.get(id) ?? `alone:${id}`}`));
  let precision = 0;
  let recall = 0;
  for (const [id, group] of gold) {
    const own = found.get(id) ?? `alone:${id}`;
    const both = bothSize.get(`${group}\n${own}`) ?? 0;
    precision += both / (foundSize.get(own) ?? 1);
    recall += both / (goldSize.get(group) ?? 1);
  }
  precision /= gold.size;
  recall /= gold.size;
  return { precision, recall, f1: harmonic(precision, recall) };
}

/** Mean F1 over the labels that gold uses. */
export function macroF1(pairs: readonly { readonly gold: string; readonly found: string }[]): number {
  const labels = [...new Set(pairs.map(({ gold }) => gold))];
  const each = labels.map((label) => {
    const right = pairs.filter(({ gold, found }) => gold === label && found === label).length;
    const found = pairs.filter((pair) => pair.found === label).length;
    return scoresOf(right, found, pairs.filter(({ gold }) => gold === label).length).f1;
  });
  return each.reduce((sum, f1) => sum + f1, 0) / labels.length;
}

/** Chance that a positive scores above a negative; ties count half. */
export function areaUnderCurve(
  items: readonly { readonly score: number; readonly positive: boolean }[],
): number {
  const sorted = [...items].sort((a, b) => a.score - b.score);
  const positives = sorted.filter(({ positive }) => positive).length;
  let ranks = 0;
  for (let at = 0; at < sorted.length; ) {
    let end = at;
    while (end < sorted.length && sorted[end]?.score === sorted[at]?.score) end += 1;
    for (let tied = at; tied < end; tied += 1) if (sorted[tied]?.positive) ranks += (at + 1 + end) / 2;
    at = end;
  }
  return (ranks - (positives * (positives + 1)) / 2) / (positives * (sorted.length - positives));
}

function sizes(groups: Iterable<string>): Map<string, number> {
  const counts = new Map<string, number>();
  for (const group of groups) counts.set(group, (counts.get(group) ?? 0) + 1);
  return counts;
}

function harmonic(a: number, b: number): number {
  return a + b === 0 ? 0 : (2 * a * b) / (a + b);
}

export function asPercent(scores: Scores): string {
  return `P ${scores.precision.toFixed(3)} R ${scores.recall.toFixed(3)}`;
}
