/** Origins of a story, and where the hops of its reports lead. */
import { resolveChains } from '../group/chain_resolution.js';
import { countOrigins } from '../group/origins.js';
import type { AttributionHop } from '../model/attribution.js';
import type { Outlet } from '../model/outlet.js';
import type { Origin } from '../model/story.js';
import type { Registry } from '../sources/registry.js';
import type { HopResolution } from '../store/attribution_hops.js';
import type { SummaryMember } from './story_summary.js';

export interface ResolvedStory {
  readonly origins: readonly Origin[];
  readonly hops: readonly ResolvedName[];
}

/** A hop of the chain with where it leads. */
export type ResolvedName = HopResolution & Pick<AttributionHop, 'name' | 'relation' | 'anonymous'>;

/** Works on the members of one story, in order of arrival. */
export function resolveStory(members: readonly SummaryMember[]): ResolvedStory {
  return { origins: findOrigins(members), hops: resolveHops(members) };
}

/** Where each hop leads within the story: to a report that was collected, to nobody, or back in a ring. */
function resolveHops(members: readonly SummaryMember[]): ResolvedName[] {
  const reports = members.map(({ placed, chain }) => ({
    id: String(placed.articleId),
    outlet: placed.outletId ?? placed.outletName,
    chain,
    ...(placed.isDated && { published: placed.at }),
  }));
  return [...resolveChains(reports, takenFrom(members))].flatMap(([id, hops]) =>
    hops.map(({ state, report, name, relation, anonymous }, at) => ({
      name,
      relation,
      anonymous,
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

function findOrigins(members: readonly SummaryMember[]): readonly Origin[] {
  const known = new Set(members.map(({ placed }) => placed.articleId));
  const reports = members.map(({ placed, chain }) => {
    const { articleId, copyOf, commonSourceId, family } = placed;
    return {
      id: String(articleId),
      outlet: placed.outletId ?? placed.outletName,
      chain,
      ...(family === undefined ? {} : { family }),
      ...(copyOf && known.has(copyOf.otherId) && { copyOf: { other: String(copyOf.otherId) } }),
      ...(commonSourceId !== undefined &&
        known.has(commonSourceId) && { commonSource: String(commonSourceId) }),
    };
  });
  return countOrigins(reports, outletsOf(members)).origins;
}

/** What the reports themselves say of their outlets: a story does not change when the registry does. */
function outletsOf(members: readonly SummaryMember[]): Registry {
  const outlets = new Map<string, Outlet>();
  for (const { outletId: id, outletName: name, family } of members.map(({ placed }) => placed)) {
    if (id === undefined) continue;
    outlets.set(id, { id, name, aliases: [], domains: [], ...(family === undefined ? {} : { family }) });
  }
  return {
    outlets: [...outlets.values()],
    sources: [],
    cmsProfiles: [],
    files: [],
    outletById: (id) => outlets.get(id),
    outletByUrl: () => undefined,
    sourceById: () => undefined,
    egressOf: () => undefined,
    profileOf: () => undefined,
    pageRulesOf: () => [],
  };
}
