/** What readers do about their alerts through the site, besides `commands.ts`: ask for them, confirm, change and end them. */
import { type Rhythm, readSearchSubject, type Subject } from '../model/alert.js';
import {
  type AlertFollow,
  type AlertTarget,
  chanceWord,
  loadFollows,
  openFollow,
  putMessage,
} from './alert_targets.js';
import type { Database, Transaction } from './database.js';

export interface MailWish extends Subject {
  readonly address: string;
  readonly rhythm: Rhythm;
  readonly language: 'fa' | 'en';
  readonly at: string;
}

/** Mails that ask one address for a confirmation, within a day: nobody can be flooded through the form. */
const MOST_ASKED = 4;

/**
 * Notes that somebody wishes mails at an address, and asks there whether that is so. What the address follows already, or
 * when it was asked too often, changes nothing: who fills the form in learns nothing about the address.
 */
export async function askMailFollow(tx: Transaction, wish: MailWish): Promise<void> {
  const { address, rhythm, language, kind, subject, at } = wish;
  await tx.run(
    `insert into alert_target (kind, address, token, rhythm, language, made_at)
     values ('mail', $1, $2, $3, $4, $5) on conflict do nothing`,
    [address, chanceWord(), rhythm, language, at],
  );
  const target = await tx.row<{ id: number; asked: number }>(
    `select t.id, (select count(*) from alert_message m where m.target_id = t.id and m.kind = 'confirm'
       and m.made_at > $2::timestamptz - interval '1 day')::int as asked
     from alert_target t where t.kind = 'mail' and t.address = $1 for update`,
    [address, at],
  );
  if (!target || target.asked >= MOST_ASKED) return;
  // Until it is confirmed the last wish holds.
  await tx.run(
    `update alert_target set rhythm = $2, language = $3 where id = $1
       and not exists (select from alert_follow f where f.target_id = $1 and f.opened_at is not null)`,
    [target.id, rhythm, language],
  );
  const follow = await tx.row<{ id: number; opened_at: string | null }>(
    `insert into alert_follow (target_id, kind, subject, token, made_at) values ($1, $2, $3, $4, $5)
     on conflict (target_id, kind, subject) do update set made_at = excluded.made_at returning id, opened_at`,
    [target.id, kind, subject, chanceWord(), at],
  );
  if (!follow || follow.opened_at !== null) return;
  await putMessage(tx, { targetId: target.id, kind: 'confirm', followId: follow.id, at });
}

/** Confirms a follow; the token of its reader's own page, or undefined when there is no such wish. */
export async function confirmMailFollow(
  tx: Transaction,
  token: string,
  at: string,
): Promise<string | undefined> {
  const opened = await openFollow(tx, token, at);
  if (opened === undefined) return undefined;
  const row = await tx.row<{ token: string }>('select token from alert_target where id = $1', [
    opened.targetId,
  ]);
  return row?.token;
}

/** What an address follows; undefined when no reader has this token. */
export async function loadMailAlerts(
  db: Database,
  token: string,
): Promise<
  (Pick<AlertTarget, 'id' | 'address' | 'rhythm'> & { readonly follows: readonly AlertFollow[] }) | undefined
> {
  const target = await db.row<Pick<AlertTarget, 'id' | 'address' | 'rhythm'>>(
    `select id, address, rhythm from alert_target where token = $1 and kind = 'mail'`,
    [token],
  );
  if (!target) return undefined;
  const follows = await loadFollows(db, [target.id]);
  return { ...target, follows: follows.filter(({ openedAt }) => openedAt !== null) };
}

/** The wish behind a link of confirmation. */
export function loadMailWish(
  db: Database,
  token: string,
): Promise<(Subject & { readonly address: string }) | undefined> {
  return db.row(
    `select f.kind, f.subject, t.address from alert_follow f join alert_target t on t.id = f.target_id
     where f.token = $1 and t.kind = 'mail'`,
    [token],
  );
}

export async function setMailRhythm(db: Database, token: string, rhythm: Rhythm): Promise<void> {
  await db.run(`update alert_target set rhythm = $2 where token = $1 and kind = 'mail'`, [token, rhythm]);
}

/** Ends one follow, or all of them; with the last the address is forgotten. */
export async function endMailAlerts(tx: Transaction, token: string, followId?: number): Promise<void> {
  await tx.run(
    `delete from alert_follow f using alert_target t where t.id = f.target_id and t.token = $1
       and t.kind = 'mail' and ($2::bigint is null or f.id = $2)`,
    [token, followId],
  );
  await tx.run(
    `delete from alert_target t where t.token = $1 and t.kind = 'mail'
       and not exists (select from alert_follow f where f.target_id = t.id and f.opened_at is not null)`,
    [token],
  );
}

/** How what is followed is called: undefined when there is no such thing. Searches bear their words. */
export async function loadFollowName(db: Database, { kind, subject }: Subject): Promise<string | undefined> {
  if (kind === 'search') return readSearchSubject(subject).words;
  const row = await db.row<{ name: string | null }>(NAME_QUERIES[kind], [subject]);
  return row?.name ?? undefined;
}

const ENTITY_NAME = `(select coalesce(x.given_name, x.name) from entity x where x.id = `;
const HEADLINE = `(select coalesce(v.title, left(v.body, 80)) from article a
  join article_version v on v.article_id = a.id and v.number = a.current_version
  where a.hidden_at is null and a.id = `;

const NAME_QUERIES: Readonly<Record<Exclude<Subject['kind'], 'search'>, string>> = {
  entity: `select ${ENTITY_NAME} $1) as name`,
  dyad: `select ${ENTITY_NAME} split_part($1, e'\\n', 1)) || ' ⇄ ' || ${ENTITY_NAME} split_part($1, e'\\n', 2)) as name`,
  dossier: 'select name from dossier where id = $1::bigint and closed_at is null',
  topic: 'select coalesce(given_name, name) as name from topic where id = $1::bigint and hidden_at is null',
  outlet: 'select name from outlet where id = $1 and hidden_at is null',
  story: `select ${HEADLINE} s.opener_id) as name from story s where s.id = $1::bigint`,
  thread: `select ${HEADLINE} t.opener_id) as name from thread t where t.id = $1::bigint`,
};
