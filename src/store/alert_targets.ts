/** Where alerts go, and what is followed there. The site's readers come in through `alert_commands.ts`. */
import { randomBytes } from 'node:crypto';
import type { FollowKind, Rhythm, Subject } from '../model/alert.js';
import type { Database, Transaction } from './database.js';

export interface AlertTarget {
  readonly id: number;
  readonly kind: 'webhook' | 'mail';
  readonly address: string;
  readonly state: 'waiting' | 'open' | 'closed';
  readonly rhythm: Rhythm;
  readonly language: 'fa' | 'en';
  readonly madeAt: string;
  readonly closedBecause: string | null;
}

export interface AlertFollow {
  readonly id: number;
  readonly targetId: number;
  readonly kind: FollowKind;
  readonly subject: string;
  readonly openedAt: string | null;
  /** News that it was told of. */
  readonly matchCount: number;
}

/** A target with what it follows and how sending fares. */
export interface AlertTargetLine extends AlertTarget {
  readonly follows: readonly AlertFollow[];
  readonly waiting: number;
  readonly sent: number;
  readonly dead: number;
}

const TARGET_COLUMNS = `t.id, t.kind, t.address, t.state, t.rhythm, t.language, t.made_at as "madeAt",
  t.closed_because as "closedBecause"`;

/** Bytes of chance: of the key that signs (Standard Webhooks: 24 to 64), and of what stands in addresses. */
const SECRET_BYTES = 32;
const TOKEN_BYTES = 24;

export function chanceWord(): string {
  return randomBytes(TOKEN_BYTES).toString('base64url');
}

export interface NewWebhook {
  readonly address: string;
  readonly subjects: readonly Subject[];
  /** The key of the API that it belongs to; operators' own have none. */
  readonly keyId?: number | undefined;
  readonly at: string;
}

/**
 * Adds a webhook with what it follows. Nothing is sent there but a check until it answers as its owner would. The secret is
 * told here and nowhere else.
 */
export async function addWebhook(
  tx: Transaction,
  { address, subjects, keyId, at }: NewWebhook,
): Promise<{ readonly id: number; readonly secret: string }> {
  const secret = `whsec_${randomBytes(SECRET_BYTES).toString('base64')}`;
  const row = await tx.row<{ id: number }>(
    `insert into alert_target (kind, address, secret, token, key_id, made_at)
     values ('webhook', $1, $2, $3, $4, $5) returning id`,
    [address, secret, chanceWord(), keyId, at],
  );
  if (!row) throw new Error('Cannot save a webhook: the database gave it no number');
  for (const subject of subjects) await addFollow(tx, { targetId: row.id, subject, at });
  const challenge = chanceWord();
  const body = JSON.stringify({ type: 'verification', timestamp: at, data: { challenge } });
  await putMessage(tx, { targetId: row.id, kind: 'check', body, at });
  return { id: row.id, secret };
}

/** Notes what a target follows, once; it is told of nothing until the follow is opened. */
export async function addFollow(
  tx: Database,
  follow: { readonly targetId: number; readonly subject: Subject; readonly at: string },
): Promise<void> {
  const { targetId, subject, at } = follow;
  await tx.run(
    `insert into alert_follow (target_id, kind, subject, token, made_at) values ($1, $2, $3, $4, $5)
     on conflict do nothing`,
    [targetId, subject.kind, subject.subject, chanceWord(), at],
  );
}

export interface NewMessage {
  readonly targetId: number;
  readonly kind: 'news' | 'check' | 'confirm' | 'test';
  readonly followId?: number;
  readonly body?: string;
  readonly at: string;
}

/** Puts a message into the line; returns its number. */
export async function putMessage(tx: Database, message: NewMessage): Promise<number> {
  const row = await tx.row<{ id: number }>(
    `insert into alert_message (key, target_id, kind, follow_id, body, next_at, made_at)
     values ($1, $2, $3, $4, $5, $6, $6) returning id`,
    [newKey(), message.targetId, message.kind, message.followId, message.body, message.at],
  );
  if (!row) throw new Error('Cannot save a message of an alert: the database gave it no number');
  return row.id;
}

/** The idempotency key of a message: no two are alike. */
function newKey(): string {
  return `msg_${randomBytes(18).toString('base64url')}`;
}

/** Opens a target and its follows: from now on it is told what becomes new. */
export async function openTarget(tx: Transaction, targetId: number, at: string): Promise<void> {
  await tx.run(`update alert_target set state = 'open', closed_because = null where id = $1`, [targetId]);
  await openFollows(tx, 'target_id = $2 and opened_at is null', { value: targetId, at });
}

