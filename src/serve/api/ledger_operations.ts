/** Entities, dyads, statements, contacts, and what dossiers hold of them. */
import { CONTACT_KINDS, CONTACT_STATUSES } from '../../model/contact.js';
import { ENTITY_TYPES } from '../../model/entity.js';
import { STANCES } from '../../model/statement.js';
import { loadEntityMentions } from '../../store/api_articles.js';
import { listEntities } from '../../store/api_lists.js';
import type { Database } from '../../store/database.js';
import { contactPart, dossierFilter, loadDossier } from '../../store/dossiers.js';
import { type ContactFilter, type ContactLine, loadContacts, loadDyads } from '../../store/site_contacts.js';
import { loadEntity } from '../../store/site_entities.js';
import { loadAnswers, loadStatement, loadStatements, loadTwins } from '../../store/site_statements.js';
import type { StatementFilter } from '../../store/statement_filter.js';
import { dyadHref } from '../addresses.js';
import { loadDyadView } from '../views/ledger_views.js';
import { readCursor, writeCursor } from './cursor.js';
import {
  CONTACT,
  DYAD,
  DYAD_DETAIL,
  ENTITY,
  ENTITY_DETAIL,
  MENTION,
  STATEMENT,
  STATEMENT_DETAIL,
} from './ledger_schemas.js';
import { contactsOf, contradictionsIn, entityOf, statementOf } from './ledger_shapes.js';
import { defineOperation, type Operation } from './operation.js';
import { AS_OF, CURSOR, dayFor, idOf, LIMIT, numberOf, oneOf, wordsFor, wordsIdOf } from './parameters.js';
import { badParameters, missing } from './problem.js';
import { pageOf } from './schemas.js';
import { dayOrNull, momentOf } from './times.js';

const ENTITY_OPERATIONS: readonly Operation[] = [
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

const DYAD_OPERATIONS: readonly Operation[] = [
  defineOperation({
    id: 'listDyads',
    path: '/dyads',
    tag: 'contacts',
    summary: 'Two countries or blocs whose people were in touch, by id',
    parameters: { asOf: AS_OF, cursor: CURSOR, limit: LIMIT },
    answer: pageOf(DYAD),
    run: async ({ store }, { asOf, cursor, limit }) => {
      const after = readCursor('dyads', cursor, ['id', 'id']);
      const all = (await loadDyads(store, { limit: MOST_DYADS, asOf })).toSorted((x, y) =>
        order([x.a, x.b], [y.a, y.b]),
      );
      const found = after === undefined ? all : all.filter(({ a, b }) => order([a, b], after) > 0);
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
      const { sides, dated, undated } = await loadDyadView(store, [a, b], { asOf });
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

/** More than all pairs of some hundred countries and blocs that ever met in a database of ours. */
const MOST_DYADS = 20_000;

function order(one: readonly [string, string], other: readonly [string, string]): number {
  const [a, b] = [one.join('\u0000'), other.join('\u0000')];
  return a === b ? 0 : a < b ? -1 : 1;
}

const STATEMENT_OPERATIONS: readonly Operation[] = [
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

async function filterOfDossier(store: Database, id: number) {
  const dossier = await loadDossier(store, id);
  if (dossier === undefined) throw missing('such dossier');
  return dossierFilter(dossier);
}

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

const CONTACT_OPERATIONS: readonly Operation[] = [
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

export const LEDGER_OPERATIONS: readonly Operation[] = [
  ...ENTITY_OPERATIONS,
  ...STATEMENT_OPERATIONS,
  ...CONTACT_OPERATIONS,
  ...DYAD_OPERATIONS,
];
