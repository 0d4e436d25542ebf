import type { FetchedPage } from './fetched_page.js';
import type { SourceKind } from './outlet.js';

/** How a source or page fares: the outcome of the last request for it. `detail` says more in English words. */
export interface Condition {
  readonly code: ConditionCode;
  readonly detail?: string | undefined;
}

export type ConditionCode =
  /** Never asked yet. */
  | 'new'
  | 'well'
  /** The answer came, but nothing could be read from it. */
  | 'unreadable'
  /** It answers, but lists nothing any more, or nothing new for far longer than it used to. */
  | 'silent'
  | 'gone'
  | 'rate_limited'
  | 'refused_by_robots'
  | 'challenge'
  | 'unreachable'
  | 'forbidden_address'
  | 'too_large'
  | 'failed';

/** What a conditional request sends back to the host, exactly as it came. */
export interface Validators {
  readonly etag?: string | undefined;
  readonly lastModified?: string | undefined;
}

/** A source as the collector takes it over from the registry. */
export interface CollectedSource {
  readonly id: string;
  readonly url: string;
  readonly host: string;
}

/**
 * The right to ask one host, held by one worker until `leaseUntil`. The host is what is leased: there is never
 * more than one request to it at a time, however many processes share the database.
 */
export interface HostLease {
  readonly host: string;
  readonly token: string;
  /** Requests that failed in a row because of the host itself. */
  readonly hostFailures: number;
}

/** One thing to ask a host for. */
export type CollectJob = PollJob | VisitJob;

/** Looking into a source for what is new. */
export interface PollJob {
  readonly kind: 'poll';
  readonly lease: HostLease;
  readonly sourceId: string;
  readonly outletId: string;
  readonly sourceKind: SourceKind;
  readonly url: string;
  readonly validators: Validators;
  /** Polls since the last one without validators. */
  readonly conditionalPolls: number;
  readonly failures: number;
  readonly intervalMs: number;
  /** Whether the last poll brought something new. */
  readonly hadNew: boolean;
  /** Factor between what printed times ask for and how often there is really something new. */
  readonly stretch: number;
  readonly lastListed?: number | undefined;
  readonly itemCount: number;
  readonly emptyPolls: number;
  readonly firstListedAt?: string | undefined;
  readonly lastNewAt?: string | undefined;
  readonly longestGapMs?: number | undefined;
  /** Set when a hub has pushed: nothing is to be asked. */
  readonly push?: PushedAnswer | undefined;
}

/** Where a feed's updates can be had as they come (WebSub), and the feed's name there. */
export interface HubLink {
  readonly hubUrl: string;
  readonly topicUrl: string;
}

/** A hub that is to be asked to push, or to go on with it. */
export interface DueSubscription extends HubLink {
  readonly sourceId: string;
  /** The unguessable end of our callback's address. */
  readonly token: string;
  /** What the hub is to sign its pushes with. */
  readonly secret: string;
  readonly failures: number;
}

/** A verified push that stands in for an answer of the source. */
export interface PushedAnswer {
  readonly id: number;
  readonly body: Uint8Array;
  readonly contentType?: string | undefined;
  /** When the source would have been asked without it. */
  readonly plannedAt: string;
}

/** Fetching one page, or one sitemap that an index names. */
export interface VisitJob {
  readonly kind: 'visit';
  readonly lease: HostLease;
  readonly frontierId: number;
  readonly target: FrontierTarget;
  readonly url: string;
  readonly sourceId?: string | undefined;
  /** Tries that failed since the last success. */
  readonly attempts: number;
  /** Successful fetches so far. */
  readonly visits: number;
  readonly validators: Validators;
}

export type FrontierTarget = 'page' | 'sitemap';

/** Something that a source lists. */
export interface ListedItem {
  /** Names the item inside its source: a hash of its guid or address, hexadecimal SHA-256. */
  readonly itemKey: string;
  /** Changes when the source shows other words for the item, hexadecimal SHA-256. */
  readonly contentKey: string;
  readonly url: string;
  readonly host: string;
  /** Equal for addresses of the same page, hexadecimal SHA-256. */
  readonly addressKey: string;
  readonly target: FrontierTarget;
  /** Larger is fetched earlier. */
  readonly priority: number;
  /** Time of publication that the list states, ISO 8601. */
  readonly publishedAt?: string | undefined;
  /** The whole page, where the source itself carries it (posts of a channel). */
  readonly page?: FetchedPage | undefined;
  /** Views that the list prints beside the item (posts of a channel). */
  readonly views?: number | undefined;
}

