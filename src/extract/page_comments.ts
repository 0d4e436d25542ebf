import type { Element } from 'domhandler';
import type { ExtractedPage, PageComment } from '../model/extracted_page.js';
import type { Block } from './block.js';
import { readDateLine } from './date_lines.js';
import { type Draft, squeezedLine } from './draft.js';
import { wordCount } from './line_shapes.js';
import { namesOf } from './main_container.js';
import type { PageMeta } from './page_meta.js';

const ENTRY =
  /[ _-](comment|comments?-?_?(item|entry|box|row|single|wrap(per)?|container|block|cell|article)|comment-\d+|user-?comment|single-?comment|item-comment|depth-\d)[ _-]/;
const MAX_COMMENTS = 500;
/** Names, buttons and votes beside a comment's text. */
const SMALL_WORDS = 5;

/** Readers' comments that the page carries, with author and time where it prints them. */
export function findComments(draft: Draft, meta: PageMeta): PageComment[] {
  const entries = meta.elements.filter(
    (element) => ENTRY.test(namesOf(element)) && /^(?:li|div|article|section|blockquote)$/.test(element.name),
  );
  const byEntry = new Map<Element, Block[]>();
  const isEntry = new Set(entries);
  for (const block of draft.page.blocks) {
    const entry = innermost(block.element, isEntry);
    const known = entry && byEntry.get(entry);
    if (known) known.push(block);
    else if (entry) byEntry.set(entry, [block]);
  }
  return [...byEntry.values()].slice(0, MAX_COMMENTS).flatMap((blocks) => readComment(blocks) ?? []);
}

function innermost(element: Element | undefined, entries: ReadonlySet<Element>): Element | undefined {
  for (let node = element; node?.attribs; node = node.parent as Element | undefined)
    if (entries.has(node)) return node;
  return undefined;
}

function readComment(blocks: readonly Block[]): PageComment | undefined {
  const dated = blocks.map((block) => ({ block, line: readDateLine(block) })).find(({ line }) => line);
  const rest = blocks.filter((block) => block !== dated?.block);
  const text = rest.reduce<Block | undefined>(
    (best, block) => (!best || block.text.length > best.text.length ? block : best),
    undefined,
  );
  if (!text || text.text.length < 3) return undefined;
  const words = rest
    .slice(rest.indexOf(text))
    .filter((block) => block === text || wordCount(block.text) > SMALL_WORDS);
  const before = rest
    .slice(0, rest.indexOf(text))
    .find((block) => wordCount(block.text) <= SMALL_WORDS && /\p{L}/u.test(block.text));
  const author = before?.text ?? dated?.line?.rest;
  return {
    text: words.map((block) => block.text).join('\n'),
    ...(author ? { author } : {}),
    ...(dated?.line?.mention.iso ? { publishedAt: dated.line.mention.iso } : {}),
  };
}

/** Printed counters: «بازدید: ۱٬۲۳۴», «۱۲ نظر», «نظرات (۳)». */
export function findCounts(draft: Draft): Pick<ExtractedPage, 'counts'> {
  let views: number | undefined;
  let comments: number | undefined;
  for (const block of draft.page.blocks) {
    if (block.text.length > 40 || !/\p{Nd}/u.test(block.text)) continue;
    const { letters } = squeezedLine(draft, block);
    views ??= numberIn(
      /^(?:تعداد)?(?:بازدید|نمایش)(?:ها)?(\d{1,9})$|^(\d{1,9})(?:بازدید|نمایش|بار)(?:شده)?$/.exec(letters),
    );
    comments ??= numberIn(
      /^(?:تعداد)?(?:نظر|نظرات|دیدگاه|دیدگاهها)(?:کاربران)?(\d{1,6})$|^(\d{1,6})(?:نظر|دیدگاه)$/.exec(
        letters,
      ),
    );
  }
  if (views === undefined && comments === undefined) return {};
  return {
    counts: { ...(views === undefined ? {} : { views }), ...(comments === undefined ? {} : { comments }) },
  };
}

function numberIn(match: RegExpExecArray | null): number | undefined {
  const digits = match?.[1] ?? match?.[2];
  return digits === undefined ? undefined : Number(digits);
}
