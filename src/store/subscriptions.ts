/** Subscriptions at hubs (WebSub), the collector's side; what hubs do is in `commands.ts`. */
import { randomBytes } from 'node:crypto';
import type { DueSubscription, HubLink } from '../model/collection.js';
import type { Database } from './database.js';
import { aheadOfOthers } from './frontier_hosts.js';

/** Notes that a feed names a hub. Another hub or topic than before begins a subscription of its own. */
export async function saveHub(
  tx: Database,
  { sourceId, hub, at }: { readonly sourceId: string; readonly hub: HubLink; readonly at: string },
): Promise<void> {
  await tx.run(
    `insert into subscription (source_id, hub_url, topic_url, token, secret, next_at)
     values ($1, $2, $3, $4, $5, $6)
     on conflict (source_id) do update set hub_url = excluded.hub_url, topic_url = excluded.topic_url,
       token = excluded.token, secret = excluded.secret, state = 'wanted', detail = null, failures = 0,
       next_at = excluded.next_at, lease_until = null
     where (subscription.hub_url, subscription.topic_url) is distinct from (excluded.hub_url, excluded.topic_url)`,
    [sourceId, hub.hubUrl, hub.topicUrl, secretWord(), secretWord(), at],
  );
}

/** 192 random bits: nobody guesses it, and it fits into an address. */
function secretWord(): string {
  return randomBytes(24).toString('base64url');
}

interface SubscriptionRow {
  readonly source_id: string;
  readonly hub_url: string;
  readonly topic_url: string;
  readonly token: string;
  readonly secret: string;
  readonly failures: number;
}

/**
 * Takes subscriptions whose hub is to be asked. Until `until` no other process takes them; a hub that has not
 * confirmed by then is asked again.
 */
export async function claimSubscriptions(
  db: Database,
  claim: { readonly at: string; readonly until: string; readonly limit: number },
): Promise<readonly DueSubscription[]> {
  const rows = await db.rows<SubscriptionRow>(
    `with due as (
       select source_id from subscription join source on source.id = source_id
         join source_state state using (source_id)
       where subscription.next_at <= $1 and enabled and listed
       order by subscription.next_at limit $3 for update of subscription skip locked)
     update subscription set next_at = $2, state = case when state = 'held' then state else 'asked' end
     from due where subscription.source_id = due.source_id
     returning subscription.source_id, hub_url, topic_url, token, secret, failures`,
    [claim.at, claim.until, claim.limit],
  );
  return rows.map((row) => ({
    sourceId: row.source_id,
    hubUrl: row.hub_url,
    topicUrl: row.topic_url,
    token: row.token,
    secret: row.secret,
    failures: row.failures,
  }));
}

/** Notes that a hub did not take our request; a subscription that is held goes on until its lease ends. */
export async function saveHubFailure(
  db: Database,
  token: string,
  failure: { readonly detail: string; readonly nextAt: string },
): Promise<void> {
  await db.run(
    `update subscription set failures = failures + 1, detail = $2, next_at = $3 where token = $1`,
    [token, failure.detail, failure.nextAt],
  );
}

/** The subscription of a callback, for the site to check what a hub says. */
export async function loadSubscription(
  db: Database,
  token: string,
): Promise<{ readonly sourceId: string; readonly topicUrl: string; readonly secret: string } | undefined> {
  return await db.row(
    `select source_id as "sourceId", topic_url as "topicUrl", secret from subscription where token = $1`,
    [token],
  );
}

/** Takes a push out of the line; a source with more of them is due at once. */
export async function dropPush(
  tx: Database,
  { id, sourceId, at }: { readonly id: number; readonly sourceId: string; readonly at: string },
): Promise<void> {
  await tx.run('delete from pushed_answer where id = $1', [id]);
  await tx.run(
    `update source_state set next_at = least(next_at, $2) where source_id = $1
       and exists (select from pushed_answer where source_id = $1)`,
    [sourceId, aheadOfOthers(at)],
  );
}
