import type { ExtractInput } from '../extract/extract_page.js';
import { toPipeRecord } from '../extract/pipe_record.js';
import { loadRegistry } from '../pipeline/load_registry.js';
import { readGuarded } from '../pipeline/read_guarded.js';
import type { Registry } from '../sources/registry.js';
import { optionalTextField, PipeError, type PipeRecord, type PipeStage } from './pipe_answer.js';

/** The extract stage of the pipe over the built-in registry and the operator's, where that folder exists. */
export function loadExtract(registryFolder: string): PipeStage {
  const { value: registry, issues } = loadRegistry(registryFolder);
  if (!registry) throw new PipeError('bad_registry', issues.map(({ message }) => message).join('; '));
  return (record) => answer(record, registry);
}

async function answer(record: PipeRecord, registry: Registry): Promise<object> {
  const input = readInput(record);
  const { value, issues } = await readGuarded({ input }, registry);
  if (value) return toPipeRecord(value, input.text === undefined ? 'html' : 'text');
  const cause = issues.find(({ severity }) => severity === 'fatal');
  throw new PipeError(
    cause?.code ?? 'extract.failed',
    cause?.message ?? 'Cannot extract the page: no result',
  );
}

function readInput(record: PipeRecord): ExtractInput {
  const url = optionalTextField(record, 'url');
  const given = url === undefined ? {} : { url };
  const html = optionalTextField(record, 'html');
  if (html !== undefined) return { ...given, html };
  const base64 = optionalTextField(record, 'htmlBase64');
  const contentType = optionalTextField(record, 'contentType');
  if (base64 !== undefined) {
    return {
      ...given,
      bytes: Buffer.from(base64, 'base64'),
      ...(contentType === undefined ? {} : { contentType }),
    };
  }
  const text = optionalTextField(record, 'text');
  if (text !== undefined) return { ...given, text };
  throw new PipeError('missing_field', 'Cannot use the record: it needs "html", "htmlBase64" or "text"');
}
