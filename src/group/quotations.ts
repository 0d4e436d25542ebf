import type { Span } from '../model/span.js';

/**
 * Words that are somebody else's, printed as such: quotations in brackets, and documents that a line announces
 * («متن بیانیه به شرح زیر است:»). Two reports that share only these rest on a common source. Sorted, merged.
 */
export function findQuotations(text: string): readonly Span[] {
  const found: Span[] = [];
  for (const match of text.matchAll(BRACKETS)) {
    if ((match[0].match(WORD)?.length ?? 0) >= QUOTATION_WORDS) {
      found.push({ start: match.index, end: match.index + match[0].length });
    }
  }
  const document = WHOLE_DOCUMENT.exec(text);
  if (document) found.push({ start: document.index + document[0].length, end: text.length });
  for (const match of text.matchAll(PARAGRAPH_DOCUMENT)) {
    const start = match.index + match[0].length;
    found.push({ start, end: start + (/[^\n]*/.exec(text.slice(start))?.[0].length ?? 0) });
  }
  return merge(found);
}

/** Shorter bracketed words are names and terms («هفت و نیم»), not quotations. */
const QUOTATION_WORDS = 6;
const WORD = /[\p{L}\p{N}][\p{L}\p{M}\p{N}\u200c]*/gu;
const BRACKETS = /«[^«»\n]{12,1500}[»«]|“[^“”\n]{12,1500}”|"[^"\n]{12,1500}"/gu;

/** «به شرح زیر است:», «متن کامل پیام … به این شرح است:»: what follows, to the end, is the document. */
const WHOLE_DOCUMENT =
  /(?:به\s*شرح\s*(?:زیر|ذیل)|ب(?:ه\s*ا|د)ین\s*شرح)(?:\s+(?:است|اعلام شد|اعلام کرد|منتشر شد|منتشر کرد|می\u200c?\s?باشد|کرد|صادر کرد))?\s*[:：]/u;
/** «در این بیانیه آمده است:»: the rest of the paragraph, or the next one where the line ends. */
const PARAGRAPH_DOCUMENT = /(?:آمده|نوشته شده) است\s*[:：][ \t]*\n?/gu;

function merge(spans: readonly Span[]): Span[] {
  const merged: Span[] = [];
  for (const span of [...spans].sort((a, b) => a.start - b.start)) {
    const last = merged.at(-1);
    if (last !== undefined && span.start <= last.end) {
      merged[merged.length - 1] = { start: last.start, end: Math.max(last.end, span.end) };
    } else merged.push(span);
  }
  return merged;
}
