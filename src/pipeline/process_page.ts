import { STAGE } from '../extract/extract_page.js';
import { findRepeated, type LineCounts, type OpenLine } from '../extract/repeated_lines.js';
import type { ExtractedPage, PageKind } from '../model/extracted_page.js';
import type { FetchedPage } from '../model/fetched_page.js';
import type { Issue } from '../model/issue.js';
import type { Outlet } from '../model/outlet.js';
import { cut } from '../model/span.js';
import type { Gazetteer } from '../sources/gazetteer.js';
import type { Registry } from '../sources/registry.js';
import { saveArticleVersion } from '../store/article_versions.js';
import type { Store, Transaction } from '../store/database.js';
import { type IncomingPage, savePage } from '../store/fetched_pages.js';
import { enqueueVersion } from '../store/grouping.js';
import { recordInput } from '../store/inputs.js';
import { resolveIssues, saveIssue } from '../store/issues.js';
import { savePageResult } from '../store/page_results.js';
import { savePrintedComments } from '../store/printed_counts.js';
import { type SearchFields, saveSearchEntry } from '../store/search_entries.js';
import { loadTopicItems } from '../store/topics.js';
import { articleIdentity, contentKey } from './article_identity.js';
import { judgeHostLines } from './host_lines.js';
import { readGuarded } from './read_guarded.js';
import { aggregatorOf } from './report_of.js';
import { saveChangesAround } from './save_changes.js';
import { saveTopicOf } from './save_topic.js';
import { searchFieldsOf, topicFieldsOf } from './search_entry_of.js';
import { sectionOf } from './section_of.js';

/** What a page became. */
export type PageOutcome =
  | {
      readonly kind: 'article';
      readonly articleId: number;
      readonly change: 'new' | 'edited' | 'unchanged';
      readonly title: string;
    }
  | {
      readonly kind: 'topic';
      readonly topicId: number;
      readonly newItems: number;
      readonly name: string;
    }
  | { readonly kind: 'other'; readonly pageKind: PageKind }
  | { readonly kind: 'quarantined'; readonly issues: readonly Issue[] };

export interface Pipeline {
  readonly store: Store;
  readonly registry: Registry;
  /** Names of places and people, for the stages behind extraction. */
  readonly gazetteer?: Gazetteer;
}

/** A page on its way in; `inputHash` is set when it was handed in by name and must be known again. */
export interface Arrival extends IncomingPage {
  readonly inputHash?: Uint8Array;
}

const STAMP = { name: STAGE.name, version: String(STAGE.version) };

/**
 * Takes a page in: raw bytes and all that is derived from them in one transaction, so that what is reported is
 * stored and nothing is stored by half. A page that cannot be read is kept and waits in quarantine.
 */
export async function processPage(pipeline: Pipeline, arrival: Arrival): Promise<PageOutcome> {
  const [outcome] = await processPages(pipeline, [arrival]);
  if (outcome === undefined) throw new Error('Cannot process a page: no outcome came back');
  return outcome;
}

/**
 * Takes several pages in, in their order and in one transaction: all are stored or none. Meant for a handful, as
 * other writers of the same articles wait meanwhile.
 */
export async function processPages(
  pipeline: Pipeline,
  arrivals: readonly Arrival[],
): Promise<readonly PageOutcome[]> {
  const readings = await Promise.all(
    arrivals.map(async (arrival) => ({ arrival, ...(await read(pipeline, arrival)) })),
  );
  return pipeline.store.transaction(async (tx) => {
    const placed: PlacedReading[] = [];
    for (const reading of readings) {
      const { pageId } = await savePage(tx, reading.arrival);
      placed.push({ ...reading, pageId });
    }
    return saveReadings(tx, pipeline, placed);
  });
}

/**
 * Reads a page whose bytes are stored already, as after collecting or with newer rules. Reading it twice comes to
 * the same as reading it once.
 */
export async function processStoredPage(
  pipeline: Pipeline,
  page: FetchedPage & { readonly pageId: number },
): Promise<PageOutcome> {
  const [outcome] = await processStoredPages(pipeline, [page]);
  if (outcome === undefined) throw new Error('Cannot process a page: no outcome came back');
  return outcome;
}

/** Reads several stored pages, in their order and in one transaction: all that is derived is stored or nothing. */
export async function processStoredPages(
  pipeline: Pipeline,
  pages: readonly (FetchedPage & { readonly pageId: number })[],
): Promise<readonly PageOutcome[]> {
  const readings = await Promise.all(
    pages.map(async (page) => {
      const arrival: Arrival = { ...page, via: 'collect' };
      return { arrival, pageId: page.pageId, ...(await read(pipeline, arrival)) };
    }),
  );
  return pipeline.store.transaction((tx) => saveReadings(tx, pipeline, readings));
}

async function saveReadings(
  tx: Transaction,
  pipeline: Pipeline,
  readings: readonly PlacedReading[],
): Promise<readonly PageOutcome[]> {
  const judged = await judgeHostLines(tx, readings);
  const outcomes: PageOutcome[] = [];
  for (const reading of readings) {
    const settled = await withHostLines(pipeline, reading, judged.get(reading.pageId));
    const outcome = await saveReading(tx, settled);
    const { inputHash: hash, inputName, url = '', fetchedAt: seenAt } = reading.arrival;
    if (hash)
      await recordInput(tx, {
        ...{ hash, seenAt, pageId: reading.pageId },
        name: inputName ?? url,
        outcome: outcome.kind,
      });
    outcomes.push(outcome);
  }
  return outcomes;
}

