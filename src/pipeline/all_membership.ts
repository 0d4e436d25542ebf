import type { Database } from '../store/database.js';
import { ensureStories, type StoryMember, saveMembers } from '../store/stories.js';
import { loadActs } from '../store/story_acts.js';
import { foldMembership, type MachinePlace } from './membership.js';

interface PlaceRow {
  readonly article_id: number;
  readonly arrival: number;
  readonly opener_id: number;
  readonly other_id: number | null;
}

/**
 * Works out again which story every report is in, from the machine's places and the acts in force, and saves what
 * has changed. Returns the stories that lost or won reports.
 */
export async function restoreMembership(tx: Database): Promise<readonly number[]> {
  const places = await loadPlaces(tx);
  const wanted = foldMembership(places, await loadActs(tx));
  const rows = await tx.rows<{ article_id: number; story_id: number; act_id: number | null }>(
    'select article_id, story_id, act_id from story_member',
  );
  const known = new Map(rows.map((row) => [row.article_id, row]));
  const changed: StoryMember[] = [];
  const touched = new Set<number>();
  for (const [articleId, { storyId, actId }] of wanted) {
    const now = known.get(articleId);
    if (now?.story_id === storyId && (now.act_id ?? undefined) === actId) continue;
    changed.push({ articleId, storyId, ...(actId === undefined ? {} : { actId }) });
    touched.add(storyId);
    if (now) touched.add(now.story_id);
  }
  await saveMembers(tx, changed);
  return [...touched];
}

async function loadPlaces(tx: Database): Promise<readonly MachinePlace[]> {
  const rows = await tx.rows<PlaceRow>(
    `select r.article_id, r.arrival, r.opener_id, c.other_id
     from report r left join copy_link c on c.article_id = r.article_id
     where r.opener_id is not null order by r.arrival`,
  );
  const stories = await ensureStories(
    tx,
    rows.map((row) => row.opener_id),
  );
  return rows.map((row) => ({
    articleId: row.article_id,
    arrival: row.arrival,
    storyId: stories.get(row.opener_id) ?? 0,
    ...(row.other_id === null ? {} : { otherId: row.other_id }),
  }));
}
