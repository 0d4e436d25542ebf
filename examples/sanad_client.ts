/**
 * A client of the Sanad API, written by "npm run build:client" from its OpenAPI document: change nothing here by hand.
 * It needs nothing but fetch.
 */

export interface Article {
  readonly id: number;
  /** Path of its page on this site */
  readonly page: string;
  /** The version that is shown */
  readonly version: number;
  readonly currentVersion: number;
  /** The publisher's page */
  readonly url: string | null;
  readonly outlet: Named | null;
  readonly story: number | null;
  /** BCP 47 */
  readonly language: string | null;
  readonly dir: 'rtl' | 'ltr' | 'auto';
  readonly title: string | null;
  readonly lede: string | null;
  /** Our own category */
  readonly section: string | null;
  /** As printed, from general to special */
  readonly category: readonly string[];
  /** Sources that it names */
  readonly credits: readonly string[];
  readonly published: Published | null;
  /** When the first version was fetched */
  readonly firstSeen: Moment;
  /** When this version was fetched */
  readonly seen: Moment;
  /** Order of lists: printed time, or first seen if that is earlier or none is printed */
  readonly at: Moment;
  readonly canonicalUrl: string | null;
  readonly kicker: string | null;
  /** The body, or its beginning where the terms of the outlet do not allow more */
  readonly text: readonly {
    readonly role: string;
    readonly text: string;
  }[];
  readonly isExcerpt: boolean;
  readonly authors: readonly string[];
  readonly tags: readonly string[];
  readonly newsCode: string | null;
  readonly modified: Moment | null;
  readonly versionCount: number;
}

export interface ArticleHead {
  readonly id: number;
  /** Path of its page on this site */
  readonly page: string;
  /** The version that is shown */
  readonly version: number;
  readonly currentVersion: number;
  /** The publisher's page */
  readonly url: string | null;
  readonly outlet: Named | null;
  readonly story: number | null;
  /** BCP 47 */
  readonly language: string | null;
  readonly dir: 'rtl' | 'ltr' | 'auto';
  readonly title: string | null;
  readonly lede: string | null;
  /** Our own category */
  readonly section: string | null;
  /** As printed, from general to special */
  readonly category: readonly string[];
  /** Sources that it names */
  readonly credits: readonly string[];
  readonly published: Published | null;
  /** When the first version was fetched */
  readonly firstSeen: Moment;
  /** When this version was fetched */
  readonly seen: Moment;
  /** Order of lists: printed time, or first seen if that is earlier or none is printed */
  readonly at: Moment;
}

export interface Chain {
  readonly article: number;
  readonly version: number;
  readonly hops: readonly Hop[];
}

export interface Comment {
  readonly id: number;
  /** The comment that it answers, whether or not that can still be seen */
  readonly answers: number | null;
  readonly author: string | null;
  readonly text: string;
  readonly written: Moment;
  readonly up: number;
  readonly down: number;
}

export interface Contact {
  readonly id: string;
  /** Path of its page on this site */
  readonly page: string;
  /** Its parties; the only one that is named where `isOpen` */
  readonly actors: readonly Party[];
  /** No report of it names the other side */
  readonly isOpen: boolean;
  /** Of an open one: the contact that it is held to be */
  readonly heldToBe: string | null;
  /** Who took the initiative, mediated or was host; parties may, others may */
  readonly roles: readonly ContactRole[];
  readonly kind: string;
  readonly level: string;
  readonly status: string;
  readonly disputed: boolean;
  readonly secrecy: string;
  /** First day on which it can have been */
  readonly from: Day | null;
  /** Last day on which it can have been */
  readonly to: Day | null;
  readonly place: string | null;
  readonly known: Moment;
  /** When a status became known last */
  readonly changed: Moment;
  readonly voices: readonly Voice[];
  /** Grows at its end and is never rewritten */
  readonly history: readonly StatusChange[];
  readonly plover: {
    readonly event: string;
    readonly mode: string | null;
    readonly aux: readonly string[];
    readonly cameo: string | null;
    /** Names of those who act: all parties where none does more */
    readonly source: readonly string[];
    readonly recipient: readonly string[];
  };
}

export interface ContactRole {
  readonly part: 'initiator' | 'mediator' | 'host';
  readonly name: string;
  readonly entity: string | null;
  readonly side: Named | null;
  /** Empty where the articles are hidden */
  readonly evidence: readonly Evidence[];
}

export interface Contradiction {
  readonly kind: 'dispute' | 'shift';
  readonly contact: string;
  /** Voices of the contact that affirm; of a shift empty */
  readonly yes: readonly number[];
  readonly no: readonly number[];
  readonly withinSide: boolean;
  /** Of a shift */
  readonly speaker: string | null;
  readonly steps: readonly {
    readonly voice: number;
    readonly stance: string;
    readonly at: Moment;
  }[];
}

export interface Copy {
  /** The report that arrived later */
  readonly copy: number;
  readonly of: number;
  /** verbatim, edited, excerpt or rewritten */
  readonly degree: string;
  /** Shared shingles over those of the smaller text, 0..1 */
  readonly containment: number;
  /** Seen from `copy`: from_other, to_other or undirected */
  readonly direction: string;
  readonly directionBy: string | null;
  readonly known: Moment;
  readonly sharedCount: number;
  /** At most twelve passages */
  readonly shared: readonly {
    readonly own: SharedWords;
    readonly other: SharedWords;
  }[];
}

/** A day in both calendars */
export interface Day {
  /** Gregorian day */
  readonly iso: string;
  /** The same day in the Jalali calendar: 1404/09/24 */
  readonly jalali: string;
}

export interface DeadMessage {
  readonly id: number;
  /** webhook-id of every attempt, past and coming */
  readonly key: string;
  readonly kind: string;
  readonly attempts: number;
  readonly error: string | null;
  readonly made: Moment;
}

export interface Dossier {
  readonly id: number;
  /** Path of its page on this site */
  readonly page: string;
  readonly name: string;
  readonly actors: readonly string[];
  readonly words: string | null;
  readonly from: Day | null;
  readonly to: Day | null;
  readonly note: string | null;
  readonly made: Moment;
}

export interface Dyad {
  /** Path of its page on this site */
  readonly page: string;
  readonly a: Named;
  readonly b: Named;
  readonly contactCount: number;
  readonly changed: Moment;
}

export interface DyadDetail {
  /** Path of its page on this site */
  readonly page: string;
  readonly a: Named;
  readonly b: Named;
  /** In the order of their days, those without a day last */
  readonly contacts: readonly {
    readonly id: string;
    readonly kind: string;
    readonly status: string;
    readonly disputed: boolean;
    readonly from: Day | null;
    readonly to: Day | null;
  }[];
  readonly contradictions: readonly Contradiction[];
}

