/**
 * Who rests on whom among the reports of one independent origin, and which of them is its root. Counting, the drawing
 * and the lists of a story all follow this one rule, so that they cannot contradict each other.
 */

/** What the rule looks at of a report. Ids are those of articles. */
export interface RestingReport {
  readonly id: number;
  /** ISO instant of publication, or when it was seen. */
  readonly at: string;
  readonly copy?:
    | { readonly otherId: number; readonly direction: string; readonly directionBy?: string | null }
    | undefined;
  /** Reports that its credits lead to, the nearest first. */
  readonly credits: readonly number[];
}

/** `copy`: took its words; `credit`: names it; `alike`: shares words, nobody knows who took them; `common`: one source. */
type RestingTie = 'copy' | 'credit' | 'alike' | 'common';

export interface Rest {
  /** The report above. */
  readonly on: number;
  readonly tie: RestingTie;
  /** The report at which the shared words are kept: the one of the two that arrived later. */
  readonly link?: number;
}

export interface Resting {
  readonly root: number;
  /** Of every report but the root. */
  readonly rests: ReadonlyMap<number, Rest>;
}

/**
 * A report rests on whom it credits, the nearest first, else on the text that it copies. A text that was told by time
 * alone is that of the original, not of a copy that happens to stand between. The root is the earliest report that
 * rests on nobody; what rests on nobody beside it shares its source.
 */
export function findResting(reports: readonly RestingReport[]): Resting {
  const ordered = [...reports].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.id - b.id));
  const rests = new Map<number, Rest>();
  const copies = directedCopies(ordered);
  for (const report of ordered) place(report.id, wishesOf(report, copies), rests);
  const free = ordered.filter(({ id }) => !rests.has(id));
  const root = free[0]?.id ?? ordered[0]?.id ?? 0;
  rests.delete(root);
  liftToOriginals(ordered, copies, rests);
  const undirected = undirectedCopies(ordered);
  for (const { id } of free) {
    if (id === root) continue;
    const alike = (undirected.get(id) ?? []).map((rest): Rest => ({ ...rest, tie: 'alike' }));
    place(id, [...alike, { on: root, tie: 'common' }], rests);
  }
  return { root, rests };
}

interface Taken {
  readonly on: number;
  readonly link: number;
  readonly by: string | undefined;
}

/** From each report to the texts that it was taken from, the earliest first. */
function directedCopies(ordered: readonly RestingReport[]): ReadonlyMap<number, readonly Taken[]> {
  const places = new Map(ordered.map(({ id }, place) => [id, place]));
  const found = new Map<number, Taken[]>();
  for (const { id, copy } of ordered) {
    if (!copy || copy.direction === 'undirected' || !places.has(copy.otherId)) continue;
    const [taker, on] = copy.direction === 'to_other' ? [copy.otherId, id] : [id, copy.otherId];
    found.set(taker, [...(found.get(taker) ?? []), { on, link: id, by: copy.directionBy ?? undefined }]);
  }
  for (const taken of found.values()) taken.sort((a, b) => (places.get(a.on) ?? 0) - (places.get(b.on) ?? 0));
  return found;
}

function undirectedCopies(
  ordered: readonly RestingReport[],
): ReadonlyMap<number, readonly Omit<Rest, 'tie'>[]> {
  const known = new Set(ordered.map(({ id }) => id));
  const found = new Map<number, Omit<Rest, 'tie'>[]>();
  for (const { id, copy } of ordered) {
    if (copy?.direction !== 'undirected' || !known.has(copy.otherId)) continue;
    found.set(id, [...(found.get(id) ?? []), { on: copy.otherId, link: id }]);
    found.set(copy.otherId, [...(found.get(copy.otherId) ?? []), { on: id, link: id }]);
  }
  return found;
}

function wishesOf(report: RestingReport, copies: ReadonlyMap<number, readonly Taken[]>): readonly Rest[] {
  const taken = copies.get(report.id) ?? [];
  const credited = report.credits.map((on): Rest => {
    const copied = taken.find((each) => each.on === on);
    return copied ? { on, tie: 'copy', link: copied.link } : { on, tie: 'credit' };
  });
  return [...credited, ...taken.map(({ on, link }): Rest => ({ on, tie: 'copy', link }))];
}

/** The first wish that closes no ring. */
function place(id: number, wishes: readonly Rest[], rests: Map<number, Rest>): void {
  const rest = wishes.find(({ on }) => !leadsTo(on, id, rests));
  if (rest) rests.set(id, rest);
}

function leadsTo(from: number, to: number, rests: ReadonlyMap<number, Rest>): boolean {
  for (let at: number | undefined = from; at !== undefined; at = rests.get(at)?.on) {
    if (at === to) return true;
  }
  return false;
}

/** Time tells that a text is older, not which of several equal ones was read. */
function liftToOriginals(
  ordered: readonly RestingReport[],
  copies: ReadonlyMap<number, readonly Taken[]>,
  rests: Map<number, Rest>,
): void {
  for (const { id, credits } of ordered) {
    const rest = rests.get(id);
    if (rest?.tie !== 'copy' || credits.includes(rest.on)) continue;
    const taken = copies.get(id)?.find(({ on }) => on === rest.on);
    if (taken?.by !== 'time' && taken?.by !== 'agency') continue;
    let { on } = rest;
    for (let above = rests.get(on); above?.tie === 'copy'; above = rests.get(on)) on = above.on;
    rests.set(id, { ...rest, on });
  }
}
