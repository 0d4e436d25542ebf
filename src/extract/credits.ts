import { span } from '../model/span.js';
import type { OutletNames } from '../persian/outlet_names.js';
import { withPersianLetters } from '../persian/squeeze.js';
import type { Block } from './block.js';
import { blocksOf, type Draft, keptSpan } from './draft.js';
import { endsSentence } from './line_shapes.js';

// What an article says about where it comes from. Trailing credits leave the body: «منبع: رویترز», «/فارس»,
// «(ایسنا)», «انتهای پیام/». A leading «به گزارش …» is part of the publisher's sentence and stays.

/** The last lines of an article in which credits are looked for. */
const TRAILING_BLOCKS = 4;
const MAX_NAME_WORDS = 6;

/** Takes trailing credits, end marks and editors' codes off the end of the body. */
export function cutTrailingCredits(draft: Draft, body: readonly Block[], names: OutletNames): void {
  for (const block of body.slice(-TRAILING_BLOCKS).reverse()) {
    const isLast = !body.some(
      (other) => other.index > block.index && draft.marks[other.index]?.role === 'body',
    );
    if (!isLast) return;
    while (cutOnce(draft, block, names)) if (dropIfEmpty(draft, block)) break;
    if (draft.marks[block.index]?.role === 'body') return;
  }
}

/** Lines below the text that may still name its source: «منبع: …» in an element of its own. */
const LINES_BELOW = 6;

/** Reads «منبع: …» that stands outside the text's own element, just below it. */
export function readCreditBelow(draft: Draft, names: OutletNames): void {
  const last = blocksOf(draft, 'body').at(-1);
  if (!last || draft.credits.some((credit) => credit.evidence.rule === 'credit/source-line')) return;
  for (const block of draft.page.blocks.slice(last.index + 1, last.index + 1 + LINES_BELOW)) {
    if (draft.marks[block.index]?.role !== 'dropped' || block.text.length > CREDIT_LINE_CHARS) continue;
    const found = findTrailing(block.text, names);
    if (!found?.name || found.start > 0 || !STANDING.has(found.rule)) continue;
    const evidence = { span: block.span, rule: found.rule };
    draft.credits.push({ name: found.name, surface: block.text, evidence });
    return;
  }
}

const CREDIT_LINE_CHARS = 80;
const STANDING = new Set(['credit/source-line', 'credit/parenthesis']);

interface Trailing {
  readonly start: number;
  readonly name?: string;
  readonly rule: string;
  readonly kind: 'source_credit' | 'related' | 'meta_line';
}

function cutOnce(draft: Draft, block: Block, names: OutletNames): boolean {
  const kept = keptSpan(draft, block);
  const text = draft.page.text.slice(kept.start, kept.end);
  const found = findTrailing(text, names);
  if (!found) return false;
  const surface = text.slice(found.start).trim();
  const start = kept.start + text.indexOf(surface, found.start);
  const range = span(start, start + surface.length);
  if (found.name) {
    draft.credits.push({ name: found.name, surface, evidence: { span: range, rule: found.rule } });
  }
  draft.cuttings.push({ kind: found.kind, rule: found.rule, span: range });
  draft.kept.set(block.index, span(kept.start, kept.start + text.slice(0, found.start).trimEnd().length));
  return true;
}

function dropIfEmpty(draft: Draft, block: Block): boolean {
  const kept = keptSpan(draft, block);
  if (draft.page.text.slice(kept.start, kept.end).trim() !== '') return false;
  // The whole line was a credit: what was cut off it is told by the cuttings, the line itself is gone.
  draft.marks[block.index] = { role: 'dropped', kind: 'source_credit', rule: 'credit/whole-line' };
  return true;
}

function findTrailing(text: string, names: OutletNames): Trailing | undefined {
  const tail = withPersianLetters(text.slice(-120));
  const base = text.length - tail.length;
  for (const find of [
    findEndMark,
    findSourceLine,
    findSlash,
    findParenthesis,
    findMoreLink,
    findEditorsCode,
  ]) {
    const found = find(tail, names, text.length);
    if (found)
      return { ...found, ...originalName({ text, base, tail }, found.name), start: base + found.start };
  }
  return undefined;
}

