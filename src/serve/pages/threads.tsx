/** All threads: running themes over stories, the one that moved last first. */

import type { StoryLine } from '../../store/site_stories.js';
import type { ThreadLine } from '../../store/site_threads.js';
import { threadHref } from '../addresses.js';
import { say } from '../language.js';
import type { Frame } from '../layout/frame.js';
import { Page } from '../layout/page.js';
import { NOUNS } from '../nouns.js';
import { Follow } from '../pieces/follow.js';
import { Mixed } from '../pieces/foreign.js';
import { Pager } from '../pieces/pager.js';
import { Empty } from '../pieces/states.js';
import { threadName } from '../pieces/story_thread.js';
import { WhySo } from '../pieces/why_so.js';
import { counted, headlineOf, relativeTime } from '../words.js';

export interface ThreadsView {
  readonly threads: readonly ThreadLine[];
  /** Of each thread the story that moved last. */
  readonly heads: ReadonlyMap<number, StoryLine>;
  readonly isFirst: boolean;
  readonly next: { readonly shownAt: string; readonly id: number } | undefined;
}

export function ThreadsPage({ frame, view }: { readonly frame: Frame; readonly view: ThreadsView }) {
  return (
    <Page frame={frame} title={say('رشته‌خبرها', 'Threads')} feedsOf="/threads" unlisted={!view.isFirst}>
      <div class="wrap page">
        <h1>{say('رشته‌خبرها', 'Threads')}</h1>
        <p class="soft">
          {say(
            'خبرهایی که دنبالهٔ هم‌اند: همان بازیگران و همان موضوع، روزی پس از روز دیگر.',
            'Stories that go on with each other: the same actors and the same subject, day after day.',
          )}
        </p>
        <Follow of="/threads" />
        {view.threads.length === 0 ? (
          <Empty title={say('هنوز رشته‌ای پیدا نشده است', 'No thread yet')}>
            <p>
              {say(
                'همین که خبری دنبالهٔ خبری دیگر باشد، رشتهٔ آن دو با دلیلش اینجا می‌آید.',
                'As soon as one story goes on with another, their thread stands here with its reason.',
              )}
            </p>
          </Empty>
        ) : (
          <div class="list">
            <WhySo of="threads" named />
            <ul class="rel rel--one">
              {view.threads.map((thread) => (
                <li>
                  <a href={threadHref(thread.threadId)}>
                    <Mixed text={headOf(thread, view)} />
                  </a>
                  <span class="note">
                    {say('رشتهٔ', 'Thread:')} <Mixed text={threadName(thread)} />
                  </span>
                  <span class="note">
                    {counted(thread.storyCount, NOUNS.story)} · {counted(thread.reportCount, NOUNS.report)} ·{' '}
                    {say('از', 'from')} {relativeTime(thread.firstAt, frame.now)} {say('تا', 'to')}{' '}
                    {relativeTime(thread.lastAt, frame.now)}
                  </span>
                </li>
              ))}
            </ul>
            <Pager href="/threads" next={view.next} isFirst={view.isFirst} />
          </div>
        )}
      </div>
    </Page>
  );
}

/** The newest headline of a thread; of one whose stories are all hidden its name. */
function headOf(thread: ThreadLine, { heads }: ThreadsView): string {
  const head = heads.get(thread.threadId);
  return head === undefined ? threadName(thread) : headlineOf(head.headline);
}
