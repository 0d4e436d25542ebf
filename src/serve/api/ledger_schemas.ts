/** Shapes of entities, statements, contacts, dyads and dossiers. */

import { z } from 'zod';
import { CONTACT_PARTS } from '../../model/contact.js';
import { ENTITY_TYPES } from '../../model/entity.js';
import { CONTRADICTION_KINDS } from '../../store/site_contradictions.js';
import { COUNT, EVIDENCE, ID, listOf, NAMED, NUMBER, PAGE_PATH } from './schemas.js';
import { DAY, MOMENT } from './times.js';

export const ENTITY_REF = z
  .object({ id: ID, name: z.string(), type: z.enum(ENTITY_TYPES) })
  .meta({ id: 'EntityRef' });

export const MENTION = z
  .object({ entity: ENTITY_REF, via: z.string(), evidence: EVIDENCE })
  .meta({ id: 'Mention' });

const ENTITY_FIELDS = {
  id: ID,
  page: PAGE_PATH,
  type: z.enum(ENTITY_TYPES),
  name: z.string(),
  machineName: z.string().describe('Before an operator gave it another name'),
  known: z.boolean().describe('Whether the gazetteer knows it'),
  side: NAMED.nullable().describe('The country on whose side it stands'),
  mergedInto: ID.nullable(),
  splitFrom: ID.nullable(),
};

export const ENTITY = z.object(ENTITY_FIELDS).meta({ id: 'Entity' });

export const ENTITY_DETAIL = z
  .object({
    ...ENTITY_FIELDS,
    articleCount: COUNT,
    statementCount: COUNT,
    roles: listOf(z.string()).describe('Titles beside the name as printed, the most frequent first'),
    merged: listOf(NAMED),
  })
  .meta({ id: 'EntityDetail' });

const SPEAKER = z
  .object({ name: z.string(), entity: ID.nullable(), side: ID.nullable(), via: z.string() })
  .meta({ id: 'Speaker' });

const STATEMENT_FIELDS = {
  id: ID,
  page: PAGE_PATH,
  speakers: listOf(SPEAKER).describe('The speaker first; empty when nobody is made out'),
  role: z.string().nullable(),
  act: z.string(),
  stance: z.string(),
  factuality: z.string(),
  form: z.string(),
  content: EVIDENCE.describe('What is said'),
  evidence: EVIDENCE.describe('The sentence that says so, and all of the content where that runs on'),
  verb: z.string().nullable(),
  outlet: NAMED.nullable(),
  title: z.string().nullable(),
  url: z.string().nullable(),
  said: MOMENT.nullable().describe('Printed time of the article'),
  known: MOMENT.describe('The fetch that showed it'),
  at: MOMENT.describe('Order of lists'),
  lastVersion: NUMBER.describe('The latest version that still prints it'),
  isPrintedStill: z.boolean(),
  copies: COUNT.describe('Further articles that print the same words of the same speaker'),
  answers: ID.nullable().describe('The statement that it answers'),
  nestedIn: ID.nullable(),
};

export const STATEMENT = z.object(STATEMENT_FIELDS).meta({ id: 'Statement' });

export const STATEMENT_DETAIL = z
  .object({
    ...STATEMENT_FIELDS,
    answeredBy: listOf(STATEMENT),
    printedAlso: listOf(STATEMENT).describe('The same words of the same speaker elsewhere'),
  })
  .meta({ id: 'StatementDetail' });

const PARTY = z
  .object({
    name: z.string(),
    entity: ID.nullable(),
    side: NAMED.nullable(),
  })
  .meta({ id: 'Party' });

const ROLE = z
  .object({
    part: z.enum(CONTACT_PARTS),
    name: z.string(),
    entity: ID.nullable(),
    side: NAMED.nullable(),
    evidence: listOf(EVIDENCE).describe('Empty where the articles are hidden'),
  })
  .meta({ id: 'ContactRole' });

