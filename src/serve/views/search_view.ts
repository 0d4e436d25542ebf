import type { SearchScope } from '../../model/search_scope.js';
import { SECTIONS } from '../../model/section.js';
import { formatDay } from '../../persian/format_date.js';
import { tokenise } from '../../persian/keys.js';
import type { Database, Store } from '../../store/database.js';
import type { LedgerScope } from '../../store/ledger_matches.js';
import { findInLedger, type LedgerFound } from '../../store/ledger_search.js';
import { resolveFields, scopeOfFields } from '../../store/search_fields.js';
import {
  type FacetCount,
  RANKED_WINDOW,
  type SearchFacets,
  type SearchFilter,
  type SearchFound,
  type SearchIndex,
} from '../../store/search_index.js';
import { openSearchIndex } from '../../store/search_postgres.js';
import { isEmptyQuery, markedReadings, type ParsedQuery, parseQuery } from '../../store/search_query.js';
import { type ArticleLine, loadLines } from '../../store/site_lines.js';
import { loadBodies } from '../../store/site_search.js';
import { loadStoryLines } from '../../store/site_stories.js';
import { englishDay } from '../english_dates.js';
import type { Words } from '../language.js';
import { HITS_PER_PAGE, type SearchHitView, type SearchView } from '../pages/search_shape.js';
import { makeSnippet, markWords } from '../snippet.js';
import { headlineOf, shown } from '../words.js';
import {
  type FacetLine,
  type FacetView,
  loadContactHits,
  loadStatementHits,
  nameLedgerFacets,
} from './ledger_hits.js';

export interface SearchAsked {
  /** Default: reports. */
  readonly scope?: SearchScope;
  readonly query: string;
  readonly order: 'best' | 'newest';
  /** 1-based. */
  readonly pageNumber: number;
  /** Only what was known by this UTC instant. */
  readonly asOf?: string | undefined;
}

/** The last page that can be asked for: ranking goes no deeper. */
export const MAX_SEARCH_PAGE = Math.ceil(RANKED_WINDOW / HITS_PER_PAGE);

/** What a query finds; nothing when it asks for nothing. */
export async function loadSearchView(store: Store, asked: SearchAsked): Promise<SearchView | undefined> {
  const query = parseQuery(asked.query);
  const { filter: wished, problems } = await resolveFields(store, query.fields);
  const { asOf } = asked;
  const filter = { ...wished, ...(asOf !== undefined && { knownBy: asOf }) };
  const scope = scopeOfFields(filter) ?? asked.scope ?? 'reports';
  const empty = { ...NOTHING, ...asked, scope };
  if (isEmptyQuery(query) && filter.speakerIds === undefined) {
    if (query.fields.length === 0) return undefined;
    return { ...empty, problems: [...problems, NO_WORD] };
  }
  if (problems.length > 0) return { ...empty, problems };
  const searching = { store, query, filter, asked, scope };
  const [reports, statements, contacts] = await Promise.all([
    findReports(searching),
    findLines(searching, 'statements'),
    findLines(searching, 'contacts'),
  ]);
  const counts = {
    reports: Math.min(reports?.facets?.reportCount ?? 0, RANKED_WINDOW),
    stories: reports?.facets?.storyCount ?? 0,
    statements: Math.min(statements?.count ?? 0, RANKED_WINDOW),
    contacts: Math.min(contacts?.count ?? 0, RANKED_WINDOW),
  };
  const found = { statements, contacts, reports, stories: reports }[scope];
  const count = found?.count ?? 0;
  return {
    ...empty,
    ...(await (found !== undefined && 'ids' in found
      ? showLines(searching, found)
      : showReports(searching, found))),
    counts,
    count: Math.min(count, RANKED_WINDOW),
    isCapped: count > RANKED_WINDOW,
    suggestion: count === 0 ? await suggest(openSearchIndex(store), asked.query) : undefined,
  };
}

interface Searching {
  readonly store: Store;
  readonly query: ParsedQuery;
  readonly filter: SearchFilter;
  readonly asked: SearchAsked;
  readonly scope: SearchScope;
}

function offsetOf({ pageNumber }: SearchAsked): number {
  return (pageNumber - 1) * HITS_PER_PAGE;
}

/** Reports or stories; only how many there are where something else is looked for. */
async function findReports({
  store,
  query,
  filter,
  asked,
  scope,
}: Searching): Promise<SearchFound | undefined> {
  if (scopeOfFields(filter) !== undefined) return undefined;
  const isShown = scope === 'reports' || scope === 'stories';
  return openSearchIndex(store).find({
    ...query,
    kinds: [scope === 'stories' ? 'story' : 'article'],
    filter,
    order: isShown ? asked.order : 'newest',
    offset: offsetOf(asked),
    limit: isShown ? HITS_PER_PAGE + 1 : 0,
    fillTo: isShown ? 1 : 0,
    facets: true,
  });
}

async function findLines(
  { store, query, filter, asked, scope }: Searching,
  lines: LedgerScope,
): Promise<LedgerFound | undefined> {
  if ((scopeOfFields(filter) ?? lines) !== lines) return undefined;
  const limit = scope === lines ? HITS_PER_PAGE + 1 : 0;
  return findInLedger(store, {
    scope: lines,
    query,
    filter,
    order: asked.order,
    offset: offsetOf(asked),
    limit,
  });
}

