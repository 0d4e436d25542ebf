/** Beside the list of a topic: in which years it was written of, who speaks in its articles, who is named in them. */
import { toPersianDigits } from '../../persian/digits.js';
import type { NameCount } from '../../store/topic_names.js';
import { entityHref } from '../addresses.js';
import { jalaliOf } from '../calendar.js';
import { isEnglish, type Noun, say } from '../language.js';
import { NOUNS } from '../nouns.js';
import { chosenDigits, counted, number } from '../words.js';
import { Name } from './name.js';
import { WhySo } from './why_so.js';

export interface TopicRailView {
  readonly speakers: readonly NameCount[];
  readonly named: readonly NameCount[];
  /** How many of its articles were published on a day `yyyy-mm-dd` of Tehran. */
  readonly days: readonly { readonly day: string; readonly count: number }[];
}

export function TopicRail({ rail: { speakers, named, days } }: { readonly rail: TopicRailView }) {
  const years = countYears(days);
  if (speakers.length + named.length === 0 && years.length < 2) return null;
  return (
    <div class="rail">
      <Years years={years} />
      <Names id="tsp" title={say('چه کسانی می‌گویند', 'Who speaks')} noun={NOUNS.statement} of={speakers} />
      <Names
        id="tnm"
        title={say('نام‌های این مطلب‌ها', 'Names in these articles')}
        noun={NOUNS.article}
        of={named}
      />
    </div>
  );
}

interface NamesProps {
  readonly id: string;
  readonly title: string;
  readonly noun: Noun;
  readonly of: readonly NameCount[];
}

function Names({ id, title, noun, of }: NamesProps) {
  if (of.length === 0) return null;
  return (
    <section aria-labelledby={id}>
      <h2 class="h" id={id}>
        {title}
      </h2>
      <WhySo of="names" />
      <ul class="rel rel--one">
        {of.map(({ id: entity, name, count }) => (
          <li>
            <a href={entityHref(entity)}>
              <Name of={name} />
            </a>
            <span class="note">{counted(count, noun)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

interface YearCount {
  readonly year: number;
  readonly count: number;
}

const MOST_YEARS = 12;

/** Articles of each year of the page's own calendar, the newest first. */
function countYears(days: TopicRailView['days']): readonly YearCount[] {
  const years = new Map<number, number>();
  for (const { day, count } of days) {
    const year = isEnglish() ? Number(day.slice(0, 4)) : (jalaliOf(day)?.year ?? 0);
    years.set(year, (years.get(year) ?? 0) + count);
  }
  return [...years]
    .map(([year, count]) => ({ year, count }))
    .sort((a, b) => b.year - a.year)
    .slice(0, MOST_YEARS);
}

/** «سال به سال»: a bar for each year; one year alone compares with nothing. */
function Years({ years }: { readonly years: readonly YearCount[] }) {
  if (years.length < 2) return null;
  const most = Math.max(...years.map(({ count }) => count));
  return (
    <section aria-labelledby="tyr">
      <h2 class="h" id="tyr">
        {say('سال به سال', 'Year by year')}
      </h2>
      <WhySo of="years" about={say('این شمارش', 'these counts')} />
      <ul class="bars">
        {years.map(({ year, count }) => (
          <li>
            {chosenDigits(toPersianDigits(String(year)))}
            <Bar percent={(100 * count) / most} />
            <span class="n">{number(count)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** From where the line begins: on Persian pages from the right. */
function Bar({ percent }: { readonly percent: number }) {
  return (
    <svg viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
      <rect x={isEnglish() ? 0 : 100 - percent} width={percent} height="8" />
    </svg>
  );
}
