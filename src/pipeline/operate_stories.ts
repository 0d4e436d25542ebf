/** What an operator does to stories: kept through rebuilds, and each act can be undone. */
import type { Store, Transaction } from '../store/database.js';
import { lockGrouping } from '../store/grouping.js';
import { findMembers, loadMembers, saveMembers } from '../store/stories.js';
import { markActUndone, type NewStoryAct, type StoryAct, saveStoryAct } from '../store/story_acts.js';
import { placeInThreads, threadOfStory } from '../store/threads.js';
import { restoreMembership } from './all_membership.js';
import { refreshStories } from './refresh_stories.js';

/** What came of an act; a refusal says why in an English sentence. */
export type ActOutcome =
  | { readonly kind: 'done'; readonly act: StoryAct }
  | { readonly kind: 'refused'; readonly why: string };

interface Occasion {
  readonly at: string;
  readonly note?: string;
}

/** Takes reports out of their story into one of their own. */
export function splitStory(
  store: Store,
  wish: Occasion & { readonly storyId: number; readonly articleIds: readonly number[] },
): Promise<ActOutcome> {
  return store.transaction(async (tx) => {
    const members = await loadMembers(tx, [wish.storyId]);
    const own = new Set(members.map(({ articleId }) => articleId));
    const strangers = wish.articleIds.filter((id) => !own.has(id));
    if (wish.articleIds.length === 0) return refuse('Cannot split the story: name the reports that leave it');
    if (strangers.length > 0) {
      return refuse(`Cannot split story ${wish.storyId}: article ${strangers.join(', ')} is not in it`);
    }
    if (new Set(wish.articleIds).size === own.size) {
      return refuse(`Cannot split story ${wish.storyId}: at least one report must stay`);
    }
    return act(tx, { ...wish, kind: 'split' }, [wish.storyId]);
  });
}

/** Puts all reports of a story into another, and with them those that the machine would have put there later. */
export function mergeStories(
  store: Store,
  wish: Occasion & { readonly storyId: number; readonly intoId: number },
): Promise<ActOutcome> {
  return store.transaction(async (tx) => {
    const { storyId, intoId } = wish;
    if (storyId === intoId) return refuse(`Cannot merge story ${storyId}: it cannot go into itself`);
    const members = await loadMembers(tx, [storyId, intoId]);
    for (const id of [storyId, intoId]) {
      if (!members.some((member) => member.storyId === id)) {
        return refuse(`Cannot merge story ${id}: there is no story of that number with reports`);
      }
    }
    const articleIds = members.filter((member) => member.storyId === storyId).map((one) => one.articleId);
    return act(tx, { ...wish, kind: 'merge', articleIds }, [storyId]);
  });
}

/** Puts one report into another story. */
export function moveReport(
  store: Store,
  wish: Occasion & { readonly articleId: number; readonly intoId: number },
): Promise<ActOutcome> {
  return store.transaction(async (tx) => {
    const { articleId, intoId, ...occasion } = wish;
    const [now] = await findMembers(tx, [articleId]);
    if (!now) return refuse(`Cannot move article ${articleId}: it is in no story`);
    if (now.storyId === intoId) return refuse(`Cannot move article ${articleId}: it is in story ${intoId}`);
    if ((await loadMembers(tx, [intoId])).length === 0) {
      return refuse(`Cannot move into story ${intoId}: there is no story of that number with reports`);
    }
    const { storyId } = now;
    return act(tx, { ...occasion, kind: 'move', storyId, intoId, articleIds: [articleId] }, [storyId]);
  });
}

/** Puts a story into the thread of another; where that is in none, the two make one. */
export function joinThread(
  store: Store,
  wish: Occasion & { readonly storyId: number; readonly withId: number },
): Promise<ActOutcome> {
  return store.transaction(async (tx) => {
    const { storyId, withId, ...occasion } = wish;
    if (storyId === withId) return refuse(`Cannot join story ${storyId}: it is in its own thread already`);
    const mark = await lockGrouping(tx, { wait: true });
    const own = await loadMembers(tx, [storyId]);
    if (own.length === 0) return refuse(`Cannot join story ${storyId}: there is none with reports`);
    const intoId = await threadOfStory(tx, withId);
    if (intoId === undefined) return refuse(`Cannot join with story ${withId}: there is none with reports`);
    const afterArrival = mark?.lastArrival ?? 0;
    return actOnThread(tx, { ...occasion, kind: 'thread', storyId, intoId, articleIds: [], afterArrival });
  });
}

/** Takes a story out of its thread. */
export function leaveThread(
  store: Store,
  wish: Occasion & { readonly storyId: number },
): Promise<ActOutcome> {
  return store.transaction(async (tx) => {
    const mark = await lockGrouping(tx, { wait: true });
    const row = await tx.row('select from story where id = $1 and thread_id is not null', [wish.storyId]);
    if (!row) return refuse(`Cannot take story ${wish.storyId} out of its thread: it is in none`);
    const afterArrival = mark?.lastArrival ?? 0;
    return actOnThread(tx, { ...wish, kind: 'unthread', articleIds: [], afterArrival });
  });
}

async function actOnThread(tx: Transaction, wish: NewStoryAct): Promise<ActOutcome> {
  const done = await saveStoryAct(tx, wish);
  await placeInThreads(tx);
  return { kind: 'done', act: done };
}

/** Undoes an act as if it had never been done; other acts stay. False when there is none in force of that number. */
export function undoAct(
  store: Store,
  { id, at }: { readonly id: number; readonly at: string },
): Promise<boolean> {
  return store.transaction(async (tx) => {
    await lockGrouping(tx, { wait: true });
    if (!(await markActUndone(tx, id, at))) return false;
    await refreshStories(tx, await restoreMembership(tx));
    await placeInThreads(tx);
    return true;
  });
}

async function act(
  tx: Transaction,
  wish: Omit<NewStoryAct, 'afterArrival'>,
  touched: readonly number[],
): Promise<ActOutcome> {
  const mark = await lockGrouping(tx, { wait: true });
  const articleIds = [...new Set(wish.articleIds)];
  const done = await saveStoryAct(tx, { ...wish, articleIds, afterArrival: mark?.lastArrival ?? 0 });
  await saveMembers(
    tx,
    articleIds.map((articleId) => ({ articleId, storyId: done.intoId, actId: done.id })),
  );
  await refreshStories(tx, [...touched, done.intoId]);
  await placeInThreads(tx);
  return { kind: 'done', act: done };
}

function refuse(why: string): ActOutcome {
  return { kind: 'refused', why };
}
