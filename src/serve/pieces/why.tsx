import { IMPORTANCE } from '../../model/importance.js';
import { formatNumber } from '../../persian/format_date.js';
import type { StoryLine } from '../../store/site_stories.js';
import { number } from '../words.js';

interface WhyProps {
  readonly story: Pick<StoryLine, 'parts' | 'outletCount'>;
  /** The newest report of all: ages are told against it. */
  readonly newestAt: string;
}

/** Origins that are listed with their own figures; the rest are told together. */
const LISTED = 4;

/** «چرا؟»: the figures that make the order, so that the sum can be checked by eye. */
export function Why({ story, newestAt }: WhyProps) {
  const { origins, novelty, breadth, fresh } = story.parts;
  const values = origins.map(({ weight, at, isDated }) => {
    const hours = Math.max(0, Date.parse(newestAt) - Date.parse(at)) / 3_600_000;
    const faded = weight * 0.5 ** (hours / IMPORTANCE.halfLifeHours);
    return { weight, hours, isDated, value: isDated ? faded : faded * IMPORTANCE.undatedShare };
  });
  const listed = values.slice(0, LISTED);
  const rest = sum(values.slice(LISTED).map(({ value }) => value));
  const total = sum(values.map(({ value }) => value)) * novelty * breadth;
  return (
    <details class="why">
      <summary>
        چرا؟<span class="vh"> این خبر اینجاست</span>
      </summary>
      <dl>
        {listed.map(({ weight, hours, isDated, value }, at) => (
          <>
            <dt>
              منبع {number(at + 1)}: وزن {points(weight)}،{' '}
              {isDated ? ageWords(hours) : 'زمان انتشار ننوشته است'}
            </dt>
            <dd>{at === 0 ? points(value) : `+ ${points(value)}`}</dd>
          </>
        ))}
        {values.length > LISTED ? (
          <>
            <dt>{number(values.length - LISTED)} منبع دیگر</dt>
            <dd>+ {points(rest)}</dd>
          </>
        ) : null}
        <dt>
          {number(fresh)} گزارش نو یا ویرایش در {number(IMPORTANCE.newHours)} ساعت پایانی
        </dt>
        <dd>× {points(novelty)}</dd>
        {breadth < 1 ? (
          <>
            <dt>تنها یک رسانه نوشته است</dt>
            <dd>× {points(breadth)}</dd>
          </>
        ) : null}
        <dt class="sum">امتیاز</dt>
        <dd class="sum">{points(total)}</dd>
      </dl>
      <p>
        وزن از آن است که دیگران چند بار از رسانه گرفته‌اند، نه از شمار نوشته‌هایش. هر{' '}
        {number(IMPORTANCE.halfLifeHours)} ساعت نیمی از امتیاز می‌رود؛ رونوشت چیزی نمی‌افزاید.
      </p>
    </details>
  );
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

/** «۱٫۴۰»: two places. */
function points(value: number): string {
  const [whole = '0', rest = '00'] = value.toFixed(2).split('.');
  return `${formatNumber(Number(whole))}٫${[...rest].map((digit) => formatNumber(Number(digit))).join('')}`;
}

function ageWords(hours: number): string {
  if (hours < 1) return 'هم‌زمان با تازه‌ترین خبر';
  const days = Math.floor(hours / 24);
  const age = days < 2 ? `${number(Math.floor(hours))} ساعت` : `${number(days)} روز`;
  return `${age} پیش از تازه‌ترین خبر`;
}