export interface Entity {
  readonly id: string;
  /** Path of its page on this site */
  readonly page: string;
  readonly type: 'person' | 'organisation' | 'place';
  readonly name: string;
  /** Before an operator gave it another name */
  readonly machineName: string;
  /** Whether the gazetteer knows it */
  readonly known: boolean;
  /** The country on whose side it stands */
  readonly side: Named | null;
  readonly mergedInto: string | null;
  readonly splitFrom: string | null;
}

export interface EntityDetail {
  readonly id: string;
  /** Path of its page on this site */
  readonly page: string;
  readonly type: 'person' | 'organisation' | 'place';
  readonly name: string;
  /** Before an operator gave it another name */
  readonly machineName: string;
  /** Whether the gazetteer knows it */
  readonly known: boolean;
  /** The country on whose side it stands */
  readonly side: Named | null;
  readonly mergedInto: string | null;
  readonly splitFrom: string | null;
  readonly articleCount: number;
  readonly statementCount: number;
  /** Titles beside the name as printed, the most frequent first */
  readonly roles: readonly string[];
  readonly merged: readonly Named[];
}

export interface EntityRef {
  readonly id: string;
  readonly name: string;
  readonly type: 'person' | 'organisation' | 'place';
}

/** What became new */
export interface Event {
  readonly id: number;
  readonly kind: 'story' | 'story_update' | 'statement' | 'contact';
  readonly known: Moment;
  /** Of story and story_update */
  readonly story: Story | null;
  /** Of story_update: the article that joined the story */
  readonly report: number | null;
  readonly statement: Statement | null;
  readonly contact: Contact | null;
}

/** The words of a publisher on which something rests */
export interface Evidence {
  readonly article: number;
  readonly version: number;
  /** First UTF-16 unit of the words in the text of the version */
  readonly start: number;
  /** Behind the last unit */
  readonly end: number;
  /** Exactly what the publisher printed */
  readonly words: string;
  /** The rule that found it */
  readonly rule: string | null;
}

export interface Family {
  readonly id: string;
  /** Visible ones, by id */
  readonly outlets: readonly Named[];
}

/** What one fetch brought in. Only answers of success are kept, so that it needs no status. */
export interface FetchedPage {
  readonly id: number;
  readonly url: string | null;
  /** html, text, record of an import, or feed */
  readonly format: string;
  /** As its server said */
  readonly contentType: string | null;
  readonly fetched: Moment;
  /** When the same bytes came last; null with "asOf" where that was later */
  readonly lastFetched: Moment | null;
  readonly via: 'add' | 'collect';
  /** Of the bytes, hexadecimal */
  readonly sha256: string;
  /** null where the bytes were dropped to save room */
  readonly byteCount: number | null;
  /** What was read in it: article, topic, home …, quarantined; null: yet to be read */
  readonly kind: string | null;
  readonly article: number | null;
  /** The version of the article that it brought */
  readonly version: number | null;
  readonly topic: number | null;
  /** The stage that read it, and its version */
  readonly readBy: {
    readonly stage: string;
    readonly version: string;
  } | null;
}

export interface Follow {
  readonly id: number;
  readonly kind: 'search' | 'topic' | 'entity' | 'dyad' | 'dossier' | 'story' | 'outlet' | 'thread';
  /** The page that is followed, as the address of the site names it */
  readonly page: string;
  /** Whether it is told of news: once the webhook has answered its check */
  readonly open: boolean;
  /** News that it was told of */
  readonly toldCount: number;
}

export interface Health {
  readonly at: Moment;
  readonly waiting: {
    readonly pages: number;
    readonly placing: number;
    readonly analysis: number;
  };
  readonly openIssues: readonly {
    readonly severity: string;
    readonly code: string;
    readonly count: number;
  }[];
  readonly sources: readonly {
    readonly id: string;
    readonly outlet: string;
    readonly condition: string;
    readonly detail: string | null;
    readonly failures: number;
    readonly seenLastDay: number | null;
    readonly expectedPerDay: number | null;
    readonly medianDelaySeconds: number | null;
  }[];
}

/** One link of a source chain */
export interface Hop {
  readonly name: string;
  readonly outlet: string | null;
  /** publisher, via, original, cited or interview_with */
  readonly relation: string;
  readonly anonymous: boolean;
  /** Whether the report that it leads to was collected: found, claimed, missing, circular */
  readonly state: string | null;
  /** That report */
  readonly found: number | null;
  /** null for a publisher that the text itself does not name */
  readonly evidence: Evidence | null;
}

export interface Issue {
  readonly id: number;
  readonly stage: string;
  readonly code: string;
  readonly severity: 'warning' | 'fatal';
  readonly message: string;
  readonly input: string | null;
  readonly fetchedPage: number | null;
  readonly seen: Moment;
}

export interface Mention {
  readonly entity: EntityRef;
  readonly via: string;
  readonly evidence: Evidence;
}

/** An instant in both calendars */
export interface Moment {
  /** UTC */
  readonly iso: string;
  /** The same in the Jalali calendar, Tehran time: 1404/09/24 14:30 */
  readonly jalali: string;
}

export interface Named {
  /** null where the registry does not know it */
  readonly id: string | null;
  readonly name: string;
}

export interface NewWebhook {
  readonly id: number;
  readonly address: string;
  /** waiting: has not answered its check yet; closed: nothing is sent any more */
  readonly state: 'waiting' | 'open' | 'closed';
  readonly closedBecause: string | null;
  readonly made: Moment;
  readonly follows: readonly Follow[];
  /** Messages in the line */
  readonly waiting: number;
  /** Messages taken in the last 30 days */
  readonly sent: number;
  /** Messages that were never taken; they can be replayed */
  readonly dead: number;
  /** Key of the signatures (Standard Webhooks), told this once */
  readonly secret: string;
}

/** One independent origin of a story */
export interface Origin {
  readonly label: string;
  readonly outlet: string | null;
  /** Whom its root rests on itself */
  readonly source: string | null;
  /** Its root; null where that is hidden */
  readonly first: number | null;
  readonly reports: readonly number[];
  readonly missing: boolean;
}

export interface Outlet {
  readonly id: string;
  /** Path of its page on this site */
  readonly page: string;
  readonly name: string;
  readonly nameEn: string | null;
  readonly kind: string | null;
  /** Outlets of one publisher family are not independent of each other */
  readonly family: string | null;
  readonly country: string | null;
  readonly aliases: readonly string[];
  readonly domains: readonly string[];
  readonly fullTextAllowed: boolean | null;
  readonly articleCount: number;
  readonly newest: Moment | null;
}

