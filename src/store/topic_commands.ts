/** What operators do to topics; each act is noted in its transaction, with what brings the former state back. */
import type { Database, Store, Transaction } from './database.js';
import { noteAct, type OperatorActKind } from './operator_acts.js';
import { topicName } from './topic_acts.js';

/** What an operator may do to a topic; a refused wish changes nothing. */
export type TopicWish =
  | { readonly kind: 'rename'; readonly name: string }
  | { readonly kind: 'merge'; readonly intoId: number }
  | { readonly kind: 'hide'; readonly note: string }
  | { readonly kind: 'show' };

interface TopicColumns {
  readonly given_name: string | null;
  readonly merged_into: number | null;
  readonly hidden_at: string | null;
  readonly hidden_note: string | null;
}

/** Renames, merges, hides or shows a topic. False when there is no such topic or the wish cannot be. */
export function operateTopic(
  store: Store,
  { topicId, wish, at }: { readonly topicId: number; readonly wish: TopicWish; readonly at: string },
): Promise<boolean> {
  return store.transaction(async (tx) => {
    const before = await tx.row<TopicColumns>(
      'select given_name, merged_into, hidden_at, hidden_note from topic where id = $1 for update',
      [topicId],
    );
    if (!before || !(await canBe(tx, topicId, wish))) return false;
    await putTopic(tx, topicId, { ...before, ...changeOf(wish, at) });
    const note = wish.kind === 'hide' ? wish.note : await targetOf(tx, wish);
    const name = await topicName(tx, topicId);
    const kind: OperatorActKind = `topic.${wish.kind}`;
    await noteAct(tx, { kind, subject: String(topicId), name, note, before, at });
    return true;
  });
}

/** Writes what operators decided about a topic without noting an act. */
export async function putTopic(tx: Database, topicId: number, columns: TopicColumns): Promise<void> {
  await tx.run(
    'update topic set given_name = $2, merged_into = $3, hidden_at = $4, hidden_note = $5 where id = $1',
    [topicId, columns.given_name, columns.merged_into, columns.hidden_at, columns.hidden_note],
  );
}

function changeOf(wish: TopicWish, at: string): Partial<TopicColumns> {
  switch (wish.kind) {
    case 'rename':
      return { given_name: wish.name === '' ? null : wish.name };
    case 'merge':
      return { merged_into: wish.intoId };
    case 'hide':
      return { hidden_at: at, hidden_note: wish.note };
    case 'show':
      return { hidden_at: null, hidden_note: null, merged_into: null };
  }
}

/** Only into a topic that stands by itself, and never one that others were merged into. */
async function canBe(tx: Transaction, topicId: number, wish: TopicWish): Promise<boolean> {
  if (wish.kind !== 'merge') return true;
  if (wish.intoId === topicId) return false;
  const row = await tx.row(
    `select from topic t where t.id = $1 and t.merged_into is null and t.hidden_at is null
       and not exists (select from topic other where other.merged_into = $2)`,
    [wish.intoId, topicId],
  );
  return row !== undefined;
}

async function targetOf(tx: Database, wish: TopicWish): Promise<string | undefined> {
  if (wish.kind === 'rename') return wish.name;
  return wish.kind === 'merge' ? ((await topicName(tx, wish.intoId)) ?? undefined) : undefined;
}
