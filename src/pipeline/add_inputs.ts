import { createHash } from 'node:crypto';
import type { Input } from '../collect/inputs.js';
import { fatal, type Issue } from '../model/issue.js';
import { findKnownInputs } from '../store/inputs.js';
import { saveIssue } from '../store/issues.js';
import { isRefusedData } from '../store/store_error.js';
import { parsePageRecord } from './page_record.js';
import {
  type Arrival,
  type PageOutcome,
  type Pipeline,
  processPage,
  type ReadArrivals,
  readArrivals,
} from './process_page.js';

/** What became of one input; `known` was added before, `unreadable` gave no bytes to keep. */
export type AddOutcome =
  | PageOutcome
  | { readonly kind: 'known'; readonly earlier: string }
  | { readonly kind: 'unreadable'; readonly issues: readonly Issue[] };

export interface AddReport {
  readonly name: string;
  readonly outcome: AddOutcome;
}

export interface AddContext {
  readonly pipeline: Pipeline;
  readonly clock: () => string;
  /** Stops between two groups of inputs; what was reported is stored. */
  readonly signal: AbortSignal;
  /** Called whenever something was stored: there may be work for the stages behind. */
  readonly onStored?: () => void;
}

/** Inputs that share a transaction: one wait for the disk serves them all, and Ctrl-C is heard soon enough. */
const GROUP_COUNT = 16;

/**
 * Adds inputs and reports each, in their order, once it is stored. What was added before is skipped by its hash,
 * so that a command that was interrupted goes on where it stopped.
 */
export async function* addInputs(
  context: AddContext,
  inputs: AsyncIterable<Input>,
): AsyncGenerator<AddReport> {
  let waiting: ReadGroup | undefined;
  for await (const group of groupsOf(inputs, GROUP_COUNT)) {
    // The next group is read while this one is stored.
    const next = readGroup(context, group, waiting?.fresh ?? new Map());
    // Should storing fail, that is what is told.
    next.catch(() => undefined);
    if (waiting) yield* await storeGroup(context, waiting);
    waiting = await next;
    if (context.signal.aborted) break;
  }
  if (waiting) yield* await storeGroup(context, waiting);
}

/** Inputs whose pages have been read and wait to be stored. */
interface ReadGroup {
  readonly group: readonly Input[];
  /** What is known of inputs already. */
  readonly reports: Map<Input, AddOutcome>;
  /** By hash; what is new. */
  readonly fresh: ReadonlyMap<string, Candidate>;
  readonly arrivals: readonly Arrival[];
  /** Never fails: what goes wrong is told when the group is stored. */
  readonly read: Promise<ReadArrivals | Failure>;
}

interface Failure {
  readonly cause: unknown;
}

/** `before`: inputs of the group that is being stored meanwhile. */
async function readGroup(
  context: AddContext,
  group: readonly Input[],
  before: ReadonlyMap<string, Candidate>,
): Promise<ReadGroup> {
  const candidates = group.map((input) => ({ input, hash: hashInput(input) }));
  const known = await findKnownInputs(
    context.pipeline.store,
    candidates.map(({ hash }) => hash),
  );
  const reports = new Map<Input, AddOutcome>();
  const fresh = new Map<string, Candidate>();
  for (const candidate of candidates) {
    const name = Buffer.from(candidate.hash).toString('hex');
    const earlier = known.get(name) ?? (fresh.has(name) || before.has(name) ? 'just now' : undefined);
    if (candidate.input.issue) reports.set(candidate.input, await noteUnreadable(context, candidate.input));
    else if (earlier !== undefined) reports.set(candidate.input, { kind: 'known', earlier });
    else fresh.set(name, candidate);
  }
  const now = context.clock();
  const arrivals = [...fresh.values()].map((candidate) => arrivalOf(candidate, now));
  const read = readArrivals(context.pipeline, arrivals).catch((cause: unknown) => ({ cause }));
  return { group, reports, fresh, arrivals, read };
}

async function storeGroup(context: AddContext, read: ReadGroup): Promise<readonly AddReport[]> {
  const { group, reports, fresh } = read;
  const outcomes = read.arrivals.length === 0 ? [] : await storeTogetherOrAlone(context.pipeline, read);
  for (const [at, { input }] of [...fresh.values()].entries()) {
    const outcome = outcomes[at];
    if (outcome) reports.set(input, outcome);
  }
  context.onStored?.();
  return group.map((input) => ({ name: input.name, outcome: reports.get(input) ?? NOT_ADDED }));
}

interface Candidate {
  readonly input: Input;
  readonly hash: Uint8Array;
}

/** Every input of a group has an outcome; this stands for a bug and says so instead of hiding it. */
const NOT_ADDED: AddOutcome = {
  kind: 'unreadable',
  issues: [fatal('add.no_outcome', 'Cannot say what became of the input: it was left out by mistake')],
};

async function noteUnreadable(context: AddContext, input: Input): Promise<AddOutcome> {
  const issue = input.issue ?? fatal('input.unreadable', `Cannot read "${input.name}"`);
  await saveIssue(context.pipeline.store, {
    issue,
    stage: 'input',
    inputName: input.name,
    seenAt: context.clock(),
  });
  return { kind: 'unreadable', issues: [issue] };
}

/** One input whose data the database refuses must not keep its neighbours out. */
async function storeTogetherOrAlone(
  pipeline: Pipeline,
  { arrivals, read }: ReadGroup,
): Promise<readonly AddOutcome[]> {
  const readings = await read;
  if ('cause' in readings) throw readings.cause;
  try {
    return await readings.save();
  } catch (cause) {
    if (!isRefusedData(cause)) throw cause;
    const outcomes: AddOutcome[] = [];
    for (const arrival of arrivals) outcomes.push(await processAlone(pipeline, arrival));
    return outcomes;
  }
}

async function processAlone(pipeline: Pipeline, arrival: Arrival): Promise<AddOutcome> {
  try {
    return await processPage(pipeline, arrival);
  } catch (cause) {
    if (!isRefusedData(cause)) throw cause;
    const why = cause instanceof Error ? cause.message : String(cause);
    const issue = fatal('store.refused', `Cannot store the page: ${why}`);
    const { inputName, fetchedAt: seenAt } = arrival;
    await saveIssue(pipeline.store, { issue, stage: 'store', inputName, seenAt });
    return { kind: 'unreadable', issues: [issue] };
  }
}

function arrivalOf({ input, hash }: Candidate, now: string): Arrival {
  const stated = input.format === 'record' ? parsePageRecord(input.bytes).value : undefined;
  return {
    body: input.bytes,
    format: input.format,
    url: input.url ?? stated?.url,
    contentType: input.contentType,
    fetchedAt: stated?.fetchedAt ?? input.fetchedAt ?? now,
    via: 'add',
    inputName: input.name,
    inputHash: hash,
  };
}

/** What makes two inputs the same: format, address and bytes; where a file lies does not count. */
function hashInput(input: Input): Uint8Array {
  const head = `${input.format}\n${input.url ?? ''}\n${input.contentType ?? ''}\n`;
  return createHash('sha256').update(head).update(input.bytes).digest();
}

async function* groupsOf<Value>(values: AsyncIterable<Value>, count: number): AsyncGenerator<Value[]> {
  let group: Value[] = [];
  for await (const value of values) {
    group.push(value);
    if (group.length < count) continue;
    yield group;
    group = [];
  }
  if (group.length > 0) yield group;
}
