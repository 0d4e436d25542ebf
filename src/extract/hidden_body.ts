import { span } from '../model/span.js';
import type { Block, PageText } from './block.js';
import { linearise } from './linearise.js';
import { parseHtml } from './parse_html.js';

/** Shorter bodies in structured data are descriptions. */
const MIN_BODY_CHARS = 300;
const SAMPLE_CHARS = 30;

/**
 * Some pages carry their text only in JSON-LD (`articleBody`) and draw it with a script. Their letters are put
 * below the visible ones, one paragraph per block, so that spans have something to point at.
 */
export function withHiddenBody(page: PageText, articleBody: string | undefined): PageText {
  if (!articleBody || articleBody.length < MIN_BODY_CHARS || isVisible(page.text, articleBody)) return page;
  const marked = /<[a-z][^>]*>|&[a-z#0-9]+;/i.test(articleBody);
  const paragraphs = marked
    ? linearise(parseHtml(articleBody.replace(/\n/g, '<br>')).document).blocks.map(({ text }) => text)
    : articleBody.split(/\n+/);
  const blocks = [...page.blocks];
  let { text } = page;
  for (const paragraph of paragraphs.map((line) => line.replace(/\s+/g, ' ').trim()).filter(Boolean)) {
    const start = text.length + 1;
    text = `${text}\n${paragraph}`;
    const block: Block = {
      index: blocks.length,
      span: span(start, text.length),
      text: paragraph,
      tag: HIDDEN_TAG,
      linkChars: 0,
    };
    blocks.push(block);
  }
  return { text, blocks, links: page.links };
}

/** Tag of blocks that came from structured data. */
export const HIDDEN_TAG = 'json-ld';

/** Whether samples from the middle of the structured text stand on the page, blanks aside. */
function isVisible(text: string, articleBody: string): boolean {
  const page = text.replace(/\s+/g, '');
  const body = articleBody.replace(/<[^>]*>|&[a-z#0-9]+;/gi, '').replace(/\s+/g, '');
  return [0.3, 0.5, 0.7].some((share) => {
    const at = Math.floor(body.length * share);
    return page.includes(body.slice(at, at + SAMPLE_CHARS));
  });
}
