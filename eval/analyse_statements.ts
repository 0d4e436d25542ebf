import { type AnalyseContext, analyseArticle } from '../src/analyse/analyse_article.js';
import { loadGazetteer, loadWorldGazetteer } from '../src/pipeline/load_gazetteer.js';
import { loadRegistry } from '../src/pipeline/load_registry.js';
import { PRESS_FOLDER } from '../src/press/load_world.js';
import {
  type GoldArticle,
  readDevGold,
  readPressGold,
  readSeedGold,
  withoutHalfSpaces,
} from './statement_gold.js';
import { compareStatements, type StatementFigures, statementFigures } from './statement_match.js';
import type { EvalScore, EvalTask } from './task.js';

/** Statements against the five first pages, real articles of 2019 and the invented press. */
export const task: EvalTask = {
  name: 'analyse_statements',
  run: (dataFolder) => Promise.resolve(measure(dataFolder)),
};

function measure(dataFolder: string): EvalScore[] {
  const registry = loadRegistry().value;
  const gazetteer = registry && loadGazetteer(registry.outlets).value;
  const invented = loadWorldGazetteer([], PRESS_FOLDER).value;
  if (!registry || !gazetteer || !invented)
    throw new Error('Cannot measure statements: the built-in names are broken');
  return [
    ...scores('seeds', readSeedGold(dataFolder, registry), { registry, gazetteer }),
    ...scores('dev', readDevGold(dataFolder), { registry, gazetteer }),
    ...scores('press', readPressGold(), { registry, gazetteer: invented }),
  ];
}

function scores(name: string, articles: readonly GoldArticle[], context: AnalyseContext): EvalScore[] {
  const plain = figuresOf(articles, context);
  const stripped = figuresOf(articles.map(withoutHalfSpaces), context);
  const of = (measure: keyof StatementFigures & string, value: number, note: string): EvalScore => ({
    name: `analyse.statements.${name}.${measure}`,
    value,
    note,
  });
  return [
    of('f1', plain.f1, `${plain.counts}; precision ${round(plain.precision)}, recall ${round(plain.recall)}`),
    of('speaker', plain.speaker, 'of those matched'),
    of('content', plain.content, 'share with likeness 0.8 or more'),
    of('stanceMacro', plain.stanceMacro, 'mean F1 over stances'),
    of('act', plain.act, 'of those matched'),
    of('traps', plain.traps, 'share of places that look like a statement and are none'),
    of(
      'critical',
      plain.critical.length === 0 ? 1 : 1 / (1 + plain.critical.length),
      plain.critical.join('; '),
    ),
    {
      name: `analyse.statements.${name}.stripped`,
      value: 1 - largestFall(plain, stripped),
      note: 'one less the largest fall of a measure without half-spaces',
    },
  ];
}

function figuresOf(articles: readonly GoldArticle[], context: AnalyseContext): StatementFigures {
  return statementFigures(
    articles.map((article) => compareStatements(article, analyseArticle(article.input, context).statements)),
  );
}

function largestFall(plain: StatementFigures, stripped: StatementFigures): number {
  const measures = ['f1', 'speaker', 'content', 'stanceMacro', 'act', 'traps'] as const;
  return Math.max(0, ...measures.map((measure) => plain[measure] - stripped[measure]));
}

function round(value: number): string {
  return value.toFixed(3);
}