const VOICE = z
  .object({
    speaker: z.string().nullable().describe('null for narration by the outlet'),
    entity: ID.nullable(),
    stance: z.string(),
    participant: z.boolean().describe('Whether a side of the contact speaks'),
    presupposed: z.boolean(),
    said: MOMENT.nullable(),
    known: MOMENT,
    namesOneSide: z
      .boolean()
      .describe('It does not say with whom; held to be of this contact as the only one that fits'),
    takenBack: MOMENT.nullable().describe(
      'Since when it is no longer held to be of this contact, and does not count',
    ),
    evidence: listOf(EVIDENCE).describe('Empty where the articles are hidden'),
  })
  .meta({ id: 'Voice' });

const STATUS_CHANGE = z
  .object({
    known: MOMENT,
    status: z.string(),
    disputed: z.boolean(),
    voice: COUNT.describe('Index in `voices`'),
  })
  .meta({ id: 'StatusChange' });

export const CONTACT = z
  .object({
    id: ID,
    page: PAGE_PATH,
    actors: listOf(PARTY).describe('Its parties; the only one that is named where `isOpen`'),
    isOpen: z.boolean().describe('No report of it names the other side'),
    heldToBe: ID.nullable().describe('Of an open one: the contact that it is held to be'),
    roles: listOf(ROLE).describe('Who took the initiative, mediated or was host; parties may, others may'),
    kind: z.string(),
    level: z.string(),
    status: z.string(),
    disputed: z.boolean(),
    secrecy: z.string(),
    from: DAY.nullable().describe('First day on which it can have been'),
    to: DAY.nullable().describe('Last day on which it can have been'),
    place: z.string().nullable(),
    known: MOMENT,
    changed: MOMENT.describe('When a status became known last'),
    voices: listOf(VOICE),
    history: listOf(STATUS_CHANGE).describe('Grows at its end and is never rewritten'),
    plover: z.object({
      event: z.string(),
      mode: z.string().nullable(),
      aux: listOf(z.string()),
      cameo: z.string().nullable(),
      source: listOf(z.string()).describe('Names of those who act: all parties where none does more'),
      recipient: listOf(z.string()),
    }),
  })
  .meta({ id: 'Contact' });

export const DYAD = z
  .object({ page: PAGE_PATH, a: NAMED, b: NAMED, contactCount: COUNT, changed: MOMENT })
  .meta({ id: 'Dyad' });

export const CONTRADICTION = z
  .object({
    kind: z.enum(['dispute', 'shift']),
    contact: ID,
    yes: listOf(COUNT).describe('Voices of the contact that affirm; of a shift empty'),
    no: listOf(COUNT),
    withinSide: z.boolean(),
    speaker: z.string().nullable().describe('Of a shift'),
    steps: listOf(z.object({ voice: COUNT, stance: z.string(), at: MOMENT })),
  })
  .meta({ id: 'Contradiction' });

export const STATEMENT_PAIR = z
  .object({
    id: z.string(),
    kind: z.enum(CONTRADICTION_KINDS).describe('Two speakers, or one who holds another position than before'),
    contact: ID.nullable().describe('The contact that both are about; else they are about one claim'),
    rule: z.string().describe('Why both are about one thing'),
    at: MOMENT.describe('When the later one was said'),
    known: MOMENT.describe('When both were known'),
    one: STATEMENT.describe('What was said before'),
    other: STATEMENT,
    oneWords: listOf(EVIDENCE).describe('Words that show what both are about'),
    otherWords: listOf(EVIDENCE),
  })
  .meta({ id: 'StatementPair' });

export const DYAD_DETAIL = z
  .object({
    page: PAGE_PATH,
    a: NAMED,
    b: NAMED,
    contacts: listOf(
      z.object({
        id: ID,
        kind: z.string(),
        status: z.string(),
        disputed: z.boolean(),
        from: DAY.nullable(),
        to: DAY.nullable(),
      }),
    ).describe('In the order of their days, those without a day last'),
    contradictions: listOf(CONTRADICTION),
  })
  .meta({ id: 'DyadDetail' });

export const DOSSIER = z
  .object({
    id: NUMBER,
    page: PAGE_PATH,
    name: z.string(),
    actors: listOf(ID),
    words: z.string().nullable(),
    from: DAY.nullable(),
    to: DAY.nullable(),
    note: z.string().nullable(),
    made: MOMENT,
  })
  .meta({ id: 'Dossier' });
