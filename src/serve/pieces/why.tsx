import { IMPORTANCE } from '../../model/importance.js';
import type { StoryLine } from '../../store/site_stories.js';
import { say } from '../language.js';
import { NOUNS } from '../nouns.js';
import { counted, number, twoPlaces } from '../words.js';

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
    <details class="why" data-why="story">
      <summary>
        {say('چرا؟', 'Why?')}
        <span class="vh"> {say('این خبر اینجاست', 'is this story here')}</span>
      </summary>
      <dl>
        {listed.map(({ weight, hours, isDated, value }, at) => (
          <>
            <dt>
              {say(
                `منبع ${number(at + 1)}: وزن ${twoPlaces(weight)}، `,
                `Origin ${number(at + 1)}: weight ${twoPlaces(weight)}, `,
              )}
              {isDated ? ageWords(hours) : say('زمان انتشار ننوشته است', 'states no time of publication')}
            </dt>
            <dd>{at === 0 ? twoPlaces(value) : `+ ${twoPlaces(value)}`}</dd>
          </>
        ))}
        {values.length > LISTED ? (
          <>
            <dt>
              {counted(values.length - LISTED, {
                fa: 'منبع دیگر',
                one: 'other origin',
                many: 'other origins',
              })}
            </dt>
            <dd>+ {twoPlaces(rest)}</dd>
          </>
        ) : null}
        <dt>
          {say(
            `${number(fresh)} گزارش نو یا ویرایش در ${number(IMPORTANCE.newHours)} ساعت پایانی`,
            `${counted(fresh, { fa: '', one: 'new report or edit', many: 'new reports or edits' })} in the last ${counted(IMPORTANCE.newHours, NOUNS.hour)}`,
          )}
        </dt>
        <dd>× {twoPlaces(novelty)}</dd>
        {breadth < 1 ? (
          <>
            <dt>{say('تنها یک رسانه نوشته است', 'one outlet alone has it')}</dt>
            <dd>× {twoPlaces(breadth)}</dd>
          </>
        ) : null}
        <dt class="sum">{say('امتیاز', 'Score')}</dt>
        <dd class="sum">{twoPlaces(total)}</dd>
      </dl>
      <p>
        {say(
          `وزن از آن است که دیگران چند بار از رسانه گرفته‌اند، نه از شمار نوشته‌هایش. هر ${number(IMPORTANCE.halfLifeHours)} ساعت نیمی از امتیاز می‌رود؛ رونوشت چیزی نمی‌افزاید.`,
          `An outlet’s weight follows from how often others took from it, not from how much it writes. Half of the score goes every ${number(IMPORTANCE.halfLifeHours)} hours; copies add nothing.`,
        )}
      </p>
    </details>
  );
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function ageWords(hours: number): string {
  if (hours < 1) return say('هم‌زمان با تازه‌ترین خبر', 'at the time of the newest report');
  const days = Math.floor(hours / 24);
  const age = days < 2 ? counted(Math.floor(hours), NOUNS.hour) : counted(days, NOUNS.day);
  return say(`${age} پیش از تازه‌ترین خبر`, `${age} before the newest report`);
}
