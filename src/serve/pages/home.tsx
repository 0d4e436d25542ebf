import type { Section } from '../../model/section.js';
import type { CountedStory } from '../../store/counted_stories.js';
import type { ReportedDyad } from '../../store/dyads.js';
import type { ShownHeadline } from '../../store/front_items.js';
import type { ContactLine } from '../../store/site_contacts.js';
import type { EditLine } from '../../store/site_home.js';
import type { StatementLine } from '../../store/site_statements.js';
import type { StoryLine } from '../../store/site_stories.js';
import { categoryHref, storyHref } from '../addresses.js';
import { say } from '../language.js';
import { itemList } from '../layout/about_page.js';
import type { Frame } from '../layout/frame.js';
import { Page } from '../layout/page.js';
import { Mixed } from '../pieces/foreign.js';
import { FrontHeadline } from '../pieces/front_headline.js';
import { AheadRail, DyadRail, EditRail } from '../pieces/home_rail.js';
import { Jumps } from '../pieces/jumps.js';
import { LiveNews } from '../pieces/live_news.js';
import { Counts, Origins } from '../pieces/origins.js';
import { HeadPicture } from '../pieces/picture.js';
import { Command, Empty } from '../pieces/states.js';
import { ContactState, StoryLineView, StoryMeta } from '../pieces/story_line.js';
import { DiscussedList, ViewedList } from '../pieces/story_lists.js';
import { Ticker } from '../pieces/ticker.js';
import { Ago } from '../pieces/times.js';
import { Voices } from '../pieces/voices.js';
import { Why } from '../pieces/why.js';
import { WhySo } from '../pieces/why_so.js';
import { headlineOf, ledeOf } from '../words.js';

export interface HomeView {
  /** Whether nothing has been collected yet. */
  readonly isEmpty: boolean;
  /** The newest report of all: ages are told against it. */
  readonly newestAt: string;
  /** The story that was opened last; what is opened later is new to the reader. */
  readonly newestStoryId: number;
  readonly important: readonly StoryLine[];
  readonly newest: readonly StoryLine[];
  readonly viewed: readonly CountedStory[];
  readonly discussed: readonly CountedStory[];
  readonly leads: readonly ShownHeadline[];
  readonly dyads: readonly ReportedDyad[];
  readonly ahead: readonly ContactLine[];
  readonly edits: readonly EditLine[];
  /** Of stories that tell of a contact the one that changed last. */
  readonly states: ReadonlyMap<number, ContactLine>;
  /** Statements of the first story. */
  readonly voices: readonly StatementLine[];
  readonly sections: readonly { readonly section: Section; readonly stories: readonly StoryLine[] }[];
}

const NEWEST_LINES = 7;

export function HomePage({ frame, view }: { readonly frame: Frame; readonly view: HomeView }) {
  if (view.isEmpty) return <EmptyHome frame={frame} />;
  const [lead, ...others] = view.important;
  return (
    <Page frame={frame} current="home" front feedsOf="" things={[itemList(frame, view.important)]}>
      <h1 class="vh">{say('مهم‌ترین و تازه‌ترین خبرها', 'Top and latest stories')}</h1>
      <div class="wrap">
        <Ticker stories={view.newest} now={frame.now} />
        <LiveNews newestStoryId={view.newestStoryId} />
        <div class="home">
          <div>
            {lead === undefined ? <NoStoryYet /> : <Lead story={lead} view={view} now={frame.now} />}
            <Jumps lists={listsOf(view)} />
            {others.length === 0 ? null : (
              <section aria-labelledby="more">
                <h2 class="h" id="more">
                  {say('خبرها', 'Stories')}{' '}
                  <span class="soft">
                    {say('هر خبر یک بار، به ترتیب اهمیت', 'each story once, by importance')}
                  </span>
                </h2>
                <WhySo of="importance" />
                {others.map((story) => (
                  <StoryLineView
                    story={story}
                    now={frame.now}
                    newestAt={view.newestAt}
                    contact={view.states.get(story.storyId)}
                  />
                ))}
                <p class="acts">
                  <a class="btn" href="/stories">
                    {say('همهٔ خبرها، به ترتیب زمان ←', 'All stories, by time →')}
                  </a>
                </p>
              </section>
            )}
          </div>
          <div class="rail">
            <NewestList stories={view.newest.slice(0, NEWEST_LINES)} now={frame.now} />
            <ViewedList stories={view.viewed} />
            <DiscussedList stories={view.discussed} />
            <DyadRail dyads={view.dyads} now={frame.now} />
            <AheadRail contacts={view.ahead} />
            <EditRail edits={view.edits} now={frame.now} />
          </div>
        </div>
        <SectionTops sections={view.sections} />
        <OutletLeads leads={view.leads} now={frame.now} />
      </div>
    </Page>
  );
}

/** What stands beside and below the stories. */
function listsOf({ newest, viewed, discussed, dyads, ahead, edits, leads }: HomeView) {
  return [
    { id: 'new', isThere: newest.length > 0, words: say('تازه‌ترین', 'Latest') },
    { id: 'vw', isThere: viewed.length > 0, words: say('پربازدید', 'Most viewed') },
    { id: 'ds', isThere: discussed.length > 0, words: say('پربحث', 'Most discussed') },
    { id: 'dy', isThere: dyads.length > 0, words: say('دوسویه‌ها', 'Dyads') },
    { id: 'ah', isThere: ahead.length > 0, words: say('در پیش', 'Ahead') },
    { id: 'ed', isThere: edits.length > 0, words: say('چه تغییر کرد؟', 'What changed?') },
    { id: 'tp', isThere: leads.length > 0, words: say('صدر رسانه‌ها', 'What leads the outlets') },
  ];
}

