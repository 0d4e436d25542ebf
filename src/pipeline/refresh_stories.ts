import { loadChains, saveHopStates } from '../store/attribution_hops.js';
import type { Database } from '../store/database.js';
import { loadReports } from '../store/reports.js';
import { emptyStories, loadMembers, type StoryMember, saveSummaries } from '../store/stories.js';
import { resolveStory } from './resolve_story.js';
import { type SummaryMember, summariseStory } from './story_summary.js';

/** Members summarised together; a story is never cut. */
const MEMBERS_TOGETHER = 2000;

/** Works out again what is told of stories: origins, hops, counts, importance. */
export async function refreshStories(tx: Database, storyIds: readonly number[]): Promise<void> {
  const ids = [...new Set(storyIds)].sort((a, b) => a - b);
  if (ids.length === 0) return;
  const members = await loadMembers(tx, ids);
  const byStory = new Map<number, StoryMember[]>();
  for (const member of members) {
    const known = byStory.get(member.storyId);
    if (known) known.push(member);
    else byStory.set(member.storyId, [member]);
  }
  await emptyStories(
    tx,
    ids.filter((id) => !byStory.has(id)),
  );
  for (const stories of portionsOf([...byStory])) await refreshPortion(tx, stories);
}

type Story = readonly [number, readonly StoryMember[]];

function portionsOf(stories: readonly Story[]): readonly (readonly Story[])[] {
  const portions: Story[][] = [];
  let room = 0;
  for (const story of stories) {
    if (room < story[1].length || portions.length === 0) {
      portions.push([]);
      room = MEMBERS_TOGETHER;
    }
    portions.at(-1)?.push(story);
    room -= story[1].length;
  }
  return portions;
}

async function refreshPortion(tx: Database, stories: readonly Story[]): Promise<void> {
  const articleIds = stories.flatMap(([, members]) => members.map(({ articleId }) => articleId));
  const placed = await loadReports(tx, articleIds);
  const chains = await loadChains(tx, articleIds);
  const edits = await loadEdits(tx, articleIds);
  const storyOf = new Map(
    stories.flatMap(([storyId, members]) => members.map(({ articleId }) => [articleId, storyId] as const)),
  );
  const told = new Map<number, SummaryMember[]>();
  for (const report of placed) {
    const storyId = storyOf.get(report.articleId) ?? 0;
    const { articleId } = report;
    const member = {
      placed: report,
      chain: chains.get(articleId) ?? [],
      editedAt: edits.get(articleId) ?? [],
    };
    const known = told.get(storyId);
    if (known) known.push(member);
    else told.set(storyId, [member]);
  }
  const results = [...told].map(([storyId, members]) => {
    const found = resolveStory(members);
    return { found, summary: summariseStory(storyId, members, found) };
  });
  await saveHopStates(
    tx,
    results.flatMap(({ found }) => found.hops),
  );
  await saveSummaries(
    tx,
    results.map(({ summary }) => summary),
  );
}

/** When later versions of articles were seen. */
async function loadEdits(
  tx: Database,
  articleIds: readonly number[],
): Promise<ReadonlyMap<number, readonly string[]>> {
  const rows = await tx.rows<{ article_id: number; seen_at: string }>(
    `select article_id, seen_at from article_version where article_id = any($1) and number > 1
     order by article_id, seen_at`,
    [articleIds],
  );
  const edits = new Map<number, string[]>();
  for (const row of rows) edits.set(row.article_id, [...(edits.get(row.article_id) ?? []), row.seen_at]);
  return edits;
}
