/** An outlet's front page over time: a calendar of its readings, and the headlines of a day. */
import type { ShownHeadline } from '../../store/front_items.js';
import type { OutletDetail } from '../../store/site_outlets.js';
import { frontsHref, outletHref } from '../addresses.js';
import { isoOf, type JalaliMonth, jalaliOf, monthAfter, monthName } from '../calendar.js';
import { say } from '../language.js';
import type { Frame } from '../layout/frame.js';
import { Page } from '../layout/page.js';
import { NOUNS } from '../nouns.js';
import { FrontHeadline } from '../pieces/front_headline.js';
import { MonthGrid } from '../pieces/month_grid.js';
import { Name, nameWords } from '../pieces/name.js';
import { WhySo } from '../pieces/why_so.js';
import { counted, fullDate } from '../words.js';

export interface FrontsView {
  readonly outlet: Pick<OutletDetail, 'id' | 'name'>;
  readonly month: JalaliMonth;
  /** `yyyy-mm-dd`; absent where only the month is shown. */
  readonly day: string | undefined;
  /** Headlines of each day that was read. */
  readonly counts: ReadonlyMap<string, number>;
  readonly headlines: readonly ShownHeadline[];
  /** Days `yyyy-mm-dd` of the first and last reading. */
  readonly ends: { readonly first: string; readonly last: string };
}

export function FrontsPage({ frame, view }: { readonly frame: Frame; readonly view: FrontsView }) {
  const { outlet, month, day, counts, headlines } = view;
  const when = day === undefined ? monthName(month) : fullDate(day);
  const name = nameWords(outlet.name);
  return (
    <Page
      frame={frame}
      title={say(`صفحهٔ نخست ${name}، ${when}`, `Front page of ${name}, ${when}`)}
      current="outlets"
      unlisted
    >
      <div class="wrap page">
        <p class="crumb">
          <a href={outletHref(outlet.id)}>
            <Name of={outlet.name} />
          </a>
          {day === undefined ? null : <a href={frontsHref(outlet.id, month)}>{monthName(month)}</a>}
        </p>
        <h1>
          {say('صفحهٔ نخست', 'Front page of')} <Name of={outlet.name} />
        </h1>
        <div class="arch">
          <div class="arch-cal">
            <MonthGrid
              month={month}
              counts={counts}
              day={day}
              noun={NOUNS.headline}
              hrefOf={(at) => frontsHref(outlet.id, at)}
            />
            <MonthWays view={view} />
          </div>
          <section class="arch-list" aria-labelledby="of-day">
            <h2 class="h" id="of-day">
              {day === undefined ? when : <time datetime={day}>{when}</time>}{' '}
              <span class="soft">{day === undefined ? '' : counted(headlines.length, NOUNS.headline)}</span>
            </h2>
            <WhySo of="front" />
            {headlines.length === 0 ? (
              <p class="soft">
                {day === undefined
                  ? say('روزی را در تقویم برگزینید.', 'Choose a day in the calendar.')
                  : say('این روز صفحه خوانده نشده است.', 'The page was not read on this day.')}
              </p>
            ) : (
              <ol class="tops-grid tops-grid--one">
                {headlines.map((headline) => (
                  <FrontHeadline headline={headline} now={frame.now} />
                ))}
              </ol>
            )}
          </section>
        </div>
      </div>
    </Page>
  );
}

/** The months before and after, as far as there are readings. */
function MonthWays({ view: { outlet, month, ends } }: { readonly view: FrontsView }) {
  const [before, after] = [monthAfter(month, -1), monthAfter(month, 1)];
  const last = jalaliOf(ends.last);
  return (
    <nav class="row arch-ways" aria-label={say('ماه‌های دیگر', 'Other months')}>
      {ends.first < isoOf({ ...month, day: 1 }) ? (
        <a class="btn btn--s" href={frontsHref(outlet.id, before)} rel="prev">
          {say('→ ماه پیش', '← Month before')}
        </a>
      ) : null}
      {ends.last >= isoOf({ ...after, day: 1 }) ? (
        <a class="btn btn--s" href={frontsHref(outlet.id, after)} rel="next">
          {say('ماه بعد ←', 'Month after →')}
        </a>
      ) : null}
      {last === undefined ? null : (
        <a class="btn btn--s btn--quiet" href={frontsHref(outlet.id, last)}>
          {say('آخرین روز', 'Last day')}
        </a>
      )}
    </nav>
  );
}
