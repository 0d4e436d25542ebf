import type { AttributionHop } from './attribution.js';
import type { Contact } from './contact.js';
import type { Entity, Mention } from './entity.js';
import type { Span } from './span.js';
import type { Statement } from './statement.js';

export type PartRole = 'headline' | 'lede' | 'body' | 'teaser';

/** A stretch of the text that may be read; what lies between parts is boilerplate and is never read. */
export interface TextPart extends Span {
  readonly role: PartRole;
}

/** What the analyse stage gets. Spans of the outcome point into `text`. */
export interface AnalyseInput {
  readonly text: string;
  /** Absent: the whole text is body. */
  readonly parts?: readonly TextPart[];
  readonly title?: string;
  /** Name or registry id of the publisher. */
  readonly outlet?: string;
  /** ISO instant of publication; relative dates and dated roles need it. */
  readonly published?: string;
}

/** The outcome of the analyse stage for one article. */
export interface Analysis {
  readonly chain: readonly AttributionHop[];
  readonly entities: readonly Entity[];
  readonly mentions: readonly Mention[];
  readonly statements: readonly Statement[];
  readonly contacts: readonly Contact[];
  /** Contacts of which the article names one side: the ledger may know the other, the article says nothing of it. */
  readonly openContacts: readonly Contact[];
}
