/** The mark of a story: one block for each independent origin, one tick for each report that rests on it. */

import type { ShownOrigin, StoryLine } from '../../store/site_stories.js';
import { articleHref, storyHref } from '../addresses.js';
import { nounFor, say } from '../language.js';
import { NOUNS } from '../nouns.js';
import { counted, number } from '../words.js';
import { Name } from './name.js';

type Counted = Pick<StoryLine, 'outletCount' | 'originCount' | 'familyCount'>;

/** Ticks that fit into a line; beyond that one stands for several, which the list says in words. */
const MOST_TICKS = 40;

interface StripProps {
  readonly origins: readonly ShownOrigin[];
  /** Wide, on the page of the story. */
  readonly full?: boolean;
}

/** For the eye alone: counts and list say the same in words. */
export function OriginStrip({ origins, full = false }: StripProps) {
  const ticks = origins.reduce((sum, { reports }) => sum + reports.length - 1, 0);
  const share = Math.min(1, MOST_TICKS / Math.max(ticks, 1));
  return (
    <span class={full ? 'strip strip--full' : 'strip'} aria-hidden="true">
      {origins.map(({ reports, missing }) => (
        <span class="seg">
          <b class={missing ? 'no' : undefined} />
          {Array.from({ length: Math.max(0, Math.ceil((reports.length - 1) * share)) }, () => (
            <i />
          ))}
        </span>
      ))}
    </span>
  );
}

/** «۱۲ رسانه · ۳ منبع مستقل · ۸ گروه ناشر». */
export function Counts({ story }: { readonly story: Counted }) {
  return (
    <span class="counts">
      <span class="nb">
        <b>{number(story.outletCount)}</b> {nounFor(story.outletCount, NOUNS.outlet)}
      </span>
      <span class="nb">
        <b>{number(story.originCount)}</b> {nounFor(story.originCount, NOUNS.origin)}
      </span>
      <span class="nb">
        <b>{number(story.familyCount)}</b> {nounFor(story.familyCount, NOUNS.family)}
      </span>
    </span>
  );
}

/** Strip and counts; opening them shows the origins. */
export function Origins({ story }: { readonly story: StoryLine }) {
  return (
    <details class="orig">
      <summary>
        <OriginStrip origins={story.origins} />
        <Counts story={story} />
        <span class="more">{say('زنجیره', 'chain')}</span>
      </summary>
      <ul>
        {story.origins.slice(0, LISTED_ORIGINS).map((origin) => (
          <li>
            <OriginWords origin={origin} />
          </li>
        ))}
        {story.origins.length > LISTED_ORIGINS ? (
          <li class="soft">
            {say(
              `و ${number(story.origins.length - LISTED_ORIGINS)} منبع دیگر`,
              `and ${number(story.origins.length - LISTED_ORIGINS)} more`,
            )}
          </li>
        ) : null}
        <li>
          <a class="link" href={`${storyHref(story.storyId)}#chain`}>
            {say('همهٔ زنجیره', 'The whole chain')}
          </a>
        </li>
      </ul>
    </details>
  );
}

const LISTED_ORIGINS = 6;

/** «و ۵ گزارش بر پایهٔ آن» behind the words of a source. */
function restingWords(resting: number, follows: boolean): string {
  if (resting === 0) return say('تنها گزارش', 'only report');
  const reports = counted(resting, NOUNS.report);
  return follows
    ? say(`و ${reports} بر پایهٔ آن`, `and ${reports} resting on it`)
    : say(`${reports} بر پایهٔ آن`, `${reports} resting on it`);
}

/** «روزنامهٔ کرانه، به گفتهٔ سه نفر، و ۵ گزارش بر پایهٔ آن». Of hidden roots nothing is told but that there is one. */
export function OriginWords({ origin }: { readonly origin: ShownOrigin }) {
  const resting = origin.reports.length - 1;
  if (origin.isHidden)
    return <span class="soft">{say('منبعی که نشان داده نمی‌شود', 'an origin that is not shown')}</span>;
  return (
    <>
      <b>
        <a href={articleHref(origin.first)}>
          <Name of={origin.label} />
        </a>
      </b>{' '}
      {origin.source === undefined ? null : (
        <span>
          {origin.missing ? say('به نقل از', 'quoting') : say('به گفتهٔ', 'according to')}{' '}
          <Name of={origin.source} />{' '}
        </span>
      )}
      {origin.missing ? <span class="tag tag--dash">{say('یافت نشد', 'not found')}</span> : null}{' '}
      <span class="soft">{restingWords(resting, origin.source !== undefined)}</span>
    </>
  );
}
