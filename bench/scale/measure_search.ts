/** Latency of the search index over words that stand in articles, common ones as often as they are written. */
import type { Store } from '../../src/store/database.js';
import type { LedgerScope } from '../../src/store/ledger_matches.js';
import { findInLedger } from '../../src/store/ledger_search.js';
import type { SearchRequest } from '../../src/store/search_index.js';
import { openSearchIndex } from '../../src/store/search_postgres.js';
import { parseQuery } from '../../src/store/search_query.js';
import type { BenchRow } from '../task.js';
import { serverProcesses } from './cpu_time.js';
import { latencyRow } from './latency.js';
import { below, openRandom } from './random.js';

const ASKED = 150;
const LIMIT = 21;
const AIM = { share: 95, most: 60 };
const AIM_WITH_FACETS = { share: 95, most: 120 };

export async function* measureSearch(store: Store, dataFolder: string): AsyncGenerator<BenchRow> {
  const index = openSearchIndex(store);
  const texts = await loadTexts(store);
  const said = await loadSaid(store);
  const processes = () => [process.pid, ...serverProcesses(dataFolder)];
  await index.find(requestOf('خبر', 'best'));
  for (const words of [1, 2, 3]) {
    const things = queriesOf(texts, words);
    const ask = (name: string, rest: Partial<SearchRequest>, aim: typeof AIM) =>
      latencyRow({
        ...{ name: `search, ${words} words, ${name}`, things, aim, processes },
        work: (query) => index.find({ ...requestOf(query, 'best'), ...rest }),
      });
    yield await ask('best', {}, AIM);
    yield await ask('newest', { order: 'newest' }, AIM);
    yield await ask('best, facets', { facets: true }, AIM_WITH_FACETS);
    yield await ask('stories, facets', { kinds: ['story'], facets: true }, AIM_WITH_FACETS);
    for (const scope of ['statements', 'contacts'] as const) {
      yield await latencyRow({
        ...{ name: `search, ${words} words, ${scope}, facets`, aim: AIM_WITH_FACETS, processes },
        things: queriesOf(said[scope], words),
        work: (query) =>
          findInLedger(store, { ...requestOf(query, 'best'), scope, query: parseQuery(query) }),
      });
    }
  }
}

/** Queries of words that stand near each other in a text, as a reader remembers them. */
export function queriesOf(texts: readonly string[], words: number): readonly string[] {
  const random = openRandom(53 + words);
  return texts.map((text) => {
    const all = text.split(/[ .\n]+/);
    const from = below(random, Math.max(1, all.length - 12));
    return Array.from({ length: words }, (_, nth) => all[(from + nth * 4) % all.length] ?? '').join(' ');
  });
}

/** Texts of articles of all years. */
export async function loadTexts(store: Store): Promise<readonly string[]> {
  const last = await store.row<{ id: number }>('select max(id) as id from article');
  const random = openRandom(59);
  const ids = Array.from({ length: ASKED }, () => 1 + below(random, last?.id ?? 1));
  const rows = await store.rows<{ text: string }>(
    'select text from article_version where article_id = any($1) and number = 1 order by article_id',
    [ids],
  );
  return rows.map(({ text }) => text);
}

/** What is said in statements, and who was in touch. */
async function loadSaid(store: Store): Promise<Readonly<Record<LedgerScope, readonly string[]>>> {
  const texts = async (sql: string) => (await store.rows<{ text: string }>(sql)).map(({ text }) => text);
  return {
    statements: await texts(
      `select evidence as text from statement where seq % (select max(seq) / ${ASKED} from statement) = 0
       order by seq limit ${ASKED}`,
    ),
    contacts: await texts(
      `select c.name || ' ' || array_to_string(array(select d.name from contact_actor d
         where d.contact_id = c.contact_id and d.position > c.position), ' ') as text
       from contact_actor c where c.position = 0 order by md5(c.contact_id) limit ${ASKED}`,
    ),
  };
}

function requestOf(query: string, order: 'best' | 'newest'): SearchRequest {
  return { ...parseQuery(query), kinds: ['article'], filter: {}, order, offset: 0, limit: LIMIT, fillTo: 1 };
}
