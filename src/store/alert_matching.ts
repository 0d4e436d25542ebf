/** Which follows are told of which news. Everything here runs inside the transaction that moves the mark. */
import type { FollowKind, Rhythm } from '../model/alert.js';
import type { Database, Transaction } from './database.js';
import { NEWS, type NewsName, refsOfDossier, refsOfSearch } from './event_matching.js';
import type { EventKind } from './events.js';

/** One follow that is told of one thing. */
export interface AlertMatch {
  readonly followId: number;
  readonly followKind: FollowKind;
  readonly subject: string;
  readonly targetId: number;
  readonly targetKind: 'webhook' | 'mail';
  readonly rhythm: Rhythm;
  readonly kind: EventKind | 'topic_item';
  readonly ref: string;
  /** Null for items of topics. */
  readonly eventId: number | null;
  readonly storyId: number | null;
  readonly knownAt: string;
}

/** News since the mark, at most so many; the caller holds the mark. */
export interface NewsPiece {
  readonly after: number;
  readonly last: number;
  readonly count: number;
}

const PIECE = 500;

/** Takes the mark and what is behind it; undefined while another process has it. */
export async function takeNews(tx: Transaction): Promise<NewsPiece | undefined> {
  const mark = await tx.row<{ last_event: number }>(
    'select last_event from alert_mark for update skip locked',
  );
  if (!mark) return undefined;
  const after = mark.last_event;
  const rows = await tx.rows<{ id: number }>('select id from event where id > $1 order by id limit $2', [
    after,
    PIECE,
  ]);
  return { after, last: rows.at(-1)?.id ?? after, count: rows.length };
}

export async function moveMark(tx: Transaction, { last }: NewsPiece): Promise<void> {
  await tx.run('update alert_mark set last_event = $1', [last]);
}

/** Who is told of what in a piece of news, and of new items of topics; what was matched before is left out. */
export async function findMatches(tx: Transaction, piece: NewsPiece): Promise<readonly AlertMatch[]> {
  const items = await tx.rows<AlertMatch>(TOPIC_MATCHES);
  if (piece.count === 0) return items;
  const found = [...items];
  const range = [piece.after, piece.last];
  for (const condition of PLAIN_CONDITIONS) found.push(...(await matchWhere(tx, condition, range)));
  for (const follow of await loadAsked(tx)) {
    const refs = await refsFor(tx, follow, range);
    if (refs.length === 0) continue;
    found.push(
      ...(await matchWhere(
        tx,
        'f.kind = $3 and f.subject = $4 and (n.kind, n.ref) in (select * from unnest($5::text[], $6::text[]))',
        [...range, follow.kind, follow.subject, refs.map(({ kind }) => kind), refs.map(({ ref }) => ref)],
      )),
    );
  }
  return found;
}

const MATCH_COLUMNS = `f.id as "followId", f.kind as "followKind", f.subject, t.id as "targetId",
  t.kind as "targetKind", t.rhythm`;

/** An entity that operators merged into another is that other one. */
const ENTITY = 'coalesce((select x.merged_into from entity x where x.id = f.subject), f.subject)';
const isParty = (id: string): string =>
  `exists (select from contact_actor p where p.contact_id = n.name and (p.entity_id = ${id} or p.side = ${id}))`;
const hasPart = (id: string): string =>
  `exists (select from contact_role p where p.contact_id = n.name and (p.entity_id = ${id} or p.side = ${id}))`;
const [ONE, OTHER] = ["split_part(f.subject, e'\\n', 1)", "split_part(f.subject, e'\\n', 2)"];

/** What is followed and can be told of an event alone, for all follows at once. */
const PLAIN_CONDITIONS: readonly string[] = [
  `f.kind = 'story' and n.kind = 'story_update' and n.name = f.subject`,
  `f.kind = 'thread' and n.kind = 'story'
     and exists (select from story s where s.id = n.story_id and s.thread_id::text = f.subject)`,
  `f.kind = 'outlet' and n.article_id is not null
     and exists (select from article a where a.id = n.article_id and a.outlet_id = f.subject)`,
  `f.kind = 'entity' and n.kind = 'statement' and (
     exists (select from statement_speaker p where p.statement_id = n.ref and p.entity_id = ${ENTITY})
     or exists (select from statement_about p where p.statement_id = n.ref and p.entity_id = ${ENTITY}))`,
  `f.kind = 'entity' and n.kind = 'contact' and (${isParty(ENTITY)} or ${hasPart(ENTITY)})`,
  `f.kind = 'dyad' and n.kind = 'contact' and ${isParty(ONE)} and ${isParty(OTHER)}`,
];