export interface Party {
  readonly name: string;
  readonly entity: string | null;
  readonly side: Named | null;
}

/** Problem details (RFC 9457) */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail?: string;
  readonly errors?: readonly {
    readonly field: string;
    readonly in: 'path' | 'query' | 'header' | 'body';
    readonly message: string;
  }[];
}

export interface Published {
  /** With the offset that the page states or that its zone had */
  readonly iso: string;
  readonly jalali: string;
  readonly precision: string | null;
  /** As printed */
  readonly surface: string | null;
}

export interface Queued {
  /** Messages put into the line */
  readonly queued: number;
}

export interface Report {
  readonly article: number;
  readonly title: string | null;
  readonly outlet: Named;
  readonly family: string | null;
  readonly at: Moment;
  readonly isDated: boolean;
  readonly placedByOperator: boolean;
  /** Why it stands in this story */
  readonly reasons: readonly {
    readonly feature: string;
    readonly value: number | string;
  }[];
  readonly copyOf: {
    readonly article: number;
    readonly degree: string;
    readonly containment: number;
    readonly direction: string;
    readonly directionBy: string | null;
  } | null;
  readonly hops: readonly {
    readonly name: string;
    readonly outlet: string | null;
    readonly relation: string;
    readonly anonymous: boolean;
    readonly state: string | null;
    readonly found: number | null;
    readonly words: string | null;
  }[];
}

export interface SearchAnswer {
  readonly items: readonly SearchHit[];
  readonly next: string | null;
  /** Complete hits, counted up to a bound */
  readonly count: number;
  readonly isCapped: boolean;
  /** Some hits lack words */
  readonly isPartial: boolean;
  readonly suggestion: string | null;
  /** What could not be understood, in words for readers */
  readonly problems: readonly string[];
}

export interface SearchHit {
  readonly kind: 'article' | 'story' | 'statement' | 'contact';
  /** Number of an article or story, id of a statement or contact */
  readonly id: string;
  /** The article, or the one that prints the statement */
  readonly article: number | null;
  /** Path of its page on this site */
  readonly page: string;
  readonly outlet: Named | null;
  readonly at: Moment;
  readonly title: readonly {
    readonly text: string;
    readonly marked: boolean;
  }[];
  readonly snippet: readonly {
    readonly text: string;
    readonly marked: boolean;
  }[];
}

export interface Section {
  readonly id: string;
  /** Path of its page on this site */
  readonly page: string;
  readonly name: string;
  readonly nameEn: string;
}

/** UTF-16 units of lede and body of the first version, joined by a line break; words are cut at 420 units */
export interface SharedWords {
  readonly article: number;
  readonly start: number;
  readonly end: number;
  readonly words: string;
}

export interface Source {
  readonly id: string;
  readonly outlet: Named;
  readonly kind: string;
  readonly url: string;
  readonly enabled: boolean;
  /** well, silent, unreachable … */
  readonly condition: string;
  readonly conditionSince: Moment;
  readonly lastSuccess: Moment | null;
  readonly lastNew: Moment | null;
  readonly itemCount: number;
  readonly intervalSeconds: number;
}

export interface Speaker {
  readonly name: string;
  readonly entity: string | null;
  readonly side: string | null;
  readonly via: string;
}

export interface Statement {
  readonly id: string;
  /** Path of its page on this site */
  readonly page: string;
  /** The speaker first; empty when nobody is made out */
  readonly speakers: readonly Speaker[];
  readonly role: string | null;
  readonly act: string;
  readonly stance: string;
  readonly factuality: string;
  readonly form: string;
  /** What is said */
  readonly content: Evidence;
  /** The sentence that says so, and all of the content where that runs on */
  readonly evidence: Evidence;
  readonly verb: string | null;
  readonly outlet: Named | null;
  readonly title: string | null;
  readonly url: string | null;
  /** Printed time of the article */
  readonly said: Moment | null;
  /** The fetch that showed it */
  readonly known: Moment;
  /** Order of lists */
  readonly at: Moment;
  /** The latest version that still prints it */
  readonly lastVersion: number;
  readonly isPrintedStill: boolean;
  /** Further articles that print the same words of the same speaker */
  readonly copies: number;
  /** The statement that it answers */
  readonly answers: string | null;
  readonly nestedIn: string | null;
}

export interface StatementDetail {
  readonly id: string;
  /** Path of its page on this site */
  readonly page: string;
  /** The speaker first; empty when nobody is made out */
  readonly speakers: readonly Speaker[];
  readonly role: string | null;
  readonly act: string;
  readonly stance: string;
  readonly factuality: string;
  readonly form: string;
  /** What is said */
  readonly content: Evidence;
  /** The sentence that says so, and all of the content where that runs on */
  readonly evidence: Evidence;
  readonly verb: string | null;
  readonly outlet: Named | null;
  readonly title: string | null;
  readonly url: string | null;
  /** Printed time of the article */
  readonly said: Moment | null;
  /** The fetch that showed it */
  readonly known: Moment;
  /** Order of lists */
  readonly at: Moment;
  /** The latest version that still prints it */
  readonly lastVersion: number;
  readonly isPrintedStill: boolean;
  /** Further articles that print the same words of the same speaker */
  readonly copies: number;
  /** The statement that it answers */
  readonly answers: string | null;
  readonly nestedIn: string | null;
  readonly answeredBy: readonly Statement[];
  /** The same words of the same speaker elsewhere */
  readonly printedAlso: readonly Statement[];
}

export interface StatementPair {
  readonly id: string;
  /** Two speakers, or one who holds another position than before */
  readonly kind: 'opposed' | 'changed';
  /** The contact that both are about; else they are about one claim */
  readonly contact: string | null;
  /** Why both are about one thing */
  readonly rule: string;
  /** When the later one was said */
  readonly at: Moment;
  /** When both were known */
  readonly known: Moment;
  /** What was said before */
  readonly one: Statement;
  readonly other: Statement;
  /** Words that show what both are about */
  readonly oneWords: readonly Evidence[];
  readonly otherWords: readonly Evidence[];
}

export interface StatusChange {
  readonly known: Moment;
  readonly status: string;
  readonly disputed: boolean;
  /** Index in `voices` */
  readonly voice: number;
}

export interface Story {
  readonly id: number;
  /** Path of its page on this site */
  readonly page: string;
  readonly title: string;
  /** The report that speaks for the story */
  readonly headline: {
    readonly article: number;
    readonly outlet: Named | null;
  };
  readonly section: string | null;
  readonly first: Moment;
  readonly last: Moment;
  readonly reportCount: number;
  readonly outletCount: number;
  readonly originCount: number;
  readonly familyCount: number;
  readonly origins: readonly Origin[];
  /** log2 of the score at a fixed instant */
  readonly importance: number | null;
}

