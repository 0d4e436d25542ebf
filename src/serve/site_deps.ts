import type { Store } from '../store/database.js';
import type { DeskActs } from './desk_acts.js';
import type { Pictures } from './pictures/pictures.js';
import type { EnglishNames } from './pieces/name.js';

/** What the operator decided about the site before it started. */
export interface SiteConfig {
  /** Address under which readers reach the site, without a slash at its end; absent: taken from each request. */
  readonly baseUrl?: string | undefined;
  /** The WebSub hub that feeds name; absent: none. */
  readonly hubUrl?: string | undefined;
  /** Says on every page that this is a sample whose names are invented. */
  readonly sample?: boolean;
  /** Shows `/lab`, where developers try the language layer. */
  readonly lab?: boolean;
  /** Alerts by mail are offered where there is an SMTP server. */
  readonly alerts?: { readonly smtpUrl?: string | undefined };
  /** For how long (ms) a rendered page may be shown again; default 3000, 0 renders each time. */
  readonly keptMs?: number;
  /** How often (ms) the streams look for news; default 1000. */
  readonly streamPollMs?: number;
}

/** Everything that the pages stand on, handed in so that tests hand in their own. */
export interface SiteDeps {
  readonly store: Store;
  readonly config: SiteConfig;
  /** Now, as an ISO 8601 instant. */
  readonly clock: () => string;
  /** Aborted when the process stops: streams that would never end do then. */
  readonly stopping?: AbortSignal;
  /** Where causes of error pages are told; readers never see them. Default: nowhere. */
  readonly log?: (event: SiteEvent) => void;
  /** Thumbnails of publishers' pictures. Default: none. */
  readonly pictures?: Pictures | undefined;
  /** English names of outlets, people, organisations and places, by their Persian ones. Default: none. */
  readonly englishNames?: EnglishNames;
  /** Why no webhook may stand at an address, in English words; undefined when one may. Default: none may be added. */
  readonly findTargetFault?: (address: string) => string | undefined;
  /** What operators may do to stories, entities and sources, which other layers do. Default: nothing of it. */
  readonly acts?: DeskActs;
}

/** An error page that was shown, for the operator's log. */
export interface SiteEvent {
  readonly status: number;
  readonly path: string;
  readonly error: unknown;
}
