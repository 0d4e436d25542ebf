/** The OpenAPI 3.1 document, made from the operations: their JSON schemas are in the dialect that OpenAPI 3.1 takes. */
import { z } from 'zod';
import { OPEN_SCOPES } from '../../store/api_keys.js';
import { EXPORT_CONTENT, EXPORT_PARAMETERS } from './export_operation.js';
import { type Method, type Operation, pathParameters } from './operation.js';
import { PROBLEM } from './schemas.js';

export const API_ROOT = '/api/v1';
/** Answered with rows instead of one answer. */
export const EXPORT_PATH = '/exports/{noun}';

export type JsonSchema = { readonly [keyword: string]: unknown };

export interface DocumentParameter {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header';
  readonly required: boolean;
  readonly description?: string;
  readonly example?: unknown;
  readonly schema: JsonSchema;
}

export interface DocumentOperation {
  readonly operationId: string;
  readonly tags: readonly string[];
  readonly summary: string;
  readonly description?: string;
  readonly security: readonly Readonly<Record<string, readonly string[]>>[];
  readonly parameters: readonly DocumentParameter[];
  readonly requestBody?: {
    readonly required: true;
    readonly content: { readonly 'application/json': { readonly schema: JsonSchema } };
  };
  readonly responses: Readonly<Record<string, unknown>>;
}

export type DocumentPath = { readonly [OfMethod in Method]?: DocumentOperation };

export interface OpenApiDocument {
  readonly openapi: '3.1.0';
  readonly info: Readonly<Record<string, unknown>>;
  readonly servers: readonly { readonly url: string }[];
  readonly tags: readonly { readonly name: string }[];
  readonly paths: Readonly<Record<string, DocumentPath>>;
  readonly components: {
    readonly schemas: Readonly<Record<string, JsonSchema>>;
    readonly headers: Readonly<Record<string, unknown>>;
    readonly responses: Readonly<Record<string, unknown>>;
    readonly securitySchemes: Readonly<Record<string, unknown>>;
  };
}

const DESCRIPTION = `Persian news: every story once, with its source chain; who said what, who contacted whom, and the
exact words of a publisher under each.

Lists are read page by page: "next" of an answer, given as "cursor", leads on; what comes in meanwhile neither repeats
nor hides anything. "asOf" shows what was known at a moment. Dates come in both calendars. Texts are the publishers' own
letters. Answers carry a strong ETag; with If-None-Match an unchanged one costs nothing. Errors are problem details
(RFC 9457) which name the parameter. RateLimit and RateLimit-Policy tell what is left; a key in
"Authorization: Bearer …" raises it.`;

/** All operations of a document, one by one. */
export function operationsOf({ paths }: OpenApiDocument): readonly {
  readonly path: string;
  readonly method: Method;
  readonly operation: DocumentOperation;
}[] {
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method: method as Method, operation })),
  );
}

/** The stream, which answers with events instead of one answer. */
export interface StreamDescription {
  readonly path: string;
  readonly operation: Omit<DocumentOperation, 'responses'>;
  readonly event: z.ZodType;
}

/** The whole document. */
export function makeDocument(operations: readonly Operation[], stream: StreamDescription): OpenApiDocument {
  const exporting: DocumentOperation = {
    operationId: 'exportRows',
    tags: ['exports'],
    summary: 'All stories, statements, contacts or dossiers as rows, written as they are read',
    security: [{}, { key: ['read'] }],
    parameters: Object.entries(EXPORT_PARAMETERS).map(([name, schema]) =>
      parameterOf(name, schema, { path: EXPORT_PATH }),
    ),
    responses: {
      200: {
        description: 'Rows, each with the cursor behind which to go on; PLOVER is one JSON list',
        content: EXPORT_CONTENT,
      },
      ...PROBLEM_REFERENCES,
    },
  };
  const components = new Map<string, JsonSchema>();
  schemaOf(PROBLEM, components);
  const paths: Record<string, DocumentPath> = {};
  for (const operation of operations) {
    const told = { [operation.method]: operationOf(operation, components) };
    paths[operation.path] = { ...paths[operation.path], ...told };
  }
  const event = schemaOf(stream.event, components);
  const content = { 'text/event-stream': { schema: { type: 'string' }, 'x-event': event } };
  const streaming = {
    ...stream.operation,
    responses: { 200: { description: STREAM_ANSWER, content }, ...PROBLEM_REFERENCES },
  };
  const tags = [...new Set(operations.map(({ tag }) => tag))];
  return {
    openapi: '3.1.0',
    info: {
      title: 'Sanad API',
      version: '1',
      description: DESCRIPTION,
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: API_ROOT }],
    tags: [...tags, ...exporting.tags, ...stream.operation.tags].map((name) => ({ name })),
    paths: { ...paths, [EXPORT_PATH]: { get: exporting }, [stream.path]: { get: streaming } },
    components: {
      schemas: Object.fromEntries([...components].toSorted(([a], [b]) => (a < b ? -1 : 1))),
      headers: HEADERS,
      responses: PROBLEM_RESPONSES,
      securitySchemes: { key: { type: 'http', scheme: 'bearer', description: 'Made by `sanad keys make`' } },
    },
  };
}

const STREAM_ANSWER =
  'Server-sent events: the data of each is the JSON of an Event, its id the place to go on from';

