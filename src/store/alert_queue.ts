/** Messages that wait to be sent: claimed by lease, so that any number of processes share them and a kill loses none. */
import type { FollowKind } from '../model/alert.js';
import { type AlertTarget, putMessage } from './alert_targets.js';
import type { Database } from './database.js';

/** A message that this process is to send now. */
export interface DueMessage {
  readonly id: number;
  /** The same at every attempt: by it a receiver knows what comes again. */
  readonly key: string;
  readonly kind: 'news' | 'check' | 'confirm' | 'test';
  readonly body: string | null;
  readonly followId: number | null;
  /** Attempts before this one. */
  readonly attempts: number;
  readonly targetId: number;
  readonly targetKind: AlertTarget['kind'];
  readonly address: string;
  readonly secret: string | null;
  readonly language: 'fa' | 'en';
  /** Unguessable: by it a reader ends his alerts. */
  readonly targetToken: string;
}

export interface MessageClaim {
  readonly at: string;
  /** Until when nobody else sends what is claimed. */
  readonly until: string;
  /** Only to targets of these kinds: mails need an SMTP server. */
  readonly kinds: readonly AlertTarget['kind'][];
  readonly limit: number;
}

/** Leases messages that are due, the longest waiting first. The attempt counts from here: a kill in between is one. */
export function claimMessages(db: Database, claim: MessageClaim): Promise<readonly DueMessage[]> {
  return db.rows<DueMessage>(
    `with due as (
       select m.id, m.next_at as due_at from alert_message m join alert_target t on t.id = m.target_id
       where m.state = 'waiting' and m.next_at <= $1 and t.kind = any($3) and t.state <> 'closed'
       order by m.next_at, m.id limit $4 for update of m skip locked)
     update alert_message m set next_at = $2, attempts = attempts + 1
     from due, alert_target t where m.id = due.id and t.id = m.target_id
     returning m.id, m.key, m.kind, m.body, m.follow_id as "followId", m.attempts - 1 as attempts,
       t.id as "targetId", t.kind as "targetKind", t.address, t.secret, t.language, t.token as "targetToken"`,
    [claim.at, claim.until, claim.kinds, claim.limit],
  );
}

/** Notes that messages have been taken. */
export async function settleMessages(db: Database, ids: readonly number[], at: string): Promise<void> {
  await db.run(
    `update alert_message set state = 'sent', done_at = $2, error = null where id = any($1) and state = 'waiting'`,
    [ids, at],
  );
}

export interface MessageFailure {
  readonly id: number;
  readonly error: string;
  /** Undefined: it was the last attempt. */
  readonly nextAt: string | undefined;
}

/** Notes that a message was not taken: it waits for its next attempt, or is dead. */
export async function saveMessageFailure(db: Database, failure: MessageFailure): Promise<void> {
  await db.run(
    `update alert_message set error = $2, next_at = coalesce($3::timestamptz, next_at),
       state = case when $3::timestamptz is null then 'dead' else state end
     where id = $1 and state = 'waiting'`,
    [failure.id, failure.error, failure.nextAt],
  );
}

export interface DeadMessage {
  readonly id: number;
  readonly key: string;
  readonly kind: string;
  readonly targetId: number;
  readonly address: string;
  readonly attempts: number;
  readonly error: string | null;
  readonly madeAt: string;
}

/** Messages that nobody took, the newest first. */
export function listDeadMessages(
  db: Database,
  page: { readonly limit: number; readonly targetId?: number; readonly beforeId?: number | undefined },
): Promise<readonly DeadMessage[]> {
  return db.rows<DeadMessage>(
    `select m.id, m.key, m.kind, m.target_id as "targetId", t.address, m.attempts, m.error, m.made_at as "madeAt"
     from alert_message m join alert_target t on t.id = m.target_id
     where m.state = 'dead' and ($2::bigint is null or m.target_id = $2) and ($3::bigint is null or m.id < $3)
     order by m.id desc limit $1`,
    [page.limit, page.targetId, page.beforeId],
  );
}

