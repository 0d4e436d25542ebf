import type { TopicDetail, TopicLine, TopicRow } from '../../store/site_outlets.js';
import { articleHref, outletHref, readableAddress, safeHref, searchHref, topicHref } from '../addresses.js';
import type { Frame } from '../layout/frame.js';
import { Page } from '../layout/page.js';
import { Follow } from '../pieces/follow.js';
import { Mixed } from '../pieces/foreign.js';
import { Command, Empty } from '../pieces/states.js';
import { Ago } from '../pieces/times.js';
import { dayInBothCalendars, number, shown } from '../words.js';

export interface TopicView {
  readonly topic: TopicDetail;
  readonly lines: readonly TopicLine[];
  /** 1-based. */
  readonly pageNumber: number;
  readonly pageCount: number;
}

export function TopicPage({ frame, view }: { readonly frame: Frame; readonly view: TopicView }) {
  const { topic } = view;
  const href = topicHref(topic.id);
  const name = topicName(topic);
  return (
    <Page frame={frame} title={name} current="topics" feedsOf={href} unlisted={view.pageNumber > 1}>
      <div class="wrap page">
        <p class="crumb">
          <a href="/topics">موضوع‌ها</a>
          {topic.outletName === null ? null : <TopicOutlet topic={topic} />}
        </p>
        <div class="topic-h">
          <h1>
            <Mixed text={name} />
          </h1>
          <span class="count">{number(topic.shownCount ?? topic.heldCount)} مطلب</span>
        </div>
        <p class="soft small">{countWords(topic)}</p>
        <p class="soft small">
          نخستین بار در {dayInBothCalendars(topic.firstSeenAt)} دیده شد؛ آخرین بار{' '}
          <Ago iso={topic.lastSeenAt} now={frame.now} />.
        </p>
        <Follow of={href} />
        <p class="follow">
          <TopicOrigin topic={topic} />
          {topic.name === '' ? null : (
            <a class="link" href={searchHref(name)}>
              جست‌وجوی همین موضوع در همهٔ رسانه‌ها
            </a>
          )}
        </p>
        {view.lines.length === 0 ? (
          <Empty title="این موضوع هنوز مطلبی ندارد">
            <p>مطلب‌هایی که رسانه زیر این موضوع بگذارد اینجا می‌آید.</p>
          </Empty>
        ) : (
          <ol class="topic-lines">
            {view.lines.map((line) => (
              <TopicLineView line={line} />
            ))}
          </ol>
        )}
        <TopicPages view={view} href={href} />
      </div>
    </Page>
  );
}

/** Captures lose the names of some topics: «در مورد … در آوند بیشتر بخوانید». */
export function topicName(topic: Pick<TopicRow, 'name' | 'outletName'>): string {
  if (topic.name !== '') return shown(topic.name);
  return topic.outletName === null ? 'موضوع بی‌نام' : `موضوعی بی‌نام در ${shown(topic.outletName)}`;
}

function TopicOutlet({ topic }: { readonly topic: TopicDetail }) {
  const name = shown(topic.outletName ?? '');
  return topic.outletId === null ? <span>{name}</span> : <a href={outletHref(topic.outletId)}>{name}</a>;
}

function TopicOrigin({ topic }: { readonly topic: TopicDetail }) {
  const url = safeHref(topic.url);
  if (url === undefined) return null;
  return (
    <a class="link" href={url} rel="noopener noreferrer">
      این موضوع در {topic.outletName === null ? 'رسانهٔ ناشر' : shown(topic.outletName)}
    </a>
  );
}

/** What the outlet states beside what we hold: «رسانه از ۱۴۸ مطلب می‌گوید؛ ۱۰ مطلب گرد آمده است.» */
function countWords(topic: TopicDetail): string {
  const held = number(topic.heldCount);
  const who = topic.outletName === null ? 'رسانه' : shown(topic.outletName);
  if (topic.shownCount === null) return `شمار مطلب‌های گردآمده: ${held}. رسانه شماری ننوشته است.`;
  if (topic.shownCount === topic.heldCount)
    return `${who} شمار مطلب‌ها را ${held} نوشته است و همه گرد آمده‌اند.`;
  return `${who} شمار مطلب‌ها را ${number(topic.shownCount)} نوشته است؛ ${held} مطلب آن در سند گرد آمده است.`;
}

function TopicLineView({ line }: { readonly line: TopicLine }) {
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
      {title === undefined || text === undefined || text === title ? null : (
        <p class="sl-lede">
          <Mixed text={text} />
        </p>
      )}
      {line.articleId === null && foreign !== undefined ? (
        <p class="soft small">
          <a class="link" href={foreign} rel="noopener noreferrer">
            در رسانهٔ ناشر
          </a>
        </p>
      ) : null}
    </li>
  );
}

function TopicPages({ view, href }: { readonly view: TopicView; readonly href: string }) {
  if (view.pageCount <= 1) return null;
  return (
    <nav class="pager" aria-label="صفحه‌ها">
      {view.pageNumber > 1 ? (
        <a class="btn btn--s" href={`${href}?page=${view.pageNumber - 1}`}>
          → صفحهٔ پیش
        </a>
      ) : null}
      {view.pageNumber < view.pageCount ? (
        <a class="btn btn--s" href={`${href}?page=${view.pageNumber + 1}`}>
          صفحهٔ بعد ←
        </a>
      ) : null}
      <span class="soft">
        صفحهٔ {number(view.pageNumber)} از {number(view.pageCount)}
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
    <Page frame={frame} title="موضوع‌ها" current="topics">
      <div class="wrap page">
        <h1>موضوع‌ها</h1>
        <p class="soft small">صفحه‌های موضوعیِ رسانه‌ها، با شماری که خود رسانه نوشته است.</p>
        {topics.length === 0 ? (
          <Empty title="هنوز صفحهٔ موضوعی گرد نیامده است">
            <p>
              صفحه‌ای مانند «در مورد … بیشتر بخوانید» را بیفزایید تا اینجا بیاید:{' '}
              <Command>npx sanad add …</Command>
            </p>
          </Empty>
        ) : (
          <ul class="tops-grid">
            {topics.map((topic) => (
              <li>
                <h2 class="name">
                  <a href={topicHref(topic.id)}>
                    <Mixed text={topicName(topic)} />
                  </a>
                </h2>
                <span class="since">
                  {[
                    topic.outletName === null ? undefined : shown(topic.outletName),
                    topic.shownCount === null ? undefined : `${number(topic.shownCount)} مطلب`,
                  ]
                    .filter((part) => part !== undefined)
                    .join(' · ')}
                </span>
              </li>
            ))}
          </ul>
        )}
      </div>
    </Page>
  );
}
