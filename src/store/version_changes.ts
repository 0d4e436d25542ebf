/** How versions of an article differ, and when its page was gone; both follow from other rows. */
import type { ExtractedPage } from '../model/extracted_page.js';
import type { ChangeKind, TextChange, VersionChange } from '../model/version_change.js';
import type { Database, Transaction } from './database.js';
import { prepared } from './prepared.js';
import { toJson } from './storable.js';

/** A version and the one that was seen before it. */
export interface VersionPair {
  readonly version: number;
  readonly earlier: number;
  readonly before: ExtractedPage;
  readonly after: ExtractedPage;
  /** Whether some version before `before` had the words of `after`. */
  readonly isRestored: boolean;
}

interface PairRow {
  readonly version: number;
  readonly earlier: number;
  readonly beforeText: string;
  readonly before: Omit<ExtractedPage, 'text'>;
  readonly afterText: string;
  readonly after: Omit<ExtractedPage, 'text'>;
  readonly isRestored: boolean;
}

/** The pairs that a version is part of, where it was read from this page: none for the only version. */
export async function loadPairsAround(
  tx: Database,
  article: { readonly articleId: number; readonly version: number; readonly pageId: number },
): Promise<readonly VersionPair[]> {
  const rows = await tx.rows<PairRow>(PAIRS_SQL, [article.articleId, article.version, article.pageId]);
  return rows.map(({ version, earlier, isRestored, ...texts }) => ({
    version,
    earlier,
    isRestored,
    before: { ...texts.before, text: texts.beforeText },
    after: { ...texts.after, text: texts.afterText },
  }));
}

const PAIRS_SQL = `with ordered as (
    select number, page_id, lag(number) over seen as earlier, row_number() over seen as place
    from article_version where article_id = $1 window seen as (order by seen_at, number))
  select this.number as version, this.earlier, old.text as "beforeText", old.extracted as before,
    now.text as "afterText", now.extracted as after,
    exists (select from article_version v join ordered o on o.number = v.number
      where v.article_id = $1 and v.content_key = now.content_key and o.place < this.place - 1) as "isRestored"
  from ordered this
  join article_version old on old.article_id = $1 and old.number = this.earlier
  join article_version now on now.article_id = $1 and now.number = this.number
  where (this.number = $2 or this.earlier = $2) and exists (select from ordered where number = $2 and page_id = $3)
  order by this.place`;

/** Writes how a version differs from the one before, in place of what was known. */
export async function saveVersionChange(
  tx: Transaction,
  key: { readonly articleId: number; readonly version: number; readonly earlier: number },
  { kinds, changes }: VersionChange,
): Promise<void> {
  await tx.run(
    `insert into version_change (article_id, version, earlier, kinds, changes) values ($1, $2, $3, $4, $5)
     on conflict (article_id, version) do update set earlier = excluded.earlier, kinds = excluded.kinds,
       changes = excluded.changes`,
    [key.articleId, key.version, key.earlier, kinds, toJson(changes)],
  );
}

/** Notes that the page of an article is gone, or there again; pages that are no article are left alone. */
export async function noteAbsence(
  tx: Database,
  visit: { readonly frontierId: number; readonly at: string; readonly isGone: boolean },
): Promise<void> {
  const values = [visit.frontierId, visit.at];
  if (visit.isGone) {
    await tx.run(
      `insert into article_absence (article_id, gone_at)
       select r.article_id, $2 from frontier f join page_result r on r.page_id = f.page_id
       where f.id = $1 and r.article_id is not null
         and not exists (select from article_absence a where a.article_id = r.article_id and a.back_at is null)
       on conflict do nothing`,
      values,
    );
    return;
  }
  await tx.run(
    `update article_absence set back_at = $2 where back_at is null and article_id =
       (select r.article_id from frontier f join page_result r on r.page_id = f.page_id where f.id = $1)`,
    values,
  );
}

/** One version as its history shows it. */
export interface VersionOfHistory {
  readonly number: number;
  readonly seenAt: string;
  readonly text: string;
  readonly extracted: Pick<ExtractedPage, 'title' | 'kicker' | 'lede' | 'body'>;
  /** Absent for the first one. */
  readonly earlier: number | null;
  readonly kinds: readonly ChangeKind[] | null;
  readonly changes: readonly TextChange[] | null;
}

/** When the publisher's page was gone. */
export interface Absence {
  readonly goneAt: string;
  readonly backAt: string | null;
}

/** The newest versions of an article, newest first, each with what it changed. */
export function loadHistory(
  database: Database,
  articleId: number,
  limit: number,
): Promise<readonly VersionOfHistory[]> {
  return database.rows<VersionOfHistory>(
    prepared(`select v.number, v.seen_at as "seenAt", v.text, c.earlier, c.kinds, c.changes,
       jsonb_build_object('title', v.extracted->'title', 'kicker', v.extracted->'kicker', 'lede', v.extracted->'lede',
         'body', v.extracted->'body') as extracted
     from article_version v left join version_change c on c.article_id = v.article_id and c.version = v.number
     where v.article_id = $1 order by v.seen_at desc, v.number desc limit $2`),
    [articleId, limit],
  );
}

export function loadAbsences(database: Database, articleId: number): Promise<readonly Absence[]> {
  return database.rows<Absence>(
    prepared(
      `select gone_at as "goneAt", back_at as "backAt" from article_absence where article_id = $1 order by gone_at`,
    ),
    [articleId],
  );
}
