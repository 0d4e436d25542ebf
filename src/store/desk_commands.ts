/**
 * What operators write through the site; readers' writing stands in `commands.ts`, topics and dossiers have files of
 * their own. Every command notes an act in the same transaction, with what brings the former state back. These rows are
 * primary data: a rebuild keeps them.
 */

import { makeApiKey, type NewApiKey, revokeApiKey } from './api_keys.js';
import type { Database, Store } from './database.js';
import { noteAct } from './operator_acts.js';
import { type SettingKey, saveSettings } from './site_settings.js';
import { setSourceEnabled } from './source_state.js';

export type CommentState = 'pending' | 'published' | 'rejected';

/** What was there before a decision on a comment. */
export interface CommentBefore {
  readonly id: number;
  readonly state: CommentState;
  readonly reason: string | null;
  readonly decidedAt: string | null;
}

/**
 * Publishes, rejects or puts back comments; those that are in that state already are left. One act for all of them.
 * Returns how many changed.
 */
export function decideComments(
  store: Store,
  wish: {
    readonly ids: readonly number[];
    readonly state: CommentState;
    readonly reason?: string | undefined;
    readonly at: string;
  },
): Promise<number> {
  const { ids, state, reason, at } = wish;
  return store.transaction(async (tx) => {
    const before = await tx.rows<CommentBefore & { readonly text: string }>(
      `select id, state, reason, decided_at as "decidedAt", left(text, 60) as text from comment
       where id = any($1) and state <> $2 order by id for update`,
      [ids, state],
    );
    if (before.length === 0) return 0;
    await tx.run('update comment set state = $2, reason = $3, decided_at = $4 where id = any($1)', [
      before.map(({ id }) => id),
      state,
      state === 'rejected' ? reason || null : null,
      state === 'pending' ? null : at,
    ]);
    await noteAct(tx, {
      kind: `comment.${state}`,
      subject: before.map(({ id }) => id).join(', '),
      name: before[0]?.text,
      note: reason,
      before: before.map(({ text: _text, ...rest }) => rest),
      at,
    });
    return before.length;
  });
}

export interface HiddenTarget {
  readonly kind: 'article' | 'outlet';
  readonly id: string;
}

/** Hides an article or an outlet; the note stays visible at its address. */
export function hide(
  store: Store,
  { kind, id, note, at }: HiddenTarget & { readonly note: string; readonly at: string },
): Promise<boolean> {
  return store.transaction(async (tx) => {
    const touched = await tx.run(
      `update ${kind} set hidden_at = $2, hidden_note = $3 where id = $1 and hidden_at is null`,
      [id, at, note],
    );
    if (touched === 0) return false;
    const name = await nameOf(tx, { kind, id });
    await noteAct(tx, { kind: `hide.${kind}`, subject: id, name, note, before: { hidden: null }, at });
    return true;
  });
}

/** Shows a hidden article or outlet again. */
export function unhide(
  store: Store,
  { kind, id, at }: HiddenTarget & { readonly at: string },
): Promise<boolean> {
  return store.transaction(async (tx) => {
    const hidden = await tx.row<{ at: string; note: string | null }>(
      `select hidden_at as at, hidden_note as note from ${kind} where id = $1 and hidden_at is not null for update`,
      [id],
    );
    if (!hidden) return false;
    await tx.run(`update ${kind} set hidden_at = null, hidden_note = null where id = $1`, [id]);
    const name = await nameOf(tx, { kind, id });
    await noteAct(tx, { kind: `unhide.${kind}`, subject: id, name, before: { hidden }, at });
    return true;
  });
}

/** What an article or outlet is called; absent where there is none. */
export async function loadHideableName(
  database: Database,
  target: HiddenTarget,
): Promise<string | undefined> {
  return (await nameOf(database, target)) ?? undefined;
}

async function nameOf(tx: Database, { kind, id }: HiddenTarget): Promise<string | null> {
  const sql =
    kind === 'outlet'
      ? 'select name from outlet where id = $1'
      : `select v.title as name from article a join article_version v
           on v.article_id = a.id and v.number = a.current_version where a.id = $1`;
  return (await tx.row<{ name: string | null }>(sql, [id]))?.name ?? null;
}

/** Which open issues are meant: by their numbers or by their cause. */
export type IssueChoice = { readonly ids: readonly number[] } | { readonly code: string };