export interface StoryDetail {
  readonly id: number;
  /** Path of its page on this site */
  readonly page: string;
  readonly title: string;
  /** The report that speaks for the story */
  readonly headline: {
    readonly article: number;
    readonly outlet: Named | null;
  };
  readonly section: string | null;
  readonly first: Moment;
  readonly last: Moment;
  readonly reportCount: number;
  readonly outletCount: number;
  readonly originCount: number;
  readonly familyCount: number;
  readonly origins: readonly Origin[];
  /** log2 of the score at a fixed instant */
  readonly importance: number | null;
  /** In the order in which they were published */
  readonly reports: readonly Report[];
}

export interface Thread {
  readonly id: number;
  /** Path of its page on this site */
  readonly page: string;
  /** What its stories share; empty where operators alone made it */
  readonly name: readonly string[];
  readonly storyCount: number;
  readonly reportCount: number;
  readonly first: Moment;
  readonly last: Moment;
}

export interface ThreadDetail {
  readonly id: number;
  /** Path of its page on this site */
  readonly page: string;
  /** What its stories share; empty where operators alone made it */
  readonly name: readonly string[];
  readonly storyCount: number;
  readonly reportCount: number;
  readonly first: Moment;
  readonly last: Moment;
  /** The one that began last first; 300 at most */
  readonly stories: readonly {
    readonly story: Story;
    /** What it shared with the thread when it began */
    readonly shared: readonly string[];
    readonly placedByOperator: boolean;
  }[];
}

export interface Topic {
  readonly id: number;
  /** Path of its page on this site */
  readonly page: string;
  readonly name: string;
  readonly outlet: Named | null;
  readonly url: string | null;
  /** As the outlet prints it («۱۴۸ مطلب») */
  readonly shownCount: number | null;
  /** Items that we know */
  readonly heldCount: number;
  readonly firstSeen: Moment;
  readonly lastSeen: Moment;
}

export interface TopicItem {
  readonly id: number;
  readonly position: number;
  readonly title: string | null;
  readonly text: string | null;
  readonly url: string | null;
  readonly article: number | null;
  readonly firstSeen: Moment;
  readonly lastSeen: Moment;
}

export interface VersionLine {
  readonly article: number;
  readonly number: number;
  readonly seen: Moment;
  readonly title: string | null;
  /** What it changed against the version before: headline, number, typo … */
  readonly changes: readonly string[];
}

export interface Voice {
  /** null for narration by the outlet */
  readonly speaker: string | null;
  readonly entity: string | null;
  readonly stance: string;
  /** Whether a side of the contact speaks */
  readonly participant: boolean;
  readonly presupposed: boolean;
  readonly said: Moment | null;
  readonly known: Moment;
  /** It does not say with whom; held to be of this contact as the only one that fits */
  readonly namesOneSide: boolean;
  /** Since when it is no longer held to be of this contact, and does not count */
  readonly takenBack: Moment | null;
  /** Empty where the articles are hidden */
  readonly evidence: readonly Evidence[];
}

export interface Webhook {
  readonly id: number;
  readonly address: string;
  /** waiting: has not answered its check yet; closed: nothing is sent any more */
  readonly state: 'waiting' | 'open' | 'closed';
  readonly closedBecause: string | null;
  readonly made: Moment;
  readonly follows: readonly Follow[];
  /** Messages in the line */
  readonly waiting: number;
  /** Messages taken in the last 30 days */
  readonly sent: number;
  /** Messages that were never taken; they can be replayed */
  readonly dead: number;
}

export interface ListStoriesGiven {
  /** Which first; default newest */
  readonly order?: 'newest' | 'important';
  /** Our own category */
  readonly section?: 'politics' | 'world' | 'economy' | 'society' | 'science' | 'culture' | 'sport';
  /** With a report of this day or later; a day of Tehran in either calendar */
  readonly from?: string;
  /** Begun on this day or earlier; a day of Tehran in either calendar */
  readonly to?: string;
  /** Only what was known at this moment: an ISO instant, or a day or minute of Tehran in either calendar. A bare day means its end. */
  readonly asOf?: string;
  /** Where to go on: "next" of the answer before */
  readonly cursor?: string;
  /** How many lines at most; default 20 */
  readonly limit?: number;
}

export interface GetStoryGiven {
  /** Number of the story */
  readonly id: number;
  /** Only what was known at this moment: an ISO instant, or a day or minute of Tehran in either calendar. A bare day means its end. */
  readonly asOf?: string;
}

export interface ListThreadsGiven {
  /** Only what was known at this moment: an ISO instant, or a day or minute of Tehran in either calendar. A bare day means its end. */
  readonly asOf?: string;
  /** Where to go on: "next" of the answer before */
  readonly cursor?: string;
  /** How many lines at most; default 20 */
  readonly limit?: number;
}

export interface GetThreadGiven {
  /** Number of the thread */
  readonly id: number;
  /** Only what was known at this moment: an ISO instant, or a day or minute of Tehran in either calendar. A bare day means its end. */
  readonly asOf?: string;
}

export interface ListArticlesGiven {
  /** Id of an outlet */
  readonly outlet?: string;
  /** Id of a section */
  readonly section?: string;
  /** A category as its publisher prints it */
  readonly category?: string;
  /** A tag as its publisher prints it */
  readonly tag?: string;
  /** Shown on this day or later; a day of Tehran in either calendar */
  readonly from?: string;
  /** Shown on this day or earlier; a day of Tehran in either calendar */
  readonly to?: string;
  /** Only what was known at this moment: an ISO instant, or a day or minute of Tehran in either calendar. A bare day means its end. */
  readonly asOf?: string;
  /** Where to go on: "next" of the answer before */
  readonly cursor?: string;
  /** How many lines at most; default 20 */
  readonly limit?: number;
}

export interface GetArticleGiven {
  /** Number of the article */
  readonly id: number;
  /** Only what was known at this moment: an ISO instant, or a day or minute of Tehran in either calendar. A bare day means its end. */
  readonly asOf?: string;
}

export interface ListVersionsGiven {
  /** Number of the article */
  readonly id: number;
  /** Only what was known at this moment: an ISO instant, or a day or minute of Tehran in either calendar. A bare day means its end. */
  readonly asOf?: string;
}

export interface GetVersionGiven {
  /** Number of the article */
  readonly id: number;
  /** Number of the version */
  readonly version: number;
}

