/** Writes the TypeScript client of `examples/` from the OpenAPI document: types of all shapes, one method for each operation. */
import type { DocumentOperation, DocumentParameter, JsonSchema, OpenApiDocument } from './document.js';

/** The source text of the client. */
export function makeClientSource({ components, paths, servers }: OpenApiDocument): string {
  const operations = Object.entries(paths).filter(([, { get }]) => jsonSchemaOf(get) !== undefined);
  const types = Object.entries(components.schemas).map(([name, schema]) => typeSource(name, schema));
  const parameters = operations.map(([, { get }]) => parameterSource(get));
  const methods = operations.map(([path, { get }]) => methodSource(path, get));
  return [
    HEADER,
    ...types,
    ...parameters,
    CORE.replaceAll('API_ROOT', servers[0]?.url ?? ''),
    `/** The operations of the API. */\nexport function createSanad(options: SanadOptions) {\n  return {\n${methods.join('\n')}\n  };\n}\n`,
  ].join('\n');
}

const HEADER = `/**
 * A client of the Sanad API, written by "npm run build:client" from its OpenAPI document: change nothing here by hand.
 * It needs nothing but fetch.
 */
`;

const CORE = `export interface SanadOptions {
  /** Where the site is: http://localhost:8080 */
  readonly baseUrl: string;
  /** Made by "sanad keys make". */
  readonly key?: string;
  readonly fetch?: typeof fetch;
}

/** What the API answers instead of what was asked for. */
export class SanadProblem extends Error {
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(problem.detail ?? problem.title);
    this.problem = problem;
  }
}

/** All items of a list, page after page. */
export async function* each<Item, Given extends object>(
  list: (given: Given) => Promise<{ readonly items: readonly Item[]; readonly next: string | null }>,
  given: NoInfer<Given>,
): AsyncGenerator<Item> {
  for (let next: Given | undefined = given as Given; next !== undefined; ) {
    const page: { readonly items: readonly Item[]; readonly next: string | null } = await list(next);
    yield* page.items;
    next = page.next === null ? undefined : { ...given, cursor: page.next };
  }
}

async function ask<Answer>(
  { baseUrl, key, fetch: ownFetch = fetch }: SanadOptions,
  path: string,
  given: object,
): Promise<Answer> {
  const entries: readonly (readonly [string, unknown])[] = Object.entries(given);
  const values = new Map(entries);
  const filled = path.replace(/\\{(\\w+)\\}/g, (_, name: string) => encodeURIComponent(String(values.get(name))));
  const url = new URL(\`API_ROOT\${filled}\`, baseUrl);
  for (const [name, value] of entries) {
    if (value !== undefined && !path.includes(\`{\${name}}\`)) url.searchParams.set(name, String(value));
  }
  const response = await ownFetch(url, key === undefined ? {} : { headers: { Authorization: \`Bearer \${key}\` } });
  const answer: unknown = await response.json();
  if (!response.ok) throw new SanadProblem(answer as Problem);
  return answer as Answer;
}
`;

function typeSource(name: string, schema: JsonSchema): string {
  const comment = typeof schema.description === 'string' ? `/** ${schema.description} */\n` : '';
  if (schema.type !== 'object') return `${comment}export type ${name} = ${typeOf(schema)};\n`;
  return `${comment}export interface ${name} {\n${fieldsOf(schema, '  ').join('\n')}\n}\n`;
}

function fieldsOf(schema: JsonSchema, indent: string): readonly string[] {
  const properties = (schema.properties ?? {}) as Readonly<Record<string, JsonSchema>>;
  const required = new Set((schema.required ?? []) as readonly string[]);
  return Object.entries(properties).map(([name, part]) => {
    const comment = typeof part.description === 'string' ? `${indent}/** ${part.description} */\n` : '';
    return `${comment}${indent}readonly ${name}${required.has(name) ? '' : '?'}: ${typeOf(part, indent)};`;
  });
}

const PLAIN: Readonly<Record<string, string>> = {
  string: 'string',
  integer: 'number',
  number: 'number',
  boolean: 'boolean',
  null: 'null',
};

/** The type of a schema of ours; of what it cannot tell `unknown`. */
function typeOf(schema: JsonSchema, indent = ''): string {
  const { $ref, type, enum: words, anyOf, items } = schema;
  if (typeof $ref === 'string') return $ref.split('/').at(-1) ?? 'unknown';
  if (Array.isArray(anyOf)) return anyOf.map((one) => typeOf(one as JsonSchema, indent)).join(' | ');
  if (Array.isArray(words)) return words.map((word) => `'${word}'`).join(' | ');
  if (Array.isArray(type)) return type.map((one) => typeOf({ ...schema, type: one }, indent)).join(' | ');
  if (type === 'array') return `readonly ${parenthesised(typeOf((items ?? {}) as JsonSchema, indent))}[]`;
  if (type === 'object') return `{\n${fieldsOf(schema, `${indent}  `).join('\n')}\n${indent}}`;
  return PLAIN[String(type)] ?? 'unknown';
}

function parenthesised(type: string): string {
  return type.includes(' | ') && !type.startsWith('{') ? `(${type})` : type;
}

function parameterSource({ operationId, parameters }: DocumentOperation): string {
  const fields = parameters.map(({ name, required, schema, description }: DocumentParameter) => {
    const comment = description === undefined ? '' : `  /** ${description} */\n`;
    return `${comment}  readonly ${name}${required ? '' : '?'}: ${typeOf(schema)};`;
  });
  return `export interface ${givenName(operationId)} {\n${fields.join('\n')}\n}\n`;
}

function methodSource(path: string, operation: DocumentOperation): string {
  const { operationId, summary, parameters } = operation;
  const fallback = parameters.some(({ required }) => required) ? '' : ' = {}';
  const answer = typeOf(jsonSchemaOf(operation) ?? {}, '    ');
  return `    /** ${summary}. */\n    ${operationId}: (given: ${givenName(operationId)}${fallback}) =>\n      ask<${answer}>(options, '${path}', given),`;
}

function givenName(operationId: string): string {
  return `${operationId.charAt(0).toUpperCase()}${operationId.slice(1)}Given`;
}

function jsonSchemaOf({ responses }: DocumentOperation): JsonSchema | undefined {
  const answer = responses[200] as { readonly content?: Record<string, { readonly schema: JsonSchema }> };
  return answer.content?.['application/json']?.schema;
}