/** Opens one follow and its target; undefined when no follow has this token. */
export async function openFollow(
  tx: Transaction,
  token: string,
  at: string,
): Promise<{ readonly targetId: number } | undefined> {
  const row = await tx.row<{ target_id: number }>('select target_id from alert_follow where token = $1', [
    token,
  ]);
  if (!row) return undefined;
  await tx.run(`update alert_target set state = 'open', closed_because = null where id = $1`, [
    row.target_id,
  ]);
  await openFollows(tx, 'token = $2 and opened_at is null', { value: token, at });
  return { targetId: row.target_id };
}

/** Opens what an open target follows beside the rest; of one that waits all is opened together, later. */
export async function openNewFollows(tx: Transaction, targetId: number, at: string): Promise<void> {
  const target = await tx.row(`select from alert_target where id = $1 and state = 'open'`, [targetId]);
  if (target) await openFollows(tx, 'target_id = $2 and opened_at is null', { value: targetId, at });
}

/** What has been matched is past for a new follow; what is being matched now is locked by the mark, and waited for. */
async function openFollows(
  tx: Transaction,
  where: string,
  { value, at }: { readonly value: string | number; readonly at: string },
): Promise<void> {
  const mark = await tx.row<{ last_event: number }>('select last_event from alert_mark for share');
  await tx.run(
    `update alert_follow set opened_at = $1, after_event = $3,
       after_item = (select coalesce(max(id), 0) from topic_item) where ${where}`,
    [at, value, mark?.last_event ?? 0],
  );
}

/** Sends nothing there any more; what waits is dead, and can be replayed once it is open again. */
export async function closeTarget(tx: Transaction, targetId: number, because: string): Promise<void> {
  await tx.run(`update alert_target set state = 'closed', closed_because = $2 where id = $1`, [
    targetId,
    because,
  ]);
  await tx.run(
    `update alert_message set state = 'dead', error = $2 where target_id = $1 and state = 'waiting'`,
    [targetId, because],
  );
}

/** Removes a target with everything about it; false when there is none. */
export async function removeTarget(db: Database, targetId: number): Promise<boolean> {
  return (await db.run('delete from alert_target where id = $1', [targetId])) > 0;
}

/** Which targets: the newest first, from below a number; of one kind, one number, one key alone. */
export interface TargetFilter {
  readonly limit: number;
  readonly beforeId?: number | undefined;
  readonly kind?: AlertTarget['kind'] | undefined;
  readonly id?: number | undefined;
  readonly keyId?: number | undefined;
}

/** Targets with what they follow, the newest first. */
export async function listTargets(db: Database, filter: TargetFilter): Promise<readonly AlertTargetLine[]> {
  const targets = await db.rows<Omit<AlertTargetLine, 'follows'>>(
    `select ${TARGET_COLUMNS},
       (select count(*) from alert_message m where m.target_id = t.id and m.state = 'waiting')::int as waiting,
       (select count(*) from alert_message m where m.target_id = t.id and m.state = 'sent')::int as sent,
       (select count(*) from alert_message m where m.target_id = t.id and m.state = 'dead')::int as dead
     from alert_target t
     where ($2::bigint is null or t.id < $2) and ($3::text is null or t.kind = $3)
       and ($4::bigint is null or t.id = $4) and ($5::bigint is null or t.key_id = $5)
     order by t.id desc limit $1`,
    [filter.limit, filter.beforeId, filter.kind, filter.id, filter.keyId],
  );
  const follows = await loadFollows(
    db,
    targets.map(({ id }) => id),
  );
  return targets.map((target) => ({
    ...target,
    follows: follows.filter(({ targetId }) => targetId === target.id),
  }));
}

/** What targets follow, the oldest first. */
export function loadFollows(db: Database, targetIds: readonly number[]): Promise<readonly AlertFollow[]> {
  return db.rows<AlertFollow>(
    `select f.id, f.target_id as "targetId", f.kind, f.subject, f.opened_at as "openedAt",
       (select count(*) from alert_match m where m.follow_id = f.id)::int as "matchCount"
     from alert_follow f where f.target_id = any($1) order by f.id`,
    [targetIds],
  );
}

export function loadTarget(db: Database, id: number): Promise<AlertTarget | undefined> {
  return db.row<AlertTarget>(`select ${TARGET_COLUMNS} from alert_target t where t.id = $1`, [id]);
}
