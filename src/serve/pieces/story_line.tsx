/** A story in a list: category and time, the headline of the report that speaks for it, what it rests on. */
import type { StoryLine } from '../../store/site_stories.js';
import { storyHref } from '../addresses.js';
import { headlineOf, ledeOf } from '../words.js';
import { CategoryLink } from './article_line.js';
import { Mixed } from './foreign.js';
import { Origins } from './origins.js';
import { Ago } from './times.js';

interface StoryLineProps {
  readonly story: StoryLine;
  readonly now: string;
  /** Without the lede, for long lists. */
  readonly short?: boolean;
}

export function StoryLineView({ story, now, short = false }: StoryLineProps) {
  const lede = short ? undefined : ledeOf(story.headline);
  return (
    <article class={short ? 'sl sl--short' : 'sl'}>
      <StoryMeta story={story} now={now} />
      <h3 class="sl-head">
        <a href={storyHref(story.storyId)}>
          <Mixed text={headlineOf(story.headline)} />
        </a>
      </h3>
      {lede === undefined ? null : (
        <p class="sl-lede">
          <Mixed text={lede} />
        </p>
      )}
      <Origins story={story} />
    </article>
  );
}

export function StoryMeta({ story, now }: { readonly story: StoryLine; readonly now: string }) {
  return (
    <p class="sl-meta">
      <CategoryLink line={{ section: story.section, category: story.headline.category }} />
      <Ago iso={story.lastAt} now={now} />
    </p>
  );
}
