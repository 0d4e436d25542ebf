import type { Issue } from '../model/issue.js';
import type { Database } from './database.js';

/** An issue with the input that it is about. */
export interface IssueReport {
  readonly issue: Issue;
  /** `extract`, `decode` …. */
  readonly stage: string;
  readonly inputName?: string;
  /** Absent when not even a page could be read. */
  readonly pageId?: number;
  readonly seenAt: string;
}

export interface StoredIssue extends IssueReport {
  readonly issueId: number;
  readonly resolvedAt?: string;
}

interface IssueRow {
  readonly id: number;
  readonly input_name: string | null;
  readonly page_id: number | null;
  readonly stage: string;
  readonly code: string;
  readonly message: string;
  readonly severity: Issue['severity'];
  readonly seen_at: string;
  readonly resolved_at: string | null;
}

/** Stores an issue; the same one about the same page is kept once while it is open. */
export async function saveIssue(tx: Database, report: IssueReport): Promise<void> {
  const { code, message, severity } = report.issue;
  await tx.run(
    `insert into issue (input_name, page_id, stage, code, message, severity, seen_at)
     values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing`,
    [report.inputName, report.pageId, report.stage, code, message, severity, report.seenAt],
  );
}

export interface IssueFilter {
  /** `fatal` lists the quarantine. */
  readonly severity?: Issue['severity'];
  readonly code?: string;
  /** Continue below this number. */
  readonly beforeId?: number;
  /** Default 100. */
  readonly limit?: number;
}

/** Open issues, newest first. */
export async function listOpenIssues(
  db: Database,
  filter: IssueFilter = {},
): Promise<readonly StoredIssue[]> {
  const rows = await db.rows<IssueRow>(
    `select * from issue where resolved_at is null and ($1::text is null or severity = $1)
       and ($2::text is null or code = $2) and ($3::bigint is null or id < $3) order by id desc limit $4`,
    [filter.severity, filter.code, filter.beforeId, filter.limit ?? 100],
  );
  return rows.map(toIssue);
}

/** One issue, open or resolved. */
export async function loadIssue(db: Database, issueId: number): Promise<StoredIssue | undefined> {
  const row = await db.row<IssueRow>('select * from issue where id = $1', [issueId]);
  return row && toIssue(row);
}

/** Numbers of open issues by severity and code, the most frequent first. */
export async function countOpenIssues(
  db: Database,
): Promise<
  readonly { readonly severity: Issue['severity']; readonly code: string; readonly count: number }[]
> {
  return db.rows(
    `select severity, code, count(*) as count from issue where resolved_at is null
     group by severity, code order by count(*) desc, code`,
  );
}

/** Closes what is open about pages, before they are read again or when a new reading has no complaint. */
export async function resolveIssues(
  tx: Database,
  pages: readonly { readonly pageId: number; readonly at: string }[],
  stage: string,
): Promise<number> {
  return tx.run(
    `update issue set resolved_at = given.at
     from unnest($1::bigint[], $2::timestamptz[]) as given (page_id, at)
     where issue.page_id = given.page_id and stage = $3 and resolved_at is null`,
    [pages.map(({ pageId }) => pageId), pages.map(({ at }) => at), stage],
  );
}

/**
 * Closes what kept earlier answers of the same addresses out: an address that the collector asked again stands in the
 * quarantine with its newest answer or not at all.
 */
export async function resolveSuperseded(
  tx: Database,
  pages: readonly { readonly pageId: number; readonly at: string }[],
): Promise<number> {
  return tx.run(
    `update issue set resolved_at = earlier.at
     from (select old.id, given.at from unnest($1::bigint[], $2::timestamptz[]) as given (page_id, at)
       join fetched_page page on page.id = given.page_id and page.via = 'collect'
       join fetched_page old on hashtextextended(old.url, 0) = hashtextextended(page.url, 0) and old.url = page.url
         and old.id < page.id and old.via = 'collect') as earlier
     where issue.page_id = earlier.id and severity = 'fatal' and resolved_at is null`,
    [pages.map(({ pageId }) => pageId), pages.map(({ at }) => at)],
  );
}

/** Closes one issue by hand; false when it was not open. */
export async function resolveIssue(db: Database, issueId: number, at: string): Promise<boolean> {
  const count = await db.run('update issue set resolved_at = $2 where id = $1 and resolved_at is null', [
    issueId,
    at,
  ]);
  return count === 1;
}

function toIssue(row: IssueRow): StoredIssue {
  return {
    issueId: row.id,
    issue: { code: row.code, message: row.message, severity: row.severity },
    stage: row.stage,
    inputName: row.input_name ?? undefined,
    pageId: row.page_id ?? undefined,
    seenAt: row.seen_at,
    resolvedAt: row.resolved_at ?? undefined,
  };
}
