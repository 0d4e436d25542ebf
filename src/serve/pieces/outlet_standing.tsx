/** What an outlet's page tells of its originality and of its front page. */
import type { ShownHeadline } from '../../store/front_items.js';
import { type OutletStandingView, type OutletTie, STANDING_DAYS } from '../../store/site_standing.js';
import { outletHref } from '../addresses.js';
import { say } from '../language.js';
import { number, shown } from '../words.js';
import { FrontHeadline } from './front_headline.js';

export function OutletStanding({ standing }: { readonly standing: OutletStandingView }) {
  const { reports, taken, uses, takers, sources } = standing;
  if (reports === 0) return null;
  return (
    <section class="sec" aria-labelledby="st">
      <h2 class="sec-h" id="st">
        {say('اصالت', 'Originality')}{' '}
        <small>
          {say(
            `از متن‌ها و از نام‌بردن‌ها، در ${number(STANDING_DAYS)} روز گذشته`,
            `from texts and credits, over the last ${number(STANDING_DAYS)} days`,
          )}
        </small>
      </h2>
      <div>
        <p class="big-counts">
          <span>
            <b>{number(reports)}</b>گزارش
          </span>
          <span>
            <b>{number(uses)}</b>بار دیگران از آن گرفته‌اند
          </span>
          <span>
            <b>{number(taken)}</b>رونوشت از دیگران
          </span>
        </p>
        <div class="ties">
          <Ties title="از آن می‌گیرند" ties={takers} />
          <Ties title="از آنان می‌گیرد" ties={sources} />
        </div>
      </div>
    </section>
  );
}

function Ties({ title, ties }: { readonly title: string; readonly ties: readonly OutletTie[] }) {
  return (
    <div>
      <h3 class="name">{title}</h3>
      {ties.length === 0 ? <p class="soft small">نمونه‌ای دیده نشده است.</p> : null}
      <ul class="rel rel--one">
        {ties.map(({ outletId, outletName, copies, credits }) => (
          <li>
            <a href={outletHref(outletId)}>{shown(outletName)}</a>
            <span class="note">{tieWords(copies, credits)}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

function tieWords(copies: number, credits: number): string {
  return [
    copies > 0 ? `${number(copies)} رونوشت` : '',
    credits > 0 ? `${number(credits)} بار تنها نام‌بردن` : '',
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
      <h2 class="sec-h" id="fp">
        صفحهٔ نخست <small>هر ساعت خوانده می‌شود</small>
      </h2>
      <div class="ties">
        <div>
          <h3 class="name">اکنون</h3>
          <ol class="tops-grid tops-grid--one">
            {front.map((headline) => (
              <FrontHeadline headline={headline} now={now} />
            ))}
          </ol>
        </div>
        <div>
          <h3 class="name">پیش‌تر در صدر</h3>
          {former.length === 0 ? <p class="soft small">هنوز تیتر دیگری در صدر دیده نشده است.</p> : null}
          <ol class="tops-grid tops-grid--one">
            {former.map((headline) => (
              <FrontHeadline headline={headline} now={now} />
            ))}
          </ol>
        </div>
      </div>
    </section>
  );
}
