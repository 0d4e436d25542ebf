/** The chain of a story as a drawing for wide screens, and as a nested list for everybody. */

import type { StoryReport } from '../../store/site_story.js';
import { articleHref } from '../addresses.js';
import { layOutChain, NODE_HEIGHT, type PlacedEdge, type PlacedNode } from '../chain_layout.js';
import type { ChainNode } from '../chain_tree.js';
import type { Words } from '../language.js';
import { isEnglish, say } from '../language.js';
import { areOneDay, momentOf, weekdayOf } from '../story_times.js';
import { cutAtWord } from '../words.js';
import { ChainLegend } from './chain_legend.js';
import { ChainList } from './chain_list.js';
import { moreWords, originWords } from './chain_words.js';
import { DEGREE_WORDS } from './copy_words.js';
import { nameLanguage, nameWords } from './name.js';

interface ChainProps {
  readonly trees: readonly ChainNode[];
}

const WIDTH = 1000;
const NODE_WIDTH = 166;
const COLUMN_STEP = 278;
/** Letters of a name that fit into a node. */
const NAME_LETTERS = 21;
/** How far the way back of a ring hangs below its boxes. */
const RING_DEPTH = 26;

const SOURCE: Words = { fa: 'سرچشمه', en: 'Source' };
const FIRST_REPORT: Words = { fa: 'نخستین گزارش', en: 'First report' };
const QUOTING: Words = { fa: 'به نقل از آن', en: 'Quoting it' };
const SECOND_HAND: Words = { fa: 'نقلِ نقل', en: 'At second hand' };
const FARTHER: Words = { fa: 'دورتر', en: 'Farther' };

export function ChainPicture({ trees }: ChainProps) {
  const reports = trees.flatMap(reportsOf);
  const isOneDay = areOneDay(reports);
  const layout = layOutChain(trees);
  const columns = layout.hasSources
    ? [SOURCE, FIRST_REPORT, QUOTING, SECOND_HAND]
    : [FIRST_REPORT, QUOTING, SECOND_HAND, FARTHER];
  const deepest = Math.max(...layout.nodes.map(({ column }) => column));
  return (
    <figure class="chain">
      {isOneDay && reports[0] ? (
        <p class="note">
          {weekdayOf(reports[0].at)}
          {say('، به وقت تهران', ', Tehran time')}
        </p>
      ) : null}
      <div class="chain-only-wide">
        <svg
          viewBox={`0 0 ${WIDTH} ${layout.height + (layout.rings.length > 0 ? RING_DEPTH : 0)}`}
          aria-labelledby="chain-title cd"
        >
          <title id="chain-title">{say('زنجیرهٔ سند این خبر', 'The source chain of this story')}</title>
          <desc id="cd">
            {say(
              'از راست به چپ: سرچشمه، نخستین گزارش، گزارش‌های به نقل از آن. همین زنجیره زیر تصویر به‌صورت فهرست آمده است.',
              'From left to right: source, first report, reports that quote it. The same chain stands below as a list.',
            )}
          </desc>
          {columns.slice(0, deepest + 1).map((words, column) => (
            <text class="col" x={middleOf(column)} y="14">
              {say(words)}
            </text>
          ))}
          {layout.edges.map((edge) => (
            <Edge edge={edge} />
          ))}
          {layout.rings.map((ring) => (
            <Ring edge={ring} />
          ))}
          {layout.rests.map(({ column, y, count }) => (
            <g>
              <rect
                class="node src"
                x={leftOf(column)}
                y={y}
                width={NODE_WIDTH}
                height={NODE_HEIGHT}
                rx="3"
              />
              <text x={middleOf(column)} y={y + 29}>
                {moreWords(count)}
              </text>
            </g>
          ))}
          {layout.nodes.map((placed) => (
            <Node placed={placed} isOneDay={isOneDay} />
          ))}
        </svg>
        <ChainLegend layout={layout} />
      </div>
      <ChainList trees={trees} isOneDay={isOneDay} />
    </figure>
  );
}