const HEADERS = {
  ETag: { description: 'Strong validator of the answer', schema: { type: 'string' } },
  RateLimit: {
    description: '"name";r=requests left;t=seconds until there are more',
    schema: { type: 'string' },
  },
  'RateLimit-Policy': { description: '"name";q=requests;w=seconds', schema: { type: 'string' } },
  Link: { description: 'rel="next" of a list', schema: { type: 'string' } },
};

const PROBLEM_CONTENT = { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } };

const PROBLEM_RESPONSES: Readonly<Record<string, unknown>> = Object.fromEntries(
  Object.entries({
    BadParameter: 'A parameter cannot be used; "errors" names it',
    KeyUnknown: 'The key is unknown or revoked',
    ScopeMissing: 'The key does not open this',
    Missing: 'There is no such thing, or was none at that moment',
    Conflict: 'The state of what is there does not allow it',
    Hidden: "Hidden at its publisher's request",
    TooMany: 'Too many requests; Retry-After says when to go on',
    Unavailable: 'The database cannot be reached',
  }).map(([name, description]) => [name, { description, content: PROBLEM_CONTENT }]),
);

/** Responses that every operation can give. */
const PROBLEM_REFERENCES = {
  400: { $ref: '#/components/responses/BadParameter' },
  401: { $ref: '#/components/responses/KeyUnknown' },
  403: { $ref: '#/components/responses/ScopeMissing' },
  404: { $ref: '#/components/responses/Missing' },
  410: { $ref: '#/components/responses/Hidden' },
  429: { $ref: '#/components/responses/TooMany' },
  503: { $ref: '#/components/responses/Unavailable' },
};

const PRESENT_ALONE = 'Tells the present alone: "asOf" has no meaning here and is answered with 400.';

function operationOf(operation: Operation, components: Map<string, JsonSchema>): DocumentOperation {
  const { id, tag, summary, scope, parameters, answer, body, method, status } = operation;
  const isRead = method === 'get';
  const headers = Object.fromEntries(
    [...(isRead ? ['ETag'] : []), 'RateLimit', 'RateLimit-Policy'].map((name) => [
      name,
      { $ref: `#/components/headers/${name}` },
    ]),
  );
  return {
    operationId: id,
    tags: [tag],
    summary,
    ...(isRead && !('asOf' in parameters) && { description: PRESENT_ALONE }),
    security: OPEN_SCOPES.includes(scope) ? [{}, { key: [scope] }] : [{ key: [scope] }],
    parameters: Object.entries(parameters).map(([name, schema]) => parameterOf(name, schema, operation)),
    ...(body && {
      requestBody: {
        required: true,
        content: { 'application/json': { schema: schemaOf(body, components) } },
      },
    }),
    responses: {
      [status]:
        status === 204
          ? { description: 'Done' }
          : {
              description: summary,
              headers,
              content: { 'application/json': { schema: schemaOf(answer, components) } },
            },
      ...(isRead
        ? { 304: { description: 'Not changed since the ETag of If-None-Match' } }
        : { 409: { $ref: '#/components/responses/Conflict' } }),
      ...PROBLEM_REFERENCES,
    },
  };
}

function parameterOf(name: string, schema: z.ZodType, { path }: Pick<Operation, 'path'>): DocumentParameter {
  const { description, example, default: fallback, ...json } = plainSchema(schema);
  const isPath = pathParameters(path).includes(name);
  const isRequired = isPath || !schema.safeParse(undefined).success;
  return {
    name,
    in: isPath ? 'path' : 'query',
    required: isRequired,
    ...(typeof description === 'string' ? { description } : {}),
    ...(example === undefined ? {} : { example }),
    schema: fallback === undefined ? json : { ...json, default: fallback },
  };
}

/** The schema of a parameter as it is written, before it is read. */
function plainSchema(schema: z.ZodType): JsonSchema & { readonly default?: unknown } {
  const { $schema, ...json } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as JsonSchema;
  return json;
}

/** A schema whose named parts lie among the components. */
function schemaOf(schema: z.ZodType, components: Map<string, JsonSchema>): JsonSchema {
  const { $schema, $defs, ...json } = z.toJSONSchema(schema, {
    io: 'input',
    override: ({ jsonSchema }) => {
      delete jsonSchema.readOnly;
    },
  }) as JsonSchema & { readonly $defs?: Readonly<Record<string, JsonSchema>> };
  const relocate = (part: unknown): unknown => {
    if (Array.isArray(part)) return part.map(relocate);
    if (typeof part !== 'object' || part === null) return part;
    return Object.fromEntries(
      Object.entries(part).flatMap(([key, value]) => {
        if (key === 'id' && typeof value === 'string') return [];
        if (key === '$ref' && typeof value === 'string')
          return [[key, value.replace('#/$defs/', '#/components/schemas/')]];
        return [[key, relocate(value)]];
      }),
    );
  };
  for (const [name, part] of Object.entries($defs ?? {})) {
    if (!components.has(name)) components.set(name, relocate(part) as JsonSchema);
  }
  const own = relocate(json) as JsonSchema;
  const name = z.globalRegistry.get(schema)?.id;
  if (name === undefined) return own;
  // A named schema comes back as a reference to itself, and its shape among the parts.
  if (!('$ref' in own)) components.set(name, own);
  return { $ref: `#/components/schemas/${name}` };
}
