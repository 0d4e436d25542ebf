import type { AnalyseInput, Analysis } from '../model/analysis.js';
import type { Gazetteer } from '../sources/gazetteer.js';
import type { Registry } from '../sources/registry.js';
import { findChain } from './chain.js';
import { findContacts } from './contacts.js';
import { type Document, readDocument } from './document.js';
import { findMentions } from './mentions.js';
import { markMixedNames } from './mixed_names.js';
import { findStatements } from './statement_find.js';

/** What the analysis knows beside the article: outlets, and people, offices and places by their names. */
export interface AnalyseContext {
  readonly registry: Registry;
  readonly gazetteer: Gazetteer;
}

/**
 * Reads one article: 1. where its report comes from, 2. who is named, 3. who said what, 4. who contacted whom. Every
 * outcome points into `input.text`.
 */
export function analyseArticle(input: AnalyseInput, { registry, gazetteer }: AnalyseContext): Analysis {
  const document = readDocument(input);
  return { chain: findChain(document, { registry }), ...analyseContent(document, gazetteer) };
}

/** The same without the chain, for whoever has it already: who is named, who said what, who contacted whom. */
export function analyseContent(document: Document, gazetteer: Gazetteer): Omit<Analysis, 'chain'> {
  const mentions = findMentions(document, gazetteer);
  const statements = findStatements(document, mentions);
  const contacts = findContacts({ document, gazetteer, mentions, statements });
  return {
    ...{ entities: mentions.entities, mentions: mentions.mentions },
    statements: markMixedNames(statements, contacts, gazetteer),
    contacts: contacts.filter(({ isOpen }) => !isOpen),
    openContacts: contacts.filter(({ isOpen }) => isOpen),
  };
}
