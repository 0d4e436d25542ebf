/** What operators decided about stories: primary data that every rebuild does again at the same place. */
import type { Database } from './database.js';

/** Reports leave a story, a story goes into another, a report moves; a story goes into a thread or leaves its own. */
export type StoryActKind = 'split' | 'merge' | 'move' | 'thread' | 'unthread';

export interface StoryAct {
  readonly id: number;
  readonly kind: StoryActKind;
  /** It came behind this arrival. */
  readonly afterArrival: number;
  /** The story that was split or merged away, or whose thread was decided. */
  readonly storyId?: number;
  /** The story that took the reports; of `thread` the thread; 0 of `unthread`. */
  readonly intoId: number;
  readonly articleIds: readonly number[];
  readonly note?: string;
  readonly doneAt: string;
  readonly undoneAt?: string;
}

export interface NewStoryAct {
  readonly kind: StoryActKind;
  readonly afterArrival: number;
  readonly storyId?: number;
  /** Absent for a split, which opens its own, and for `unthread`. */
  readonly intoId?: number;
  readonly articleIds: readonly number[];
  readonly note?: string;
  readonly at: string;
}

interface ActRow {
  readonly id: number;
  readonly kind: StoryActKind;
  readonly after_arrival: number;
  readonly story_id: number | null;
  readonly into_id: number | null;
  readonly article_ids: readonly string[];
  readonly note: string | null;
  readonly done_at: string;
  readonly undone_at: string | null;
}

/** Writes an act down; a split opens its story, whose number is permanent like all. */
export async function saveStoryAct(tx: Database, act: NewStoryAct): Promise<StoryAct> {
  const row = await tx.row<{ id: number }>(
    `insert into story_act (kind, after_arrival, story_id, into_id, article_ids, note, done_at)
     values ($1, $2, $3, $4, $5, $6, $7) returning id`,
    [act.kind, act.afterArrival, act.storyId, act.intoId, act.articleIds, act.note, act.at],
  );
  if (!row) throw new Error('Cannot save an act: the database gave it no number');
  const { at, intoId, ...rest } = act;
  if (intoId !== undefined) return { ...rest, id: row.id, intoId, doneAt: at };
  if (act.kind === 'unthread') return { ...rest, id: row.id, intoId: 0, doneAt: at };
  const opened = await tx.row<{ id: number }>(
    'insert into story (opener_id, act_id) values ($1, $2) returning id',
    [act.articleIds[0], row.id],
  );
  if (!opened) throw new Error('Cannot open a story: the database gave it no number');
  await tx.run('update story_act set into_id = $2 where id = $1', [row.id, opened.id]);
  return { ...rest, id: row.id, intoId: opened.id, doneAt: at };
}

/** Marks an act as undone; false when there is none or it was undone before. */
export async function markActUndone(tx: Database, id: number, at: string): Promise<boolean> {
  const touched = await tx.run('update story_act set undone_at = $2 where id = $1 and undone_at is null', [
    id,
    at,
  ]);
  return touched > 0;
}

/** Acts in force, in the order in which they were done. */
export async function loadActs(db: Database): Promise<readonly StoryAct[]> {
  const rows = await db.rows<ActRow>('select * from story_act where undone_at is null order by id');
  return rows.map(toAct);
}

/** The newest acts, undone ones too. */
export async function loadActHistory(db: Database, limit: number): Promise<readonly StoryAct[]> {
  const rows = await db.rows<ActRow>('select * from story_act order by id desc limit $1', [limit]);
  return rows.map(toAct);
}

function toAct(row: ActRow): StoryAct {
  return {
    id: row.id,
    kind: row.kind,
    afterArrival: row.after_arrival,
    intoId: row.into_id ?? 0,
    // Arrays of int8 arrive as text.
    articleIds: row.article_ids.map(Number),
    doneAt: row.done_at,
    ...(row.story_id === null ? {} : { storyId: row.story_id }),
    ...(row.note === null ? {} : { note: row.note }),
    ...(row.undone_at === null ? {} : { undoneAt: row.undone_at }),
  };
}
