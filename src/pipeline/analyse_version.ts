/** What one version of an article says, in the terms of the store: permanent ids, times, who is meant. */
import { createHash } from 'node:crypto';
import { type AnalyseContext, analyseContent } from '../analyse/analyse_article.js';
import { readDocument } from '../analyse/document.js';
import type { ContactReport, ReportedSpeech } from '../group/ledger.js';
import type { Analysis } from '../model/analysis.js';
import type { Entity } from '../model/entity.js';
import { cut, type Span } from '../model/span.js';
import type { Speaker, Statement } from '../model/statement.js';
import { keyOf } from '../persian/keys.js';
import type { AnalysedVersion } from '../store/analyse_queue.js';
import type { VersionMention } from '../store/entities.js';
import { type EntityAct, meantBy } from '../store/entity_acts.js';
import type { NewStatement, StatementSpeaker } from '../store/statements.js';
import { analyseInputOf } from './report_of.js';

export interface VersionFindings {
  readonly entities: readonly Entity[];
  readonly mentions: readonly VersionMention[];
  readonly statements: readonly NewStatement[];
  readonly contacts: readonly ToldContact[];
}

/** A contact as the version tells it, with the address that it has when it is the first to tell of it. */
export interface ToldContact {
  readonly id: string;
  readonly report: ContactReport;
  /** The statements that are voices on it. */
  readonly statementIds: readonly string[];
}

/** Letters of one article that are read at most; longer ones are lists and transcripts. */
const MOST_LETTERS = 120_000;

type Content = Omit<Analysis, 'chain'>;

interface Reading {
  readonly seen: AnalysedVersion;
  readonly acts: readonly EntityAct[];
  readonly analysis: Content;
  readonly text: string;
  readonly published: string | undefined;
  readonly at: string;
}

/** Analyses a version. Pure but for time. */
export function analyseVersion(
  seen: AnalysedVersion,
  context: AnalyseContext & { readonly acts: readonly EntityAct[] },
): VersionFindings {
  const input = analyseInputOf(seen.page, context.registry);
  let letters = 0;
  const parts = input.parts?.filter(({ start, end }) => {
    letters += end - start;
    return letters <= MOST_LETTERS;
  });
  // Chains are those that grouping found.
  const document = readDocument({ ...input, ...(parts && { parts }) });
  const analysis = analyseContent(document, context.gazetteer);
  const published = instantOf(input.published);
  const at = published !== undefined && published < seen.seenAt ? published : seen.seenAt;
  const reading = { seen, acts: context.acts, analysis, text: input.text, published, at };
  const statements = statementsOf(reading);
  return {
    entities: analysis.entities,
    mentions: mentionsOf(reading),
    statements,
    contacts: contactsOf(
      reading,
      statements.map(({ id }) => id),
    ),
  };
}

function instantOf(iso: string | undefined): string | undefined {
  const ms = Date.parse(iso ?? '');
  return Number.isNaN(ms) ? undefined : new Date(ms).toISOString();
}

function mentionsOf({ seen, acts, analysis }: Reading): VersionMention[] {
  const { articleId, version, seenAt: knownAt } = seen;
  const spans = new Map<string, [number, number, string][]>();
  for (const { entity, span, via } of analysis.mentions) {
    if (entity === undefined) continue;
    const known = spans.get(entity) ?? [];
    spans.set(entity, known);
    known.push([span.start, span.end, via]);
  }
  return [...spans].map(([machineId, own]) => ({
    ...{ articleId, version, machineId, knownAt, spans: own },
    entityId: meantBy(acts, { machineId, articleId }),
  }));
}

function statementsOf(reading: Reading): NewStatement[] {
  const { seen, analysis, text, published } = reading;
  const taken = new Map<string, number>();
  const ids = analysis.statements.map(({ evidence, content }) =>
    permanentId(seen.articleId, [cut(text, evidence.span), cut(text, content)], taken),
  );
  return analysis.statements.map((statement, position) => {
    const nestedIn = statement.nestedIn === undefined ? undefined : ids[statement.nestedIn];
    const targetId = statement.target === undefined ? undefined : ids[statement.target];
    return {
      id: ids[position] ?? '',
      ...{ articleId: seen.articleId, version: seen.version, position, statement },
      ...{ knownAt: seen.seenAt, at: reading.at },
      ...(published !== undefined && { saidAt: published }),
      words: wordsOf(statement, text),
      wordsHash: wordsHash(statement, text),
      ...(nestedIn !== undefined && { nestedIn }),
      ...(targetId !== undefined && { targetId }),
      speakers: [statement.speaker, ...statement.coSpeakers].flatMap((speaker) =>
        speaker === undefined ? [] : [speakerOf(reading, speaker)],
      ),
      about: aboutOf(reading, statement.content),
    };
  });
}

