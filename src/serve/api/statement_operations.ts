/** Statements, by whom and about what, and those of dossiers. */
import { STANCES } from '../../model/statement.js';
import type { Database } from '../../store/database.js';
import { loadAnswers, loadStatement, loadStatements, loadTwins } from '../../store/site_statements.js';
import type { StatementFilter } from '../../store/statement_filter.js';
import { readCursor, writeCursor } from './cursor.js';
import { filterOfDossier } from './dossier_filter.js';
import { STATEMENT, STATEMENT_DETAIL } from './ledger_schemas.js';
import { statementOf } from './ledger_shapes.js';
import { defineOperation, type Operation } from './operation.js';
import { AS_OF, CURSOR, dayFor, idOf, LIMIT, numberOf, oneOf, wordsIdOf } from './parameters.js';
import { missing } from './problem.js';
import { pageOf } from './schemas.js';

export const STATEMENT_OPERATIONS: readonly Operation[] = [
  defineOperation({
    id: 'listStatements',
    path: '/statements',
    tag: 'statements',
    summary: 'Who said what: each statement once, the newest first',
    parameters: {
      by: idOf('an entity', 'per.lavrov').optional(),
      about: idOf('an entity', 'country.us').optional(),
      article: numberOf('article').optional(),
      contact: wordsIdOf('a contact').optional(),
      stance: oneOf(STANCES, 'How the speaker stands to what is said').optional(),
      act: idOf('an act', 'deny').optional(),
      from: dayFor('Said on this day or later'),
      to: dayFor('Said on this day or earlier'),
      asOf: AS_OF,
      cursor: CURSOR,
      limit: LIMIT,
    },
    answer: pageOf(STATEMENT),
    run: ({ store }, { by, about, article, contact, stance, act, from, to, asOf, cursor, limit }) =>
      statementPage(store, {
        ...(by === undefined ? {} : { by }),
        ...(about === undefined ? {} : { about }),
        ...(article === undefined ? {} : { articleId: article }),
        ...(contact === undefined ? {} : { contactIds: [contact] }),
        ...{ stance, act, dayFrom: from, dayTo: to, asOf, cursor, limit },
      }),
  }),
  defineOperation({
    id: 'getStatement',
    path: '/statements/{id}',
    tag: 'statements',
    summary: 'One statement, what answers it, and where the same words stand',
    parameters: { id: wordsIdOf('a statement'), asOf: AS_OF },
    answer: STATEMENT_DETAIL,
    run: async ({ store }, { id, asOf }) => {
      const line = await loadStatement(store, id);
      const isKnown = ({ knownAt }: { readonly knownAt: string }): boolean =>
        asOf === undefined || knownAt <= asOf;
      if (line === undefined || !isKnown(line)) throw missing('such statement');
      const [answers, twins] = await Promise.all([loadAnswers(store, id), loadTwins(store, id)]);
      return {
        ...statementOf(line),
        answeredBy: answers.filter(isKnown).map(statementOf),
        printedAlso: twins.filter(isKnown).map(statementOf),
      };
    },
  }),
  defineOperation({
    id: 'listDossierStatements',
    path: '/dossiers/{id}/statements',
    tag: 'dossiers',
    summary: 'The statements of a dossier, the newest first',
    parameters: { id: numberOf('dossier'), asOf: AS_OF, cursor: CURSOR, limit: LIMIT },
    answer: pageOf(STATEMENT),
    run: async ({ store }, { id, asOf, cursor, limit }) =>
      statementPage(store, { ...(await filterOfDossier(store, id)), asOf, cursor, limit }),
  }),
];

async function statementPage(
  store: Database,
  { cursor, limit, ...filter }: Omit<StatementFilter, 'after'> & { readonly cursor: string | undefined },
) {
  const place = readCursor('statements', cursor, ['instant', 'id']);
  const after = place && { at: place[0], id: place[1] };
  const lines = await loadStatements(store, { ...filter, after, limit: limit + 1 });
  const last = lines.length > limit ? lines[limit - 1] : undefined;
  return {
    items: lines.slice(0, limit).map(statementOf),
    next: last === undefined ? null : writeCursor('statements', [last.at, last.id]),
  };
}