/** Which dead messages: these or all, of one target or of all. */
export interface ReplayWish {
  readonly ids?: readonly number[] | undefined;
  readonly targetId?: number | undefined;
  readonly at: string;
}

/** Sends dead messages again, with the keys that they had. Returns how many. */
export async function replayMessages(db: Database, wish: ReplayWish): Promise<number> {
  return db.run(
    `update alert_message m set state = 'waiting', attempts = 0, next_at = $2, error = null
     from alert_target t where t.id = m.target_id and t.state <> 'closed' and m.state = 'dead'
       and ($1::bigint[] is null or m.id = any($1)) and ($3::bigint is null or t.id = $3)`,
    [wish.ids, wish.at, wish.targetId],
  );
}

/** Least time between two mails to one address. */
const MAIL_PAUSE = "interval '10 minutes'";
/** News of one mail; the rest comes with the next. */
const MAIL_NEWS = 50;
const BUNDLES = 100;

/** Makes messages of matches that are due to go by mail: one for each address, never two within ten minutes. */
export async function bundleMails(tx: Database, at: string): Promise<number> {
  const due = await tx.rows<{ id: number }>(
    `select t.id from alert_target t where t.kind = 'mail' and t.state = 'open'
       and exists (select from alert_match m join alert_follow f on f.id = m.follow_id
         where f.target_id = t.id and m.due_at <= $1)
       and not exists (select from alert_message x where x.target_id = t.id and x.kind = 'news'
         and (x.state = 'waiting' or x.made_at > $1::timestamptz - ${MAIL_PAUSE}))
     limit ${BUNDLES} for update of t skip locked`,
    [at],
  );
  for (const { id } of due) {
    const messageId = await putMessage(tx, { targetId: id, kind: 'news', at });
    await tx.run(
      `update alert_match m set message_id = $1, due_at = null
       where (m.follow_id, m.kind, m.ref) in (select x.follow_id, x.kind, x.ref from alert_match x
         join alert_follow f on f.id = x.follow_id where f.target_id = $2 and x.due_at <= $3
         order by x.known_at, x.ref limit ${MAIL_NEWS})`,
      [messageId, id, at],
    );
  }
  return due.length;
}

/** One thing that a mail tells. */
export interface MatchedNews {
  readonly followId: number;
  readonly followKind: FollowKind;
  readonly subject: string;
  readonly kind: string;
  readonly ref: string;
}

/** What a mail tells, in the order of what is followed. */
export function loadMatchedNews(db: Database, messageId: number): Promise<readonly MatchedNews[]> {
  return db.rows<MatchedNews>(
    `select f.id as "followId", f.kind as "followKind", f.subject, m.kind, m.ref
     from alert_match m join alert_follow f on f.id = m.follow_id
     where m.message_id = $1 order by f.id, m.known_at, m.ref`,
    [messageId],
  );
}

/** Messages that were taken are kept for so long; dead ones until an operator does something. */
const KEPT = "interval '30 days'";
/** An address that nobody has confirmed is forgotten after so long. */
const UNCONFIRMED = "interval '2 days'";

/** Forgets what was sent long ago and addresses that nobody confirmed. */
export async function forgetOldAlerts(db: Database, at: string): Promise<void> {
  await db.run(`delete from alert_message where state = 'sent' and done_at < $1::timestamptz - ${KEPT}`, [
    at,
  ]);
  await db.run(
    `delete from alert_follow f using alert_target t where t.id = f.target_id and t.kind = 'mail'
       and f.opened_at is null and f.made_at < $1::timestamptz - ${UNCONFIRMED}`,
    [at],
  );
  await db.run(
    `delete from alert_target t where t.kind = 'mail'
       and not exists (select from alert_follow f where f.target_id = t.id)`,
  );
}
