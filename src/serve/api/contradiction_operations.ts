/** What stands against each other, side by side. */
import { CONTRADICTION_KINDS, loadContradictions } from '../../store/site_contradictions.js';
import { readCursor, writeCursor } from './cursor.js';
import { STATEMENT_PAIR } from './ledger_schemas.js';
import { pairOf } from './ledger_shapes.js';
import { defineOperation, type Operation } from './operation.js';
import { AS_OF, CURSOR, dayFor, idOf, LIMIT, numberOf, oneOf, wordsIdOf } from './parameters.js';
import { pageOf } from './schemas.js';

export const CONTRADICTION_OPERATIONS: readonly Operation[] = [
  defineOperation({
    id: 'listContradictions',
    path: '/contradictions',
    tag: 'statements',
    summary: 'Statements that stand against each other, two by two, the newest first',
    parameters: {
      kind: oneOf(CONTRADICTION_KINDS, 'Two speakers, or one who changed position').optional(),
      subject: oneOf(['claim', 'contact'], 'What both are about').optional(),
      speaker: idOf('an entity', 'per.lavrov').optional(),
      article: numberOf('article').optional(),
      contact: wordsIdOf('a contact').optional(),
      statement: wordsIdOf('a statement').optional(),
      from: dayFor('The later one was said on this day or later'),
      to: dayFor('The later one was said on this day or earlier'),
      asOf: AS_OF,
      cursor: CURSOR,
      limit: LIMIT,
    },
    answer: pageOf(STATEMENT_PAIR),
    run: async ({ store }, { speaker, article, contact, statement, from, to, cursor, limit, ...filter }) => {
      const place = readCursor('contradictions', cursor, ['instant', 'id']);
      const pairs = await loadContradictions(store, {
        ...filter,
        ...(speaker === undefined ? {} : { speakers: [speaker] }),
        ...(article === undefined ? {} : { articleIds: [article] }),
        ...(contact === undefined ? {} : { contactIds: [contact] }),
        ...{ statementId: statement, dayFrom: from, dayTo: to, limit: limit + 1 },
        after: place && { at: place[0], id: place[1] },
      });
      const last = pairs.length > limit ? pairs[limit - 1] : undefined;
      return {
        items: pairs.slice(0, limit).map(pairOf),
        next: last === undefined ? null : writeCursor('contradictions', [last.at, last.id]),
      };
    },
  }),
];
