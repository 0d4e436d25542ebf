/** What a reader follows as OPML, at an address that holds it: the lists lie in browsers, and nothing of them is stored here. */
import type { Context, Hono } from 'hono';
import { parseSubject, subjectHref } from '../../model/alert.js';
import { SECTIONS } from '../../model/section.js';
import { loadFollowName } from '../../store/alert_commands.js';
import { categoryHref } from '../addresses.js';
import { escapeXml } from '../feeds/feed.js';
import { say } from '../language.js';
import { followTitle, speak } from '../mails/alert_mail.js';
import { respond } from '../respond.js';
import { baseUrlOf, type SiteContext } from '../site_context.js';
import { tongueOf } from '../tongue_choice.js';
import { shown } from '../words.js';

/** More lists than this are not named in one address. */
const MOST_FOLLOWS = 200;

export function addOpmlRoutes(app: Hono, site: SiteContext): void {
  app.get('/follows.opml', async (context) => {
    const pages = new URL(context.req.url).searchParams.getAll('of').slice(0, MOST_FOLLOWS);
    const { language } = tongueOf(context);
    const feeds = await Promise.all([...new Set(pages)].map((page) => feedOf(site, context, page)));
    const lines = feeds.flatMap((feed) =>
      feed === undefined
        ? []
        : [
            `<outline type="rss" text="${escapeXml(feed.title)}" xmlUrl="${escapeXml(feed.feedUrl)}" htmlUrl="${escapeXml(feed.url)}"/>`,
          ],
    );
    const title = speak(language, () => say('دنبال‌شده‌های سند', 'Followed in Sanad'));
    const body = `<?xml version="1.0" encoding="utf-8"?>
<opml version="2.0"><head><title>${escapeXml(title)}</title></head><body>
${lines.join('\n')}
</body></opml>
`;
    return respond(context, { body, type: 'text/x-opml; charset=utf-8' });
  });
}

/** The feed of a page that can be followed; undefined of what is none, or not there. */
async function feedOf(
  site: SiteContext,
  context: Context,
  page: string,
): Promise<{ readonly title: string; readonly url: string; readonly feedUrl: string } | undefined> {
  const [base, { language }] = [baseUrlOf(site, context), tongueOf(context)];
  const list = LISTS.get(page);
  if (list !== undefined) return { title: list, url: `${base}${page}`, feedUrl: feedUrlOf(base, page) };
  const subject = page.startsWith('/') ? parseSubject(page) : undefined;
  const name = subject && (await loadFollowName(site.store, subject));
  if (subject === undefined || name === undefined) return undefined;
  const href = subjectHref(subject);
  return {
    title: speak(language, () => followTitle(subject.kind, shown(name))),
    ...{ url: `${base}${href}`, feedUrl: feedUrlOf(base, href) },
  };
}

/** Of `/search?q=سد` the feed is `/search/feed.xml?q=سد`. */
function feedUrlOf(base: string, href: string): string {
  const [path = '', query] = href.split('?');
  return `${base}${path === '/' ? '' : path}/feed.xml${query === undefined ? '' : `?${query}`}`;
}

/** Lists of the site that are no single thing. */
const LISTS: ReadonlyMap<string, string> = new Map([
  ['/', 'سند'],
  ['/stories', 'همهٔ خبرها'],
  ['/threads', 'رشته‌خبرها'],
  ['/topics', 'موضوع‌ها'],
  ['/outlets', 'رسانه‌ها'],
  ['/entities', 'نام‌ها'],
  ['/dyads', 'دوسویه‌ها'],
  ['/dossiers', 'پرونده‌ها'],
  ['/contradictions', 'روبه‌روی هم'],
  ...SECTIONS.map(({ slug, name }) => [categoryHref(slug), name] as const),
]);
