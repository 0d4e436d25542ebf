/**
 * Who took from whom in one story, as trees: at each root a source or a first report, below it what rests on it.
 * The picture and the list of the story's page are drawn from the same trees.
 */
import type { ShownHop, StoryReport } from '../store/site_story.js';
import type { StoredOrigin } from '../store/stories.js';

export interface ChainNode {
  /** `lost`: an outlet that is named but was not found. `unnamed`: a source without a name. */
  readonly kind: 'report' | 'lost' | 'unnamed';
  /** Outlet or words of the text. */
  readonly name: string;
  readonly report?: StoryReport;
  /** 1-based number of the independent origin that this report opens. */
  readonly originNumber?: number;
  /** Whether the way to what stands above is seen in the texts or only said. */
  readonly edge: 'found' | 'claimed';
  /** Why it stands below: copy, credit, or the same source. */
  readonly tie: Tie | undefined;
  /** A report that credits this one and is credited by it: the chain closes to a ring there. */
  readonly ring: { readonly name: string; readonly articleId: number | undefined } | undefined;
  readonly children: readonly ChainNode[];
}

export type Tie = 'copy' | 'credit' | 'common';

interface Parent {
  /** `r12` a report, `l…` a lost outlet, `u…` an unnamed source. */
  readonly key: string;
  readonly edge: ChainNode['edge'];
  readonly tie: Tie;
}

/** Builds the trees of a story; every report stands in exactly one. */
export function buildChainTrees(
  reports: readonly StoryReport[],
  origins: readonly StoredOrigin[],
): readonly ChainNode[] {
  const parents = findParents(reports, origins);
  const children = new Map<string, string[]>();
  const roots: string[] = [];
  for (const key of [...reports.map(({ articleId }) => `r${articleId}`), ...sourceKeys(parents)]) {
    const above = parents.get(key)?.key;
    if (above === undefined) roots.push(key);
    else children.set(above, [...(children.get(above) ?? []), key]);
  }
  const byKey = new Map(reports.map((report) => [`r${report.articleId}`, report]));
  const numbers = new Map(origins.map(({ first }, at) => [`r${first}`, at + 1]));
  const nodeOf = (key: string): ChainNode => {
    const report = byKey.get(key);
    const originNumber = numbers.get(key);
    return {
      kind: report ? 'report' : key.startsWith('l') ? 'lost' : 'unnamed',
      name: report ? report.outletName : key.slice(key.indexOf(' ') + 1),
      edge: parents.get(key)?.edge ?? 'found',
      tie: parents.get(key)?.tie,
      ring: ringOf(report),
      children: (children.get(key) ?? []).map(nodeOf),
      ...(report && { report }),
      ...(originNumber !== undefined && { originNumber }),
    };
  };
  return roots.map(nodeOf).sort((a, b) => countReports(b) - countReports(a));
}

function ringOf(report: StoryReport | undefined): ChainNode['ring'] {
  const hop = report?.hops.find(({ state }) => state === 'circular');
  return hop && { name: hop.name, articleId: hop.foundId ?? undefined };
}

/** How many reports a tree holds. */
export function countReports(node: ChainNode): number {
  return node.children.reduce((sum, child) => sum + countReports(child), node.kind === 'report' ? 1 : 0);
}

function sourceKeys(parents: ReadonlyMap<string, Parent>): readonly string[] {
  return [...new Set([...parents.values()].map(({ key }) => key))].filter((key) => !/^r\d/.test(key));
}

function findParents(
  reports: readonly StoryReport[],
  origins: readonly StoredOrigin[],
): ReadonlyMap<string, Parent> {
  const parents = new Map<string, Parent>();
  const known = new Set(reports.map(({ articleId }) => articleId));
  // A late original: the earlier report turned out to have taken its words from the later one.
  const takers = new Map(
    reports.flatMap(({ articleId, copy }) =>
      copy?.direction === 'to_other' ? [[copy.otherId, articleId] as const] : [],
    ),
  );
  for (const report of reports) {
    const key = `r${report.articleId}`;
    const wishes = [
      copyParent(report, takers.get(report.articleId)),
      ...report.hops.map((hop) => hopParent(hop)),
      originParent(report, origins),
    ];
    const parent = wishes.find((wish) => wish !== undefined && isPossible(key, wish, { parents, known }));
    if (parent) parents.set(key, parent);
  }
  return parents;
}

function copyParent({ copy }: StoryReport, late: number | undefined): Parent | undefined {
  if (late !== undefined) return { key: `r${late}`, edge: 'found', tie: 'copy' };
  if (!copy || copy.direction === 'to_other') return undefined;
  return { key: `r${copy.otherId}`, edge: 'found', tie: 'copy' };
}

function hopParent(hop: ShownHop): Parent | undefined {
  if (hop.relation === 'publisher') return undefined;
  if (hop.anonymous) return { key: `u ${hop.name}`, edge: 'claimed', tie: 'credit' };
  if (hop.relation === 'cited') return undefined;
  if (hop.foundId !== null && hop.state !== 'circular') {
    return { key: `r${hop.foundId}`, edge: 'found', tie: 'credit' };
  }
  return hop.state === 'missing' ? { key: `l ${hop.name}`, edge: 'claimed', tie: 'credit' } : undefined;
}

function originParent({ articleId }: StoryReport, origins: readonly StoredOrigin[]): Parent | undefined {
  const origin = origins.find(({ reports }) => reports.includes(articleId));
  if (!origin || origin.first === articleId) return undefined;
  return { key: `r${origin.first}`, edge: 'claimed', tie: 'common' };
}

interface Drawn {
  readonly parents: ReadonlyMap<string, Parent>;
  readonly known: ReadonlySet<number>;
}

/** A parent must be shown, and must not rest on its own child: rings are told in words, trees have none. */
function isPossible(key: string, { key: above }: Parent, { parents, known }: Drawn): boolean {
  if (/^r\d/.test(above) && !known.has(Number(above.slice(1)))) return false;
  for (let at: string | undefined = above; at !== undefined; at = parents.get(at)?.key) {
    if (at === key) return false;
  }
  return true;
}
