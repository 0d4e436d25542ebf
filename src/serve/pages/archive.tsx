/** The archive: a month of the Jalali calendar with counts, and the stories that began on a day of it. */
import type { StoryLine } from '../../store/site_stories.js';
import {
  archiveHref,
  dayAfter,
  isoOf,
  type JalaliMonth,
  jalaliOf,
  monthAfter,
  monthName,
} from '../calendar.js';
import { say } from '../language.js';
import type { Frame } from '../layout/frame.js';
import { Page } from '../layout/page.js';
import { NOUNS } from '../nouns.js';
import { MonthGrid } from '../pieces/month_grid.js';
import { StoryLineView } from '../pieces/story_line.js';
import { InBothCalendars } from '../pieces/times.js';
import { WhySo } from '../pieces/why_so.js';
import { counted, fullDate, number } from '../words.js';

export interface ArchiveView {
  readonly month: JalaliMonth;
  /** `yyyy-mm-dd`; absent for the whole month. */
  readonly day: string | undefined;
  /** Stories that began on each day of the month. */
  readonly counts: ReadonlyMap<string, number>;
  /** The most important ones of the day or month, a page of them. */
  readonly stories: readonly StoryLine[];
  readonly page: number;
  readonly hasNext: boolean;
  /** Days `yyyy-mm-dd` on which the first and the last story began; absent while there is none. */
  readonly ends: { readonly first: string; readonly last: string } | undefined;
}

export function ArchivePage({ frame, view }: { readonly frame: Frame; readonly view: ArchiveView }) {
  const { month, day, counts, stories, ends } = view;
  const name = day === undefined ? monthName(month) : fullDate(day);
  const href = archiveHref(day === undefined ? month : { ...month, day: jalaliOf(day)?.day ?? 0 });
  const count =
    day === undefined ? [...counts.values()].reduce((sum, each) => sum + each, 0) : (counts.get(day) ?? 0);
  return (
    <Page
      frame={frame}
      title={`${say('بایگانی', 'Archive')}: ${name}`}
      {...(day === undefined ? {} : { feedsOf: href })}
      unlisted={count === 0 || view.page > 1}
    >
      <div class="wrap page">
        <p class="crumb">
          <a href="/archive">{say('بایگانی', 'Archive')}</a>
          {day === undefined ? null : <a href={archiveHref(month)}>{monthName(month)}</a>}
        </p>
        <h1>
          {day === undefined ? (
            <InBothCalendars words={name} />
          ) : (
            <time datetime={day}>
              <InBothCalendars words={name} />
            </time>
          )}
        </h1>
        <div class="arch">
          <div class="arch-cal">
            <MonthGrid month={month} counts={counts} day={day} />
            <MonthWays month={month} ends={ends} />
          </div>
          <section class="arch-list" aria-labelledby="of-day">
            <h2 class="h" id="of-day">
              {day === undefined
                ? say('مهم‌ترین خبرهای این ماه', 'Top stories of this month')
                : say('خبرهای این روز', 'Stories of this day')}{' '}
              <span class="soft">{counted(count, NOUNS.story)}</span>
            </h2>
            <WhySo of="archive" />
            {stories.length === 0 ? (
              <p class="soft">
                {say(
                  'خبری که در این زمان آغاز شده باشد گرد نیامده است؛ روزهایی که خبر دارد در ماه‌نما پررنگ است.',
                  'No story that began then was collected; days with stories are the bold ones of the calendar.',
                )}
              </p>
            ) : (
              stories.map((story) => <StoryLineView story={story} now={frame.now} />)
            )}
            <nav class="pager" aria-label={say('صفحه‌ها و روزها', 'Pages and days')}>
              {view.page > 1 ? (
                <a class="btn btn--s" href={`${href}?page=${view.page - 1}`} rel="prev">
                  {say(`→ صفحهٔ ${number(view.page - 1)}`, `← Page ${number(view.page - 1)}`)}
                </a>
              ) : null}
              {view.hasNext ? (
                <a class="btn btn--s" href={`${href}?page=${view.page + 1}`} rel="next">
                  {say(`صفحهٔ ${number(view.page + 1)} ←`, `Page ${number(view.page + 1)} →`)}
                </a>
              ) : null}
              {day === undefined ? null : <DayWays day={day} ends={ends} />}
            </nav>
          </section>
        </div>
      </div>
    </Page>
  );
}

interface Ends {
  readonly ends: ArchiveView['ends'];
}

/** The day before and the day after, as far as there are stories. */
function DayWays({ day, ends }: Ends & { readonly day: string }) {
  const to = (iso: string): string => archiveHref(jalaliOf(iso) ?? { year: 1400, month: 1 });
  const [before, after] = [dayAfter(day, -1), dayAfter(day, 1)];
  return (
    <>
      {ends !== undefined && before >= ends.first ? (
        <a class="btn btn--s" href={to(before)}>
          {say('→ روز پیش', '← Day before')}
        </a>
      ) : null}
      {ends !== undefined && after <= ends.last ? (
        <a class="btn btn--s" href={to(after)}>
          {say('روز بعد ←', 'Day after →')}
        </a>
      ) : null}
    </>
  );
}

/** The month before and after, and the first and last day with stories. */
function MonthWays({ month, ends }: Ends & { readonly month: JalaliMonth }) {
  if (ends === undefined) return null;
  const [before, after] = [monthAfter(month, -1), monthAfter(month, 1)];
  const [first, last] = [jalaliOf(ends.first), jalaliOf(ends.last)];
  const start = isoOf({ ...month, day: 1 });
  const next = isoOf({ ...after, day: 1 });
  return (
    <nav class="row arch-ways" aria-label={say('ماه‌های دیگر', 'Other months')}>
      {ends.first < start ? (
        <a class="btn btn--s" href={archiveHref(before)} rel="prev">
          {say('→ ماه پیش', '← Month before')}
        </a>
      ) : null}
      {ends.last >= next ? (
        <a class="btn btn--s" href={archiveHref(after)} rel="next">
          {say('ماه بعد ←', 'Month after →')}
        </a>
      ) : null}
      {first === undefined ? null : (
        <a class="btn btn--s btn--quiet" href={archiveHref(first)}>
          {say('نخستین روز', 'First day')}
        </a>
      )}
      {last === undefined ? null : (
        <a class="btn btn--s btn--quiet" href={archiveHref(last)}>
          {say('آخرین روز', 'Last day')}
        </a>
      )}
    </nav>
  );
}
