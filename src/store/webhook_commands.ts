/** What programs do about their webhooks through the API, and operators at the desk: keep them, end them, test and replay. */
import type { Rhythm, Subject } from '../model/alert.js';
import { askMailFollow } from './alert_commands.js';
import { type ReplayWish, replayMessages } from './alert_queue.js';
import {
  addFollow,
  addWebhook,
  loadTarget,
  openNewFollows,
  putMessage,
  removeTarget,
} from './alert_targets.js';
import type { Store } from './database.js';
import { noteAct } from './operator_acts.js';

/** So many webhooks may one key have, and so many things each may follow: enough for a newsroom, too few to flood others. */
export const MOST_WEBHOOKS = 20;
export const MOST_FOLLOWS = 100;

export interface WebhookWish {
  readonly address: string;
  readonly subjects: readonly Subject[];
  readonly at: string;
}

/** Keeps a webhook of a key; its secret is told here and nowhere else. Undefined: the key has all that it may have. */
export function keepWebhook(
  store: Store,
  wish: WebhookWish & { readonly keyId: number },
): Promise<{ readonly id: number; readonly secret: string } | undefined> {
  return store.transaction(async (tx) => {
    // Taken one after another, so that nobody gets past the limit by asking twice at once.
    await tx.row('select from api_key where id = $1 for update', [wish.keyId]);
    const own = await tx.row<{ count: number }>('select count(*) from alert_target where key_id = $1', [
      wish.keyId,
    ]);
    return (own?.count ?? 0) >= MOST_WEBHOOKS ? undefined : addWebhook(tx, wish);
  });
}

/** Keeps a webhook that an operator wished at the desk. */
export function keepOperatorWebhook(
  store: Store,
  wish: WebhookWish,
): Promise<{ readonly id: number; readonly secret: string }> {
  return store.transaction(async (tx) => {
    const made = await addWebhook(tx, wish);
    await noteAct(tx, { kind: 'alert.add', subject: String(made.id), name: wish.address, at: wish.at });
    return made;
  });
}

/** Asks at an address, which an operator wrote, whether its owner wishes alerts. Nothing else goes there before he agrees. */
export function askMailAt(
  store: Store,
  wish: {
    readonly address: string;
    readonly subjects: readonly Subject[];
    readonly rhythm: Rhythm;
    readonly at: string;
  },
): Promise<void> {
  const { subjects, ...rest } = wish;
  return store.transaction(async (tx) => {
    for (const subject of subjects) await askMailFollow(tx, { ...rest, ...subject, language: 'fa' });
    await noteAct(tx, { kind: 'alert.add', subject: 'mail', at: wish.at });
  });
}

/** Forgets a target that an operator removes; false when there is none. */
export function dropTarget(
  store: Store,
  { id, at }: { readonly id: number; readonly at: string },
): Promise<boolean> {
  return store.transaction(async (tx) => {
    const target = await loadTarget(tx, id);
    if (target === undefined) return false;
    await removeTarget(tx, id);
    // Whose mail it was is forgotten with the rest.
    const name = target.kind === 'webhook' ? target.address : undefined;
    await noteAct(tx, { kind: 'alert.remove', subject: String(id), name, at });
    return true;
  });
}

/** Forgets a webhook with all that it follows and all that waits for it. */
export async function endWebhook(store: Store, id: number): Promise<void> {
  await removeTarget(store, id);
}

/** Follows one thing more, from now on; false when the webhook follows all that it may. */
export function followMore(
  store: Store,
  { targetId, subject, at }: { readonly targetId: number; readonly subject: Subject; readonly at: string },
): Promise<boolean> {
  return store.transaction(async (tx) => {
    await tx.row('select from alert_target where id = $1 for update', [targetId]);
    const own = await tx.row<{ count: number }>('select count(*) from alert_follow where target_id = $1', [
      targetId,
    ]);
    if ((own?.count ?? 0) >= MOST_FOLLOWS) return false;
    await addFollow(tx, { targetId, subject, at });
    await openNewFollows(tx, targetId, at);
    return true;
  });
}

/** Follows one thing less; false when the webhook has no follow of this number. */
export async function followLess(
  store: Store,
  { targetId, followId }: { readonly targetId: number; readonly followId: number },
): Promise<boolean> {
  return (
    (await store.run('delete from alert_follow where id = $2 and target_id = $1', [targetId, followId])) > 0
  );
}

/** Puts a signed test message into the line of an open webhook. */
export async function sendTest(
  store: Store,
  { id, at }: { readonly id: number; readonly at: string },
): Promise<void> {
  const body = JSON.stringify({ type: 'test', timestamp: at, data: {} });
  await putMessage(store, { targetId: id, kind: 'test', body, at });
}

/** Sends messages of alerts again that nobody took. Returns how many. */
export function replayAlerts(store: Store, wish: ReplayWish): Promise<number> {
  return replayMessages(store, wish);
}
