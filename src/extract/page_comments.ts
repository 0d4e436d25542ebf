import type { ChildNode, Element } from 'domhandler';
import type { PageComment } from '../model/extracted_page.js';
import { trimmedText } from './block_lookup.js';
import { readDateLine } from './date_lines.js';
import { wordCount } from './line_shapes.js';
import { readInstant } from './machine_dates.js';
import { namesOf } from './main_container.js';
import type { PageMeta } from './page_meta.js';
import { isElement } from './parse_html.js';
import { selectBelow } from './select.js';

// Readers' comments stand in elements that say so by class or id. Inside one of them author, time and text are
// told apart by class names where there are some, else by their look: a date, a short line, the longest line.

/** One class or id of an element that holds one comment. */
const ENTRY =
  /^(comment|(user|single|item|reader|li)-?comment|comments?-?(item|entry|box|row|single|block|cell|one|container)|[a-z-]*comments?-?[a-z]*-(one|item)|comment-\d+|depth-\d+)$/;
/** A part of a comment, never a comment: head, form, list of all. */
const ENTRY_TAGS = new Set(['li', 'div', 'article', 'section', 'blockquote']);
const AUTHOR = /^(fn|.*(author|name|writer|sender|user)(name)?)$/;
const DATE = /^(.*(date|time|when|metadata|posted|published).*)$/;
const TEXT = /^(comment-?(body|content|text|txt|message)|text|content|body|message|cm-?text)$/;
const SKIPPED = new Set(['form', 'button', 'input', 'textarea', 'select', 'script', 'style', 'label']);
const SKIPPED_NAMES =
  /^(reply|respond|comment-?(reply|vote|form|respond|tools|actions).*|votes?|rating|likes?|says)$/;

const MAX_COMMENTS = 500;
const MIN_TEXT_CHARS = 3;
const AUTHOR_WORDS = 6;

/** Readers' comments that the page carries, with author and time where it prints them. */
export function findComments(meta: PageMeta): PageComment[] {
  const entries = meta.elements.filter(
    (element) =>
      ENTRY_TAGS.has(element.name) &&
      mayBeEntry(element) &&
      wordsOf(element).some((word) => ENTRY.test(word)),
  );
  const known = new Set(entries.filter((element) => !isAloneAround(element, entries)));
  return [...known].slice(0, MAX_COMMENTS).flatMap((entry) => readComment(entry, known) ?? []);
}

/** A cheap look before the names are divided into words. */
function mayBeEntry({ attribs }: Element): boolean {
  return ENTRY_HINT.test(attribs.class ?? '') || ENTRY_HINT.test(attribs.id ?? '');
}

const ENTRY_HINT = /comment|depth/i;

/** `<li class="comment"><div class="comment-item">`: one comment in two elements is read once, by the outer one. */
function isAloneAround(inner: Element, entries: readonly Element[]): boolean {
  const outer = inner.parent;
  if (!outer || !entries.includes(outer as Element)) return false;
  return !(outer as Element).children.some(
    (child) => child !== inner && isElement(child) && entries.includes(child),
  );
}

function wordsOf(element: Element): string[] {
  return namesOf(element)
    .split(' ')
    .filter(Boolean)
    .map((word) => word.replace(/_+/g, '-'));
}

/** What the parts of a comment were found to be. */
interface Parts {
  author?: string;
  date?: string;
  text?: string;
  readonly lines: string[];
}

function readComment(entry: Element, entries: ReadonlySet<Element>): PageComment | undefined {
  const parts: Parts = { lines: [] };
  walk(entry, entry, { parts, entries });
  const text = parts.text ?? restOf(parts);
  if (text === undefined || text.length < MIN_TEXT_CHARS) return undefined;
  if (parts.author === undefined && parts.date === undefined) return undefined;
  const publishedAt = parts.date;
  return {
    text,
    ...(parts.author ? { author: parts.author } : {}),
    ...(publishedAt ? { publishedAt } : {}),
  };
}