/** The name in the page's own letters: the tail that was searched is equally long. */
function originalName(
  place: { text: string; base: number; tail: string },
  name: string | undefined,
): { name?: string } {
  const at = name === undefined ? -1 : place.tail.lastIndexOf(name);
  if (name === undefined || at < 0) return {};
  return { name: place.text.slice(place.base + at, place.base + at + name.length) };
}

/** «انتهای پیام/», «انتهای پیام/۴۰۳۲/م», «پایان پیام», «/انتهای پیام/» */
function findEndMark(tail: string): Trailing | undefined {
  const match =
    /[\s\u00a0./]*(?:انتهای|پایان)[\s\u00a0\u200c]*(?:پیام|خبر)[\s\u00a0]*[/.*\p{L}\p{N}\s-]{0,30}$|[\s\u00a0]*\/[\s\u00a0]*پایان[\s\u00a0]*\/?$/u.exec(
      tail,
    );
  return match
    ? { start: skipDot(tail, match.index), rule: 'credit/end-mark', kind: 'source_credit' }
    : undefined;
}

/** «منبع: رویترز», «منبع : خبرآنلاین / مترجم: …» */
function findSourceLine(tail: string): Trailing | undefined {
  const match =
    /(?:^|[.؟!»)\]\s])((?:منبع|منابع|به نقل از|برگرفته از|ترجمه از)[\s\u00a0]*[:：][\s\u00a0]*([^:\n]{2,60}?))[\s\u00a0.]*$/u.exec(
      tail,
    );
  if (!match?.[1] || !match[2] || match[2].trim().split(/\s+/).length > MAX_NAME_WORDS) return undefined;
  const start = match.index + match[0].indexOf(match[1]);
  return { start, name: cleanName(match[2]), rule: 'credit/source-line', kind: 'source_credit' };
}

/** «… قرار داده‌اند./فارس», «… است / ایسنا», and initials of an editor behind a full stop: «./م» */
function findSlash(tail: string, names: OutletNames): Trailing | undefined {
  const match = /[\s\u00a0]*\/[\s\u00a0]*([^/.:؟!\n«»]{1,40}?)[\s\u00a0]*[/.]?[\s\u00a0]*$/u.exec(tail);
  if (!match?.[1]) return undefined;
  const outlet = names.named(match[1]);
  const before = tail.slice(0, match.index);
  if (outlet)
    return { start: match.index, name: match[1].trim(), rule: 'credit/slash-outlet', kind: 'source_credit' };
  const closes = before.trim() === '' || endsSentence(before);
  if (!closes || match[1].trim().split(/\s+/).length > 3) return undefined;
  const name = /^\p{L}[\p{L}\u200c ]{2,}$/u.test(match[1].trim()) ? match[1].trim() : undefined;
  return { start: match.index, ...(name ? { name } : {}), rule: 'credit/slash', kind: 'source_credit' };
}

/** «… (ایسنا)» */
function findParenthesis(tail: string, names: OutletNames): Trailing | undefined {
  const match = /[\s\u00a0]*[([]([^()[\]]{2,40})[)\]][\s\u00a0.]*$/u.exec(tail);
  if (!match?.[1] || !names.named(match[1])) return undefined;
  return { start: match.index, name: match[1].trim(), rule: 'credit/parenthesis', kind: 'source_credit' };
}

/** «… تحت فشار قرار می‌دهد». (جزئیات بیشتر)» */
function findMoreLink(tail: string): Trailing | undefined {
  const match =
    /[\s\u00a0]*[([][\s\u00a0]*(?:جزئیات بیشتر|ادامه مطلب|ادامه خبر|بیشتر بخوانید|متن کامل|اینجا)[\s\u00a0]*[)\]][\s\u00a0.]*$/u.exec(
      tail,
    );
  return match ? { start: match.index, rule: 'credit/inline-link', kind: 'related' } : undefined;
}

