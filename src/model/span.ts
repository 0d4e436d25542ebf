/**
 * A half-open range of UTF-16 code units in one text: `text.slice(start, end)`.
 * Spans always cut the publisher's own letters, never a normalised copy.
 */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Makes a span; a negative start or an end before the start is a bug of the caller and throws. */
export function span(start: number, end: number): Span {
  if (!Number.isInteger(start) || !Number.isInteger(end) || start < 0 || end < start) {
    throw new RangeError(`Cannot make a span "${start}..${end}": it needs integers with 0 <= start <= end`);
  }
  return { start, end };
}

/** The letters that a span cuts out of its text. */
export function cut(text: string, range: Span): string {
  return text.slice(range.start, range.end);
}
