import sanitizeHtml from 'sanitize-html';
import { displayText } from '../persian/display.js';
import { resolveUrl } from './resolve_url.js';

/** What a publisher's page may bring into ours: running text, lists, quotes, tables and links. Nothing else. */
const TAGS = [
  'p',
  'h2',
  'ul',
  'ol',
  'li',
  'blockquote',
  'table',
  'tbody',
  'tr',
  'th',
  'td',
  'a',
  'b',
  'strong',
  'i',
  'em',
  'sub',
  'sup',
  'small',
];

/** Cells span so many rows or columns at most: a million of them would hold a browser up. */
const MAX_CELL_SPAN = 20;
/** Elements in one another; what is deeper loses its tags and keeps its letters. */
const MAX_NESTING = 12;
/** Letters that turn what follows them around, and other controls: in letters and addresses alike. */
const TURNING = /[\u202a-\u202e\u2066-\u2069\u200e\u200f\u061c\p{Cc}]/gu;

/**
 * A fragment of a publisher's HTML that may stand in our page: only the tags above, links only to http and https,
 * text in display spelling. `base` is the page's own address, against which links are read. Never throws.
 */
export function safeHtml(html: string, base?: string): string {
  return sanitizeHtml(html, {
    allowedTags: TAGS,
    allowedAttributes: { a: ['href', 'rel'], td: ['colspan', 'rowspan'], th: ['colspan', 'rowspan'] },
    allowedSchemes: ['http', 'https'],
    allowedSchemesAppliedToAttributes: ['href'],
    allowProtocolRelative: false,
    disallowedTagsMode: 'discard',
    nestingLimit: MAX_NESTING,
    parseStyleAttributes: false,
    transformTags: {
      a: (tagName, { href }) => ({ tagName, attribs: linkOf(href, base) }),
      td: (tagName, attribs) => ({ tagName, attribs: cellOf(attribs) }),
      th: (tagName, attribs) => ({ tagName, attribs: cellOf(attribs) }),
    },
    textFilter: (escaped) => escapeText(displayText(plainText(escaped).replace(TURNING, ''))),
  });
}

function linkOf(href: string | undefined, base: string | undefined): Record<string, string> {
  const url = resolveUrl(href?.replace(TURNING, ''), base);
  if (url === undefined || !/^https?:\/\//i.test(url)) return {};
  const { username, password } = new URL(url);
  return username === '' && password === '' ? { href: url, rel: 'noopener noreferrer nofollow' } : {};
}

function cellOf({ colspan, rowspan }: Record<string, string>): Record<string, string> {
  return { ...spanOf('colspan', colspan), ...spanOf('rowspan', rowspan) };
}

function spanOf(name: string, value: string | undefined): Record<string, string> {
  const count = Number.parseInt(value ?? '', 10);
  return count > 1 ? { [name]: String(Math.min(count, MAX_CELL_SPAN)) } : {};
}

/** Letters as they stand in HTML. */
export function escapeText(text: string): string {
  return text.replace(/[&<>"]/g, (letter) => ESCAPES[letter] ?? letter);
}

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** The sanitiser hands text over with exactly these four escaped. */
function plainText(escaped: string): string {
  return escaped.replace(/&(amp|lt|gt|quot);/g, (_, name: string) => UNESCAPES[name] ?? '');
}

const UNESCAPES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' };
