import type { ExtractResult } from '../extract/extract_input.js';
import { loadPage, type StoredPage } from '../store/fetched_pages.js';
import { loadLineCounts } from '../store/host_lines.js';
import type { Pipeline } from './process_page.js';
import { readGuarded } from './read_guarded.js';

/** A stored page beside its reading. */
export interface ReadPage {
  readonly page: StoredPage;
  readonly result: ExtractResult;
}

/**
 * Reads the page of an article's current version again as it was first read: with what other pages of its host said.
 * Undefined when there is no such article.
 */
export async function readArticlePage(
  { store, registry }: Pipeline,
  articleId: number,
): Promise<ReadPage | undefined> {
  const version = await store.row<{ page_id: number }>(
    `select v.page_id from article a
     join article_version v on v.article_id = a.id and v.number = a.current_version where a.id = $1`,
    [articleId],
  );
  const page = version && (await loadPage(store, version.page_id));
  if (page === undefined) return undefined;
  const hostLines = (await loadLineCounts(store, [page.pageId])).get(page.pageId);
  return { page, result: await readGuarded({ page, hostLines }, registry) };
}
