import type { Outlet } from '../model/outlet.js';
import { span } from '../model/span.js';
import type { OutletNames } from '../persian/outlet_names.js';
import { withPersianLetters } from '../persian/squeeze.js';
import type { Block } from './block.js';
import type { Draft } from './draft.js';
import { keptSpan } from './draft.js';

/** What stood before the first sentence: who publishes, who writes, where from. */
export interface Byline {
  readonly outlet?: Outlet;
  /** The outlet's name as printed, when the registry does not know it. */
  readonly outletName?: string;
  readonly author?: string;
  /** Length in UTF-16 units, the blank behind it included. */
  readonly length: number;
  readonly rule: string;
}

/** A person's name: two to five words of letters. */
const PERSON = /^[\p{L}\u200c.]+(?:[\s\u00a0][\p{L}\u200c.]+){1,4}$/u;
const DASH = /^[\s\u00a0]*[-–—ـ][\s\u00a0]*/u;

/**
 * Reads the byline or dateline that a paragraph begins with.
 *
 *   خبرگزاری نوران؛ مینا آرتین - هم‌زمان با …
 *   ^-----------------------^
 *   آوند: ژاله مهرتاش روز شنبه گفت: …
 *   ^---^
 *   تهران - ایرنا - وزیر …
 */
export function readByline(text: string, names: OutletNames): Byline | undefined {
  const head = withPersianLetters(text.slice(0, HEAD_CHARS));
  return readOutletFirst(head, names) ?? readPlaceFirst(head, names) ?? readUnknownOutlet(head);
}

/** Cuts the bylines off the first blocks of an article and keeps them as data. */
export function cutBylines(draft: Draft, blocks: readonly Block[], names: OutletNames): Byline[] {
  const found: Byline[] = [];
  for (const block of blocks) {
    const kept = keptSpan(draft, block);
    const byline = readByline(draft.page.text.slice(kept.start, kept.end), names);
    if (!byline || byline.length >= kept.end - kept.start) continue;
    found.push(byline);
    draft.kept.set(block.index, span(kept.start + byline.length, kept.end));
    const printed = draft.page.text.slice(kept.start, kept.start + byline.length).trimEnd();
    draft.cuttings.push({
      kind: 'meta_line',
      rule: byline.rule,
      span: span(kept.start, kept.start + printed.length),
    });
    const author = byline.author && lettersOf(draft, kept.start, byline.author);
    if (author && !draft.authors.includes(author)) draft.authors.push(author);
  }
  return found;
}

/** The author's name in the page's own letters: the head that was searched is equally long. */
function lettersOf(draft: Draft, start: number, name: string): string {
  const head = draft.page.text.slice(start, start + HEAD_CHARS);
  const at = withPersianLetters(head).indexOf(name);
  return at < 0 ? name : head.slice(at, at + name.length);
}

/** Letters in which a byline ends. */
const HEAD_CHARS = 160;

function readOutletFirst(head: string, names: OutletNames): Byline | undefined {
  const service = /^(?:گروه|سرویس)\s+[\p{L}\u200c ،و]{2,30}?\s+(?=\S)/u.exec(head);
  for (const offset of service ? [0, service[0].length, ...wordStarts(service[0])] : [0]) {
    const mention = names.at(head, offset);
    if (mention) return readBehindOutlet(head, mention.end, mention.outlet);
  }
  return undefined;
}

function wordStarts(text: string): number[] {
  return [...text.matchAll(/\s(?=\S)/g)].map((match) => match.index + 1);
}

function readBehindOutlet(head: string, end: number, outlet: Outlet): Byline | undefined {
  const rest = head.slice(end);
  const colon = /^[\s\u00a0]*[:：][\s\u00a0]*/u.exec(rest);
  if (colon) return { outlet, length: end + colon[0].length, rule: 'byline/outlet-colon' };
  const named = /^[\s\u00a0]*[؛،,/|–-][\s\u00a0]*([^-–—:؛.»«\n]{3,45}?)[\s\u00a0]*([-–—:؛])[\s\u00a0]*/u.exec(
    rest,
  );
  if (named?.[1]) {
    const length = end + named[0].length;
    if (PERSON.test(named[1]) && named[2] !== ':' && /^[\s\u00a0]*[؛،,|]/u.test(rest)) {
      return { outlet, author: named[1], length, rule: 'byline/outlet-author' };
    }
    if (!/\s\S+\s\S+\s/u.test(named[1])) return { outlet, length, rule: 'byline/outlet-place' };
  }
  const dash = DASH.exec(rest);
  return dash ? { outlet, length: end + dash[0].length, rule: 'byline/outlet-dash' } : undefined;
}

/** «تهران - ایرنا - …», «گرگان (ایسنا) …» */
function readPlaceFirst(head: string, names: OutletNames): Byline | undefined {
  const place =
    /^([\p{L}\u200c]{2,15}(?:[\s\u00a0][\p{L}\u200c]{2,15})?)[\s\u00a0]*[-–—/،,(][\s\u00a0]*/u.exec(head);
  if (!place) return undefined;
  const mention = names.at(head, place[0].length);
  if (!mention) return undefined;
  const behind = /^[\s\u00a0]*[-–—:؛)]+[\s\u00a0]*[-–—:]?[\s\u00a0]*/u.exec(head.slice(mention.end));
  return behind
    ? { outlet: mention.outlet, length: mention.end + behind[0].length, rule: 'byline/place-outlet' }
    : undefined;
}

/** An outlet that the registry does not know is believed only in the full form «X؛ نویسنده -». */
function readUnknownOutlet(head: string): Byline | undefined {
  const match =
    /^([\p{L}\p{N}\u200c]+(?:[\s\u00a0][\p{L}\p{N}\u200c]+){0,4})[\s\u00a0]*؛[\s\u00a0]*([^-–—:؛.،»«\n]{5,40}?)[\s\u00a0]*[-–—][\s\u00a0]+/u.exec(
      head,
    );
  if (!match?.[1] || !match[2] || !PERSON.test(match[2])) return undefined;
  return { outletName: match[1], author: match[2], length: match[0].length, rule: 'byline/outlet-author' };
}
