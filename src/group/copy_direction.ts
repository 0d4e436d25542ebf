import type { AttributionHop } from '../model/attribution.js';
import type { CopyDirection } from '../model/story.js';
import { keyOf } from '../persian/keys.js';
import type { Member } from './member.js';
import type { IdentifyOutlet } from './outlet_identity.js';

export interface Direction {
  readonly direction: CopyDirection;
  readonly by?: 'credit' | 'forward' | 'time' | 'agency';
}

/** Whether one of the two names the other's outlet as where it has the report from. */
export function saysSource(report: Member, other: Member): boolean {
  return saidBy(report, other) !== undefined;
}

const UNDIRECTED: Direction = { direction: 'undirected' };

/**
 * Who took from whom: what one of them says itself (a credit, a forward mark), then the time of publication, then
 * an agency before a site. What both took from one office, and what nothing decides, stays undirected.
 */
export function directionOf(report: Member, other: Member): Direction {
  const said = saidBy(report, other);
  if (said !== undefined) return said;
  if (sharesOffice(report, other)) return UNDIRECTED;
  const earlier = byTime(report, other);
  if (earlier !== undefined) return earlier;
  if (report.outlet.isAgency !== other.outlet.isAgency) {
    return { direction: other.outlet.isAgency ? 'from_other' : 'to_other', by: 'agency' };
  }
  return UNDIRECTED;
}

function byTime(report: Member, other: Member): Direction | undefined {
  if (report.time === undefined || other.time === undefined || report.time === other.time) return undefined;
  return { direction: other.time < report.time ? 'from_other' : 'to_other', by: 'time' };
}

/** Where each credits the other, the hour decides: a circle has begun somewhere. */
function saidBy(report: Member, other: Member): Direction | undefined {
  if (report.outlet.id === other.outlet.id) return undefined;
  const credits = namesAsSource(report, other);
  const credited = namesAsSource(other, report);
  if (credits !== undefined && credited !== undefined) return byTime(report, other);
  if (credits !== undefined) return { direction: 'from_other', by: credits };
  if (credited !== undefined) return { direction: 'to_other', by: credited };
  return undefined;
}

function namesAsSource(report: Member, other: Member): 'credit' | 'forward' | undefined {
  const { chain, forwardedFrom } = report.report;
  const named = chain.some(
    (hop) =>
      hop.relation !== 'publisher' &&
      hop.relation !== 'cited' &&
      (hop.outlet === other.outlet.id || hop.name === other.outlet.name),
  );
  if (named) return 'credit';
  return forwardedFrom !== undefined && forwardedFrom === other.outlet.id ? 'forward' : undefined;
}

/** Both print what one press office or agency sent out in Persian, and say so. */
function sharesOffice(report: Member, other: Member): boolean {
  return [...report.offices].some((office) => other.offices.has(office));
}

const OFFICE = /روابط\s*عمومی|پایگاه\s*(?:اطلاع|خبری)|سایت\s*رسمی|دبیرخانه/u;

/** The names in a chain of those who send out Persian texts: offices, and Persian outlets other than the publisher. */
export function officesOf(chain: readonly AttributionHop[], identify: IdentifyOutlet): ReadonlySet<string> {
  const offices = new Set<string>();
  for (const { name, outlet, relation, anonymous } of chain) {
    if (relation === 'publisher' || relation === 'interview_with' || anonymous) continue;
    const known = outlet === undefined ? undefined : identify(outlet);
    const sendsTexts = known === undefined ? relation !== 'cited' || OFFICE.test(name) : !known.isForeign;
    if (sendsTexts) offices.add(known?.id ?? keyOf(name));
  }
  return offices;
}
