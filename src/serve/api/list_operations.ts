/** Outlets, sources, topics, dossiers and search. */
import { z } from 'zod';
import { SEARCH_SCOPES } from '../../model/search_scope.js';
import { SECTIONS } from '../../model/section.js';
import {
  listFamilies,
  listOutlets,
  listTopicItems,
  listTopics,
  loadOutletFacts,
  type OutletFacts,
  type TopicFacts,
  type TopicItemFacts,
} from '../../store/api_lists.js';
import { type Dossier, listDossiers, loadDossier } from '../../store/dossiers.js';
import { loadSourceStatuses, type SourceStatus } from '../../store/source_state.js';
import { categoryHref, dossierHref, outletHref, safeHref, topicHref } from '../addresses.js';
import { loadSearchView, MAX_SEARCH_PAGE } from '../views/search_view.js';
import { readCursor, writeCursor } from './cursor.js';
import { hitsOf } from './hit_shapes.js';
import { DOSSIER } from './ledger_schemas.js';
import { FAMILY, OUTLET, SEARCH_ANSWER, SECTION, SOURCE, TOPIC, TOPIC_ITEM } from './list_schemas.js';
import { namedOrNull } from './named.js';
import { defineOperation, type Operation } from './operation.js';
import { AS_OF, CURSOR, idOf, LIMIT, numberOf, oneOf, wordsFor } from './parameters.js';
import { badParameters, hiddenProblem, missing } from './problem.js';
import { listOf, pageOf } from './schemas.js';
import { dayOrNull, momentOf, momentOrNull } from './times.js';

