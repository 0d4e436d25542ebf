import type { DateBasis, DatePrecision, ExtractedPage, PageDate } from '../model/extracted_page.js';
import type { Database } from './database.js';

/** What a reading says about the article as a whole. */
export interface ArticleFacts {
  readonly identity: string;
  readonly page: ExtractedPage;
  readonly seenAt: string;
  readonly section?: string;
  /** Who put the page up, where that is an aggregator and not the outlet whose words it carries. */
  readonly publisher?: { readonly id: string; readonly name: string };
}

/** An article as it stands: facts of all readings, words of the current version. */
export interface StoredArticle {
  readonly articleId: number;
  readonly identity: string;
  readonly outlet?: { readonly id?: string; readonly name: string };
  readonly url?: string;
  readonly canonicalUrl?: string;
  readonly newsCode?: string;
  readonly language?: string;
  readonly category: readonly string[];
  readonly section?: string;
  readonly firstSeenAt: string;
  readonly published?: PageDate;
  readonly modifiedAt?: string;
  readonly currentVersion: number;
  readonly hidden?: { readonly at: string; readonly note: string };
}

/** One version with its whole text and everything that was extracted. */
export interface StoredVersion {
  readonly articleId: number;
  readonly version: number;
  readonly pageId: number;
  readonly seenAt: string;
  readonly contentKey: string;
  readonly page: ExtractedPage;
  readonly stage: { readonly name: string; readonly version: string };
}

interface ArticleRow {
  readonly id: number;
  readonly identity: string;
  readonly outlet_id: string | null;
  readonly outlet_name: string | null;
  readonly url: string | null;
  readonly canonical_url: string | null;
  readonly news_code: string | null;
  readonly language: string | null;
  readonly category: readonly string[];
  readonly section: string | null;
  readonly first_seen_at: string;
  readonly published_iso: string | null;
  readonly published_precision: DatePrecision | null;
  readonly published_surface: string | null;
  readonly published_basis: DateBasis | null;
  readonly modified_at: string | null;
  readonly current_version: number;
  readonly hidden_at: string | null;
  readonly hidden_note: string | null;
}

interface VersionRow {
  readonly article_id: number;
  readonly number: number;
  readonly page_id: number;
  readonly seen_at: string;
  readonly content_key: string;
  readonly text: string;
  readonly extracted: Omit<ExtractedPage, 'text'>;
  readonly stage: string;
  readonly stage_version: string;
}

/** What was extracted, without the lists of what stood around the words: three quarters of it. For rows of `article_version v`. */
export const WORDS_OF_VERSION = `v.extracted - '{links,boilerplate}'::text[] as extracted`;

/** Finds an article by its identity and keeps other transactions from changing it until ours ends. */
export async function lockArticle(tx: Database, identity: string): Promise<number | undefined> {
  const row = await tx.row<{ id: number }>('select id from article where identity = $1 for update', [
    identity,
  ]);
  return row?.id;
}

/** Makes the row of an article with what its first reading says; undefined when another process just made it. */
export async function createArticle(tx: Database, facts: ArticleFacts): Promise<number | undefined> {
  const places = FACT_COLUMNS.map((column, index) =>
    column === 'category' ? `coalesce($${index + 3}, '{}'::text[])` : `$${index + 3}`,
  );
  const row = await tx.row<{ id: number }>(
    `insert into article (identity, first_seen_at, ${FACT_COLUMNS.join(', ')})
     values ($1, $2, ${places.join(', ')}) on conflict do nothing returning id`,
    [facts.identity, facts.seenAt, ...factValues(facts)],
  );
  return row?.id;
}

/**
 * Writes what a new or replaced version says about its article. The latest version's facts win over older ones;
 * what it does not say stays. `current_version` follows the time at which versions were seen.
 */
export async function saveArticleFacts(
  tx: Database,
  articleId: number,
  facts: ArticleFacts & { readonly isLatest: boolean },
): Promise<void> {
  const merge = facts.isLatest ? mergeLatest : mergeOlder;
  await tx.run(
    `update article set ${assignments(merge)}, first_seen_at = least(first_seen_at, $2), current_version = (
       select number from article_version where article_id = $1 order by seen_at desc, number desc limit 1)
     where id = $1`,
    [articleId, facts.seenAt, ...factValues(facts)],
  );
}

