/** Fills an empty store with invented articles and all that follows from them, in minutes. */
import { nameContradictionSpeakers } from '../../src/store/contradiction_speakers.js';
import type { Store } from '../../src/store/database.js';
import { writeArticle } from './article_rows.js';
import { writeContacts, writeContradictions, writeDossiers } from './contact_rows.js';
import { RowBatch } from './copy_rows.js';
import { inventPlot, inventWorld } from './invent_world.js';
import { openRandom } from './random.js';
import { COLUMNS } from './tables.js';
import { openVocabulary } from './vocabulary.js';
import { SHARED_BODY, writeFronts, writeOutlets, writeStories, writeTopics } from './world_rows.js';
import type { Writing, WrittenArticle } from './writing.js';

export interface LoadOptions {
  readonly articles: number;
  /** The instant of the newest article, UTC. */
  readonly now: string;
}

/** Articles of one batch: some 40 MB of rows. */
const BATCH = 4000;
/** The articles spread over three years. */
const SPAN_MS = 3 * 365 * 86_400_000;

/** Deterministic: the same number of articles gives the same rows, but for the instant of the newest. */
export async function loadInvented(store: Store, { articles, now }: LoadOptions): Promise<void> {
  const indexes = await dropIndexes(store);
  const vocabulary = openVocabulary();
  const end = Date.parse(now);
  const writing: Writing = {
    vocabulary,
    world: inventWorld(vocabulary),
    plot: inventPlot(articles),
    random: openRandom(3),
    articles,
    statementCounts: new Uint8Array(articles),
    timeOf: (id) => new Date(end - Math.round(((articles - id) / articles) * SPAN_MS)).toISOString(),
  };
  const batch = new RowBatch({ ...COLUMNS, fetched_body: 'sha256, codec, byte_count, content' });
  batch.add('fetched_body', ...SHARED_BODY);
  writeOutlets(batch, writing);
  const known: WrittenArticle[] = [];
  for (let id = 1; id <= articles; id += 1) {
    known.push(writeArticle(batch, writing, id));
    if (id % BATCH === 0) await batch.write(store);
  }
  const written = (id: number): WrittenArticle => {
    const article = known[id - 1];
    if (!article) throw new Error(`Cannot refer to the invented article ${id}: there are ${known.length}`);
    return article;
  };
  writeFronts(batch, writing, written);
  writeTopics(batch, writing, written);
  await batch.write(store);
  writeStories(batch, writing, written);
  writeContacts(batch, writing);
  writeContradictions(batch, writing);
  writeDossiers(batch, writing);
  await batch.write(store);
  await makeIndexes(store, indexes);
}

interface Index {
  readonly name: string;
  readonly definition: string;
}

/** Indexes that no constraint stands on cost more to grow than to make; so does cleaning up behind each batch. */
async function dropIndexes(store: Store): Promise<readonly Index[]> {
  const indexes = await store.rows<Index>(
    `select i.indexrelid::regclass::text as name, pg_get_indexdef(i.indexrelid) as definition
     from pg_index i join pg_class c on c.oid = i.indrelid
     where c.relnamespace = 'public'::regnamespace and c.relname = any($1) and not i.indisunique
       and not exists (select from pg_constraint k where k.conindid = i.indexrelid)`,
    [Object.keys(COLUMNS)],
  );
  for (const { name } of indexes) await store.run(`drop index ${name}`);
  for (const table of Object.keys(COLUMNS))
    await store.run(`alter table ${table} set (autovacuum_enabled = off)`);
  return indexes;
}

/** Makes the indexes again, moves generated numbers behind the given ones, counts what planners need. */
async function makeIndexes(store: Store, indexes: readonly Index[]): Promise<void> {
  await store.session(async (client) => {
    await client.query("set maintenance_work_mem = '512MB'");
    for (const { definition } of indexes) await client.query(definition);
    await client.query('reset maintenance_work_mem');
  });
  for (const table of ['fetched_page', 'article', 'thread', 'story', 'topic']) {
    await store.run(
      `select setval(pg_get_serial_sequence('${table}', 'id'), (select max(id) from ${table}) + 1)`,
    );
  }
  await store.run(
    `insert into grouping (last_arrival) select coalesce(max(arrival), 0) from report
     on conflict (only_row) do update set last_arrival = excluded.last_arrival`,
  );
  await store.run('delete from group_queue');
  await store.run('delete from analyse_queue');
  await nameContradictionSpeakers(store);
  for (const table of Object.keys(COLUMNS))
    await store.run(`alter table ${table} reset (autovacuum_enabled)`);
  await store.run('vacuum analyze');
}