export const LIST_OPERATIONS: readonly Operation[] = [
  defineOperation({
    id: 'listOutlets',
    path: '/outlets',
    tag: 'outlets',
    summary: 'Outlets by id; "asOf" counts the reports of then, the rest is what the registry says today',
    parameters: { asOf: AS_OF, cursor: CURSOR, limit: LIMIT },
    answer: pageOf(OUTLET),
    run: async ({ store }, { asOf, cursor, limit }) => {
      const after = readCursor('outlets', cursor, ['id'])?.[0];
      const outlets = await listOutlets(store, { after, asOf, limit: limit + 1 });
      const last = outlets.length > limit ? outlets[limit - 1] : undefined;
      return {
        items: outlets.slice(0, limit).map(outletOf),
        next: last === undefined ? null : writeCursor('outlets', [last.id]),
      };
    },
  }),
  defineOperation({
    id: 'getOutlet',
    path: '/outlets/{id}',
    tag: 'outlets',
    summary: 'One outlet; "asOf" counts the reports of then, the rest is what the registry says today',
    parameters: { id: idOf('an outlet', 'isna'), asOf: AS_OF },
    answer: OUTLET,
    run: async ({ store }, { id, asOf }) => {
      const outlet = await loadOutletFacts(store, { id, asOf });
      if (outlet === undefined) throw missing('such outlet');
      if (outlet.hiddenAt !== null) throw hiddenProblem('outlet', outlet.hiddenNote);
      return outletOf(outlet);
    },
  }),
  defineOperation({
    id: 'listFamilies',
    path: '/families',
    tag: 'outlets',
    summary: 'Publisher families: outlets of one house, which are no independent origins of each other',
    parameters: { cursor: CURSOR, limit: LIMIT },
    answer: pageOf(FAMILY),
    run: async ({ store }, { cursor, limit }) => {
      const after = readCursor('families', cursor, ['id'])?.[0];
      const families = await listFamilies(store, { after, limit: limit + 1 });
      const last = families.length > limit ? families[limit - 1] : undefined;
      return {
        items: families.slice(0, limit),
        next: last === undefined ? null : writeCursor('families', [last.id]),
      };
    },
  }),
  defineOperation({
    id: 'listSections',
    path: '/sections',
    tag: 'stories',
    summary: 'Our own categories of stories, in the order of the menu',
    parameters: {},
    answer: z.object({ items: listOf(SECTION) }),
    run: async () => ({
      items: SECTIONS.map(({ slug, name, nameEn }) => ({ id: slug, page: categoryHref(slug), name, nameEn })),
    }),
  }),
  defineOperation({
    id: 'listSources',
    path: '/sources',
    tag: 'outlets',
    summary: 'Where we collect, and how each source fares',
    parameters: { outlet: idOf('an outlet', 'isna').optional(), cursor: CURSOR, limit: LIMIT },
    answer: pageOf(SOURCE),
    run: async ({ store }, { outlet, cursor, limit }) => {
      const after = readCursor('sources', cursor, ['id'])?.[0] ?? '';
      const all = (await loadSourceStatuses(store)).toSorted((a, b) => (a.sourceId < b.sourceId ? -1 : 1));
      const found = all.filter(
        (source) => source.sourceId > after && (outlet === undefined || source.outletId === outlet),
      );
      const last = found.length > limit ? found[limit - 1] : undefined;
      return {
        items: found.slice(0, limit).map(sourceOf),
        next: last === undefined ? null : writeCursor('sources', [last.sourceId]),
      };
    },
  }),
  defineOperation({
    id: 'getSource',
    path: '/sources/{id}',
    tag: 'outlets',
    summary: 'One source',
    parameters: { id: idOf('a source', 'isna-feed') },
    answer: SOURCE,
    run: async ({ store }, { id }) => {
      const source = (await loadSourceStatuses(store)).find(({ sourceId }) => sourceId === id);
      if (source === undefined) throw missing('such source');
      return sourceOf(source);
    },
  }),
  defineOperation({
    id: 'listTopics',
    path: '/topics',
    tag: 'topics',
    summary: 'Topic pages of outlets, the newest first',
    parameters: { asOf: AS_OF, cursor: CURSOR, limit: LIMIT },
    answer: pageOf(TOPIC),
    run: async ({ store }, { asOf, cursor, limit }) => {
      const before = readCursor('topics', cursor, ['number'])?.[0];
      const topics = await listTopics(store, { before, asOf, limit: limit + 1 });
      const last = topics.length > limit ? topics[limit - 1] : undefined;
      return {
        items: topics.slice(0, limit).map(topicOf),
        next: last === undefined ? null : writeCursor('topics', [last.id]),
      };
    },
  }),
  defineOperation({
    id: 'getTopic',
    path: '/topics/{id}',
    tag: 'topics',
    summary: 'One topic',
    parameters: { id: numberOf('topic'), asOf: AS_OF },
    answer: TOPIC,
    run: async ({ store }, { id, asOf }) => {
      const [topic] = await listTopics(store, { id, asOf, limit: 1 });
      if (topic === undefined) throw missing('such topic');
      return topicOf(topic);
    },
  }),
  defineOperation({
    id: 'listTopicItems',
    path: '/topics/{id}/items',
    tag: 'topics',
    summary: 'What a topic page listed, the newest first',
    parameters: { id: numberOf('topic'), asOf: AS_OF, cursor: CURSOR, limit: LIMIT },
    answer: pageOf(TOPIC_ITEM),
    run: async ({ store }, { id, asOf, cursor, limit }) => {
      const before = readCursor('items', cursor, ['number'])?.[0];
      const [topic] = await listTopics(store, { id, asOf, limit: 1 });
      if (topic === undefined) throw missing('such topic');
      const items = await listTopicItems(store, { topicId: id, before, asOf, limit: limit + 1 });
      const last = items.length > limit ? items[limit - 1] : undefined;
      return {
        items: items.slice(0, limit).map(topicItemOf),
        next: last === undefined ? null : writeCursor('items', [last.id]),
      };
    },
  }),
  defineOperation({
    id: 'listDossiers',
    path: '/dossiers',
    tag: 'dossiers',
    summary: 'Dossiers that operators keep, the newest first',
    parameters: { asOf: AS_OF, cursor: CURSOR, limit: LIMIT },
    answer: pageOf(DOSSIER),
    run: async ({ store }, { asOf, cursor, limit }) => {
      const before = readCursor('dossiers', cursor, ['number'])?.[0];
      const dossiers = await listDossiers(store, { before, asOf, limit: limit + 1 });
      const last = dossiers.length > limit ? dossiers[limit - 1] : undefined;
      return {
        items: dossiers.slice(0, limit).map(dossierOf),
        next: last === undefined ? null : writeCursor('dossiers', [last.id]),
      };
    },
  }),
  defineOperation({
    id: 'getDossier',
    path: '/dossiers/{id}',
    tag: 'dossiers',
    summary: 'One dossier; its statements and contacts are lists of their own',
    parameters: { id: numberOf('dossier') },
    answer: DOSSIER,
    run: async ({ store }, { id }) => {
      const dossier = await loadDossier(store, id);
      if (dossier === undefined) throw missing('such dossier');
      return dossierOf(dossier);
    },
  }),
  defineOperation({
    id: 'search',
    path: '/search',
    tag: 'search',
    summary:
      'Articles, stories, statements or contacts that have all of the words, in any spelling and inflection. "asOf": ' +
      'statements and contacts that were known then, as they stood, and articles whose text of today we had then; an article that has ' +
      'changed since is left out, since its words of then are not indexed. Stories of a moment are listed by /stories',
    parameters: {
      q: wordsFor('Words; «…» for a phrase, -word to exclude, fields as on the search page', 'گفت‌وگوی تلفنی'),
      scope: oneOf(SEARCH_SCOPES, 'What is looked for; default reports').default('reports'),
      order: oneOf(['best', 'newest'], 'Which first; default best').default('best'),
      asOf: AS_OF,
      cursor: CURSOR,
    },
    answer: SEARCH_ANSWER,
    run: async ({ store }, { q, scope, order, asOf, cursor }) => {
      if (scope === 'stories' && asOf !== undefined)
        throw badParameters([
          { field: 'asOf', in: 'query', message: 'has no meaning where stories are looked for' },
        ]);
      const pageNumber = readCursor('search', cursor, ['number'])?.[0] ?? 1;
      if (pageNumber < 1 || pageNumber > MAX_SEARCH_PAGE) {
        throw badParameters([{ field: 'cursor', in: 'query', message: 'goes deeper than search does' }]);
      }
      const view = await loadSearchView(store, { query: q, scope, order, pageNumber, asOf });
      return {
        items: view === undefined ? [] : hitsOf(view),
        next: view?.hasNext === true ? writeCursor('search', [pageNumber + 1]) : null,
        count: view?.count ?? 0,
        isCapped: view?.isCapped ?? false,
        isPartial: view?.isPartial ?? false,
        suggestion: view?.suggestion ?? null,
        problems: (view?.problems ?? []).map(({ en }) => en),
      };
    },
  }),
];

