/** Places the nodes of chain trees in a drawing that reads from right to left: sources right, copies left. */
import { type ChainNode, countReports } from './chain_tree.js';

export interface PlacedNode {
  readonly node: ChainNode;
  /** Right column is 0. */
  readonly column: number;
  /** Upper edge. */
  readonly y: number;
  /** Reports behind a node of the last column, which are not drawn. */
  readonly hidden: number;
}

/** Reports that stand together in one box: «و ۳۳ گزارش دیگر». */
export interface PlacedRest {
  readonly column: number;
  readonly y: number;
  readonly count: number;
}

export interface PlacedEdge {
  readonly from: { readonly column: number; readonly y: number };
  readonly to: { readonly column: number; readonly y: number };
  readonly kind: ChainNode['edge'];
}

export interface ChainLayout {
  readonly nodes: readonly PlacedNode[];
  readonly edges: readonly PlacedEdge[];
  readonly rests: readonly PlacedRest[];
  /** Credits that lead back: the chain is a ring there. */
  readonly rings: readonly PlacedEdge[];
  readonly height: number;
  /** Whether the first column holds sources that are no reports. */
  readonly hasSources: boolean;
}

const ROW = 60;
export const NODE_HEIGHT = 48;
const TREE_GAP = 20;
const TOP = 28;
/** Columns of the drawing; what rests deeper is counted at the last one. */
const COLUMNS = 4;
/** Children drawn below one node; the rest stand together in one. */
const MOST_CHILDREN = 7;
/** Trees drawn; the rest are in the list. */
const MOST_TREES = 8;

/** Lays out the largest trees; what is left out is counted, and stands in the list. */
export function layOutChain(trees: readonly ChainNode[]): ChainLayout {
  const drawn = trees.slice(0, MOST_TREES);
  const hasSources = drawn.some(({ kind }) => kind !== 'report');
  const nodes: PlacedNode[] = [];
  const edges: PlacedEdge[] = [];
  const rests: PlacedRest[] = [];
  let y = TOP;
  for (const tree of drawn) {
    const column = hasSources && tree.kind === 'report' ? 1 : 0;
    const place = placeTree(tree, { column, y });
    nodes.push(...place.nodes);
    edges.push(...place.edges);
    rests.push(...place.rests);
    y += place.rows * ROW + TREE_GAP;
  }
  return { nodes, edges, rests, rings: ringsOf(nodes), height: y - TREE_GAP, hasSources };
}

/** From a report back to the one that closes the ring, unless the chain already leads there. */
function ringsOf(nodes: readonly PlacedNode[]): PlacedEdge[] {
  return nodes.flatMap((from) => {
    const to = nodes.find(({ node }) => node.report?.articleId === from.node.ring?.articleId);
    const isBack =
      to?.node.report && (to.column < from.column || (to.column === from.column && to.y < from.y));
    return to && isBack ? [{ from, to, kind: 'claimed' as const }] : [];
  });
}

interface TreePlace {
  readonly nodes: readonly PlacedNode[];
  readonly edges: readonly PlacedEdge[];
  readonly rests: readonly PlacedRest[];
  readonly rows: number;
  readonly y: number;
}

function placeTree(
  node: ChainNode,
  { column, y }: { readonly column: number; readonly y: number },
): TreePlace {
  const isLast = column === COLUMNS - 1;
  const shown = isLast ? [] : node.children.slice(0, childrenDrawn(node));
  const left = isLast ? node.children : node.children.slice(shown.length);
  const hidden = left.reduce((sum, child) => sum + countReports(child), 0);
  let rows = 0;
  const places = shown.map((child) => {
    const place = placeTree(child, { column: column + 1, y: y + rows * ROW });
    rows += place.rows;
    return place;
  });
  const rests = hidden > 0 && !isLast ? [{ column: column + 1, y: y + rows * ROW, count: hidden }] : [];
  rows += rests.length;
  const own = ((places[0]?.y ?? y) + (rests[0]?.y ?? places.at(-1)?.y ?? y)) / 2;
  const edges = places.map((place, at) => ({
    from: { column, y: own },
    to: { column: column + 1, y: place.y },
    kind: shown[at]?.edge ?? 'found',
  }));
  return {
    nodes: [{ node, column, y: own, hidden: isLast ? hidden : 0 }, ...places.flatMap((place) => place.nodes)],
    edges: [
      ...edges,
      ...rests.map((rest) => ({ from: { column, y: own }, to: rest, kind: 'found' as const })),
      ...places.flatMap((place) => place.edges),
    ],
    rests: [...rests, ...places.flatMap((place) => place.rests)],
    rows: Math.max(rows, 1),
    y: own,
  };
}

/** One more than the most is drawn too: a box «و ۱ گزارش دیگر» would be no shorter. */
function childrenDrawn({ children }: ChainNode): number {
  return children.length === MOST_CHILDREN + 1 ? MOST_CHILDREN + 1 : MOST_CHILDREN;
}
