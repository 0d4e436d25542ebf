/** Writes the TypeScript client of `examples/` from the OpenAPI document: types of all shapes, one method for each operation. */
import {
  type DocumentOperation,
  type DocumentParameter,
  type JsonSchema,
  type OpenApiDocument,
  operationsOf,
} from './document.js';
import type { Method } from './operation.js';

/** The source text of the client. */
export function makeClientSource(document: OpenApiDocument): string {
  const { components, servers } = document;
  const operations = operationsOf(document).filter(({ operation }) => answerOf(operation) !== undefined);
  const types = Object.entries(components.schemas).map(([name, schema]) => typeSource(name, schema));
  const parameters = operations.map(({ operation }) => parameterSource(operation));
  const methods = operations.map(methodSource);
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
  method = 'GET',
): Promise<Answer> {
  const entries: readonly (readonly [string, unknown])[] = Object.entries(given);
  const values = new Map(entries);
  const filled = path.replace(/\\{(\\w+)\\}/g, (_, name: string) => encodeURIComponent(String(values.get(name))));
  const url = new URL(\`API_ROOT\${filled}\`, baseUrl);
  const rest = entries.filter(([name, value]) => value !== undefined && !path.includes(\`{\${name}}\`));
  if (method === 'GET') for (const [name, value] of rest) url.searchParams.set(name, String(value));
  const response = await ownFetch(url, {
    method,
    headers: {
      ...(key !== undefined && { Authorization: \`Bearer \${key}\` }),
      ...(method === 'POST' && { 'Content-Type': 'application/json' }),
    },
    ...(method === 'POST' && { body: JSON.stringify(Object.fromEntries(rest)) }),
  });
  const answer: unknown = response.status === 204 ? null : await response.json();
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

function parameterSource({ operationId, parameters, requestBody }: DocumentOperation): string {
  const sent = requestBody?.content['application/json'].schema;
  const fields = parameters.map(({ name, required, schema, description }: DocumentParameter) => {
    const comment = description === undefined ? '' : `  /** ${description} */\n`;
    return `${comment}  readonly ${name}${required ? '' : '?'}: ${typeOf(schema)};`;
  });
  const all = [...fields, ...(sent === undefined ? [] : fieldsOf(sent, '  '))];
  return `export interface ${givenName(operationId)} {\n${all.join('\n')}\n}\n`;
}

function methodSource(given: {
  readonly path: string;
  readonly method: Method;
  readonly operation: DocumentOperation;
}): string {
  const { path, method, operation } = given;
  const { operationId, summary, parameters, requestBody } = operation;
  const fallback = parameters.some(({ required }) => required) || requestBody !== undefined ? '' : ' = {}';
  const answer = typeOf(answerOf(operation) ?? {}, '    ');
  const verb = method === 'get' ? '' : `, '${method.toUpperCase()}'`;
  return `    /** ${summary}. */\n    ${operationId}: (given: ${givenName(operationId)}${fallback}) =>\n      ask<${answer}>(options, '${path}', given${verb}),`;
}

function givenName(operationId: string): string {
  return `${operationId.charAt(0).toUpperCase()}${operationId.slice(1)}Given`;
}

/** The shape of a success; undefined of what is told in another way than as one JSON answer. */
function answerOf({ responses }: DocumentOperation): JsonSchema | undefined {
  if (responses[204] !== undefined) return { type: 'null' };
  const answer = (responses[200] ?? responses[201] ?? responses[202]) as {
    readonly content?: Record<string, { readonly schema: JsonSchema }>;
  };
  return answer.content?.['application/json']?.schema;
}
