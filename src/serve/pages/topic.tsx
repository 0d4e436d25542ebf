import type { TopicDetail, TopicLine, TopicRow } from '../../store/site_outlets.js';
import { articleHref, outletHref, readableAddress, safeHref, searchHref, topicHref } from '../addresses.js';
import { say } from '../language.js';
import type { Frame } from '../layout/frame.js';
import { Page } from '../layout/page.js';
import { NOUNS } from '../nouns.js';
import { Follow } from '../pieces/follow.js';
import { Mixed } from '../pieces/foreign.js';
import { Name, nameWords } from '../pieces/name.js';
import { LinePicture } from '../pieces/picture.js';
import { Command, Empty } from '../pieces/states.js';
import { Ago } from '../pieces/times.js';
import { TopicRail, type TopicRailView } from '../pieces/topic_rail.js';
import { WhySo } from '../pieces/why_so.js';
import { counted, dayInBothCalendars, number, shown } from '../words.js';

export interface TopicView {
  readonly topic: TopicDetail;
  readonly lines: readonly TopicLine[];
  /** 1-based. */
  readonly pageNumber: number;
  readonly pageCount: number;
}

interface TopicProps {
  readonly frame: Frame;
  readonly view: TopicView;
  readonly rail: TopicRailView;
}

export function TopicPage({ frame, view, rail }: TopicProps) {
  const { topic } = view;
  const href = topicHref(topic.id);
  const name = topicName(topic);
  return (
    <Page frame={frame} title={name} current="topics" feedsOf={href} unlisted={view.pageNumber > 1}>
      <div class="wrap page">
        <p class="crumb">
          <a href="/topics">{say('موضوع‌ها', 'Topics')}</a>
          {topic.outletName === null ? null : <TopicOutlet topic={topic} />}
        </p>
        <div class="topic-h">
          <h1>
            <Mixed text={name} />
          </h1>
          <span class="count">{counted(topic.shownCount ?? topic.heldCount, NOUNS.article)}</span>
        </div>
        <p class="soft small">
          <TopicCount topic={topic} />
        </p>
        <p class="soft small">
          {say(
            `نخستین بار در ${dayInBothCalendars(topic.firstSeenAt)} دیده شد؛ آخرین بار`,
            `First seen on ${dayInBothCalendars(topic.firstSeenAt)}, last seen`,
          )}{' '}
          <Ago iso={topic.lastSeenAt} now={frame.now} />.
        </p>
        <Follow of={href} />
        <p class="follow">
          <TopicOrigin topic={topic} />
          {topic.name === '' ? null : (
            <a class="link" href={searchHref(name)}>
              {say('جست‌وجوی همین موضوع در همهٔ رسانه‌ها', 'Search all outlets for this topic')}
            </a>
          )}
        </p>
        {view.lines.length === 0 ? (
          <Empty title={say('این موضوع هنوز مطلبی ندارد', 'This topic has no articles yet')}>
            <p>
              {say(
                'مطلب‌هایی که رسانه زیر این موضوع بگذارد اینجا می‌آید.',
                'Whatever the outlet files under this topic stands here.',
              )}
            </p>
          </Empty>
        ) : (
          <div class="with-rail">
            <div>
              <WhySo of="topic" named />
              <ol class="topic-lines">
                {view.lines.map((line) => (
                  <TopicLineView line={line} now={frame.now} />
                ))}
              </ol>
            </div>
            <TopicRail rail={rail} />
          </div>
        )}
        <TopicPages view={view} href={href} />
      </div>
    </Page>
  );
}

/** Captures lose the names of some topics: «در مورد … در آوند بیشتر بخوانید». */
export function topicName(topic: Pick<TopicRow, 'name' | 'outletName'>): string {
  if (topic.name !== '') return shown(topic.name);
  return topic.outletName === null
    ? say('موضوع بی‌نام', 'Topic without a name')
    : say(
        `موضوعی بی‌نام در ${shown(topic.outletName)}`,
        `Topic without a name at ${nameWords(topic.outletName)}`,
      );
}

function TopicOutlet({ topic }: { readonly topic: TopicDetail }) {
  const name = <Name of={topic.outletName ?? ''} />;
  return topic.outletId === null ? <span>{name}</span> : <a href={outletHref(topic.outletId)}>{name}</a>;
}

function TopicOrigin({ topic }: { readonly topic: TopicDetail }) {
  const url = safeHref(topic.url);
  if (url === undefined) return null;
  return (
    <a class="link" href={url} rel="noopener noreferrer">
      {say('این موضوع در', 'This topic at')}{' '}
      {topic.outletName === null ? say('رسانهٔ ناشر', 'the publisher') : <Name of={topic.outletName} />}
    </a>
  );
}

