/** Reads articles, their versions, chains and copies for the machine interface. */
import type { AttributionRelation } from '../model/attribution.js';
import type { ExtractedPage } from '../model/extracted_page.js';
import type { CopyDegree, CopyDirection } from '../model/story.js';
import type { ChangeKind } from '../model/version_change.js';
import type { HopState } from './attribution_hops.js';
import type { Database } from './database.js';
import { VISIBLE } from './site_lines.js';

/** One version of an article with all that is told of it. Texts are the publisher's own letters. */
export interface VersionDetail {
  readonly id: number;
  readonly version: number;
  readonly versionCount: number;
  readonly currentVersion: number;
  readonly seenAt: string;
  readonly url: string | null;
  readonly canonicalUrl: string | null;
  readonly outletId: string | null;
  readonly outletName: string | null;
  readonly fullTextAllowed: boolean | null;
  readonly newsCode: string | null;
  readonly language: string | null;
  readonly category: readonly string[];
  readonly section: string | null;
  readonly firstSeenAt: string;
  readonly shownAt: string;
  readonly publishedIso: string | null;
  readonly publishedPrecision: string | null;
  readonly publishedSurface: string | null;
  readonly modifiedAt: string | null;
  readonly storyId: number | null;
  readonly title: string | null;
  readonly kicker: string | null;
  readonly lede: string | null;
  readonly body: string;
  readonly text: string;
  readonly extracted: Partial<ExtractedPage>;
  readonly credits: readonly string[];
  readonly tags: readonly string[];
  readonly hiddenAt: string | null;
  readonly hiddenNote: string | null;
}

/** Which version of an article is meant: one by its number, else the latest that was known at a moment. */
export interface VersionAsked {
  readonly articleId: number;
  readonly version?: number | undefined;
  readonly asOf?: string | undefined;
}

/** Columns without the texts, for lists. */
const HEAD_COLUMNS = `a.id, v.number as version, v.seen_at as "seenAt", a.current_version as "currentVersion",
  a.url, a.canonical_url as "canonicalUrl", a.outlet_id as "outletId", coalesce(o.name, a.outlet_name) as "outletName",
  a.language, a.category, a.section, a.first_seen_at as "firstSeenAt", a.shown_at as "shownAt",
  a.published_iso as "publishedIso", a.published_precision as "publishedPrecision",
  a.published_surface as "publishedSurface", v.title, v.lede,
  (select m.story_id from story_member m where m.article_id = a.id) as "storyId",
  array(select c.name from article_credit c where c.article_id = a.id and c.version = v.number
        order by c.position) as credits`;

/** The version that is asked for; hidden articles too, with their note. */
export function loadVersionDetail(db: Database, asked: VersionAsked): Promise<VersionDetail | undefined> {
  return db.row<VersionDetail>(
    `select ${HEAD_COLUMNS}, o.full_text_allowed as "fullTextAllowed", a.news_code as "newsCode",
       a.modified_at as "modifiedAt", v.kicker, v.body, v.text, v.extracted,
       (select count(*)::int from article_version n where n.article_id = a.id
          and ($3::timestamptz is null or n.seen_at <= $3)) as "versionCount",
       array(select t.name from article_tag t where t.article_id = a.id and t.version = v.number order by t.position)
         as tags,
       coalesce(a.hidden_at, o.hidden_at) as "hiddenAt",
       case when a.hidden_at is not null then a.hidden_note else o.hidden_note end as "hiddenNote"
     from article a left join outlet o on o.id = a.outlet_id
     join lateral (select * from article_version w where w.article_id = a.id
         and case when $2::integer is not null then w.number = $2
               when $3::timestamptz is null then w.number = a.current_version else w.seen_at <= $3 end
       order by w.seen_at desc, w.number desc limit 1) v on true
     where a.id = $1`,
    [asked.articleId, asked.version, asked.asOf],
  );
}

export type VersionHead = Pick<
  VersionDetail,
  | 'id'
  | 'version'
  | 'currentVersion'
  | 'seenAt'
  | 'url'
  | 'canonicalUrl'
  | 'outletId'
  | 'outletName'
  | 'language'
  | 'category'
  | 'section'
  | 'firstSeenAt'
  | 'shownAt'
  | 'publishedIso'
  | 'publishedPrecision'
  | 'publishedSurface'
  | 'title'
  | 'lede'
  | 'storyId'
  | 'credits'
>;

export interface ArticleFilter {
  readonly outletId?: string | undefined;
  readonly section?: string | undefined;
  readonly category?: string | undefined;
  readonly tag?: string | undefined;
  /** Days of Tehran, both included. */
  readonly dayFrom?: string | undefined;
  readonly dayTo?: string | undefined;
  readonly asOf?: string | undefined;
  readonly after?: { readonly at: string; readonly id: number } | undefined;
  readonly limit: number;
}

