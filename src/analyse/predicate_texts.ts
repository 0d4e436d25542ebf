/** Texts that speak: «در این بیانیه آمده است». */

import type { Reading } from './predicate_torn.js';
import { PREDICATE_WORDS } from './predicate_words.js';
import { sentenceStart, type WordBlock } from './statement_words.js';

/** «در بیانیهٔ وزارت خارجه آمده است که …». */
export function comesInText(view: WordBlock, at: number): Reading | undefined {
  const next = /^(?:است|بود)$/.test(view.keys[at + 1] ?? '') ? at + 2 : at + 1;
  const inText = textBefore(view, at);
  if (inText === undefined) return undefined;
  const gap = view.words[next]?.gap ?? '';
  return /[:：«"،]/.test(gap) || view.keys[next] === 'که' || next >= view.words.length
    ? { next, inText }
    : undefined;
}

/** «در گزارشی آورده است: …». */
export function hasItInText(view: WordBlock, at: number): Reading | undefined {
  const next = /^(?:است|اند)$/.test(view.keys[at + 1] ?? '') ? at + 2 : at + 1;
  return textBefore(view, at) === undefined || view.keys[at - 1] === 'را' ? undefined : { next };
}

/** The word for a text in which a sentence places what it tells: «در این بیانیه», «در ادامهٔ این گزارش». */
export function textBefore(view: WordBlock, at: number): number | undefined {
  const start = sentenceStart(view, at);
  for (let back = start; back < at; back += 1) {
    const key = view.keys[back] ?? '';
    const before = view.keys[back - 1] ?? '';
    const isText = PREDICATE_WORDS.texts.has(key) || PREDICATE_WORDS.texts.has(key.replace(/ا?ی$/, ''));
    if (isText && /^(?:در|این|همین|آن|متن|ادامه|بخشی|از|بخش)$/.test(before)) return back;
  }
  return undefined;
}