/** What the outlet states beside what we hold: «رسانه از ۱۴۸ مطلب می‌گوید؛ ۱۰ مطلب گرد آمده است.» */
function TopicCount({ topic: { heldCount, shownCount, outletName } }: { readonly topic: TopicDetail }) {
  const held = number(heldCount);
  if (shownCount === null) {
    return (
      <>
        {say(
          `شمار مطلب‌های گردآمده: ${held}. رسانه شماری ننوشته است.`,
          `Collected: ${held}. The outlet states no count.`,
        )}
      </>
    );
  }
  const who = outletName === null ? say('رسانه', 'The outlet') : <Name of={outletName} />;
  const isAll = shownCount === heldCount;
  return (
    <>
      {who}{' '}
      {say(
        isAll
          ? `شمار مطلب‌ها را ${held} نوشته است و همه گرد آمده‌اند.`
          : `شمار مطلب‌ها را ${number(shownCount)} نوشته است؛ ${held} مطلب آن در سند گرد آمده است.`,
        isAll
          ? `states ${counted(heldCount, NOUNS.article)}, and all are collected.`
          : `states ${counted(shownCount, NOUNS.article)}, of which ${held} are collected.`,
      )}
    </>
  );
}

function TopicLineView({ line, now }: { readonly line: TopicLine; readonly now: string }) {
  const foreign = safeHref(line.url);
  const href = line.articleId === null ? foreign : articleHref(line.articleId);
  const title = line.title === null ? undefined : shown(line.title);
  const text = line.text === null ? undefined : shown(line.text);
  const headline = title ?? text ?? (foreign === undefined ? '' : readableAddress(foreign));
  const inner = <Mixed text={headline} />;
  return (
    <li id={`i${line.id}`}>
      <p class={title === undefined ? 'tl-text' : 'tl-head'}>
        {href === undefined ? inner : <a href={href}>{inner}</a>}
      </p>
      {line.articleId === null ? null : <LinePicture articleId={line.articleId} />}
      {title === undefined || text === undefined || text === title ? null : (
        <p class="sl-lede">
          <Mixed text={text} />
        </p>
      )}
      {line.publishedAt === null ? null : (
        <p class="soft small">
          <Ago iso={line.publishedAt} now={now} />
        </p>
      )}
      {line.articleId === null && foreign !== undefined ? (
        <p class="soft small">
          <a class="link" href={foreign} rel="noopener noreferrer">
            {say('در رسانهٔ ناشر', 'At the publisher')}
          </a>
        </p>
      ) : null}
    </li>
  );
}

function TopicPages({ view, href }: { readonly view: TopicView; readonly href: string }) {
  if (view.pageCount <= 1) return null;
  return (
    <nav class="pager" aria-label={say('صفحه‌ها', 'Pages')}>
      {view.pageNumber > 1 ? (
        <a class="btn btn--s" href={`${href}?page=${view.pageNumber - 1}`}>
          {say('→ صفحهٔ پیش', '← Previous page')}
        </a>
      ) : null}
      {view.pageNumber < view.pageCount ? (
        <a class="btn btn--s" href={`${href}?page=${view.pageNumber + 1}`}>
          {say('صفحهٔ بعد ←', 'Next page →')}
        </a>
      ) : null}
      <span class="soft">
        {say(
          `صفحهٔ ${number(view.pageNumber)} از ${number(view.pageCount)}`,
          `Page ${number(view.pageNumber)} of ${number(view.pageCount)}`,
        )}
      </span>
    </nav>
  );
}

export function TopicsPage({
  frame,
  topics,
}: {
  readonly frame: Frame;
  readonly topics: readonly TopicRow[];
}) {
  return (
    <Page frame={frame} title={say('موضوع‌ها', 'Topics')} current="topics" feedsOf="/topics">
      <div class="wrap page">
        <h1>{say('موضوع‌ها', 'Topics')}</h1>
        <p class="soft small">
          {say(
            'صفحه‌های موضوعیِ رسانه‌ها، با شماری که خود رسانه نوشته است.',
            'Topic pages of outlets, with the count that the outlet states itself.',
          )}
        </p>
        <Follow of="/topics" />
        {topics.length === 0 ? (
          <Empty title={say('هنوز صفحهٔ موضوعی گرد نیامده است', 'No topic page has been collected yet')}>
            <p>
              {say(
                'صفحه‌ای مانند «در مورد … بیشتر بخوانید» را بیفزایید تا اینجا بیاید:',
                'Add a page such as “Read more about …” to see it here:',
              )}{' '}
              <Command>npx sanad add …</Command>
            </p>
          </Empty>
        ) : (
          <>
            <WhySo of="topics" named />
            <ul class="tops-grid">
              {topics.map((topic) => (
                <li>
                  <h2 class="name">
                    <a href={topicHref(topic.id)}>
                      <Mixed text={topicName(topic)} />
                    </a>
                  </h2>
                  <span class="since">
                    {topic.outletName === null ? null : <Name of={topic.outletName} />}
                    {topic.outletName === null || topic.shownCount === null ? '' : ' · '}
                    {topic.shownCount === null ? '' : counted(topic.shownCount, NOUNS.article)}
                  </span>
                </li>
              ))}
            </ul>
          </>
        )}
      </div>
    </Page>
  );
}
