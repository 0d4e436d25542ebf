/** The visible reports of a story, origin by origin, as the one rule of resting ties them. */
import { findResting, type Rest } from '../model/resting.js';
import type { ReportCopy, StoryReport } from '../store/site_story.js';
import type { StoredOrigin } from '../store/stories.js';

export interface ShownOrigin {
  /** 1-based, as in the list of origins. */
  readonly number: number;
  readonly root: StoryReport;
  /** In the order in which they were published, the root among them. */
  readonly reports: readonly StoryReport[];
  readonly rests: ReadonlyMap<number, ShownRest>;
}

export interface ShownRest extends Rest {
  /** The shared words, with the report at which they are kept. */
  readonly shared: (ReportCopy & { readonly keptAt: number }) | undefined;
}

/** Origins whose reports are all hidden are left out. */
export function readOrigins(
  reports: readonly StoryReport[],
  origins: readonly StoredOrigin[],
): readonly ShownOrigin[] {
  const byId = new Map(reports.map((report) => [report.articleId, report]));
  return origins.flatMap((origin, at) => {
    const own = new Set(origin.reports);
    const members = reports.filter(({ articleId }) => own.has(articleId));
    const { root, rests } = findResting(
      members.map((report) => ({
        id: report.articleId,
        at: report.at,
        copy: report.copy,
        credits: creditsOf(report).filter((id) => own.has(id) && byId.has(id)),
      })),
    );
    const first = byId.get(root);
    if (!first) return [];
    const shown = new Map([...rests].map(([id, rest]) => [id, { ...rest, shared: sharedOf(rest, byId) }]));
    return [{ number: at + 1, root: first, reports: members, rests: shown }];
  });
}

/** The earliest of the roots: who had the story first. */
export function firstRoot(origins: readonly ShownOrigin[]): StoryReport | undefined {
  const [first] = origins.map(({ root }) => root).sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
  return first;
}

function creditsOf({ hops }: StoryReport): readonly number[] {
  return hops.flatMap(({ relation, state, foundId }) =>
    relation !== 'publisher' && relation !== 'cited' && state === 'found' && foundId !== null
      ? [foundId]
      : [],
  );
}

function sharedOf({ link }: Rest, byId: ReadonlyMap<number, StoryReport>): ShownRest['shared'] {
  const copy = link === undefined ? undefined : byId.get(link)?.copy;
  return copy && link !== undefined ? { ...copy, keptAt: link } : undefined;
}