function walk(
  node: Element,
  entry: Element,
  context: { readonly parts: Parts; readonly entries: ReadonlySet<Element> },
): void {
  const { parts, entries } = context;
  for (const child of node.children) {
    if (!isElement(child)) {
      takeLine(parts, textOf(child));
      continue;
    }
    if (SKIPPED.has(child.name) || entries.has(child) || !takeNamed(child, parts)) continue;
    if (child.children.some((grand) => isElement(grand))) walk(child, entry, context);
    else takeLine(parts, trimmedText(child));
  }
}

/** Reads an element whose names say which part it is; true when its inside is still to be read. */
function takeNamed(element: Element, parts: Parts): boolean {
  const words = wordsOf(element);
  if (words.some((word) => SKIPPED_NAMES.test(word))) return false;
  const hasParts = element.children.some((child) => isElement(child) && wordsOf(child).length > 0);
  if (element.name === 'time' || (!hasParts && words.some((word) => DATE.test(word)))) {
    parts.date ??= instantOf(element);
    return false;
  }
  if (parts.author === undefined && !hasParts && words.some((word) => AUTHOR.test(word))) {
    const name = authorIn(trimmedText(element));
    if (name) parts.author = name;
    return false;
  }
  if (parts.text === undefined && !hasParts && words.some((word) => TEXT.test(word))) {
    parts.text = paragraphsOf(element);
    return false;
  }
  return true;
}

function instantOf(element: Element): string | undefined {
  const { datetime } = (element.name === 'time' ? element : firstTime(element))?.attribs ?? {};
  return (datetime ? readInstant(datetime)?.iso : undefined) ?? dateIn(trimmedText(element))?.iso;
}

function firstTime(element: Element): Element | undefined {
  return selectBelow('time[datetime]', element)[0];
}

function dateIn(text: string): { readonly iso: string; readonly rest: string } | undefined {
  const line = readDateLine({
    index: 0,
    span: { start: 0, end: text.length } as never,
    text,
    tag: 'div',
    linkChars: 0,
  });
  return line?.mention.iso ? { iso: line.mention.iso, rest: line.rest } : undefined;
}

function takeLine(parts: Parts, line: string): void {
  if (line === '') return;
  const date = parts.date === undefined ? dateIn(line) : undefined;
  if (!date) {
    parts.lines.push(line);
    return;
  }
  parts.date = date.iso;
  const name = authorIn(date.rest);
  if (name) parts.author ??= name;
}

/** «هوادار گفت:» → هوادار */
function authorIn(text: string): string | undefined {
  const name = text.replace(/\s*(?:گفت|می\u200c?گوید|says|said)?\s*[:：]\s*$/u, '').trim();
  return name !== '' && wordCount(name) <= AUTHOR_WORDS ? name : undefined;
}

/** The text where no class names it: the longest line and the longer ones below it; a short one above is the author. */
function restOf(parts: Parts): string | undefined {
  const { lines } = parts;
  const longest = lines.reduce((best, line, at) => (line.length > (lines[best]?.length ?? 0) ? at : best), 0);
  const above = lines
    .slice(0, longest)
    .find((line) => wordCount(line) <= AUTHOR_WORDS && /\p{L}/u.test(line));
  const name = above && authorIn(above);
  if (name) parts.author ??= name;
  const text = lines.slice(longest).filter((line, at) => at === 0 || wordCount(line) > AUTHOR_WORDS);
  return text.length > 0 ? text.join('\n') : undefined;
}

function paragraphsOf(element: Element): string {
  const paragraphs = element.children.filter((child) => isElement(child) && child.name === 'p') as Element[];
  return paragraphs.length > 1
    ? paragraphs.map(trimmedText).filter(Boolean).join('\n')
    : trimmedText(element);
}

function textOf(node: ChildNode): string {
  return node.type === 'text' ? (node as unknown as { data: string }).data.replace(/\s+/g, ' ').trim() : '';
}