function matchWhere(
  tx: Database,
  condition: string,
  values: readonly unknown[],
): Promise<readonly AlertMatch[]> {
  return tx.rows<AlertMatch>(
    `with n as materialized (${NEWS})
     select ${MATCH_COLUMNS}, n.kind, n.ref, n.id as "eventId", n.story_id as "storyId", n.known_at as "knownAt"
     from n join alert_follow f on f.opened_at is not null and f.after_event < n.id
       join alert_target t on t.id = f.target_id and t.state = 'open'
     where ${condition}
       and not exists (select from alert_match m where m.follow_id = f.id and m.kind = n.kind and m.ref = n.ref)
       -- Readers of mails are told of a story once for each follow, programs of each report.
       and not (t.kind = 'mail' and f.kind <> 'story' and n.kind = 'story_update'
         and exists (select from alert_match m where m.follow_id = f.id and m.story_id = n.story_id))
     order by n.id, f.id`,
    values,
  );
}

/** Items of topics have no events: those that came behind the follow and were never told. */
const TOPIC_MATCHES = `select ${MATCH_COLUMNS}, 'topic_item' as kind, i.id::text as ref, null as "eventId",
    null as "storyId", i.first_seen_at as "knownAt"
  from alert_follow f join alert_target t on t.id = f.target_id and t.state = 'open'
    join topic_item i on i.topic_id = case when f.kind = 'topic' then f.subject::bigint end and i.id > f.after_item
    join topic o on o.id = i.topic_id and o.hidden_at is null
  where f.kind = 'topic' and f.opened_at is not null
    and not exists (select from alert_match m where m.follow_id = f.id and m.kind = 'topic_item' and m.ref = i.id::text)
  order by i.id, f.id limit ${PIECE}`;

interface Asked {
  readonly kind: 'search' | 'dossier';
  readonly subject: string;
}

/** Searches and dossiers that somebody follows, each once. */
function loadAsked(tx: Database): Promise<readonly Asked[]> {
  return tx.rows<Asked>(
    `select distinct f.kind, f.subject from alert_follow f join alert_target t on t.id = f.target_id
     where f.opened_at is not null and t.state = 'open' and f.kind in ('search', 'dossier')
     order by f.kind, f.subject`,
  );
}

function refsFor(
  tx: Database,
  { kind, subject }: Asked,
  range: readonly number[],
): Promise<readonly NewsName[]> {
  return kind === 'search' ? refsOfSearch(tx, subject, range) : refsOfDossier(tx, Number(subject), range);
}

/**
 * Saves a match; false when its follow knows it already. News for mails wait for their hour, of Tehran; `messageId` is the
 * message that tells a webhook.
 */
export async function saveMatch(
  tx: Transaction,
  match: AlertMatch,
  {
    at,
    messageId,
    dailyHour,
  }: { readonly at: string; readonly messageId?: number; readonly dailyHour: number },
): Promise<boolean> {
  const touched = await tx.run(
    `insert into alert_match (follow_id, kind, ref, event_id, story_id, known_at, message_id, due_at)
     values ($1, $2, $3, $4, $5, $6, $7, case
       when $7::bigint is not null then null
       when $8 = 'hourly' then date_trunc('hour', $9::timestamptz) + interval '1 hour'
       when $8 = 'daily' then ${NEXT_MORNING}
       else $9::timestamptz end)
     on conflict do nothing`,
    [
      match.followId,
      match.kind,
      match.ref,
      match.eventId,
      match.storyId,
      match.knownAt,
      messageId,
      match.rhythm,
      at,
      dailyHour,
    ],
  );
  return touched > 0;
}

/** The next time that clocks in Tehran show the hour of daily mails. */
const LOCAL = "($9::timestamptz at time zone 'Asia/Tehran')";
const NEXT_MORNING = `(date_trunc('day', ${LOCAL} - make_interval(hours => $10)) + interval '1 day'
  + make_interval(hours => $10)) at time zone 'Asia/Tehran'`;
