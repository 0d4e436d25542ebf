/** What operators did at the desk, but for acts on stories and entities, which have tables of their own. */
import type { Database } from './database.js';
import { toJson } from './storable.js';

export type OperatorActKind =
  | 'comment.published'
  | 'comment.rejected'
  | 'comment.pending'
  | 'hide.article'
  | 'hide.outlet'
  | 'unhide.article'
  | 'unhide.outlet'
  | 'topic.rename'
  | 'topic.merge'
  | 'topic.hide'
  | 'topic.show'
  | 'dossier.open'
  | 'dossier.change'
  | 'dossier.close'
  | 'page.write'
  | 'setting.change'
  | 'outlet.full_text'
  | 'issue.replay'
  | 'source.add'
  | 'source.remove'
  | 'source.enable'
  | 'source.disable'
  | 'source.import'
  | 'key.make'
  | 'key.revoke'
  | 'alert.add'
  | 'alert.remove';

export interface OperatorAct {
  readonly id: number;
  readonly kind: OperatorActKind;
  /** Number or id of what was acted upon. */
  readonly subject: string;
  /** What that is called. */
  readonly name: string | null;
  readonly note: string | null;
  /** What brings the former state back; null where there is no way back. */
  readonly before: unknown;
  readonly doneAt: string;
  readonly undoneAt: string | null;
}

export interface NewOperatorAct {
  readonly kind: OperatorActKind;
  readonly subject: string;
  readonly name?: string | null | undefined;
  readonly note?: string | undefined;
  readonly before?: unknown;
  readonly at: string;
}

const COLUMNS = `id, kind, subject, name, note, before, done_at as "doneAt", undone_at as "undoneAt"`;

/** Notes an act; returns its number. */
export async function noteAct(tx: Database, act: NewOperatorAct): Promise<number> {
  const row = await tx.row<{ id: number }>(
    `insert into operator_act (kind, subject, name, note, before, done_at)
     values ($1, $2, $3, $4, $5::jsonb, $6) returning id`,
    [
      act.kind,
      act.subject,
      act.name,
      act.note === '' ? undefined : act.note,
      act.before === undefined ? undefined : toJson(act.before),
      act.at,
    ],
  );
  if (!row) throw new Error('Cannot note an act: the database gave it no number');
  return row.id;
}

/** Takes an act for undoing: marks it and returns it; undefined when none in force of that number can be undone. */
export function takeActBack(
  tx: Database,
  { id, at }: { readonly id: number; readonly at: string },
): Promise<OperatorAct | undefined> {
  return tx.row<OperatorAct>(
    `update operator_act set undone_at = $2 where id = $1 and undone_at is null and before is not null
     returning ${COLUMNS}`,
    [id, at],
  );
}

/** The newest acts first, undone ones too. */
export function loadOperatorActs(
  db: Database,
  options: { readonly limit: number; readonly kind?: string },
): Promise<readonly OperatorAct[]> {
  return db.rows<OperatorAct>(
    `select ${COLUMNS} from operator_act where $2::text is null or kind like $2 || '.%' order by id desc limit $1`,
    [options.limit, options.kind],
  );
}
