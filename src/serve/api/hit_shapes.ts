/** What a search finds, as the machine interface tells it: one shape for all scopes, in the publishers' own letters. */

import { articleHref, contactHref, statementHref, storyHref } from '../addresses.js';
import { partiesWords } from '../ledger_words.js';
import type { SearchView } from '../pages/search_shape.js';
import type { SnippetPiece } from '../snippet.js';
import { namedOrNull } from './named.js';
import { momentOf } from './times.js';

/** The hits of whichever scope was asked for. */
export function hitsOf(view: SearchView) {
  return [
    ...view.hits.map(({ line, headline, snippet }) => ({
      ...{ kind: 'article' as const, id: String(line.id), article: line.id, page: articleHref(line.id) },
      outlet: namedOrNull(line.outletId, line.outletName),
      at: momentOf(line.shownAt),
      title: pieces(headline),
      snippet: pieces(snippet),
    })),
    ...view.stories.map((story) => ({
      ...{ kind: 'story' as const, id: String(story.storyId), article: null, page: storyHref(story.storyId) },
      outlet: null,
      at: momentOf(story.lastAt),
      title: plain(story.headline.title ?? ''),
      snippet: [],
    })),
    ...view.statements.map(({ line, snippet }) => ({
      ...{ kind: 'statement' as const, id: line.id, article: line.articleId, page: statementHref(line.id) },
      outlet: namedOrNull(line.outletId, line.outletName),
      at: momentOf(line.at),
      title: plain(line.speakers.map(({ name }) => name).join('، ')),
      snippet: pieces(snippet),
    })),
    ...view.contacts.map(({ line, snippet }) => ({
      ...{ kind: 'contact' as const, id: line.id, article: null, page: contactHref(line.id) },
      outlet: null,
      at: momentOf(line.changedAt),
      title: plain(partiesWords(line)),
      snippet: pieces(snippet),
    })),
  ];
}

function pieces(marked: readonly SnippetPiece[]) {
  return marked.map(({ printed, marked }) => ({ text: printed, marked }));
}

function plain(text: string) {
  return text === '' ? [] : [{ text, marked: false }];
}
