/** The chain of a story as a nested list: for narrow screens, for whoever hears the page, and on paper. */
import { articleHref } from '../addresses.js';
import type { ChainNode } from '../chain_tree.js';
import { say } from '../language.js';
import { momentOf } from '../story_times.js';
import { moreWords, originWords } from './chain_words.js';
import { DEGREE_WORDS } from './copy_words.js';
import { Name } from './name.js';

/** Children listed openly below one node; more are behind a fold. */
const MOST_LISTED = 8;

interface ChainListProps {
  readonly trees: readonly ChainNode[];
  readonly isOneDay: boolean;
}

export function ChainList({ trees, isOneDay }: ChainListProps) {
  return (
    <ul class="tree" aria-label={say('زنجیره به‌صورت فهرست', 'The chain as a list')}>
      {trees.map((tree) => (
        <TreeItem node={tree} isOneDay={isOneDay} isRoot />
      ))}
    </ul>
  );
}

function TreeItem({
  node,
  isOneDay,
  isRoot = false,
}: {
  readonly node: ChainNode;
  readonly isOneDay: boolean;
  readonly isRoot?: boolean;
}) {
  const open = node.children.slice(0, MOST_LISTED);
  const folded = node.children.slice(MOST_LISTED);
  return (
    <li class={!isRoot && node.edge === 'claimed' ? 'claimed' : undefined}>
      <TreeWords node={node} isOneDay={isOneDay} />
      {open.length === 0 ? null : (
        <ul>
          {open.map((child) => (
            <TreeItem node={child} isOneDay={isOneDay} />
          ))}
        </ul>
      )}
      {folded.length === 0 ? null : (
        <details class="fold">
          <summary>{moreWords(folded.length)}</summary>
          <ul>
            {folded.map((child) => (
              <TreeItem node={child} isOneDay={isOneDay} />
            ))}
          </ul>
        </details>
      )}
    </li>
  );
}

function TreeWords({ node, isOneDay }: { readonly node: ChainNode; readonly isOneDay: boolean }) {
  const name = <Name of={node.name} />;
  if (node.kind === 'lost') {
    return (
      <>
        <span class="org">{name}</span> <span class="tag tag--dash">{say('یافت نشد', 'not found')}</span>
      </>
    );
  }
  if (node.kind === 'unnamed' || !node.report) {
    return (
      <>
        {name} <span class="soft">{say('نامش نیامده', 'not named')}</span>
      </>
    );
  }
  const { articleId, at } = node.report;
  return (
    <>
      <a class={node.originNumber === undefined ? 'nm' : 'org'} href={articleHref(articleId)}>
        {name}
      </a>{' '}
      <time datetime={at}>{momentOf(node.report, isOneDay)}</time>
      {tieWords(node.rest)}
      {node.originNumber === undefined ? null : (
        <>
          {' '}
          <span class="tag">{originWords(node.originNumber)}</span>
        </>
      )}
      {node.ring === undefined ? null : (
        <>
          {' '}
          <span class="tag">
            {say('حلقه با', 'ring with')} <Name of={node.ring.name} />
          </span>
        </>
      )}
    </>
  );
}

/** « · عین متن»: why a report stands below another. */
function tieWords(rest: ChainNode['rest']): string {
  if (rest === undefined) return '';
  if (rest.tie === 'copy') return rest.shared ? ` · ${say(DEGREE_WORDS[rest.shared.degree])}` : '';
  if (rest.tie === 'credit') return say(' · از آن نام برده', ' · credits it');
  return rest.tie === 'alike'
    ? say(' · متن مشترک، جهت ناروشن', ' · text in common, direction unclear')
    : say(' · با همان سرچشمه', ' · from the same source');
}
