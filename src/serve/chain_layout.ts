/** Places the nodes of chain trees in a drawing that reads from right to left: sources right, copies left. */
import { type ChainNode, countReports } from './chain_tree.js';

export interface PlacedNode {
  readonly node: ChainNode;
  /** Right column is 0. */
  readonly column: number;
  /** Upper edge. */
  readonly y: number;
  /** Reports that stand behind this node without being drawn. */
  readonly hidden: number;
}

export interface PlacedEdge {
  readonly from: { readonly column: number; readonly y: number };
  readonly to: { readonly column: number; readonly y: number };
  readonly claimed: boolean;
}

export interface ChainLayout {
  readonly nodes: readonly PlacedNode[];
  readonly edges: readonly PlacedEdge[];
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
  let y = TOP;
  for (const tree of drawn) {
    const column = hasSources && tree.kind === 'report' ? 1 : 0;
    const place = placeTree(tree, { column, y });
    nodes.push(...place.nodes);
    edges.push(...place.edges);
    y += place.rows * ROW + TREE_GAP;
  }
  return { nodes, edges, height: y - TREE_GAP, hasSources };
}

interface TreePlace {
  readonly nodes: readonly PlacedNode[];
  readonly edges: readonly PlacedEdge[];
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
  const first = places[0]?.y ?? y;
  const own = (first + (places.at(-1)?.y ?? y)) / 2;
  const edges = places.map((place, at) => ({
    from: { column, y: own },
    to: { column: column + 1, y: place.y },
    claimed: shown[at]?.edge === 'claimed',
  }));
  return {
    nodes: [{ node, column, y: own, hidden }, ...places.flatMap((place) => place.nodes)],
    edges: [...edges, ...places.flatMap((place) => place.edges)],
    rows: Math.max(rows, 1),
    y: own,
  };
}

/** One more than the most is drawn too: a box «و ۱ گزارش دیگر» would be no shorter. */
function childrenDrawn({ children }: ChainNode): number {
  return children.length === MOST_CHILDREN + 1 ? MOST_CHILDREN + 1 : MOST_CHILDREN;
}