export interface GetChainGiven {
  /** Number of the article */
  readonly id: number;
  /** Number of the version */
  readonly version?: number;
  /** Only what was known at this moment: an ISO instant, or a day or minute of Tehran in either calendar. A bare day means its end. */
  readonly asOf?: string;
}

export interface ListCopiesGiven {
  /** Number of the article */
  readonly id: number;
  /** Only what was known at this moment: an ISO instant, or a day or minute of Tehran in either calendar. A bare day means its end. */
  readonly asOf?: string;
}

export interface ListMentionsGiven {
  /** Number of the article */
  readonly id: number;
  /** Number of the version */
  readonly version?: number;
  /** Only what was known at this moment: an ISO instant, or a day or minute of Tehran in either calendar. A bare day means its end. */
  readonly asOf?: string;
}

export interface ListStoryCommentsGiven {
  /** Number of the story */
  readonly id: number;
  /** Only what was known at this moment: an ISO instant, or a day or minute of Tehran in either calendar. A bare day means its end. */
  readonly asOf?: string;
}

export interface ListArticleCommentsGiven {
  /** Number of the article */
  readonly id: number;
  /** Only what was known at this moment: an ISO instant, or a day or minute of Tehran in either calendar. A bare day means its end. */
  readonly asOf?: string;
}

export interface ListEntitiesGiven {
  /** Only these */
  readonly type?: 'person' | 'organisation' | 'place';
  /** Letters of the name */
  readonly q?: string;
  /** Only what was known at this moment: an ISO instant, or a day or minute of Tehran in either calendar. A bare day means its end. */
  readonly asOf?: string;
  /** Where to go on: "next" of the answer before */
  readonly cursor?: string;
  /** How many lines at most; default 20 */
  readonly limit?: number;
}

export interface GetEntityGiven {
  /** Id of an entity */
  readonly id: string;
  /** Only what was known at this moment: an ISO instant, or a day or minute of Tehran in either calendar. A bare day means its end. */
  readonly asOf?: string;
}

export interface ListEntityMentionsGiven {
  /** Id of an entity */
  readonly id: string;
  /** Only what was known at this moment: an ISO instant, or a day or minute of Tehran in either calendar. A bare day means its end. */
  readonly asOf?: string;
  /** Where to go on: "next" of the answer before */
  readonly cursor?: string;
  /** How many lines at most; default 20 */
  readonly limit?: number;
}

export interface ListStatementsGiven {
  /** Id of an entity */
  readonly by?: string;
  /** Id of an entity */
  readonly about?: string;
  /** Number of the article */
  readonly article?: number;
  /** Id of a contact */
  readonly contact?: string;
  /** How the speaker stands to what is said */
  readonly stance?: 'affirm' | 'deny' | 'not_ruled_out' | 'possible' | 'conditional' | 'expected' | 'offered' | 'unknown';
  /** Id of an act */
  readonly act?: string;
  /** Said on this day or later; a day of Tehran in either calendar */
  readonly from?: string;
  /** Said on this day or earlier; a day of Tehran in either calendar */
  readonly to?: string;
  /** Only what was known at this moment: an ISO instant, or a day or minute of Tehran in either calendar. A bare day means its end. */
  readonly asOf?: string;
  /** Where to go on: "next" of the answer before */
  readonly cursor?: string;
  /** How many lines at most; default 20 */
  readonly limit?: number;
}

export interface GetStatementGiven {
  /** Id of a statement */
  readonly id: string;
  /** Only what was known at this moment: an ISO instant, or a day or minute of Tehran in either calendar. A bare day means its end. */
  readonly asOf?: string;
}

export interface ListDossierStatementsGiven {
  /** Number of the dossier */
  readonly id: number;
  /** Only what was known at this moment: an ISO instant, or a day or minute of Tehran in either calendar. A bare day means its end. */
  readonly asOf?: string;
  /** Where to go on: "next" of the answer before */
  readonly cursor?: string;
  /** How many lines at most; default 20 */
  readonly limit?: number;
}

export interface ListContactsGiven {
  /** Id of an entity */
  readonly party?: string;
  /** Id of the other party */
  readonly with?: string;
  /** Number of the article */
  readonly article?: number;
  /** Id of a statement */
  readonly statement?: string;
  /** What is known of it */
  readonly status?: 'confirmed' | 'stated' | 'claimed' | 'denied' | 'not_ruled_out' | 'expected' | 'conditional' | 'offered' | 'speculated' | 'not_occurred';
  /** What kind of contact */
  readonly kind?: 'phone_call' | 'video_call' | 'meeting' | 'visit' | 'talks' | 'message' | 'channel' | 'contact';
  /** On this day or later; a day of Tehran in either calendar */
  readonly from?: string;
  /** On this day or earlier; a day of Tehran in either calendar */
  readonly to?: string;
  /** Only what was known at this moment: an ISO instant, or a day or minute of Tehran in either calendar. A bare day means its end. */
  readonly asOf?: string;
  /** Where to go on: "next" of the answer before */
  readonly cursor?: string;
  /** How many lines at most; default 20 */
  readonly limit?: number;
}

export interface GetContactGiven {
  /** Id of a contact */
  readonly id: string;
  /** Only what was known at this moment: an ISO instant, or a day or minute of Tehran in either calendar. A bare day means its end. */
  readonly asOf?: string;
}

export interface ListDossierContactsGiven {
  /** Number of the dossier */
  readonly id: number;
  /** Only what was known at this moment: an ISO instant, or a day or minute of Tehran in either calendar. A bare day means its end. */
  readonly asOf?: string;
  /** Where to go on: "next" of the answer before */
  readonly cursor?: string;
  /** How many lines at most; default 20 */
  readonly limit?: number;
}

export interface ListDyadsGiven {
  /** Only what was known at this moment: an ISO instant, or a day or minute of Tehran in either calendar. A bare day means its end. */
  readonly asOf?: string;
  /** Where to go on: "next" of the answer before */
  readonly cursor?: string;
  /** How many lines at most; default 20 */
  readonly limit?: number;
}

export interface GetDyadGiven {
  /** Id of an entity */
  readonly a: string;
  /** Id of an entity */
  readonly b: string;
  /** Only what was known at this moment: an ISO instant, or a day or minute of Tehran in either calendar. A bare day means its end. */
  readonly asOf?: string;
}

