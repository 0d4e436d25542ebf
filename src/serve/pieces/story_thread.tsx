/** The running theme that a story belongs to, on the story's page. */
import type { SharedKey } from '../../model/story.js';
import type { ThreadLine, ThreadStory } from '../../store/site_threads.js';
import { storyHref, threadHref } from '../addresses.js';
import { say } from '../language.js';
import { NOUNS } from '../nouns.js';
import { counted, headlineOf, number, shown } from '../words.js';
import { Mixed } from './foreign.js';
import { Ago } from './times.js';

export interface StoryThreadView {
  readonly thread: ThreadLine;
  /** Other stories of the thread, the newest first. */
  readonly others: readonly ThreadStory[];
}

/** «لبنان، پهپاد، مرز»: what the stories of a thread share; of one that operators made its number. */
export function threadName({ name, threadId }: Pick<ThreadLine, 'name' | 'threadId'>): string {
  if (name.length > 0) return name.map(shown).join('، ');
  return say(`رشتهٔ ${number(threadId)}`, `Thread ${number(threadId)}`);
}

export function StoryThread({ view, now }: { readonly view: StoryThreadView; readonly now: string }) {
  const { thread, others } = view;
  const link = (
    <a class="link" href={threadHref(thread.threadId)}>
      <Mixed text={threadName(thread)} />
    </a>
  );
  return (
    <section class="sec sec--read" aria-labelledby="s-th">
      <h2 class="sec-h" id="s-th">
        {say('خبرهای این رشته', 'Stories of this thread')}
      </h2>
      <div>
        <p>
          {say(
            <>
              این خبر در رشتهٔ {link} است، با {counted(thread.storyCount, NOUNS.story)}.
            </>,
            <>
              This story is in the thread {link}, one of {counted(thread.storyCount, NOUNS.story)}.
            </>,
          )}
        </p>
        <ul class="rel rel--one">
          {others.map(({ story }) => (
            <li>
              <a href={storyHref(story.storyId)}>
                <Mixed text={headlineOf(story.headline)} />
              </a>
              <span class="note">
                <Ago iso={story.firstAt} now={now} /> · {counted(story.outletCount, NOUNS.outlet)}
              </span>
            </li>
          ))}
        </ul>
      </div>
    </section>
  );
}

/** «لبنان، پهپاد، مرز»: what a story shares with its thread, the rarest first. */
export function sharedWords(shared: readonly SharedKey[]): string {
  const rarest = [...shared].sort((a, b) => b.weight - a.weight).slice(0, SHARED_SHOWN);
  return rarest.map(({ word }) => shown(word)).join('، ');
}

/** The rarest are enough to see why. */
const SHARED_SHOWN = 6;
