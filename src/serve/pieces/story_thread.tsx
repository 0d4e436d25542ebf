/** The running theme that a story belongs to, on the story's page. */
import type { SharedKey } from '../../model/story.js';
import type { ThreadLine, ThreadStory } from '../../store/site_threads.js';
import { storyHref, threadHref } from '../addresses.js';
import { headlineOf, number, shown } from '../words.js';
import { Mixed } from './foreign.js';
import { Ago } from './times.js';

export interface StoryThreadView {
  readonly thread: ThreadLine;
  /** Other stories of the thread, the newest first. */
  readonly others: readonly ThreadStory[];
}

/** «لبنان، پهپاد، مرز»: what the stories of a thread share; of one that operators made its number. */
export function threadName({ name, threadId }: Pick<ThreadLine, 'name' | 'threadId'>): string {
  return name.length === 0 ? `رشتهٔ ${number(threadId)}` : name.map(shown).join('، ');
}

export function StoryThread({ view, now }: { readonly view: StoryThreadView; readonly now: string }) {
  const { thread, others } = view;
  return (
    <section class="sec sec--read" aria-labelledby="s-th">
      <h2 class="sec-h" id="s-th">
        خبرهای این رشته
      </h2>
      <div>
        <p>
          این خبر دنبالهٔ رشتهٔ{' '}
          <a class="link" href={threadHref(thread.threadId)}>
            <Mixed text={threadName(thread)} />
          </a>{' '}
          با {number(thread.storyCount)} خبر است.
        </p>
        <ul class="rel rel--one">
          {others.map(({ story }) => (
            <li>
              <a href={storyHref(story.storyId)}>
                <Mixed text={headlineOf(story.headline)} />
              </a>
              <span class="note">
                <Ago iso={story.firstAt} now={now} /> · {number(story.outletCount)} رسانه
              </span>
            </li>
          ))}
        </ul>
      </div>
    </section>
  );
}

/** «وجه مشترک: لبنان، پهپاد، مرز»: why a story is in its thread. */
export function sharedWords(shared: readonly SharedKey[]): string {
  return [...shared]
    .sort((a, b) => b.weight - a.weight)
    .slice(0, SHARED_SHOWN)
    .map(({ word }) => shown(word))
    .join('، ');
}

/** The rarest are enough to see why. */
const SHARED_SHOWN = 6;
