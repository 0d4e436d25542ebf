import type { ArticleLine } from '../../store/site_lines.js';
import { articleHref } from '../addresses.js';
import { say } from '../language.js';
import { headlineOf, relativeTime } from '../words.js';
import { Mixed } from './foreign.js';
import { Name } from './name.js';

export interface OutsideLine {
  readonly line: ArticleLine;
  /** Why it stands here: words in common («گذرگاه», «زرین‌کوه»), in display spelling. */
  readonly sharedWords?: readonly string[];
}

interface OutsideProps {
  readonly id: string;
  readonly title: string;
  readonly lines: readonly OutsideLine[];
  readonly now: string;
}

/** Links that we add beside a publisher's text, and that say so. */
export function Outside({ id, title, lines, now }: OutsideProps) {
  if (lines.length === 0) return null;
  return (
    <aside class="outside" aria-labelledby={id}>
      <p class="lab">
        {say('افزودهٔ سند؛ بیرون از متن رسانه', 'Added by Sanad, outside the publisher’s text')}
      </p>
      <h2 id={id}>{title}</h2>
      <ul class="rel rel--one">
        {lines.map(({ line, sharedWords = [] }) => (
          <li>
            <a href={articleHref(line.id)}>
              <Mixed text={headlineOf(line)} />
            </a>
            <span class="note">
              {line.outletName === null ? null : (
                <>
                  <Name of={line.outletName} /> ·{' '}
                </>
              )}
              {relativeTime(line.shownAt, now)}
              {sharedWords.length === 0 ? null : (
                <>
                  {' '}
                  · {say('واژه‌های مشترک:', 'words in common:')} <Mixed text={sharedWords.join('، ')} />
                </>
              )}
            </span>
          </li>
        ))}
      </ul>
    </aside>
  );
}
