/**
 * What is true of the sample press, written by hand beside the articles and never derived by the program:
 * `press/truth.json`. Words of the enums are those of the pipe contract. Evidence is the literal sentence in
 * `articleText` of the version named (1 unless given); times are minutes since the press epoch. Statements are those
 * of bodies: headlines, kickers and ledes are neither rewarded nor punished, and copies add no statement of their own.
 */
import { z } from 'zod';
import { CONTACT_KINDS, CONTACT_LEVELS, CONTACT_STATUSES } from '../model/contact.js';
import { ACTS, STANCES } from '../model/statement.js';

const minutes = z.number().int();
const ids = z.array(z.string()).readonly();

const story = z
  .strictObject({ id: z.string(), label: z.string(), thread: z.string().optional(), articles: ids })
  .readonly();

const copy = z
  .strictObject({
    copy: z.string(),
    original: z.string(),
    degree: z.enum(['verbatim', 'edited', 'excerpt', 'rewritten']),
    /** Who took from whom; `undirected` where the press itself leaves it open. */
    direction: z.enum(['from_other', 'to_other', 'undirected']).default('from_other'),
    note: z.string().optional(),
  })
  .readonly();

/** Reports that rest on one statement or quotation without one copying the other. */
const commonSource = z.strictObject({ source: z.string(), articles: ids }).readonly();

const hop = z
  .strictObject({
    relation: z.enum(['publisher', 'via', 'original', 'cited', 'interview_with']),
    /** Display name; of an anonymous source the words of the text. */
    name: z.string(),
    /** Words of the text, absent for a publisher that does not name itself. */
    surface: z.string().optional(),
    outlet: z.string().optional(),
    anonymous: z.boolean().default(false),
    /** Neither rewarded nor punished: another outlet's report that is only spoken of. */
    optional: z.boolean().default(false),
    state: z.enum(['found', 'claimed', 'missing', 'circular']),
    /** The article that the hop leads to, where it was published by the press. */
    article: z.string().optional(),
  })
  .readonly();
const chain = z.strictObject({ article: z.string(), hops: z.array(hop).readonly() }).readonly();

/** Independent origins of a story with two reports or more. */
const origin = z
  .strictObject({
    story: z.string(),
    count: z.number().int(),
    families: z.number().int(),
    outlets: z.number().int(),
    roots: z
      .array(
        z
          .strictObject({
            /** Who or what the reports rest on. */
            label: z.string(),
            /** First report of the press that carries it; absent when the press never published it. */
            first: z.string().optional(),
            articles: ids,
          })
          .readonly(),
      )
      .readonly(),
  })
  .readonly();

const statement = z
  .strictObject({
    id: z.string(),
    article: z.string(),
    version: z.number().int().default(1),
    /** The whole sentence. */
    evidence: z.string(),
    /** Reporting words as printed, a piece of the evidence; absent for a headline's «نام: …». */
    verb: z.string().optional(),
    /** What was said, a piece of the evidence; absent when the object is the verb's own noun («آن را رد کرد»). */
    content: z.string().optional(),
    /** Canonical name; of an unnamed speaker the words of the text. */
    speaker: z.string(),
    coSpeakers: ids.default([]),
    via: z.enum(['name', 'role', 'pronoun', 'org', 'unnamed', 'implicit']),
    form: z.enum(['direct', 'indirect', 'colon']),
    act: z.enum(ACTS),
    stance: z.enum(STANCES),
    factuality: z.enum(['CT+', 'PR+', 'PS+', 'CT-', 'PR-', 'PS-', 'CTu', 'Uu']),
    /** Other readings that must not be punished. */
    stanceAlso: z.array(z.enum(STANCES)).readonly().default([]),
    actAlso: z.array(z.enum(ACTS)).readonly().default([]),
    nestedIn: z.string().optional(),
    /** The contact it speaks about. */
    contact: z.string().optional(),
    optional: z.boolean().default(false),
  })
  .readonly();

const contact = z
  .strictObject({
    id: z.string(),
    label: z.string(),
    actors: ids,
    kind: z.enum(CONTACT_KINDS),
    level: z.enum(CONTACT_LEVELS),
    /** After everything the press published. */
    status: z.enum(CONTACT_STATUSES),
    /** Other readings that must not be punished. */
    statusAlso: z.array(z.enum(CONTACT_STATUSES)).readonly().default([]),
    disputed: z.boolean(),
    secrecy: z.enum(['announced', 'unannounced', 'secret', 'unknown']),
    when: z
      .strictObject({
        from: minutes,
        to: minutes,
        precision: z.enum(['minute', 'hour', 'day', 'part_of_day', 'weekday', 'interval']),
      })
      .readonly()
      .nullable(),
    place: z.string().nullable(),
    /** What each report alone lets one say of it. */
    reports: z
      .array(
        z
          .strictObject({
            article: z.string(),
            version: z.number().int().default(1),
            status: z.enum(CONTACT_STATUSES),
            statusAlso: z.array(z.enum(CONTACT_STATUSES)).readonly().default([]),
            evidence: z.string(),
            optional: z.boolean().default(false),
          })
          .readonly(),
      )
      .readonly(),
    statements: ids,
    optional: z.boolean().default(false),
  })
  .readonly();

const editTruth = z
  .strictObject({
    article: z.string(),
    /** Number of the new version: 2 is the first edit. */
    version: z.number().int().min(2),
    at: minutes,
    kinds: z
      .array(
        z.enum([
          'typo',
          'number',
          'name',
          'attribution',
          'headline',
          'added',
          'removed',
          'deleted',
          'back_again',
        ]),
      )
      .readonly(),
    changes: z.array(z.strictObject({ from: z.string(), to: z.string() }).readonly()).readonly(),
  })
  .readonly();

const lookAlike = z.strictObject({ a: z.string(), b: z.string(), why: z.string() }).readonly();
const trap = z.strictObject({ article: z.string(), surface: z.string(), why: z.string() }).readonly();

export const pressTruth = z
  .strictObject({
    about: z.string(),
    /** Every item ever published, with its time, in order; later versions are their own lines. */
    published: z
      .array(z.strictObject({ article: z.string(), version: z.number().int(), at: minutes }).readonly())
      .readonly(),
    threads: z.array(z.strictObject({ id: z.string(), label: z.string() }).readonly()).readonly(),
    /** Every article stands in one story. */
    stories: z.array(story).readonly(),
    copies: z.array(copy).readonly(),
    commonSources: z.array(commonSource).readonly(),
    chains: z.array(chain).readonly(),
    origins: z.array(origin).readonly(),
    /** Articles in which every statement is listed: only these can show false alarms. */
    statementsComplete: ids,
    statements: z.array(statement).readonly(),
    /** Articles in which every contact is listed. */
    contactsComplete: ids,
    contacts: z.array(contact).readonly(),
    /** Words that look like a contact and are none: a match, a press conference, an interview. */
    noContacts: z.array(trap).readonly(),
    edits: z.array(editTruth).readonly(),
    /** Daily template stories: every issue is a story of its own. */
    templates: z
      .array(z.strictObject({ id: z.string(), label: z.string(), articles: ids }).readonly())
      .readonly(),
    /** Pairs of articles that a careless eye would put into one story. */
    lookAlikes: z.array(lookAlike).readonly(),
  })
  .readonly();
export type PressTruth = z.infer<typeof pressTruth>;
export type TruthStatement = z.infer<typeof statement>;
export type TruthContact = z.infer<typeof contact>;
