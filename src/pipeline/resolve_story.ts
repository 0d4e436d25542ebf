/** Origins of a story, and where the hops of its reports lead. */
import { resolveChains } from '../group/chain_resolution.js';
import type { Origin } from '../model/story.js';
import type { HopResolution } from '../store/attribution_hops.js';
import type { SummaryMember } from './story_summary.js';

export interface ResolvedStory {
  readonly origins: readonly Origin[];
  readonly hops: readonly HopResolution[];
}

/** Works on the members of one story, in order of arrival. */
export function resolveStory(members: readonly SummaryMember[]): ResolvedStory {
  return { origins: findOrigins(members), hops: resolveHops(members) };
}

/** Where each hop leads within the story: to a report that was collected, to nobody, or back in a ring. */
function resolveHops(members: readonly SummaryMember[]): HopResolution[] {
  const reports = members.map(({ placed, chain }) => ({
    id: String(placed.articleId),
    outlet: placed.outletId ?? placed.outletName,
    chain,
    ...(placed.isDated && { published: placed.at }),
  }));
  return [...resolveChains(reports, takenFrom(members))].flatMap(([id, hops]) =>
    hops.map(({ state, report }, at) => ({
      articleId: Number(id),
      position: at + 1,
      state,
      ...(report === undefined ? {} : { foundId: Number(report) }),
    })),
  );
}

/** From each copy to what it was taken from. */
function takenFrom(members: readonly SummaryMember[]): ReadonlyMap<string, string> {
  return new Map(
    members.flatMap(({ placed: { articleId, copyOf } }) => {
      if (!copyOf) return [];
      const [taker, source] =
        copyOf.direction === 'to_other' ? [copyOf.otherId, articleId] : [articleId, copyOf.otherId];
      return [[String(taker), String(source)] as const];
    }),
  );
}

function findOrigins(members: readonly SummaryMember[]): Origin[] {
  const roots = new Map<string, string>();
  const rootOf = (id: string): string => {
    const above = roots.get(id);
    return above === undefined || above === id ? id : rootOf(above);
  };
  const join = (a: string, b: string): void => {
    roots.set(rootOf(a), rootOf(b));
  };
  for (const { placed, chain } of members) {
    const id = `r${placed.articleId}`;
    if (placed.copyOf) join(id, `r${placed.copyOf.otherId}`);
    if (placed.commonSourceId !== undefined) join(id, `r${placed.commonSourceId}`);
    join(id, `f${placed.family ?? placed.outletId ?? placed.outletName}`);
    const credited = chain.find(({ relation }) => relation === 'original');
    if (credited) join(id, `f${credited.outlet ?? credited.name}`);
  }
  const groups = new Map<string, SummaryMember[]>();
  for (const member of members) {
    const root = rootOf(`r${member.placed.articleId}`);
    groups.set(root, [...(groups.get(root) ?? []), member]);
  }
  return [...groups.values()].map((own) => ({
    first: String(own[0]?.placed.articleId),
    label: own[0]?.placed.outletName ?? '',
    reports: own.map(({ placed }) => String(placed.articleId)),
  }));
}
