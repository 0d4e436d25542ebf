/** Stories at the desk: find one, and what can be done to it. */
import type { Hono } from 'hono';
import { loadStories, loadStoryLines, type StoryLine } from '../../store/site_stories.js';
import { findStoriesOf, findStoryAddress, loadStoryReports } from '../../store/site_story.js';
import { findThreadOf, loadThreadLines, loadThreadStories } from '../../store/site_threads.js';
import { storyHref, threadHref } from '../addresses.js';
import { Fault, NOT_FOUND } from '../faults.js';
import { say } from '../language.js';
import { NOUNS } from '../nouns.js';
import { Mixed } from '../pieces/foreign.js';
import { threadName } from '../pieces/story_thread.js';
import { parseNumber, type SiteContext } from '../site_context.js';
import { loadSearchView } from '../views/search_view.js';
import { counted, headlineOf, number } from '../words.js';
import { loadAllActs } from './act_lines.js';
import { ActLines } from './act_list.js';
import { addDeskAct, addDeskPage, type Desk, type DeskView } from './desk.js';
import { DeskSearch } from './desk_search.js';
import { Facts, Section } from './form_pieces.js';
import { join, leave, merge, move, split, storyIdOf } from './story_acts.js';
import { Merge, Reports, Thread } from './story_forms.js';

const LISTED = 30;
const ACTS_SHOWN = 20;

export function addStoriesDesk(app: Hono, site: SiteContext): void {
  addDeskPage(app, site, { path: '/admin/stories', page: storiesPage });
  addDeskPage(app, site, { path: '/admin/stories/:id', page: storyPage });
  for (const [name, act] of Object.entries({ split, merge, move, join, leave })) {
    addDeskAct(app, site, { path: `/admin/stories/:id/${name}`, page: storyPage, act });
  }
}

async function storiesPage(desk: Desk): Promise<DeskView> {
  const { store } = desk.site;
  const { req } = desk.context;
  const words = (req.query('q') ?? '').trim().slice(0, 200);
  const threadId = parseNumber(req.query('thread'));
  const [stories, acts] = await Promise.all([
    threadId === undefined ? findStories(desk, words) : storiesOfThread(desk, threadId),
    loadAllActs(store, { limit: ACTS_SHOWN, kinds: ['story'] }),
  ]);
  return {
    title: say('خبرها', 'Stories'),
    place: 'stories',
    body: (
      <>
        <DeskSearch
          action="/admin/stories"
          label={say('واژه‌های خبر، یا شماره‌اش', 'Words of a story, or its number')}
          words={words}
          max={200}
        />
        <p class="soft small">
          {threadId === undefined ? (
            <a class="link" href="/threads">
              {say('رشته‌خبرها', 'Threads')}
            </a>
          ) : (
            <>
              {say('خبرهای', 'Stories of the')} <ThreadLink threadId={threadId} />
            </>
          )}
        </p>
        {stories.length === 0 ? (
          <p class="soft desk-empty">
            {words === ''
              ? say(
                  'هنوز خبری نیست. گزارش‌ها پس از گردآمدن در خبرها کنار هم می‌نشینند.',
                  'There is no story yet. Reports come together in stories once they are collected.',
                )
              : say(
                  'خبری با این واژه‌ها نیست؛ واژه‌های کمتری بنویسید.',
                  'No story has these words; write fewer.',
                )}
          </p>
        ) : (
          <ul class="rel rel--one">
            {stories.map((story) => (
              <li>
                <a href={`/admin/stories/${story.storyId}`}>
                  <Mixed text={headlineOf(story.headline)} />
                </a>
                <span class="note">
                  <Facts of={countsOf(story)} />
                </span>
              </li>
            ))}
          </ul>
        )}
        <Section id="did" title={say('کارهای پیشین بر خبرها', 'Earlier changes to stories')}>
          <ActLines acts={acts} desk={desk} />
        </Section>
      </>
    ),
  };
}

function ThreadLink({ threadId }: { readonly threadId: number }) {
  return (
    <a class="link" href={threadHref(threadId)}>
      {say(`رشتهٔ ${number(threadId)}`, `thread ${number(threadId)}`)}
    </a>
  );
}

async function storiesOfThread({ site }: Desk, threadId: number): Promise<readonly StoryLine[]> {
  const stories = await loadThreadStories(site.store, { threadId, limit: LISTED });
  return stories.map(({ story }) => story);
}

/** The newest, those with these words, or the one of this number. */
async function findStories({ site: { store } }: Desk, words: string): Promise<readonly StoryLine[]> {
  if (words === '') return loadStories(store, { order: 'newest', limit: LISTED });
  const storyId = parseNumber(words);
  if (storyId !== undefined) return loadStoryLines(store, [storyId]);
  const view = await loadSearchView(store, { query: words, order: 'newest', pageNumber: 1 });
  const articleIds = (view?.hits ?? []).map(({ line }) => line.id);
  const found = await findStoriesOf(store, articleIds);
  const ids = articleIds.flatMap((id) => found.get(id) ?? []);
  return loadStoryLines(store, [...new Set(ids)].slice(0, LISTED));
}

function countsOf({ storyId, outletCount, originCount, reportCount }: StoryLine): readonly string[] {
  return [
    say(`خبر ${number(storyId)}`, `story ${number(storyId)}`),
    counted(reportCount, NOUNS.report),
    counted(outletCount, NOUNS.outlet),
    counted(originCount, NOUNS.origin),
  ];
}

async function storyPage(desk: Desk): Promise<DeskView> {
  const { store } = desk.site;
  const asked = storyIdOf(desk);
  const address = await findStoryAddress(store, asked);
  if (address.kind === 'nowhere') throw new Fault(NOT_FOUND);
  const storyId = address.kind === 'moved' ? address.storyId : asked;
  const [[story], reports, threadId] = await Promise.all([
    loadStoryLines(store, [storyId]),
    loadStoryReports(store, storyId),
    findThreadOf(store, storyId),
  ]);
  if (story === undefined) throw new Fault(NOT_FOUND);
  const [thread] = threadId === undefined ? [] : await loadThreadLines(store, [threadId]);
  const headline = headlineOf(story.headline);
  return {
    title: headline,
    heading: <Mixed text={headline} />,
    place: 'stories',
    body: (
      <>
        <p class="soft small">
          <Facts
            of={[
              ...countsOf(story),
              <a class="link" href={storyHref(storyId)}>
                {say('صفحهٔ خبر', 'page of the story')}
              </a>,
            ]}
          />
        </p>
        <Reports storyId={storyId} reports={reports} desk={desk} />
        <Merge storyId={storyId} desk={desk} />
        <Thread
          storyId={storyId}
          thread={thread && { id: thread.threadId, name: threadName(thread), storyCount: thread.storyCount }}
          desk={desk}
        />
      </>
    ),
  };
}
