/** The page of a story: what it rests on, who took from whom, every report and edit. */

import type { StoryLine } from '../../store/site_stories.js';
import type { StoryReport } from '../../store/site_story.js';
import { articleHref, categoryHref, findSection, outletHref, storyHref, threadHref } from '../addresses.js';
import { buildChainTrees } from '../chain_tree.js';
import { nounFor, say } from '../language.js';
import { breadcrumbs, newsArticle, type Thing } from '../layout/about_page.js';
import type { Frame } from '../layout/frame.js';
import { Page } from '../layout/page.js';
import { NOUNS } from '../nouns.js';
import { CategoryLink } from '../pieces/article_line.js';
import { ChainPicture } from '../pieces/chain_picture.js';
import { Comments, type Discussion } from '../pieces/comments.js';
import { ExportLinks } from '../pieces/exports.js';
import { Mixed } from '../pieces/foreign.js';
import { Name } from '../pieces/name.js';
import { OriginStrip, OriginWords } from '../pieces/origins.js';
import { HeadPicture } from '../pieces/picture.js';
import { SectionHead } from '../pieces/section_head.js';
import { Share } from '../pieces/share.js';
import { StoryHistory } from '../pieces/story_history.js';
import { StoryReports } from '../pieces/story_reports.js';
import { StoryThread, type StoryThreadView, threadName } from '../pieces/story_thread.js';
import { StoryTold, type Told } from '../pieces/told.js';
import { Why } from '../pieces/why.js';
import { firstRoot, readOrigins, type ShownOrigin } from '../story_origins.js';
import { clockOf } from '../story_times.js';
import {
  counted,
  cutAtWord,
  dayInBothCalendars,
  headlineOf,
  ledeOf,
  number,
  relativeTime,
  shown,
  tehranDay,
} from '../words.js';

export interface StoryView {
  readonly story: StoryLine;
  /** In the order in which they were published. */
  readonly reports: readonly StoryReport[];
  readonly related: readonly RelatedStory[];
  /** The running theme that it belongs to. */
  readonly thread: StoryThreadView | undefined;
  /** What its reports tell: statements and contacts. */
  readonly told: Told;
  /** The newest report of all stories. */
  readonly newestAt: string;
}

export interface RelatedStory {
  readonly story: StoryLine;
  /** Rare words in common. */
  readonly words: readonly string[];
}

/** The story, which rests on the roots of its origins, and the way to it. */
function thingsOf(frame: Frame, story: StoryLine): readonly Thing[] {
  const headline = headlineOf(story.headline);
  const section = findSection(story.section);
  const roots = story.origins.filter(({ isHidden }) => !isHidden).map(({ first }) => first);
  const middle = section === undefined ? [] : [{ name: section.name, href: categoryHref(section.slug) }];
  return [
    newsArticle(frame, {
      href: storyHref(story.storyId),
      headline,
      publishedIso: story.firstAt,
      modifiedIso: story.lastAt,
      language: 'fa',
      outlet: null,
      basedOn: roots.map((id) => `${frame.baseUrl}${articleHref(id)}`),
    }),
    breadcrumbs(frame, [...middle, { name: headline, href: storyHref(story.storyId) }]),
  ];
}

interface StoryPageProps {
  readonly frame: Frame;
  readonly view: StoryView;
  readonly discussion: Discussion;
}

export function StoryPage({ frame, view, discussion }: StoryPageProps) {
  const { story, reports } = view;
  const origins = readOrigins(reports, story.origins);
  const headline = headlineOf(story.headline);
  const lede = ledeOf(story.headline);
  return (
    <Page
      frame={frame}
      title={headline}
      description={cutAtWord(lede ?? headline, 200)}
      current={story.section ?? undefined}
      things={thingsOf(frame, story)}
      feedsOf={storyHref(story.storyId)}
    >
      <div class="wrap page">
        <header class="top">
          <p class="crumb">
            <CategoryLink
              line={{ section: findSection(story.section)?.slug ?? null, category: story.headline.category }}
            />
            <a href="/stories">{say('همهٔ خبرها', 'All stories')}</a>
            {view.thread === undefined ? null : (
              <a href={threadHref(view.thread.thread.threadId)}>
                {say('رشتهٔ', 'Thread:')} <Mixed text={threadName(view.thread.thread)} />
              </a>
            )}
          </p>
          <h1>
            <Mixed text={headline} />
          </h1>
          {lede === undefined ? null : (
            <p class="lede">
              <Mixed text={lede} />
            </p>
          )}
          <First view={view} origins={origins} now={frame.now} />
          <Share url={`${frame.baseUrl}${frame.path}`} title={headline} talk={discussion.comments.length} />
          <HeadPicture articleId={story.headline.id} />
        </header>
        <Sources view={view} />
        <StoryTold told={view.told} now={frame.now} />
        {reports.length > 1 ? (
          <section class="sec" id="chain" aria-labelledby="s-ch">
            <h2 class="sec-h" id="s-ch">
              {say('زنجیرهٔ سند', 'Source chain')}{' '}
              <small>
                {say(
                  'چه کسی از چه کسی گرفته است؛ از راست به چپ',
                  'who took from whom, from origin to copies',
                )}
              </small>
            </h2>
            <ChainPicture trees={buildChainTrees(origins)} />
          </section>
        ) : null}
        <StoryReports story={story} reports={reports} origins={origins} />
        <StoryHistory reports={reports} origins={origins} />
        {view.thread === undefined ? null : <StoryThread view={view.thread} now={frame.now} />}
        <Related related={view.related} now={frame.now} />
        <div class="sec">
          <ExportLinks of={storyHref(story.storyId)} />
        </div>
        <div class="sec-talk">
          <Comments discussion={discussion} now={frame.now} />
        </div>
      </div>
    </Page>
  );
}

