import type { Span } from '../src/model/span.js';
import type { Speaker, Statement } from '../src/model/statement.js';
import { keyOf } from '../src/persian/keys.js';
import type { GoldArticle, GoldStatement } from './statement_gold.js';

/** One article held against its gold. */
export interface Comparison {
  readonly article: GoldArticle;
  readonly statements: readonly Statement[];
  readonly pairs: readonly { readonly gold: GoldStatement; readonly found: Statement }[];
  readonly missed: readonly GoldStatement[];
  readonly extra: readonly Statement[];
}

/** Figures over many articles; optional gold is neither rewarded nor punished. */
export interface StatementFigures {
  readonly f1: number;
  readonly precision: number;
  readonly recall: number;
  readonly speaker: number;
  readonly content: number;
  readonly stanceMacro: number;
  readonly act: number;
  readonly traps: number;
  readonly critical: readonly string[];
  readonly counts: string;
}

/** Pairs greedily, one to one: by the overlap of the reporting words, without them by the content. */
export function compareStatements(article: GoldArticle, statements: readonly Statement[]): Comparison {
  const links = article.statements.flatMap((gold) =>
    statements
      .map((found) => ({ gold, found, score: affinity(gold, found) }))
      .filter(({ score }) => score > 0),
  );
  links.sort((a, b) => b.score - a.score);
  const golds = new Set<GoldStatement>();
  const founds = new Set<Statement>();
  const pairs: { gold: GoldStatement; found: Statement }[] = [];
  for (const { gold, found } of links) {
    if (golds.has(gold) || founds.has(found)) continue;
    golds.add(gold);
    founds.add(found);
    pairs.push({ gold, found });
  }
  return {
    article,
    statements,
    pairs: pairs.filter(({ gold }) => !gold.optional),
    missed: article.statements.filter((gold) => !golds.has(gold) && !gold.optional),
    extra: statements.filter((found) => !founds.has(found)),
  };
}

function affinity(gold: GoldStatement, found: Statement): number {
  if (gold.verb !== undefined && found.verb !== undefined) {
    const shared = overlap(gold.verb, found.verb);
    if (shared === 0) return 0;
    return 1 + shared / 100 + (gold.content ? likeness(gold.content, found.content) : 0);
  }
  if (gold.content === undefined) return 0;
  const score = likeness(gold.content, found.content);
  return score >= 0.5 ? score : 0;
}

function overlap(a: Span, b: Span): number {
  return Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start));
}

/** Shared letters over all letters of the two. */
export function likeness(a: Span, b: Span): number {
  const shared = overlap(a, b);
  return shared / (a.end - a.start + (b.end - b.start) - shared || 1);
}

/** Whether a speaker is the one of the gold: by place, else by name. */
export function isRightSpeaker(gold: GoldStatement, found: Statement): boolean {
  if (gold.speakers.length === 0) return found.speaker === undefined;
  const said = [found.speaker, ...found.coSpeakers].filter((each) => each !== undefined);
  return gold.speakers.some((want) => said.some((speaker) => isSpeaker(want, speaker)));
}

function isSpeaker(want: GoldStatement['speakers'][number], speaker: Speaker): boolean {
  if (want.span && speaker.span && overlap(want.span, speaker.span) > 0) return true;
  return want.names.some((name) => isSameName(name, speaker.name));
}

function isSameName(a: string, b: string): boolean {
  const wanted = solid(a);
  const found = solid(b);
  if (wanted === '' || found === '') return false;
  const surname = solid(a.split(' ').at(-1) ?? '');
  return wanted.includes(found) || found.includes(wanted) || (surname.length > 3 && found.endsWith(surname));
}

function solid(name: string): string {
  return keyOf(name.replace(/\([^)]*\)/g, '')).replaceAll(' ', '');
}

/** Sums up comparisons as the protocol of the gold has it. */
export function statementFigures(comparisons: readonly Comparison[]): StatementFigures {
  const pairs = comparisons.flatMap((each) => each.pairs);
  const missed = comparisons.reduce((sum, each) => sum + each.missed.length, 0);
  const extra = comparisons.reduce((sum, each) => sum + each.extra.length, 0);
  const share = (test: (pair: (typeof pairs)[number]) => boolean) =>
    pairs.filter(test).length / (pairs.length || 1);
  const withContent = pairs.filter(({ gold }) => gold.content !== undefined);
  const traps = comparisons.reduce((sum, { article }) => sum + article.traps.length, 0);
  const sprung = comparisons.reduce((sum, each) => sum + sprungTraps(each), 0);
  return {
    f1: (2 * pairs.length) / (2 * pairs.length + missed + extra),
    precision: pairs.length / (pairs.length + extra),
    recall: pairs.length / (pairs.length + missed),
    speaker: share(({ gold, found }) => isRightSpeaker(gold, found)),
    content:
      withContent.filter(({ gold, found }) => gold.content && likeness(gold.content, found.content) >= 0.8)
        .length / (withContent.length || 1),
    stanceMacro: macroF1(pairs.map(({ gold, found }) => [stanceFor(gold, found), found.stance])),
    act: share(({ gold, found }) => gold.acts.includes(found.act)),
    traps: traps === 0 ? 1 : 1 - sprung / traps,
    critical: comparisons.flatMap(criticalErrors),
    counts: `${pairs.length} right, ${extra} extra, ${missed} missed`,
  };
}

function stanceFor(gold: GoldStatement, found: Statement): string {
  return gold.stances.includes(found.stance) ? found.stance : (gold.stances[0] ?? '');
}

/** A statement that the gold does not have with its reporting words in a trap. */
function sprungTraps({ article, extra }: Comparison): number {
  return article.traps.filter((trap) =>
    extra.some(({ verb, nestedIn }) => nestedIn === undefined && verb && overlap(verb, trap) > 0),
  ).length;
}

const CRITICAL = new Set([
  'affirm>deny',
  'deny>affirm',
  'affirm>not_ruled_out',
  'not_ruled_out>affirm',
  'not_ruled_out>deny',
]);

function criticalErrors({ article, pairs }: Comparison): string[] {
  return pairs
    .map(({ gold, found }) => ({ gold, cell: `${stanceFor(gold, found)}>${found.stance}` }))
    .filter(({ cell }) => CRITICAL.has(cell))
    .map(({ gold, cell }) => `${article.id} ${gold.id} ${cell}`);
}

/** Mean F1 over the classes that the gold has. */
function macroF1(cells: readonly (readonly [gold: string, found: string])[]): number {
  const classes = [...new Set(cells.map(([gold]) => gold))];
  const scores = classes.map((each) => {
    const right = cells.filter(([gold, found]) => gold === each && found === each).length;
    const all =
      cells.filter(([gold]) => gold === each).length + cells.filter(([, found]) => found === each).length;
    return (2 * right) / all;
  });
  return scores.reduce((sum, score) => sum + score, 0) / (scores.length || 1);
}
