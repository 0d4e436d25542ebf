import type { PageKind } from '../model/extracted_page.js';
import type { Database } from './database.js';
import { packCounts, type StoredLineCounts } from './host_lines.js';
import { valueRows } from './values_sql.js';

/** A stage's name and version, carried by everything that it derives. */
export interface StageStamp {
  readonly name: string;
  readonly version: string;
}

/** What a stage made of a page. */
export interface PageResult {
  readonly pageId: number;
  /** `quarantined`: the stage gave no value; its issues tell why. */
  readonly kind: PageKind | 'quarantined';
  readonly articleId?: number;
  readonly topicId?: number;
  readonly stage: StageStamp;
  /** On how many other pages of its host each line stood, where this was told at this reading or before. */
  readonly lineCounts?: StoredLineCounts | undefined;
}

interface ResultRow {
  readonly page_id: number;
  readonly kind: PageResult['kind'];
  readonly article_id: number | null;
  readonly topic_id: number | null;
  readonly stage: string;
  readonly stage_version: string;
}

/** Notes what a page became; a newer reading replaces the older. */
export function savePageResult(tx: Database, result: PageResult): Promise<void> {
  return savePageResults(tx, [result]);
}

/** The same of several pages; of one page the last result counts. */
export async function savePageResults(tx: Database, results: readonly PageResult[]): Promise<void> {
  const last = [...new Map(results.map((result) => [result.pageId, result])).values()];
  if (last.length === 0) return;
  const { sql, values } = valueRows(
    last.map(({ pageId, kind, articleId, topicId, stage, lineCounts }) => [
      ...[pageId, kind, articleId, topicId, stage.name, stage.version],
      lineCounts && packCounts(lineCounts),
    ]),
  );
  await tx.run(
    `insert into page_result (page_id, kind, article_id, topic_id, stage, stage_version, line_counts)
     values ${sql}
     on conflict (page_id) do update set kind = excluded.kind, article_id = excluded.article_id,
       topic_id = excluded.topic_id, stage = excluded.stage, stage_version = excluded.stage_version,
       line_counts = coalesce(page_result.line_counts, excluded.line_counts)`,
    values,
  );
}

/** What a page became; undefined while it waits to be read. */
export async function loadPageResult(db: Database, pageId: number): Promise<PageResult | undefined> {
  const row = await db.row<ResultRow>('select * from page_result where page_id = $1', [pageId]);
  return (
    row && {
      pageId: row.page_id,
      kind: row.kind,
      articleId: row.article_id ?? undefined,
      topicId: row.topic_id ?? undefined,
      stage: { name: row.stage, version: row.stage_version },
    }
  );
}

/** Pages that no stage has read yet, oldest first: work that a killed process left. */
export async function listUnreadPages(db: Database, limit: number): Promise<readonly number[]> {
  const rows = await db.rows<{ id: number }>(
    `select id from fetched_page page
     where not exists (select from page_result where page_id = page.id) order by fetched_at, id limit $1`,
    [limit],
  );
  return rows.map((row) => row.id);
}
