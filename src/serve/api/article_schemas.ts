/** Shapes of articles, versions, source chains and copies. */
import { z } from 'zod';
import { COUNT, EVIDENCE, ID, listOf, NAMED, NUMBER, PAGE_PATH } from './schemas.js';
import { MOMENT } from './times.js';

const PUBLISHED = z
  .object({
    iso: z.string().describe('With the offset that the page states or that its zone had'),
    jalali: z.string(),
    precision: z.string().nullable(),
    surface: z.string().nullable().describe('As printed'),
  })
  .meta({ id: 'Published' });

const HEAD_FIELDS = {
  id: NUMBER,
  page: PAGE_PATH,
  version: NUMBER.describe('The version that is shown'),
  currentVersion: NUMBER,
  url: z.string().nullable().describe("The publisher's page"),
  outlet: NAMED.nullable(),
  story: NUMBER.nullable(),
  language: z.string().nullable().describe('BCP 47'),
  dir: z.enum(['rtl', 'ltr', 'auto']),
  title: z.string().nullable(),
  lede: z.string().nullable(),
  section: z.string().nullable().describe('Our own category'),
  category: listOf(z.string()).describe('As printed, from general to special'),
  credits: listOf(z.string()).describe('Sources that it names'),
  published: PUBLISHED.nullable(),
  firstSeen: MOMENT.describe('When the first version was fetched'),
  seen: MOMENT.describe('When this version was fetched'),
  at: MOMENT.describe('Order of lists: printed time, or first seen if that is earlier or none is printed'),
};

export const ARTICLE_HEAD = z.object(HEAD_FIELDS).meta({ id: 'ArticleHead' });

export const ARTICLE = z
  .object({
    ...HEAD_FIELDS,
    canonicalUrl: z.string().nullable(),
    kicker: z.string().nullable(),
    text: listOf(z.object({ role: z.string(), text: z.string() })).describe(
      'The body, or its beginning where the terms of the outlet do not allow more',
    ),
    isExcerpt: z.boolean(),
    authors: listOf(z.string()),
    tags: listOf(z.string()),
    newsCode: z.string().nullable(),
    modified: MOMENT.nullable(),
    versionCount: COUNT,
  })
  .meta({ id: 'Article' });

export const VERSION_LINE = z
  .object({
    article: NUMBER,
    number: NUMBER,
    seen: MOMENT,
    title: z.string().nullable(),
    changes: listOf(z.string()).describe(
      'What it changed against the version before: headline, number, typo …',
    ),
  })
  .meta({ id: 'VersionLine' });

export const HOP = z
  .object({
    name: z.string(),
    outlet: ID.nullable(),
    relation: z.string().describe('publisher, via, original, cited or interview_with'),
    anonymous: z.boolean(),
    state: z
      .string()
      .nullable()
      .describe('Whether the report that it leads to was collected: found, claimed, missing, circular'),
    found: NUMBER.nullable().describe('That report'),
    evidence: EVIDENCE.nullable().describe('null for a publisher that the text itself does not name'),
  })
  .meta({ id: 'Hop', description: 'One link of a source chain' });

export const CHAIN = z.object({ article: NUMBER, version: NUMBER, hops: listOf(HOP) }).meta({ id: 'Chain' });

export const SHARED_WORDS = z.object({ article: NUMBER, start: COUNT, end: COUNT, words: z.string() }).meta({
  id: 'SharedWords',
  description:
    'UTF-16 units of lede and body of the first version, joined by a line break; words are cut at 420 units',
});

export const COPY = z
  .object({
    copy: NUMBER.describe('The report that arrived later'),
    of: NUMBER,
    degree: z.string().describe('verbatim, edited, excerpt or rewritten'),
    containment: z.number().describe('Shared shingles over those of the smaller text, 0..1'),
    direction: z.string().describe('Seen from `copy`: from_other, to_other or undirected'),
    directionBy: z.string().nullable(),
    known: MOMENT,
    sharedCount: COUNT,
    shared: listOf(z.object({ own: SHARED_WORDS, other: SHARED_WORDS })).describe('At most twelve passages'),
  })
  .meta({ id: 'Copy' });
