/** What threads may do: stages that are functions of an article and of what the program knows of the world. */
import type { AttributionHop } from '../model/attribution.js';
import type { PageWords } from '../model/extracted_page.js';
import type { Gazetteer } from '../sources/gazetteer.js';
import type { Registry } from '../sources/registry.js';
import type { AnalysedVersion } from '../store/analyse_queue.js';
import type { EntityAct } from '../store/entity_acts.js';
import { analyseVersion, type VersionFindings } from './analyse_version.js';
import { type PageReading, readingOf } from './page_reading.js';
import { type ReadRequest, readHere } from './read_guarded.js';
import { chainOf } from './report_of.js';

export interface PureContext {
  readonly registry: Registry;
  /** Without one nobody can be named: then nothing may be analysed. */
  readonly gazetteer?: Gazetteer | undefined;
}

export interface AnalyseJob {
  readonly version: AnalysedVersion;
  readonly acts: readonly EntityAct[];
}

/** Each job with what goes in and what comes out. */
export const PURE_JOBS = {
  read(request: ReadRequest, context: PureContext): PageReading {
    return readingOf(readHere(request, context.registry), context);
  },
  chain(page: PageWords, { registry }: PureContext): readonly AttributionHop[] {
    return chainOf(page, registry);
  },
  analyse({ version, acts }: AnalyseJob, { registry, gazetteer }: PureContext): VersionFindings {
    if (gazetteer === undefined) throw new Error('Cannot analyse: there is no gazetteer');
    return analyseVersion(version, { registry, gazetteer, acts });
  },
};

export type JobName = keyof typeof PURE_JOBS;
export type JobInput<Name extends JobName> = Parameters<(typeof PURE_JOBS)[Name]>[0];
export type JobOutput<Name extends JobName> = ReturnType<(typeof PURE_JOBS)[Name]>;

/** What came of one input: a value, or why there is none. */
export type JobOutcome<Name extends JobName> =
  | { readonly value: JobOutput<Name> }
  | { readonly fault: string };

/** Does a job here and now, one input after the other. */
export function doJob<Name extends JobName>(
  name: Name,
  inputs: readonly JobInput<Name>[],
  context: PureContext,
): readonly JobOutcome<Name>[] {
  // The table pairs each name with its own input, which the compiler loses sight of.
  const job = PURE_JOBS[name] as (input: JobInput<Name>, context: PureContext) => JobOutput<Name>;
  return inputs.map((input) => {
    try {
      return { value: job(input, context) };
    } catch (cause) {
      return { fault: cause instanceof Error ? (cause.stack ?? cause.message) : String(cause) };
    }
  });
}