export interface ListContradictionsGiven {
  /** Two speakers, or one who changed position */
  readonly kind?: 'opposed' | 'changed';
  /** What both are about */
  readonly subject?: 'claim' | 'contact';
  /** Id of an entity */
  readonly speaker?: string;
  /** Number of the article */
  readonly article?: number;
  /** Id of a contact */
  readonly contact?: string;
  /** Id of a statement */
  readonly statement?: string;
  /** The later one was said on this day or later; a day of Tehran in either calendar */
  readonly from?: string;
  /** The later one was said on this day or earlier; a day of Tehran in either calendar */
  readonly to?: string;
  /** Only what was known at this moment: an ISO instant, or a day or minute of Tehran in either calendar. A bare day means its end. */
  readonly asOf?: string;
  /** Where to go on: "next" of the answer before */
  readonly cursor?: string;
  /** How many lines at most; default 20 */
  readonly limit?: number;
}

export interface ListOutletsGiven {
  /** Only what was known at this moment: an ISO instant, or a day or minute of Tehran in either calendar. A bare day means its end. */
  readonly asOf?: string;
  /** Where to go on: "next" of the answer before */
  readonly cursor?: string;
  /** How many lines at most; default 20 */
  readonly limit?: number;
}

export interface GetOutletGiven {
  /** Id of an outlet */
  readonly id: string;
  /** Only what was known at this moment: an ISO instant, or a day or minute of Tehran in either calendar. A bare day means its end. */
  readonly asOf?: string;
}

export interface ListFamiliesGiven {
  /** Where to go on: "next" of the answer before */
  readonly cursor?: string;
  /** How many lines at most; default 20 */
  readonly limit?: number;
}

export interface ListSectionsGiven {

}

export interface ListSourcesGiven {
  /** Id of an outlet */
  readonly outlet?: string;
  /** Where to go on: "next" of the answer before */
  readonly cursor?: string;
  /** How many lines at most; default 20 */
  readonly limit?: number;
}

export interface GetSourceGiven {
  /** Id of a source */
  readonly id: string;
}

export interface ListTopicsGiven {
  /** Only what was known at this moment: an ISO instant, or a day or minute of Tehran in either calendar. A bare day means its end. */
  readonly asOf?: string;
  /** Where to go on: "next" of the answer before */
  readonly cursor?: string;
  /** How many lines at most; default 20 */
  readonly limit?: number;
}

export interface GetTopicGiven {
  /** Number of the topic */
  readonly id: number;
  /** Only what was known at this moment: an ISO instant, or a day or minute of Tehran in either calendar. A bare day means its end. */
  readonly asOf?: string;
}

export interface ListTopicItemsGiven {
  /** Number of the topic */
  readonly id: number;
  /** Only what was known at this moment: an ISO instant, or a day or minute of Tehran in either calendar. A bare day means its end. */
  readonly asOf?: string;
  /** Where to go on: "next" of the answer before */
  readonly cursor?: string;
  /** How many lines at most; default 20 */
  readonly limit?: number;
}

export interface ListDossiersGiven {
  /** Only what was known at this moment: an ISO instant, or a day or minute of Tehran in either calendar. A bare day means its end. */
  readonly asOf?: string;
  /** Where to go on: "next" of the answer before */
  readonly cursor?: string;
  /** How many lines at most; default 20 */
  readonly limit?: number;
}

export interface GetDossierGiven {
  /** Number of the dossier */
  readonly id: number;
}

export interface SearchGiven {
  /** Words; «…» for a phrase, -word to exclude, fields as on the search page */
  readonly q: string;
  /** What is looked for; default reports */
  readonly scope?: 'reports' | 'stories' | 'statements' | 'contacts';
  /** Which first; default best */
  readonly order?: 'best' | 'newest';
  /** Only what was known at this moment: an ISO instant, or a day or minute of Tehran in either calendar. A bare day means its end. */
  readonly asOf?: string;
  /** Where to go on: "next" of the answer before */
  readonly cursor?: string;
}

export interface ListFetchedPagesGiven {
  /** Number of the article */
  readonly article?: number;
  /** Only what was known at this moment: an ISO instant, or a day or minute of Tehran in either calendar. A bare day means its end. */
  readonly asOf?: string;
  /** Where to go on: "next" of the answer before */
  readonly cursor?: string;
  /** How many lines at most; default 20 */
  readonly limit?: number;
}

export interface GetFetchedPageGiven {
  /** Number of the fetched page */
  readonly id: number;
  /** Only what was known at this moment: an ISO instant, or a day or minute of Tehran in either calendar. A bare day means its end. */
  readonly asOf?: string;
}

export interface ListWebhooksGiven {
  /** Where to go on: "next" of the answer before */
  readonly cursor?: string;
  /** How many lines at most; default 20 */
  readonly limit?: number;
}

export interface MakeWebhookGiven {
  /** Where news are sent: https, a public host */
  readonly address: string;
  /** What it is told of */
  readonly follow: readonly string[];
}

export interface GetWebhookGiven {
  /** Number of the webhook */
  readonly id: number;
}

export interface EndWebhookGiven {
  /** Number of the webhook */
  readonly id: number;
}

export interface FollowGiven {
  /** Number of the webhook */
  readonly id: number;
  /** Path of a page: of a search, topic, entity, dyad, dossier, story, thread or outlet */
  readonly page: string;
}

export interface UnfollowGiven {
  /** Number of the webhook */
  readonly id: number;
  /** Number of the follow */
  readonly follow: number;
}

export interface TestWebhookGiven {
  /** Number of the webhook */
  readonly id: number;
}

export interface ListDeadMessagesGiven {
  /** Number of the webhook */
  readonly id: number;
  /** Where to go on: "next" of the answer before */
  readonly cursor?: string;
  /** How many lines at most; default 20 */
  readonly limit?: number;
}

export interface ReplayMessagesGiven {
  /** Number of the webhook */
  readonly id: number;
  /** Numbers of dead messages; absent: all of them */
  readonly messages?: readonly number[];
}

export interface ListIssuesGiven {
  /** Only these */
  readonly severity?: 'warning' | 'fatal';
  /** Id of a kind of issue */
  readonly code?: string;
  /** Where to go on: "next" of the answer before */
  readonly cursor?: string;
  /** How many lines at most; default 20 */
  readonly limit?: number;
}

export interface GetHealthGiven {

}

export interface SanadOptions {
  /** Where the site is: http://localhost:8080 */
  readonly baseUrl: string;
  /** Made by "sanad keys make". */
  readonly key?: string;
  readonly fetch?: typeof fetch;
}

/** What the API answers instead of what was asked for. */
export class SanadProblem extends Error {
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(problem.detail ?? problem.title);
    this.problem = problem;
  }
}

/** All items of a list, page after page. */
export async function* each<Item, Given extends object>(
  list: (given: Given) => Promise<{ readonly items: readonly Item[]; readonly next: string | null }>,
  given: NoInfer<Given>,
): AsyncGenerator<Item> {
  for (let next: Given | undefined = given as Given; next !== undefined; ) {
    const page: { readonly items: readonly Item[]; readonly next: string | null } = await list(next);
    yield* page.items;
    next = page.next === null ? undefined : { ...given, cursor: page.next };
  }
}

