/** The shell of every page: head with or without facts for machines, and the strip that says «نمونه». */

import { raw } from 'hono/html';
import type { Child } from 'hono/jsx';
import type { FrameView, HeadView } from '../page_view.js';

export interface DocumentProps {
  readonly frame: FrameView;
  readonly head: HeadView;
  readonly children?: Child;
}

export const SAMPLE_LINE = 'مطبوعات نمونه: این رسانه و همهٔ نام\u200cها و خبرهایش ساختگی\u200cاند.';

export function Document({ frame, head, children }: DocumentProps) {
  const { metadata } = frame.habits;
  return (
    <html lang="fa" dir="rtl">
      <head>
        <meta charset={frame.habits.charset} />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{head.title}</title>
        {head.description !== undefined && <meta name="description" content={head.description} />}
        <meta name="generator" content={GENERATORS[frame.family]} />
        <link rel="canonical" href={head.canonicalUrl} />
        {head.feeds.map(({ href, type, title }) => (
          <link rel="alternate" type={type} title={title} href={href} />
        ))}
        <link rel="stylesheet" href="/static/base.css" />
        <link rel="stylesheet" href={`/static/${frame.family}.css`} />
        <link rel="stylesheet" href="/static/look.css" />
        <link rel="icon" href="data:," />
        {metadata.includes('open_graph') && <OpenGraph frame={frame} head={head} />}
        {metadata.includes('meta_dates') && <MetaDates head={head} />}
        {metadata.includes('json_ld') && <JsonLd frame={frame} head={head} />}
      </head>
      <body class={`site-${frame.outletId}`}>
        <div class="sample-strip">{SAMPLE_LINE}</div>
        {children}
      </body>
    </html>
  );
}

/** What each family says of itself in the head. */
const GENERATORS: Record<FrameView['family'], string> = {
  iransamaneh: 'www.iransamaneh.com - نمونه',
  nastooh: 'Nastooh Saba Newsroom - نمونه',
  asam: 'ASAM CMS - نمونه',
  studiokhabar: 'StudioKhabar - نمونه',
  wordpress: 'WordPress 6.7 - نمونه',
  channel: 'نمونه',
};

function OpenGraph({ frame, head }: { readonly frame: FrameView; readonly head: HeadView }) {
  return (
    <>
      <meta property="og:site_name" content={frame.name} />
      <meta property="og:locale" content="fa_IR" />
      <meta property="og:type" content={head.article === undefined ? 'website' : 'article'} />
      <meta property="og:title" content={head.article?.headline ?? head.title} />
      {head.description !== undefined && <meta property="og:description" content={head.description} />}
      <meta property="og:url" content={head.canonicalUrl} />
      {head.article?.imageUrl !== undefined && <meta property="og:image" content={head.article.imageUrl} />}
    </>
  );
}

function MetaDates({ head }: { readonly head: HeadView }) {
  const { article } = head;
  if (article === undefined) return <meta name="robots" content="index, follow" />;
  return (
    <>
      <meta property="article:published_time" content={article.publishedIso} />
      {article.modifiedIso !== undefined && (
        <meta property="article:modified_time" content={article.modifiedIso} />
      )}
      {article.section !== undefined && <meta property="article:section" content={article.section} />}
      {article.tags.length > 0 && <meta name="keywords" content={article.tags.join('، ')} />}
    </>
  );
}

function JsonLd({ frame, head }: { readonly frame: FrameView; readonly head: HeadView }) {
  const facts = head.article === undefined ? siteFacts(frame) : articleFacts(frame, head);
  // "<" would let a headline close the script element.
  const json = JSON.stringify(facts).replaceAll('<', '\\u003c');
  return <script type="application/ld+json">{raw(json)}</script>;
}

function siteFacts(frame: FrameView): object {
  return { '@context': 'https://schema.org', '@type': 'NewsMediaOrganization', name: frame.name };
}

function articleFacts(frame: FrameView, { article, canonicalUrl, description }: HeadView): object {
  return {
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    mainEntityOfPage: { '@type': 'WebPage', '@id': canonicalUrl },
    headline: article?.headline,
    description,
    datePublished: article?.publishedIso,
    dateModified: article?.modifiedIso ?? article?.publishedIso,
    articleSection: article?.section,
    keywords: article?.tags.length === 0 ? undefined : article?.tags.join('، '),
    image: article?.imageUrl,
    inLanguage: 'fa-IR',
    author: article?.authors.map((name) => ({ '@type': 'Person', name })),
    publisher: { '@type': 'NewsMediaOrganization', name: frame.name },
  };
}
