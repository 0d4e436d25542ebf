/** A thread: stories of one running theme, by the day on which they began. */
import type { ThreadLine, ThreadStory } from '../../store/site_threads.js';
import { threadHref } from '../addresses.js';
import type { Frame } from '../layout/frame.js';
import { Page } from '../layout/page.js';
import { Follow } from '../pieces/follow.js';
import { Mixed } from '../pieces/foreign.js';
import { StoryLineView } from '../pieces/story_line.js';
import { sharedWords, threadName } from '../pieces/story_thread.js';
import { number, relativeTime, tehranDay, weekdayInBothCalendars } from '../words.js';

export interface ThreadView {
  readonly thread: ThreadLine;
  /** The one that began last first. */
  readonly stories: readonly ThreadStory[];
}

export function ThreadPage({ frame, view }: { readonly frame: Frame; readonly view: ThreadView }) {
  const { thread, stories } = view;
  const name = threadName(thread);
  const href = threadHref(thread.threadId);
  const older = thread.storyCount - stories.length;
  return (
    <Page frame={frame} title={name} feedsOf={href}>
      <div class="wrap page">
        <p class="crumb">
          <a href="/threads">رشته‌خبرها</a>
        </p>
        <div class="topic-h">
          <h1>
            <Mixed text={name} />
          </h1>
          <span class="count">
            {number(thread.storyCount)} خبر، {number(thread.reportCount)} گزارش
          </span>
        </div>
        <p class="soft">
          از {relativeTime(thread.firstAt, frame.now)} تا {relativeTime(thread.lastAt, frame.now)}. نام رشته
          پرتکرارترین نام‌ها و واژه‌هایی است که خبرهایش در تیتر و لید مشترک دارند؛ دلیل هر پیوند کنار خبر آمده
          است.
        </p>
        <Follow of={href} />
        {daysOf(stories).map(({ day, stories: ofDay }) => (
          <section aria-labelledby={`day-${day}`}>
            <h2 class="day" id={`day-${day}`}>
              <time datetime={day}>{weekdayInBothCalendars(day)}</time>
            </h2>
            {ofDay.map((each) => (
              <>
                <StoryLineView story={each.story} now={frame.now} short />
                <WhyHere of={each} />
              </>
            ))}
          </section>
        ))}
        {older > 0 ? <p class="soft">{number(older)} خبر قدیمی‌تر هم در این رشته است.</p> : null}
      </div>
    </Page>
  );
}

function WhyHere({ of: { shared, byOperator } }: { readonly of: ThreadStory }) {
  if (byOperator) return <p class="note">به تشخیص گرداننده در این رشته</p>;
  if (shared.length === 0) return null;
  return (
    <p class="note">
      وجه مشترک: <Mixed text={sharedWords(shared)} />
    </p>
  );
}

interface DayOfStories {
  /** `yyyy-mm-dd` in Tehran. */
  readonly day: string;
  readonly stories: ThreadStory[];
}

function daysOf(stories: readonly ThreadStory[]): readonly DayOfStories[] {
  const days: DayOfStories[] = [];
  for (const each of stories) {
    const day = tehranDay(each.story.firstAt);
    const last = days.at(-1);
    if (last?.day === day) last.stories.push(each);
    else days.push({ day, stories: [each] });
  }
  return days;
}
