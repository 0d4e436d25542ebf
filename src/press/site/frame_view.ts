/** The frame of a house: name, menu, ticker, boxes, footer. The same for all its pages at one minute. */

import type { OutletSite } from './outlet_site.js';
import { familyOf, sectionPath } from './outlet_site.js';
import type { FrameView, HeadView } from './page_view.js';
import { printedToday } from './printed_dates.js';
import type { SiteMoment } from './site_moment.js';
import { boxesOf, tickerOf } from './teasers.js';

export function frameView(moment: SiteMoment): FrameView {
  const known = lastFrames.get(moment.site);
  if (known?.minute === moment.minute) return known.frame;
  const frame = madeFrame(moment);
  lastFrames.set(moment.site, { minute: moment.minute, frame });
  return frame;
}

/** Ranking the boxes costs more than the rest of a page; within a minute they do not change. */
const lastFrames = new WeakMap<OutletSite, { readonly minute: number; readonly frame: FrameView }>();

function madeFrame(moment: SiteMoment): FrameView {
  const { site } = moment;
  const forbidden = site.habits.robots?.forbids[0];
  return {
    family: familyOf(site.outlet),
    outletId: site.outlet.id,
    name: site.outlet.name,
    motto: site.house.motto,
    host: site.host,
    habits: site.habits,
    today: printedToday(moment.instantOf(moment.minute), moment.printer),
    menu: [
      { href: '/', text: 'صفحهٔ نخست' },
      ...site.house.sections.map((name) => ({ href: sectionPath(site, name), text: name })),
    ],
    ticker: tickerOf(moment),
    boxes: boxesOf(moment),
    footerLinks: [
      { href: '/', text: 'صفحهٔ اصلی' },
      { href: '/about', text: 'دربارهٔ ما' },
      { href: '/about#contact', text: 'تماس با ما' },
      { href: '/about#ads', text: 'تبلیغات' },
      ...(forbidden === undefined ? [] : [{ href: forbidden, text: 'بایگانی' }]),
    ],
    footerLines: footerLines(site.outlet.kind === 'aggregator'),
    channels: ['ایتا', 'بله', 'تلگرام', 'روبیکا'],
  };
}

/** Feeds that the head of every page names. */
export function feedLinks({ site }: SiteMoment): HeadView['feeds'] {
  return site.habits.feeds.map((feed) => ({
    href: feed.path,
    type: FEED_TYPES[feed.format],
    title: feed.section === undefined ? site.outlet.name : `${site.outlet.name} - ${feed.section}`,
  }));
}

export const FEED_TYPES = {
  rss: 'application/rss+xml',
  atom: 'application/atom+xml',
  rdf: 'application/rdf+xml',
  json: 'application/feed+json',
} as const;

function footerLines(automatic: boolean): readonly string[] {
  const collected =
    'همهٔ خبرهای این سایت به\u200cطور خودکار از رسانه\u200cهای دیگر گردآوری می\u200cشود و سایت در برابر محتوای آن\u200cها مسئولیتی ندارد.';
  const rights = 'همهٔ حقوق محفوظ است. استفاده از مطالب با ذکر منبع آزاد است.';
  return automatic ? [collected, rights] : [rights];
}
