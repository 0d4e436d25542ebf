import type { ChainLayout } from '../chain_layout.js';
import { say } from '../language.js';

/** Explains only the marks that the drawing has. */
export function ChainLegend({ layout }: { readonly layout: ChainLayout }) {
  const hasLost = layout.nodes.some(({ node }) => node.kind === 'lost');
  const hasClaimed = layout.edges.some(({ kind }) => kind === 'claimed') || layout.rings.length > 0;
  const hasAlike = layout.edges.some(({ kind }) => kind === 'undirected');
  return (
    <figcaption class="legend">
      <span>
        <svg viewBox="0 0 30 12" aria-hidden="true">
          <path class="edge" d={say('M30 6H6', 'M0 6H24')} />
          <path class="head" d={say('M0 6l8-4.5v9z', 'M30 6l-8-4.5v9z')} />
        </svg>{' '}
        {say('یافته‌ایم: متن یا نام', 'found: text or credit')}
      </span>
      {hasClaimed ? (
        <span>
          <svg viewBox="0 0 30 12" aria-hidden="true">
            <path class="edge claimed" d={say('M30 6H6', 'M0 6H24')} />
            <path class="head" d={say('M0 6l8-4.5v9z', 'M30 6l-8-4.5v9z')} />
          </svg>{' '}
          {say('فقط گفته‌اند', 'claimed only')}
        </span>
      ) : null}
      {hasAlike ? (
        <span>
          <svg viewBox="0 0 30 12" aria-hidden="true">
            <path class="edge alike" d="M30 6H0" />
          </svg>{' '}
          {say('از یک جا، بی آنکه جهت روشن باشد', 'same place, direction unclear')}
        </span>
      ) : null}
      <span>
        <svg viewBox="0 0 30 12" aria-hidden="true">
          <rect class="node origin" width="24" height="12" rx="2" />
        </svg>{' '}
        {say('منبع مستقل', 'independent origin')}
      </span>
      {hasLost ? (
        <span>
          <svg viewBox="0 0 30 12" aria-hidden="true">
            <rect class="node lost" x="1" y="1" width="24" height="10" rx="2" />
          </svg>{' '}
          {say('نامش هست، اصلش نیست', 'named, but not collected')}
        </span>
      ) : null}
    </figcaption>
  );
}
