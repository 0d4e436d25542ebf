/**
 * What is kept beside contacts and contradictions so that lists find them (pairs of sides, times, speakers): whatever
 * operators do, it is what the contacts and statements themselves say.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type LedgerDeps, rebuildLedger } from '../src/pipeline/ledger.js';
import {
  type EntityActOutcome,
  mergeEntities,
  renameEntity,
  splitEntity,
  undoEntityAct,
} from '../src/pipeline/operate_entities.js';
import { isVisible, visibleTellings } from '../src/store/contact_sight.js';
import type { Store } from '../src/store/database.js';
import { type DyadRow, loadDyads, loadReportedDyads } from '../src/store/dyads.js';

interface Given {
  readonly store: Store;
  /** Known once the press has been read. */
  readonly pipeline: () => LedgerDeps;
}

const STEPS = ['merge', 'rename', 'split', 'undo', 'hide', 'hideOutlet', 'show'] as const;
type Step = readonly [kind: (typeof STEPS)[number], one: number, other: number];
const RUNS = 2;
const MOST_STEPS = 6;
const AT = '2026-01-03T08:00:00Z';

export function testDyads({ store, pipeline }: Given): void {
  test('dyads and the speakers of contradictions are what contacts and statements say after any merges, splits, renames, undos and hidings, and after a rebuild', async () => {
    const plain = await computeDyads(store);
    assert.ok(plain.length > 1);
    const step = fc.tuple(fc.constantFrom(...STEPS), fc.nat(), fc.nat());
    const property = fc.asyncProperty(
      fc.array(step, { minLength: 3, maxLength: MOST_STEPS }),
      async (steps) => {
        for (const each of steps) {
          await take(store, each);
          await assertKept(store);
        }
        await putBack(store);
        assert.deepEqual(await computeDyads(store), plain);
        await assertKept(store);
      },
    );
    await fc.assert(property, { numRuns: RUNS, endOnFailure: true });
    await rebuildLedger(pipeline(), { signal: new AbortController().signal });
    await assertKept(store);
    assert.deepEqual(await computeDyads(store), plain);
  });

  test('loadReportedDyads() tells a time of collecting from one that a report states', async () => {
    const stated = await loadReportedDyads(store, 50);
    assert.ok(stated.some(({ isDated }) => isDated));
    const undone = new Error('nothing of this is kept');
    const undate = store.transaction(async (tx) => {
      await tx.run('update article set published_at = null');
      const dyads = await loadReportedDyads(tx, 50);
      assert.equal(dyads.length, stated.length);
      assert.ok(dyads.every(({ isDated }) => !isDated));
      throw undone;
    });
    await assert.rejects(undate, undone);
  });
}

async function take(store: Store, [kind, one, other]: Step): Promise<void> {
  const entities = await store.rows<{ id: string }>(
    `select distinct coalesce(entity_id, side) as id from contact_actor order by 1`,
  );
  const entityId = entities[one % entities.length]?.id ?? '';
  const intoId = entities[other % entities.length]?.id ?? '';
  const articles = await store.rows<{ id: number }>(
    'select distinct article_id as id from contact_telling order by 1',
  );
  const articleId = articles[other % articles.length]?.id ?? 0;
  const acts: Readonly<Record<Step[0], () => Promise<unknown>>> = {
    merge: () => mergeEntities(store, { entityId, intoId, at: AT }),
    rename: () => renameEntity(store, { entityId, name: `نامی دیگر ${one}`, at: AT }),
    split: (): Promise<EntityActOutcome> =>
      splitEntity(store, { entityId, articleIds: [articleId], name: 'همنامش', at: AT }),
    undo: () => undoLast(store),
    hide: () => store.run('update article set hidden_at = $2 where id = $1', [articleId, AT]),
    hideOutlet: () =>
      store.run('update outlet set hidden_at = $2 where id = (select outlet_id from article where id = $1)', [
        articleId,
        AT,
      ]),
    show: () => showAll(store),
  };
  await acts[kind]();
}

async function undoLast(store: Store): Promise<boolean> {
  const act = await store.row<{ id: number }>(
    'select id from entity_act where undone_at is null order by id desc limit 1',
  );
  return act !== undefined && (await undoEntityAct(store, { id: act.id, at: AT }));
}

async function showAll(store: Store): Promise<void> {
  for (const table of ['article', 'outlet']) await store.run(`update ${table} set hidden_at = null`);
}

async function putBack(store: Store): Promise<void> {
  await showAll(store);
  while (await undoLast(store));
  await store.run('delete from entity where split_from is not null');
}

/** Dyads in both orders, page by page, and as known at a moment in the middle; who speaks in contradictions; when contacts of parties changed. */
async function assertKept(store: Store): Promise<void> {
  await assertCopiesKept(store);
  const computed = await computeDyads(store);
  assert.deepEqual(await loadDyads(store, { limit: 1000 }), computed);
  const byId: DyadRow[] = [];
  for (let after: readonly [string, string] | undefined; ; ) {
    const page = await loadDyads(store, { order: 'ids', limit: 2, after });
    byId.push(...page);
    const last = page.at(-1);
    if (last === undefined) break;
    after = [last.a, last.b];
  }
  assert.deepEqual(
    byId,
    computed.toSorted((x, y) => (`${x.a}\n${x.b}` < `${y.a}\n${y.b}` ? -1 : 1)),
  );
  const middle = await store.row<{ at: string }>(
    'select known_at as at from contact order by known_at offset (select count(*) / 2 from contact) limit 1',
  );
  const asOf = middle?.at ?? AT;
  assert.deepEqual(await loadDyads(store, { limit: 1000, asOf }), await computeDyads(store, asOf));
}

async function assertCopiesKept(store: Store): Promise<void> {
  const namesOf = (column: string): string =>
    `array(select distinct ${column} from statement_speaker where statement_id in (c.one_id, c.other_id)
       and ${column} is not null order by 1)`;
  const unnamed = await store.rows(
    `select id from contradiction c where c.speakers <> ${namesOf('entity_id')} or c.sides <> ${namesOf('side')}`,
  );
  assert.deepEqual(unnamed, []);
  for (const table of ['contact_actor', 'contact_role']) {
    const old = await store.rows(
      `select c.id from ${table} p join contact c on c.id = p.contact_id where p.changed_at <> c.changed_at`,
    );
    assert.deepEqual(old, [], table);
  }
}

/** From the parties of the contacts alone. */
function computeDyads(store: Store, asOf?: string): Promise<readonly DyadRow[]> {
  const isKnown = `exists (select ${visibleTellings('c.id')} and t.known_at <= $1) and c.known_at <= $1`;
  const changedThen = `(select max((h->>'known')::timestamptz) from jsonb_array_elements(c.entry->'history') h
    where (h->>'known')::timestamptz <= $1)`;
  return store.rows<DyadRow>(
    `with pair as (
       select distinct x.side as a, y.side as b, c.id, ${asOf === undefined ? 'c.changed_at' : changedThen} as changed
       from contact c join contact_actor x on x.contact_id = c.id
         join contact_actor y on y.contact_id = c.id and y.side > x.side
       where ${asOf === undefined ? isVisible('c.id') : isKnown})
     select p.a, coalesce(ea.given_name, ea.name) as "aName", p.b, coalesce(eb.given_name, eb.name) as "bName",
       count(*)::int as contacts, max(p.changed) as "newestAt"
     from pair p join entity ea on ea.id = p.a join entity eb on eb.id = p.b
     group by p.a, ea.id, p.b, eb.id order by "newestAt" desc, p.a, p.b`,
    asOf === undefined ? [] : [asOf],
  );
}
