/** Saving articles that nobody has seen before, a handful at once. */

import { saveDetails } from './article_details.js';
import type { ArticleReading, SavedArticle } from './article_versions.js';
import { VERSION_COLUMNS, versionValues } from './article_versions.js';
import { FACT_COLUMNS, factValues } from './articles.js';
import type { Transaction } from './database.js';
import { ensureOutlets } from './outlets.js';
import { valueRows } from './values_sql.js';

/**
 * Makes articles of those readings whose identity is new, in their order; the rest is left to `saveArticleVersion`,
 * as are later readings of one article among them.
 */
export async function createArticles(
  tx: Transaction,
  readings: readonly ArticleReading[],
): Promise<ReadonlyMap<ArticleReading, SavedArticle>> {
  const firsts = [...new Map(readings.toReversed().map((each) => [each.identity, each])).values()].reverse();
  const rows = await tx.rows<{ identity: string }>('select identity from article where identity = any($1)', [
    firsts.map(({ identity }) => identity),
  ]);
  const known = new Set(rows.map(({ identity }) => identity));
  const fresh = firsts.filter(({ identity }) => !known.has(identity));
  if (fresh.length === 0) return new Map();
  await ensureOutlets(tx, fresh.flatMap(outletOf));
  const ids = await insertArticles(tx, fresh);
  const made = fresh.flatMap((reading) => {
    const articleId = ids.get(reading.identity);
    // Another process may have made it a moment ago.
    return articleId === undefined ? [] : [{ ...reading, articleId, reading }];
  });
  if (made.length === 0) return new Map();
  const versions = valueRows(made.map((each) => versionValues(1, each)));
  await tx.run(
    `insert into article_version (${VERSION_COLUMNS.join(', ')}) values ${versions.sql}`,
    versions.values,
  );
  await saveDetails(
    tx,
    made.map(({ articleId, page }) => ({ articleId, version: 1, page })),
  );
  return new Map(
    made.map(({ reading, articleId }) => [reading, { articleId, outcome: 'created', version: 1 }]),
  );
}

function outletOf({
  publisher,
  page,
}: ArticleReading): readonly { readonly id: string; readonly name: string }[] {
  const { id, name } = publisher ?? page.outlet ?? {};
  return id === undefined || name === undefined ? [] : [{ id, name }];
}

async function insertArticles(
  tx: Transaction,
  readings: readonly ArticleReading[],
): Promise<ReadonlyMap<string, number>> {
  const rows = valueRows(
    readings.map((reading) => [
      reading.identity,
      reading.seenAt,
      ...factValues(reading).map((value, at) => (FACT_COLUMNS[at] === 'category' ? (value ?? []) : value)),
    ]),
  );
  const made = await tx.rows<{ id: number; identity: string }>(
    `insert into article (identity, first_seen_at, ${FACT_COLUMNS.join(', ')}) values ${rows.sql}
     on conflict do nothing returning id, identity`,
    rows.values,
  );
  return new Map(made.map(({ id, identity }) => [identity, id]));
}
