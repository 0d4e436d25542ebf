import { createGrouper } from '../group/grouper.js';
import type { AttributionHop, AttributionRelation } from '../model/attribution.js';
import type { Placement, Report } from '../model/story.js';
import { chainOf } from '../pipeline/chain_of.js';
import { loadGazetteer } from '../pipeline/load_gazetteer.js';
import { loadRegistry } from '../pipeline/load_registry.js';
import type { Registry } from '../sources/registry.js';
import { optionalTextField, PipeError, type PipeRecord, type PipeStage, textField } from './pipe_answer.js';

/** The group stage of the pipe: it remembers what it read, so lines must come in order of arrival. */
export function loadGroup(registryFolder: string): PipeStage {
  const { value: registry, issues } = loadRegistry(registryFolder);
  if (!registry) throw new PipeError('bad_registry', issues.map(({ message }) => message).join('; '));
  const { value: gazetteer } = loadGazetteer(registry.outlets, registryFolder);
  const grouper = createGrouper({ registry, ...(gazetteer && { gazetteer }) });
  /** Ids of the answers as they were printed: `7` and `"7"` are two reports. */
  const printed = new Map<string, string | number>();
  return (record) => {
    const report = readReport(record, registry);
    if (printed.has(report.id)) {
      throw new PipeError('duplicate_id', `Cannot add the report ${report.id}: an earlier line has this id`);
    }
    printed.set(report.id, record.id as string | number);
    return toRecord(grouper.add(report), printed);
  };
}

function readReport(record: PipeRecord, registry: Registry): Report {
  if (typeof record.id !== 'string' && typeof record.id !== 'number') {
    throw new PipeError('missing_field', 'Cannot use the record: a report needs an "id"');
  }
  const title = optionalTextField(record, 'title');
  const published = optionalTextField(record, 'published');
  const forwardedFrom = optionalTextField(record, 'forwardedFrom');
  const family = optionalTextField(record, 'family');
  const report = {
    id: JSON.stringify(record.id),
    outlet: textField(record, 'outlet'),
    text: textField(record, 'text'),
    ...(title !== undefined && { title }),
    ...(published !== undefined && { published }),
    ...(forwardedFrom !== undefined && { forwardedFrom }),
    ...(family !== undefined && { family }),
    links: readList(record, 'links').map(String),
  };
  const given = record.chain ?? record.credits;
  const chain =
    given === undefined || given === null
      ? chainOf(report, registry)
      : readList(record, record.chain ? 'chain' : 'credits').map(readHop);
  return { ...report, chain };
}

function readList(record: PipeRecord, name: string): readonly unknown[] {
  const value = record[name];
  if (value === undefined || value === null) return [];
  if (Array.isArray(value)) return value;
  throw new PipeError('bad_field', `Cannot use "${name}": it must be a list`);
}

const RELATIONS: readonly AttributionRelation[] = ['publisher', 'via', 'original', 'cited', 'interview_with'];

function readHop(hop: unknown): AttributionHop {
  const { name, outlet, relation, anonymous } = (hop ?? {}) as Record<string, unknown>;
  const known = RELATIONS.find((each) => each === relation);
  if (typeof name !== 'string' || known === undefined) {
    throw new PipeError(
      'bad_field',
      `Cannot use the credit ${JSON.stringify(hop)}: it needs a name and a relation of ${RELATIONS.join(', ')}`,
    );
  }
  return {
    name,
    relation: known,
    anonymous: anonymous === true,
    ...(typeof outlet === 'string' && { outlet }),
  };
}

function toRecord(placement: Placement, printed: ReadonlyMap<string, string | number>): object {
  const { story, copyOf, commonSource, origin, reasons } = placement;
  const idOf = (id: string | undefined) => (id === undefined ? null : (printed.get(id) ?? null));
  const reason = commonSource ? [...reasons, { feature: 'commonSource', value: commonSource }] : reasons;
  return {
    story: idOf(story),
    copyOf: copyOf
      ? {
          id: idOf(copyOf.other),
          degree: copyOf.degree,
          containment: copyOf.containment,
          direction: copyOf.direction,
        }
      : null,
    origin: idOf(origin),
    reason: reason.map(({ feature, value }) => ({
      feature,
      value: typeof value === 'string' ? (printed.get(value) ?? value) : value,
    })),
  };
}
