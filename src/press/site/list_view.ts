/** Front pages, sections and tag pages. */
import type { PressArticle } from '../world.js';
import { persianDigits } from './house_dates.js';
import { publishedBy, sectionPath } from './outlet_site.js';
import type { ListView } from './page_view.js';
import type { SiteMoment } from './site_moment.js';
import { teaserOf } from './teasers.js';

const PAGE_LENGTH = 10;
const FRONT_LENGTH = 7;
const FRONT_SECTION_LENGTH = 4;

/** The latest first, then each section with what the top does not show. */
export function frontView(moment: SiteMoment): ListView {
  const { site, minute } = moment;
  const all = publishedBy(site, minute, FRONT_WINDOW);
  const top = all.slice(0, FRONT_LENGTH);
  const gone = site.habits.gone.map((withdrawn) => ({
    ...EMPTY_TEASER,
    href: withdrawn.path,
    text: withdrawn.headline,
  }));
  const sections = site.house.sections.map((name) => ({
    heading: { href: sectionPath(site, name), text: name },
    teasers: all
      .filter((article) => article.category[0] === name && !top.includes(article))
      .slice(0, FRONT_SECTION_LENGTH)
      .map((article) => teaserOf(article, moment)),
  }));
  return {
    kind: 'front',
    heading: site.outlet.name,
    count: undefined,
    groups: [
      { heading: undefined, teasers: top.map((article) => teaserOf(article, moment)) },
      ...sections.filter((section) => section.teasers.length > 0),
      ...(gone.length > 0 ? [{ heading: { href: '/about', text: 'از دست ندهید' }, teasers: gone }] : []),
    ],
    pages: [],
  };
}

const FRONT_WINDOW = 200;

const EMPTY_TEASER = {
  kicker: undefined,
  lede: undefined,
  picture: undefined,
  when: '',
  section: undefined,
  takenFrom: undefined,
  views: '',
  comments: '',
};

/** Page `page` (1 and up) of a section; absent when the page lies behind the last one. */
export function sectionView(name: string, moment: SiteMoment, page: number): ListView | undefined {
  const articles = publishedBy(moment.site, moment.minute).filter((article) => article.category[0] === name);
  const list = sectionPath(moment.site, name);
  return listPage(articles, { kind: 'section', heading: name, list, page, moment });
}

/** Page `page` of a tag, with the count over all its pages: «۱۴۸ مطلب». */
export function tagView(name: string, moment: SiteMoment, page: number): ListView | undefined {
  const articles = publishedBy(moment.site, moment.minute).filter((article) => article.tags.includes(name));
  const list = moment.site.plan.tag(name);
  return listPage(articles, { kind: 'tag', heading: name, list, page, moment });
}

interface ListOptions {
  readonly kind: 'section' | 'tag';
  readonly heading: string;
  readonly list: string;
  readonly page: number;
  readonly moment: SiteMoment;
}

function listPage(articles: readonly PressArticle[], options: ListOptions): ListView | undefined {
  const { kind, heading, list, page, moment } = options;
  const pageCount = Math.max(1, Math.ceil(articles.length / PAGE_LENGTH));
  if (page > pageCount) return undefined;
  const shown = articles.slice((page - 1) * PAGE_LENGTH, page * PAGE_LENGTH);
  return {
    kind,
    heading,
    count: kind === 'tag' ? persianDigits(articles.length) : undefined,
    groups: [{ heading: undefined, teasers: shown.map((article) => teaserOf(article, moment)) }],
    pages: Array.from({ length: pageCount }, (_, index) => ({
      href: index === 0 ? list : moment.site.plan.page(list, index + 1),
      text: persianDigits(index + 1),
      current: index + 1 === page,
    })),
  };
}
