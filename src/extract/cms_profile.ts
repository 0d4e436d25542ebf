import type { Outlet } from '../model/outlet.js';
import type { CmsProfile, PageSelectors, Registry } from '../sources/registry.js';
import { type ElementIndex, selectElements } from './select.js';

/** Selectors that hold for a page, the most special first, each with the rule id that it reports. */
export interface PageProfile {
  readonly rule: string;
  readonly select: PageSelectors;
}

/** Traces of a family needed where none of them is decisive alone. */
const TRACES = 2;

/**
 * What is known about the page's structure: dated rules of its outlet, the family that the registry names for
 * the outlet, and the family that the page's traces betray.
 */
export function findProfiles(
  index: ElementIndex,
  registry: Registry,
  page: { outlet?: Outlet; day?: string },
): readonly PageProfile[] {
  const { outlet, day } = page;
  const rules = outlet ? registry.pageRulesOf(outlet.id, day) : [];
  const family = outlet?.cms ? registry.profileOf(outlet.cms) : undefined;
  const detected = registry.cmsProfiles.filter((profile) => profile !== family && isDetected(profile, index));
  return [
    ...rules.map((rule) => ({ rule: `outlet/${rule.outletId}`, select: rule.select })),
    ...[...(family ? [family] : []), ...detected].map((profile) => ({
      rule: `cms/${profile.family}`,
      select: profile.select,
    })),
  ];
}

function isDetected(profile: CmsProfile, index: ElementIndex): boolean {
  if (profile.decisiveTraces.some((trace) => selectElements(trace, index).length > 0)) return true;
  let found = 0;
  for (const trace of profile.traces) {
    if (selectElements(trace, index).length > 0 && ++found >= TRACES) return true;
  }
  return false;
}
