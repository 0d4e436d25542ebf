/** Stories and who belongs to them. */
import type { Database } from './database.js';
import { toJson } from './storable.js';

/** One independent origin of a story, as it is kept. Numbers are those of articles. */
export interface StoredOrigin {
  /** The report at its root: of those that rest on no other the earliest. */
  readonly first: number;
  /** Outlet of the root. */
  readonly label: string;
  readonly outletId?: string;
  /** Whom the root rests on itself: a source without a name, or an outlet that was not found. */
  readonly source?: string;
  readonly reports: readonly number[];
  /** Whether `source` is an outlet that is named but was never collected. */
  readonly missing: boolean;
}

/** What decided the importance of a story. */
export interface ImportanceParts {
  readonly origins: readonly {
    /** 0.5 to 1.5: how often others take from its outlet. */
    readonly weight: number;
    readonly at: string;
    /** Without a printed date it counts a quarter. */
    readonly isDated: boolean;
  }[];
  /** Reports that are no copies, and edits, of the story's last hours. */
  readonly fresh: number;
  /** Factor for them, 1 or more. */
  readonly novelty: number;
  /** Factor for how many outlets there are: less than 1 for a single one. */
  readonly breadth: number;
}

/** All that is told of a story in lists; follows from its members alone. */
export interface StorySummary {
  readonly storyId: number;
  readonly section?: string;
  readonly firstAt: string;
  readonly lastAt: string;
  readonly reportCount: number;
  readonly outletCount: number;
  readonly originCount: number;
  readonly familyCount: number;
  readonly headlineId: number;
  readonly origins: readonly StoredOrigin[];
  /** log2 of the score at a fixed instant. */
  readonly importance: number;
  readonly parts: ImportanceParts;
}

export interface StoryMember {
  readonly articleId: number;
  readonly storyId: number;
  /** The operator's act that put it there; absent: the machine. */
  readonly actId?: number;
}

interface MemberRow {
  readonly article_id: number;
  readonly story_id: number;
  readonly act_id: number | null;
}

/** Numbers of the stories that these reports opened, made where there are none; in the order given. */
export async function ensureStories(
  tx: Database,
  openerIds: readonly number[],
): Promise<ReadonlyMap<number, number>> {
  const known = await findStories(tx, openerIds);
  const missing = [...new Set(openerIds)].filter((openerId) => !known.has(openerId));
  if (missing.length === 0) return known;
  const rows = await tx.rows<{ id: number; opener_id: number }>(
    `insert into story (opener_id)
     select opener_id from unnest($1::bigint[]) with ordinality as given (opener_id, place) order by place
     returning id, opener_id`,
    [missing],
  );
  return new Map([...known, ...rows.map((row) => [row.opener_id, row.id] as const)]);
}

/** Numbers of the stories that these reports opened by machine. */
export async function findStories(
  db: Database,
  openerIds: readonly number[],
): Promise<ReadonlyMap<number, number>> {
  if (openerIds.length === 0) return new Map();
  const rows = await db.rows<{ id: number; opener_id: number }>(
    'select id, opener_id from story where act_id is null and opener_id = any($1)',
    [openerIds],
  );
  return new Map(rows.map((row) => [row.opener_id, row.id]));
}

/** Puts reports into stories, away from where they were. */
export async function saveMembers(tx: Database, members: readonly StoryMember[]): Promise<void> {
  if (members.length === 0) return;
  await tx.run(
    `insert into story_member (article_id, story_id, act_id)
     select "articleId", "storyId", "actId" from jsonb_to_recordset($1::jsonb)
       as given ("articleId" bigint, "storyId" bigint, "actId" bigint)
     on conflict (article_id) do update set story_id = excluded.story_id, act_id = excluded.act_id`,
    [toJson(members)],
  );
}

/** Who belongs to these stories. */
export async function loadMembers(
  db: Database,
  storyIds: readonly number[],
): Promise<readonly StoryMember[]> {
  const rows = await db.rows<MemberRow>(
    'select article_id, story_id, act_id from story_member where story_id = any($1) order by article_id',
    [storyIds],
  );
  return rows.map(toMember);
}

/** In which story each of these reports is. */
export async function findMembers(
  db: Database,
  articleIds: readonly number[],
): Promise<readonly StoryMember[]> {
  if (articleIds.length === 0) return [];
  const rows = await db.rows<MemberRow>(
    'select article_id, story_id, act_id from story_member where article_id = any($1) order by article_id',
    [articleIds],
  );
  return rows.map(toMember);
}

/** Writes what is told of stories. */
export async function saveSummaries(tx: Database, summaries: readonly StorySummary[]): Promise<void> {
  if (summaries.length === 0) return;
  await tx.run(
    `update story s set section = given.section, first_at = "firstAt", last_at = "lastAt",
       report_count = "reportCount", outlet_count = "outletCount", origin_count = "originCount",
       family_count = "familyCount", headline_id = "headlineId", origins = given.origins,
       importance = given.importance, importance_parts = parts
     from jsonb_to_recordset($1::jsonb) as given ("storyId" bigint, section text, "firstAt" timestamptz,
       "lastAt" timestamptz, "reportCount" integer, "outletCount" integer, "originCount" integer,
       "familyCount" integer, "headlineId" bigint, origins jsonb, importance double precision, parts jsonb)
     where s.id = given."storyId"`,
    [toJson(summaries)],
  );
}

/** Notes that stories have no report any more; their numbers lead to where their reports went. */
export async function emptyStories(tx: Database, storyIds: readonly number[]): Promise<void> {
  if (storyIds.length === 0) return;
  await tx.run(
    `update story set report_count = 0, outlet_count = 0, origin_count = 0, family_count = 0, section = null,
       first_at = null, last_at = null, headline_id = null, origins = '[]', importance = '-infinity',
       importance_parts = null
     where id = any($1)`,
    [storyIds],
  );
}

function toMember(row: MemberRow): StoryMember {
  return {
    articleId: row.article_id,
    storyId: row.story_id,
    ...(row.act_id === null ? {} : { actId: row.act_id }),
  };
}
