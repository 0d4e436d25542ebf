/**
 * What became new, numbered in the order in which everybody may read it. Nothing is written here by the stages: whoever
 * listens looks at what they have done since the mark. One process at a time numbers, so that a number never appears
 * behind a higher one.
 */
import type { Database, Store, Transaction } from './database.js';

export const EVENT_KINDS = ['story', 'story_update', 'statement', 'contact'] as const;
export type EventKind = (typeof EVENT_KINDS)[number];

export interface StoredEvent {
  readonly id: number;
  readonly kind: EventKind;
  /** Story; story#article; statement; contact#length of its history. */
  readonly ref: string;
  readonly knownAt: string;
}

/** Days for which events are kept; what is older when it is read is no news. */
const KEPT_DAYS = 7;
/** Reports and analyses of one transaction. */
const PIECE = 2000;

/** Numbers all that became new; does nothing while another process does so. */
export async function announceEvents(store: Store, now: string): Promise<void> {
  const since = new Date(Date.parse(now) - KEPT_DAYS * 86_400_000).toISOString();
  while (await store.transaction((tx) => announcePiece(tx, since)));
}

/** One piece; true while there is more. */
async function announcePiece(tx: Transaction, since: string): Promise<boolean> {
  // A rebuild begins its numbers anew: then the mark goes back, and what was told before is known by its name.
  const mark = await tx.row<{ arrival: number; analysis: number }>(
    `select least(last_arrival, (select coalesce(max(arrival), 0) from report)) as arrival,
       least(last_analysis, (select coalesce(max(id), 0) from analysis)) as analysis
     from event_mark for update skip locked`,
  );
  if (mark === undefined) return false;
  const arrivals = await announceReports(tx, mark.arrival, since);
  const analyses = await announceAnalyses(tx, mark.analysis, since);
  await tx.run('update event_mark set last_arrival = $1, last_analysis = $2', [arrivals.last, analyses.last]);
  await tx.run('delete from event where known_at < $1', [since]);
  return arrivals.count === PIECE || analyses.count === PIECE;
}

interface Piece {
  readonly last: number;
  readonly count: number;
}

async function announceReports(tx: Transaction, after: number, since: string): Promise<Piece> {
  const rows = await tx.rows<{ arrival: number }>(
    'select arrival from report where arrival > $1 order by arrival limit $2',
    [after, PIECE],
  );
  const last = rows.at(-1)?.arrival ?? after;
  if (rows.length === 0) return { last, count: 0 };
  await tx.run(
    `with fresh as (
       select r.arrival, r.article_id, s.id as story_id, s.opener_id, a.first_seen_at, o.first_seen_at as opened_at
       from report r join story_member m using (article_id) join story s on s.id = m.story_id
         join article a on a.id = r.article_id join article o on o.id = s.opener_id
       where r.arrival > $1 and r.arrival <= $2)
     insert into event (kind, ref, known_at)
     select kind, ref, known_at from (
       select arrival, 0 as place, 'story' as kind, story_id::text as ref, opened_at as known_at from fresh
       union all
       select arrival, 1, 'story_update', story_id || '#' || article_id, first_seen_at from fresh
       where article_id <> opener_id) news
     where known_at >= $3 order by arrival, place on conflict do nothing`,
    [after, last, since],
  );
  return { last, count: rows.length };
}

async function announceAnalyses(tx: Transaction, after: number, since: string): Promise<Piece> {
  const rows = await tx.rows<{ id: number }>('select id from analysis where id > $1 order by id limit $2', [
    after,
    PIECE,
  ]);
  const last = rows.at(-1)?.id ?? after;
  if (rows.length === 0) return { last, count: 0 };
  await tx.run(
    `with fresh as (select id, article_id, version from analysis where id > $1 and id <= $2)
     insert into event (kind, ref, known_at)
     select kind, ref, known_at from (
       select f.id, 0 as place, s.position, 'statement' as kind, s.id as ref, s.known_at
       from fresh f join statement s on s.article_id = f.article_id and s.version = f.version
       where s.twin_of is null
       union all
       select f.id, 1, t.position, 'contact', c.id || '#' || jsonb_array_length(c.entry->'history'), c.changed_at
       from fresh f join contact_telling t on t.article_id = f.article_id and t.version = f.version
         -- What names one side alone is news of the contact that it is held to be.
         join contact k on k.id = t.contact_id join contact c on c.id = coalesce(k.resolved_to, k.id)) news
     where known_at >= $3 order by id, place, position on conflict do nothing`,
    [after, last, since],
  );
  return { last, count: rows.length };
}

/** Events behind a number, in their order. */
export function loadEvents(db: Database, after: number, limit: number): Promise<readonly StoredEvent[]> {
  return db.rows<StoredEvent>(
    'select id, kind, ref, known_at as "knownAt" from event where id > $1 order by id limit $2',
    [after, limit],
  );
}

/** The lowest and highest number that is kept; zeros when there is none. */
export async function loadEventRange(
  db: Database,
): Promise<{ readonly first: number; readonly last: number }> {
  const row = await db.row<{ first: number; last: number }>(
    'select coalesce(min(id), 0) as first, coalesce(max(id), 0) as last from event',
  );
  return row ?? { first: 0, last: 0 };
}
