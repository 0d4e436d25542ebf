import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CopyLink, Report } from '../src/model/story.js';
import { PACKAGE_ROOT } from '../src/package_root.js';
import type { Registry } from '../src/sources/registry.js';
import { builtInRegistry, openGrouper, readJsonLines, stripHalf, withChain } from './group_data.js';
import { asPercent, scoresOf } from './group_measures.js';
import type { EvalScore, EvalTask } from './task.js';

interface Article {
  readonly id: number;
  readonly outlet: string;
  readonly published: string;
  readonly title: string | null;
  readonly text: string | null;
}

interface LabelledPair {
  readonly a: number;
  readonly b: number;
  readonly label: 'copy' | 'common' | 'none';
  /** The article that was copied; null where neither shows it. */
  readonly from?: number | null;
}

/** Copies among articles of different outlets, on pairs labelled by reading; each pair alone. */
export const task: EvalTask = {
  name: 'group.articles',
  run(dataFolder) {
    const registry = builtInRegistry();
    const { pairs } = JSON.parse(readFileSync(join(PACKAGE_ROOT, 'eval', 'group_pairs.json'), 'utf8')) as {
      readonly pairs: readonly LabelledPair[];
    };
    const file = join(dataFolder, 'data', 'articles', 'khabaryaab-2019-aug-sep.jsonl.gz');
    const wanted = new Set(pairs.flatMap(({ a, b }) => [a, b]));
    const articles = readJsonLines<Article>(file).filter(({ id }) => wanted.has(id));
    const reports = articles.map((article) => reportOf(article, registry));
    return Promise.resolve([
      ...pairScores(pairs, reports, registry, ''),
      ...pairScores(pairs, stripHalf(reports), registry, '_half_stripped'),
    ]);
  },
};

/** The file's clock has no zone: what counts is which of two came first. */
function reportOf(article: Article, registry: Registry): Report {
  return withChain(
    {
      id: String(article.id),
      outlet: article.outlet,
      published: `${article.published}Z`,
      text: article.text ?? '',
      ...(article.title && { title: article.title }),
    },
    registry,
  );
}

// Four parameters: what is judged, on what, with which names, under which name.
function pairScores(
  pairs: readonly LabelledPair[],
  reports: readonly Report[],
  registry: Registry,
  suffix: string,
): EvalScore[] {
  const byId = new Map(reports.map((report) => [report.id, report]));
  const judged = pairs.map((pair) => ({ pair, link: linkOf(pair, byId, registry) }));
  const copies = judged.filter(({ pair }) => pair.label === 'copy');
  const found = judged.filter(({ link }) => link !== undefined);
  const right = copies.filter(({ link }) => link !== undefined);
  const directed = right.filter(
    ({ pair, link }) => link !== undefined && sourceOf(pair, link, byId) === pair.from,
  );
  const scores = scoresOf(right.length, found.length, copies.length);
  const name = ({ pair }: { readonly pair: LabelledPair }) => `${pair.a}-${pair.b}`;
  const missed = copies.filter(({ link }) => link === undefined).map(name);
  const wrong = found.filter(({ pair }) => pair.label !== 'copy').map(name);
  const turned = right.filter((each) => !directed.includes(each)).map(name);
  return [
    {
      name: `group.articles.copies_f1${suffix}`,
      value: scores.f1,
      note: `${asPercent(scores)}; missed ${missed.join(' ') || '-'}; wrong ${wrong.join(' ') || '-'}`,
    },
    {
      name: `group.articles.direction${suffix}`,
      value: directed.length / Math.max(1, right.length),
      note: `turned ${turned.join(' ') || '-'}`,
    },
  ];
}

function linkOf(
  { a, b }: LabelledPair,
  byId: ReadonlyMap<string, Report>,
  registry: Registry,
): CopyLink | undefined {
  const grouper = openGrouper(registry);
  return inOrder([a, b].flatMap((id) => byId.get(String(id)) ?? []))
    .map((report) => grouper.add(report).copyOf)
    .at(-1);
}

function inOrder(reports: readonly Report[]): readonly Report[] {
  return [...reports].sort((a, b) => ((a.published ?? '') < (b.published ?? '') ? -1 : 1));
}

function sourceOf({ a, b }: LabelledPair, link: CopyLink, byId: ReadonlyMap<string, Report>): number | null {
  if (link.direction === 'undirected') return null;
  const [first, second] = inOrder([a, b].flatMap((id) => byId.get(String(id)) ?? [])).map(({ id }) =>
    Number(id),
  );
  return (link.direction === 'from_other' ? first : second) ?? null;
}
