/** What the desk has done by other layers: they are handed in, since the site may not reach them itself. */

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

export interface ActToUndo {
  readonly id: number;
  readonly at: string;
}

export interface StoryActs {
  split(
    wish: Occasion & { readonly storyId: number; readonly articleIds: readonly number[] },
  ): Promise<DeskOutcome>;
  merge(wish: Occasion & { readonly storyId: number; readonly intoId: number }): Promise<DeskOutcome>;
  move(wish: Occasion & { readonly articleId: number; readonly intoId: number }): Promise<DeskOutcome>;
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

export interface DeskActs {
  readonly stories: StoryActs;
  readonly entities: EntityActs;
}
