import { findContacts } from '../src/analyse/contacts.js';
import { readDocument } from '../src/analyse/document.js';
import { findMentions } from '../src/analyse/mentions.js';
import { findStatements } from '../src/analyse/statement_find.js';
import type { Contact } from '../src/model/contact.js';
import { type GoldArticle, withoutHalfSpaces } from './contact_gold.js';
import { devArticles } from './contact_gold_dev.js';
import { pressArticles } from './contact_gold_press.js';
import { seedArticles } from './contact_gold_seeds.js';
import { ledgerScores } from './contact_ledger.js';
import { type ContactFigures, compareContacts, figuresOf } from './contact_scores.js';
import { timelineScores } from './contact_timeline.js';
import type { EvalScore, EvalTask } from './task.js';

/** Who contacted whom: the seeds, the development gold, the sample press; with half-spaces and without. */
export const task: EvalTask = {
  name: 'analyse.contacts',
  run: (dataFolder) => Promise.resolve(measure(dataFolder)),
};

function measure(dataFolder: string): EvalScore[] {
  const seeds = seedArticles(dataFolder);
  const sets = { seeds, dev: devArticles(dataFolder), press: pressArticles() };
  const scores = Object.entries(sets).flatMap(([name, articles]) => {
    const figures = measureSet(articles);
    const stripped = measureSet(articles.map(withoutHalfSpaces));
    const shown = scoresOf(`analyse.contacts.${name}`, figures);
    const kept = 1 - Math.max(0, figures.f1 - stripped.f1, figures.f1WithStatus - stripped.f1WithStatus);
    const note = `F1 ${stripped.f1.toFixed(4)} without half-spaces`;
    return [...shown, { name: `analyse.contacts.${name}.kept_when_stripped`, value: kept, note }];
  });
  return [...scores, ...timelineScores(dataFolder, seeds), ...ledgerScores(sets.press)];
}

function measureSet(articles: readonly GoldArticle[]): ContactFigures {
  return figuresOf(articles.map((article) => compareContacts(article, readContacts(article))));
}

/** The contacts whose two sides the program finds in an article of the gold. */
export function readContacts({ input, gazetteer }: GoldArticle): Contact[] {
  const document = readDocument(input);
  const mentions = findMentions(document, gazetteer);
  const statements = findStatements(document, mentions);
  return findContacts({ document, gazetteer, mentions, statements }).filter(({ isOpen }) => !isOpen);
}

function scoresOf(name: string, figures: ContactFigures): EvalScore[] {
  const { f1, f1WithStatus, status, day, initiator, critical, trapped, counts, precision, recall } = figures;
  const shares = `precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)}`;
  return [
    { name: `${name}.f1`, value: f1, note: `${counts}; ${shares}` },
    { name: `${name}.status`, value: status },
    { name: `${name}.f1_with_status`, value: f1WithStatus },
    { name: `${name}.day`, value: day },
    ...(name.endsWith('.press') ? [] : [{ name: `${name}.initiator`, value: initiator }]),
    {
      name: `${name}.no_critical_errors`,
      value: 1 / (1 + critical.length),
      note: critical.join('; ') || 'none',
    },
    { name: `${name}.no_traps`, value: 1 / (1 + trapped), note: `${trapped} contacts out of traps` },
  ];
}