interface FirstProps {
  readonly view: StoryView;
  readonly origins: readonly ShownOrigin[];
  readonly now: string;
}

/** Who had it first, when it moved last, and by which rule its headline was chosen. */
function First({ view: { story, reports }, origins, now }: FirstProps) {
  const first = firstRoot(origins) ?? reports[0];
  const last = reports.at(-1);
  const { headline } = story;
  return (
    <p class="first">
      {first === undefined ? null : (
        <span>
          {say('نخستین بار', 'First seen')} <Moment report={first} now={now} /> {say('در', 'in')}{' '}
          <b class="nb">
            <Name of={first.outletName} />
          </b>
        </span>
      )}
      {reports.length > 1 ? (
        <span>
          {say('تازه‌ترین گزارش', 'Latest report')}{' '}
          {last === undefined ? null : <Moment report={last} now={now} />}
        </span>
      ) : null}
      <span
        title={say(
          'تیتر و لید از نخستین گزارشِ منبعی است که بیشترین گزارش بر آن استوار است',
          'Headline and lede are those of the first report of the origin on which most reports rest',
        )}
      >
        {say('تیتر و لید از', 'Headline and lede from')}{' '}
        {headline.outletId === null ? (
          <b>
            <Mixed
              text={
                headline.outletName === null
                  ? say('رسانهٔ ناشناخته', 'an unknown outlet')
                  : shown(headline.outletName)
              }
            />
          </b>
        ) : (
          <a class="link" href={outletHref(headline.outletId)}>
            <Name of={headline.outletName ?? ''} />
          </a>
        )}
        {story.originCount > 1
          ? say('، نخستین گزارشِ پرپشتوانه‌ترین منبع', ', the first report of the origin most rested on')
          : ''}
      </span>
    </p>
  );
}

/** «۱۲ دقیقه پیش», «دیروز ۱۴:۰۵», «۲۳ آبان ۱۴۰۵، ۱۴:۲۶»; a page that states only its day shows the day. */
function Moment({ report, now }: { readonly report: StoryReport; readonly now: string }) {
  const clock = clockOf(report);
  const told = clock === '' ? tehranDay(report.at) : report.at;
  const words = relativeTime(told, now);
  const isBareDay = words === relativeTime(tehranDay(report.at), now);
  return (
    <time datetime={report.at} title={dayInBothCalendars(report.at)}>
      {isBareDay && clock !== '' ? `${words}${say('، ', ', ')}${clock}` : words}
    </time>
  );
}

function Sources({ view: { story, newestAt } }: { readonly view: StoryView }) {
  return (
    <section class="sec" aria-labelledby="s-or">
      <SectionHead
        id="s-or"
        title={say('از کجا می‌دانیم', 'How we know')}
        note={say('منبع‌هایی که از هم نگرفته‌اند', 'origins that did not take from each other')}
        why="origins"
        about={say('این شمارش', 'these counts')}
      />
      <div>
        <p class="big-counts">
          <span>
            <b>{number(story.outletCount)}</b>
            {nounFor(story.outletCount, NOUNS.outlet)}
          </span>
          <span>
            <b>{number(story.originCount)}</b>
            {nounFor(story.originCount, NOUNS.origin)}
          </span>
          <span>
            <b>{number(story.familyCount)}</b>
            {nounFor(story.familyCount, NOUNS.family)}
          </span>
        </p>
        <OriginStrip origins={story.origins} full />
        <ol class="owords">
          {story.origins.map((origin) => (
            <li>
              <OriginWords origin={origin} />
            </li>
          ))}
        </ol>
        <Why story={story} newestAt={newestAt} />
      </div>
    </section>
  );
}

function Related({ related, now }: { readonly related: readonly RelatedStory[]; readonly now: string }) {
  if (related.length === 0) return null;
  return (
    <section class="sec sec--read" aria-labelledby="s-rl">
      <SectionHead id="s-rl" title={say('خبرهای مرتبط', 'Related stories')} why="related" />
      <div>
        <ul class="rel rel--one">
          {related.map(({ story, words }) => (
            <li>
              <a href={storyHref(story.storyId)}>
                <Mixed text={headlineOf(story.headline)} />
              </a>
              <span class="note">
                {relativeTime(story.lastAt, now)} · {counted(story.outletCount, NOUNS.outlet)} ·{' '}
                {say('واژه‌های مشترک:', 'words in common:')} <Mixed text={words.join('، ')} />
              </span>
            </li>
          ))}
        </ul>
      </div>
    </section>
  );
}
