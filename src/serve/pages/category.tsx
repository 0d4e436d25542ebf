import type { ArticleLine, ListPlace } from '../../store/site_lines.js';
import type { CountedStory, StoryLine } from '../../store/site_stories.js';
import { categoryHref } from '../addresses.js';
import type { Frame } from '../layout/frame.js';
import { Page } from '../layout/page.js';
import { Follow } from '../pieces/follow.js';
import { LinesByDay } from '../pieces/lines_by_day.js';
import { Pager } from '../pieces/pager.js';
import { Command, Empty } from '../pieces/states.js';
import { StoryLineView } from '../pieces/story_line.js';
import { DiscussedList, ImportantList, ViewedList } from '../pieces/story_lists.js';
import { number } from '../words.js';

export interface CategoryView {
  /** Slug of our own section, or the publisher's word. */
  readonly slug: string;
  readonly name: string;
  /** Whether this is one of our own sections. */
  readonly isOwn: boolean;
  readonly count: number;
  /** Of one of our own sections: each story once. */
  readonly stories?: readonly StoryLine[];
  /** Of a publisher's category: what it printed there. */
  readonly lines: readonly ArticleLine[];
  readonly isFirst: boolean;
  readonly next: ListPlace | undefined;
  /** The newest report of all: ages are told against it. */
  readonly newestAt: string;
  readonly important: readonly StoryLine[];
  readonly viewed: readonly CountedStory[];
  readonly discussed: readonly CountedStory[];
}

export function CategoryPage({ frame, view }: { readonly frame: Frame; readonly view: CategoryView }) {
  const href = categoryHref(view.slug);
  const { stories = [] } = view;
  return (
    <Page frame={frame} title={view.name} current={view.slug} feedsOf={href} unlisted={!view.isFirst}>
      <div class="wrap page">
        <p class="crumb">
          <span>{view.isOwn ? 'دسته' : 'دسته، به نام‌گذاری رسانه'}</span>
        </p>
        <div class="topic-h">
          <h1>{view.name}</h1>
          <span class="count">{number(view.count)} مطلب</span>
        </div>
        <Follow of={href} />
        {view.lines.length === 0 && stories.length === 0 ? (
          <EmptyCategory view={view} />
        ) : (
          <div class="with-rail">
            <div>
              {stories.length === 0 ? (
                <LinesByDay lines={view.lines} now={frame.now} />
              ) : (
                <div class="list">
                  {stories.map((story) => (
                    <StoryLineView story={story} now={frame.now} level={2} />
                  ))}
                </div>
              )}
              <Pager href={href} next={view.next} isFirst={view.isFirst} />
            </div>
            <aside class="rail" aria-label={`مهم‌ترین و پربازدید در ${view.name}`}>
              <ImportantList
                title={`مهم‌ترین‌های ${view.name}`}
                stories={view.important}
                newestAt={view.newestAt}
                empty="مهم‌ترین‌های این دسته با دلیلشان اینجا می‌آید."
              />
              <ViewedList stories={view.viewed} />
              <DiscussedList stories={view.discussed} />
            </aside>
          </div>
        )}
      </div>
    </Page>
  );
}

function EmptyCategory({ view }: { readonly view: CategoryView }) {
  return (
    <Empty title={`هنوز خبری در دستهٔ «${view.name}» نیست`}>
      <p>
        هر خبری که رسانه‌اش آن را در این دسته بگذارد اینجا می‌آید، تازه‌ترین در بالا. افزودن خبر:{' '}
        <Command>npx sanad add …</Command>
      </p>
    </Empty>
  );
}
