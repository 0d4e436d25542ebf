import type { EntityType, Mention } from '../model/entity.js';
import type { Segment } from './speaker_region.js';
import type { WordBlock } from './statement_words.js';

/** A mention by the words of its block. */
export interface BlockMention extends Segment {
  readonly mention: Mention;
  /** Of its entity, where that is known. */
  readonly type?: EntityType;
}

/** What the subject rules look at: a block and who is mentioned in it. */
export interface SpeakerView {
  readonly view: WordBlock;
  /** First word → mention. */
  readonly mentions: ReadonlyMap<number, BlockMention>;
  /** Last names of those who spoke before in the article. */
  readonly surnames: Set<string>;
}

/** A noun phrase that can speak. */
export interface SpeakerPhrase extends Segment {
  readonly via: 'name' | 'role' | 'pronoun' | 'org' | 'unnamed';
  /** The words that name the speaker, without title. */
  readonly name: Segment;
  readonly role?: Segment;
  readonly mention?: Mention;
  /** «این مقام»: points back to somebody. */
  readonly pointing: boolean;
  /** Only its place says that it speaks; no list, title or mark does. */
  readonly isWeak?: boolean;
  /** Who else speaks: «رویترز و آکسیوس». */
  readonly others?: readonly BlockMention[];
}
