/** Contacts with their voices, and those of dossiers. */
import { CONTACT_KINDS, CONTACT_STATUSES } from '../../model/contact.js';
import type { Database } from '../../store/database.js';
import { contactPart } from '../../store/dossiers.js';
import { type ContactFilter, type ContactLine, loadContacts } from '../../store/site_contacts.js';
import { readCursor, writeCursor } from './cursor.js';
import { filterOfDossier } from './dossier_filter.js';
import { CONTACT } from './ledger_schemas.js';
import { contactsOf } from './ledger_shapes.js';
import { defineOperation, type Operation } from './operation.js';
import { AS_OF, CURSOR, dayFor, idOf, LIMIT, numberOf, oneOf, wordsIdOf } from './parameters.js';
import { badParameters, missing } from './problem.js';
import { pageOf } from './schemas.js';

export const CONTACT_OPERATIONS: readonly Operation[] = [
  defineOperation({
    id: 'listContacts',
    path: '/contacts',
    tag: 'contacts',
    summary: 'Who contacted whom; those whose status changed last stand first',
    parameters: {
      party: idOf('an entity', 'per.lavrov').optional(),
      with: idOf('the other party', 'country.us').optional(),
      article: numberOf('article').optional(),
      statement: wordsIdOf('a statement').optional(),
      status: oneOf(CONTACT_STATUSES, 'What is known of it').optional(),
      kind: oneOf(CONTACT_KINDS, 'What kind of contact').optional(),
      from: dayFor('On this day or later'),
      to: dayFor('On this day or earlier'),
      asOf: AS_OF,
      cursor: CURSOR,
      limit: LIMIT,
    },
    answer: pageOf(CONTACT),
    run: (
      { store },
      { party, with: other, article, statement, status, kind, from, to, asOf, cursor, limit },
    ) => {
      if (other !== undefined && party === undefined)
        throw badParameters([{ field: 'with', in: 'query', message: 'needs "party" beside it' }]);
      return contactPage(
        store,
        {
          ...(party === undefined ? {} : other === undefined ? { entity: party } : { dyad: [party, other] }),
          ...(article === undefined ? {} : { articleIds: [article] }),
          ...(statement === undefined ? {} : { statementId: statement }),
          ...{ dayFrom: from, dayTo: to, asOf },
        },
        { status, kind, cursor, limit },
      );
    },
  }),
  defineOperation({
    id: 'getContact',
    path: '/contacts/{id}',
    tag: 'contacts',
    summary: 'One contact with every voice, its words, and how the status changed',
    parameters: { id: wordsIdOf('a contact'), asOf: AS_OF },
    answer: CONTACT,
    run: async ({ store }, { id, asOf }) => {
      const [contact] = await contactsOf(store, await loadContacts(store, { ids: [id], asOf, limit: 1 }));
      if (contact === undefined) throw missing('such contact');
      return contact;
    },
  }),
  defineOperation({
    id: 'listDossierContacts',
    path: '/dossiers/{id}/contacts',
    tag: 'dossiers',
    summary: 'The contacts of a dossier; those whose status changed last stand first',
    parameters: { id: numberOf('dossier'), asOf: AS_OF, cursor: CURSOR, limit: LIMIT },
    answer: pageOf(CONTACT),
    run: async ({ store }, { id, asOf, cursor, limit }) =>
      contactPage(store, { ...contactPart(await filterOfDossier(store, id)), asOf }, { cursor, limit }),
  }),
];

interface ContactAsked {
  readonly status?: string | undefined;
  readonly kind?: string | undefined;
  readonly cursor: string | undefined;
  readonly limit: number;
}

/** Rows of the store that are looked at for one page when status or kind leave most of them out. */
const MOST_LOOKED_AT = 2_000;
/** Rows of one look then. */
const PIECE = 200;

interface ContactPlace {
  readonly at: string;
  readonly id: string;
}

/** Status and kind are those of the moment asked for, so that they are looked at after the store has answered. */
async function contactPage(
  store: Database,
  filter: Omit<ContactFilter, 'changedBefore' | 'limit'>,
  { status, kind, cursor, limit }: ContactAsked,
) {
  const place = readCursor('contacts', cursor, ['instant', 'id']);
  const fits = ({ entry }: ContactLine): boolean =>
    (status === undefined || entry.status === status) && (kind === undefined || entry.kind === kind);
  const piece = status === undefined && kind === undefined ? limit + 1 : PIECE;
  const found: ContactLine[] = [];
  let end: ContactPlace | undefined = place && { at: place[0], id: place[1] };
  for (let looked = 0; found.length <= limit && looked < MOST_LOOKED_AT; looked += piece) {
    const lines = await loadContacts(store, { ...filter, changedBefore: end, limit: piece });
    found.push(...lines.filter(fits));
    end = placeBehind(lines);
    // As known at a moment, lines may be left out of what the store has found: only nothing at all is the end.
    if (end === undefined || (filter.asOf === undefined && lines.length < piece)) {
      end = undefined;
      break;
    }
  }
  const next = found.length > limit ? placeBehind(found.slice(0, limit)) : end;
  return {
    items: await contactsOf(store, found.slice(0, limit)),
    next: next === undefined ? null : writeCursor('contacts', [next.at, next.id]),
  };
}

function placeBehind(lines: readonly ContactLine[]): ContactPlace | undefined {
  const last = lines.at(-1);
  return last && { at: last.changedAt, id: last.id };
}