/** Reads a page again where other pages say that some of its lines are the site's. */
async function withHostLines(
  pipeline: Pipeline,
  reading: PlacedReading,
  hostLines: LineCounts | undefined,
): Promise<PlacedReading> {
  if (hostLines === undefined) return reading;
  if (findRepeated(reading.openLines, hostLines).size === 0) return { ...reading, hostLines };
  return { ...reading, ...(await read(pipeline, reading.arrival, hostLines)), hostLines };
}

interface Reading {
  readonly page: ExtractedPage | undefined;
  readonly issues: readonly Issue[];
  readonly openLines: readonly OpenLine[];
  /** Whose page it is, where an aggregator carries the words of another. */
  readonly aggregator: Outlet | undefined;
  readonly gazetteer: Gazetteer | undefined;
}

async function read(
  { registry, gazetteer }: Pipeline,
  arrival: Arrival,
  hostLines?: LineCounts,
): Promise<Reading> {
  const { url, body, format, contentType, fetchedAt } = arrival;
  const page: FetchedPage = { url, body, format, contentType, fetchedAt };
  const { value, issues, openLines } = await readGuarded({ page, hostLines }, registry);
  return { page: value, issues, openLines, gazetteer, aggregator: value && aggregatorOf(value, registry) };
}

interface PlacedReading extends Reading {
  readonly arrival: Arrival;
  readonly pageId: number;
  /** On how many other pages of its host each line stood; absent where nothing was to be told. */
  readonly hostLines?: LineCounts;
}

async function saveReading(tx: Transaction, reading: PlacedReading): Promise<PageOutcome> {
  const { pageId, arrival, page } = reading;
  await resolveIssues(tx, { pageId, stage: STAMP.name, at: arrival.fetchedAt });
  const fatals = reading.issues.filter((issue) => issue.severity === 'fatal');
  const outcome: PageOutcome =
    page === undefined || fatals.length > 0
      ? { kind: 'quarantined', issues: reading.issues }
      : await saveByKind(tx, page, reading);
  for (const issue of reading.issues) {
    const { inputName, fetchedAt: seenAt } = arrival;
    await saveIssue(tx, { issue, stage: STAMP.name, inputName, pageId, seenAt });
  }
  await savePageResult(tx, {
    pageId,
    kind: page === undefined || outcome.kind === 'quarantined' ? 'quarantined' : page.kind,
    articleId: outcome.kind === 'article' ? outcome.articleId : undefined,
    topicId: outcome.kind === 'topic' ? outcome.topicId : undefined,
    lineCounts: reading.hostLines,
    stage: STAMP,
  });
  return outcome;
}

function saveByKind(tx: Transaction, page: ExtractedPage, reading: PlacedReading): Promise<PageOutcome> {
  if (page.kind === 'article') return saveArticle(tx, page, reading);
  if (page.kind === 'topic' && page.topic) return saveTopic(tx, page, reading);
  return Promise.resolve({ kind: 'other', pageKind: page.kind });
}

const CHANGES = { created: 'new', updated: 'edited', unchanged: 'unchanged' } as const;

async function saveArticle(
  tx: Transaction,
  page: ExtractedPage,
  reading: PlacedReading,
): Promise<PageOutcome> {
  const { pageId, arrival, aggregator } = reading;
  const section = sectionOf(page.category);
  const saved = await saveArticleVersion(tx, {
    identity: articleIdentity(page),
    contentKey: contentKey(page),
    page,
    pageId,
    seenAt: arrival.fetchedAt,
    stage: STAMP,
    section,
    ...(aggregator && { publisher: aggregator }),
  });
  if (saved.outcome !== 'unchanged') {
    await indexArticle(tx, saved.articleId, searchFieldsOf(page, reading.gazetteer));
    await enqueueVersion(tx, saved);
  }
  if (saved.outcome !== 'created') await saveChangesAround(tx, { ...saved, pageId });
  const { comments } = page.counts ?? {};
  if (comments !== undefined) {
    await savePrintedComments(tx, {
      articleId: saved.articleId,
      comments,
      seenAt: arrival.fetchedAt,
    });
  }
  const title = page.title ? cut(page.text, page.title) : '';
  return { kind: 'article', articleId: saved.articleId, change: CHANGES[saved.outcome], title };
}

/** The index follows the article's row, whose time and section are those of its latest version. */
async function indexArticle(tx: Transaction, articleId: number, words: SearchFields): Promise<void> {
  const row = await tx.row<{ shown_at: string; outlet_id: string | null; section: string | null }>(
    'select shown_at, outlet_id, section from article where id = $1',
    [articleId],
  );
  if (!row) return;
  await saveSearchEntry(tx, {
    kind: 'article',
    refId: articleId,
    shownAt: row.shown_at,
    outletId: row.outlet_id ?? undefined,
    section: row.section ?? undefined,
    words,
  });
}

async function saveTopic(tx: Transaction, page: ExtractedPage, reading: PlacedReading): Promise<PageOutcome> {
  const { fetchedAt } = reading.arrival;
  const saved = await saveTopicOf(tx, page, { pageId: reading.pageId, seenAt: fetchedAt });
  await saveSearchEntry(tx, {
    kind: 'topic',
    refId: saved.topicId,
    shownAt: fetchedAt,
    outletId: page.outlet?.id,
    words: topicFieldsOf(page.topic?.name ?? '', await loadTopicItems(tx, saved.topicId)),
  });
  return { kind: 'topic', topicId: saved.topicId, newItems: saved.addedCount, name: page.topic?.name ?? '' };
}
