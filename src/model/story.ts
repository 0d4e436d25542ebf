import type { AttributionHop } from './attribution.js';
import type { Span } from './span.js';

/** What grouping needs of an article or post. Reports come in order of arrival. */
export interface Report {
  readonly id: string;
  /** Registry id of the outlet, or its name where the registry has none. */
  readonly outlet: string;
  /** Publisher family; outlets of one family are not independent. */
  readonly family?: string;
  /** ISO instant; absent when the page states none. */
  readonly published?: string;
  readonly title?: string;
  readonly text: string;
  readonly chain: readonly AttributionHop[];
  /** Outlet from which a post was forwarded. */
  readonly forwardedFrom?: string;
  readonly links?: readonly string[];
}

export type CopyDegree = 'verbatim' | 'edited' | 'excerpt' | 'rewritten';

/** Who took from whom, seen from the report that arrived later. */
export type CopyDirection = 'from_other' | 'to_other' | 'undirected';

/** The later report shares running text with an earlier one, quotations and frames aside. */
export interface CopyLink {
  readonly other: string;
  readonly degree: CopyDegree;
  /** Shared shingles over those of the smaller text, 0..1. */
  readonly containment: number;
  readonly direction: CopyDirection;
  /** What decided the direction: `credit`, `time`, `agency`, `forward`. */
  readonly directionBy?: string;
}

/** The same words in two texts, for a reader to see. */
export interface SharedSpan {
  readonly own: Span;
  readonly other: Span;
}

/** One feature of a decision and how much it weighed. */
export interface Reason {
  readonly feature: string;
  readonly value: number | string;
}

/** A name or rare word that a story shares with most stories of a thread. */
export interface SharedKey {
  /** The same for all spellings: the stem of a word, the id of a known name. */
  readonly term: string;
  /** The name as the gazetteer has it, or the word as the story's first report prints it. */
  readonly word: string;
  /** Whether it names a person, place or organisation. */
  readonly isName: boolean;
  /** Natural logarithm of reports per report with it, when the story began. */
  readonly weight: number;
}

/** The running theme that a story belongs to, and what it shares with it. */
export interface ThreadPlace {
  /** Id of the report that opened the first story of the thread. */
  readonly opener: string;
  readonly shared: readonly SharedKey[];
}

/** Where a report was put. Decided on arrival and never revised by the machine. */
export interface Placement {
  readonly id: string;
  /** Id of the report that opened the story; absent for adverts, greetings and previews of other posts. */
  readonly story?: string;
  /** Of a report that opens a story: the earlier stories that it goes on with. */
  readonly thread?: ThreadPlace;
  readonly copyOf?: CopyLink;
  /** Reports that print the same official statement or quotation, without copying each other. */
  readonly commonSource?: string;
  /** Id of the report at the root of what this one rests on; its own id when it stands alone. */
  readonly origin: string;
  readonly reasons: readonly Reason[];
}

/** One independent root of a story: reports that credit it, copy it, or come from one family with it. */
export interface Origin {
  /** Earliest report of the root. */
  readonly first: string;
  /** The outlet, official statement or unnamed source behind it, where one is credited. */
  readonly label: string;
  readonly reports: readonly string[];
}
