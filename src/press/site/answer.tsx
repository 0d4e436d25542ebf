/** What a host of the press has to say to one address at one minute: a pure function of the world and the clock. */
import type { PressArticle } from '../world.js';
import { articleAt } from '../world_text.js';
import { articleHead, articleView } from './article_view.js';
import type { ChannelLinks } from './channel_view.js';
import { channelPath, channelPosts } from './channel_view.js';
import { atomFeed } from './feeds/atom.js';
import { damagedFeed } from './feeds/damaged_feed.js';
import { feedView } from './feeds/feed_view.js';
import { jsonFeed } from './feeds/json_feed.js';
import { robotsText } from './feeds/robots.js';
import { rdfFeed, rssFeed } from './feeds/rss.js';
import { archiveSitemap, newsSitemap, sitemapIndex } from './feeds/sitemaps.js';
import { FEED_TYPES, feedLinks, frameView } from './frame_view.js';
import { frontView, sectionView, tagView } from './list_view.js';
import { type OutletSite, pathOf } from './outlet_site.js';
import type { FrameView, HeadView, ListView } from './page_view.js';
import { asamPages } from './pages/asam.js';
import { ChannelPage } from './pages/channel.js';
import type { FamilyPages } from './pages/family_pages.js';
import { iransamanehPages } from './pages/iransamaneh.js';
import { nastoohPages } from './pages/nastooh.js';
import { studiokhabarPages } from './pages/studiokhabar.js';
import { wordpressPages } from './pages/wordpress.js';
import { pictureBytes } from './picture.js';
import type { Route } from './routes.js';
import type { SiteMoment } from './site_moment.js';
import { lookStyle, type StaticFile } from './static_files.js';
import { TRAP_PATHS, type TrapAnswer, trapAnswer } from './traps.js';

export type Answer =
  | {
      readonly kind: 'markup';
      readonly status: number;
      readonly text: string;
      readonly contentType: 'text/html' | `application/${string}`;
      /** Section whose rules of encoding apply. */
      readonly section?: string | undefined;
      /** Whether its host's Last-Modified says something about it. */
      readonly dated?: boolean;
      readonly alwaysUtf8?: boolean;
    }
  | { readonly kind: 'file'; readonly file: StaticFile }
  | { readonly kind: 'moved'; readonly status: number; readonly to: string }
  | { readonly kind: 'trap'; readonly trap: TrapAnswer };

export interface AnswerContext {
  readonly moment: SiteMoment;
  readonly url: URL;
  readonly files: ReadonlyMap<string, StaticFile>;
  readonly links: ChannelLinks;
}

const PAGES: Record<Exclude<FrameView['family'], 'channel'>, FamilyPages> = {
  iransamaneh: iransamanehPages,
  nastooh: nastoohPages,
  asam: asamPages,
  studiokhabar: studiokhabarPages,
  wordpress: wordpressPages,
};

/** The answer to a route; an address that leads nowhere yet, or no more, is a page with its status as well. */
export function answerTo(route: Route | undefined, context: AnswerContext): Answer {
  const { moment } = context;
  if (route === undefined) return notFound(moment);
  switch (route.kind) {
    case 'article':
      return articleAnswer(route.article, context);
    case 'front':
      return listAnswer(frontView(moment), moment, '/');
    case 'section':
      return listAnswer(sectionView(route.name, moment, route.page), moment, context.url.pathname);
    case 'tag':
      return listAnswer(tagView(route.name, moment, route.page), moment, context.url.pathname);
    case 'channel':
      return channelAnswer(context, undefined);
    case 'feed':
      return feedAnswer(route.feed, moment);
    case 'news_sitemap':
      return xml(newsSitemap(moment));
    case 'sitemap_index':
      return xml(sitemapIndex(moment));
    case 'archive_sitemap':
      return archiveAnswer(moment, route.page);
    case 'robots':
      return robotsAnswer(moment);
    case 'moved':
      return { kind: 'moved', status: route.status, to: route.to };
    case 'trap':
      return { kind: 'trap', trap: trapAnswer(route.path) };
    case 'static':
      return staticAnswer(route.name, context);
    case 'picture':
      return pictureAnswer(route.name, moment);
    case 'about':
      return aboutAnswer(moment);
    case 'gone':
      return note(moment, { status: 410, heading: 'این مطلب برداشته شده است', paragraphs: [route.headline] });
    case 'forbidden':
      return note(moment, { status: 200, heading: 'بایگانی داخلی', paragraphs: [FORBIDDEN_LINE] });
  }
}

const FORBIDDEN_LINE = 'این نشانی در robots.txt بسته است؛ گردآوری که مؤدب است به این\u200cجا نمی\u200cرسد.';

function articleAnswer(first: PressArticle, context: AnswerContext): Answer {
  const { moment } = context;
  const article = articleAt(first, moment.minute);
  if (article === undefined) return notFound(moment);
  if (moment.site.family === 'channel') return channelAnswer(context, article);
  const frame = frameView(moment);
  const head = articleHead(article, { moment, feeds: feedLinks(moment) });
  const page = PAGES[moment.site.family].article({ frame, head, article: articleView(article, moment) });
  return { ...html(page), section: article.category[0] };
}

