import { SECTIONS } from '../../model/section.js';
import { formatDay } from '../../persian/format_date.js';
import { tokenise } from '../../persian/keys.js';
import type { Database, Store } from '../../store/database.js';
import { resolveFields } from '../../store/search_fields.js';
import {
  type FacetCount,
  RANKED_WINDOW,
  type SearchFacets,
  type SearchIndex,
} from '../../store/search_index.js';
import { openSearchIndex } from '../../store/search_postgres.js';
import { isEmptyQuery, markedReadings, parseQuery } from '../../store/search_query.js';
import { type ArticleLine, loadLines } from '../../store/site_lines.js';
import { loadBodies } from '../../store/site_search.js';
import { loadStoryLines } from '../../store/site_stories.js';
import {
  type FacetLine,
  type FacetView,
  HITS_PER_PAGE,
  type SearchHitView,
  type SearchScope,
  type SearchView,
} from '../pages/search.js';
import { makeSnippet, markWords } from '../snippet.js';
import { headlineOf, shown } from '../words.js';

export interface SearchAsked {
  /** Default: reports. */
  readonly scope?: SearchScope;
  readonly query: string;
  readonly order: 'best' | 'newest';
  /** 1-based. */
  readonly pageNumber: number;
}

/** The last page that can be asked for: ranking goes no deeper. */
export const MAX_SEARCH_PAGE = Math.ceil(RANKED_WINDOW / HITS_PER_PAGE);

/** What a query finds; nothing when it asks for nothing. */
export async function loadSearchView(store: Store, asked: SearchAsked): Promise<SearchView | undefined> {
  const query = parseQuery(asked.query);
  const { filter, problems } = await resolveFields(store, query.fields);
  if (isEmptyQuery(query) && filter.speakerIds === undefined) {
    if (query.fields.length === 0) return undefined;
    return { ...nothing(asked), problems: [...problems, NO_WORD] };
  }
  if (problems.length > 0) return { ...nothing(asked), problems };
  const index = openSearchIndex(store);
  const offset = (asked.pageNumber - 1) * HITS_PER_PAGE;
  const kinds = [asked.scope === 'stories' ? ('story' as const) : ('article' as const)];
  const request = {
    ...query,
    kinds,
    filter,
    order: asked.order,
    offset,
    limit: HITS_PER_PAGE + 1,
    fillTo: 1,
    facets: true,
  };
  const { hits, count, facets } = await index.find(request);
  const ids = hits.slice(0, HITS_PER_PAGE).map(({ refId }) => refId);
  const isStories = asked.scope === 'stories';
  return {
    ...nothing(asked),
    count: Math.min(count, RANKED_WINDOW),
    isCapped: count > RANKED_WINDOW,
    isPartial: hits.some(({ isComplete }) => !isComplete),
    hasNext: hits.length > HITS_PER_PAGE && asked.pageNumber < MAX_SEARCH_PAGE,
    facets: facets && count > 1 ? await nameFacets(store, facets) : [],
    suggestion: count === 0 ? await suggest(index, asked.query) : undefined,
    hits: isStories ? [] : await loadHits(store, ids, markedReadings(query)),
    stories: isStories ? await loadStoryLines(store, ids) : [],
    counts: {
      reports: facets?.reportCount ?? 0,
      stories: facets?.storyCount ?? 0,
    },
  };
}

const NO_WORD = 'کنار این شرط‌ها واژه‌ای هم بنویسید تا در خبرها بگردیم.';

function nothing(asked: SearchAsked): SearchView {
  return {
    scope: 'reports',
    ...asked,
    count: 0,
    isCapped: false,
    isPartial: false,
    hasNext: false,
    problems: [],
    facets: [],
    hits: [],
    stories: [],
    counts: { reports: 0, stories: 0 },
  };
}

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
  if (line.title === null) return [{ text: headlineOf(line), marked: false }];
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
  const sectionNames = new Map(SECTIONS.map(({ slug, name }) => [slug, name]));
  const fieldOf = (field: string, names: ReadonlyMap<string, string>) => (one: FacetCount) => ({
    ...facetLine(one, names.get(one.value) ?? one.value),
    fields: `${field}:${one.value}`,
  });
  const views: FacetView[] = [
    { label: 'رسانه', lines: facets.outlets.map(fieldOf('رسانه', outletNames)) },
    { label: 'دسته', lines: facets.sections.map(fieldOf('دسته', sectionNames)) },
    {
      label: 'روز',
      lines: facets.days.map((one) => ({
        ...facetLine(one, formatDay(one.value)),
        fields: `از:${one.value} تا:${one.value}`,
      })),
    },
  ];
  return views.filter(({ lines }) => lines.length > 1);
}

function facetLine({ count }: FacetCount, name: string): Omit<FacetLine, 'fields'> {
  return { name, count };
}
