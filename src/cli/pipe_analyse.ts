import { analyseArticle } from '../analyse/analyse_article.js';
import type { AnalyseInput, Analysis, PartRole, TextPart } from '../model/analysis.js';
import type { Span } from '../model/span.js';
import type { Speaker, Statement } from '../model/statement.js';
import { loadGazetteer } from '../pipeline/load_gazetteer.js';
import { loadRegistry } from '../pipeline/load_registry.js';
import { optionalTextField, PipeError, type PipeRecord, type PipeStage, textField } from './pipe_answer.js';

/** The analyse stage of the pipe over the built-in names and the operator's, where that folder exists. */
export function loadAnalyse(registryFolder: string): PipeStage {
  const { value: registry, issues } = loadRegistry(registryFolder);
  if (!registry) throw new PipeError('bad_registry', issues.map(({ message }) => message).join('; '));
  const { value: gazetteer, issues: faults } = loadGazetteer(registry.outlets, registryFolder);
  if (!gazetteer) throw new PipeError('bad_registry', faults.map(({ message }) => message).join('; '));
  return (record) => toRecord(analyseArticle(readInput(record), { registry, gazetteer }));
}

function readInput(record: PipeRecord): AnalyseInput {
  const text = textField(record, 'text');
  const parts = readParts(record, text);
  const title = optionalTextField(record, 'title');
  const outlet = optionalTextField(record, 'outlet');
  const published = optionalTextField(record, 'published');
  return {
    text,
    ...(parts && { parts }),
    ...(title !== undefined && { title }),
    ...(outlet !== undefined && { outlet }),
    ...(published !== undefined && { published }),
  };
}

const ROLES: readonly PartRole[] = ['headline', 'lede', 'body', 'teaser'];

function readParts(record: PipeRecord, text: string): readonly TextPart[] | undefined {
  const { parts } = record as { readonly parts?: unknown };
  if (parts === undefined || parts === null) return undefined;
  if (!Array.isArray(parts)) {
    throw new PipeError('bad_field', 'Cannot use "parts": it must be a list of {role, start, end}');
  }
  return parts.map((part) => readPart(part, text.length));
}

function readPart(part: unknown, length: number): TextPart {
  const { role, start, end } = (part ?? {}) as Record<string, unknown>;
  const known = ROLES.find((each) => each === role);
  if (known !== undefined && isOffset(start) && isOffset(end) && start <= end && end <= length) {
    return { role: known, start, end };
  }
  throw new PipeError(
    'bad_field',
    `Cannot use the part ${JSON.stringify(part)}: role must be one of ${ROLES.join(', ')}, 0 <= start <= end <= ${length}`,
  );
}

function isOffset(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0;
}

function toRecord(analysis: Analysis): Record<string, unknown> {
  const { mentions } = analysis;
  return {
    chain: analysis.chain.map(({ name, relation, anonymous, evidence }) => ({
      name,
      relation,
      anonymous,
      ...place(evidence?.span),
    })),
    entities: analysis.entities.map(({ id, name, type }) => ({
      id,
      name,
      type,
      mentions: mentions
        .filter(({ entity }) => entity === id)
        .map(({ span, via }) => ({ start: span.start, end: span.end, via })),
    })),
    statements: analysis.statements.map(toStatement),
    contacts: analysis.contacts.map(toContact),
    issues: [],
  };
}

function toStatement(statement: Statement): Record<string, unknown> {
  const { content, speaker, verb, form, act, stance, factuality } = statement;
  return {
    start: content.start,
    end: content.end,
    speaker: speaker ? toSpeaker(speaker) : null,
    coSpeakers: statement.coSpeakers.map(toSpeaker),
    verb: verb ? { start: verb.start, end: verb.end } : null,
    form,
    act,
    stance,
    factuality,
    addressee: statement.addressee ? toSpeaker(statement.addressee) : null,
    medium: statement.medium
      ? { type: statement.medium.type ?? null, ...place(statement.medium.span) }
      : null,
    nestedIn: statement.nestedIn ?? null,
    target: statement.target ?? null,
    flags: statement.flags,
  };
}

function toSpeaker({ name, entity, span, via }: Speaker): Record<string, unknown> {
  return { name, entity: entity ?? null, ...place(span), via };
}

function toContact(contact: Analysis['contacts'][number]): Record<string, unknown> {
  const { actors, roles, kind, level, status, disputed, secrecy, when, evidence, voices } = contact;
  return {
    actors: actors.map(({ name }) => name),
    roles: roles.map(({ part, name, entity, evidence: { span } }) => ({
      ...{ part, name, entity: entity ?? null },
      ...place(span),
    })),
    kind,
    level,
    status,
    disputed,
    secrecy,
    when: when
      ? {
          iso: when.iso ?? null,
          interval: when.interval ? when.interval.map((end) => end ?? null) : null,
          precision: when.precision,
          ...place(when.span),
        }
      : null,
    place: contact.place?.name ?? null,
    evidence: evidence.map(({ span }) => ({ start: span.start, end: span.end })),
    statements: voices.flatMap(({ statement }) => (statement === undefined ? [] : [statement])),
  };
}

function place(span: Span | undefined): { start: number | null; end: number | null } {
  return { start: span?.start ?? null, end: span?.end ?? null };
}
