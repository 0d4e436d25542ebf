import { findContacts } from '../src/analyse/contacts.js';
import { readDocument } from '../src/analyse/document.js';
import { findMentions } from '../src/analyse/mentions.js';
import type { Contact } from '../src/model/contact.js';
import type { Statement } from '../src/model/statement.js';
import { devArticles, type GoldArticle, pressArticles, seedArticles } from './contact_gold.js';
import { type ContactFigures, compareContacts, figuresOf } from './contact_scores.js';
import type { EvalScore, EvalTask } from './task.js';

/** Who contacted whom: the seeds, the development gold, the sample press; with half-spaces and without. */
export const task: EvalTask = {
  name: 'analyse.contacts',
  run: (dataFolder) => Promise.resolve(measure(dataFolder)),
};

export function contactsOf({ input, gazetteer }: GoldArticle, statements: readonly Statement[] = []): Contact[] {
  const document = readDocument(input);
  const mentions = findMentions(document, gazetteer);
  return findContacts({ document, gazetteer, mentions, statements });
}

function measure(dataFolder: string): EvalScore[] {
  const sets = { seeds: seedArticles(dataFolder), dev: devArticles(dataFolder), press: pressArticles() };
  return Object.entries(sets).flatMap(([name, articles]) => {
    const figures = figuresOf(articles.map((article) => compareContacts(article, contactsOf(article))));
    return scoresOf(`analyse.contacts.${name}`, figures);
  });
}

function scoresOf(name: string, figures: ContactFigures): EvalScore[] {
  const { f1, f1WithStatus, status, day, critical, trapped, counts, precision, recall } = figures;
  return [
    {
      name: `${name}.f1`,
      value: f1,
      note: `${counts}; precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)}`,
    },
    { name: `${name}.status`, value: status },
    { name: `${name}.f1_with_status`, value: f1WithStatus },
    { name: `${name}.day`, value: day },
    {
      name: `${name}.no_critical_errors`,
      value: 1 / (1 + critical.length),
      note: critical.join('; ') || 'none',
    },
    { name: `${name}.no_traps`, value: 1 / (1 + trapped), note: `${trapped} contacts out of traps` },
  ];
}