function listAnswer(list: ListView | undefined, moment: SiteMoment, path: string): Answer {
  if (list === undefined || moment.site.family === 'channel') return notFound(moment);
  const frame = frameView(moment);
  const title = list.kind === 'front' ? `${frame.name} - نمونه` : `${list.heading} - ${frame.name}`;
  const page = PAGES[moment.site.family].list({ frame, head: headOf(moment, { title, path }), list });
  return { ...html(page), section: list.kind === 'section' ? list.heading : undefined };
}

/** The preview; of one post, the preview that ends with it. */
function channelAnswer({ moment, url, links }: AnswerContext, post: PressArticle | undefined): Answer {
  const { site } = moment;
  const asked = url.searchParams.get('before') ?? '';
  const number = post === undefined ? undefined : Number(site.addresses.get(post.id)?.code) + 1;
  const before = number ?? (/^\d{1,9}$/.test(asked) ? Number(asked) : undefined);
  const path = post === undefined ? channelPath(site.outlet.id) : pathOf(site, post.id);
  return html(
    <ChannelPage
      frame={frameView(moment)}
      head={headOf(moment, { title: `${site.outlet.name} - نمونه`, path })}
      channel={site.outlet.id}
      about={site.house.motto ?? 'نمونه'}
      {...channelPosts(moment, { links, before })}
    />,
  );
}

function feedAnswer(feed: Extract<Route, { kind: 'feed' }>['feed'], moment: SiteMoment): Answer {
  const view = feedView(feed, moment);
  const contentType = FEED_TYPES[feed.format];
  const dated = feed.dates !== 'bumped';
  if (feed.format === 'json') {
    return { kind: 'markup', status: 200, text: jsonFeed(view), contentType, dated };
  }
  const write = { rss: rssFeed, atom: atomFeed, rdf: rdfFeed }[feed.format];
  const text = damagedFeed(xmlDocument(write(view), moment.site), feed.damage);
  return { kind: 'markup', status: 200, text, contentType, dated };
}

function xmlDocument(content: string, site: OutletSite): string {
  return `<?xml version="1.0" encoding="${site.habits.charset}"?>\n${content}\n`;
}

function xml(content: string): Answer {
  // Sitemaps are always UTF-8: their protocol knows nothing else.
  const text = `<?xml version="1.0" encoding="UTF-8"?>\n${content}\n`;
  return { kind: 'markup', status: 200, text, contentType: 'application/xml', alwaysUtf8: true };
}

function archiveAnswer(moment: SiteMoment, page: number): Answer {
  const content = archiveSitemap(moment, page);
  return content === undefined ? notFound(moment) : xml(content);
}

function robotsAnswer(moment: SiteMoment): Answer {
  const body = robotsText(moment.site);
  if (body === undefined) return notFound(moment);
  return { kind: 'file', file: { contentType: 'text/plain; charset=utf-8', body } };
}

function staticAnswer(name: string, { moment, files }: AnswerContext): Answer {
  const { habits, outlet } = moment.site;
  const file = name === 'look.css' ? lookStyle(habits.look, outlet.id) : files.get(name);
  return file === undefined ? notFound(moment) : { kind: 'file', file };
}

/** Only pictures that a published article shows. */
function pictureAnswer(name: string, moment: SiteMoment): Answer {
  const [, id, index] = /^([a-z0-9-]+)-(\d{1,2})\.png$/.exec(name) ?? [];
  const first = moment.site.articles.find((article) => article.id === id);
  const shown = first && articleAt(first, moment.minute)?.images[Number(index)];
  if (shown === undefined) return notFound(moment);
  return { kind: 'file', file: { contentType: 'image/png', body: pictureBytes(name) } };
}

function aboutAnswer(moment: SiteMoment): Answer {
  const { site } = moment;
  const name = site.outlet.name;
  const traps = TRAP_PATHS.map((path) => ({ href: path, text: path }));
  return note(moment, {
    status: 200,
    heading: `دربارهٔ ${name}`,
    paragraphs: [
      `${name} بخشی از مطبوعات نمونهٔ سند است. نشانی، نام\u200cها، خبرها و نظرهای آن همه ساختگی\u200cاند.`,
      site.house.motto ?? 'نمونه',
    ],
    links: site.habits.traps ? traps : [],
  });
}

interface NoteOptions {
  readonly status: number;
  readonly heading: string;
  readonly paragraphs: readonly string[];
  readonly links?: readonly { readonly href: string; readonly text: string }[];
}

function notFound(moment: SiteMoment): Answer {
  return note(moment, { status: 404, heading: 'صفحه پیدا نشد', paragraphs: ['این نشانی در این سایت نیست.'] });
}

function note(moment: SiteMoment, { status, heading, ...rest }: NoteOptions): Answer {
  const frame = frameView(moment);
  const head = headOf(moment, { title: `${heading} - ${frame.name}`, path: '/about' });
  const family = moment.site.family === 'channel' ? 'wordpress' : moment.site.family;
  return { ...html(PAGES[family].note({ frame, head, heading, ...rest })), status };
}

function headOf(moment: SiteMoment, page: { readonly title: string; readonly path: string }): HeadView {
  return {
    title: page.title,
    description: moment.site.house.motto,
    canonicalUrl: moment.site.root + page.path,
    feeds: feedLinks(moment),
    article: undefined,
  };
}

function html(page: unknown): Extract<Answer, { kind: 'markup' }> {
  return { kind: 'markup', status: 200, text: `<!DOCTYPE html>\n${String(page)}`, contentType: 'text/html' };
}
