import { isFiniteAt, type WordBlock } from './statement_words.js';
import { SUBJECT_WORDS } from './subject_words.js';

/** Words [from, to) in which the subject of a predicate may stand. */
export interface Segment {
  readonly from: number;
  readonly to: number;
}

/**
 * The stretches left of `to`, nearest first, in which the subject of a predicate may stand: back to the verb of the
 * clause before, over relative and adverbial clauses.
 *
 *     لاوروف با بیان اینکه ارتش‌ها تماس دارند، اما گفت که …
 *     ^^^^^^^^^^^^^^^^^^^^                     ^^^
 */
export function subjectSegments(view: WordBlock, range: Segment): Segment[] {
  const segments: Segment[] = [];
  let end = range.to;
  let at = range.to - 1;
  while (at >= range.from) {
    const hole = speechBefore(view, at, range);
    if (hole !== undefined) {
      push(segments, at + 1, end);
      end = hole;
      at = hole - 1;
      continue;
    }
    if (isSubordinator(view, at)) {
      push(segments, at + 1, end);
      push(segments, range.from, at);
      return segments;
    }
    if (!isFiniteAt(view, at)) {
      at -= 1;
      continue;
    }
    push(segments, at + 1, end);
    const opener = subordinatorBefore(view, at, range.from);
    if (opener === undefined) return segments;
    end = opener;
    at = opener - 1;
  }
  push(segments, range.from, end);
  return segments;
}

function push(segments: Segment[], from: number, to: number): void {
  if (to > from) segments.push({ from, to });
}

function isSubordinator(view: WordBlock, at: number): boolean {
  return SUBJECT_WORDS.subordinators.has(view.keys[at]) && view.words[at]?.aside !== true;
}

/** First word of the speech in marks in which a word stands, where the predicate itself stands outside. */
function speechBefore(view: WordBlock, at: number, range: Segment): number | undefined {
  const quote = view.words[at]?.quote ?? -1;
  const quotation = view.quotations[quote];
  if (quotation === undefined || view.words[range.to]?.quote === quote) return undefined;
  const size = quotation.next - quotation.first;
  const isSpeech = size > LONGEST_NAME || (size > 5 && hasFinite(view, quotation));
  return isSpeech ? Math.max(quotation.first, range.from) : undefined;
}

/** Words of a name in marks at most: «سلطان عبدالله رعایه‌الدین المصطفی بالله شاه». */
const LONGEST_NAME = 9;

function hasFinite(
  view: WordBlock,
  { first, next }: { readonly first: number; readonly next: number },
): boolean {
  for (let at = first; at < next; at += 1) if (isFiniteAt(view, at)) return true;
  return false;
}

/** The «که» that opens the clause which a verb ends, when that is no main clause: no other verb stands between. */
function subordinatorBefore(view: WordBlock, verb: number, from: number): number | undefined {
  for (let at = verb - 1; at >= from; at -= 1) {
    if (isSubordinator(view, at)) return isFiniteAt(view, at - 1) ? undefined : at;
    const word = view.words[at];
    if (isFiniteAt(view, at) && !isCompoundVerb(view, at, verb) && word?.quote === view.words[verb]?.quote) {
      const next = view.keys[at + 1];
      if (next !== 'و' && !/،/.test(view.words[at + 1]?.gap ?? '')) return undefined;
    }
  }
  return undefined;
}

/** «خواهد کرد», «نخواست نامش فاش شود»: parts of one verb, or a wish and what is wished. */
function isCompoundVerb(view: WordBlock, at: number, verb: number): boolean {
  const key = view.keys[at] ?? '';
  if (/^(?:ن|می|نمی)?(?:خواست|توانست)(?:ند|ه|هاند)?$/.test(key)) return verb - at <= 6;
  return verb - at <= 2 && /^(?:ن?خواه|ممکن|توان|باید)/.test(key);
}
