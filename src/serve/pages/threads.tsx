/** All threads: running themes over stories, the one that moved last first. */
import type { ThreadLine } from '../../store/site_threads.js';
import { threadHref } from '../addresses.js';
import type { Frame } from '../layout/frame.js';
import { Page } from '../layout/page.js';
import { Mixed } from '../pieces/foreign.js';
import { Pager } from '../pieces/pager.js';
import { Empty } from '../pieces/states.js';
import { threadName } from '../pieces/story_thread.js';
import { number, relativeTime } from '../words.js';

export interface ThreadsView {
  readonly threads: readonly ThreadLine[];
  readonly isFirst: boolean;
  readonly next: { readonly shownAt: string; readonly id: number } | undefined;
}

export function ThreadsPage({ frame, view }: { readonly frame: Frame; readonly view: ThreadsView }) {
  return (
    <Page frame={frame} title="رشته‌خبرها" unlisted={!view.isFirst}>
      <div class="wrap page">
        <h1>رشته‌خبرها</h1>
        <p class="soft">خبرهایی که دنبالهٔ هم‌اند: همان بازیگران و همان موضوع، روزی پس از روز دیگر.</p>
        {view.threads.length === 0 ? (
          <Empty title="هنوز رشته‌ای پیدا نشده است">
            <p>همین که خبری دنبالهٔ خبری دیگر باشد، رشتهٔ آن دو با دلیلش اینجا می‌آید.</p>
          </Empty>
        ) : (
          <div class="list">
            <ul class="rel rel--one">
              {view.threads.map((thread) => (
                <li>
                  <a href={threadHref(thread.threadId)}>
                    <Mixed text={threadName(thread)} />
                  </a>
                  <span class="note">
                    {number(thread.storyCount)} خبر · {number(thread.reportCount)} گزارش · از{' '}
                    {relativeTime(thread.firstAt, frame.now)} تا {relativeTime(thread.lastAt, frame.now)}
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
