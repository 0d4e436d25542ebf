/** The three orders of stories, each saying what it stands on. */
import type { CountedStory, StoryLine } from '../../store/site_stories.js';
import { storyHref } from '../addresses.js';
import { headlineOf, number } from '../words.js';
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
      title={title}
      basis={<a href="/about">چگونه می‌سنجیم؟</a>}
      lines={stories.map((story) => lineOf(story, <Why story={story} newestAt={newestAt} />))}
      empty={empty}
    />
  );
}

export function ViewedList({ stories }: { readonly stories: readonly CountedStory[] }) {
  return (
    <RankedList
      id="vw"
      title="پربازدید"
      basis={basisOf(stories, { own: 'بازدید از سند', printed: 'کانال‌ها' })}
      lines={stories.map((story) => lineOf(story, <Figures story={story} unit="بازدید" beside="کانال‌ها" />))}
      empty="خبرهایی که خوانندگان بیشتر باز کنند اینجا می‌آید. هر بازشدن صفحه یک بار شمرده می‌شود، بی آنکه بدانیم چه کسی آن را دیده است."
    />
  );
}

export function DiscussedList({ stories }: { readonly stories: readonly CountedStory[] }) {
  return (
    <RankedList
      id="ds"
      title="پربحث"
      basis={basisOf(stories, { own: 'دیدگاه‌های سند', printed: 'رسانه‌ها' })}
      lines={stories.map((story) => lineOf(story, <Figures story={story} unit="دیدگاه" beside="رسانه‌ها" />))}
      empty="خبرهایی که زیرشان دیدگاه منتشر شود اینجا می‌آید."
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
  if (hasOwn && hasPrinted) return `${names.own} و شمار ${names.printed}`;
  return hasPrinted ? `شمار چاپ‌شدهٔ ${names.printed}` : names.own;
}

interface FiguresProps {
  readonly story: CountedStory;
  readonly unit: string;
  readonly beside: string;
}

/** «۴٬۲۰۰ بازدید: ۱۲ اینجا، ۴٬۱۸۸ در کانال‌ها». */
function Figures({ story: { own, printed }, unit, beside }: FiguresProps) {
  const parts = own > 0 && printed > 0 ? `: ${number(own)} اینجا، ${number(printed)} در ${beside}` : '';
  return (
    <span class="note">
      {number(own + printed)} {unit}
      {parts}
    </span>
  );
}
