/**
 * Old portal in the shape of StudioKhabar, with ids instead of classes: `#docDiv3TitrRou`, `#docDiv3TitrMain`,
 * `#docDivLead1`, `#doctextarea`, `.doc_date`. An automatic aggregator of this family prints its source at the end
 * and lists other outlets' headlines under it.
 */
import type { ArticleView, FrameView, TeaserView } from '../page_view.js';
import { ArticleBody } from './article_body.js';
import { Document } from './document.js';
import type { FamilyPages, FrameProps } from './family_pages.js';
import {
  Comments,
  Figure,
  FooterLines,
  Links,
  NoteText,
  Pager,
  RankBox,
  ShareLine,
  Ticker,
} from './pieces.js';

export const studiokhabarPages: FamilyPages = {
  article: ({ frame, head, article }) => (
    <Frame frame={frame} head={head}>
      <div id="docDiv">
        <DateLine article={article} />
        {article.kicker !== undefined && <div id="docDiv3TitrRou">{article.kicker}</div>}
        <h1 id="docDiv3TitrMain">{article.headline}</h1>
        {article.lede !== undefined && <div id="docDivLead1">{article.lede}</div>}
        {article.pictures.map((picture) => (
          <Figure class="docImage" picture={picture} />
        ))}
        <div id="doctextarea">
          <ArticleBody article={article} markup={frame.habits.bodyMarkup} related={InlineBox} />
        </div>
        {article.source !== undefined && (
          <div class="doc_source">
            <a href={article.source.href} rel="nofollow">
              مشاهدهٔ خبر در {article.source.text}
            </a>
          </div>
        )}
        <div class="doc_id">{article.code}</div>
        <ShareLine class="doc_share" article={article} />
        {article.tags.length > 0 && (
          <div class="tags">
            <b>{'کلید واژه\u200cها: '}</b>
            {article.tags.map(({ href, text }) => (
              <a href={href}>{text} </a>
            ))}
          </div>
        )}
        <Important frame={frame} article={article} />
        <Comments class="doc_comments" article={article} />
      </div>
    </Frame>
  ),
  list: ({ frame, head, list }) => (
    <Frame frame={frame} head={head}>
      {list.kind !== 'front' && (
        <div class="lst_head">
          <h1>{list.heading}</h1>
          {list.count !== undefined && <span>{list.count} مطلب</span>}
        </div>
      )}
      {list.groups.map((group) => (
        <div class="lst">
          {group.heading !== undefined && (
            <div class="lst_title">
              <a href={group.heading.href}>{group.heading.text}</a>
            </div>
          )}
          {group.teasers.map((teaser) => (
            <ListLine teaser={teaser} />
          ))}
        </div>
      ))}
      <Pager class="lst_pages" list={list} />
    </Frame>
  ),
  note: (note) => (
    <Frame frame={note.frame} head={note.head}>
      <div id="docDiv">
        <h1 id="docDiv3TitrMain">{note.heading}</h1>
        <NoteText note={note} links="lst_links" />
      </div>
    </Frame>
  ),
};

function Frame({ frame, head, children }: FrameProps) {
  return (
    <Document frame={frame} head={head}>
      <div id="page">
        <div id="top">
          <a id="logo" href="/">
            {frame.name}
          </a>
          <span id="slogan">{frame.motto}</span>
          <span id="today">{frame.today}</span>
        </div>
        <Links class="top_menu" links={frame.menu} />
        <Ticker class="scroller" teasers={frame.ticker} />
        <div id="middle">
          <div id="center">{children}</div>
          <div id="left">
            {frame.boxes.map((box) => (
              <RankBox class="left_box" box={box} />
            ))}
          </div>
        </div>
        <FooterLines class="bottom" frame={frame} />
      </div>
    </Document>
  );
}

/** Section and date without a label, as aggregators print them: «بین الملل ۱۸:۱۴ - ۰۳ فروردین ۱۴۰۴». */
function DateLine({ article }: { readonly article: ArticleView }) {
  const section = article.path[0];
  return (
    <div class="doc_date">
      {section !== undefined && <a href={section.href}>{section.text}</a>} <span>{article.dates.line}</span>
      {article.views !== undefined && <span class="doc_visit"> {article.views} بازدید</span>}
    </div>
  );
}

function InlineBox(teaser: TeaserView) {
  return (
    <div class="doc_inline">
      بیشتر بخوانید: <a href={teaser.href}>{teaser.text}</a>
    </div>
  );
}

/** «مهمترین اخبار …»: a section label, the name of another outlet in guillemets and a lede, line after line. */
function Important({ frame, article }: { readonly frame: FrameView; readonly article: ArticleView }) {
  const section = article.path[0];
  const teasers = frame.boxes.find((box) => box.kind === 'latest')?.teasers ?? [];
  return (
    <div class="doc_important">
      <h4>
        {'مهم\u200cترین اخبار'} {section?.text}
      </h4>
      {teasers.map((teaser) => (
        <div class="important_one">
          <div class="important_label">{teaser.section?.text}</div>
          <a href={teaser.href}>
            {teaser.takenFrom !== undefined && `«${teaser.takenFrom}» `}
            {teaser.lede ?? teaser.text}
          </a>
        </div>
      ))}
      <a href="/">{'مشاهدهٔ مهم\u200cترین خبرها در صدر رسانه\u200cها'}</a>
    </div>
  );
}

function ListLine({ teaser }: { readonly teaser: TeaserView }) {
  return (
    <div class="lst_one">
      {teaser.picture !== undefined && <img src={teaser.picture} alt="" loading="lazy" />}
      <a class="lst_titr" href={teaser.href}>
        {teaser.text}
      </a>
      <div class="lst_lead">{teaser.lede}</div>
      {teaser.takenFrom !== undefined && <span class="lst_from">{teaser.takenFrom}</span>}
      {teaser.when !== '' && <span class="lst_date">{teaser.when}</span>}
    </div>
  );
}
