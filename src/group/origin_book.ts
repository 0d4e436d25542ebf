import type { FoundCopies } from './copy_finder.js';
import type { Member } from './member.js';
import { sourcesOf } from './origins.js';

/** Who first told what, story by story, as far as it is known when a report arrives. */
export interface OriginBook {
  /** Id of the report at the root of what this one rests on. */
  place(member: Member, copies: FoundCopies): string;
  forgetBefore(clockMs: number): void;
}

interface Roots {
  /** Outlet, family, or credited source → origin. */
  readonly byName: Map<string, string>;
  lastClock: number;
}

/**
 * The root of a report is that of the text it was taken from; else of the outlet it credits, or of the source that it
 * and an earlier report both rest on; where it credits nobody, that of an earlier report of its own house. Else it is
 * a root itself.
 */
export function createOriginBook(): OriginBook {
  const stories = new Map<string, Roots>();
  return {
    place(member, copies) {
      const roots = stories.get(member.story) ?? { byName: new Map(), lastClock: 0 };
      stories.delete(member.story);
      stories.set(member.story, roots);
      roots.lastClock = Math.max(roots.lastClock, member.clock);
      const sources = sourcesOf(member.report.chain, member.outlet);
      const house = [`outlet:${member.outlet.id}`, `family:${member.family}`];
      const names = sources.length > 0 ? sources : house;
      const origin = originOf(member, copies) ?? firstKnown(roots, names) ?? member.report.id;
      for (const name of [...sources, ...house]) if (!roots.byName.has(name)) roots.byName.set(name, origin);
      return origin;
    },
    forgetBefore(clockMs) {
      for (const [story, roots] of stories) {
        if (roots.lastClock >= clockMs) break;
        stories.delete(story);
      }
    },
  };
}

function originOf(member: Member, { link, source, commonSource }: FoundCopies): string | undefined {
  if (link && source) return link.direction === 'to_other' ? member.report.id : source.origin;
  return commonSource?.story === member.story ? commonSource.origin : undefined;
}

function firstKnown(roots: Roots, names: readonly string[]): string | undefined {
  for (const name of names) {
    const origin = roots.byName.get(name);
    if (origin !== undefined) return origin;
  }
  return undefined;
}
