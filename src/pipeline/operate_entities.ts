/** What an operator does to entities: kept through rebuilds, and each act can be undone. */

import { lockLedger } from '../store/analyse_queue.js';
import { pairAnew } from '../store/contradictions.js';
import type { Store, Transaction } from '../store/database.js';
import {
  applyEntityActs,
  markEntityActUndone,
  type NewEntityAct,
  saveEntityAct,
} from '../store/entity_acts.js';
import { forgetWordsOf, readLedgerWords } from '../store/ledger_words.js';
import { type EntityLine, loadEntityLine } from '../store/site_entities.js';
import { pairStatements } from './pair_statements.js';
import { canRemerge, remergeContacts } from './remerge_contacts.js';

/** What came of an act; a refusal says why in an English sentence. */
export type EntityActOutcome =
  | { readonly kind: 'done'; readonly actId: number; readonly entityId: string }
  | { readonly kind: 'refused'; readonly why: string };

interface Occasion {
  readonly at: string;
  readonly note?: string | undefined;
}

/** Gives everything of one entity, and what will come, to another. */
export function mergeEntities(
  store: Store,
  { entityId, intoId, ...occasion }: Occasion & { readonly entityId: string; readonly intoId: string },
): Promise<EntityActOutcome> {
  return act(store, async (tx) => {
    const [one, other] = [await loadEntityLine(tx, entityId), await loadEntityLine(tx, intoId)];
    if (!one || !other)
      return `Cannot merge "${entityId}" into "${intoId}": both must be known entities; "sanad entities list" has them`;
    if (entityId === intoId) return `Cannot merge "${entityId}" into itself: name another entity`;
    const gone = [one, other].find(({ mergedInto }) => mergedInto !== null);
    if (gone) return `Cannot merge "${gone.id}": it was merged into "${gone.mergedInto}" before`;
    return { kind: 'merge', entityId, intoId, ...timed(occasion) };
  });
}

/** In these articles the name means somebody else, who gets a page of his own. */
export function splitEntity(
  store: Store,
  wish: Occasion & {
    readonly entityId: string;
    readonly articleIds: readonly number[];
    readonly name: string;
  },
): Promise<EntityActOutcome> {
  const { entityId, articleIds, name, ...occasion } = wish;
  return act(store, async (tx) => {
    const line = await loadEntityLine(tx, entityId);
    if (!line) return `Cannot split "${entityId}": there is no such entity`;
    if (articleIds.length === 0)
      return `Cannot split "${entityId}": name the articles in which it is somebody else`;
    const intoId = await freeId(tx, line);
    return {
      kind: 'split',
      entityId,
      intoId,
      name,
      articleIds: [...new Set(articleIds)],
      ...timed(occasion),
    };
  });
}

/** Shows an entity under another name. */
export function renameEntity(
  store: Store,
  { entityId, name, ...occasion }: Occasion & { readonly entityId: string; readonly name: string },
): Promise<EntityActOutcome> {
  return act(store, async (tx) => {
    if (!(await loadEntityLine(tx, entityId))) return `Cannot rename "${entityId}": there is no such entity`;
    if (name.trim() === '') return `Cannot rename "${entityId}" to nothing: give a name`;
    return { kind: 'rename', entityId, name: name.trim(), ...timed(occasion) };
  });
}

/** Undoes an act as if it had never been done; other acts stay. False when there is none in force of that number. */
export function undoEntityAct(
  store: Store,
  { id, at }: { readonly id: number; readonly at: string },
): Promise<boolean> {
  return store.transaction(async (tx) => {
    await lockLedger(tx, { wait: true });
    const act = await markEntityActUndone(tx, id, at);
    if (!act) return false;
    if (!(await canRemerge(tx))) throw new Error(`Cannot undo act ${id}: ${NOT_YET}`);
    await applyEntityActs(tx);
    await remergeContactsOf(tx, act);
    await readAnew(tx, act);
    return true;
  });
}

function act(
  store: Store,
  prepare: (tx: Transaction) => Promise<NewEntityAct | string>,
): Promise<EntityActOutcome> {
  return store.transaction(async (tx) => {
    await lockLedger(tx, { wait: true });
    const wish = await prepare(tx);
    if (typeof wish === 'string') return { kind: 'refused', why: wish };
    if (!(await canRemerge(tx))) {
      return { kind: 'refused', why: `Cannot ${wish.kind} "${wish.entityId}": ${NOT_YET}` };
    }
    const actId = await saveEntityAct(tx, wish);
    await applyEntityActs(tx);
    await remergeContactsOf(tx, wish);
    await readAnew(tx, wish);
    return { kind: 'done', actId, entityId: wish.intoId ?? wish.entityId };
  });
}

const NOT_YET =
  'contacts of an older program are being read anew; try again when "sanad start" has worked for some minutes';

/** Another name changes no contact and no position; who is meant does. */
async function remergeContactsOf(tx: Transaction, { kind, entityId, intoId }: NewEntityAct): Promise<void> {
  if (kind === 'rename') return;
  const entityIds = intoId === undefined ? [entityId] : [entityId, intoId];
  await remergeContacts(tx, entityIds);
  await pairAnew(tx, entityIds);
}

/** What they said is found by their new names at once, what the most quoted said a little later. */
async function readAnew(tx: Transaction, { entityId, intoId }: NewEntityAct): Promise<void> {
  await forgetWordsOf(tx, intoId === undefined ? [entityId] : [entityId, intoId]);
  await readLedgerWords(tx);
  await pairStatements(tx);
}

function timed({ at, note }: Occasion): { readonly doneAt: string; readonly note?: string } {
  return { doneAt: at, ...(note === undefined ? {} : { note }) };
}

/** `per.x~2`: the first that no act has ever opened. */
async function freeId(tx: Transaction, { id }: EntityLine): Promise<string> {
  const row = await tx.row<{ count: number }>(
    `select count(*) from entity_act where kind = 'split' and entity_id = $1`,
    [id],
  );
  return `${id}~${(row?.count ?? 0) + 2}`;
}