/** A headline on a front page. */
export interface FrontItem {
  readonly url: string;
  readonly addressKey: string;
  readonly title: string;
  /** 1-based rank on the page. */
  readonly position: number;
}

/** What a poll brought, to be stored in one piece. */
export interface PollReport {
  readonly at: string;
  readonly condition: Condition;
  readonly nextAt: string;
  /** Absent when the host was not asked. */
  readonly hostNextAt?: string | undefined;
  readonly hostFailures: number;
  readonly intervalMs: number;
  readonly stretch: number;
  /** Items that the source lists now; absent when it gave no list. */
  readonly listed?: number | undefined;
  readonly emptyPolls: number;
  readonly failures: number;
  readonly conditionalPolls: number;
  readonly validators: Validators;
  /** New address of the source, where it has moved for good. */
  readonly movedTo?: string | undefined;
  /** The raw answer; absent when there was none. */
  readonly page?: FetchedPage | undefined;
  readonly items: readonly ListedItem[];
  /** The hub that the answer names. */
  readonly hub?: HubLink | undefined;
  /** What a front page shows now; `unchanged` when it said so itself. Absent for other sources and failures. */
  readonly front?: readonly FrontItem[] | 'unchanged' | undefined;
}

/** What a visit brought, to be stored in one piece. */
export interface VisitReport {
  readonly at: string;
  readonly condition: Condition;
  readonly hostNextAt: string;
  readonly hostFailures: number;
  readonly attempts: number;
  /** When to ask again; absent when the page is settled. */
  readonly nextAt?: string | undefined;
  /** Set when the page is given up. */
  readonly dropped?: boolean | undefined;
  readonly validators: Validators;
  readonly page?: FetchedPage | undefined;
  /** Keys of further addresses that turned out to be this page (a redirect's end). */
  readonly aliasKey?: string | undefined;
  /** What a sitemap lists. */
  readonly items: readonly ListedItem[];
}

/** A job that was done, with what it brought. */
export type FinishedJob = FinishedPoll | FinishedVisit;

export interface FinishedPoll {
  readonly kind: 'poll';
  readonly job: PollJob;
  readonly report: PollReport;
}

export interface FinishedVisit {
  readonly kind: 'visit';
  readonly job: VisitJob;
  readonly report: VisitReport;
}

/** A stored page that waits to be read by the pipeline. */
export interface PendingPage {
  readonly frontierId: number;
  readonly pageId: number;
  /** How often reading it threw so far. */
  readonly failures: number;
}

/** What storing a report came to; undefined instead when the lease had been lost and nothing was stored. */
export interface Saved {
  readonly newItems: number;
  readonly changedItems: number;
  /** Pages that were stored and wait to be read. */
  readonly pending: number;
}

/** A page that was read: an article, or a front or topic page that lists others. */
export interface KnownPage {
  readonly url: string;
  readonly isArticle: boolean;
}

/** What the collector needs of the store. Every call is one transaction. */
export interface CollectionStore {
  /** Takes over the registry's sources; those that are no longer named rest. */
  adoptSources(sources: readonly CollectedSource[], at: string): Promise<void>;
  claimJobs(claim: {
    readonly at: string;
    readonly until: string;
    readonly limit: number;
  }): Promise<readonly CollectJob[]>;
  /** Gives a host back as if it had never been taken. */
  releaseJob(job: CollectJob): Promise<void>;
  /** Keeps hosts that a living worker is still asking. */
  renewLeases(leases: readonly HostLease[], until: string): Promise<void>;
  /** Pages that this source led to and that were read as articles or as lists; the newest hundreds. */
  knownPages(sourceId: string): Promise<readonly KnownPage[]>;
  /** Stores what jobs brought, all of it or nothing, and gives their hosts back; outcomes in the order of jobs. */
  saveFinished(finished: readonly FinishedJob[]): Promise<readonly (Saved | undefined)[]>;
  /** Hubs to be asked, each by one process until `until`. */
  claimSubscriptions(claim: {
    readonly at: string;
    readonly until: string;
    readonly limit: number;
  }): Promise<readonly DueSubscription[]>;
  /** Notes that a hub did not take our request. */
  saveHubFailure(token: string, failure: { readonly detail: string; readonly nextAt: string }): Promise<void>;
  /** When there will be something to ask for; undefined when never. */
  nextDueAt(): Promise<string | undefined>;
}

/** Why a stored page could not be read. */
export interface ReadFailure {
  readonly at: string;
  readonly message: string;
  /** Absent: not again by itself. */
  readonly nextAt?: string | undefined;
}
