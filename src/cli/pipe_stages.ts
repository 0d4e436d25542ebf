import { optionalTextField, PipeError, type PipeRecord, type PipeStage, textField } from './pipe_answer.js';

/** Stages that `sanad pipe` offers. */
export const PIPE_STAGES = ['normalise', 'dates', 'extract', 'analyse', 'group', 'relate'] as const;
export type PipeStageName = (typeof PIPE_STAGES)[number];

/** Loads one stage with what it needs; the language tables of the others stay on disk. */
export async function loadPipeStage(name: PipeStageName, registryFolder: string): Promise<PipeStage> {
  if (name === 'extract') return (await import('./pipe_extract.js')).loadExtract(registryFolder);
  if (name === 'analyse') return (await import('./pipe_analyse.js')).loadAnalyse(registryFolder);
  if (name === 'group') return (await import('./pipe_group.js')).loadGroup(registryFolder);
  if (name === 'relate') return (await import('./pipe_relate.js')).loadRelate();
  return name === 'normalise' ? loadNormalise() : loadDates();
}

async function loadNormalise(): Promise<PipeStage> {
  const { normalise } = await import('../persian/normalise.js');
  return (record) => {
    const { display, key, tokens, sentences } = normalise(textField(record, 'text'));
    return { display, key, tokens, sentences };
  };
}

async function loadDates(): Promise<PipeStage> {
  const { findDates } = await import('../persian/dates.js');
  return (record) => {
    const text = textField(record, 'text');
    const reference = referenceInstant(record);
    return {
      dates: findDates(text, reference === undefined ? {} : { reference }).map((date) => ({
        start: date.start,
        end: date.end,
        iso: date.iso ?? null,
        interval: date.interval ?? null,
        precision: date.precision,
        calendar: date.calendar,
      })),
    };
  };
}

function referenceInstant(record: PipeRecord): string | undefined {
  const reference = optionalTextField(record, 'reference');
  if (reference === undefined) return undefined;
  if (!Number.isNaN(Date.parse(reference))) return reference;
  throw new PipeError('bad_field', `Cannot use the reference "${reference}": it must be an ISO 8601 instant`);
}
