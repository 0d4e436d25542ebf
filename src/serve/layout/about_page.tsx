/** What a page tells programs about itself: OpenGraph and schema.org, as data that no browser runs. */
import { raw } from 'hono/html';
import type { ArticleLine } from '../../store/site_lines.js';
import type { StoryLine } from '../../store/site_stories.js';
import { articleHref, storyHref } from '../addresses.js';
import { isEnglish, say } from '../language.js';
import { headlineOf, shown } from '../words.js';
import type { Frame } from './frame.js';

/** One thing in the words of schema.org. */
export type Thing = Readonly<Record<string, unknown>> & { readonly '@type': string };

interface AboutProps {
  readonly frame: Frame;
  readonly title: string;
  readonly description: string;
  readonly things: readonly Thing[];
}

export function AboutPage({ frame, title, description, things }: AboutProps) {
  const isReport = things.some((thing) => thing['@type'] === 'NewsArticle');
  return (
    <>
      <meta property="og:site_name" content={say('سند', 'Sanad')} />
      <meta property="og:type" content={isReport ? 'article' : 'website'} />
      <meta property="og:title" content={title} />
      <meta property="og:description" content={description} />
      <meta property="og:url" content={`${frame.baseUrl}${frame.path}`} />
      <meta property="og:locale" content={isEnglish() ? 'en_GB' : 'fa_IR'} />
      <meta name="twitter:card" content="summary" />
      {things.map((thing) => (
        <script type="application/ld+json">{raw(writeThing(thing))}</script>
      ))}
    </>
  );
}

/** JSON that cannot end its element: `<`, `>` and `&` are written as escapes, as are the line ends of JavaScript. */
export function writeThing(thing: Thing): string {
  return JSON.stringify({ '@context': 'https://schema.org', ...thing }).replace(
    /[<>&\u2028\u2029]/g,
    (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** The way to a page: home, then what lies between. */
export function breadcrumbs(
  { baseUrl }: Frame,
  steps: readonly { readonly name: string; readonly href: string }[],
): Thing {
  const all = [{ name: say('سند', 'Sanad'), href: '/' }, ...steps];
  return {
    '@type': 'BreadcrumbList',
    itemListElement: all.map(({ name, href }, at) => ({
      ...{ '@type': 'ListItem', position: at + 1, name },
      item: `${baseUrl}${href}`,
    })),
  };
}

/** A list of stories or articles, in the order of the page. */
export function itemList({ baseUrl }: Frame, lines: readonly (StoryLine | ArticleLine)[]): Thing {
  return {
    '@type': 'ItemList',
    itemListElement: lines.map((line, at) => ({
      ...{ '@type': 'ListItem', position: at + 1 },
      url: `${baseUrl}${'storyId' in line ? storyHref(line.storyId) : articleHref(line.id)}`,
      name: headlineOf('storyId' in line ? line.headline : line),
    })),
  };
}

export interface NewsFacts {
  readonly href: string;
  readonly headline: string;
  readonly publishedIso: string | null;
  readonly modifiedIso: string | null;
  readonly language: string | null;
  /** Who wrote and answers for it: the outlet. */
  readonly outlet: string | null;
  /** The publishers' own pages on which this one rests. */
  readonly basedOn: readonly string[];
}

/** A report or story: ours is a pointer, the publisher's page is what it is based on. */
export function newsArticle({ baseUrl }: Frame, facts: NewsFacts): Thing {
  const { href, headline, publishedIso, modifiedIso, language, outlet, basedOn } = facts;
  const based = basedOn.map((url) => ({ '@type': 'NewsArticle', url }));
  return {
    '@type': 'NewsArticle',
    mainEntityOfPage: `${baseUrl}${href}`,
    headline,
    ...(publishedIso === null ? {} : { datePublished: publishedIso }),
    ...(modifiedIso === null ? {} : { dateModified: modifiedIso }),
    ...(language === null ? {} : { inLanguage: language }),
    ...(outlet === null ? {} : { author: { '@type': 'NewsMediaOrganization', name: shown(outlet) } }),
    publisher: { '@type': 'Organization', name: 'Sanad', url: baseUrl },
    isAccessibleForFree: true,
    ...(based.length === 0 ? {} : { isBasedOn: based, citation: based }),
  };
}

/** A page by itself: what is neither a report nor a story. `CollectionPage` for lists. */
export function webPage(
  { baseUrl, path }: Frame,
  {
    name,
    description,
    isList,
  }: { readonly name: string; readonly description: string; readonly isList: boolean },
): Thing {
  return {
    '@type': isList ? 'CollectionPage' : 'WebPage',
    ...{ name, description, url: `${baseUrl}${path}`, inLanguage: isEnglish() ? 'en' : 'fa' },
    isPartOf: {
      '@type': 'WebSite',
      ...{ name: 'Sanad', url: `${baseUrl}/` },
      potentialAction: {
        '@type': 'SearchAction',
        target: `${baseUrl}/search?q={search_term_string}`,
        'query-input': 'required name=search_term_string',
      },
    },
  };
}

/** What a page of one thing is about. */
export function pageAbout(frame: Frame, about: Thing): Thing {
  return { '@type': 'ProfilePage', url: `${frame.baseUrl}${frame.path}`, mainEntity: about };
}

/** Somebody's words, with the publisher's page on which they rest; whether they are true is not said. */
export function quotation(
  { baseUrl }: Frame,
  given: {
    readonly href: string;
    readonly text: string;
    readonly speaker: string | undefined;
    readonly saidIso: string | null;
    readonly source: string | undefined;
  },
): Thing {
  const { href, text, speaker, saidIso, source } = given;
  return {
    '@type': 'Quotation',
    ...{ url: `${baseUrl}${href}`, text },
    ...(speaker === undefined ? {} : { creator: { '@type': 'Thing', name: speaker } }),
    ...(saidIso === null ? {} : { dateCreated: saidIso }),
    ...(source === undefined ? {} : { isBasedOn: { '@type': 'NewsArticle', url: source } }),
  };
}