type Shown = Pick<
  SearchView,
  'hits' | 'stories' | 'statements' | 'contacts' | 'facets' | 'hasNext' | 'isPartial'
>;

async function showReports(
  { store, query, asked, scope }: Searching,
  found: SearchFound | undefined,
): Promise<Shown> {
  const { hits, count, facets } = found ?? { hits: [], count: 0 };
  const ids = hits.slice(0, HITS_PER_PAGE).map(({ refId }) => refId);
  const isStories = scope === 'stories';
  return {
    ...NO_LINES,
    isPartial: hits.some(({ isComplete }) => !isComplete),
    hasNext: hits.length > HITS_PER_PAGE && asked.pageNumber < MAX_SEARCH_PAGE,
    facets: facets && count > 1 ? await nameFacets(store, facets) : [],
    hits: isStories ? [] : await loadHits(store, ids, markedReadings(query)),
    stories: isStories ? await loadStoryLines(store, ids) : [],
  };
}

async function showLines({ store, query, asked, scope }: Searching, found: LedgerFound): Promise<Shown> {
  const ids = found.ids.slice(0, HITS_PER_PAGE);
  const readings = markedReadings(query);
  return {
    ...NO_LINES,
    hasNext: found.ids.length > HITS_PER_PAGE && asked.pageNumber < MAX_SEARCH_PAGE,
    facets: await nameLedgerFacets(store, found.facets),
    statements: scope === 'statements' ? await loadStatementHits(store, ids, readings) : [],
    contacts: scope === 'contacts' ? await loadContactHits(store, ids, { readings, asOf: asked.asOf }) : [],
  };
}

const NO_WORD = {
  fa: 'کنار این شرط‌ها واژه‌ای هم بنویسید تا در خبرها بگردیم.',
  en: 'Beside these conditions write a word to look for.',
};

const NO_LINES = {
  isPartial: false,
  hasNext: false,
  facets: [],
  hits: [],
  stories: [],
  statements: [],
  contacts: [],
} as const;

const NOTHING = {
  ...NO_LINES,
  count: 0,
  isCapped: false,
  problems: [],
  counts: { reports: 0, stories: 0, statements: 0, contacts: 0 },
} as const;

async function loadHits(
  database: Database,
  ids: readonly number[],
  readings: ReadonlySet<string>,
): Promise<readonly SearchHitView[]> {
  const [lines, bodies] = await Promise.all([loadLines(database, ids), loadBodies(database, ids)]);
  const bodyOf = new Map(bodies.map(({ id, body }) => [id, body]));
  return lines.map((line) => {
    const text = [line.lede, bodyOf.get(line.id) ?? line.opening].filter(Boolean).join(' ');
    return { line, headline: markedHeadline(line, readings), snippet: makeSnippet(text, readings) };
  });
}

function markedHeadline(line: ArticleLine, readings: ReadonlySet<string>): SearchHitView['headline'] {
  if (line.title === null) return [{ text: headlineOf(line), printed: headlineOf(line), marked: false }];
  return markWords(line.title, readings);
}

/** The query with its unknown words exchanged for words that the index knows; nothing when there are none. */
async function suggest(index: SearchIndex, query: string): Promise<string | undefined> {
  const tokens = tokenise(query);
  const corrections = await index.correct(tokens.map(({ key }) => key));
  let text = query;
  for (const { start, end, key } of tokens.toReversed()) {
    const correction = corrections.get(key);
    if (correction !== undefined) text = text.slice(0, start) + shown(correction) + text.slice(end);
  }
  return text === query ? undefined : text;
}

async function nameFacets(database: Database, facets: SearchFacets): Promise<readonly FacetView[]> {
  const outlets = await database.rows<{ id: string; name: string }>(
    'select id, name from outlet where id = any($1)',
    [facets.outlets.map(({ value }) => value)],
  );
  const outletNames = new Map(outlets.map(({ id, name }) => [id, name]));
  const sectionNames = new Map(
    SECTIONS.map(({ slug, name, nameEn }) => [slug, { fa: name, en: nameEn }] as const),
  );
  const fieldOf = (field: string, names: ReadonlyMap<string, Words | string>) => (one: FacetCount) => ({
    ...facetLine(one, names.get(one.value) ?? one.value),
    fields: `${field}:${one.value}`,
  });
  const views: FacetView[] = [
    { label: { fa: 'رسانه', en: 'Outlet' }, lines: facets.outlets.map(fieldOf('رسانه', outletNames)) },
    { label: { fa: 'دسته', en: 'Section' }, lines: facets.sections.map(fieldOf('دسته', sectionNames)) },
    {
      label: { fa: 'روز', en: 'Day' },
      lines: facets.days.map((one) => ({
        ...facetLine(one, { fa: formatDay(one.value), en: englishDay(one.value) }),
        fields: `از:${one.value} تا:${one.value}`,
      })),
    },
  ];
  return views.filter(({ lines }) => lines.length > 1);
}

function facetLine({ count }: FacetCount, name: Words | string): Omit<FacetLine, 'fields'> {
  return { name, count };
}
