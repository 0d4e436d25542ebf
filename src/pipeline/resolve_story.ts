/** Origins of a story, and where the hops of its reports lead. */
import type { AttributionHop } from '../model/attribution.js';
import type { Origin } from '../model/story.js';
import type { HopResolution } from '../store/attribution_hops.js';
import type { PlacedReport } from '../store/reports.js';
import type { SummaryMember } from './story_summary.js';

export interface ResolvedStory {
  readonly origins: readonly Origin[];
  readonly hops: readonly HopResolution[];
}

/** Works on the members of one story, in order of arrival. */
export function resolveStory(members: readonly SummaryMember[]): ResolvedStory {
  const hops = members.flatMap((member) => resolveHops(member, members));
  return { origins: findOrigins(members), hops };
}

function resolveHops({ placed, chain }: SummaryMember, members: readonly SummaryMember[]): HopResolution[] {
  return chain.map((hop, at) => {
    const place = { articleId: placed.articleId, position: at + 1 };
    if (hop.relation === 'publisher') return { ...place, state: 'found', foundId: placed.articleId };
    const found = members.find((other) => other.placed !== placed && isOf(other.placed, hop));
    if (!found) return { ...place, state: hop.outlet === undefined ? 'claimed' : 'missing' };
    const isRing = found.chain.some(
      (back) => back.relation !== 'publisher' && back.outlet !== undefined && back.outlet === placed.outletId,
    );
    return { ...place, state: isRing ? 'circular' : 'found', foundId: found.placed.articleId };
  });
}

function isOf(report: PlacedReport, hop: AttributionHop): boolean {
  return hop.outlet !== undefined && hop.outlet === report.outletId;
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
