import { Parser } from 'htmlparser2';
import type { RawText } from './feed_document.js';

const UNREAD = new Set(['script', 'style', 'noscript', 'template', 'head', 'title']);
const BLOCKS =
  /^(?:p|div|br|li|ul|ol|h[1-6]|tr|table|blockquote|section|article|figure|figcaption|hr|pre|dt|dd)$/;

/** Letters of a piece of markup: tags gone, entities read, scripts left out, one line for each block. */
export function textOfHtml(html: string): string {
  let text = '';
  let unread = 0;
  const parser = new Parser({
    onopentag(name) {
      if (UNREAD.has(name)) unread += 1;
      if (BLOCKS.test(name)) text += '\n';
    },
    ontext(piece) {
      if (unread === 0) text += piece;
    },
    onclosetag(name) {
      if (UNREAD.has(name)) unread -= 1;
      if (BLOCKS.test(name)) text += '\n';
    },
  });
  parser.end(html);
  return tidy(text);
}

/** Markup, or an entity that one reading has left over. */
const MARKUP = /<[a-z!/][^>]*>|&(?:#\d+|#x[\da-f]+|[a-z][a-z\d]*);/i;

/**
 * Letters of a text whose feed may or may not say what it is. RSS never does: there, what looks like markup is
 * taken for it, since titles with a literal `<b>` are far rarer than titles with tags in them.
 */
export function textOf(raw: RawText | undefined): string | undefined {
  if (raw === undefined) return undefined;
  const isHtml = raw.type === 'html' || (raw.type === undefined && MARKUP.test(raw.value));
  return (isHtml ? textOfHtml(raw.value) : tidy(raw.value)) || undefined;
}

const WESTERN = new TextDecoder('windows-1252');

/** A C1 control is a letter of windows-1252 that somebody put through as Latin 1: U+0092 is ’. */
export function readC1Controls(text: string): string {
  return text.replace(/[\u0080-\u009f]/g, (control) =>
    WESTERN.decode(new Uint8Array([control.charCodeAt(0)])),
  );
}

function tidy(text: string): string {
  return readC1Controls(text)
    .replace(/[^\S\n\u00a0]+/g, ' ')
    .replace(/ ?\n[\n ]*/g, '\n')
    .trim();
}

/** Reads entities in text that holds no markup: `&laquo;` → «. */
export function decodeEntities(text: string): string {
  if (!text.includes('&')) return text;
  let decoded = '';
  const parser = new Parser({
    ontext(piece) {
      decoded += piece;
    },
  });
  parser.end(text.replaceAll('<', '&lt;'));
  return decoded;
}
