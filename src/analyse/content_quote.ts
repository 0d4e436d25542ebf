import type { Ask, Bounds, Content } from './content_view.js';
import type { Predicate } from './predicate_find.js';
import {
  gapAfter,
  isFiniteAt,
  type Quotation,
  sentenceStart,
  verbKind,
  type WordBlock,
} from './statement_words.js';

/** Index of the first word behind a predicate and its verb. */
export function behind(predicate: Predicate): number {
  return Math.max(predicate.next, predicate.verbNext ?? 0);
}

/** «گفت: A»: a quotation, or all up to the end of the paragraph, or the next one. */
export function findColon({ view, predicate, bounds }: Ask): Content | undefined {
  if (predicate.frame.clause === 'none') return undefined;
  const from = behind(predicate);
  const gap = gapAfter(view, from - 1);
  if (!/^[\s»"”)]*[:：]/.test(gap)) return undefined;
  const base = { from, subjectTo: predicate.start, rule: 'content/colon' };
  if (from >= view.words.length) return { ...base, to: from, form: 'colon', inNextBlock: true };
  const quotation = quotationAt(view, from);
  if (quotation !== undefined && isSpeech(view, quotation, bounds)) {
    return { ...base, to: quotation.next, form: 'direct', inner: quotation.inner };
  }
  return { ...base, to: bounds.to, form: 'colon', runsOn: true };
}

/** «گفت «A»»: speech in marks right behind the predicate. */
export function findQuoteBehind({ view, predicate, bounds }: Ask): Content | undefined {
  if (predicate.frame.clause === 'none') return undefined;
  const quotation = quotationAt(view, behind(predicate));
  if (quotation === undefined || !isSpeech(view, quotation, bounds)) return undefined;
  return {
    from: quotation.first,
    to: quotation.next,
    form: 'direct',
    inner: quotation.inner,
    rule: 'content/quote-behind',
    subjectTo: predicate.start,
  };
}

/** ««…» (را) گفت», ««…»، فلانی گفت.»: nothing is left behind the verb. */
export function findQuoteBefore({ view, predicate, bounds }: Ask): Content | undefined {
  if (predicate.frame.clause === 'none' || hasMore(view, predicate)) return undefined;
  const quotation = [...view.quotations]
    .reverse()
    .find(({ first, next }) => next <= predicate.start && first >= bounds.from);
  if (quotation === undefined || predicate.start - quotation.next > 12) return undefined;
  const inSame = view.words[quotation.first]?.sentence === view.words[predicate.start]?.sentence;
  if (!isSpeech(view, quotation, bounds) || (!inSame && predicate.start - quotation.next > 6))
    return undefined;
  return {
    from: quotation.first,
    to: quotation.next,
    form: 'direct',
    inner: quotation.inner,
    rule: 'content/quote-before',
    subjectTo: predicate.start,
  };
}

/** «A؛ این را B گفت.»: «این» is the clause before it, or the sentence before its own. */
export function findThisBefore({ view, predicate }: Ask): Content | undefined {
  if (predicate.passive || !SAID.test(predicate.act) || hasMore(view, predicate)) return undefined;
  const start = sentenceStart(view, predicate.start);
  let at = predicate.start - 2;
  while (at >= start && !(view.keys[at] === 'این' && view.keys[at + 1] === 'را')) at -= 1;
  const isFirst = at === start && at > 0;
  if (at < start || (!isFirst && !/[؛،,»]/.test(view.words[at]?.gap ?? ''))) return undefined;
  const from = isFirst ? sentenceStart(view, at - 1) : start;
  if (at - from < 3) return undefined;
  return { from, to: at, form: 'indirect', rule: 'content/this-before', subjectTo: predicate.start };
}

const SAID = /^(?:assert|announce|explain|emphasize|claim)$/;

function hasMore(view: WordBlock, predicate: Predicate): boolean {
  return (
    !/[.؛!؟]/.test(gapAfter(view, behind(predicate) - 1)) &&
    view.words[behind(predicate)] !== undefined &&
    view.keys[behind(predicate)] !== 'و'
  );
}

/** Whether a verb stands in a range of at least two words. */
export function hasVerb(view: WordBlock, { from, to }: Bounds): boolean {
  if (to - from < 2) return false;
  for (let at = from; at < to; at += 1)
    if (isFiniteAt(view, at) || verbKind(view.keys[at] ?? '') === 'participle') return true;
  return false;
}

/** The quotation that begins with a word. */
export function quotationAt(view: WordBlock, at: number): Quotation | undefined {
  const quotation = view.quotations[view.words[at]?.quote ?? -1];
  return quotation?.first === at ? quotation : undefined;
}

/** Most «…» are names and labels: speech has four words or more, or a verb. */
export function isSpeech(view: WordBlock, quotation: Quotation, bounds: Bounds): boolean {
  const size = quotation.next - quotation.first;
  return (
    quotation.next <= bounds.to &&
    (size >= 4 || (size >= 2 && hasVerb(view, { from: quotation.first, to: quotation.next })))
  );
}
