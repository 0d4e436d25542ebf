/** What the desk has done by other layers: they are handed in, since the site may not reach them itself. */

import type { Source, SourceKind } from '../model/outlet.js';

/** What came of an act; a refusal says why in an English sentence. */
export type DeskOutcome =
  | {
      readonly kind: 'done' /** Address of what is there now: a story's number, an entity's id. */;
      readonly place: string;
    }
  | { readonly kind: 'refused'; readonly why: string };

interface Occasion {
  readonly at: string;
  /** Why, for operators alone. */
  readonly note?: string;
}

interface ActToUndo {
  readonly id: number;
  readonly at: string;
}

export interface StoryActs {
  split(
    wish: Occasion & { readonly storyId: number; readonly articleIds: readonly number[] },
  ): Promise<DeskOutcome>;
  merge(wish: Occasion & { readonly storyId: number; readonly intoId: number }): Promise<DeskOutcome>;
  move(wish: Occasion & { readonly articleId: number; readonly intoId: number }): Promise<DeskOutcome>;
  /** Into the thread of another story. */
  join(wish: Occasion & { readonly storyId: number; readonly withId: number }): Promise<DeskOutcome>;
  /** Out of its thread. */
  leave(wish: Occasion & { readonly storyId: number }): Promise<DeskOutcome>;
  /** False when there is no act in force of that number. */
  undo(act: ActToUndo): Promise<boolean>;
}

export interface EntityActs {
  merge(wish: Occasion & { readonly entityId: string; readonly intoId: string }): Promise<DeskOutcome>;
  split(
    wish: Occasion & {
      readonly entityId: string;
      readonly name: string;
      readonly articleIds: readonly number[];
    },
  ): Promise<DeskOutcome>;
  rename(wish: Occasion & { readonly entityId: string; readonly name: string }): Promise<DeskOutcome>;
  undo(act: ActToUndo): Promise<boolean>;
}

interface SourceWish {
  readonly url: string;
  /** Absent: what the address answers decides. */
  readonly kind?: SourceKind | undefined;
  /** Name of an outlet that is not known yet. */
  readonly outletName?: string | undefined;
  /** Adds without asking the address; `kind` must be given then. */
  readonly unchecked: boolean;
}

/** What the feeds of a list come to. */
export interface ImportPlan {
  readonly kind: 'plan';
  readonly added: readonly Source[];
  /** Addresses that a source has already, and its id. */
  readonly known: readonly { readonly url: string; readonly id: string }[];
  readonly refused: readonly { readonly url: string; readonly why: string }[];
}

type Refused = Extract<DeskOutcome, { kind: 'refused' }>;

export interface SourceActs {
  add(wish: SourceWish): Promise<DeskOutcome>;
  /** Only what was added by an operator; sources that come with the program are turned off instead. */
  remove(id: string): Promise<DeskOutcome>;
  /** What taking in an OPML text would add; writes nothing. */
  plan(opml: string): Promise<ImportPlan | Refused>;
  take(opml: string): Promise<ImportPlan | Refused>;
  /** All sources as OPML. */
  list(): Promise<string>;
}

export interface DeskActs {
  readonly stories: StoryActs;
  readonly entities: EntityActs;
  /** Absent where sources are given and not chosen, as on the sample press. */
  readonly sources?: SourceActs;
}
