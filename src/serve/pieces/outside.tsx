import type { ArticleLine } from '../../store/site_lines.js';
import { articleHref } from '../addresses.js';
import { headlineOf, relativeTime, shown } from '../words.js';
import { Mixed } from './foreign.js';

export interface OutsideLine {
  readonly line: ArticleLine;
  /** Why it stands here: «واژه‌های مشترک: گذرگاه، زرین‌کوه». */
  readonly reason?: string;
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
      <p class="lab">افزودهٔ سند؛ بیرون از متن رسانه</p>
      <h2 id={id}>{title}</h2>
      <ul class="rel rel--one">
        {lines.map(({ line, reason }) => (
          <li>
            <a href={articleHref(line.id)}>
              <Mixed text={headlineOf(line)} />
            </a>
            <span class="note">
              {[
                line.outletName === null ? undefined : shown(line.outletName),
                relativeTime(line.shownAt, now),
                reason,
              ]
                .filter((part) => part !== undefined && part !== '')
                .join(' · ')}
            </span>
          </li>
        ))}
      </ul>
    </aside>
  );
}
