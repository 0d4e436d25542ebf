/** Stores what was read of a handful of pages: what is new together, edits and the rest one by one in their order. */
import { STAGE } from '../extract/extract_page.js';
import { findRepeated, type LineCounts } from '../extract/repeated_lines.js';
import type { ExtractedPage } from '../model/extracted_page.js';
import { cut } from '../model/span.js';
import type { Registry } from '../sources/registry.js';
import { type ArticleReading, type SavedArticle, saveArticleVersion } from '../store/article_versions.js';
import type { Transaction } from '../store/database.js';
import { enqueueVersions } from '../store/grouping.js';
import { recordInputs } from '../store/inputs.js';
import { resolveIssues, resolveSuperseded, saveIssue } from '../store/issues.js';
import { createArticles } from '../store/new_articles.js';
import { savePageResults } from '../store/page_results.js';
import { savePrintedComments } from '../store/printed_counts.js';
import { saveArticleEntries, saveSearchEntry } from '../store/search_entries.js';
import { loadTopicItems } from '../store/topics.js';
import { judgeHostLines } from './host_lines.js';
import type { ArticleKeys, PageReading } from './page_reading.js';
import type { Arrival, PageOutcome } from './process_page.js';
import { type ReadingTools, readPages } from './read_pages.js';
import { aggregatorOf } from './report_of.js';
import { saveChangesAround } from './save_changes.js';
import { saveTopicOf } from './save_topic.js';
import { topicFieldsOf } from './search_entry_of.js';
import { sectionOf } from './section_of.js';

/** A reading of a page whose bytes are stored. */
export interface PlacedReading extends PageReading {
  readonly arrival: Arrival;
  readonly pageId: number;
  /** On how many other pages of its host each line stood; absent where nothing was to be told. */
  readonly hostLines?: LineCounts;
}

const STAMP = { name: STAGE.name, version: String(STAGE.version) };

/** Outcomes in the order of readings. */
export async function saveReadings(
  tx: Transaction,
  tools: ReadingTools,
  given: readonly PlacedReading[],
): Promise<readonly PageOutcome[]> {
  const readings = await withHostLines(tx, tools, given);
  const pages = readings.map(({ pageId, arrival }) => ({ pageId, at: arrival.fetchedAt }));
  await resolveIssues(tx, pages, STAMP.name);
  await resolveSuperseded(tx, pages);
  const saved = await saveArticles(tx, readings, tools.registry);
  const outcomes: PageOutcome[] = [];
  for (const reading of readings) outcomes.push(await outcomeOf(tx, reading, saved.get(reading)));
  await saveResults(tx, readings, outcomes);
  return outcomes;
}

/** Reads those pages again of which other pages say that some lines are the site's. */
async function withHostLines(
  tx: Transaction,
  tools: ReadingTools,
  readings: readonly PlacedReading[],
): Promise<readonly PlacedReading[]> {
  const judged = await judgeHostLines(tx, readings);
  const lined = readings.map((reading) => {
    const hostLines = judged.get(reading.pageId);
    return hostLines ? { ...reading, hostLines } : reading;
  });
  const again = lined.filter(
    ({ openLines, hostLines }) => hostLines && findRepeated(openLines, hostLines).size > 0,
  );
  const fresh = await readPages(
    tools,
    again.map(({ arrival: page, hostLines }) => ({ page, hostLines })),
  );
  const read = new Map(again.map((reading, at) => [reading, fresh[at]]));
  return lined.map((reading) => ({ ...reading, ...read.get(reading) }));
}

interface ArticleAtHand {
  readonly reading: PlacedReading;
  readonly page: ExtractedPage;
  readonly keys: ArticleKeys;
}

