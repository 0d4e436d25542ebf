/** Threads: which there are, and which story is in which. */
import type { Database } from './database.js';

/** Makes the threads that these reports opened, where there are none, in the order given. Their numbers stay for good. */
export async function ensureThreads(tx: Database, openerIds: readonly number[]): Promise<void> {
  if (openerIds.length === 0) return;
  await tx.run(
    `insert into thread (opener_id)
     select opener_id from unnest($1::bigint[]) with ordinality as given (opener_id, place)
     where not exists (select from thread t where t.opener_id = given.opener_id)
     group by opener_id order by min(place)`,
    [openerIds],
  );
}

/** Makes the threads that the machine means by all reports, in order of arrival. */
export async function ensureMeantThreads(tx: Database): Promise<void> {
  const rows = await tx.rows<{ opener_id: number }>(
    'select thread_opener_id as opener_id from report where thread_opener_id is not null order by arrival',
  );
  await ensureThreads(
    tx,
    rows.map((row) => row.opener_id),
  );
}

/**
 * Puts stories into their threads: as the newest act in force on each says, else as the machine decided when the story
 * was opened. What was split off a story is in its thread. `openerIds` narrows the work to stories that the machine
 * opened with these reports.
 */
export async function placeInThreads(tx: Database, openerIds?: readonly number[]): Promise<void> {
  await tx.run(
    `update story s set thread_id = meant.thread_id
     from (select x.id, case when act.id is null then t.id when act.kind = 'thread' then act.into_id end as thread_id
       from story x
         left join report r on r.article_id = x.opener_id
         left join report o on o.article_id = r.opener_id
         left join thread t on t.opener_id = coalesce(o.thread_opener_id, o.article_id)
         left join lateral (select a.id, a.kind, a.into_id from story_act a
           where a.story_id = x.id and a.undone_at is null and a.kind in ('thread', 'unthread')
           order by a.id desc limit 1) act on true
       where $1::bigint[] is null or r.opener_id = any($1)) meant
     where meant.id = s.id and s.thread_id is distinct from meant.thread_id`,
    [openerIds],
  );
}

/** The thread of a story, made where it is in none: its own then. Undefined when no story has the number. */
export async function threadOfStory(tx: Database, storyId: number): Promise<number | undefined> {
  const story = await tx.row<{ thread_id: number | null; opener_id: number }>(
    `select s.thread_id, coalesce(r.opener_id, s.opener_id) as opener_id
     from story s left join report r on r.article_id = s.opener_id where s.id = $1 and s.report_count > 0`,
    [storyId],
  );
  if (!story) return undefined;
  if (story.thread_id !== null) return story.thread_id;
  await ensureThreads(tx, [story.opener_id]);
  const made = await tx.row<{ id: number }>('select id from thread where opener_id = $1', [story.opener_id]);
  return made?.id;
}
