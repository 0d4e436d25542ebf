import type { AnalyseInput, Analysis } from '../model/analysis.js';
import type { Gazetteer } from '../sources/gazetteer.js';
import { readDocument } from './document.js';
import { findMentions } from './mentions.js';
import { findStatements } from './statement_find.js';

/** Reads who is named, who said what and who contacted whom in one article. */
export function analyseArticle(input: AnalyseInput, gazetteer: Gazetteer): Analysis {
  const document = readDocument(input);
  const mentions = findMentions(document, gazetteer);
  const statements = findStatements(document, mentions);
  return { chain: [], entities: mentions.entities, mentions: mentions.mentions, statements, contacts: [] };
}
