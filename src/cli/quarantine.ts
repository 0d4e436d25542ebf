import type { Config } from '../config.js';
import { openLaterStages } from '../pipeline/later_stages.js';
import { processStoredPages } from '../pipeline/process_page.js';
import { type ReplayOutcome, replayPage } from '../pipeline/replay.js';
import type { Store } from '../store/database.js';
import { loadPage, type StoredPage } from '../store/fetched_pages.js';
import { listOpenIssues, loadIssue, type StoredIssue } from '../store/issues.js';
import { openStore } from '../store/open_store.js';
import { listQuarantinedPages } from '../store/replay_wishes.js';
import { counted } from './counted.js';
import { openPipeline } from './open_pipeline.js';
import { CliError, type Surroundings } from './surroundings.js';

export interface QuarantineListing {
  readonly code?: string | undefined;
  /** Warnings too, which kept nothing out. */
  readonly all: boolean;
  readonly limit: number;
  readonly json: boolean;
}

/** Lists what could not be read, newest first. */
export async function quarantineList(listing: QuarantineListing, config: Config): Promise<void> {
  await withStore(config, async (store) => {
    const { code, limit } = listing;
    const issues = await listOpenIssues(store, {
      limit,
      ...(code !== undefined && { code }),
      ...(!listing.all && code === undefined && { severity: 'fatal' as const }),
    });
    if (listing.json) return print(issues);
    if (issues.length === 0) console.log('Nothing is in quarantine');
    for (const issue of issues) console.log(issueLine(issue));
  });
}

/** Shows one issue with its page; with `raw` the page's bytes and nothing else. */
export async function quarantineShow(
  args: { readonly issueId: number; readonly raw: boolean },
  config: Config,
): Promise<void> {
  await withStore(config, async (store) => {
    const issue = await loadIssue(store, args.issueId);
    if (issue === undefined) throw new CliError(`Cannot show issue ${args.issueId}: there is none`);
    const page = issue.pageId === undefined ? undefined : await loadPage(store, issue.pageId);
    if (args.raw) return printBytes(page, args.issueId);
    console.log(issueLine(issue));
    console.log(issue.resolvedAt === undefined ? 'open' : `resolved ${issue.resolvedAt}`);
    for (const line of pageLines(page, issue)) console.log(line);
  });
}

function printBytes(page: StoredPage | undefined, issueId: number): void {
  if (page === undefined) throw new CliError(`Cannot print the page of issue ${issueId}: ${NO_PAGE}`);
  process.stdout.write(page.body);
}

function pageLines(page: StoredPage | undefined, { issueId, issue }: StoredIssue): readonly string[] {
  if (page === undefined) return [NO_PAGE];
  const { pageId, url, inputName, format, contentType, fetchedAt, body } = page;
  const read = issue.code === 'decode.binary' ? 'no text' : format;
  return [
    `page ${pageId}  ${url ?? inputName ?? ''}`,
    `${counted(body.byteLength, 'byte')}, ${read}, ${contentType ?? 'no content type'}, fetched ${fetchedAt}`,
    `"sanad quarantine show --raw ${issueId} | sanad explain -" tells how it is read`,
  ];
}

const NO_PAGE = 'no bytes of it are stored; add or collect it again';

/** Reads pages of the quarantine again with the present rules, and says what each became. */
export async function quarantineReplay(
  args: { readonly issueIds: readonly number[]; readonly code?: string | undefined },
  config: Config,
  { clock }: Surroundings,
): Promise<void> {
  await withStore(config, async (store) => {
    const pipeline = await openPipeline(store, config.registryFolder);
    const filter = { code: args.code, ...(args.issueIds.length > 0 && { issueIds: args.issueIds }) };
    const pageIds = await listQuarantinedPages(store, filter);
    const deps = {
      store,
      clock,
      process: (pages: Parameters<typeof processStoredPages>[1]) => processStoredPages(pipeline, pages),
    };
    const kept = new Set<number>();
    for (const pageId of pageIds) {
      const outcome = await replayPage(deps, pageId);
      if (outcome !== undefined && STAYS.has(outcome.kind)) kept.add(pageId);
      console.log(`page ${pageId}  ${outcomeInWords(outcome)}`);
    }
    // What failed behind reading is tried again too.
    await openLaterStages(pipeline).settle();
    const still = new Set(await listQuarantinedPages(store, { code: args.code }));
    for (const pageId of pageIds) if (still.has(pageId)) kept.add(pageId);
    console.log(
      `${counted(pageIds.length, 'page')} read again: ${pageIds.length - kept.size} out of quarantine, ${counted(kept.size, 'stays', 'stay')}`,
    );
  });
}

const STAYS: ReadonlySet<ReplayOutcome['kind']> = new Set(['quarantined', 'asked_again', 'threw']);

function outcomeInWords(outcome: ReplayOutcome | undefined): string {
  if (outcome === undefined) return 'is no longer stored';
  switch (outcome.kind) {
    case 'article':
      return `article ${outcome.articleId} ${outcome.change}: ${outcome.title}`;
    case 'topic':
      return `topic ${outcome.topicId}: ${outcome.name}`;
    case 'other':
      return `no article: ${outcome.pageKind}`;
    case 'threw':
      return `stays: ${outcome.cause}`;
    case 'asked_again':
      return `stays, a running collector asks its outlet again: ${outcome.issues.map(({ message }) => message).join('; ')}`;
    case 'quarantined':
      return `stays: ${outcome.issues.map(({ message }) => message).join('; ')}`;
  }
}

function issueLine({ issueId, issue, inputName, pageId, seenAt }: StoredIssue): string {
  const place = inputName ?? (pageId === undefined ? '' : `page ${pageId}`);
  return `${issueId}  ${seenAt.slice(0, 16)}  ${issue.severity}  ${issue.code}  ${place}  ${issue.message}`;
}

function print(value: unknown): void {
  console.log(JSON.stringify(value, undefined, 2));
}

async function withStore(config: Config, work: (store: Store) => Promise<void>): Promise<void> {
  const store = await openStore({ ...config, applicationName: 'sanad quarantine' });
  try {
    await work(store);
  } finally {
    await store.close();
  }
}
