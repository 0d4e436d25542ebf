/** What operators decided about entities: primary data that every rebuild does again. */
import { nameContradictionSpeakers } from './contradiction_speakers.js';
import type { Database } from './database.js';

type EntityActKind = 'merge' | 'split' | 'rename';

export interface EntityAct {
  readonly id: number;
  readonly kind: EntityActKind;
  readonly entityId: string;
  /** Of a merge the one that takes all, of a split the one that it opened. */
  readonly intoId?: string;
  /** Of a rename, or of the entity that a split opened. */
  readonly name?: string;
  /** Articles in which the name means the other one. */
  readonly articleIds?: readonly number[];
  readonly note?: string;
  readonly doneAt: string;
  readonly undoneAt?: string;
}

export type NewEntityAct = Omit<EntityAct, 'id' | 'undoneAt'>;

interface ActRow {
  readonly id: number;
  readonly kind: EntityActKind;
  readonly entity_id: string;
  readonly into_id: string | null;
  readonly name: string | null;
  readonly article_ids: readonly string[] | null;
  readonly note: string | null;
  readonly done_at: string;
  readonly undone_at: string | null;
}

/** Writes an act down; returns its number. */
export async function saveEntityAct(tx: Database, act: NewEntityAct): Promise<number> {
  const row = await tx.row<{ id: number }>(
    `insert into entity_act (kind, entity_id, into_id, name, article_ids, note, done_at)
     values ($1, $2, $3, $4, $5, $6, $7) returning id`,
    [act.kind, act.entityId, act.intoId, act.name, act.articleIds, act.note, act.doneAt],
  );
  if (!row) throw new Error('Cannot save an act: the database gave it no number');
  return row.id;
}

/** Marks an act as undone and returns it; undefined when there is none in force of that number. */
export async function markEntityActUndone(
  tx: Database,
  id: number,
  at: string,
): Promise<EntityAct | undefined> {
  const row = await tx.row<ActRow>(
    'update entity_act set undone_at = $2 where id = $1 and undone_at is null returning *',
    [id, at],
  );
  return row && toAct(row);
}

/** Acts in force, in the order in which they were done. */
export async function loadEntityActs(db: Database): Promise<readonly EntityAct[]> {
  const rows = await db.rows<ActRow>('select * from entity_act where undone_at is null order by id');
  return rows.map(toAct);
}

/** The newest acts, undone ones too. */
export async function loadEntityActHistory(db: Database, limit: number): Promise<readonly EntityAct[]> {
  const rows = await db.rows<ActRow>('select * from entity_act order by id desc limit $1', [limit]);
  return rows.map(toAct);
}

/** Who is meant, after all acts, where an article's analysis names an entity. */
export function meantBy(
  acts: readonly EntityAct[],
  { machineId, articleId }: { readonly machineId: string; readonly articleId: number },
): string {
  let id = machineId;
  for (const act of acts) {
    if (act.entityId !== id || act.intoId === undefined) continue;
    if (act.kind === 'merge' || act.articleIds?.includes(articleId)) id = act.intoId;
  }
  return id;
}

/**
 * Makes every row say who is meant after all acts in force, and every entity show its name and where it went. The same
 * acts give the same rows, however they came about.
 */
export async function applyEntityActs(tx: Database): Promise<void> {
  const acts = await loadEntityActs(tx);
  await tx.run(
    `update entity set given_name = null, merged_into = null where given_name is not null or merged_into is not null`,
  );
  for (const { kind, entityId, intoId, name } of acts) {
    if (kind === 'rename') await tx.run('update entity set given_name = $2 where id = $1', [entityId, name]);
    if (kind === 'merge')
      await tx.run('update entity set merged_into = $2 where id = $1', [entityId, intoId]);
    if (kind === 'split')
      await openSplit(tx, { entityId, intoId: intoId ?? entityId, name: name ?? entityId });
  }
  for (const table of Object.keys(ARTICLE_OF) as (keyof typeof ARTICLE_OF)[]) await applyTo(tx, table, acts);
  await nameContradictionSpeakers(tx);
}

async function openSplit(
  tx: Database,
  { entityId, intoId, name }: { readonly entityId: string; readonly intoId: string; readonly name: string },
): Promise<void> {
  await tx.run(
    `insert into entity (id, type, name, known, side, split_from)
     select $2, type, $3, false, side, id from entity where id = $1
     on conflict (id) do nothing`,
    [entityId, intoId, name],
  );
}

/** Rows that no act touches keep what the machine said. */
async function applyTo(
  tx: Database,
  table: keyof typeof ARTICLE_OF,
  acts: readonly EntityAct[],
): Promise<void> {
  await tx.run(`update ${table} set entity_id = machine_id where entity_id <> machine_id`);
  const touched = new Set(acts.flatMap(({ entityId, kind }) => (kind === 'rename' ? [] : [entityId])));
  if (touched.size === 0) return;
  const article = ARTICLE_OF[table];
  const rows = await tx.rows<{ machine_id: string; article_id: number }>(
    `select distinct machine_id, ${article} as article_id from ${table} where machine_id = any($1)`,
    [[...touched]],
  );
  const changed = rows.flatMap((row) => {
    const meant = meantBy(acts, { machineId: row.machine_id, articleId: row.article_id });
    return meant === row.machine_id ? [] : [{ ...row, meant }];
  });
  await tx.run(
    `update ${table} set entity_id = given.meant
     from unnest($1::text[], $2::bigint[], $3::text[]) as given (machine, article, meant)
     where machine_id = given.machine and ${article} = given.article`,
    [
      changed.map((row) => row.machine_id),
      changed.map((row) => row.article_id),
      changed.map((row) => row.meant),
    ],
  );
}

/** Ids of statements begin with the number of their article. Contacts are built anew instead: several articles tell of each. */
const ARTICLE_OF = {
  entity_mention: 'article_id',
  statement_speaker: `split_part(statement_id, '-', 1)::bigint`,
  statement_about: `split_part(statement_id, '-', 1)::bigint`,
} as const;

function toAct(row: ActRow): EntityAct {
  return {
    id: row.id,
    kind: row.kind,
    entityId: row.entity_id,
    doneAt: row.done_at,
    ...(row.into_id === null ? {} : { intoId: row.into_id }),
    ...(row.name === null ? {} : { name: row.name }),
    // Arrays of int8 arrive as text.
    ...(row.article_ids === null ? {} : { articleIds: row.article_ids.map(Number) }),
    ...(row.note === null ? {} : { note: row.note }),
    ...(row.undone_at === null ? {} : { undoneAt: row.undone_at }),
  };
}
