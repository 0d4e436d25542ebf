/**
 * An operation of the machine interface, in one place: its address, what it takes, what it answers. The OpenAPI
 * document, the checks of parameters, the generated client and the tests are all made from these records.
 */
import { z } from 'zod';
import type { ApiKey, ApiScope } from '../../store/api_keys.js';
import type { Store } from '../../store/database.js';
import { badParameters, type ParameterFault } from './problem.js';

/** What an operation works with besides its parameters. */
export interface ApiSite {
  readonly store: Store;
  readonly clock: () => string;
  readonly log?: ((event: { status: number; path: string; error: unknown }) => void) | undefined;
  /** Why nothing may be sent to an address; undefined when it may. */
  readonly findTargetFault?: ((address: string) => string | undefined) | undefined;
}

export type Method = 'get' | 'post' | 'delete';
type Shape = Readonly<Record<string, z.ZodType>>;
type Taken<Given extends Shape> = { readonly [Name in keyof Given]: z.output<Given[Name]> };

interface OperationDefinition<Parameters extends Shape, Body extends Shape, Answer extends z.ZodType> {
  /** `listStories`: also the method's name in generated clients. */
  readonly id: string;
  /** Behind `/api/v1`; parameters of the path in braces. */
  readonly path: string;
  readonly tag: string;
  readonly summary: string;
  /** Default `get`, which changes nothing. */
  readonly method?: Method;
  readonly scope?: ApiScope;
  /** Those of the path first, then those of the query. */
  readonly parameters: Parameters;
  /** Fields of the JSON object that is sent. */
  readonly body?: Body;
  /** Of a success; default 200, and 204 says that there is no answer but that. */
  readonly status?: Status;
  readonly answer: Answer;
  readonly run: (
    site: ApiSite,
    taken: Taken<Parameters> & Taken<Body>,
    caller: Caller,
  ) => Promise<z.input<Answer>>;
}

export type Status = 200 | 201 | 202 | 204;

/** Who asks: the key that was sent, if any. */
export interface Caller {
  readonly key: ApiKey | undefined;
}

export interface Operation {
  readonly id: string;
  readonly path: string;
  readonly tag: string;
  readonly summary: string;
  readonly method: Method;
  readonly scope: ApiScope;
  readonly parameters: Shape;
  readonly body: z.ZodObject | undefined;
  readonly status: Status;
  readonly answer: z.ZodType;
  /** Reads the letters of the address; throws the problem of bad parameters. */
  readonly run: (site: ApiSite, raw: RawParameters, caller: Caller) => Promise<unknown>;
}

export interface RawParameters {
  readonly path: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  /** What was sent, parsed as JSON. */
  readonly body?: unknown;
}

/** Another address has what was asked for. */
export class MovedTo {
  readonly path: string;
  constructor(path: string) {
    this.path = path;
  }
}

/** Reads the parameters of an address by a shape; throws the problem of bad ones. */
export function readParameters<const Parameters extends Shape>(
  parameters: Parameters,
  raw: RawParameters,
): Taken<Parameters> {
  const schema = z.strictObject(parameters as Record<string, z.ZodType>);
  return takeParameters(schema, raw, Object.keys(raw.path)) as Taken<Parameters>;
}

export function defineOperation<
  const Parameters extends Shape,
  Answer extends z.ZodType,
  const Body extends Shape = Record<never, z.ZodType>,
>(definition: OperationDefinition<Parameters, Body, Answer>): Operation {
  const { run, scope = 'read', method = 'get', status = 200, body, ...rest } = definition;
  const schema = z.strictObject(definition.parameters as Record<string, z.ZodType>);
  const sent = body && z.strictObject(body as Record<string, z.ZodType>);
  const pathNames = pathParameters(definition.path);
  return {
    ...rest,
    ...{ scope, method, status, body: sent },
    run: async (site, raw, caller) => {
      const taken = { ...takeParameters(schema, raw, pathNames), ...(sent && takeBody(sent, raw.body)) };
      return run(site, taken as Taken<Parameters> & Taken<Body>, caller);
    },
  };
}

/** Names of the parameters that stand in a path. */
export function pathParameters(path: string): readonly string[] {
  return [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
}

function takeParameters(schema: z.ZodObject, raw: RawParameters, pathNames: readonly string[]): object {
  const given: Record<string, string> = {};
  const faults: ParameterFault[] = [];
  for (const [name, text] of raw.query) {
    const isTwice = name in given || pathNames.includes(name);
    if (isTwice) faults.push({ field: name, in: 'query', message: 'is given more than once' });
    given[name] = text;
  }
  if (faults.length > 0) throw badParameters(faults);
  const outcome = schema.safeParse({ ...given, ...raw.path });
  if (outcome.success) return outcome.data;
  throw badParameters(outcome.error.issues.flatMap((issue) => faultsOf(issue, pathNames)));
}

/** The fields of the object that was sent. */
function takeBody(schema: z.ZodObject, body: unknown): object {
  const outcome = schema.safeParse(body);
  if (outcome.success) return outcome.data;
  const faults = outcome.error.issues.flatMap((issue): readonly ParameterFault[] => {
    if (issue.code === 'unrecognized_keys')
      return issue.keys.map((field) => ({ field, in: 'body', message: 'is no field of this operation' }));
    const field = String(issue.path[0] ?? '');
    const message = field === '' ? 'must be a JSON object' : messageOf(issue);
    return [{ field, in: 'body', message }];
  });
  // One reason for each field: of a list each wrong item has its own.
  throw badParameters([...new Map(faults.map((fault) => [fault.field, fault])).values()]);
}

function faultsOf(issue: z.core.$ZodIssue, pathNames: readonly string[]): readonly ParameterFault[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((field) => ({
      ...{ field, in: 'query' },
      message:
        field === 'asOf'
          ? 'has no meaning here, which tells the present alone'
          : 'is no parameter of this operation',
    }));
  }
  const field = String(issue.path[0] ?? '');
  return [{ field, in: pathNames.includes(field) ? 'path' : 'query', message: messageOf(issue) }];
}

function messageOf(issue: z.core.$ZodIssue): string {
  const isAbsent = issue.code === 'invalid_type' && issue.input === undefined;
  return isAbsent && issue.message.startsWith('Invalid input') ? 'is required' : issue.message;
}
