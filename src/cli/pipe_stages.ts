import { optionalTextField, PipeError, type PipeRecord, type PipeStage, textField } from './pipe_answer.js';

/** Stages that `sanad pipe` offers. */
export const PIPE_STAGES = ['normalise', 'dates', 'extract'] as const;
export type PipeStageName = (typeof PIPE_STAGES)[number];

/** Loads one stage with what it needs; the language tables of the others stay on disk. */
export async function loadPipeStage(name: PipeStageName, registryFolder: string): Promise<PipeStage> {
  if (name === 'normalise') return loadNormalise();
  if (name === 'dates') return loadDates();
  return loadExtract(registryFolder);
}

async function loadNormalise(): Promise<PipeStage> {
  const { normalise } = await import('../persian/normalise.js');
  return (record) => normalise(textField(record, 'text'));
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

async function loadExtract(registryFolder: string): Promise<PipeStage> {
  const { extractPage } = await import('../extract/extract_page.js');
  const { toPipeFields } = await import('../extract/pipe_record.js');
  const { loadRegistry } = await import('../pipeline/load_registry.js');
  const registry = await loadRegistry(registryFolder);
  return (record) => toPipeFields(extractPage(pageOf(record), registry));
}

function pageOf(record: PipeRecord): never {
  void record;
  throw new Error('not wired yet');
}