/** Wishes that the pages of open issues be read again; returns how many issues that are. Those without a page stay. */
export function wishReplay(store: Store, choice: IssueChoice, at: string): Promise<number> {
  return store.transaction(async (tx) => {
    const [column, value] = 'ids' in choice ? ['id = any($1)', choice.ids] : ['code = $1', choice.code];
    const count = await tx.run(
      `update issue set replay_wished_at = $2
       where ${column} and resolved_at is null and page_id is not null and replay_wished_at is null`,
      [value, at],
    );
    if (count === 0) return 0;
    const subject = 'ids' in choice ? choice.ids.join(', ') : choice.code;
    await noteAct(tx, { kind: 'issue.replay', subject, name: String(count), at });
    return count;
  });
}

/** Adds a new wording of a fixed page; older ones stay. */
export function savePageText(
  store: Store,
  page: { readonly slug: string; readonly text: string; readonly at: string },
): Promise<void> {
  return store.transaction(async (tx) => {
    const number = await addPageText(tx, page);
    const { slug, at } = page;
    await noteAct(tx, { kind: 'page.write', subject: slug, before: { number: number - 1 }, at });
  });
}

/** Adds a wording without noting an act; returns its number. */
export async function addPageText(
  tx: Database,
  page: { readonly slug: string; readonly text: string; readonly at: string },
): Promise<number> {
  const row = await tx.row<{ number: number }>(
    `insert into page_text (slug, number, text, edited_at)
     select $1, coalesce(max(number), 0) + 1, $2, $3 from page_text where slug = $1 returning number`,
    [page.slug, page.text, page.at],
  );
  return row?.number ?? 1;
}

/** Saves what differs from the present settings; returns how many did. */
export function changeSettings(
  store: Store,
  wanted: ReadonlyMap<SettingKey, unknown>,
  at: string,
): Promise<number> {
  return store.transaction(async (tx) => {
    const before = await saveSettings(tx, wanted, at);
    for (const { key, value } of before) {
      await noteAct(tx, { kind: 'setting.change', subject: key, before: { value }, at });
    }
    return before.length;
  });
}

/** Says whether an outlet's whole texts may be shown; `undefined`: as the registry says. False when nothing changes. */
export function allowFullText(
  store: Store,
  {
    outletId,
    wish,
    at,
  }: { readonly outletId: string; readonly wish: boolean | undefined; readonly at: string },
): Promise<boolean> {
  return store.transaction(async (tx) => {
    const row = await tx.row<{ name: string; wish: boolean | null }>(
      'select name, full_text_wish as wish from outlet where id = $1 for update',
      [outletId],
    );
    if (!row || row.wish === (wish ?? null)) return false;
    await tx.run('update outlet set full_text_wish = $2 where id = $1', [outletId, wish]);
    const { name, ...before } = row;
    await noteAct(tx, { kind: 'outlet.full_text', subject: outletId, name, before, at });
    return true;
  });
}

/** Turns a source on or off. False when there is none of that id or it is so already. */
export function switchSource(
  store: Store,
  { id, enabled, at }: { readonly id: string; readonly enabled: boolean; readonly at: string },
): Promise<boolean> {
  return store.transaction(async (tx) => {
    const row = await tx.row('select from source where id = $1 and enabled <> $2', [id, enabled]);
    if (!row || !(await setSourceEnabled(tx, id, { enabled, at }))) return false;
    await noteAct(tx, { kind: `source.${enabled ? 'enable' : 'disable'}`, subject: id, before: {}, at });
    return true;
  });
}

/** Notes what was done to the operator's own sources, which stand in files and not in the store. */
export async function noteSourceAct(
  store: Store,
  act: {
    readonly kind: 'source.add' | 'source.remove' | 'source.import';
    readonly subject: string;
    readonly name?: string;
    readonly at: string;
  },
): Promise<void> {
  await noteAct(store, act);
}

/** Makes a key of the API; its letters are known only now. There is no way back but to revoke it. */
export function giveKey(store: Store, wish: NewApiKey) {
  return store.transaction(async (tx) => {
    const made = await makeApiKey(tx, wish);
    await noteAct(tx, { kind: 'key.make', subject: String(made.id), name: wish.name, at: wish.at });
    return made;
  });
}

/** Ends a key of the API for good. False when there is none of this number that still opens anything. */
export function withdrawKey(store: Store, id: number, at: string): Promise<boolean> {
  return store.transaction(async (tx) => {
    if (!(await revokeApiKey(tx, id, at))) return false;
    await noteAct(tx, { kind: 'key.revoke', subject: String(id), at });
    return true;
  });
}
