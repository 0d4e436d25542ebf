/**
 * Magazine in the shape of Asam: `.uptitle`, `h1.title`, `.lead`, `time.news_time[datetime]`,
 * `.article_body #echo_detail`, `.article_tags`, `.breadcrumb`.
 */
import type { ArticleView, TeaserView } from '../page_view.js';
import { ArticleBody } from './article_body.js';
import { Document } from './document.js';
import type { FamilyPages, FrameProps } from './family_pages.js';
import {
  Comments,
  Figure,
  FollowLine,
  FooterLines,
  Links,
  NoteText,
  Pager,
  RankBox,
  ShareLine,
  Ticker,
} from './pieces.js';

export const asamPages: FamilyPages = {
  article: ({ frame, head, article }) => (
    <Frame frame={frame} head={head}>
      <section class="article">
        <ul class="breadcrumb">
          {article.path.map(({ href, text }) => (
            <li>
              <a href={href}>{text}</a>
            </li>
          ))}
        </ul>
        {article.kicker !== undefined && <span class="uptitle">{article.kicker}</span>}
        <h1 class="title">{article.headline}</h1>
        <Meta article={article} />
        {article.lede !== undefined && <p class="lead">{article.lede}</p>}
        {article.pictures.map((picture) => (
          <Figure class="main_image" picture={picture} />
        ))}
        <div class="article_body">
          <div id="echo_detail">
            <ArticleBody article={article} markup={frame.habits.bodyMarkup} related={InlineBox} />
          </div>
        </div>
        <Related teasers={article.related} />
        <ul class="article_tags">
          {article.tags.map(({ href, text }) => (
            <li>
              <a href={href}>#{text}</a>
            </li>
          ))}
        </ul>
        <ShareLine class="article_share" article={article} />
        <Comments class="comment_box" article={article} />
      </section>
    </Frame>
  ),
  list: ({ frame, head, list }) => (
    <Frame frame={frame} head={head}>
      {list.kind !== 'front' && (
        <div class="landing_title">
          <h1>{list.kind === 'tag' ? `آخرین اخبار ${list.heading}` : list.heading}</h1>
          {list.count !== undefined && <span class="landing_count">{list.count} مطلب</span>}
        </div>
      )}
      {list.groups.map((group) => (
        <div class="landing_group">
          {group.heading !== undefined && (
            <a class="landing_group_title" href={group.heading.href}>
              {group.heading.text}
            </a>
          )}
          <div class="landing_cards">
            {group.teasers.map((teaser) => (
              <Card teaser={teaser} />
            ))}
          </div>
        </div>
      ))}
      <Pager class="pager" list={list} />
    </Frame>
  ),
  note: (note) => (
    <Frame frame={note.frame} head={note.head}>
      <section class="article plain">
        <h1 class="title">{note.heading}</h1>
        <NoteText note={note} links="plain_links" />
      </section>
    </Frame>
  ),
};

function Frame({ frame, head, children }: FrameProps) {
  return (
    <Document frame={frame} head={head}>
      <header class="top_header">
        <a class="top_logo" href="/">
          {frame.name}
        </a>
        <Links class="top_menu" links={frame.menu} />
        <span class="top_date">{frame.today}</span>
      </header>
      <Ticker class="top_ticker" teasers={frame.ticker} />
      <div class="page_grid">
        <main class="page_main">{children}</main>
        <aside class="page_side">
          {frame.boxes.map((box) => (
            <RankBox class="list_box" box={box} />
          ))}
        </aside>
      </div>
      <FollowLine class="bottom_follow" frame={frame} />
      <FooterLines class="bottom" frame={frame} />
    </Document>
  );
}

function Meta({ article }: { readonly article: ArticleView }) {
  return (
    <div class="news_meta">
      {article.authors.length > 0 && <span class="news_author">{article.authors.join('، ')}</span>}
      <time class="news_time" datetime={article.dates.iso}>
        {article.dates.numbers}
      </time>
      <span class="news_id">کد مطلب: {article.code}</span>
      {article.views !== undefined && <span class="news_view">{article.views} بازدید</span>}
      {article.commentCount !== undefined && <span class="news_comment">{article.commentCount} نظر</span>}
      {article.modified !== undefined && <span class="news_update">ویرایش: {article.modified}</span>}
    </div>
  );
}

/** «همچنین بخوانید» with headline and lede on one line, as it lands in the middle of texts. */
function InlineBox(teaser: TeaserView) {
  return (
    <div class="inline-news-box">
      <strong>همچنین بخوانید:</strong> <a href={teaser.href}>{teaser.text}</a>
      {teaser.lede !== undefined && <span> {teaser.lede}</span>}
    </div>
  );
}

function Related({ teasers }: { readonly teasers: readonly TeaserView[] }) {
  if (teasers.length === 0) return null;
  return (
    <div class="related_box">
      <div class="related_title">اخبار مرتبط</div>
      <Links class="related_items" links={teasers} />
    </div>
  );
}

function Card({ teaser }: { readonly teaser: TeaserView }) {
  return (
    <article class="card">
      {teaser.picture !== undefined && <img src={teaser.picture} alt="" loading="lazy" />}
      {teaser.section !== undefined && <span class="card_service">{teaser.section.text}</span>}
      <h3>
        <a href={teaser.href}>{teaser.text}</a>
      </h3>
      {teaser.lede !== undefined && <p>{teaser.lede}</p>}
      {teaser.when !== '' && <time>{teaser.when}</time>}
    </article>
  );
}
