import type { Report } from '../model/story.js';
import type { OutletIdentity } from './outlet_identity.js';
import type { Profile } from './profile.js';

/** A report inside the window. */
export interface Member {
  /** Order of arrival, from 0. */
  readonly number: number;
  readonly report: Pick<Report, 'id' | 'chain' | 'forwardedFrom'>;
  readonly outlet: OutletIdentity;
  readonly family: string;
  /** Who sent out the text, by the report's own word. */
  readonly offices: ReadonlySet<string>;
  /** Milliseconds of publication; absent when the report states no hour. */
  readonly time?: number;
  /** Milliseconds by which it leaves the window. */
  readonly clock: number;
  readonly profile: Profile;
  /** Shingles that its host prints everywhere. */
  readonly frameCount: number;
  /** What a post is that stands behind a colon: somebody's words («سخنگو: …»), or a medium's. */
  readonly lead: 'speaker' | 'medium' | 'none';
  /** A list of unrelated news or an advert: a story of its own, which nothing joins but a copy. */
  readonly standsAlone: boolean;
  /** Given once the report is placed. */
  story: string;
  origin: string;
}