function outletOf({ newestAt, hiddenAt, hiddenNote, ...outlet }: OutletFacts) {
  return { ...outlet, page: outletHref(outlet.id), newest: momentOrNull(newestAt) };
}

function sourceOf(source: SourceStatus) {
  const { sourceId, outletId, outletName, kind, url, enabled, condition, itemCount } = source;
  return {
    id: sourceId,
    outlet: { id: outletId, name: outletName },
    ...{ kind, url, enabled, itemCount },
    condition: condition.code,
    conditionSince: momentOf(source.conditionSince),
    lastSuccess: momentOrNull(source.lastSuccessAt),
    lastNew: momentOrNull(source.lastNewAt),
    intervalSeconds: source.intervalMs / 1000,
  };
}

function topicOf(topic: TopicFacts) {
  const { id, name, shownCount, heldCount } = topic;
  return {
    ...{ id, name, shownCount, heldCount },
    page: topicHref(id),
    outlet: namedOrNull(topic.outletId, topic.outletName),
    url: safeHref(topic.url) ?? null,
    firstSeen: momentOf(topic.firstSeenAt),
    lastSeen: momentOf(topic.lastSeenAt),
  };
}

function topicItemOf(item: TopicItemFacts) {
  const { id, position, title, text } = item;
  return {
    ...{ id, position, title, text },
    url: safeHref(item.url) ?? null,
    article: item.articleId,
    firstSeen: momentOf(item.firstSeenAt),
    lastSeen: momentOf(item.lastSeenAt),
  };
}

function dossierOf({ id, name, actors, words, dayFrom, dayTo, note, madeAt }: Dossier) {
  return {
    ...{ id, name, actors, words, note },
    page: dossierHref(id),
    from: dayOrNull(dayFrom),
    to: dayOrNull(dayTo),
    made: momentOf(madeAt),
  };
}
