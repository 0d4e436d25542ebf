import { join } from 'node:path';
import { createGrouper } from '../src/group/grouper.js';
import { countOrigins } from '../src/group/origins.js';
import type { Placement, Report } from '../src/model/story.js';
import { loadWorldGazetteer } from '../src/pipeline/load_gazetteer.js';
import { loadWorldRegistry } from '../src/pipeline/load_registry.js';
import { loadPressTruth, loadPressWorld, PRESS_FOLDER } from '../src/press/load_world.js';
import type { PressArticle } from '../src/press/world.js';
import { blockText } from '../src/press/world_text.js';
import type { PressTruth } from '../src/press/world_truth.js';
import { withChain } from './group_data.js';
import { asPercent, bCubed, scoresOf } from './group_measures.js';
import type { EvalScore, EvalTask } from './task.js';

const MINUTE_MS = 60_000;

/** Stories, copies, directions, origins and families of the sample press, beside its truth file. */
export const task: EvalTask = {
  name: 'group.press',
  run() {
    const { value: registry } = loadWorldRegistry(join(PRESS_FOLDER, 'outlets.json'));
    if (registry === undefined) throw new Error('Cannot read the registry of the press');
    const { value: gazetteer } = loadWorldGazetteer(registry.outlets, PRESS_FOLDER);
    const world = loadPressWorld();
    const epoch = Date.parse(world.setting.epoch);
    const reports = world.articles.map((article) => withChain(reportOf(article, epoch), registry));
    const grouper = createGrouper({ registry, ...(gazetteer && { gazetteer }) });
    const placed = new Map(reports.map((report) => [report.id, grouper.add(report)]));
    const truth = loadPressTruth();
    const origins = originsRight(truth, reports, placed, (list) => countOrigins(list, registry));
    return Promise.resolve([storyScore(truth, placed), ...copyScores(truth, placed), ...origins]);
  },
};

function reportOf(article: PressArticle, epoch: number): Omit<Report, 'chain'> {
  const { id, outlet, headline, lede, body, forwardedFrom, credits } = article;
  return {
    id,
    outlet,
    published: new Date(epoch + article.published * MINUTE_MS).toISOString(),
    title: headline,
    text: [...(lede ? [lede] : []), ...body.map(blockText), ...credits].join('\n'),
    ...(forwardedFrom && { forwardedFrom }),
  };
}

function storyScore(truth: PressTruth, placed: ReadonlyMap<string, Placement>): EvalScore {
  const gold = new Map(truth.stories.flatMap(({ id, articles }) => articles.map((article) => [article, id])));
  const found = new Map([...placed].map(([id, { story }]) => [id, story ?? id]));
  const scores = bCubed(gold, found);
  const split = truth.stories.filter(({ articles }) => new Set(articles.map((id) => found.get(id))).size > 1);
  const mixed = new Map<string, Set<string>>();
  for (const [id, story] of gold) {
    const key = found.get(id) ?? id;
    mixed.set(key, (mixed.get(key) ?? new Set()).add(story));
  }
  const merged = [...mixed.values()]
    .filter((stories) => stories.size > 1)
    .map((stories) => [...stories].join('+'));
  const note = `${asPercent(scores)}; split ${split.map(({ id }) => id).join(' ') || '-'}; merged ${merged.join(' ') || '-'}`;
  return { name: 'group.press.stories_b3_f1', value: scores.f1, note };
}

function copyScores(truth: PressTruth, placed: ReadonlyMap<string, Placement>): EvalScore[] {
  const parents = new Map(truth.copies.map(({ copy, original }) => [copy, original]));
  const textOf = (id: string): string => {
    const parent = parents.get(id);
    return parent === undefined ? id : textOf(parent);
  };
  const found = [...placed].filter(([, { copyOf }]) => copyOf !== undefined).map(([id]) => id);
  const right = found.filter(
    (id) => parents.has(id) && textOf(placed.get(id)?.copyOf?.other ?? '') === textOf(id),
  );
  const scores = scoresOf(right.length, found.length, truth.copies.length);
  const directions = truth.copies.filter(
    ({ copy, direction }) => right.includes(copy) && placed.get(copy)?.copyOf?.direction === direction,
  );
  const missed = truth.copies.filter(({ copy }) => !right.includes(copy)).map(({ copy }) => copy);
  const wrong = found.filter((id) => !right.includes(id));
  return [
    {
      name: 'group.press.copies_f1',
      value: scores.f1,
      note: `${asPercent(scores)}; missed ${missed.join(' ') || '-'}; wrong ${wrong.join(' ') || '-'}`,
    },
    { name: 'group.press.directions', value: directions.length / Math.max(1, right.length) },
  ];
}

/** Counted inside the stories that the truth file has, so that a split is not punished twice. */
function originsRight(
  truth: PressTruth,
  reports: readonly Report[],
  placed: ReadonlyMap<string, Placement>,
  count: typeof countOrigins,
): EvalScore[] {
  const byId = new Map(reports.map((report) => [report.id, report]));
  const members = new Map(truth.stories.map(({ id, articles }) => [id, articles]));
  const judged = truth.origins.map((gold) => {
    const ids = new Set(members.get(gold.story));
    const list = [...ids].flatMap((id) => {
      const report = byId.get(id);
      const placement = placed.get(id);
      if (report === undefined) return [];
      return [
        {
          ...report,
          ...(placement?.copyOf && ids.has(placement.copyOf.other) && { copyOf: placement.copyOf }),
          ...(placement?.commonSource &&
            ids.has(placement.commonSource) && { commonSource: placement.commonSource }),
        },
      ];
    });
    const found = count(list);
    const parts = (groups: readonly (readonly string[])[]) =>
      groups
        .map((ids) => [...ids].sort().join(' '))
        .sort()
        .join('|');
    const partition =
      parts(found.origins.map((origin) => origin.reports)) ===
      parts(gold.roots.map(({ articles }) => articles));
    const counts = found.families === gold.families && found.outlets === gold.outlets;
    return { story: gold.story, partition, counts, found: found.origins.length, gold: gold.count };
  });
  const wrong = judged.filter(({ partition }) => !partition);
  const miscounted = judged.filter(({ counts }) => !counts);
  return [
    {
      name: 'group.press.origins',
      value: 1 - wrong.length / judged.length,
      note: `wrong ${wrong.map(({ story, found, gold }) => `${story} ${found} for ${gold}`).join(', ') || '-'}`,
    },
    {
      name: 'group.press.families',
      value: 1 - miscounted.length / judged.length,
      note: `wrong ${miscounted.map(({ story }) => story).join(' ') || '-'}`,
    },
  ];
}
