import type { ExtractedPage } from '../model/extracted_page.js';
import type { Database } from './database.js';
import { valueRows } from './values_sql.js';

/** One version of one article. */
export interface VersionKey {
  readonly articleId: number;
  readonly version: number;
}

/** A version that has no details yet. */
export interface NewVersion extends VersionKey {
  readonly page: ExtractedPage;
}

/** Writes the credits, republishers and tags of versions. */
export async function saveDetails(tx: Database, versions: readonly NewVersion[]): Promise<void> {
  const credits = versions.flatMap(({ articleId, version, page }) =>
    page.credits.map(({ name, surface, evidence: { span, rule } }, index) => [
      ...[articleId, version, index + 1, name, surface],
      ...[span.start, span.end, rule],
    ]),
  );
  await insert(
    tx,
    'article_credit (article_id, version, position, name, surface, span_start, span_end, rule)',
    credits,
  );
  const republishers = versions.flatMap(({ articleId, version, page: { republishedBy } }) => {
    if (!republishedBy) return [];
    const { name, evidence } = republishedBy;
    return [[articleId, version, name, evidence.span.start, evidence.span.end, evidence.rule]];
  });
  await insert(
    tx,
    'article_republisher (article_id, version, name, span_start, span_end, rule)',
    republishers,
  );
  const tags = versions.flatMap(({ articleId, version, page }) =>
    page.tags.map((name, index) => [articleId, version, index + 1, name]),
  );
  await insert(tx, 'article_tag (article_id, version, position, name)', tags);
}

/** Rows of one statement at most: the protocol numbers its values with 16 bits. */
const ROWS_TOGETHER = 4000;

async function insert(tx: Database, into: string, rows: readonly (readonly unknown[])[]): Promise<void> {
  for (let from = 0; from < rows.length; from += ROWS_TOGETHER) {
    const { sql, values } = valueRows(rows.slice(from, from + ROWS_TOGETHER));
    await tx.run(`insert into ${into} values ${sql}`, values);
  }
}

/** Takes away what an older reading of the same page said. */
export async function deleteVersionDetails(tx: Database, key: VersionKey): Promise<void> {
  await tx.run(
    `with credits as (delete from article_credit where article_id = $1 and version = $2),
       republishers as (delete from article_republisher where article_id = $1 and version = $2)
     delete from article_tag where article_id = $1 and version = $2`,
    [key.articleId, key.version],
  );
}
