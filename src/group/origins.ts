import type { AttributionHop } from '../model/attribution.js';
import type { CopyLink, Origin } from '../model/story.js';
import type { Registry } from '../sources/registry.js';
import { type OutletIdentity, outletIdentifier } from './outlet_identity.js';

/** What counting needs of a report of the story. */
export interface StoryReport {
  readonly id: string;
  /** Registry id or name. */
  readonly outlet: string;
  /** Given, or else the registry's. */
  readonly family?: string;
  readonly chain: readonly AttributionHop[];
  readonly copyOf?: Pick<CopyLink, 'other'>;
  /** Id of a report that prints the same statement or quotation. */
  readonly commonSource?: string;
}

/** «۸ رسانه، ۲ خاستگاه، ۵ گروه ناشر». */
export interface OriginCount {
  readonly outlets: number;
  readonly families: number;
  /** Largest first. */
  readonly origins: readonly Origin[];
}

/**
 * Counts who really found a story out. Two reports have one origin when one copies or credits the other, when both
 * credit one source, print one statement, or come from publishers of one family without crediting anybody else.
 * Reports come in order of arrival; whom a report credits may arrive after it.
 */
export function countOrigins(reports: readonly StoryReport[], registry?: Registry): OriginCount {
  const identify = outletIdentifier(registry);
  const read = reports.map((report) => {
    const outlet = identify(report.outlet);
    const sources = sourcesOf(report.chain, outlet);
    return { report, outlet, family: report.family ?? outlet.family, sources };
  });
  const groups = new Groups();
  const publishers = new Set(read.map(({ outlet }) => outlet.id));
  for (const id of publishers) {
    // Who credits an outlet means what it found itself; else what it published first.
    const own = read.filter(({ outlet }) => outlet.id === id);
    const meant = own.find(({ report, sources }) => sources.length === 0 && !report.copyOf) ?? own[0];
    groups.join(`outlet:${id}`, `report:${meant?.report.id}`);
  }
  for (const { report, outlet, family, sources } of read) {
    const own = `report:${report.id}`;
    if (report.copyOf) groups.join(own, `report:${report.copyOf.other}`);
    if (report.commonSource !== undefined) groups.join(own, `report:${report.commonSource}`);
    const source = deepestSource(sources, publishers);
    if (source !== undefined) groups.join(own, source);
    else if (report.copyOf === undefined) {
      groups.join(own, `outlet:${outlet.id}`);
      groups.join(own, `family:${family}`);
    }
  }
  const origins = new Map<string, { first: (typeof read)[number]; reports: string[] }>();
  for (const each of read) {
    const root = groups.rootOf(`report:${each.report.id}`);
    const origin = origins.get(root);
    if (origin) origin.reports.push(each.report.id);
    else origins.set(root, { first: each, reports: [each.report.id] });
  }
  return {
    outlets: publishers.size,
    families: new Set(read.map(({ family }) => family)).size,
    origins: [...origins.values()]
      .map(({ first, reports: ids }) => ({
        first: first.report.id,
        label: labelOf(first.report.chain, first.outlet),
        reports: ids,
      }))
      .sort((a, b) => b.reports.length - a.reports.length),
  };
}

/** Whom a report rests on, the deepest first: who reported first, who lay between, whom somebody spoke to. */
export function sourcesOf(chain: readonly AttributionHop[], publisher: OutletIdentity): readonly string[] {
  const named = (relation: AttributionHop['relation']) =>
    chain
      .filter((hop) => hop.relation === relation && hop.outlet !== publisher.id)
      .map((hop) => (hop.outlet === undefined ? `source:${hop.name}` : `outlet:${hop.outlet}`))
      .reverse();
  return [...named('original'), ...named('via'), ...named('interview_with')];
}

/** The deepest source that published in this story; else the deepest that is named. */
function deepestSource(sources: readonly string[], publishers: ReadonlySet<string>): string | undefined {
  return sources.find((source) => publishers.has(source.slice('outlet:'.length))) ?? sources[0];
}

function labelOf(chain: readonly AttributionHop[], outlet: OutletIdentity): string {
  const original = chain.find((hop) => hop.relation === 'original' && hop.outlet !== outlet.id);
  const unnamed = chain.find((hop) => hop.relation === 'cited' && hop.anonymous);
  return original?.name ?? unnamed?.name ?? outlet.name;
}

/** Names joined into groups. */
class Groups {
  readonly #parents = new Map<string, string>();

  rootOf(name: string): string {
    const parent = this.#parents.get(name) ?? name;
    if (parent === name) return name;
    const root = this.rootOf(parent);
    this.#parents.set(name, root);
    return root;
  }

  join(a: string, b: string): void {
    this.#parents.set(this.rootOf(a), this.rootOf(b));
  }
}
