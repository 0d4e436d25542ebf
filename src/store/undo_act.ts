/** Undoing what operators did at the desk: each kind of act brings back what it noted. */
import type { Store, Transaction } from './database.js';
import { addPageText, type CommentBefore } from './desk_commands.js';
import { putDossier } from './dossier_commands.js';
import type { Dossier } from './dossiers.js';
import { type OperatorAct, takeActBack } from './operator_acts.js';
import { putSetting } from './site_settings.js';
import { setSourceEnabled } from './source_state.js';
import { putTopic } from './topic_commands.js';

/** Brings back what was before an act of this number; false when there is none that could be undone. */
export function undoOperatorAct(
  store: Store,
  { id, at }: { readonly id: number; readonly at: string },
): Promise<boolean> {
  return store.transaction(async (tx) => {
    const act = await takeActBack(tx, { id, at });
    if (!act) return false;
    await UNDO[act.kind.split('.')[0] ?? '']?.(tx, act, at);
    return true;
  });
}

type Undo = (tx: Transaction, act: OperatorAct, at: string) => Promise<void>;

/** By the first word of the kind. What an act noted in `before` was written by the command of the same kind. */
const UNDO: Readonly<Record<string, Undo>> = {
  comment: undoDecision,
  hide: putHidden,
  unhide: putHidden,
  topic: (tx, { subject, before }) => putTopic(tx, Number(subject), before as Parameters<typeof putTopic>[2]),
  dossier: undoDossier,
  page: undoPage,
  setting: (tx, { subject, before }, at) =>
    putSetting(tx, { key: subject, value: (before as { value?: unknown }).value, at }),
  outlet: async (tx, { subject, before }) => {
    const { wish } = before as { readonly wish: boolean | null };
    await tx.run('update outlet set full_text_wish = $2 where id = $1', [subject, wish]);
  },
  source: async (tx, { subject, kind }, at) => {
    await setSourceEnabled(tx, subject, { enabled: kind === 'source.disable', at });
  },
};

async function undoDecision(tx: Transaction, { before }: OperatorAct): Promise<void> {
  for (const { id, state, reason, decidedAt } of before as readonly CommentBefore[]) {
    await tx.run('update comment set state = $2, reason = $3, decided_at = $4 where id = $1', [
      id,
      state,
      reason,
      decidedAt,
    ]);
  }
}

async function putHidden(tx: Transaction, { kind, subject, before }: OperatorAct): Promise<void> {
  const { hidden } = before as { readonly hidden: { readonly at: string; readonly note: string } | null };
  const table = kind.endsWith('.article') ? 'article' : 'outlet';
  await tx.run(`update ${table} set hidden_at = $2, hidden_note = $3 where id = $1`, [
    subject,
    hidden?.at,
    hidden?.note,
  ]);
}

async function undoDossier(
  tx: Transaction,
  { kind, subject, before }: OperatorAct,
  at: string,
): Promise<void> {
  const id = Number(subject);
  if (kind !== 'dossier.change') {
    await tx.run('update dossier set closed_at = $2 where id = $1', [
      id,
      kind === 'dossier.open' ? at : null,
    ]);
    return;
  }
  const { name, actors, words, dayFrom, dayTo, note } = before as Dossier;
  await putDossier(tx, id, {
    ...{ name, actors, at },
    ...(words !== null && { words }),
    ...(dayFrom !== null && { dayFrom }),
    ...(dayTo !== null && { dayTo }),
    ...(note !== null && { note }),
  });
}

/** The wording before becomes the newest; without one the words that come with the program show again. */
async function undoPage(tx: Transaction, { subject, before }: OperatorAct, at: string): Promise<void> {
  const { number } = before as { readonly number: number };
  const earlier = await tx.row<{ text: string }>(
    'select text from page_text where slug = $1 and number = $2',
    [subject, number],
  );
  if (earlier) await addPageText(tx, { slug: subject, text: earlier.text, at });
  else await tx.run('delete from page_text where slug = $1', [subject]);
}
