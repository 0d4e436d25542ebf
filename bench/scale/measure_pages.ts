/** The site as its own process over the full store: every kind of page as nobody has asked for it a moment ago. */
import { once } from 'node:events';
import autocannon from 'autocannon';
import { openStore } from '../../src/store/open_store.js';
import { type SanadProcess, startSanad } from '../../test/sanad_process.js';
import { sampleRecords } from '../sample_records.js';
import type { BenchRow } from '../task.js';
import { latencyRows, timeAll } from './latency.js';
import { loadTexts, queriesOf } from './measure_search.js';
import { below, openRandom } from './random.js';

const ASKED = 150;
const LOAD_SECONDS = 8;
const CONNECTIONS = 10;
/** Articles that come in while readers read: a hundred times what 170 outlets publish. */
const INGEST_PER_SECOND = 10;

export async function measurePages(dataFolder: string, articles: number): Promise<readonly BenchRow[]> {
  const pages = await listPages(dataFolder, articles);
  const settings = { SANAD_DATA: dataFolder, SANAD_PORT: '0', SANAD_ROLES: 'serve' };
  const sanad = startSanad(['start'], settings);
  try {
    const base = (await sanad.printed(/Sanad is at (http:\S+)/))[1] ?? '';
    const rows: BenchRow[] = [];
    let fresh = 0;
    const get = async (path: string): Promise<void> => {
      fresh += 1;
      const answer = await fetch(`${base}${path}${path.includes('?') ? '&' : '?'}fresh=${fresh}`);
      await answer.text();
      if (!answer.ok) throw new Error(`Cannot measure "${path}": it answered ${answer.status}`);
    };
    for (const [name, paths] of pages) {
      await get(paths[0] ?? '/');
      rows.push(...latencyRows(`page ${name}`, await timeAll(paths, get)));
    }
    rows.push(...(await measureIngest(base, settings, pages)));
    return rows;
  } finally {
    await stop(sanad);
  }
}

/** Addresses of each kind of page. The numbers follow from the generator. */
async function listPages(
  dataFolder: string,
  articles: number,
): Promise<readonly (readonly [name: string, paths: readonly string[]])[]> {
  const store = await openStore({ dataFolder, applicationName: 'sanad bench' });
  try {
    const random = openRandom(61);
    const many = (path: (at: number) => string): readonly string[] =>
      Array.from({ length: ASKED }, (_, at) => path(at));
    const any = (): number => 1 + below(random, articles);
    const texts = await loadTexts(store);
    const queries = [1, 2, 3].flatMap((words) => queriesOf(texts.slice(0, ASKED / 3), words));
    const find = (sql: string) => store.rows<{ path: string }>(sql);
    const paths = async (sql: string) => (await find(sql)).map(({ path }) => path);
    const slugs = ['politics', 'world', 'economy', 'society', 'science', 'culture', 'sport'];
    return [
      ['home', many(() => '/')],
      ['category', many((at) => `/category/${slugs[at % slugs.length]}`)],
      ['stories', many(() => '/stories')],
      ['story', many(() => `/story/${1 + below(random, Math.floor(articles * 0.44))}`)],
      [
        'great story',
        await paths(`select '/story/' || id as path from story order by report_count desc, id limit 50`),
      ],
      ['article', many(() => `/article/${any()}`)],
      ['topic', many((at) => `/topic/${1 + at}`)],
      ['topics', many(() => '/topics')],
      ['entity', many((at) => `/entity/entity-${at < 50 ? at : below(random, 20_000)}`)],
      ['outlet', many((at) => `/outlet/outlet-${at % 120}`)],
      ['outlets', many(() => '/outlets')],
      [
        'dyad',
        await paths(`select '/dyad/' || x.side || '/' || y.side as path from contact_actor x
         join contact_actor y on y.contact_id = x.contact_id and y.side > x.side
         group by x.side, y.side order by count(*) desc, x.side, y.side limit 150`),
      ],
      ['dyads', many(() => '/dyads')],
      ['entities', many(() => '/entities')],
      ['sources', many(() => '/sources')],
      ['search', queries.map((query) => `/search?q=${encodeURIComponent(query)}`)],
      ['feed', many(() => '/feed.xml')],
    ];
  } finally {
    await store.close();
  }
}

/** How much slower readers are served while articles come in. */
async function measureIngest(
  base: string,
  settings: Readonly<Record<string, string>>,
  pages: readonly (readonly [name: string, paths: readonly string[]])[],
): Promise<readonly BenchRow[]> {
  const mixed = pages.flatMap(([, paths]) => paths.slice(0, 40));
  const requests = mixed.map((path) => ({ path: `${path}${path.includes('?') ? '&' : '?'}load=1` }));
  const alone = await loadPages(base, requests);
  const kept = await loadPages(base, [{ path: '/' }]);
  const ingest = startIngest(settings);
  const beside = await loadPages(base, requests);
  const keptBeside = await loadPages(base, [{ path: '/' }]);
  const added = await ingest.stop();
  return [
    { name: 'kept pages, home', value: kept, unit: 'pages/s' },
    { name: `kept pages beside ${added} articles/s coming in`, value: keptBeside / kept, unit: 'of it' },
    { name: 'mixed pages, not kept, 10 connections', value: alone, unit: 'pages/s' },
    { name: `mixed pages beside ${added} articles/s coming in`, value: beside / alone, unit: 'of it' },
  ];
}

async function loadPages(base: string, requests: readonly { readonly path: string }[]): Promise<number> {
  const result = await autocannon({
    url: base,
    connections: CONNECTIONS,
    duration: LOAD_SECONDS,
    requests: [...requests],
  });
  if (result.non2xx > 0) throw new Error(`Cannot measure the load: ${result.non2xx} answers were no pages`);
  return result.requests.average;
}

/** Adds articles through the program at a steady pace until it is stopped; says how many came in each second. */
function startIngest(settings: Readonly<Record<string, string>>) {
  const adding = startSanad(['add', '--quiet', '-'], settings);
  const lines = sampleRecords(5000).split('\n');
  const started = performance.now();
  let sent = 0;
  const timer = setInterval(() => {
    const due = ((performance.now() - started) / 1000) * INGEST_PER_SECOND;
    while (sent < due && sent < lines.length) {
      adding.child.stdin?.write(`${lines[sent]}\n`);
      sent += 1;
    }
  }, 100);
  return {
    async stop(): Promise<number> {
      clearInterval(timer);
      const seconds = (performance.now() - started) / 1000;
      adding.child.stdin?.end();
      const code = await adding.ended();
      if (code !== 0) throw new Error(`Cannot add beside reading: ${adding.output()}`);
      return Math.round(sent / seconds);
    },
  };
}

async function stop(sanad: SanadProcess): Promise<void> {
  sanad.child.kill('SIGINT');
  if (sanad.child.exitCode === null) await once(sanad.child, 'close');
}
