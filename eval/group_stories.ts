import type { Placement, Report } from '../src/model/story.js';
import type { Registry } from '../src/sources/registry.js';
import {
  builtInRegistry,
  type GoldPost,
  idOf,
  openGrouper,
  readPosts,
  readStoriesGold,
  reportOf,
  type StoriesGold,
  stripHalf,
} from './group_data.js';
import { asPercent, bCubed, macroF1, scoresOf } from './group_measures.js';
import { singlePass } from './group_single_pass.js';
import type { EvalScore, EvalTask } from './task.js';

/** Fitted on this very window, to the peer's advantage. */
const PEER_THRESHOLDS = Array.from({ length: 12 }, (_, step) => 0.1 + step * 0.03);

/** Stories and copies of the labelled window of posts, read in order of arrival; and the labelled hard pairs. */
export const task: EvalTask = {
  name: 'group.stories',
  run(dataFolder) {
    const gold = readStoriesGold(dataFolder);
    const registry = builtInRegistry();
    const wanted = new Set([...gold.posts.map(idOf), ...gold.hardPairs.flatMap(({ a, b }) => [a, b])]);
    const posts = readPosts(dataFolder).filter((post) => wanted.has(idOf(post)));
    const byId = new Map(posts.map((post) => [idOf(post), reportOf(post, registry)]));
    const reports = gold.posts.flatMap((post) => byId.get(idOf(post)) ?? []);
    const plain = place(reports, registry);
    const stripped = place(stripHalf(reports), registry);
    return Promise.resolve([
      ...windowScores(gold, plain, ''),
      ...windowScores(gold, stripped, '_half_stripped'),
      peerScore(gold, reports),
      hardPairScore(gold, byId, registry),
    ]);
  },
};

function place(reports: readonly Report[], registry: Registry): ReadonlyMap<string, Placement> {
  const grouper = openGrouper(registry);
  return new Map(reports.map((report) => [report.id, grouper.add(report)]));
}

function windowScores(
  gold: StoriesGold,
  placed: ReadonlyMap<string, Placement>,
  suffix: string,
): EvalScore[] {
  const found = new Map([...placed].map(([id, { story }]) => [id, story ?? id]));
  const stories = bCubed(goldStories(gold.posts), found);
  const copies = copyScores(gold.posts, placed);
  return [
    { name: `group.stories.b3_f1${suffix}`, value: stories.f1, note: asPercent(stories) },
    { name: `group.stories.copies_f1${suffix}`, value: copies.pairs.f1, note: copies.note },
    { name: `group.stories.copies_direction${suffix}`, value: copies.direction },
  ];
}

function goldStories(posts: readonly GoldPost[]): ReadonlyMap<string, string> {
  return new Map(posts.filter(({ kind }) => kind === 'news').map((post) => [idOf(post), post.story]));
}

/** A found copy is right when both posts stand on one gold text; previews of other posts are left out. */
function copyScores(posts: readonly GoldPost[], placed: ReadonlyMap<string, Placement>) {
  const parents = new Map(posts.map((post) => [idOf(post), post.copyOf]));
  const textOf = (id: string): string => {
    const parent = parents.get(id);
    return parent ? textOf(parent) : id;
  };
  const judged = posts.filter(({ kind }) => kind !== 'reply-preview').map(idOf);
  const gold = judged.filter((id) => parents.get(id));
  const found = judged.filter((id) => placed.get(id)?.copyOf);
  const right = found.filter(
    (id) => parents.get(id) && textOf(placed.get(id)?.copyOf?.other ?? '') === textOf(id),
  );
  const directed = right.filter((id) => placed.get(id)?.copyOf?.direction === 'from_other');
  const pairs = scoresOf(right.length, found.length, gold.length);
  const missed = gold.filter((id) => !right.includes(id));
  const wrong = found.filter((id) => !right.includes(id));
  return {
    pairs,
    direction: directed.length / Math.max(1, right.length),
    note: `${asPercent(pairs)}; missed ${missed.join(' ') || '-'}; wrong ${wrong.join(' ') || '-'}`,
  };
}

function peerScore(gold: StoriesGold, reports: readonly Report[]): EvalScore {
  const stories = goldStories(gold.posts);
  const all = PEER_THRESHOLDS.map((threshold) => bCubed(stories, singlePass(reports, threshold)));
  const best = all.reduce((top, next) => (next.f1 > top.f1 ? next : top));
  return { name: 'group.stories.b3_f1_of_tf_idf', value: best.f1, note: `${asPercent(best)}, fitted here` };
}

/** Each pair alone, in order of time: a copy is the same text, the same story is the same story. */
function hardPairScore(gold: StoriesGold, byId: ReadonlyMap<string, Report>, registry: Registry): EvalScore {
  const pairs = gold.hardPairs.map(({ a, b, label }) => {
    const grouper = openGrouper(registry);
    const placed = [byId.get(a), byId.get(b)]
      .flatMap((report) => report ?? [])
      .sort((x, y) => Date.parse(x.published ?? '') - Date.parse(y.published ?? ''))
      .map((report) => grouper.add(report));
    return { gold: label, found: labelOf(placed) };
  });
  const wrong = pairs.filter((pair) => pair.gold !== pair.found);
  const confusions = new Map<string, number>();
  for (const pair of wrong) {
    const name = `${pair.gold}→${pair.found}`;
    confusions.set(name, (confusions.get(name) ?? 0) + 1);
  }
  const note = [...confusions].map(([name, count]) => `${name} ${count}`).join(', ');
  return { name: 'group.stories.hard_pairs_macro_f1', value: macroF1(pairs), note };
}

function labelOf([first, second]: readonly Placement[]): string {
  if (second?.copyOf) return 'same_text';
  return first?.story === second?.story ? 'same_story' : 'unrelated';
}
