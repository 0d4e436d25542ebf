import type { CalendarDay } from '../../persian/jalali.js';
import { archiveHref, type JalaliMonth, type MonthDay, monthName, weeksOfMonth } from '../calendar.js';
import { isEnglish, type Noun, nounFor, say } from '../language.js';
import { NOUNS } from '../nouns.js';
import { dayInBothCalendars, number } from '../words.js';

interface MonthGridProps {
  readonly month: JalaliMonth;
  /** How many there are on each day `yyyy-mm-dd`. */
  readonly counts: ReadonlyMap<string, number>;
  /** The day that is shown. */
  readonly day: string | undefined;
  /** What is counted; default: stories that began. */
  readonly noun?: Noun;
  /** Where a day leads; default: to the archive. */
  readonly hrefOf?: (at: CalendarDay) => string;
}

const WEEKDAYS = [
  { fa: 'شنبه', short: 'ش', en: 'Saturday' },
  { fa: 'یکشنبه', short: 'ی', en: 'Sunday' },
  { fa: 'دوشنبه', short: 'د', en: 'Monday' },
  { fa: 'سه‌شنبه', short: 'س', en: 'Tuesday' },
  { fa: 'چهارشنبه', short: 'چ', en: 'Wednesday' },
  { fa: 'پنجشنبه', short: 'پ', en: 'Thursday' },
  { fa: 'جمعه', short: 'ج', en: 'Friday' },
];

/** A month as a table of links: the day, its Gregorian number below, and how many stories began on it. */
export function MonthGrid({ month, counts, day, noun = NOUNS.story, hrefOf = archiveHref }: MonthGridProps) {
  return (
    <table class="cal">
      <caption>
        {monthName(month)}
        <small>
          {say(
            `زیر هر روز: روز میلادی، سپس شمار ${noun.fa}ها`,
            `Below each day: the Jalali day, then the number of ${noun.many}`,
          )}
        </small>
      </caption>
      <thead>
        <tr>
          {WEEKDAYS.map(({ fa, short, en }) => (
            <th scope="col">
              <abbr title={say(fa, en)}>{say(short, en.slice(0, 2))}</abbr>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeksOfMonth(month).map((week) => (
          <tr>
            {week.map((each) => (
              <td>
                {each === undefined ? null : (
                  <Day
                    each={each}
                    count={counts.get(each.iso) ?? 0}
                    noun={noun}
                    href={hrefOf({ ...month, day: each.day })}
                    isShown={each.iso === day}
                  />
                )}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface DayProps {
  readonly each: MonthDay;
  readonly count: number;
  readonly noun: Noun;
  readonly href: string;
  readonly isShown: boolean;
}

function Day({ each, count, noun, href, isShown }: DayProps) {
  const gregorian = Number(each.iso.slice(8));
  const [first, second] = isEnglish() ? [gregorian, each.day] : [each.day, gregorian];
  const inner = (
    <>
      <b>{number(first)}</b>
      <small>{number(second)}</small>
    </>
  );
  if (count === 0) return <span title={dayInBothCalendars(each.iso)}>{inner}</span>;
  return (
    <a href={href} aria-current={isShown ? 'date' : undefined} title={dayInBothCalendars(each.iso)}>
      {inner}
      <i>
        {number(count)} <span class="vh">{nounFor(count, noun)}</span>
      </i>
    </a>
  );
}
