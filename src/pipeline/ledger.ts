/**
 * Analyses what grouping has placed and keeps the ledger of contacts: exactly once, in order, by one process at a
 * time. Whoever holds the row of the mark works. Killed at any moment it leaves whole batches done and the rest in the
 * queue.
 */
import type { AnalyseContext } from '../analyse/analyse_article.js';
import { fatal } from '../model/issue.js';
import {
  type AnalysedVersion,
  forgetAnalysis,
  isAnalyseQueueEmpty,
  lockLedger,
  saveAnalyses,
  settleAnalysisIssues,
  takeForAnalysis,
} from '../store/analyse_queue.js';
import { isConnectionFailure, type Store, type Transaction } from '../store/database.js';
import { saveEntities, saveMentions } from '../store/entities.js';
import { applyEntityActs, type EntityAct, loadEntityActs } from '../store/entity_acts.js';
import { saveIssue } from '../store/issues.js';
import { readLedgerWords } from '../store/ledger_words.js';
import { saveStatements } from '../store/statements.js';
import { errorCode, isRefusedData, StoreError } from '../store/store_error.js';
import type { VersionFindings } from './analyse_version.js';
import { pairStatements } from './pair_statements.js';
import { type BatchOutcome, type QueueWork, workOn } from './queue_work.js';
import { ANALYSE_STAGE } from './stages.js';
import { takeContact } from './take_contact.js';
import { type Workers, workHere } from './workers.js';

export interface LedgerDeps extends AnalyseContext {
  readonly store: Store;
  /** Threads that analyse; without them it is done here. */
  readonly workers?: Workers | undefined;
  /** Returns when the next batch may begin. */
  readonly beforeBatch?: (() => Promise<void>) | undefined;
}

/** Versions of one transaction: one wait for the disk serves them all. */
const BATCH = 64;

export function openLedger(deps: LedgerDeps): QueueWork {
  return workOn({
    async runBatch() {
      await deps.beforeBatch?.();
      return runBatch(deps);
    },
    isEmpty: () => isAnalyseQueueEmpty(deps.store),
  });
}

/**
 * Puts all versions back into the queue and analyses them in their old order. Killed in the middle, what is left waits
 * for whoever works next. Returns how many versions there were.
 */
export async function rebuildLedger(
  deps: LedgerDeps,
  options: { readonly signal: AbortSignal; readonly onProgress?: (done: number) => void },
): Promise<number> {
  const count = await deps.store.transaction(async (tx) => {
    await lockLedger(tx, { wait: true });
    return forgetAnalysis(tx);
  });
  for (let done = 0; !options.signal.aborted; done += BATCH) {
    const outcome = await runBatch(deps);
    if (outcome !== 'done') break;
    options.onProgress?.(Math.min(done + BATCH, count));
  }
  return count;
}

/** All versions together; where the database refuses what one of them says, each by itself, and that one is parked. */
async function runBatch(deps: LedgerDeps): Promise<BatchOutcome> {
  try {
    return await deps.store.transaction((tx) => analyseBatch(tx, deps, saveFindings));
  } catch (cause) {
    if (!isOfVersion(cause)) throw cause;
    return deps.store.transaction((tx) => analyseBatch(tx, deps, saveEachOrPark));
  }
}

/** What was found in a version. */
interface Finding {
  readonly version: AnalysedVersion;
  readonly found: VersionFindings;
}

type Save = (tx: Transaction, findings: readonly Finding[], acts: readonly EntityAct[]) => Promise<void>;

async function analyseBatch(tx: Transaction, deps: LedgerDeps, save: Save): Promise<BatchOutcome> {
  if (!(await lockLedger(tx))) return 'busy';
  const versions = await takeForAnalysis(tx, BATCH);
  if (versions.length === 0) {
    return (await readLedgerWords(tx)) + (await pairStatements(tx)) > 0 ? 'done' : 'empty';
  }
  const acts = await loadEntityActs(tx);
  await settleAnalysisIssues(tx, versions);
  await save(tx, await analyseOrPark(tx, versions, { ...deps, acts }), acts);
  await saveAnalyses(tx, versions, ANALYSE_STAGE);
  if (acts.length > 0 && (await hasUnnamed(tx))) await applyEntityActs(tx);
  await readLedgerWords(tx);
  await pairStatements(tx);
  return 'done';
}

async function saveFindings(
  tx: Transaction,
  findings: readonly Finding[],
  acts: readonly EntityAct[],
): Promise<void> {
  const all = findings.map(({ found }) => found);
  await saveEntities(
    tx,
    all.flatMap(({ entities }) => entities),
  );
  await saveMentions(
    tx,
    all.flatMap(({ mentions }) => mentions),
  );
  await saveStatements(
    tx,
    all.flatMap(({ statements }) => statements),
    ANALYSE_STAGE,
  );
  for (const { contacts } of all) for (const told of contacts) await takeContact(tx, told, acts);
}

async function saveEachOrPark(
  tx: Transaction,
  findings: readonly Finding[],
  acts: readonly EntityAct[],
): Promise<void> {
  for (const finding of findings) {
    try {
      await tx.part(() => saveFindings(tx, [finding], acts));
    } catch (cause) {
      if (!isOfVersion(cause)) throw cause;
      await park(tx, finding.version, cause instanceof Error ? cause.message : String(cause));
    }
  }
}

/** A fault of one version's words: the database refuses them, or a rule breaks on them; not a database that is away. */
function isOfVersion(cause: unknown): boolean {
  const isBroken = isConnectionFailure(cause) || cause instanceof StoreError;
  if (isBroken) return false;
  // Class 23: a constraint. Without a code it is no error of the database at all.
  return errorCode(cause) === undefined || isRefusedData(cause) || /^23/.test(errorCode(cause) ?? '');
}

/** Whether an entity came (back) that an act has renamed, merged or split: its row must say so. */
async function hasUnnamed(tx: Transaction): Promise<boolean> {
  const row = await tx.row(
    `select from entity_act a join entity e on e.id = a.entity_id
     where a.undone_at is null and (a.kind = 'rename' and e.given_name is null
       or a.kind = 'merge' and e.merged_into is null
       or a.kind = 'split' and not exists (select from entity other where other.id = a.into_id)) limit 1`,
  );
  return row !== undefined;
}

/** Analyses versions; an article that breaks a rule is parked with its cause and does not stop the others. */
async function analyseOrPark(
  tx: Transaction,
  versions: readonly AnalysedVersion[],
  { acts, ...deps }: LedgerDeps & { readonly acts: readonly EntityAct[] },
): Promise<readonly Finding[]> {
  const jobs = versions.map((version) => ({ version, acts }));
  const outcomes = await (deps.workers ?? workHere(deps)).run('analyse', jobs);
  const findings: Finding[] = [];
  for (const [at, version] of versions.entries()) {
    const outcome = outcomes[at] ?? { fault: 'no outcome came back' };
    if ('value' in outcome) findings.push({ version, found: outcome.value });
    else await park(tx, version, outcome.fault);
  }
  return findings;
}

async function park(
  tx: Transaction,
  { pageId, seenAt, ...which }: AnalysedVersion,
  why: string,
): Promise<void> {
  const issue = fatal(
    'analyse.failed',
    `Cannot analyse version ${which.version} of article ${which.articleId}: ${why}`,
  );
  await saveIssue(tx, { issue, stage: ANALYSE_STAGE.name, pageId, seenAt });
}
