/** Addresses of every kind of page, feed and list of the machine interface. The numbers follow from the generator. */
import type { Store } from '../../src/store/database.js';
import { loadTexts, queriesOf } from './measure_search.js';
import { below, openRandom } from './random.js';

export interface PageKind {
  readonly name: string;
  readonly paths: readonly string[];
}

/** Addresses of one kind; two of so many may take longer than their p99. */
const ASKED = 200;
const SECTION_SLUGS = ['politics', 'world', 'economy', 'society', 'science', 'culture', 'sport'];
const SCOPES = ['stories', 'statements', 'contacts'] as const;
/** Months and days of the three years that every store of the generator covers. */
const YEARS = ['1403', '1404'];

export async function listPages(store: Store): Promise<readonly PageKind[]> {
  return [
    ...(await newsPages(store)),
    ...(await ledgerPages(store)),
    ...(await searchPages(store)),
    ...feeds(),
    ...apiLists(),
  ];
}

function many(path: (at: number) => string): readonly string[] {
  return Array.from({ length: ASKED }, (_, at) => path(at));
}

async function pathsOf(store: Store, sql: string): Promise<readonly string[]> {
  const rows = await store.rows<{ path: string }>(`${sql} limit ${ASKED}`);
  return rows.map(({ path }) => path);
}

async function newsPages(store: Store): Promise<readonly PageKind[]> {
  const random = openRandom(61);
  const ends = await store.row<{ articles: number; stories: number }>(
    'select (select max(id) from article) as articles, (select max(id) from story) as stories',
  );
  const drawn = (end = 1): number => 1 + below(random, end);
  const two = (number: number): string => String(number).padStart(2, '0');
  return [
    { name: 'home', paths: many(() => '/') },
    { name: 'category', paths: many((at) => `/category/${SECTION_SLUGS[at % SECTION_SLUGS.length]}`) },
    { name: 'stories', paths: many(() => '/stories') },
    { name: 'story', paths: many(() => `/story/${drawn(ends?.stories)}`) },
    {
      name: 'great story',
      paths: await pathsOf(store, `select '/story/' || id as path from story order by report_count desc, id`),
    },
    {
      name: 'story in a great thread',
      paths: await pathsOf(
        store,
        `select '/story/' || id as path from story where thread_id <= 12 order by md5(id::text)`,
      ),
    },
    { name: 'article', paths: many(() => `/article/${drawn(ends?.articles)}`) },
    { name: 'history of an article', paths: many(() => `/article/${drawn(ends?.articles)}/history`) },
    { name: 'threads', paths: many(() => '/threads') },
    {
      name: 'thread, the greatest first',
      paths: await pathsOf(
        store,
        `select '/thread/' || thread_id as path from story where thread_id is not null
         group by thread_id order by count(*) desc, thread_id`,
      ),
    },
    {
      name: 'month of the archive',
      paths: many((at) => `/archive/${YEARS[at % 2]}/${two(1 + (at % 12))}`),
    },
    {
      name: 'day of the archive',
      paths: many((at) => `/archive/${YEARS[at % 2]}/${two(1 + (at % 12))}/${two(1 + (at % 29))}`),
    },
    { name: 'topic', paths: many((at) => `/topic/${1 + at}`) },
    { name: 'topics', paths: many(() => '/topics') },
    { name: 'outlet', paths: many((at) => `/outlet/outlet-${at % 120}`) },
    { name: 'outlets', paths: many(() => '/outlets') },
    { name: 'sources', paths: many(() => '/sources') },
  ];
}

async function ledgerPages(store: Store): Promise<readonly PageKind[]> {
  const random = openRandom(71);
  return [
    {
      name: 'entity, half of them great',
      paths: many((at) => `/entity/entity-${at % 2 === 0 ? at / 2 : below(random, 20_000)}`),
    },
    { name: 'entities', paths: many(() => '/entities') },
    {
      name: 'dyad, the greatest first',
      paths: await pathsOf(
        store,
        `select '/dyad/' || x.side || '/' || y.side as path from contact_actor x
         join contact_actor y on y.contact_id = x.contact_id and y.side > x.side
         group by x.side, y.side order by count(*) desc, x.side, y.side`,
      ),
    },
    { name: 'dyads', paths: many(() => '/dyads') },
    { name: 'dossier', paths: many((at) => `/dossier/${1 + (at % 20)}`) },
    {
      name: 'statement',
      paths: await pathsOf(
        store,
        `select '/statement/' || id as path from statement where article_id in
           (select 1 + n * (select max(id) / ${ASKED} from article) from generate_series(0, ${ASKED - 1}) n)
           and position = 0`,
      ),
    },
    {
      name: 'contact',
      paths: await pathsOf(store, `select '/contact/' || id as path from contact order by md5(id)`),
    },
    { name: 'contradictions', paths: many(() => '/contradictions') },
  ];
}

async function searchPages(store: Store): Promise<readonly PageKind[]> {
  const texts = await loadTexts(store);
  const queries = [1, 2, 3].flatMap((words) => queriesOf(texts.slice(0, ASKED / 3), words));
  const pathOf = (query: string): string => `/search?q=${encodeURIComponent(query)}`;
  const typed = queries.map((query) => query.slice(0, 3));
  return [
    { name: 'search', paths: queries.map(pathOf) },
    ...SCOPES.map((scope) => ({
      name: `search, ${scope}`,
      paths: queries.map((query) => `${pathOf(query)}&scope=${scope}`),
    })),
    { name: 'suggestions', paths: typed.map((query) => `/search/suggest?q=${encodeURIComponent(query)}`) },
  ];
}

function feeds(): readonly PageKind[] {
  return [
    { name: 'feed of reports', paths: many(() => '/feed.xml') },
    { name: 'feed of stories', paths: many(() => '/stories/feed.xml') },
    {
      name: 'feed of a category',
      paths: many((at) => `/category/${SECTION_SLUGS[at % SECTION_SLUGS.length]}/feed.xml`),
    },
    { name: 'feed of threads', paths: many(() => '/threads/feed.xml') },
    { name: 'feed of an entity', paths: many((at) => `/entity/entity-${at}/feed.xml`) },
    { name: 'feed of statements', paths: many(() => '/statements/feed.xml') },
    { name: 'feed of contacts', paths: many(() => '/contacts/feed.xml') },
  ];
}

/** The first page of each list of the machine interface, and narrower ones. */
function apiLists(): readonly PageKind[] {
  const lists = [
    'articles',
    'articles?outlet=outlet-3',
    'articles?section=world&from=2025-12-01',
    'stories',
    'stories?order=important&section=politics',
    'threads',
    'outlets',
    'sources',
    'topics',
    'topics/1/items',
    'entities',
    'entities/entity-3',
    'entities/entity-3/mentions',
    'dyads',
    'statements',
    'statements?by=entity-3',
    'contacts',
    'contacts?party=entity-3',
    'dossiers/1/statements',
  ];
  return lists.map((list) => ({
    name: `api ${list}`,
    paths: Array.from({ length: ASKED / 4 }, () => `/api/v1/${list}`),
  }));
}
