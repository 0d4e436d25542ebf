/** What operators do to dossiers; each act is noted in its transaction, with what brings the former state back. */
import type { Database, Store } from './database.js';
import { loadDossier, type NewDossier, saveDossier } from './dossiers.js';
import { noteAct } from './operator_acts.js';

export type DossierWish = Omit<NewDossier, 'at'>;

/** Opens a dossier; returns its number. */
export function openDossier(store: Store, wish: DossierWish, at: string): Promise<number> {
  return store.transaction(async (tx) => {
    const id = await saveDossier(tx, { ...wish, at });
    await noteAct(tx, { kind: 'dossier.open', subject: String(id), name: wish.name, before: {}, at });
    return id;
  });
}

/** Gives an open dossier other actors, words, days or another name. False when there is none of that number. */
export function changeDossier(store: Store, id: number, wish: DossierWish & { readonly at: string }) {
  return store.transaction(async (tx) => {
    const before = await loadDossier(tx, id);
    if (!before) return false;
    await putDossier(tx, id, wish);
    await noteAct(tx, { kind: 'dossier.change', subject: String(id), name: wish.name, before, at: wish.at });
    return true;
  });
}

/** Writes the fields of a dossier without noting an act. */
export async function putDossier(
  tx: Database,
  id: number,
  { name, actors, words, dayFrom, dayTo, note, at }: DossierWish & { readonly at: string },
): Promise<void> {
  await tx.run(
    `update dossier set name = $2, actors = $3, words = $4, day_from = $5, day_to = $6, note = $7,
       changed_at = $8 where id = $1`,
    [id, name, actors, words, dayFrom, dayTo, note, at],
  );
}

/** Takes a dossier away; its number is not used again. */
export function shutDossier(store: Store, id: number, at: string): Promise<boolean> {
  return store.transaction(async (tx) => {
    const row = await tx.row<{ name: string }>(
      'update dossier set closed_at = $2 where id = $1 and closed_at is null returning name',
      [id, at],
    );
    if (!row) return false;
    await noteAct(tx, { kind: 'dossier.close', subject: String(id), name: row.name, before: {}, at });
    return true;
  });
}