function Edge({ edge: { from, to, kind } }: { readonly edge: PlacedEdge }) {
  const ltr = isEnglish();
  const startX = leftOf(from.column) + (ltr ? NODE_WIDTH : 0);
  const endX = leftOf(to.column) + (ltr ? -7 : NODE_WIDTH + 7);
  const middle = (startX + endX) / 2;
  const startY = from.y + NODE_HEIGHT / 2;
  const endY = to.y + NODE_HEIGHT / 2;
  return (
    <>
      <path
        class={EDGE_CLASSES[kind]}
        d={`M${startX} ${startY}C${middle} ${startY} ${middle} ${endY} ${endX} ${endY}`}
      />
      {kind === 'undirected' ? null : (
        <path class="head" d={ltr ? `M${endX + 6} ${endY}l-8-4.5v9z` : `M${endX - 6} ${endY}l8-4.5v9z`} />
      )}
    </>
  );
}

const EDGE_CLASSES: Readonly<Record<ChainNode['edge'], string>> = {
  found: 'edge',
  claimed: 'edge claimed',
  undirected: 'edge alike',
};

/** A dashed way back below the boxes: «تراز» says it has it from «ژرفا», which says the same of «تراز». */
function Ring({ edge: { from, to } }: { readonly edge: PlacedEdge }) {
  const startX = leftOf(from.column) + NODE_WIDTH / 2;
  const endX = leftOf(to.column) + NODE_WIDTH / 2;
  const startY = from.y + NODE_HEIGHT;
  const endY = to.y + NODE_HEIGHT;
  const low = Math.max(startY, endY) + RING_DEPTH;
  return (
    <>
      <path
        class="edge claimed"
        d={`M${startX} ${startY}C${startX} ${low} ${endX} ${low} ${endX} ${endY + 7}`}
      />
      <path class="head" d={`M${endX} ${endY + 1}l-4.5 8h9z`} />
    </>
  );
}

function Node({ placed, isOneDay }: { readonly placed: PlacedNode; readonly isOneDay: boolean }) {
  const { node, column, y, hidden } = placed;
  const isOrigin = node.kind === 'report' && node.originNumber !== undefined;
  const kind = { report: isOrigin ? 'origin' : '', lost: 'lost', unnamed: 'src' }[node.kind];
  const inner = (
    <>
      <rect class={`node ${kind}`} x={leftOf(column)} y={y} width={NODE_WIDTH} height={NODE_HEIGHT} rx="3" />
      <text
        class={isOrigin ? 'on' : undefined}
        x={middleOf(column)}
        y={y + 20}
        lang={nameLanguage(node.name)}
      >
        {cutAtWord(nameWords(node.name), NAME_LETTERS)}
      </text>
      <text class={isOrigin ? 't on' : 't'} x={middleOf(column)} y={y + 39}>
        {hidden > 0 ? moreWords(hidden) : nodeNote(node, isOneDay)}
      </text>
    </>
  );
  return node.report ? <a href={articleHref(node.report.articleId)}>{inner}</a> : <g>{inner}</g>;
}

function nodeNote(node: ChainNode, isOneDay: boolean): string {
  if (node.kind === 'lost') return say('یافت نشد', 'not found');
  if (node.kind === 'unnamed') return say('نامش نیامده', 'not named');
  const time = node.report ? momentOf(node.report, isOneDay) : '';
  if (node.originNumber !== undefined) return `${time} · ${originWords(node.originNumber)}`;
  if (node.ring !== undefined) return `${time} · ${say('حلقه', 'ring')}`;
  const { rest } = node;
  return rest?.tie === 'copy' && rest.shared ? `${time} · ${say(DEGREE_WORDS[rest.shared.degree])}` : time;
}

function reportsOf(node: ChainNode): readonly StoryReport[] {
  return [...(node.report ? [node.report] : []), ...node.children.flatMap(reportsOf)];
}

/** Where a column begins: sources stand where reading begins. */
function leftOf(column: number): number {
  if (isEnglish()) return column * COLUMN_STEP;
  return WIDTH - NODE_WIDTH - column * COLUMN_STEP;
}

function middleOf(column: number): number {
  return leftOf(column) + NODE_WIDTH / 2;
}
