import type { Report, SharedSpan } from '../model/story.js';
import { type ReportWord, readWords } from './report_words.js';

/** Shorter passages are phrases that anybody uses. */
const LEAST_WORDS = 5;

/**
 * The passages that two reports print alike, as offsets into their texts, in the order of the first. Each passage is as
 * long as it can be and stands once; titles are not looked at.
 */
export function sharedSpans(own: Pick<Report, 'text'>, other: Pick<Report, 'text'>): readonly SharedSpan[] {
  const words = readWords({ text: own.text });
  const others = readWords({ text: other.text });
  const starts = startsByRun(others);
  const spans: SharedSpan[] = [];
  for (let at = 0; at + LEAST_WORDS <= words.length; ) {
    const { length, start } = longestFrom(words, others, { at, starts: starts.get(runAt(words, at)) ?? [] });
    if (length < LEAST_WORDS) {
      at += 1;
      continue;
    }
    spans.push({ own: spanOf(words, at, length), other: spanOf(others, start, length) });
    at += length;
  }
  return spans;
}

function startsByRun(words: readonly ReportWord[]): ReadonlyMap<string, readonly number[]> {
  const starts = new Map<string, number[]>();
  for (let at = 0; at + LEAST_WORDS <= words.length; at += 1) {
    const run = runAt(words, at);
    const known = starts.get(run);
    if (known === undefined) starts.set(run, [at]);
    else if (known.length < MOST_STARTS) known.push(at);
  }
  return starts;
}

/** A run that a text repeats more often is a chorus; its first places are enough. */
const MOST_STARTS = 16;

function runAt(words: readonly ReportWord[], at: number): string {
  return words
    .slice(at, at + LEAST_WORDS)
    .map(({ key }) => key)
    .join(' ');
}

function longestFrom(
  words: readonly ReportWord[],
  others: readonly ReportWord[],
  { at, starts }: { readonly at: number; readonly starts: readonly number[] },
): { readonly length: number; readonly start: number } {
  let best = { length: 0, start: 0 };
  for (const start of starts) {
    let length = 0;
    while (words[at + length] && words[at + length]?.key === others[start + length]?.key) length += 1;
    if (length > best.length) best = { length, start };
  }
  return best;
}

function spanOf(words: readonly ReportWord[], at: number, length: number): SharedSpan['own'] {
  // Both ends lie inside the passage.
  return { start: (words[at] as ReportWord).start, end: (words[at + length - 1] as ReportWord).end };
}
