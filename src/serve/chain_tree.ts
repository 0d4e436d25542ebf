/**
 * Who took from whom in one story, as trees: one for each independent origin, at its root the first report or the
 * source that this one names. The picture and the list of the story's page are drawn from the same trees.
 */
import type { ShownHop, StoryReport } from '../store/site_story.js';
import type { ShownOrigin, ShownRest } from './story_origins.js';

export interface ChainNode {
  /** `lost`: an outlet that is named but was not found. `unnamed`: a source without a name. */
  readonly kind: 'report' | 'lost' | 'unnamed';
  /** Outlet or words of the text. */
  readonly name: string;
  readonly report?: StoryReport;
  /** 1-based number of the independent origin whose root this report is. */
  readonly originNumber?: number;
  /** The way to what stands above: seen in the texts, only said, or shared by both without a direction. */
  readonly edge: 'found' | 'claimed' | 'undirected';
  /** Why it stands below another report. */
  readonly rest: ShownRest | undefined;
  /** A report that credits this one and is credited by it: the chain closes to a ring there. */
  readonly ring: { readonly name: string; readonly articleId: number | undefined } | undefined;
  readonly children: readonly ChainNode[];
}

/** Builds the trees of a story, the largest first; every visible report stands in exactly one. */
export function buildChainTrees(origins: readonly ShownOrigin[]): readonly ChainNode[] {
  return origins.map(treeOf).sort((a, b) => countReports(b) - countReports(a));
}

function treeOf(origin: ShownOrigin): ChainNode {
  const source = sourceOf(origin.root);
  const below = source ? origin.reports.filter((report) => hasSource(origin, report, source)) : [];
  const atSource = new Set(below.map(({ articleId }) => articleId));
  const root = nodeOf(origin.root, { origin, atSource, edge: source ? 'claimed' : 'found' });
  if (!source) return root;
  return {
    kind: source.anonymous ? 'unnamed' : 'lost',
    name: source.name,
    edge: 'found',
    rest: undefined,
    ring: undefined,
    children: [
      root,
      ...below.map((report) => nodeOf(report, { origin, atSource: new Set(), edge: 'claimed' })),
    ],
  };
}

interface Place {
  readonly origin: ShownOrigin;
  /** Reports that stand at the source itself, not below another report. */
  readonly atSource: ReadonlySet<number>;
  readonly edge: ChainNode['edge'];
}

function nodeOf(report: StoryReport, { origin, atSource, edge }: Place): ChainNode {
  const { articleId } = report;
  const children = origin.reports.filter(
    (other) => origin.rests.get(other.articleId)?.on === articleId && !atSource.has(other.articleId),
  );
  const rest =
    edge === 'claimed' && origin.rests.get(articleId)?.tie === 'common'
      ? undefined
      : origin.rests.get(articleId);
  return {
    kind: 'report',
    name: report.outletName,
    report,
    edge,
    rest,
    ring: ringOf(report),
    children: children.map((child) =>
      nodeOf(child, { origin, atSource, edge: edgeOf(origin.rests.get(child.articleId)) }),
    ),
    ...(articleId === origin.root.articleId && { originNumber: origin.number }),
  };
}

function edgeOf(rest: ShownRest | undefined): ChainNode['edge'] {
  return rest?.tie === 'copy' || rest?.tie === 'credit' ? 'found' : 'undirected';
}

/** Whom a report names that is no report here: a lost outlet before a source without a name. */
function sourceOf({ hops }: StoryReport): ShownHop | undefined {
  const lost = hops.find(
    ({ relation, state }) => state === 'missing' && relation !== 'cited' && relation !== 'publisher',
  );
  return lost ?? hops.find(({ anonymous }) => anonymous);
}

/** Whether a report beside the root rests on the very source of the root. */
function hasSource({ rests }: ShownOrigin, report: StoryReport, { name }: ShownHop): boolean {
  return rests.get(report.articleId)?.tie === 'common' && sourceOf(report)?.name === name;
}

function ringOf(report: StoryReport): ChainNode['ring'] {
  const hop = report.hops.find(({ state }) => state === 'circular');
  return hop && { name: hop.name, articleId: hop.foundId ?? undefined };
}

/** How many reports a tree holds. */
export function countReports(node: ChainNode): number {
  return node.children.reduce((sum, child) => sum + countReports(child), node.kind === 'report' ? 1 : 0);
}
