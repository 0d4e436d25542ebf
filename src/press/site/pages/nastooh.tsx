/**
 * Agency in the shape of Nastooh: `article.item`, `.item-header`, `.kicker`, `h1.title`, `p.summary.introtext`,
 * `.item-date`, `.item-body .item-text`, `.tags`, `.breadcrumb`.
 */
import type { ListView, TeaserView } from '../page_view.js';
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

export const nastoohPages: FamilyPages = {
  article: ({ frame, head, article }) => (
    <Frame frame={frame} head={head}>
      <article id="item" class="item">
        <ol class="breadcrumb">
          {article.path.map(({ href, text }) => (
            <li>
              <a href={href}>{text}</a>
            </li>
          ))}
        </ol>
        <div class="item-nav row">
          <div class="item-date">
            <i class="icon-calendar" />
            <span>{article.dates.dayTime}</span>
          </div>
          <div class="item-code">
            کد خبر: <span>{article.code}</span>
          </div>
          {article.views !== undefined && <div class="item-visit">بازدید: {article.views}</div>}
          {article.modified !== undefined && (
            <div class="item-modified">آخرین ویرایش: {article.modified}</div>
          )}
        </div>
        <div class="item-header">
          {article.kicker !== undefined && <h4 class="kicker">{article.kicker}</h4>}
          <h1 class="title">{article.headline}</h1>
          {article.pictures.slice(0, 1).map((picture) => (
            <Figure class="item-img" picture={picture} />
          ))}
          {article.lede !== undefined && <p class="summary introtext">{article.lede}</p>}
        </div>
        <div class="item-body">
          {article.authors.length > 0 && <div class="item-author">{article.authors.join('، ')}</div>}
          <div class="item-text">
            <ArticleBody article={article} markup={frame.habits.bodyMarkup} related={InlineBox} />
          </div>
          {article.pictures.slice(1).map((picture) => (
            <Figure class="item-img" picture={picture} />
          ))}
        </div>
        <ShareLine class="item-boxes social" article={article} />
        {article.tags.length > 0 && (
          <section class="box tags">
            <header>
              <h2>{'برچسب\u200cها'}</h2>
            </header>
            <Links class="tag-list" links={article.tags} />
          </section>
        )}
        {article.related.length > 0 && (
          <section class="box related-items">
            <header>
              <h2>مطالب مرتبط</h2>
            </header>
            <Links class="related-list" links={article.related} />
          </section>
        )}
        <Comments class="comments" article={article} />
      </article>
    </Frame>
  ),
  list: ({ frame, head, list }) => (
    <Frame frame={frame} head={head}>
      <ListHead list={list} name={frame.name} />
      {list.groups.map((group) => (
        <section class="box list">
          {group.heading !== undefined && (
            <header>
              <h2>
                <a href={group.heading.href}>{group.heading.text}</a>
              </h2>
            </header>
          )}
          <ul class="items">
            {group.teasers.map((teaser) => (
              <ListLine teaser={teaser} />
            ))}
          </ul>
        </section>
      ))}
      <Pager class="pagination" list={list} />
    </Frame>
  ),
  note: (note) => (
    <Frame frame={note.frame} head={note.head}>
      <article class="page">
        <h1 class="title">{note.heading}</h1>
        <NoteText note={note} links="page-links" />
      </article>
    </Frame>
  ),
};

function Frame({ frame, head, children }: FrameProps) {
  return (
    <Document frame={frame} head={head}>
      <header id="masthead">
        <div class="container">
          <a class="site-logo" href="/">
            {frame.name}
          </a>
          <span class="site-slogan">{frame.motto}</span>
          <time class="site-date">{frame.today}</time>
        </div>
        <nav id="menu">
          <Links class="menu-list container" links={frame.menu} />
        </nav>
      </header>
      <Ticker class="news-ticker" teasers={frame.ticker} />
      <div class="container main-row">
        <main id="main">{children}</main>
        <aside id="sidebar">
          {frame.boxes.map((box) => (
            <RankBox class="box" box={box} />
          ))}
          <FollowLine class="box follow" frame={frame} />
        </aside>
      </div>
      <FooterLines class="site-footer" frame={frame} />
    </Document>
  );
}

function InlineBox(teaser: TeaserView) {
  return (
    <section class="box inline-related">
      <header>بیشتر بخوانید</header>
      <a href={teaser.href}>{teaser.text}</a>
    </section>
  );
}

function ListHead({ list, name }: { readonly list: ListView; readonly name: string }) {
  if (list.kind === 'front') return null;
  return (
    <header class="list-header">
      <h1>{list.heading}</h1>
      {list.count !== undefined && (
        <p>
          {list.count} مطلب در {name}
        </p>
      )}
    </header>
  );
}

function ListLine({ teaser }: { readonly teaser: TeaserView }) {
  return (
    <li class="news">
      {teaser.picture !== undefined && (
        <figure>
          <a href={teaser.href}>
            <img src={teaser.picture} alt="" loading="lazy" />
          </a>
        </figure>
      )}
      <div class="desc">
        {teaser.kicker !== undefined && <h5>{teaser.kicker}</h5>}
        <h3>
          <a href={teaser.href}>{teaser.text}</a>
        </h3>
        {teaser.lede !== undefined && <p>{teaser.lede}</p>}
        {teaser.when !== '' && <time>{teaser.when}</time>}
      </div>
    </li>
  );
}
