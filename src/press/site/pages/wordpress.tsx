/** Newspaper or local site in the shape of WordPress: `article.post`, `.entry-title`, `.entry-content`, widgets. */
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

export const wordpressPages: FamilyPages = {
  article: ({ frame, head, article }) => (
    <Frame frame={frame} head={head}>
      <article class="post type-post status-publish hentry">
        <header class="entry-header">
          <div class="cat-links">
            {article.path.map(({ href, text }) => (
              <a href={href} rel="category tag">
                {text}
              </a>
            ))}
          </div>
          {article.kicker !== undefined && <p class="entry-kicker">{article.kicker}</p>}
          <h1 class="entry-title">{article.headline}</h1>
          <Meta article={article} />
        </header>
        {article.pictures.map((picture) => (
          <Figure class="post-thumbnail" picture={picture} />
        ))}
        <div class="entry-content">
          {article.lede !== undefined && <p class="entry-summary">{article.lede}</p>}
          <ArticleBody article={article} markup={frame.habits.bodyMarkup} related={InlineBox} />
        </div>
        <footer class="entry-footer">
          {article.tags.length > 0 && <Links class="tags-links" links={article.tags} />}
          <ShareLine class="sharedaddy" article={article} />
        </footer>
        {article.related.length > 0 && (
          <div class="jp-relatedposts">
            <h3>{'نوشته\u200cهای مرتبط'}</h3>
            <Links class="jp-list" links={article.related} />
          </div>
        )}
        <Comments class="comments-area" article={article} />
      </article>
    </Frame>
  ),
  list: ({ frame, head, list }) => (
    <Frame frame={frame} head={head}>
      {list.kind !== 'front' && (
        <header class="page-header">
          <h1 class="page-title">{list.kind === 'tag' ? `برچسب: ${list.heading}` : list.heading}</h1>
          {list.count !== undefined && <p class="archive-description">{list.count} نوشته</p>}
        </header>
      )}
      {list.groups.map((group) => (
        <section class="posts">
          {group.heading !== undefined && (
            <h2 class="posts-title">
              <a href={group.heading.href}>{group.heading.text}</a>
            </h2>
          )}
          {group.teasers.map((teaser) => (
            <ListLine teaser={teaser} />
          ))}
        </section>
      ))}
      <Pager class="nav-links" list={list} />
    </Frame>
  ),
  note: (note) => (
    <Frame frame={note.frame} head={note.head}>
      <article class="page type-page hentry">
        <h1 class="entry-title">{note.heading}</h1>
        <div class="entry-content">
          <NoteText note={note} links="page-links" />
        </div>
      </article>
    </Frame>
  ),
};

function Frame({ frame, head, children }: FrameProps) {
  return (
    <Document frame={frame} head={head}>
      <div id="page" class="hfeed site">
        <header id="masthead" class="site-header">
          <p class="site-title">
            <a href="/" rel="home">
              {frame.name}
            </a>
          </p>
          <p class="site-description">{frame.motto}</p>
          <p class="site-date">{frame.today}</p>
          <nav id="site-navigation">
            <Links class="menu" links={frame.menu} />
          </nav>
        </header>
        <Ticker class="breaking-news" teasers={frame.ticker} />
        <div id="content" class="site-content">
          <div id="primary">
            <main id="main">{children}</main>
          </div>
          <aside id="secondary" class="widget-area">
            {frame.boxes.map((box) => (
              <RankBox class="widget" box={box} />
            ))}
            <FollowLine class="widget widget-text" frame={frame} />
          </aside>
        </div>
        <FooterLines class="site-footer" frame={frame} />
      </div>
    </Document>
  );
}

function Meta({ article }: { readonly article: ArticleView }) {
  return (
    <div class="entry-meta">
      {article.authors.length > 0 && (
        <span class="byline">
          نویسنده: <span class="author vcard">{article.authors.join('، ')}</span>
        </span>
      )}
      <span class="posted-on">
        <time class="entry-date published" datetime={article.dates.iso}>
          {article.dates.dayTime}
        </time>
      </span>
      {article.modified !== undefined && <span class="updated-on">ویرایش در {article.modified}</span>}
      {article.commentCount !== undefined && <span class="comments-link">{article.commentCount} دیدگاه</span>}
    </div>
  );
}

function InlineBox(teaser: TeaserView) {
  return (
    <blockquote class="related-inline">
      <b>این را هم بخوانید:</b> <a href={teaser.href}>{teaser.text}</a>
    </blockquote>
  );
}

function ListLine({ teaser }: { readonly teaser: TeaserView }) {
  return (
    <article class="post">
      {teaser.picture !== undefined && (
        <img class="post-thumbnail" src={teaser.picture} alt="" loading="lazy" />
      )}
      <h2 class="entry-title">
        <a href={teaser.href} rel="bookmark">
          {teaser.text}
        </a>
      </h2>
      {teaser.when !== '' && <div class="entry-meta">{teaser.when}</div>}
      {teaser.lede !== undefined && <div class="entry-summary">{teaser.lede}</div>}
    </article>
  );
}
