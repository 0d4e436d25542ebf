/** Stories with their independent origins and reports. */
import { SECTIONS } from '../../model/section.js';
import { listStoryPlaces, listStoryPlacesThen } from '../../store/api_lists.js';
import type { Database } from '../../store/database.js';
import { loadStoryLines, type StoryLine } from '../../store/site_stories.js';
import {
  findStoryAddress,
  loadReportsOfStories,
  loadStoryReports,
  type StoryReport,
} from '../../store/site_story.js';
import { storyHref } from '../addresses.js';
import { headlineOf } from '../words.js';
import { readCursor, writeCursor } from './cursor.js';
import { namedOrNull } from './named.js';
import { defineOperation, MovedTo, type Operation } from './operation.js';
import { AS_OF, CURSOR, dayFor, LIMIT, numberOf, oneOf } from './parameters.js';
import { badParameters, missing } from './problem.js';
import { pageOf } from './schemas.js';
import { STORY, STORY_DETAIL } from './story_schemas.js';
import { momentOf } from './times.js';

const SLUGS = SECTIONS.map(({ slug }) => slug) as [string, ...string[]];

export const STORY_OPERATIONS: readonly Operation[] = [
  defineOperation({
    id: 'listStories',
    path: '/stories',
    tag: 'stories',
    summary: 'Stories, each once; with asOf, in the reports that were known then',
    parameters: {
      order: oneOf(['newest', 'important'], 'Which first; default newest').default('newest'),
      section: oneOf(SLUGS, 'Our own category').optional(),
      from: dayFor('With a report of this day or later'),
      to: dayFor('Begun on this day or earlier'),
      asOf: AS_OF,
      cursor: CURSOR,
      limit: LIMIT,
    },
    answer: pageOf(STORY),
    run: async ({ store }, { order, section, from, to, asOf, cursor, limit }) => {
      const isNewest = order === 'newest';
      if (asOf !== undefined && !isNewest)
        throw badParameters([{ field: 'order', in: 'query', message: 'must be newest with asOf' }]);
      const newest = isNewest ? readCursor('newest', cursor, ['instant', 'number']) : undefined;
      const important = isNewest ? undefined : readCursor('important', cursor, ['real', 'number']);
      const filter = {
        ...{ section, dayFrom: from, dayTo: to, limit: limit + 1 },
        afterNewest: newest && { at: newest[0], id: newest[1] },
      };
      const afterImportant = important && { importance: Number(important[0]), id: important[1] };
      const places =
        asOf === undefined
          ? await listStoryPlaces(store, { ...filter, order, afterImportant })
          : await listStoryPlacesThen(store, { ...filter, asOf });
      const ids = places.slice(0, limit).map(({ id }) => id);
      const last = places.length > limit ? places[limit - 1] : undefined;
      const parts = last && (isNewest ? [last.lastAt, last.id] : [String(last.importance), last.id]);
      return {
        items: await (asOf === undefined ? storiesNow(store, ids) : storiesThen(store, ids, asOf)),
        next: parts === undefined ? null : writeCursor(order, parts),
      };
    },
  }),
  defineOperation({
    id: 'getStory',
    path: '/stories/{id}',
    tag: 'stories',
    summary:
      'One story with its reports, their credits and copies; with asOf, the reports that were known then',
    parameters: { id: numberOf('story'), asOf: AS_OF },
    answer: STORY_DETAIL,
    run: async ({ store }, { id, asOf }) => {
      const address = await findStoryAddress(store, id);
      if (address.kind === 'moved') throw new MovedTo(`/stories/${address.storyId}`);
      const [line] = await loadStoryLines(store, [id]);
      const all = await loadStoryReports(store, id);
      const reports = asOf === undefined ? all : all.flatMap((report) => reportThen(report, asOf));
      if (line === undefined || reports.length === 0) throw missing('such story');
      return {
        ...(asOf === undefined ? storyOf(line) : storyThen(line, reports)),
        reports: reports.map(reportOf),
      };
    },
  }),
];

