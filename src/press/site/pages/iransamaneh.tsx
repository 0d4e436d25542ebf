/**
 * Portal in the shape of IranSamaneh: headline ticker on top, date line with parts split by « - », `.rutitr`,
 * `.title`, `.subtitle`, `.body`, `.news_path`, `.tags`.
 */
import type { ArticleView, ListView, TeaserView } from '../page_view.js';
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

export const iransamanehPages: FamilyPages = {
  article: ({ frame, head, article }) => (
    <Frame frame={frame} head={head}>
      <div class="col_main news_content">
        <Meta article={article} />
        {article.kicker !== undefined && <div class="rutitr">{article.kicker}</div>}
        <h1 class="title">{article.headline}</h1>
        {article.lede !== undefined && <div class="subtitle">{article.lede}</div>}
        {article.pictures.map((picture) => (
          <Figure class="image_set" picture={picture} />
        ))}
        <div class="body">
          <ArticleBody article={article} markup={frame.habits.bodyMarkup} related={InlineBox} />
        </div>
        <ShareLine class="news_tools" article={article} />
        {article.tags.length > 0 && (
          <>
            <div class="tags_title">{'برچسب\u200cها'}</div>
            <Links class="tags" links={article.tags} />
          </>
        )}
        <RelatedList teasers={article.related} />
        <Comments class="comments" article={article} />
      </div>
    </Frame>
  ),
  list: ({ frame, head, list }) => (
    <Frame frame={frame} head={head}>
      <div class={`col_main list_${list.kind}`}>
        <ListHead list={list} name={frame.name} />
        {list.groups.map((group) => (
          <div class="group">
            {group.heading !== undefined && (
              <h2 class="group_title">
                <a href={group.heading.href}>{group.heading.text}</a>
              </h2>
            )}
            {group.teasers.map((teaser) => (
              <ListLine teaser={teaser} bare={list.kind === 'tag'} />
            ))}
          </div>
        ))}
        <Pager class="paging" list={list} />
      </div>
    </Frame>
  ),
  note: (note) => (
    <Frame frame={note.frame} head={note.head}>
      <div class="col_main static_page">
        <h1 class="title">{note.heading}</h1>
        <NoteText note={note} links="static_links" />
      </div>
    </Frame>
  ),
};

function Frame({ frame, head, children }: FrameProps) {
  return (
    <Document frame={frame} head={head}>
      <div id="header">
        <div class="wrap">
          <a class="logo" href="/">
            {frame.name}
          </a>
          <span class="motto">{frame.motto}</span>
          <span class="header_date">{frame.today}</span>
        </div>
      </div>
      <div class="menu_bar">
        <Links class="main_menu wrap" links={frame.menu} />
      </div>
      {frame.ticker.length > 0 && (
        <div class="ticker_bar">
          <div class="wrap">
            <Ticker class="ticker" teasers={frame.ticker} />
          </div>
        </div>
      )}
      <div class="wrap columns">
        {children}
        <div class="col_side">
          {frame.boxes.map((box) => (
            <RankBox class="side_box" box={box} />
          ))}
          <FollowLine class="follow_us" frame={frame} />
        </div>
      </div>
      <FooterLines class="footer" frame={frame} />
    </Document>
  );
}

function Meta({ article }: { readonly article: ArticleView }) {
  return (
    <div class="news_nav">
      <div class="news_path">
        {article.path.map(({ href, text }, index) => (
          <>
            {index > 0 && ' » '}
            <a href={href}>{text}</a>
          </>
        ))}
      </div>
      <div class="news_pdate_c">
        <span class="news_nav_title">تاریخ انتشار: </span>
        {article.dates.line}
      </div>
      <div class="news_id_c">
        <span class="news_nav_title">کد خبر: </span>
        {article.code}
      </div>
      {article.views !== undefined && (
        <div class="news_hits">
          <span class="news_nav_title">تعداد بازدید: </span>
          {article.views}
        </div>
      )}
      {article.commentCount !== undefined && (
        <div class="news_comments_count">
          <a href="#comments">{article.commentCount} نظر</a>
        </div>
      )}
      {article.modified !== undefined && <div class="news_mdate">آخرین ویرایش: {article.modified}</div>}
    </div>
  );
}

function InlineBox(teaser: TeaserView) {
  return (
    <div class="inline_news">
      <span>خبر مرتبط</span>
      <a href={teaser.href}>{teaser.text}</a>
      {teaser.lede}
    </div>
  );
}

function RelatedList({ teasers }: { readonly teasers: readonly TeaserView[] }) {
  if (teasers.length === 0) return null;
  return (
    <div class="related_news">
      <h4>اخبار مرتبط</h4>
      <Links class="related_list" links={teasers} />
    </div>
  );
}

/** A tag page says how much there is: «در مورد … در … بیشتر بخوانید» and «۱۴۸ مطلب». */
function ListHead({ list, name }: { readonly list: ListView; readonly name: string }) {
  if (list.kind === 'front') return null;
  if (list.kind === 'section') return <h1 class="list_title">{list.heading}</h1>;
  return (
    <div class="tag_head">
      در مورد <h1>{list.heading}</h1> در {name} بیشتر بخوانید
      <div class="tag_count">{list.count} مطلب</div>
    </div>
  );
}

function ListLine({ teaser, bare }: { readonly teaser: TeaserView; readonly bare: boolean }) {
  return (
    <div class="list_line">
      {teaser.picture !== undefined && <img class="line_img" src={teaser.picture} alt="" loading="lazy" />}
      {teaser.kicker !== undefined && !bare && <div class="line_rutitr">{teaser.kicker}</div>}
      <a class="line_title" href={teaser.href}>
        {teaser.text}
      </a>
      {teaser.lede !== undefined && <div class="line_lead">{teaser.lede}</div>}
      {!bare && teaser.when !== '' && <div class="line_date">{teaser.when}</div>}
    </div>
  );
}
