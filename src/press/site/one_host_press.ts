/** A press of one host, asked without a port: for tests of what pages and feeds say. */
import { pressSite } from '../behaviours.js';
import { stillPressClock } from '../clock.js';
import { type PressArticle, pressArticle, pressSetting } from '../world.js';
import { type Answer, answerTo } from './answer.js';
import type { OutletSite } from './outlet_site.js';
import { pressHosts } from './press_hosts.js';

export interface OneHostOptions {
  /** Page family; absent makes it a channel. */
  readonly cms?: string;
  /** Fields of the house and of `sites.json` that differ from their defaults. */
  readonly house?: object;
  readonly site?: object;
  readonly articles: readonly object[];
}

export interface OneHost {
  readonly site: OutletSite;
  /** The first versions, defaults filled in. */
  readonly articles: readonly PressArticle[];
  /** The answer to a path at a minute. */
  answer(path: string, minute: number): Answer;
  /** Status and text of a page or feed. */
  page(path: string, minute: number): { readonly status: number; readonly text: string };
}

/** Host `alef.example` of the outlet «الف». Articles need an id, a time, a headline and a body. */
export function oneHostPress({ cms, house, site, articles }: OneHostOptions): OneHost {
  const setting = pressSetting.parse({
    about: 'نمونه',
    epoch: '2025-12-06T00:00:00+03:30',
    timezone: 'Asia/Tehran',
    days: 10,
    houses: [{ outlet: 'alef', voice: '', path: '/news/{code}/{slug}', ...house }],
  });
  const kind = cms === undefined ? 'channel' : 'site';
  const outlet = { id: 'alef', name: 'الف', aliases: [], domains: ['alef.example'], kind, ...{ cms } };
  const parsed = articles.map((article) => pressArticle.parse({ outlet: 'alef', ...article }));
  const world = { setting, outlets: [outlet], articles: parsed, madeFrom: new Map<string, string>() };
  const clock = stillPressClock(setting, 0);
  const sites = [pressSite.parse({ outlet: 'alef', ...site })];
  const hosts = pressHosts(world, { sites, calm: [], clock });
  const host = hosts.find('alef.example');
  if (host === undefined) throw new Error('Cannot make a press of one host: it has none');
  const answer = (path: string, minute: number): Answer => {
    clock.set(minute);
    const url = new URL(path, host.site().root);
    const moment = hosts.moment(host.site());
    return answerTo(host.router()(url), { moment, url, files: new Map(), links: hosts.links });
  };
  return {
    site: host.site(),
    articles: parsed,
    answer,
    page(path, minute) {
      const found = answer(path, minute);
      if (found.kind !== 'markup') throw new Error(`Cannot read "${path}" as a page: it is a ${found.kind}`);
      return { status: found.status, text: found.text };
    },
  };
}
