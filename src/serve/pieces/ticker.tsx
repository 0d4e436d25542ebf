import type { StoryLine } from '../../store/site_stories.js';
import { storyHref } from '../addresses.js';
import { say } from '../language.js';
import { headlineOf, relativeTime } from '../words.js';
import { Mixed } from './foreign.js';

/** The newest headlines in one line. Stands still until a reader switches it on; works by style alone. */
export function Ticker({ stories, now }: { readonly stories: readonly StoryLine[]; readonly now: string }) {
  if (stories.length === 0) return null;
  return (
    <section class="ticker" aria-labelledby="tk">
      <h2 id="tk">{say('تازه‌ترین', 'Latest')}</h2>
      <section
        class="ticker-win"
        tabindex={0}
        aria-label={say('سطر تازه‌ترین‌ها', 'Line of the latest stories')}
      >
        <ol aria-live="off">
          {stories.map((story) => (
            <li>
              <time datetime={story.lastAt}>{relativeTime(story.lastAt, now)}</time>
              <a href={storyHref(story.storyId)}>
                <Mixed text={headlineOf(story.headline)} />
              </a>
            </li>
          ))}
        </ol>
      </section>
      <div class="ticker-do">
        <input class="vh" type="checkbox" id="run" />
        <label for="run">
          <span class="on">{say('حرکت', 'Move')}</span>
          <span class="off">{say('ایست', 'Stop')}</span>
        </label>
      </div>
    </section>
  );
}