/** A line that is nothing but an editor's number: «۲۷۲۱۵», «2727/». */
function findEditorsCode(tail: string, _names: OutletNames, length: number): Trailing | undefined {
  if (length > 20 || !/^[\s\u00a0/*]*[\p{Nd}][\p{Nd}\s/*.،-]*$/u.test(tail)) return undefined;
  return { start: 0, rule: 'credit/editors-code', kind: 'meta_line' };
}

/** A full stop before an end mark belongs to the sentence. */
function skipDot(tail: string, index: number): number {
  return /^[\s\u00a0]*\./u.test(tail.slice(index)) ? tail.indexOf('.', index) + 1 : index;
}

function cleanName(name: string): string {
  return name.replace(/[\s\u00a0./]+$/u, '').trim();
}

const LEADING_MARKERS =
  /(?:به|بنا به|بنابر)[\s\u00a0]+(?:گزارش|نقل از|نوشته|نوشتهٔ|نوشته‌ی)[\s\u00a0]+|(?<=[\s،])(?:و )?نقل از[\s\u00a0]+/gu;
/** The formula stands in the first letters of an article: 77 % of 1,640 real ones have it there. */
const LEADING_CHARS = 250;

/** Who the first paragraph names as its source, in order: the publisher itself where it names itself. */
export function findLeadingCredits(draft: Draft, first: Block, names: OutletNames): void {
  const kept = keptSpan(draft, first);
  const head = withPersianLetters(
    draft.page.text.slice(kept.start, Math.min(kept.end, kept.start + LEADING_CHARS)),
  );
  let expected = 0;
  for (const marker of head.matchAll(LEADING_MARKERS)) {
    // The chain is broken where a sentence lies between two markers: a source of one claim, not of the page.
    if (/[.؟!:]/.test(head.slice(expected, marker.index)) || (expected === 0 && marker.index > 3)) break;
    expected = readHops(
      draft,
      { head, base: kept.start, markerStart: marker.index, at: marker.index + marker[0].length },
      names,
    );
  }
}

interface Hop {
  readonly head: string;
  readonly base: number;
  readonly markerStart: number;
  readonly at: number;
}

/** Reads one named source and, where no comma parts them, the next: «به گزارش راهبرد معاصر روزنامه کامرسنت …» */
function readHops(draft: Draft, hop: Hop, names: OutletNames): number {
  let { at, markerStart } = hop;
  let count = 0;
  for (let mention = names.at(hop.head, at); mention && count < 4; mention = names.at(hop.head, at)) {
    const nameStart = at + leadingNoun(hop.head.slice(at, mention.end));
    pushCredit(draft, hop, { start: markerStart, nameStart, end: mention.end });
    at = mention.end + (/^[\s\u00a0]*(?:و[\s\u00a0]+)?/u.exec(hop.head.slice(mention.end))?.[0].length ?? 0);
    markerStart = at;
    count++;
  }
  if (count > 0) return at;
  const unknown = /^([^،,:؛.«»()\n]{2,60}?)[\s\u00a0]*(?:[،,:؛]|[\s\u00a0]به نقل از)/u.exec(
    hop.head.slice(at),
  );
  if (!unknown?.[1] || unknown[1].split(/\s+/).length > MAX_NAME_WORDS) return at;
  const end = at + unknown[1].length;
  pushCredit(draft, hop, { start: markerStart, nameStart: at + leadingNoun(unknown[1]), end });
  return end;
}

function pushCredit(draft: Draft, hop: Hop, place: { start: number; nameStart: number; end: number }): void {
  // The letters are cut from the page: the head that was searched has Persian letters throughout.
  const printed = (start: number) => draft.page.text.slice(hop.base + start, hop.base + place.end);
  const name = printed(place.nameStart).replace(/^[«"“]|[»"”]$/gu, '');
  if (name.trim() === '') return;
  draft.credits.push({
    name: name.trim(),
    surface: printed(place.start),
    evidence: { span: span(hop.base + place.start, hop.base + place.end), rule: 'credit/by-report-of' },
  });
}

function leadingNoun(text: string): number {
  return (
    /^[«"“]?(?:(?:خبرگزاری|روزنامه|سایت|وب\u200c?\s?سایت|وبگاه|پایگاه خبری(?: تحلیلی)?|پایگاه اطلاع\u200c?\s?رسانی|شبکه(?: خبری)?|نشریه|مجله|هفته\u200c?\s?نامه|خبرنگار|آژانس)[\s\u00a0]+)*/u.exec(
      text,
    )?.[0].length ?? 0
  );
}