async function ask<Answer>(
  { baseUrl, key, fetch: ownFetch = fetch }: SanadOptions,
  path: string,
  given: object,
  method = 'GET',
): Promise<Answer> {
  const entries: readonly (readonly [string, unknown])[] = Object.entries(given);
  const values = new Map(entries);
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(values.get(name))));
  const url = new URL(`/api/v1${filled}`, baseUrl);
  const rest = entries.filter(([name, value]) => value !== undefined && !path.includes(`{${name}}`));
  if (method === 'GET') for (const [name, value] of rest) url.searchParams.set(name, String(value));
  const response = await ownFetch(url, {
    method,
    headers: {
      ...(key !== undefined && { Authorization: `Bearer ${key}` }),
      ...(method === 'POST' && { 'Content-Type': 'application/json' }),
    },
    ...(method === 'POST' && { body: JSON.stringify(Object.fromEntries(rest)) }),
  });
  const answer: unknown = response.status === 204 ? null : await response.json();
  if (!response.ok) throw new SanadProblem(answer as Problem);
  return answer as Answer;
}

/** The operations of the API. */
export function createSanad(options: SanadOptions) {
  return {
    /** Stories, each once; with asOf, in the reports that were known then. */
    listStories: (given: ListStoriesGiven = {}) =>
      ask<{
      readonly items: readonly Story[];
      /** Cursor of the next page; null at the end of the list */
      readonly next: string | null;
    }>(options, '/stories', given),
    /** One story with its reports, their credits and copies; with asOf, the reports that were known then. */
    getStory: (given: GetStoryGiven) =>
      ask<StoryDetail>(options, '/stories/{id}', given),
    /** Threads of two stories or more, the one that moved last first. */
    listThreads: (given: ListThreadsGiven = {}) =>
      ask<{
      readonly items: readonly Thread[];
      /** Cursor of the next page; null at the end of the list */
      readonly next: string | null;
    }>(options, '/threads', given),
    /** One thread with its stories, and why each is there. */
    getThread: (given: GetThreadGiven) =>
      ask<ThreadDetail>(options, '/threads/{id}', given),
    /** Articles, the newest first. */
    listArticles: (given: ListArticlesGiven = {}) =>
      ask<{
      readonly items: readonly ArticleHead[];
      /** Cursor of the next page; null at the end of the list */
      readonly next: string | null;
    }>(options, '/articles', given),
    /** One article in its latest version, or in that of a moment. */
    getArticle: (given: GetArticleGiven) =>
      ask<Article>(options, '/articles/{id}', given),
    /** The versions of an article, the oldest first. */
    listVersions: (given: ListVersionsGiven) =>
      ask<{
      readonly items: readonly VersionLine[];
    }>(options, '/articles/{id}/versions', given),
    /** One version of an article. */
    getVersion: (given: GetVersionGiven) =>
      ask<Article>(options, '/articles/{id}/versions/{version}', given),
    /** The source chain of an article: who took it from whom, in its own words. */
    getChain: (given: GetChainGiven) =>
      ask<Chain>(options, '/articles/{id}/chain', given),
    /** What an article shares with others, and who took it from whom. */
    listCopies: (given: ListCopiesGiven) =>
      ask<{
      readonly items: readonly Copy[];
    }>(options, '/articles/{id}/copies', given),
    /** Who is named in an article, and where. */
    listMentions: (given: ListMentionsGiven) =>
      ask<{
      readonly items: readonly Mention[];
    }>(options, '/articles/{id}/mentions', given),
    /** Published comments under a story, the oldest first; "asOf" leaves out what was published later, votes are those of today. */
    listStoryComments: (given: ListStoryCommentsGiven) =>
      ask<{
      /** The oldest first; 500 at most */
      readonly items: readonly Comment[];
    }>(options, '/stories/{id}/comments', given),
    /** Published comments under a report, the oldest first; "asOf" leaves out what was published later, votes are those of today. */
    listArticleComments: (given: ListArticleCommentsGiven) =>
      ask<{
      /** The oldest first; 500 at most */
      readonly items: readonly Comment[];
    }>(options, '/articles/{id}/comments', given),
    /** People, organisations and places that articles name, by id. */
    listEntities: (given: ListEntitiesGiven = {}) =>
      ask<{
      readonly items: readonly Entity[];
      /** Cursor of the next page; null at the end of the list */
      readonly next: string | null;
    }>(options, '/entities', given),
    /** One entity with its counts and titles. */
    getEntity: (given: GetEntityGiven) =>
      ask<EntityDetail>(options, '/entities/{id}', given),
    /** Where an entity is named, the article that was seen last first. */
    listEntityMentions: (given: ListEntityMentionsGiven) =>
      ask<{
      readonly items: readonly Mention[];
      /** Cursor of the next page; null at the end of the list */
      readonly next: string | null;
    }>(options, '/entities/{id}/mentions', given),
    /** Who said what: each statement once, the newest first. */
    listStatements: (given: ListStatementsGiven = {}) =>
      ask<{
      readonly items: readonly Statement[];
      /** Cursor of the next page; null at the end of the list */
      readonly next: string | null;
    }>(options, '/statements', given),
    /** One statement, what answers it, and where the same words stand. */
    getStatement: (given: GetStatementGiven) =>
      ask<StatementDetail>(options, '/statements/{id}', given),
    /** The statements of a dossier, the newest first. */
    listDossierStatements: (given: ListDossierStatementsGiven) =>
      ask<{
      readonly items: readonly Statement[];
      /** Cursor of the next page; null at the end of the list */
      readonly next: string | null;
    }>(options, '/dossiers/{id}/statements', given),
    /** Who contacted whom; those whose status changed last stand first. */
    listContacts: (given: ListContactsGiven = {}) =>
      ask<{
      readonly items: readonly Contact[];
      /** Cursor of the next page; null at the end of the list */
      readonly next: string | null;
    }>(options, '/contacts', given),
    /** One contact with every voice, its words, and how the status changed. */
    getContact: (given: GetContactGiven) =>
      ask<Contact>(options, '/contacts/{id}', given),
    /** The contacts of a dossier; those whose status changed last stand first. */
    listDossierContacts: (given: ListDossierContactsGiven) =>
      ask<{
      readonly items: readonly Contact[];
      /** Cursor of the next page; null at the end of the list */
      readonly next: string | null;
    }>(options, '/dossiers/{id}/contacts', given),
    /** Two countries or blocs whose people were in touch, by id. */
    listDyads: (given: ListDyadsGiven = {}) =>
      ask<{
      readonly items: readonly Dyad[];
      /** Cursor of the next page; null at the end of the list */
      readonly next: string | null;
    }>(options, '/dyads', given),
    /** Two parties: their contacts in short, and where voices contradict each other. */
    getDyad: (given: GetDyadGiven) =>
      ask<DyadDetail>(options, '/dyads/{a}/{b}', given),
    /** Statements that stand against each other, two by two, the newest first. */
    listContradictions: (given: ListContradictionsGiven = {}) =>
      ask<{
      readonly items: readonly StatementPair[];
      /** Cursor of the next page; null at the end of the list */
      readonly next: string | null;
    }>(options, '/contradictions', given),
    /** Outlets by id; "asOf" counts the reports of then, the rest is what the registry says today. */
    listOutlets: (given: ListOutletsGiven = {}) =>
      ask<{
      readonly items: readonly Outlet[];
      /** Cursor of the next page; null at the end of the list */
      readonly next: string | null;
    }>(options, '/outlets', given),
    /** One outlet; "asOf" counts the reports of then, the rest is what the registry says today. */
    getOutlet: (given: GetOutletGiven) =>
      ask<Outlet>(options, '/outlets/{id}', given),
    /** Publisher families: outlets of one house, which are no independent origins of each other. */
    listFamilies: (given: ListFamiliesGiven = {}) =>
      ask<{
      readonly items: readonly Family[];
      /** Cursor of the next page; null at the end of the list */
      readonly next: string | null;
    }>(options, '/families', given),
    /** Our own categories of stories, in the order of the menu. */
    listSections: (given: ListSectionsGiven = {}) =>
      ask<{
      readonly items: readonly Section[];
    }>(options, '/sections', given),
    /** Where we collect, and how each source fares. */
    listSources: (given: ListSourcesGiven = {}) =>
      ask<{
      readonly items: readonly Source[];
      /** Cursor of the next page; null at the end of the list */
      readonly next: string | null;
    }>(options, '/sources', given),
    /** One source. */
    getSource: (given: GetSourceGiven) =>
      ask<Source>(options, '/sources/{id}', given),
    /** Topic pages of outlets, the newest first. */
    listTopics: (given: ListTopicsGiven = {}) =>
      ask<{
      readonly items: readonly Topic[];
      /** Cursor of the next page; null at the end of the list */
      readonly next: string | null;
    }>(options, '/topics', given),
    /** One topic. */
    getTopic: (given: GetTopicGiven) =>
      ask<Topic>(options, '/topics/{id}', given),
    /** What a topic page listed, the newest first. */
    listTopicItems: (given: ListTopicItemsGiven) =>
      ask<{
      readonly items: readonly TopicItem[];
      /** Cursor of the next page; null at the end of the list */
      readonly next: string | null;
    }>(options, '/topics/{id}/items', given),
    /** Dossiers that operators keep, the newest first. */
    listDossiers: (given: ListDossiersGiven = {}) =>
      ask<{
      readonly items: readonly Dossier[];
      /** Cursor of the next page; null at the end of the list */
      readonly next: string | null;
    }>(options, '/dossiers', given),
    /** One dossier; its statements and contacts are lists of their own. */
    getDossier: (given: GetDossierGiven) =>
      ask<Dossier>(options, '/dossiers/{id}', given),
    /** Articles, stories, statements or contacts that have all of the words, in any spelling and inflection. "asOf": statements and contacts that were known then, as they stood, and articles whose text of today we had then; an article that has changed since is left out, since its words of then are not indexed. Stories of a moment are listed by /stories. */
    search: (given: SearchGiven) =>
      ask<SearchAnswer>(options, '/search', given),
    /** Fetched pages, the one stored last first; the bytes themselves are not given. */
    listFetchedPages: (given: ListFetchedPagesGiven = {}) =>
      ask<{
      readonly items: readonly FetchedPage[];
      /** Cursor of the next page; null at the end of the list */
      readonly next: string | null;
    }>(options, '/fetched-pages', given),
    /** One fetched page. */
    getFetchedPage: (given: GetFetchedPageGiven) =>
      ask<FetchedPage>(options, '/fetched-pages/{id}', given),
    /** The webhooks of this key, the newest first. */
    listWebhooks: (given: ListWebhooksGiven = {}) =>
      ask<{
      readonly items: readonly Webhook[];
      /** Cursor of the next page; null at the end of the list */
      readonly next: string | null;
    }>(options, '/webhooks', given),
    /** Keeps a webhook; before anything else it gets a check, whose challenge it must send back. */
    makeWebhook: (given: MakeWebhookGiven) =>
      ask<NewWebhook>(options, '/webhooks', given, 'POST'),
    /** One webhook with what it follows and how sending fares. */
    getWebhook: (given: GetWebhookGiven) =>
      ask<Webhook>(options, '/webhooks/{id}', given),
    /** Forgets a webhook with all that it follows and all that waits for it. */
    endWebhook: (given: EndWebhookGiven) =>
      ask<null>(options, '/webhooks/{id}', given, 'DELETE'),
    /** Follows one page more, from now on. */
    follow: (given: FollowGiven) =>
      ask<Follow>(options, '/webhooks/{id}/follows', given, 'POST'),
    /** Follows a page no more. */
    unfollow: (given: UnfollowGiven) =>
      ask<null>(options, '/webhooks/{id}/follows/{follow}', given, 'DELETE'),
    /** Sends a signed test message. */
    testWebhook: (given: TestWebhookGiven) =>
      ask<Queued>(options, '/webhooks/{id}/test', given, 'POST'),
    /** Messages that the webhook never took, with the last reason, the newest first. */
    listDeadMessages: (given: ListDeadMessagesGiven) =>
      ask<{
      readonly items: readonly DeadMessage[];
      /** Cursor of the next page; null at the end of the list */
      readonly next: string | null;
    }>(options, '/webhooks/{id}/dead', given),
    /** Sends dead messages again, with the keys that they had: these, or all. */
    replayMessages: (given: ReplayMessagesGiven) =>
      ask<Queued>(options, '/webhooks/{id}/replay', given, 'POST'),
    /** What went wrong and is open; severity fatal is the quarantine. */
    listIssues: (given: ListIssuesGiven = {}) =>
      ask<{
      readonly items: readonly Issue[];
      /** Cursor of the next page; null at the end of the list */
      readonly next: string | null;
    }>(options, '/issues', given),
    /** How sources and stages fare. */
    getHealth: (given: GetHealthGiven = {}) =>
      ask<Health>(options, '/health', given),
  };
}
