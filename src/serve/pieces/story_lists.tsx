/** The three orders of stories, each saying what it stands on. */
import type { CountedStory } from '../../store/counted_stories.js';
import type { StoryLine } from '../../store/site_stories.js';
import { storyHref } from '../addresses.js';
import type { Noun } from '../language.js';
import { say } from '../language.js';
import { NOUNS } from '../nouns.js';
import { counted, headlineOf, number } from '../words.js';
import { type RankedLine, RankedList } from './ranked_list.js';
import { Why } from './why.js';

interface ImportantProps {
  readonly title: string;
  readonly stories: readonly StoryLine[];
  readonly newestAt: string;
  readonly empty: string;
}

export function ImportantList({ title, stories, newestAt, empty }: ImportantProps) {
  return (
    <RankedList
      id="imp"
      rule="importance"
      title={title}
      basis={<a href="/about">{say('چگونه می‌سنجیم؟', 'How do we measure?')}</a>}
      lines={stories.map((story) => lineOf(story, <Why story={story} newestAt={newestAt} />))}
      empty={empty}
    />
  );
}

export function ViewedList({ stories }: { readonly stories: readonly CountedStory[] }) {
  return (
    <RankedList
      id="vw"
      rule="viewed"
      title={say('پربازدید', 'Most viewed')}
      basis={basisOf(stories, {
        own: say('بازدید از سند', 'views here'),
        printed: say('کانال‌ها', 'channels'),
      })}
      lines={stories.map((story) =>
        lineOf(story, <Figures story={story} noun={NOUNS.view} beside={say('کانال‌ها', 'channels')} />),
      )}
      empty={say(
        'خبرهایی که خوانندگان بیشتر باز کنند اینجا می‌آید. هر بازشدن صفحه یک بار شمرده می‌شود، بی آنکه بدانیم چه کسی آن را دیده است.',
        'The stories that readers open most will stand here. Each opening counts once, and we never learn who it was.',
      )}
    />
  );
}

export function DiscussedList({ stories }: { readonly stories: readonly CountedStory[] }) {
  return (
    <RankedList
      id="ds"
      rule="discussed"
      title={say('پربحث', 'Most discussed')}
      basis={basisOf(stories, {
        own: say('دیدگاه‌های سند', 'comments here'),
        printed: say('رسانه‌ها', 'outlets'),
      })}
      lines={stories.map((story) =>
        lineOf(story, <Figures story={story} noun={NOUNS.comment} beside={say('رسانه‌ها', 'outlets')} />),
      )}
      empty={say(
        'خبرهایی که زیرشان دیدگاه منتشر شود اینجا می‌آید.',
        'Stories with published comments will stand here.',
      )}
    />
  );
}

function lineOf(story: StoryLine, note: RankedLine['note']): RankedLine {
  return { href: storyHref(story.storyId), words: headlineOf(story.headline), note };
}

/** «شمار چاپ‌شده در کانال‌ها»: which counts a list really used. */
function basisOf(
  stories: readonly CountedStory[],
  names: { readonly own: string; readonly printed: string },
): string {
  const hasOwn = stories.some(({ own }) => own > 0);
  const hasPrinted = stories.some(({ printed }) => printed > 0);
  if (hasOwn && hasPrinted)
    return say(`${names.own} و شمار ${names.printed}`, `${names.own}, and counts in ${names.printed}`);
  return hasPrinted ? say(`شمار چاپ‌شدهٔ ${names.printed}`, `counts printed in ${names.printed}`) : names.own;
}

interface FiguresProps {
  readonly story: CountedStory;
  readonly noun: Noun;
  readonly beside: string;
}

/** «۴٬۲۰۰ بازدید: ۱۲ اینجا، ۴٬۱۸۸ در کانال‌ها». */
function Figures({ story: { own, printed }, noun, beside }: FiguresProps) {
  const parts =
    own > 0 && printed > 0
      ? say(
          `: ${number(own)} اینجا، ${number(printed)} در ${beside}`,
          `: ${number(own)} here, ${number(printed)} in ${beside}`,
        )
      : '';
  return (
    <span class="note">
      {counted(own + printed, noun)}
      {parts}
    </span>
  );
}
