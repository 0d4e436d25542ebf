/** What an outlet's page tells of its originality and of its front page. */

import type { ShownHeadline } from '../../store/front_items.js';
import { type OutletStandingView, type OutletTie, STANDING_DAYS } from '../../store/site_standing.js';
import { outletHref } from '../addresses.js';
import { nounFor, say } from '../language.js';
import { NOUNS } from '../nouns.js';
import { counted, number } from '../words.js';
import { FrontHeadline } from './front_headline.js';
import { Name } from './name.js';
import { SectionHead } from './section_head.js';

export function OutletStanding({ standing }: { readonly standing: OutletStandingView }) {
  const { reports, own, taken, uses, takers, sources } = standing;
  const share = Math.round((100 * own) / Math.max(1, reports));
  if (reports === 0) return null;
  return (
    <section class="sec" aria-labelledby="st">
      <SectionHead
        id="st"
        title={say('اصالت', 'Originality')}
        note={say(
          `از متن‌ها و از نام‌بردن‌ها، در ${number(STANDING_DAYS)} روز گذشته`,
          `from texts and credits, over the last ${number(STANDING_DAYS)} days`,
        )}
        why="standing"
        about={say('این شمارش', 'these counts')}
      />
      <div>
        <p class="big-counts">
          <span>
            <b>{number(reports)}</b>
            {nounFor(reports, NOUNS.report)}
          </span>
          <span>
            <b>{say(`${number(share)}٪`, `${number(share)}%`)}</b>
            {say(
              `از خود: ${number(own)} از ${number(reports)} گزارش`,
              `its own: ${number(own)} of ${counted(reports, NOUNS.report)}`,
            )}
          </span>
          <span>
            <b>{number(uses)}</b>
            {say('بار دیگران از آن گرفته‌اند', 'times others took from it')}
          </span>
          <span>
            <b>{number(taken)}</b>
            {say('رونوشت از دیگران', taken === 1 ? 'copy of others' : 'copies of others')}
          </span>
        </p>
        <div class="ties">
          <Ties title={say('از آن می‌گیرند', 'Take from it')} ties={takers} />
          <Ties title={say('از آنان می‌گیرد', 'It takes from')} ties={sources} />
        </div>
      </div>
    </section>
  );
}

function Ties({ title, ties }: { readonly title: string; readonly ties: readonly OutletTie[] }) {
  return (
    <div>
      <h3 class="name">{title}</h3>
      {ties.length === 0 ? <p class="soft small">{say('نمونه‌ای دیده نشده است.', 'None seen.')}</p> : null}
      <ul class="rel rel--one">
        {ties.map(({ outletId, outletName, copies, credits }) => (
          <li>
            <a href={outletHref(outletId)}>
              <Name of={outletName} />
            </a>
            <span class="note">{tieWords(copies, credits)}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

function tieWords(copies: number, credits: number): string {
  return [
    copies > 0 ? counted(copies, NOUNS.copy) : '',
    credits > 0
      ? say(
          `${number(credits)} بار تنها نام‌بردن`,
          `named ${credits === 1 ? 'once' : `${number(credits)} times`} without copying`,
        )
      : '',
  ]
    .filter((words) => words !== '')
    .join(' · ');
}

interface FrontProps {
  readonly front: readonly ShownHeadline[];
  /** What led it before. */
  readonly former: readonly ShownHeadline[];
  readonly now: string;
}

export function OutletFront({ front, former, now }: FrontProps) {
  if (front.length === 0) return null;
  return (
    <section class="sec" aria-labelledby="fp">
      <SectionHead
        id="fp"
        title={say('صفحهٔ نخست', 'Front page')}
        note={say('هر ساعت خوانده می‌شود', 'read every hour')}
        why="front"
      />
      <div>
        <div class="ties">
          <div>
            <h3 class="name">{say('اکنون', 'Now')}</h3>
            <ol class="tops-grid tops-grid--one">
              {front.map((headline) => (
                <FrontHeadline headline={headline} now={now} />
              ))}
            </ol>
          </div>
          <div>
            <h3 class="name">{say('پیش‌تر در صدر', 'Led earlier')}</h3>
            <p class="small">
              <a class="link" href={`${outletHref(front[0]?.outletId ?? '')}/front`}>
                {say('صفحهٔ نخست، روز به روز', 'The front page, day by day')}
              </a>
            </p>
            {former.length === 0 ? (
              <p class="soft small">
                {say('هنوز تیتر دیگری در صدر دیده نشده است.', 'No other headline has been seen leading yet.')}
              </p>
            ) : null}
            <ol class="tops-grid tops-grid--one">
              {former.map((headline) => (
                <FrontHeadline headline={headline} now={now} />
              ))}
            </ol>
          </div>
        </div>
      </div>
    </section>
  );
}
