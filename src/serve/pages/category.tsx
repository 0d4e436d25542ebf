import type { CountedStory } from '../../store/counted_stories.js';
import type { ArticleLine, ListPlace } from '../../store/site_lines.js';
import type { StoryLine } from '../../store/site_stories.js';
import { categoryHref, findSection } from '../addresses.js';
import { say } from '../language.js';
import { breadcrumbs, itemList } from '../layout/about_page.js';
import type { Frame } from '../layout/frame.js';
import { Page } from '../layout/page.js';
import { NOUNS } from '../nouns.js';
import { Follow } from '../pieces/follow.js';
import { Mixed } from '../pieces/foreign.js';
import { LinesByDay } from '../pieces/lines_by_day.js';
import { Pager } from '../pieces/pager.js';
import { Command, Empty } from '../pieces/states.js';
import { StoryLineView } from '../pieces/story_line.js';
import { DiscussedList, ImportantList, ViewedList } from '../pieces/story_lists.js';
import { WhySo } from '../pieces/why_so.js';
import { counted } from '../words.js';

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
  const name = nameOf(view);
  return (
    <Page
      frame={frame}
      title={name}
      current={view.slug}
      feedsOf={href}
      unlisted={!view.isFirst}
      things={[breadcrumbs(frame, [{ name, href }]), itemList(frame, view.stories ?? view.lines)]}
    >
      <div class="wrap page">
        <p class="crumb">
          <span>
            {view.isOwn
              ? say('دسته', 'Section')
              : say('دسته، به نام‌گذاری رسانه', 'Category, as the outlet names it')}
          </span>
        </p>
        <div class="topic-h">
          <h1>
            <Mixed text={name} />
          </h1>
          <span class="count">{counted(view.count, NOUNS.article)}</span>
        </div>
        <Follow of={href} />
        {view.lines.length === 0 && stories.length === 0 ? (
          <EmptyCategory view={view} />
        ) : (
          <div class="with-rail">
            <div>
              <WhySo of="newest" named />
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
            <aside
              class="rail"
              aria-label={say(`مهم‌ترین و پربازدید در ${name}`, `Top and most viewed in ${name}`)}
            >
              <ImportantList
                title={say(`مهم‌ترین‌های ${name}`, `Top in ${name}`)}
                stories={view.important}
                newestAt={view.newestAt}
                empty={say(
                  'مهم‌ترین‌های این دسته با دلیلشان اینجا می‌آید.',
                  'The top stories of this section, with the reasons, will stand here.',
                )}
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

/** Our own sections have a name in each language; other categories are the publishers' words. */
function nameOf({ slug, name }: CategoryView): string {
  return say(name, findSection(slug)?.nameEn ?? name);
}

function EmptyCategory({ view }: { readonly view: CategoryView }) {
  const name = nameOf(view);
  return (
    <Empty title={say(`هنوز خبری در دستهٔ «${name}» نیست`, `No reports in “${name}” yet`)}>
      <p>
        {say(
          'هر خبری که رسانه‌اش آن را در این دسته بگذارد اینجا می‌آید، تازه‌ترین در بالا. افزودن خبر:',
          'Every report that its outlet files under this section stands here, newest first. To add reports:',
        )}{' '}
        <Command>npx sanad add …</Command>
      </p>
    </Empty>
  );
}
