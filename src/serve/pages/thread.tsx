/** A thread: stories of one running theme, by the day on which they began. */
import type { ListPlace } from '../../store/site_lines.js';
import type { ThreadLine, ThreadStory } from '../../store/site_threads.js';
import { threadHref } from '../addresses.js';
import { listed, say } from '../language.js';
import type { Frame } from '../layout/frame.js';
import { Page } from '../layout/page.js';
import { NOUNS } from '../nouns.js';
import { Follow } from '../pieces/follow.js';
import { Mixed } from '../pieces/foreign.js';
import { Pager } from '../pieces/pager.js';
import { StoryLineView } from '../pieces/story_line.js';
import { sharedWords, threadName } from '../pieces/story_thread.js';
import { counted, fullDate, relativeTime, tehranDay } from '../words.js';

export interface ThreadView {
  readonly thread: ThreadLine;
  /** The one that began last first. */
  readonly stories: readonly ThreadStory[];
  readonly isFirst: boolean;
  /** Where the stories before these begin; absent on the last page. */
  readonly next: ListPlace | undefined;
}

export function ThreadPage({ frame, view }: { readonly frame: Frame; readonly view: ThreadView }) {
  const { thread, stories, isFirst, next } = view;
  const name = threadName(thread);
  const href = threadHref(thread.threadId);
  const first = relativeTime(thread.firstAt, frame.now);
  const last = relativeTime(thread.lastAt, frame.now);
  return (
    <Page frame={frame} title={name} feedsOf={href}>
      <div class="wrap page">
        <p class="crumb">
          <a href="/threads">{say('رشته‌خبرها', 'Threads')}</a>
        </p>
        <div class="topic-h">
          <h1>
            <Mixed text={name} />
          </h1>
          <span class="count">
            {listed([counted(thread.storyCount, NOUNS.story), counted(thread.reportCount, NOUNS.report)])}
          </span>
        </div>
        <p class="soft">
          {say(
            `از ${first} تا ${last}. نام رشته پرتکرارترین نام‌ها و واژه‌هایی است که خبرهایش در تیتر و لید مشترک دارند؛ دلیل هر پیوند کنار خبر آمده است.`,
            `From ${first} to ${last}. The thread is called by the names and words that most of its stories share in headline and lede; beside each story stands why it is here.`,
          )}
        </p>
        <Follow of={href} />
        <div class="list">
          {daysOf(stories).map(({ day, stories: ofDay }) => (
            <section aria-labelledby={`day-${day}`}>
              <h2 class="day" id={`day-${day}`}>
                <time datetime={day}>{fullDate(day)}</time>
              </h2>
              {ofDay.map((each) => (
                <>
                  <StoryLineView story={each.story} now={frame.now} short />
                  <WhyHere of={each} />
                </>
              ))}
            </section>
          ))}
          <Pager href={href} next={next} isFirst={isFirst} />
        </div>
      </div>
    </Page>
  );
}

function WhyHere({ of: { shared, byOperator } }: { readonly of: ThreadStory }) {
  if (byOperator)
    return <p class="note">{say('به تشخیص گرداننده در این رشته', 'Put here by an operator')}</p>;
  if (shared.length === 0) return null;
  return (
    <p class="note">
      {say('وجه مشترک:', 'In common:')} <Mixed text={sharedWords(shared)} />
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
