/** Two parties and their contacts in short. */
import { loadDyads } from '../../store/dyads.js';
import { dyadHref } from '../addresses.js';
import { loadDyadContacts } from '../views/ledger_views.js';
import { readCursor, writeCursor } from './cursor.js';
import { DYAD, DYAD_DETAIL } from './ledger_schemas.js';
import { contradictionsIn } from './ledger_shapes.js';
import { defineOperation, type Operation } from './operation.js';
import { AS_OF, CURSOR, idOf, LIMIT } from './parameters.js';
import { pageOf } from './schemas.js';
import { dayOrNull, momentOf } from './times.js';

export const DYAD_OPERATIONS: readonly Operation[] = [
  defineOperation({
    id: 'listDyads',
    path: '/dyads',
    tag: 'contacts',
    summary: 'Two countries or blocs whose people were in touch, by id',
    parameters: { asOf: AS_OF, cursor: CURSOR, limit: LIMIT },
    answer: pageOf(DYAD),
    run: async ({ store }, { asOf, cursor, limit }) => {
      const after = readCursor('dyads', cursor, ['id', 'id']);
      const found = await loadDyads(store, { order: 'ids', limit: limit + 1, after, asOf });
      const last = found.length > limit ? found[limit - 1] : undefined;
      return {
        items: found.slice(0, limit).map((dyad) => ({
          page: dyadHref(dyad.a, dyad.b),
          a: { id: dyad.a, name: dyad.aName },
          b: { id: dyad.b, name: dyad.bName },
          contactCount: dyad.contacts,
          changed: momentOf(dyad.newestAt),
        })),
        next: last === undefined ? null : writeCursor('dyads', [last.a, last.b]),
      };
    },
  }),
  defineOperation({
    id: 'getDyad',
    path: '/dyads/{a}/{b}',
    tag: 'contacts',
    summary: 'Two parties: their contacts in short, and where voices contradict each other',
    parameters: { a: idOf('an entity', 'country.ru'), b: idOf('an entity', 'country.us'), asOf: AS_OF },
    answer: DYAD_DETAIL,
    run: async ({ store }, { a, b, asOf }) => {
      const { sides, dated, undated } = await loadDyadContacts(store, [a, b], { asOf });
      const lines = [...dated, ...undated];
      return {
        page: dyadHref(a, b),
        a: { id: a, name: sides[0].name },
        b: { id: b, name: sides[1].name },
        contacts: lines.map(({ id, entry }) => ({
          ...{ id, kind: entry.kind, status: entry.status, disputed: entry.disputed },
          from: dayOrNull(entry.days[0]),
          to: dayOrNull(entry.days[1]),
        })),
        contradictions: contradictionsIn(lines),
      };
    },
  }),
];
