/** The work of analysis as the store keeps it: what waits, who may work, what was done and in which order. */
import type { PageWords } from '../model/extracted_page.js';
import { WORDS_OF_VERSION } from './articles.js';
import type { Database } from './database.js';
import type { StageStamp } from './page_results.js';
import { toJson } from './storable.js';

/** A version of an article that is to be analysed. */
export interface AnalysedVersion {
  readonly articleId: number;
  readonly version: number;
  readonly pageId: number;
  readonly seenAt: string;
  readonly page: PageWords;
  /** Number of the report at the root of its copies; its own where it stands alone. */
  readonly originId: number;
}

interface VersionRow {
  readonly article_id: number;
  readonly version: number;
  readonly page_id: number;
  readonly seen_at: string;
  readonly text: string;
  readonly extracted: Omit<PageWords, 'text'>;
  readonly origin_id: number | null;
}

/** Puts versions where they wait to be analysed, in their order; those that wait already stay where they are. */
export async function enqueueAnalysis(
  tx: Database,
  versions: readonly { readonly articleId: number; readonly version: number }[],
): Promise<void> {
  await tx.run(
    `insert into analyse_queue (article_id, version)
     select article_id, version from unnest($1::bigint[], $2::integer[])
       with ordinality as given (article_id, version, place) order by place
     on conflict do nothing`,
    [versions.map(({ articleId }) => articleId), versions.map(({ version }) => version)],
  );
}

/** Whether anything waits. */
export async function isAnalyseQueueEmpty(db: Database): Promise<boolean> {
  const row = await db.row<{ waits: boolean }>('select exists (select from analyse_queue) as waits');
  return row?.waits !== true;
}

/** Takes the right to analyse until the transaction ends; false when another process has it. */
export async function lockLedger(tx: Database, options: { readonly wait?: boolean } = {}): Promise<boolean> {
  // Made at the first use, not with the table: a restored database brings its own.
  await tx.run('insert into ledger_mark default values on conflict do nothing');
  const row = await tx.row(`select from ledger_mark for update ${options.wait ? '' : 'skip locked'}`);
  return row !== undefined;
}

/** Takes the first versions that wait out of the queue, in the order in which they came. */
export async function takeForAnalysis(tx: Database, limit: number): Promise<readonly AnalysedVersion[]> {
  const rows = await tx.rows<VersionRow>(
    `with taken as (
       delete from analyse_queue where id in (select id from analyse_queue order by id limit $1)
       returning id, article_id, version)
     select taken.article_id, taken.version, v.page_id, v.seen_at, v.text, ${WORDS_OF_VERSION}, r.origin_id
     from taken join article_version v on v.article_id = taken.article_id and v.number = taken.version
     left join report r on r.article_id = taken.article_id
     order by taken.id`,
    [limit],
  );
  return rows.map((row) => ({
    articleId: row.article_id,
    version: row.version,
    pageId: row.page_id,
    seenAt: row.seen_at,
    page: { ...row.extracted, text: row.text },
    originId: row.origin_id ?? row.article_id,
  }));
}

/** Closes what stood against these versions from an earlier analysis; what still holds is noted anew. */
export async function settleAnalysisIssues(
  tx: Database,
  versions: readonly AnalysedVersion[],
): Promise<void> {
  // The server's clock: analysis knows none.
  await tx.run(
    `update issue set resolved_at = now()
     where page_id = any($1) and stage = 'analyse' and resolved_at is null`,
    [versions.map(({ pageId }) => pageId)],
  );
}

/** Puts the versions of a page into the queue whose analysis failed. */
export async function enqueueFailedAnalysis(tx: Database, pageId: number): Promise<void> {
  await tx.run(
    `insert into analyse_queue (article_id, version)
     select article_id, number from article_version where page_id = $1
       and exists (select from issue where page_id = $1 and stage = 'analyse' and resolved_at is null)
     on conflict do nothing`,
    [pageId],
  );
}

/** Notes which versions were analysed, in their order. */
export async function saveAnalyses(
  tx: Database,
  versions: readonly AnalysedVersion[],
  stage: StageStamp,
): Promise<void> {
  const given = versions.map(({ articleId, version, seenAt }) => ({ articleId, version, seenAt }));
  await tx.run(
    `insert into analysis (article_id, version, known_at, stage, stage_version)
     select "articleId", version, "seenAt", $2, $3 from rows from (
       jsonb_to_recordset($1::jsonb) as ("articleId" bigint, version integer, "seenAt" timestamptz)
     ) with ordinality as given ("articleId", version, "seenAt", place) order by place
     on conflict (article_id, version) do update set stage = excluded.stage, stage_version = excluded.stage_version`,
    [toJson(given), stage.name, stage.version],
  );
}

/**
 * Forgets all that analysis derived and puts every version back into the queue, in the order in which they were once
 * analysed. Numbers and addresses, being made from the words, come again; what operators did stays.
 */
export async function forgetAnalysis(tx: Database): Promise<number> {
  await tx.run(
    `insert into analyse_queue (article_id, version)
     select v.article_id, v.number from article_version v
     left join analysis a on a.article_id = v.article_id and a.version = v.number
     left join report r on r.article_id = v.article_id
     order by a.id nulls last, r.arrival, v.number on conflict do nothing`,
  );
  await tx.run(
    `truncate contact, contact_actor, contact_role, contact_telling, contact_statement, dyad_contact, statement,
       statement_speaker, statement_about, entity_mention, analysis, contradiction, denied_word, pairing_queue, contact_pairing_queue`,
  );
  await tx.run('update entity set merged_into = null, given_name = null');
  const row = await tx.row<{ count: number }>('select count(*) from analyse_queue');
  return row?.count ?? 0;
}
