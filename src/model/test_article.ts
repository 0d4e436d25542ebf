/** Invented articles for tests, as the extract stage would leave them. */
import type { BodyBlock, ExtractedPage } from './extracted_page.js';
import { type Span, span } from './span.js';

export interface ArticleWords {
  readonly kicker?: string | undefined;
  readonly title?: string | undefined;
  readonly lede?: string | undefined;
  readonly body: readonly string[];
}

/** An article whose text is its kicker, title, lede and paragraphs, one a line; `rest` goes over what the words give. */
export function articlePage(words: ArticleWords, rest: Partial<ExtractedPage> = {}): ExtractedPage {
  const lines: string[] = [];
  let end = -1;
  const write = (line: string): Span => {
    lines.push(line);
    const start = end + 1;
    end = start + line.length;
    return span(start, end);
  };
  const { kicker, title, lede } = words;
  const head = {
    ...(kicker === undefined ? {} : { kicker: write(kicker) }),
    ...(title === undefined ? {} : { title: write(title) }),
    ...(lede === undefined ? {} : { lede: write(lede) }),
  };
  const body = words.body.map((line): BodyBlock => ({ role: 'paragraph', span: write(line) }));
  return {
    kind: 'article',
    text: lines.join('\n'),
    ...head,
    body,
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
