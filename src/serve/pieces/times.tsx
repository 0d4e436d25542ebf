import type { ArticleLine } from '../../store/site_lines.js';
import { say } from '../language.js';
import { dayInBothCalendars, relativeTime } from '../words.js';

/** «۱۲ دقیقه پیش» with both calendars in its title. */
export function Ago({ iso, now }: { readonly iso: string; readonly now: string }) {
  return (
    <time class="nb" datetime={iso} title={dayInBothCalendars(iso)}>
      {relativeTime(iso, now)}
    </time>
  );
}

/** «آذر ۱۴۰۴ · نوامبر و دسامبر ۲۰۲۵» as a heading: the page's own calendar, the other one smaller behind it. */
export function InBothCalendars({ words }: { readonly words: string }) {
  const [own, ...other] = words.split(' · ');
  return (
    <>
      {own} <small class="soft nb">{other.join(' · ')}</small>
    </>
  );
}

/** Time of a line: as printed, else when it was collected, and it says so. */
export function LineTime({ line, now }: { readonly line: ArticleLine; readonly now: string }) {
  return <TimeOrSight printed={line.publishedIso} seen={line.firstSeenAt} now={now} />;
}

/** The time that a page prints, else when we saw it: that is no time of the event, and it says so. */
export function TimeOrSight({
  printed,
  seen,
  now,
}: {
  readonly printed: string | null | undefined;
  readonly seen: string;
  readonly now: string;
}) {
  if (printed !== null && printed !== undefined) return <Ago iso={printed} now={now} />;
  return (
    <span title={say('زمان انتشار در متن نیامده است', 'The page does not say when it was published')}>
      {say('گردآوری:', 'Collected:')} <Ago iso={seen} now={now} />
    </span>
  );
}