function wordsOf({ evidence, content, verb, speaker }: Statement, text: string): NewStatement['words'] {
  return {
    evidence: cut(text, evidence.span),
    content: cut(text, content),
    ...(verb && { verb: cut(text, verb) }),
    ...(speaker?.role && { role: cut(text, speaker.role) }),
  };
}

/** The same words of an article have the same address whatever the rules make of them, and however often they run. */
function permanentId(articleId: number, words: readonly string[], taken: Map<string, number>): string {
  const hash = createHash('sha256').update(words.map(keyOf).join('|')).digest('hex').slice(0, 10);
  const count = (taken.get(hash) ?? 0) + 1;
  taken.set(hash, count);
  return count === 1 ? `${articleId}-${hash}` : `${articleId}-${hash}-${count}`;
}

/** Contents of so few words say something only in their sentence: «این گزارش‌ها را تکذیب کرد» is said of much. */
const FEWEST_WORDS = 3;

/** One for all copies: who says it, with which stance, in which letters; «نمک‌پاشی» and «نمک پاشی» are one. */
function wordsHash({ speaker, stance, content, evidence }: Statement, text: string): string {
  const who = speaker?.entity ?? keyOf(speaker?.name ?? '');
  const words = keyOf(cut(text, content));
  const letters = words.replaceAll(' ', '');
  const isPointing = words.split(' ').length <= FEWEST_WORDS;
  return createHash('sha256')
    .update(`${who}|${stance}|${letters}${isPointing ? `|${keyOf(cut(text, evidence.span))}` : ''}`)
    .digest('hex')
    .slice(0, 24);
}

function speakerOf({ seen, acts, analysis }: Reading, speaker: Speaker): StatementSpeaker {
  const { name, entity, via } = speaker;
  const side = sideOf(analysis, entity);
  return {
    ...{ name, via },
    ...(entity !== undefined && {
      machineId: entity,
      entityId: meantBy(acts, { machineId: entity, articleId: seen.articleId }),
    }),
    ...(side !== undefined && { side }),
  };
}

function sideOf({ entities }: Content, id: string | undefined): string | undefined {
  if (id === undefined) return undefined;
  return entities.find((entity) => entity.id === id)?.side ?? (id.startsWith('country.') ? id : undefined);
}

/** Entities that are named inside what is said. */
function aboutOf({ seen, acts, analysis }: Reading, content: Span): NewStatement['about'] {
  const named = analysis.mentions.flatMap(({ entity, span }) =>
    entity !== undefined && span.start >= content.start && span.end <= content.end ? [entity] : [],
  );
  return [...new Set(named)].map((machineId) => ({
    machineId,
    entityId: meantBy(acts, { machineId, articleId: seen.articleId }),
  }));
}

function contactsOf({ seen, analysis, text, published }: Reading, ids: readonly string[]): ToldContact[] {
  const taken = new Map<string, number>();
  return [...analysis.contacts, ...analysis.openContacts].map((contact, index) => {
    const first = contact.evidence[0]?.span ?? contact.trigger;
    const indices = contact.voices.flatMap(({ statement }) => statement ?? []);
    return {
      id: permanentId(seen.articleId, [cut(text, first), cut(text, contact.trigger)], taken),
      statementIds: [...new Set(indices.flatMap((each) => ids[each] ?? []))],
      report: {
        article: `${seen.articleId}.${seen.version}`,
        ...{ index, contact },
        known: seen.seenAt,
        copyGroup: String(seen.originId),
        ...(published !== undefined && { published }),
        said: Object.fromEntries(indices.map((each) => [each, speechOf(analysis, each, text)])),
      },
    };
  });
}

function speechOf(analysis: Content, index: number, text: string): ReportedSpeech {
  const statement = analysis.statements[index];
  const speaker = statement?.speaker;
  const side = sideOf(analysis, speaker?.entity);
  return {
    words: statement === undefined ? '' : cut(text, statement.evidence.span),
    ...(speaker !== undefined && { speaker: speaker.name }),
    ...(speaker?.entity !== undefined && { entity: speaker.entity }),
    ...(side !== undefined && { side }),
  };
}
