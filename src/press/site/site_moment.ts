/** One outlet at one minute: what every page of an answer is made from. */
import type { DatePrinter } from './house_dates.js';
import type { OutletSite } from './outlet_site.js';

export interface SiteMoment {
  readonly site: OutletSite;
  readonly minute: number;
  readonly printer: DatePrinter;
  /** Instant of a minute of the press, milliseconds UTC. */
  instantOf(minute: number): number;
  /** The site and address that an article was made from, where the press published the original. */
  takenFrom(
    articleId: string,
  ): { readonly outlet: { readonly name: string }; readonly url: string } | undefined;
}
