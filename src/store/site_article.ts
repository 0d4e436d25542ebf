/** Reads everything that an article's page shows. */
import type { BodyBlock, ExtractedPage } from '../model/extracted_page.js';
import { cut } from '../model/span.js';
import type { ChangeKind } from '../model/version_change.js';
import type { Database } from './database.js';
import { prepared } from './prepared.js';

export interface ArticleBlock {
  readonly role: BodyBlock['role'];
  /** The publisher's letters. */
  readonly text: string;
}

/** An article with its current version. Texts are raw. */
export interface ArticleDetail {
  readonly id: number;
  readonly url: string | null;
  readonly canonicalUrl: string | null;
  readonly outletId: string | null;
  readonly outletName: string | null;
  readonly outletUrl: string | null;
  readonly fullTextAllowed: boolean | null;
  readonly newsCode: string | null;
  readonly language: string | null;
  readonly category: readonly string[];
  readonly section: string | null;
  readonly firstSeenAt: string;
  readonly publishedIso: string | null;
  readonly publishedPrecision: string | null;
  readonly modifiedAt: string | null;
  readonly shownAt: string;
  readonly title: string | null;
  readonly kicker: string | null;
  readonly lede: string | null;
  readonly blocks: readonly ArticleBlock[];
  /** The same body as sanitised HTML, where the outlet's terms allow the full text and the page had structure. */
  readonly readingHtml: string | undefined;
  readonly authors: readonly string[];
  readonly credits: readonly { readonly name: string; readonly surface: string }[];
  /** Set when the page came from an aggregator; its name where it gave one. */
  readonly republisher: { readonly name: string | null } | undefined;
  /** The outlet whose words an aggregator's page carries. */
  readonly original: { readonly id?: string; readonly name?: string } | undefined;
  readonly tags: readonly string[];
  /** Newest first; the first is the one that the page shows. */
  readonly versions: readonly ArticleVersion[];
  /** The operator's or publisher's reason, when the article or its outlet is hidden. */
  readonly hidden: { readonly at: string; readonly note: string | null } | undefined;
}

export interface ArticleVersion {
  readonly number: number;
  readonly seenAt: string;
  readonly title: string | null;
  /** What it changed; null for the first one. */
  readonly kinds: readonly ChangeKind[] | null;
}

interface Row
  extends Omit<
    ArticleDetail,
    'original' | 'blocks' | 'readingHtml' | 'authors' | 'credits' | 'republisher' | 'versions' | 'hidden'
  > {
  readonly text: string;
  readonly body: string;
  readonly extracted: Partial<ExtractedPage>;
  readonly hiddenAt: string | null;
  readonly hiddenNote: string | null;
}

/** What of an article tells what it is about; hidden ones too. */
export function loadTellingParts(
  database: Database,
  id: number,
): Promise<Pick<ArticleDetail, 'id' | 'title' | 'lede' | 'tags'> | undefined> {
  return database.row(TELLING_SQL, [id]);
}

const TELLING_SQL = prepared(`select a.id, v.title, v.lede,
    array(select t.name from article_tag t where t.article_id = a.id and t.version = v.number order by t.position)
      as tags
  from article a join article_version v on v.article_id = a.id and v.number = a.current_version where a.id = $1`);

/** The article of a number; hidden ones too, with their note. */
export async function loadArticle(database: Database, id: number): Promise<ArticleDetail | undefined> {
  const [row, credits, republisher, versions] = await Promise.all([
    database.row<Row>(ARTICLE_SQL, [id]),
    database.rows<{ name: string; surface: string }>(
      prepared(`select c.name, c.surface from article_credit c join article a on a.id = c.article_id
       where c.article_id = $1 and c.version = a.current_version order by c.position`),
      [id],
    ),
    database.row<{ name: string | null }>(
      prepared(`select r.name from article_republisher r join article a on a.id = r.article_id
       where r.article_id = $1 and r.version = a.current_version`),
      [id],
    ),
    database.rows<ArticleVersion>(
      prepared(`select v.number, v.seen_at as "seenAt", v.title, c.kinds from article_version v
       left join version_change c on c.article_id = v.article_id and c.version = v.number
       where v.article_id = $1 order by v.seen_at desc, v.number desc`),
      [id],
    ),
  ]);
  if (row === undefined) return undefined;
  const { text, body, extracted, hiddenAt, hiddenNote, ...detail } = row;
  return {
    ...detail,
    blocks: blocksOf(extracted, text, body),
    readingHtml: extracted.readingHtml,
    authors: extracted.authors ?? [],
    credits,
    republisher,
    original: republisher && extracted.outlet,
    versions,
    hidden: hiddenAt === null ? undefined : { at: hiddenAt, note: hiddenNote },
  };
}

function blocksOf(extracted: Partial<ExtractedPage>, text: string, body: string): readonly ArticleBlock[] {
  const blocks = extracted.body;
  if (blocks === undefined) return body.split('\n').map((line) => ({ role: 'paragraph', text: line }));
  return blocks.map(({ role, span }) => ({ role, text: cut(text, span) }));
}

const ARTICLE_SQL =
  prepared(`select a.id, a.url, a.canonical_url as "canonicalUrl", a.outlet_id as "outletId",
  coalesce(o.name, a.outlet_name) as "outletName", o.domains[1] as "outletUrl",
  coalesce(o.full_text_wish, o.full_text_allowed) as "fullTextAllowed", a.news_code as "newsCode", a.language, a.category, a.section,
  a.first_seen_at as "firstSeenAt", a.published_iso as "publishedIso",
  a.published_precision as "publishedPrecision", a.modified_at as "modifiedAt", a.shown_at as "shownAt",
  v.title, v.kicker, v.lede, v.text, v.body, v.extracted,
  array(select t.name from article_tag t where t.article_id = a.id and t.version = v.number order by t.position)
    as tags,
  coalesce(a.hidden_at, o.hidden_at) as "hiddenAt",
  case when a.hidden_at is not null then a.hidden_note else o.hidden_note end as "hiddenNote"
  from article a
  join article_version v on v.article_id = a.id and v.number = a.current_version
  left join outlet o on o.id = a.outlet_id
  where a.id = $1`);
