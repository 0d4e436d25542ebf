import type { ArticleLine } from '../../store/site_lines.js';
import { fullDate, tehranDay } from '../words.js';
import { ArticleLineView } from './article_line.js';

/** Lines under the days on which they were published, both calendars in the headings. */
export function LinesByDay({ lines, now }: { readonly lines: readonly ArticleLine[]; readonly now: string }) {
  return (
    <>
      {groupByDay(lines).map(({ day, lines: ofDay }) => (
        <section aria-labelledby={`day-${day}`}>
          <h2 class="day" id={`day-${day}`}>
            <time datetime={day}>{fullDate(day)}</time>
          </h2>
          {ofDay.map((line) => (
            <ArticleLineView line={line} now={now} />
          ))}
        </section>
      ))}
    </>
  );
}

interface DayOfLines {
  /** `yyyy-mm-dd` in Tehran. */
  readonly day: string;
  readonly lines: ArticleLine[];
}

function groupByDay(lines: readonly ArticleLine[]): readonly DayOfLines[] {
  const days: DayOfLines[] = [];
  for (const line of lines) {
    const day = tehranDay(line.shownAt);
    const last = days.at(-1);
    if (last?.day === day) last.lines.push(line);
    else days.push({ day, lines: [line] });
  }
  return days;
}