/** Articles of a handful by their readings: new ones at once, the others one by one in their order. */
async function saveArticles(
  tx: Transaction,
  readings: readonly PlacedReading[],
  registry: Registry,
): Promise<ReadonlyMap<PlacedReading, SavedArticle>> {
  const articles = readings.flatMap((reading): ArticleAtHand[] => {
    const { page, article: keys } = reading;
    return page && keys && !isQuarantined(reading) ? [{ reading, page, keys }] : [];
  });
  const asRead = articles.map((each) => ({ ...each, article: articleReadingOf(each, registry) }));
  const created = await createArticles(
    tx,
    asRead.map(({ article }) => article),
  );
  const saved = new Map<PlacedReading, SavedArticle>();
  for (const { reading, article } of asRead) {
    const outcome = created.get(article) ?? (await saveArticleVersion(tx, article));
    saved.set(reading, outcome);
    if (outcome.outcome !== 'created') await saveChangesAround(tx, { ...outcome, pageId: reading.pageId });
  }
  const changed = articles.flatMap(({ reading, keys }) => {
    const outcome = saved.get(reading);
    return outcome && outcome.outcome !== 'unchanged' ? [{ ...outcome, vector: keys.vector }] : [];
  });
  await saveArticleEntries(tx, changed);
  await enqueueVersions(tx, changed);
  return saved;
}

function articleReadingOf({ reading, page, keys }: ArticleAtHand, registry: Registry): ArticleReading {
  const aggregator = aggregatorOf(page, registry);
  return {
    identity: keys.identity,
    contentKey: keys.contentKey,
    page,
    extracted: keys.extracted,
    pageId: reading.pageId,
    seenAt: reading.arrival.fetchedAt,
    stage: STAMP,
    section: sectionOf(page.category),
    ...(aggregator && { publisher: aggregator }),
  };
}

function isQuarantined({ page, issues }: PlacedReading): boolean {
  return page === undefined || issues.some(({ severity }) => severity === 'fatal');
}

const CHANGES = { created: 'new', updated: 'edited', unchanged: 'unchanged' } as const;

async function outcomeOf(
  tx: Transaction,
  reading: PlacedReading,
  saved: SavedArticle | undefined,
): Promise<PageOutcome> {
  const { page, issues, arrival } = reading;
  for (const issue of issues) {
    const { inputName, fetchedAt: seenAt } = arrival;
    await saveIssue(tx, { issue, stage: STAMP.name, inputName, pageId: reading.pageId, seenAt });
  }
  if (page === undefined || isQuarantined(reading)) return { kind: 'quarantined', issues };
  if (page.kind === 'topic' && page.topic) return saveTopic(tx, page, reading);
  if (!saved) return { kind: 'other', pageKind: page.kind };
  const { articleId, outcome } = saved;
  const { comments } = page.counts ?? {};
  if (comments !== undefined)
    await savePrintedComments(tx, { articleId, comments, seenAt: arrival.fetchedAt });
  const title = page.title ? cut(page.text, page.title) : '';
  return { kind: 'article', articleId, change: CHANGES[outcome], title };
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

/** Notes what pages became, and inputs that must be known again. */
async function saveResults(
  tx: Transaction,
  readings: readonly PlacedReading[],
  outcomes: readonly PageOutcome[],
): Promise<void> {
  const both = readings.flatMap((reading, at) => {
    const outcome = outcomes[at];
    return outcome ? [{ reading, outcome }] : [];
  });
  await savePageResults(
    tx,
    both.map(({ reading: { pageId, page, hostLines }, outcome }) => ({
      pageId,
      kind: page === undefined || outcome.kind === 'quarantined' ? 'quarantined' : page.kind,
      articleId: outcome.kind === 'article' ? outcome.articleId : undefined,
      topicId: outcome.kind === 'topic' ? outcome.topicId : undefined,
      lineCounts: hostLines,
      stage: STAMP,
    })),
  );
  const inputs = both.flatMap(({ reading: { arrival, pageId }, outcome }) => {
    const { inputHash: hash, inputName, url = '', fetchedAt: seenAt } = arrival;
    return hash ? [{ hash, name: inputName ?? url, pageId, outcome: outcome.kind, seenAt }] : [];
  });
  await recordInputs(tx, inputs);
}
