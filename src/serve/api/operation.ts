/**
 * An operation of the machine interface, in one place: its address, what it takes, what it answers. The OpenAPI
 * document, the checks of parameters, the generated client and the tests are all made from these records.
 */
import { z } from 'zod';
import type { ApiScope } from '../../store/api_keys.js';
import type { Store } from '../../store/database.js';
import { badParameters, type ParameterFault } from './problem.js';

/** What an operation works with besides its parameters. */
export interface ApiSite {
  readonly store: Store;
  readonly clock: () => string;
  readonly log?: ((event: { status: number; path: string; error: unknown }) => void) | undefined;
}

type Shape = Readonly<Record<string, z.ZodType>>;
type Taken<Parameters extends Shape> = { readonly [Name in keyof Parameters]: z.output<Parameters[Name]> };

interface OperationDefinition<Parameters extends Shape, Answer extends z.ZodType> {
  /** `listStories`: also the method's name in generated clients. */
  readonly id: string;
  /** Behind `/api/v1`; parameters of the path in braces. */
  readonly path: string;
  readonly tag: string;
  readonly summary: string;
  readonly scope?: ApiScope;
  /** Those of the path first, then those of the query. */
  readonly parameters: Parameters;
  readonly answer: Answer;
  readonly run: (site: ApiSite, taken: Taken<Parameters>) => Promise<z.input<Answer>>;
}

export interface Operation {
  readonly id: string;
  readonly path: string;
  readonly tag: string;
  readonly summary: string;
  readonly scope: ApiScope;
  readonly parameters: Shape;
  readonly answer: z.ZodType;
  /** Reads the letters of the address; throws the problem of bad parameters. */
  readonly run: (site: ApiSite, raw: RawParameters) => Promise<unknown>;
}

export interface RawParameters {
  readonly path: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
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

export function defineOperation<const Parameters extends Shape, Answer extends z.ZodType>(
  definition: OperationDefinition<Parameters, Answer>,
): Operation {
  const { run, scope = 'read', ...rest } = definition;
  const schema = z.strictObject(definition.parameters as Record<string, z.ZodType>);
  const pathNames = pathParameters(definition.path);
  return {
    ...rest,
    scope,
    run: async (site, raw) => run(site, takeParameters(schema, raw, pathNames) as Taken<Parameters>),
  };
}

/** Names of the parameters that stand in a path. */
export function pathParameters(path: string): readonly string[] {
  return [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
}

function takeParameters(schema: z.ZodType, raw: RawParameters, pathNames: readonly string[]): unknown {
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

function faultsOf(issue: z.core.$ZodIssue, pathNames: readonly string[]): readonly ParameterFault[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((field) => ({ field, in: 'query', message: 'is no parameter of this operation' }));
  }
  const field = String(issue.path[0] ?? '');
  return [{ field, in: pathNames.includes(field) ? 'path' : 'query', message: messageOf(issue) }];
}

function messageOf(issue: z.core.$ZodIssue): string {
  const isAbsent = issue.code === 'invalid_type' && issue.input === undefined;
  return isAbsent && issue.message.startsWith('Invalid input') ? 'is required' : issue.message;
}
