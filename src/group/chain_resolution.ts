// Whether the sources that reports of one story name were collected themselves: the claimed chain made checkable.

import type { AttributionHop } from '../model/attribution.js';
import type { Report } from '../model/story.js';
import { squeezed } from '../persian/squeeze.js';

/**
 * `found`: a report of that outlet stands in the story. `claimed`: nobody can be looked up, as for an unnamed
 * source. `missing`: a named outlet has no report here («یافت نشد»). `circular`: the report that the hop leads to
 * credits, directly or through others, the one that names it.
 */
export type HopState = 'found' | 'claimed' | 'missing' | 'circular';

/** A hop and what became of it. */
export interface ResolvedHop extends AttributionHop {
  readonly state: HopState;
  /** The report of the hop's outlet that this one copies, else its earliest in the story; of a publisher, itself. */
  readonly report?: string;
}

type ChainedReport = Pick<Report, 'id' | 'outlet' | 'chain' | 'published'>;

/**
 * Resolves the chains of all reports of one story. Reports come in order of arrival; `copies` leads from the id of
 * a report to that of the one it copies.
 */
export function resolveChains(
  reports: readonly ChainedReport[],
  copies: ReadonlyMap<string, string> = new Map(),
): ReadonlyMap<string, readonly ResolvedHop[]> {
  const earliest = earliestByOutlet(reports);
  const outlets = new Map(reports.map(({ id, outlet }) => [id, nameKey(outlet)]));
  const copied = (id: string, outlet: string) =>
    copiedFrom(copies, id, (other) => outlets.get(other) === outlet);
  const found = new Map(
    reports.map((report) => [
      report.id,
      report.chain.map((hop) =>
        resolve(report, hop, (outlet) => copied(report.id, outlet) ?? earliest.get(outlet)),
      ),
    ]),
  );
  const leads = new Map([...found].map(([id, hops]) => [id, creditedReports(hops)]));
  return new Map(
    [...found].map(([id, hops]) => [
      id,
      hops.map((hop) =>
        credits(hop) && hop.report !== undefined && reaches(leads, hop.report, id)
          ? { ...hop, state: 'circular' }
          : hop,
      ),
    ]),
  );
}

function earliestByOutlet(reports: readonly ChainedReport[]): ReadonlyMap<string, string> {
  const first = new Map<string, ChainedReport>();
  for (const report of reports) {
    const known = first.get(nameKey(report.outlet));
    if (!known || isEarlier(report, known)) first.set(nameKey(report.outlet), report);
  }
  return new Map([...first].map(([outlet, { id }]) => [outlet, id]));
}

/** The nearest report up the line of copies that fits; copies of copies are followed, a ring once. */
function copiedFrom(
  copies: ReadonlyMap<string, string>,
  id: string,
  fits: (id: string) => boolean,
): string | undefined {
  const seen = new Set([id]);
  for (let at = copies.get(id); at !== undefined && !seen.has(at); at = copies.get(at)) {
    if (fits(at)) return at;
    seen.add(at);
  }
  return undefined;
}

/** By the instant that the pages state; where one states none, by arrival. */
function isEarlier(one: ChainedReport, other: ChainedReport): boolean {
  return (
    one.published !== undefined &&
    other.published !== undefined &&
    Date.parse(one.published) < Date.parse(other.published)
  );
}

function resolve(
  { id }: ChainedReport,
  hop: AttributionHop,
  reportOf: (outlet: string) => string | undefined,
): ResolvedHop {
  if (hop.relation === 'publisher') return { ...hop, state: 'found', report: id };
  if (hop.anonymous) return { ...hop, state: 'claimed' };
  const report = reportOf(nameKey(hop.outlet ?? hop.name)) ?? reportOf(nameKey(hop.name));
  return report === undefined ? { ...hop, state: 'missing' } : { ...hop, state: 'found', report };
}

function creditedReports(hops: readonly ResolvedHop[]): readonly string[] {
  return hops.flatMap((hop) => (credits(hop) && hop.report !== undefined ? [hop.report] : []));
}

/** A medium cited for a part, or that a speaker spoke to, is not where the report comes from. */
function credits({ relation }: ResolvedHop): boolean {
  return relation === 'via' || relation === 'original';
}

function reaches(leads: ReadonlyMap<string, readonly string[]>, from: string, to: string): boolean {
  const seen = new Set<string>();
  const waiting = [from];
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    if (id === to) return true;
    if (seen.has(id)) continue;
    seen.add(id);
    waiting.push(...(leads.get(id) ?? []));
  }
  return false;
}

function nameKey(name: string): string {
  return squeezed(name).toLowerCase();
}