interface LeadProps {
  readonly story: StoryLine;
  readonly view: HomeView;
  readonly now: string;
}

function Lead({ story, view, now }: LeadProps) {
  const lede = ledeOf(story.headline);
  return (
    <article class="lead">
      <StoryMeta story={story} now={now} />
      <ContactState contact={view.states.get(story.storyId)} />
      <HeadPicture articleId={story.headline.id} />
      <h2>
        <a href={storyHref(story.storyId)}>
          <Mixed text={headlineOf(story.headline)} />
        </a>
      </h2>
      {lede === undefined ? null : (
        <p class="lead-lede">
          <Mixed text={lede} />
        </p>
      )}
      <div class="based">
        <Origins story={story} />
        <Why story={story} newestAt={view.newestAt} />
      </div>
      <Voices statements={view.voices} />
    </article>
  );
}

/** Articles are there, but their places are still being worked out. */
function NoStoryYet() {
  return (
    <Empty title={say('خبرها هم‌اکنون کنار هم گذاشته می‌شود', 'Stories are being put together right now')}>
      <p>
        {say(
          'گزارش‌ها رسیده است؛ تا چند لحظهٔ دیگر هر خبر با منبع‌هایش اینجا می‌آید.',
          'Reports have arrived; in a few moments each story stands here with its origins.',
        )}
      </p>
    </Empty>
  );
}

function NewestList({ stories, now }: { readonly stories: readonly StoryLine[]; readonly now: string }) {
  if (stories.length === 0) return null;
  return (
    <section aria-labelledby="new">
      <h2 class="h" id="new">
        {say('تازه‌ترین', 'Latest')} <a href="/stories">{say('همه', 'All')}</a>
      </h2>
      <WhySo of="newest" />
      <ul class="rel rel--one">
        {stories.map((story) => (
          <li>
            <a href={storyHref(story.storyId)}>
              <Mixed text={headlineOf(story.headline)} />
            </a>
            <span class="note">
              <Ago iso={story.lastAt} now={now} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The most important of each section. */
function SectionTops({ sections }: Pick<HomeView, 'sections'>) {
  const filled = sections.filter(({ stories }) => stories.length > 0);
  if (filled.length === 0) return null;
  return (
    <div class="tops secs">
      {filled.map(({ section, stories }) => (
        <section aria-labelledby={`sec-${section.slug}`}>
          <h2 class="h" id={`sec-${section.slug}`}>
            {say(`مهم‌ترین‌های ${section.name}`, `Top in ${section.nameEn}`)}
            <a
              href={categoryHref(section.slug)}
              aria-label={say(`همهٔ خبرهای ${section.name}`, `All stories in ${section.nameEn}`)}
            >
              {say('همه', 'All')}
            </a>
          </h2>
          <ul class="rel rel--one">
            {stories.map((story) => (
              <li>
                <a href={storyHref(story.storyId)}>
                  <Mixed text={headlineOf(story.headline)} />
                </a>
                <span class="note">
                  <Counts story={story} />
                </span>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

function OutletLeads({ leads, now }: { readonly leads: readonly ShownHeadline[]; readonly now: string }) {
  if (leads.length === 0) return null;
  return (
    <section class="tops" aria-labelledby="tp">
      <h2 class="h" id="tp">
        {say('صدر رسانه‌ها', 'What leads the outlets')}{' '}
        <a href="/outlets">{say('همهٔ رسانه‌ها', 'All outlets')}</a>
      </h2>
      <WhySo of="leads" />
      <ul class="tops-grid">
        {leads.map((lead) => (
          <FrontHeadline headline={lead} now={now} named />
        ))}
      </ul>
    </section>
  );
}

function EmptyHome({ frame }: { readonly frame: Frame }) {
  return (
    <Page frame={frame} current="home" front feedsOf="">
      <div class="wrap page">
        <h1 class="vh">{say('سند', 'Sanad')}</h1>
        <Empty title={say('هنوز خبری گرد نیامده است', 'No reports have been collected yet')}>
          <p>
            {say(
              'مهم‌ترین خبرها با شمار منبع‌های مستقلشان، پربازدیدها، پربحث‌ها و صدر رسانه‌ها اینجا می‌آید. برای آغاز، یک صفحه، یک پوشه یا یک نشانی را بیفزایید:',
              'The top stories with their independent origins, the most viewed, the most discussed and what leads the outlets will stand here. To begin, add a page, a folder or an address:',
            )}
          </p>
          <p>
            <Command>npx sanad add https://… | page.html | folder/</Command>
          </p>
          <p>
            {say(
              'صفحه را پس از آن دوباره باز کنید؛ چیزی را نباید از نو راه انداخت.',
              'Open this page again afterwards; nothing needs a restart.',
            )}
          </p>
        </Empty>
      </div>
    </Page>
  );
}
