/** Invented pages for the tests of the store. */
import type { BodyBlock, ExtractedPage } from '../model/extracted_page.js';
import { type Span, span } from '../model/span.js';
import type { IncomingPage } from './fetched_pages.js';

export interface ArticleWords {
  readonly title?: string;
  readonly lede?: string;
  readonly body: readonly string[];
}

/** An article whose text is its title, lede and paragraphs, one a line. */
export function articlePage(words: ArticleWords, rest: Partial<ExtractedPage> = {}): ExtractedPage {
  const lines = [words.title, words.lede, ...words.body].filter((line) => line !== undefined);
  const text = lines.join('\n');
  return {
    kind: 'article',
    text,
    ...(words.title === undefined ? {} : { title: find(text, words.title) }),
    ...(words.lede === undefined ? {} : { lede: find(text, words.lede) }),
    body: words.body.map((line): BodyBlock => ({ role: 'paragraph', span: find(text, line) })),
    category: [],
    tags: [],
    authors: [],
    credits: [],
    images: [],
    comments: [],
    links: [],
    boilerplate: [],
    issues: [],
    ...rest,
  };
}

/** A page as it comes in, from its text. */
export function incomingPage(text: string, rest: Partial<IncomingPage> = {}): IncomingPage {
  return {
    body: Buffer.from(text),
    format: 'html',
    fetchedAt: '2026-03-01T08:00:00.000Z',
    via: 'add',
    inputName: 'pages.jsonl:1',
    ...rest,
  };
}

function find(text: string, line: string): Span {
  const start = text.indexOf(line);
  return span(start, start + line.length);
}
