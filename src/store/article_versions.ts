/** Saving what a page says about an article: edits make versions, nothing is overwritten by other words. */
import type { ExtractedPage } from '../model/extracted_page.js';
import { cut, type Span } from '../model/span.js';
import { deleteVersionDetails, saveDetails } from './article_details.js';
import { createArticle, lockArticle, noteSighting, saveArticleFacts } from './articles.js';
import type { Transaction } from './database.js';
import { ensureOutlets } from './outlets.js';
import type { StageStamp } from './page_results.js';
import { toJson } from './storable.js';

/** One reading of an article from one page. */
export interface ArticleReading {
  /** Says which article this is; the same for all its versions. */
  readonly identity: string;
  /** Says whether two readings have the same words. */
  readonly contentKey: string;
  readonly page: ExtractedPage;
  /** All that was extracted but the text, as JSON; made from the page where it is absent. */
  readonly extracted?: string;
  readonly pageId: number;
  /** When we knew it: the fetch time of the page. */
  readonly seenAt: string;
  readonly stage: StageStamp;
  /** Slug of our own category, where one could be told. */
  readonly section?: string;
  /** Who put the page up, where that is an aggregator and not the outlet whose words it carries. */
  readonly publisher?: { readonly id: string; readonly name: string };
}

export interface SavedArticle {
  /** Permanent number, in the address `/article/<number>`. */
  readonly articleId: number;
  /** `updated`: other words under the same identity. `unchanged`: these words were known. */
  readonly outcome: 'created' | 'updated' | 'unchanged';
  /** Version that has the words of this reading. */
  readonly version: number;
}

/** The versions around one moment, as far as a reading needs them. */
interface Neighbours {
  /** Made from the very same page: this is a second reading of it, not an edit. */
  readonly samePage?: VersionRow;
  readonly before?: VersionRow;
  readonly after?: VersionRow;
  /** Number of the version made last. */
  readonly highest: number;
}

interface VersionRow {
  readonly number: number;
  readonly page_id: number;
  readonly seen_at: string;
  readonly content_key: string;
}

/**
 * Saves a reading. Words that the article had at that time already make no version; other words make one. A page
 * that is read again (by a newer stage) replaces its own version. Two processes that save the same article wait
 * for each other, so one transaction should save one input.
 */
export async function saveArticleVersion(tx: Transaction, reading: ArticleReading): Promise<SavedArticle> {
  const outlet = reading.publisher ?? reading.page.outlet;
  if (outlet?.id) await ensureOutlets(tx, [{ id: outlet.id, name: outlet.name }]);
  const known = await lockArticle(tx, reading.identity);
  if (known !== undefined) return saveKnownArticle(tx, known, reading);
  const articleId = await createArticle(tx, reading);
  if (articleId === undefined) return saveArticleVersion(tx, reading);
  await insertVersion(tx, 1, { ...reading, articleId });
  return { articleId, outcome: 'created', version: 1 };
}

async function saveKnownArticle(
  tx: Transaction,
  articleId: number,
  reading: ArticleReading,
): Promise<SavedArticle> {
  const neighbours = await findNeighbours(tx, articleId, reading);
  const saved = await saveAmong(tx, neighbours, { ...reading, articleId });
  const isLatest = neighbours.after === undefined;
  if (saved.outcome === 'unchanged') await noteSighting(tx, articleId, reading);
  else await saveArticleFacts(tx, articleId, { ...reading, isLatest });
  return { articleId, ...saved };
}

type PlacedReading = ArticleReading & { readonly articleId: number };

async function saveAmong(
  tx: Transaction,
  { samePage, before, after, highest }: Neighbours,
  reading: PlacedReading,
): Promise<Omit<SavedArticle, 'articleId'>> {
  if (samePage) {
    await replaceVersion(tx, samePage.number, { ...reading, seenAt: samePage.seen_at });
    const same = samePage.content_key === reading.contentKey;
    return { outcome: same ? 'unchanged' : 'updated', version: samePage.number };
  }
  if (before?.content_key === reading.contentKey) return { outcome: 'unchanged', version: before.number };
  if (after?.content_key === reading.contentKey) {
    // An older capture of the same words: we knew them earlier than we thought.
    await replaceVersion(tx, after.number, reading);
    return { outcome: 'unchanged', version: after.number };
  }
  await insertVersion(tx, highest + 1, reading);
  return { outcome: 'updated', version: highest + 1 };
}

async function findNeighbours(
  tx: Transaction,
  articleId: number,
  reading: ArticleReading,
): Promise<Neighbours> {
  const versions = await tx.rows<VersionRow>(
    `select number, page_id, seen_at, content_key from article_version where article_id = $1
     order by seen_at, number`,
    [articleId],
  );
  const seenAtMs = Date.parse(reading.seenAt);
  return {
    samePage: versions.find((version) => version.page_id === reading.pageId),
    before: versions.findLast((version) => Date.parse(version.seen_at) <= seenAtMs),
    after: versions.find((version) => Date.parse(version.seen_at) > seenAtMs),
    highest: Math.max(0, ...versions.map((version) => version.number)),
  };
}

async function insertVersion(tx: Transaction, number: number, reading: PlacedReading): Promise<void> {
  await tx.run(
    `insert into article_version (${VERSION_COLUMNS.join(', ')})
     values (${VERSION_COLUMNS.map((_column, index) => `$${index + 1}`).join(', ')})`,
    versionValues(number, reading),
  );
  await saveDetails(tx, [{ articleId: reading.articleId, version: number, page: reading.page }]);
}

async function replaceVersion(tx: Transaction, number: number, reading: PlacedReading): Promise<void> {
  await tx.run(
    `update article_version set ${VERSION_COLUMNS.map((column, index) => `${column} = $${index + 1}`).join(', ')}
     where article_id = $1 and number = $2`,
    versionValues(number, reading),
  );
  await deleteVersionDetails(tx, { articleId: reading.articleId, version: number });
  await saveDetails(tx, [{ articleId: reading.articleId, version: number, page: reading.page }]);
}

export const VERSION_COLUMNS = [
  'article_id',
  'number',
  'page_id',
  'seen_at',
  'content_key',
  'title',
  'kicker',
  'lede',
  'body',
  'text',
  'extracted',
  'stage',
  'stage_version',
] as const;

/** The values of `VERSION_COLUMNS`. */
export function versionValues(number: number, reading: PlacedReading): readonly unknown[] {
  const { page } = reading;
  const { text, ...extracted } = page;
  return [
    reading.articleId,
    number,
    reading.pageId,
    reading.seenAt,
    reading.contentKey,
    letters(page, page.title),
    letters(page, page.kicker),
    letters(page, page.lede),
    page.body.map((block) => cut(text, block.span)).join('\n'),
    text,
    reading.extracted ?? toJson(extracted),
    reading.stage.name,
    reading.stage.version,
  ];
}

function letters(page: ExtractedPage, range: Span | undefined): string | undefined {
  return range && cut(page.text, range);
}
