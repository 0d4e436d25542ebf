/** The document around every page: head, masthead, footer. */
import type { Child } from 'hono/jsx';
import { isEnglish, pageTongue, say, type Words } from '../language.js';
import { withChoice } from '../tongue_choice.js';
import { AboutPage, type Thing, webPage } from './about_page.js';
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
  /** What the page is about, for programs. */
  readonly things?: readonly Thing[];
  readonly children?: Child;
}

const MOTTO: Words = {
  fa: 'هر خبر یک بار، با زنجیرهٔ سندش',
  en: 'Every story once, with the chain it rests on',
};

export function Page(props: PageProps) {
  const { frame, title } = props;
  const asset = (name: string): string => frame.assets.get(name)?.href ?? `/assets/${name}`;
  const { language, digits } = pageTongue();
  const name = frame.face.name ?? say('سند', 'Sanad');
  const motto = say(MOTTO);
  const about = {
    ...{ name: title ?? name, description: props.description ?? motto },
    isList: props.feedsOf !== undefined,
  };
  const fullTitle = title === undefined ? `${name} – ${motto}` : `${title} – ${name}`;
  return (
    <html lang={language} dir={say('rtl', 'ltr')} data-digits={digits === 'latin' ? 'latin' : undefined}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{fullTitle}</title>
        <meta name="description" content={props.description ?? motto} />
        {props.unlisted ? <meta name="robots" content="noindex" /> : null}
        <meta name="theme-color" content="#fbfaf7" media="(prefers-color-scheme: light)" />
        <meta name="theme-color" content="#15171a" media="(prefers-color-scheme: dark)" />
        <link rel="icon" href={asset('icon.svg')} type="image/svg+xml" />
        <link rel="preload" href={asset('vazirmatn.woff2')} as="font" type="font/woff2" crossorigin="" />
        <link rel="stylesheet" href={asset('sanad.css')} />
        {props.unlisted ? null : <Addresses frame={frame} />}
        {props.unlisted ? null : (
          <AboutPage
            frame={frame}
            title={title ?? name}
            description={props.description ?? motto}
            things={props.things ?? [webPage(frame, about)]}
          />
        )}
        {props.feedsOf === undefined ? null : <FeedLinks of={props.feedsOf} title={title ?? name} />}
        <link rel="manifest" href={`/manifest.webmanifest?lang=${language}`} />
        <link rel="apple-touch-icon" href={asset('icon-192.png')} />
        <script src={asset('site.js')} />
        <script src={asset('habits.js')} defer />
        <script src={asset('suggest.js')} defer />
      </head>
      <body>
        <a class="skip" href="#main">
          {say('پرش به متن', 'Skip to content')}
        </a>
        <Masthead frame={frame} current={props.current} front={props.front === true} motto={motto} />
        <main id="main" tabindex={-1}>
          {props.children}
        </main>
        {/* Paper has no address bar. */}
        <p class="wrap printed">
          <bdi lang="en" dir="ltr">
            {`${frame.baseUrl}${frame.path}`}
          </bdi>
        </p>
        <Footer sample={frame.sample} contact={frame.face.contact} />
      </body>
    </html>
  );
}

/** Where the page stands for good, in the language it speaks and in the other. */
function Addresses({ frame }: { readonly frame: Frame }) {
  const persian = `${frame.baseUrl}${frame.path}`;
  const english = withChoice(persian, 'lang', 'en');
  return (
    <>
      <link rel="canonical" href={isEnglish() ? english : persian} />
      <link rel="alternate" hreflang="fa" href={persian} />
      <link rel="alternate" hreflang="en" href={english} />
    </>
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
