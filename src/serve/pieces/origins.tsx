/** The mark of a story: one block for each independent origin, one tick for each report that rests on it. */
import type { ShownOrigin, StoryLine } from '../../store/site_stories.js';
import { articleHref, storyHref } from '../addresses.js';
import { number, shown } from '../words.js';
import { Mixed } from './foreign.js';

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
        <b>{number(story.outletCount)}</b> رسانه
      </span>
      <span class="nb">
        <b>{number(story.originCount)}</b> منبع مستقل
      </span>
      <span class="nb">
        <b>{number(story.familyCount)}</b> گروه ناشر
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
        <span class="more">زنجیره</span>
      </summary>
      <ul>
        {story.origins.slice(0, LISTED_ORIGINS).map((origin) => (
          <li>
            <OriginWords origin={origin} />
          </li>
        ))}
        {story.origins.length > LISTED_ORIGINS ? (
          <li class="soft">و {number(story.origins.length - LISTED_ORIGINS)} منبع دیگر</li>
        ) : null}
        <li>
          <a class="link" href={`${storyHref(story.storyId)}#chain`}>
            همهٔ زنجیره
          </a>
        </li>
      </ul>
    </details>
  );
}

const LISTED_ORIGINS = 6;

/** «روزنامهٔ کرانه، به گفتهٔ سه نفر، و ۵ گزارش بر پایهٔ آن». Of hidden roots nothing is told but that there is one. */
export function OriginWords({ origin }: { readonly origin: ShownOrigin }) {
  const resting = origin.reports.length - 1;
  if (origin.isHidden) return <span class="soft">منبعی که نشان داده نمی‌شود</span>;
  return (
    <>
      <b>
        <a href={articleHref(origin.first)}>
          <Mixed text={shown(origin.label)} />
        </a>
      </b>{' '}
      {origin.source === undefined ? null : (
        <span>
          {origin.missing ? 'به نقل از' : 'به گفتهٔ'} <Mixed text={shown(origin.source)} />{' '}
        </span>
      )}
      {origin.missing ? <span class="tag tag--dash">یافت نشد</span> : null}{' '}
      <span class="soft">{resting === 0 ? 'تنها گزارش' : `و ${number(resting)} گزارش بر پایهٔ آن`}</span>
    </>
  );
}
