/** What happened to a story: reports, later versions, edits of headlines, in the order of time. */

import type { StoryReport } from '../../store/site_story.js';
import { articleHref } from '../addresses.js';
import { say } from '../language.js';
import { NOUNS } from '../nouns.js';
import type { ShownOrigin } from '../story_origins.js';
import { momentOf } from '../story_times.js';
import { counted, number, shown } from '../words.js';
import { Mixed } from './foreign.js';
import { Name } from './name.js';

interface HistoryEvent {
  readonly at: string;
  readonly report: StoryReport;
  readonly kind: 'report' | 'edit';
  /** Headlines before and after, where an edit changed it. */
  readonly titles?: { readonly before: string; readonly after: string };
}

export function StoryHistory({
  reports,
  origins,
}: {
  readonly reports: readonly StoryReport[];
  readonly origins: readonly ShownOrigin[];
}) {
  const copied = new Set(
    origins.flatMap(({ rests }) => [...rests].flatMap(([id, { tie }]) => (tie === 'copy' ? [id] : []))),
  );
  const events = reports
    .flatMap((report) => eventsOf(report, copied.has(report.articleId)))
    .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
  const copies = copied.size;
  if (events.length < 2) return null;
  return (
    <section class="sec sec--read" aria-labelledby="s-tl">
      <h2 class="sec-h" id="s-tl">
        {say('گاه‌شمار', 'Timeline')}{' '}
        <small>
          {copies === 0
            ? say('گزارش‌ها و ویرایش‌ها', 'reports and edits')
            : say(`بی ${number(copies)} رونوشت`, `without ${counted(copies, NOUNS.copy)}`)}
        </small>
      </h2>
      <ol class="hist">
        {events.map((event) => (
          <li>
            <time datetime={event.at}>
              {event.kind === 'report' ? momentOf(event.report) : momentOf(seen(event.at))}
            </time>
            <span>
              <a class="link" href={articleHref(event.report.articleId)}>
                <Name of={event.report.outletName} />
              </a>{' '}
              <EventWords event={event} />
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}

function EventWords({ event: { kind, titles, report } }: { readonly event: HistoryEvent }) {
  if (kind === 'report') {
    if (report.title === null) return <>{say('گزارش داد', 'reported')}</>;
    return <Mixed text={`«${shown(report.versions[0]?.title ?? report.title)}»`} />;
  }
  if (titles === undefined) return <>{say('متن را ویرایش کرد', 'edited the text')}</>;
  return (
    <>
      {say('تیتر را تغییر داد:', 'changed the headline:')}{' '}
      <del>
        <Mixed text={shown(titles.before)} />
      </del>{' '}
      <ins>
        <Mixed text={shown(titles.after)} />
      </ins>
    </>
  );
}

/** The minute at which we saw an edit. */
function seen(at: string) {
  return { at, isDated: false, precision: null } as const;
}

/** Copies say nothing of their own and are left out; their edits are not. */
function eventsOf(report: StoryReport, isCopy: boolean): HistoryEvent[] {
  const own: HistoryEvent[] = isCopy ? [] : [{ at: report.at, report, kind: 'report' }];
  const edits = report.versions.slice(1).map((version, at): HistoryEvent => {
    const before = report.versions[at]?.title ?? null;
    const { title: after, seenAt } = version;
    const isRenamed = before !== null && after !== null && before !== after;
    return { at: seenAt, report, kind: 'edit', ...(isRenamed && { titles: { before, after } }) };
  });
  return [...own, ...edits];
}