/** Visible articles that a filter lets pass, the newest first; with `asOf` those known then, in their words of then. */
export function loadArticleHeads(db: Database, filter: ArticleFilter): Promise<readonly VersionHead[]> {
  const { outletId, section, category, tag, dayFrom, dayTo, asOf, after, limit } = filter;
  return db.rows<VersionHead>(
    `select ${HEAD_COLUMNS} from article a left join outlet o on o.id = a.outlet_id
     join lateral (select * from article_version w where w.article_id = a.id
         and case when $7::timestamptz is null then w.number = a.current_version else w.seen_at <= $7 end
       order by w.seen_at desc, w.number desc limit 1) v on true
     where ${VISIBLE} and ($1::text is null or a.outlet_id = $1) and ($2::text is null or a.section = $2)
       and ($3::text is null or a.category @> array[$3])
       and ($4::text is null or exists (select from article_tag t where t.article_id = a.id
            and t.version = v.number and t.name = $4))
       and ($5::date is null or a.shown_at >= $5::date::timestamp at time zone 'Asia/Tehran')
       and ($6::date is null or a.shown_at < ($6::date + 1)::timestamp at time zone 'Asia/Tehran')
       and ($7::timestamptz is null or a.first_seen_at <= $7)
       and ($8::timestamptz is null or (a.shown_at, a.id) < ($8, $9::bigint))
     order by a.shown_at desc, a.id desc limit $10`,
    [outletId, section, category, tag, dayFrom, dayTo, asOf, after?.at, after?.id ?? 0, limit],
  );
}

export interface VersionLine {
  readonly number: number;
  readonly seenAt: string;
  readonly title: string | null;
  readonly kinds: readonly ChangeKind[] | null;
}

/** The versions of an article, the oldest first. */
export function loadVersionLines(
  db: Database,
  { articleId, asOf }: VersionAsked,
): Promise<readonly VersionLine[]> {
  return db.rows<VersionLine>(
    `select v.number, v.seen_at as "seenAt", v.title, c.kinds from article_version v
     left join version_change c on c.article_id = v.article_id and c.version = v.number
     where v.article_id = $1 and ($2::timestamptz is null or v.seen_at <= $2) order by v.seen_at, v.number`,
    [articleId, asOf],
  );
}

export interface StoredHop {
  readonly name: string;
  readonly outletId: string | null;
  readonly relation: AttributionRelation;
  readonly anonymous: boolean;
  readonly state: HopState | null;
  readonly foundId: number | null;
  readonly start: number | null;
  readonly end: number | null;
  readonly rule: string | null;
}

/** The way of one version's text, the publisher first. */
export function loadVersionHops(
  db: Database,
  at: { readonly articleId: number; readonly version: number },
): Promise<readonly StoredHop[]> {
  return db.rows<StoredHop>(
    `select name, outlet_id as "outletId", relation, anonymous, state, found_id as "foundId",
       span_start as start, span_end as "end", rule
     from attribution_hop where article_id = $1 and version = $2 order by position`,
    [at.articleId, at.version],
  );
}

export interface StoredCopy {
  readonly copyId: number;
  readonly otherId: number;
  readonly degree: CopyDegree;
  readonly containment: number;
  readonly direction: CopyDirection;
  readonly directionBy: string | null;
  readonly knownAt: string;
  readonly spans: readonly (readonly [number, number, number, number])[];
}

/** The copy links of an article in both directions, the first known first; hidden articles have none. */
export function loadCopies(db: Database, { articleId, asOf }: VersionAsked): Promise<readonly StoredCopy[]> {
  return db.rows<StoredCopy>(
    `select c.article_id as "copyId", c.other_id as "otherId", c.degree, c.containment, c.direction,
       c.direction_by as "directionBy", greatest(a.first_seen_at, b.first_seen_at) as "knownAt", c.spans
     from copy_link c join article a on a.id = c.article_id join article b on b.id = c.other_id
       left join outlet o on o.id = a.outlet_id left join outlet p on p.id = b.outlet_id
     where (c.article_id = $1 or c.other_id = $1) and ${VISIBLE} and b.hidden_at is null and p.hidden_at is null
       and ($2::timestamptz is null or greatest(a.first_seen_at, b.first_seen_at) <= $2)
     order by c.article_id limit 500`,
    [articleId, asOf],
  );
}

/** Texts of visible versions by `article.version`, for cutting evidence out of them. */
export async function loadTexts(
  db: Database,
  places: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const pairs = [...new Set(places)].map((place) => place.split('.').map(Number));
  if (pairs.length === 0) return new Map();
  const rows = await db.rows<{ id: number; number: number; text: string }>(
    `select v.article_id as id, v.number, v.text
     from unnest($1::bigint[], $2::integer[]) as asked (id, number)
       join article_version v on v.article_id = asked.id and v.number = asked.number
       join article a on a.id = v.article_id left join outlet o on o.id = a.outlet_id
     where ${VISIBLE}`,
    [pairs.map(([id = 0]) => id), pairs.map(([, version = 0]) => version)],
  );
  return new Map(rows.map(({ id, number, text }) => [`${id}.${number}`, text]));
}
