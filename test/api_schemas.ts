/** Checks answers of the API against the schemas of its document. */
import assert from 'node:assert/strict';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import type { OpenApiDocument } from '../src/serve/api/document.js';

/** Schemas as the document gives them, but with no field beside those that it names. */
export function validatorOf(document: OpenApiDocument, path: string): ValidateFunction {
  const known = validators.get(path);
  if (known) return known;
  const { components, paths } = close(document) as OpenApiDocument;
  const response = paths[path]?.get?.responses[200] as
    | { content: Record<string, { schema: object }> }
    | undefined;
  const schema = response?.content['application/json']?.schema;
  assert.ok(schema, `no schema for ${path}`);
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  addFormats.default(ajv);
  const validate = ajv.compile({ ...schema, components });
  validators.set(path, validate);
  return validate;
}

const validators = new Map<string, ValidateFunction>();

function close(part: unknown): unknown {
  if (Array.isArray(part)) return part.map(close);
  if (typeof part !== 'object' || part === null) return part;
  const copy: Record<string, unknown> = Object.fromEntries(
    Object.entries(part).map(([key, value]) => [key, close(value)]),
  );
  return copy.type === 'object' && copy.properties !== undefined
    ? { ...copy, additionalProperties: false }
    : copy;
}
