/** The document around every page: head, masthead, footer. */
import type { Child } from 'hono/jsx';
import { Footer } from './footer.js';
import type { Frame } from './frame.js';
import { Masthead } from './masthead.js';

export interface PageProps {
  readonly frame: Frame;
  /** Without the site's name, which is added; absent on the front page. */
  readonly title?: string;
  readonly description?: string;
  /** Slug of the section that the menu marks, or `home`, `topics`, `outlets`, `search`. */
  readonly current?: string;
  readonly front?: boolean;
  /** Address of the list that also stands as feeds: `/category/world`, `` for the front page. */
  readonly feedsOf?: string;
  /** Keeps search engines from pages without a content of their own. */
  readonly unlisted?: boolean;
  readonly children?: Child;
}

const MOTTO = 'هر خبر یک بار، با زنجیرهٔ سندش';

export function Page(props: PageProps) {
  const { frame, title } = props;
  const asset = (name: string): string => frame.assets.get(name)?.href ?? `/assets/${name}`;
  const fullTitle = title === undefined ? `سند – ${MOTTO}` : `${title} – سند`;
  return (
    <html lang="fa" dir="rtl">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{fullTitle}</title>
        <meta name="description" content={props.description ?? MOTTO} />
        {props.unlisted ? <meta name="robots" content="noindex" /> : null}
        <meta name="theme-color" content="#fbfaf7" media="(prefers-color-scheme: light)" />
        <meta name="theme-color" content="#15171a" media="(prefers-color-scheme: dark)" />
        <link rel="icon" href={asset('icon.svg')} type="image/svg+xml" />
        <link rel="preload" href={asset('vazirmatn.woff2')} as="font" type="font/woff2" crossorigin="" />
        <link rel="stylesheet" href={asset('sanad.css')} />
        {props.unlisted ? null : <link rel="canonical" href={`${frame.baseUrl}${frame.path}`} />}
        {props.feedsOf === undefined ? null : <FeedLinks of={props.feedsOf} title={title ?? 'سند'} />}
        <script src={asset('site.js')} />
      </head>
      <body>
        <a class="skip" href="#main">
          پرش به متن
        </a>
        <Masthead frame={frame} current={props.current} front={props.front === true} motto={MOTTO} />
        <main id="main" tabindex={-1}>
          {props.children}
        </main>
        <Footer sample={frame.sample} />
      </body>
    </html>
  );
}

function FeedLinks({ of, title }: { readonly of: string; readonly title: string }) {
  return (
    <>
      <link rel="alternate" type="application/rss+xml" title={title} href={`${of}/feed.xml`} />
      <link rel="alternate" type="application/atom+xml" title={title} href={`${of}/atom.xml`} />
      <link rel="alternate" type="application/feed+json" title={title} href={`${of}/feed.json`} />
    </>
  );
}
