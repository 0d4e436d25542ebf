import type { StoryLine, StoryPlace } from '../../store/site_stories.js';
import { say } from '../language.js';
import type { Frame } from '../layout/frame.js';
import { Page } from '../layout/page.js';
import { ExportLinks } from '../pieces/exports.js';
import { LiveNews } from '../pieces/live_news.js';
import { Pager } from '../pieces/pager.js';
import { Command, Empty } from '../pieces/states.js';
import { StoryLineView } from '../pieces/story_line.js';
import { WhySo } from '../pieces/why_so.js';

export interface StoriesView {
  readonly stories: readonly StoryLine[];
  readonly isFirst: boolean;
  readonly next: StoryPlace | undefined;
}

/** All stories, the one that moved last first. */
interface StoriesPageProps {
  readonly frame: Frame;
  readonly view: StoriesView;
  /** The story that opened last. */
  readonly newestStoryId: number;
}

export function StoriesPage({ frame, view, newestStoryId }: StoriesPageProps) {
  return (
    <Page frame={frame} title={say('همهٔ خبرها', 'All stories')} feedsOf="/stories" unlisted={!view.isFirst}>
      <div class="wrap page">
        <h1>{say('همهٔ خبرها', 'All stories')}</h1>
        <p class="soft">
          {say(
            'هر خبر یک بار؛ آن که گزارش تازه‌تری دارد بالاتر.',
            'Each story once; the one with the newest report first.',
          )}{' '}
          <a class="link" href="/threads">
            {say('رشته‌خبرها', 'Threads')}
          </a>
          {' · '}
          <a class="link" href="/archive">
            {say('بایگانی روزانه', 'Archive by day')}
          </a>
        </p>
        {view.isFirst ? <LiveNews newestStoryId={newestStoryId} /> : null}
        {view.stories.length === 0 ? (
          <Empty title={say('هنوز خبری گرد نیامده است', 'No reports have been collected yet')}>
            <p>
              {say(
                'هر خبر با شمار رسانه‌ها و منبع‌هایش اینجا می‌آید. برای آغاز:',
                'Each story stands here with its outlets and origins. To begin:',
              )}{' '}
              <Command>npx sanad add …</Command>
            </p>
          </Empty>
        ) : (
          <div class="list">
            <WhySo of="newest" named />
            {view.stories.map((story) => (
              <StoryLineView story={story} now={frame.now} level={2} />
            ))}
            <Pager href="/stories" next={view.next} isFirst={view.isFirst} />
            <ExportLinks of="/stories" />
          </div>
        )}
      </div>
    </Page>
  );
}