/** Writes what a reading with known words adds: an earlier sighting, and facts that were unknown so far. */
export async function noteSighting(tx: Database, articleId: number, facts: ArticleFacts): Promise<void> {
  await tx.run(
    `update article set ${assignments(mergeOlder)}, first_seen_at = least(first_seen_at, $2) where id = $1`,
    [articleId, facts.seenAt, ...factValues(facts)],
  );
}

export async function loadArticle(db: Database, articleId: number): Promise<StoredArticle | undefined> {
  const row = await db.row<ArticleRow>('select * from article where id = $1', [articleId]);
  return row && toArticle(row);
}

/** All versions in the order in which we saw them. */
export async function loadVersions(db: Database, articleId: number): Promise<readonly StoredVersion[]> {
  const rows = await db.rows<VersionRow>(
    'select * from article_version where article_id = $1 order by seen_at, number',
    [articleId],
  );
  return rows.map(toVersion);
}

/** The columns that follow a reading, each with the place of its value. Places 1 and 2 are number and time. */
export const FACT_COLUMNS = [
  'outlet_id',
  'outlet_name',
  'url',
  'canonical_url',
  'news_code',
  'language',
  'section',
  'modified_at',
  'category',
  'published_at',
  'published_iso',
  'published_precision',
  'published_surface',
  'published_basis',
] as const;

/** Columns of one date: they come together or not at all. */
const DATE_COLUMNS: ReadonlySet<string> = new Set(FACT_COLUMNS.slice(9));
const DATE_PLACE = '$13::text';

/** The values of `FACT_COLUMNS`. */
export function factValues({ page, section, publisher }: ArticleFacts): readonly unknown[] {
  const { published } = page;
  const outlet = publisher ?? page.outlet;
  const publishedAt = instant(published?.iso);
  return [
    outlet?.id,
    outlet?.name,
    page.url,
    page.canonicalUrl,
    page.newsCode,
    page.language,
    section,
    instant(page.modified?.iso),
    page.category.length > 0 ? page.category : undefined,
    publishedAt,
    publishedAt && published?.iso,
    publishedAt && published?.precision,
    publishedAt && published?.surface,
    publishedAt && published?.basis,
  ];
}

function assignments(merge: (column: string, place: string) => string): string {
  return FACT_COLUMNS.map((column, index) => `${column} = ${merge(column, `$${index + 3}`)}`).join(', ');
}

function mergeLatest(column: string, place: string): string {
  return DATE_COLUMNS.has(column)
    ? `case when ${DATE_PLACE} is null then ${column} else ${place} end`
    : `coalesce(${place}, ${column})`;
}

function mergeOlder(column: string, place: string): string {
  if (column === 'category')
    return `case when category = '{}' then coalesce(${place}, category) else category end`;
  return DATE_COLUMNS.has(column)
    ? `case when published_iso is null then ${place} else ${column} end`
    : `coalesce(${column}, ${place})`;
}

/** A stated date as UTC; undefined when it is none after all. */
function instant(iso: string | undefined): string | undefined {
  const time = Date.parse(iso ?? '');
  return Number.isNaN(time) ? undefined : new Date(time).toISOString();
}

function toArticle(row: ArticleRow): StoredArticle {
  return {
    articleId: row.id,
    identity: row.identity,
    outlet: row.outlet_name ? { id: row.outlet_id ?? undefined, name: row.outlet_name } : undefined,
    url: row.url ?? undefined,
    canonicalUrl: row.canonical_url ?? undefined,
    newsCode: row.news_code ?? undefined,
    language: row.language ?? undefined,
    category: row.category,
    section: row.section ?? undefined,
    firstSeenAt: row.first_seen_at,
    published: toPageDate(row),
    modifiedAt: row.modified_at ?? undefined,
    currentVersion: row.current_version,
    hidden: row.hidden_at ? { at: row.hidden_at, note: row.hidden_note ?? '' } : undefined,
  };
}

function toPageDate(row: ArticleRow): PageDate | undefined {
  if (!row.published_iso || !row.published_precision || !row.published_basis) return undefined;
  return {
    iso: row.published_iso,
    surface: row.published_surface ?? '',
    precision: row.published_precision,
    basis: row.published_basis,
  };
}

function toVersion(row: VersionRow): StoredVersion {
  return {
    articleId: row.article_id,
    version: row.number,
    pageId: row.page_id,
    seenAt: row.seen_at,
    contentKey: row.content_key,
    page: { ...row.extracted, text: row.text },
    stage: { name: row.stage, version: row.stage_version },
  };
}
