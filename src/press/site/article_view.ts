/** An article as its page shows it. */
import type { PressArticle, PressBlock } from '../world.js';
import { slugOf } from './addresses.js';
import { persianDigits } from './house_dates.js';
import { type OutletSite, publishedBy, sectionPath } from './outlet_site.js';
import type { ArticleView, HeadView, LinkView, TeaserView } from './page_view.js';
import { printedDates } from './printed_dates.js';
import { countsAt } from './reader_counts.js';
import type { SiteMoment } from './site_moment.js';
import { namedSource, picturePath, teaserOf } from './teasers.js';

/** The page of one version, with everything that stands around its text. */
export function articleView(article: PressArticle, moment: SiteMoment): ArticleView {
  const { site, minute, printer } = moment;
  const { house } = site;
  const print = { house, printer };
  const code = site.addresses.get(article.id)?.code ?? '';
  const related = relatedOf(article, moment);
  const counts = house.printsCounts ? countsAt(article, minute) : undefined;
  return {
    ...textOf(article, site),
    authors: article.authors,
    dates: printedDates(moment.instantOf(article.published), print),
    modified:
      article.modified === undefined
        ? undefined
        : printedDates(moment.instantOf(article.modified), print).dayTime,
    code: persianDigits(code),
    shortUrl: `${site.root}${shortPath(code)}`,
    path: pathLinks(article, site),
    tags: article.tags.map((tag) => ({ href: site.plan.tag(tag), text: tag })),
    pictures: article.images.map((image, index) => ({
      src: picturePath(article.id, index),
      describes: image.describes,
      caption: image.caption,
    })),
    inlineRelated: related[0],
    related: related.slice(1),
    views: counts && persianDigits(counts.views),
    commentCount: counts && persianDigits(counts.comments),
    comments: article.comments
      .filter((comment) => comment.at <= minute)
      .map(({ author, text, at }) => ({
        author,
        text,
        when: printedDates(moment.instantOf(at), print).dayTime,
      })),
    source: sourceOf(article, moment),
  };
}

/** Facts for machines, from the same version. */
export function articleHead(
  article: PressArticle,
  { moment, feeds }: { readonly moment: SiteMoment; readonly feeds: HeadView['feeds'] },
): HeadView {
  const { site, printer } = moment;
  const path = site.addresses.get(article.id)?.path ?? '/';
  return {
    title: `${article.headline} - ${site.outlet.name}`,
    description: article.lede,
    canonicalUrl: site.root + path,
    feeds,
    article: {
      headline: article.headline,
      publishedIso: printer.iso(moment.instantOf(article.published)),
      modifiedIso:
        article.modified === undefined ? undefined : printer.iso(moment.instantOf(article.modified)),
      section: article.category[0],
      tags: article.tags,
      authors: article.authors,
      imageUrl: article.images.length > 0 ? site.root + picturePath(article.id, 0) : undefined,
    },
  };
}

/** `/x5f3a`: the address that pages print under «لینک کوتاه» and that leads to the full one. */
export function shortPath(code: string): string {
  return `/x${code}`;
}

/** Kicker to end mark; a signature such as «/نوران» hangs on the last paragraph as desks print it. */
function textOf(
  article: PressArticle,
  { house }: OutletSite,
): Pick<ArticleView, 'kicker' | 'headline' | 'lede' | 'body' | 'closing'> {
  const hung = article.credits.filter((credit) => /^[./]/.test(credit));
  const standing = article.credits.filter((credit) => !hung.includes(credit));
  return {
    kicker: article.kicker,
    headline: article.headline,
    lede: article.lede,
    body: withSignature(article.body, hung.join('')),
    closing: house.endMark === undefined ? standing : [...standing, house.endMark],
  };
}

function withSignature(body: readonly PressBlock[], signature: string): readonly PressBlock[] {
  const last = body.at(-1);
  if (signature === '') return body;
  if (typeof last === 'string') return [...body.slice(0, -1), last + signature];
  return [...body, signature];
}

function pathLinks(article: PressArticle, site: OutletSite): readonly LinkView[] {
  const [section, ...rest] = article.category;
  if (section === undefined) return [];
  const href = sectionPath(site, section);
  return [{ href, text: section }, ...rest.map((name) => ({ href: `${href}#${slugOf(name)}`, text: name }))];
}

const RELATED_LINES = 5;
/** How far back the outlet looks for related articles; bounds the work for hosts with thousands of articles. */
const RELATED_WINDOW = 200;

/** What the writers named; otherwise the latest of the outlet under the same tags, often younger. */
function relatedOf(article: PressArticle, moment: SiteMoment): readonly TeaserView[] {
  const others = publishedBy(moment.site, moment.minute, RELATED_WINDOW).filter(
    (other) => other.id !== article.id,
  );
  const named = others.filter((other) => article.related.includes(other.id));
  const alike = others.filter((other) => other.tags.some((tag) => article.tags.includes(tag)));
  const chosen = named.length > 0 ? named : alike;
  return chosen.slice(0, RELATED_LINES).map((other) => teaserOf(other, moment));
}

function sourceOf(article: PressArticle, moment: SiteMoment): LinkView | undefined {
  const source = namedSource(article, moment);
  return source && { href: source.url, text: source.outlet.name };
}
