import type { ExtractedPage } from '../model/extracted_page.js';
import type { Database } from './database.js';
import { toJson } from './storable.js';

/** One version of one article. */
export interface VersionKey {
  readonly articleId: number;
  readonly version: number;
}

/** Writes the credits, republisher and tags of a version that has none yet. */
export async function saveVersionDetails(tx: Database, key: VersionKey, page: ExtractedPage): Promise<void> {
  const values = [key.articleId, key.version];
  if (page.credits.length > 0) await insertCredits(tx, values, page);
  if (page.republishedBy) await insertRepublisher(tx, values, page.republishedBy);
  if (page.tags.length > 0) {
    await tx.run(
      `insert into article_tag (article_id, version, position, name)
       select $1, $2, position, name from unnest($3::text[]) with ordinality as tag (name, position)`,
      [...values, page.tags],
    );
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

async function insertCredits(tx: Database, values: readonly number[], page: ExtractedPage): Promise<void> {
  const credits = page.credits.map(({ name, surface, evidence }, index) => ({
    position: index + 1,
    name,
    surface,
    span_start: evidence.span.start,
    span_end: evidence.span.end,
    rule: evidence.rule,
  }));
  await tx.run(
    `insert into article_credit (article_id, version, position, name, surface, span_start, span_end, rule)
     select $1, $2, position, name, surface, span_start, span_end, rule
     from jsonb_to_recordset($3::jsonb) as credit (position integer, name text, surface text,
       span_start integer, span_end integer, rule text)`,
    [...values, toJson(credits)],
  );
}

async function insertRepublisher(
  tx: Database,
  values: readonly number[],
  { name, evidence }: NonNullable<ExtractedPage['republishedBy']>,
): Promise<void> {
  await tx.run(
    `insert into article_republisher (article_id, version, name, span_start, span_end, rule)
     values ($1, $2, $3, $4, $5, $6)`,
    [...values, name, evidence.span.start, evidence.span.end, evidence.rule],
  );
}
