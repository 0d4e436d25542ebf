import type { Assets } from '../assets.js';

/** What every page needs around its content. */
export interface Frame {
  /** Now, as an ISO instant. */
  readonly now: string;
  readonly assets: Assets;
  /** `https://news.example`, without a slash at its end. */
  readonly baseUrl: string;
  /** Path of this page, without its query. */
  readonly path: string;
  /** Path and query of this page; `/` where it answers a form, which no link can repeat. */
  readonly address: string;
  /** Says that all names of this site are invented. */
  readonly sample: boolean;
  readonly face: SiteFace;
}

/** What the operator calls the site, and where one reaches its people. */
export interface SiteFace {
  /** Absent: the program's own name, in the language of the page. */
  readonly name?: string;
  /** A mail or web address. */
  readonly contact?: string;
}