async function storiesNow(store: Database, ids: readonly number[]) {
  return (await loadStoryLines(store, ids)).map(storyOf);
}

/** Stories as they were known at a moment; those of which nothing was known yet are left out. */
export async function storiesThen(store: Database, ids: readonly number[], asOf: string) {
  const [lines, reports] = await Promise.all([loadStoryLines(store, ids), loadReportsOfStories(store, ids)]);
  return lines.flatMap((line) => {
    const known = (reports.get(line.storyId) ?? []).flatMap((report) => reportThen(report, asOf));
    return known.length === 0 ? [] : [storyThen(line, known)];
  });
}

/** A report under the headline of then; nothing where it was not known yet. */
function reportThen(report: StoryReport, asOf: string): readonly StoryReport[] {
  const versions = report.versions.filter(({ seenAt }) => seenAt <= asOf);
  const last = versions.at(-1);
  return last === undefined ? [] : [{ ...report, versions, title: last.title }];
}

export function storyOf(line: StoryLine) {
  const { storyId, section, headline, reportCount, outletCount, originCount, familyCount, importance } = line;
  return {
    id: storyId,
    page: storyHref(storyId),
    title: headlineOf(headline),
    headline: { article: headline.id, outlet: namedOrNull(headline.outletId, headline.outletName) },
    section,
    first: momentOf(line.firstAt),
    last: momentOf(line.lastAt),
    ...{ reportCount, outletCount, originCount, familyCount },
    origins: line.origins.map((origin) => ({
      label: origin.label,
      outlet: origin.outletId ?? null,
      source: origin.source ?? null,
      first: origin.isHidden ? null : origin.first,
      reports: origin.reports,
      missing: origin.missing,
    })),
    importance: Number.isFinite(importance) ? importance : null,
  };
}

/** A story in the reports of then: counts are those of what was known, importance is not told. */
function storyThen(line: StoryLine, reports: readonly StoryReport[]) {
  const now = storyOf(line);
  const known = new Set(reports.map(({ articleId }) => articleId));
  const times = reports.map(({ at }) => at).toSorted();
  const origins = now.origins
    .map((origin) => ({ ...origin, reports: origin.reports.filter((id) => known.has(id)) }))
    .filter((origin) => origin.reports.length > 0)
    .map((origin) => ({
      ...origin,
      first: origin.first !== null && known.has(origin.first) ? origin.first : null,
    }));
  const speaking = reports.find(({ articleId }) => articleId === now.headline.article) ?? reports[0];
  const title = speaking === undefined ? now.title : headlineOf(speaking);
  const outlet = speaking === undefined ? null : namedOrNull(speaking.outletId, speaking.outletName);
  return {
    ...now,
    title,
    headline: { article: speaking?.articleId ?? now.headline.article, outlet },
    first: momentOf(times[0] ?? line.firstAt),
    last: momentOf(times.at(-1) ?? line.lastAt),
    reportCount: reports.length,
    outletCount: new Set(reports.map(({ outletName }) => outletName)).size,
    originCount: origins.length,
    familyCount: new Set(reports.map(({ family, outletName }) => family ?? outletName)).size,
    origins,
    importance: null,
  };
}

function reportOf(report: StoryReport) {
  const { articleId, title, outletId, outletName, family, at, isDated, copy, hops } = report;
  return {
    article: articleId,
    title,
    outlet: { id: outletId, name: outletName },
    family,
    at: momentOf(at),
    isDated,
    placedByOperator: report.actId !== null,
    reasons: report.reasons.map(({ feature, value }) => ({ feature, value })),
    copyOf: copy
      ? {
          article: copy.otherId,
          degree: copy.degree,
          containment: copy.containment,
          direction: copy.direction,
          directionBy: copy.directionBy,
        }
      : null,
    hops: hops.map((hop) => ({
      name: hop.name,
      outlet: hop.outletId,
      relation: hop.relation,
      anonymous: hop.anonymous,
      state: hop.state,
      found: hop.foundId,
      words: hop.surface,
    })),
  };
}
