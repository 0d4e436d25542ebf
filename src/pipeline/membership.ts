/** Which story each report is in: where the machine put it, and what operators did afterwards. */
import type { StoryAct } from '../store/story_acts.js';

/** A report as the machine placed it. */
export interface MachinePlace {
  readonly articleId: number;
  readonly arrival: number;
  /** The story that the machine means. */
  readonly storyId: number;
  /** The report that it copies. */
  readonly otherId?: number;
}

export interface Membership {
  readonly storyId: number;
  /** The operator's act that decided; absent: the machine. */
  readonly actId?: number;
}

type Act = Pick<StoryAct, 'id' | 'kind' | 'afterArrival' | 'storyId' | 'intoId' | 'articleIds'>;

/**
 * Where a new report goes: a copy to wherever the report is that it copies, others to the machine's story, or to
 * the one into which that was merged.
 */
export function routeReport(
  place: MachinePlace,
  known: {
    /** Story of a report that arrived earlier. */
    storyOf(articleId: number): number | undefined;
    readonly merges: ReadonlyMap<number, Membership>;
  },
): Membership {
  const followed = place.otherId === undefined ? undefined : known.storyOf(place.otherId);
  return followMerges({ storyId: followed ?? place.storyId }, known.merges);
}

/** Merged stories and where each went, by acts in force. */
export function mergesOf(acts: readonly Act[]): ReadonlyMap<number, Membership> {
  return new Map(
    acts.flatMap(({ id, kind, storyId, intoId }) =>
      kind === 'merge' && storyId !== undefined ? [[storyId, { storyId: intoId, actId: id }] as const] : [],
    ),
  );
}

/**
 * The story of every report, from the machine's places in order of arrival and the acts in force in order. The
 * same as placing one by one while the acts were done.
 */
export function foldMembership(
  places: readonly MachinePlace[],
  acts: readonly Act[],
): ReadonlyMap<number, Membership> {
  const members = new Map<number, Membership>();
  const waiting = [...acts];
  const done: Act[] = [];
  let merges = mergesOf(done);
  const storyOf = (articleId: number) => members.get(articleId)?.storyId;
  const catchUp = (arrival: number): void => {
    for (let act = waiting[0]; act !== undefined && act.afterArrival < arrival; act = waiting[0]) {
      waiting.shift();
      doAct(members, act);
      done.push(act);
      merges = mergesOf(done);
    }
  };
  for (const place of places) {
    catchUp(place.arrival);
    members.set(place.articleId, routeReport(place, { storyOf, merges }));
  }
  catchUp(Number.POSITIVE_INFINITY);
  return members;
}

function doAct(members: Map<number, Membership>, act: Act): void {
  const put = { storyId: act.intoId, actId: act.id };
  if (act.kind === 'merge') {
    for (const [articleId, { storyId }] of members) if (storyId === act.storyId) members.set(articleId, put);
  }
  for (const articleId of act.articleIds) if (members.has(articleId)) members.set(articleId, put);
}

function followMerges(start: Membership, merges: ReadonlyMap<number, Membership>): Membership {
  const seen = new Set<number>();
  let at = start;
  for (let next = merges.get(at.storyId); next !== undefined; next = merges.get(at.storyId)) {
    // A story that was merged there and back stays where the ring closes.
    if (seen.has(at.storyId)) return at;
    seen.add(at.storyId);
    at = next;
  }
  return at;
}
