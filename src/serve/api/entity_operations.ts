/** People, organisations and places, and where they are named. */
import { ENTITY_TYPES } from '../../model/entity.js';
import { listEntities } from '../../store/api_lists.js';
import { loadEntityMentions } from '../../store/api_mentions.js';
import { loadEntity } from '../../store/site_entities.js';
import { readCursor, writeCursor } from './cursor.js';
import { ENTITY, ENTITY_DETAIL, MENTION } from './ledger_schemas.js';
import { entityOf } from './ledger_shapes.js';
import { defineOperation, type Operation } from './operation.js';
import { AS_OF, CURSOR, idOf, LIMIT, oneOf, wordsFor } from './parameters.js';
import { missing } from './problem.js';
import { pageOf } from './schemas.js';

export const ENTITY_OPERATIONS: readonly Operation[] = [
  defineOperation({
    id: 'listEntities',
    path: '/entities',
    tag: 'entities',
    summary: 'People, organisations and places that articles name, by id',
    parameters: {
      type: oneOf(ENTITY_TYPES, 'Only these').optional(),
      q: wordsFor('Letters of the name', 'لاوروف', 80).optional(),
      asOf: AS_OF,
      cursor: CURSOR,
      limit: LIMIT,
    },
    answer: pageOf(ENTITY),
    run: async ({ store }, { type, q, asOf, cursor, limit }) => {
      const after = readCursor('entities', cursor, ['id'])?.[0];
      const entities = await listEntities(store, { type, words: q, asOf, after, limit: limit + 1 });
      const last = entities.length > limit ? entities[limit - 1] : undefined;
      return {
        items: entities.slice(0, limit).map(entityOf),
        next: last === undefined ? null : writeCursor('entities', [last.id]),
      };
    },
  }),
  defineOperation({
    id: 'getEntity',
    path: '/entities/{id}',
    tag: 'entities',
    summary: 'One entity with its counts and titles',
    parameters: { id: idOf('an entity', 'per.lavrov'), asOf: AS_OF },
    answer: ENTITY_DETAIL,
    run: async ({ store }, { id, asOf }) => {
      const entity = await loadEntity(store, id, asOf);
      if (entity === undefined) throw missing('such entity');
      const { articleCount, statementCount, roles, merged } = entity;
      return { ...entityOf(entity), articleCount, statementCount, roles, merged };
    },
  }),
  defineOperation({
    id: 'listEntityMentions',
    path: '/entities/{id}/mentions',
    tag: 'entities',
    summary: 'Where an entity is named, the article that was seen last first',
    parameters: { id: idOf('an entity', 'per.lavrov'), asOf: AS_OF, cursor: CURSOR, limit: LIMIT },
    answer: pageOf(MENTION).describe('A page holds all places of its articles; `limit` counts articles'),
    run: async ({ store }, { id, asOf, cursor, limit }) => {
      const place = readCursor('mentions', cursor, ['instant', 'number', 'number']);
      const after = place && { at: place[0], id: place[1], version: place[2] };
      const rows = await loadEntityMentions(store, { entityId: id, asOf, after, limit: limit + 1 });
      const last = rows.length > limit ? rows[limit - 1] : undefined;
      return {
        items: rows.slice(0, limit).flatMap(({ articleId: article, version, text, spans, name, type }) =>
          spans.map(([start, end, via]) => ({
            entity: { id, name, type },
            via,
            evidence: { article, version, start, end, words: text.slice(start, end), rule: null },
          })),
        ),
        next:
          last === undefined ? null : writeCursor('mentions', [last.knownAt, last.articleId, last.version]),
      };
    },
  }),
];
