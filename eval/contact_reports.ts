import { findContacts } from '../src/analyse/contacts.js';
import { readDocument } from '../src/analyse/document.js';
import { findMentions } from '../src/analyse/mentions.js';
import { findStatements } from '../src/analyse/statement_find.js';
import type { ContactReport, ReportedSpeech } from '../src/group/ledger.js';
import { cut } from '../src/model/span.js';
import type { GoldArticle } from './contact_gold.js';

/** When an article without a date came to be known. */
const FIRST_SEEN = '2026-01-01T00:00:00+03:30';

/** The contacts of an article as the ledger takes them; it is known when it is published. */
export function reportsOf({ id, input, gazetteer }: GoldArticle): ContactReport[] {
  const document = readDocument(input);
  const mentions = findMentions(document, gazetteer);
  const statements = findStatements(document, mentions);
  const said: Record<number, ReportedSpeech> = {};
  for (const [index, { speaker, evidence }] of statements.entries()) {
    const side = mentions.entities.find((entity) => entity.id === speaker?.entity)?.side;
    said[index] = {
      words: cut(input.text, evidence.span),
      ...(speaker && { speaker: speaker.name }),
      ...(speaker?.entity !== undefined && { entity: speaker.entity }),
      ...(side !== undefined && { side }),
    };
  }
  const { published } = input;
  return findContacts({ document, gazetteer, mentions, statements }).map((contact, index) => ({
    ...{ article: id, index, contact, said, known: published ?? FIRST_SEEN },
    ...(published !== undefined && { published }),
  }));
}
