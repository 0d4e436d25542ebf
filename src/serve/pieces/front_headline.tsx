/** A headline as an outlet's front page shows it, and since when. */

import type { ShownHeadline } from '../../store/front_items.js';
import { articleHref, outletHref, safeHref, storyHref } from '../addresses.js';
import { say } from '../language.js';
import { number, relativeTime, shown } from '../words.js';
import { Mixed } from './foreign.js';
import { Name } from './name.js';

interface HeadlineProps {
  readonly headline: ShownHeadline;
  readonly now: string;
  /** With the outlet's name above it. */
  readonly named?: boolean;
}

export function FrontHeadline({ headline, now, named = false }: HeadlineProps) {
  const { storyId, articleId, url, title } = headline;
  const own = storyId !== null ? storyHref(storyId) : articleId !== null ? articleHref(articleId) : undefined;
  const href = own ?? safeHref(url);
  const words = <Mixed text={shown(title)} />;
  return (
    <li>
      {named ? (
        <h3>
          <a href={outletHref(headline.outletId)}>
            <Name of={headline.outletName} />
          </a>
        </h3>
      ) : null}
      {href === undefined ? (
        <span class="ttl">{words}</span>
      ) : (
        <a class="ttl" href={href} rel={own === undefined ? 'noopener noreferrer' : undefined}>
          {words}
        </a>
      )}
      <span class="since">{sinceWords(headline, now)}</span>
    </li>
  );
}

/** «در صدر از ۱۰ دقیقه پیش · نخستین بار ۲ ساعت پیش · آخرین بار ۱ دقیقه پیش»: who leads has the best place there is. */
function leadWords({ firstSeenAt, lastSeenAt }: ShownHeadline, leadSince: string, now: string): string {
  const [lead, first, last] = [leadSince, firstSeenAt, lastSeenAt].map((at) => relativeTime(at, now));
  if (lead === last && first === lead) return say(`در صدر، ${last}`, `leading, seen ${last}`);
  const before = first === lead ? '' : say(` · نخستین بار ${first}`, ` · first seen ${first}`);
  return `${say(`در صدر از ${lead}`, `leading since ${lead}`)}${before}${say(` · آخرین بار ${last}`, ` · last seen ${last}`)}`;
}

/** Of a headline that leads since when; of others place, best place and time. */
function sinceWords(headline: ShownHeadline, now: string): string {
  const { leadSince, position, bestPosition, firstSeenAt, lastSeenAt } = headline;
  if (leadSince !== null) return leadWords(headline, leadSince, now);
  const best =
    bestPosition < position
      ? say(`، بهترین جا ${number(bestPosition)}`, `, best ${number(bestPosition)}`)
      : '';
  const span = say(
    `از ${relativeTime(firstSeenAt, now)} تا ${relativeTime(lastSeenAt, now)}`,
    `from ${relativeTime(firstSeenAt, now)} to ${relativeTime(lastSeenAt, now)}`,
  );
  return `${say('جای', 'place')} ${number(position)}${best} · ${span}`;
}
