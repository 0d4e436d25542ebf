import type { Span } from '../model/span.js';

/** Ties a display text to the raw text it was made from: unit `i` of the display came from `starts[i]..ends[i]`. */
export interface OffsetMap {
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  /** Length of the raw text in UTF-16 units. */
  readonly rawLength: number;
}

/** The raw letters behind a range of the display. A half-space that was added stands for an empty raw range. */
export function toRawSpan(map: OffsetMap, display: Span): Span {
  const start = map.starts[display.start] ?? map.rawLength;
  if (display.end <= display.start) return { start, end: start };
  return { start, end: Math.max(start, map.ends[display.end - 1] ?? map.rawLength) };
}

/** The range of the display that was made from a raw range; empty when all its letters were dropped. */
export function toDisplaySpan(map: OffsetMap, raw: Span): Span {
  const start = firstAtOrAfter(map.ends, raw.start + 1);
  const end = firstAtOrAfter(map.starts, Math.max(raw.end, raw.start));
  return { start, end: Math.max(start, end) };
}

/** The map of a display that was made in two steps, `second` from the text that `first` maps to the raw one. */
export function composeMaps(first: OffsetMap, second: OffsetMap): OffsetMap {
  const starts = new Int32Array(second.starts.length);
  const ends = new Int32Array(second.starts.length);
  for (let at = 0; at < starts.length; at += 1) {
    const raw = toRawSpan(first, { start: second.starts[at] as number, end: second.ends[at] as number });
    starts[at] = raw.start;
    // A half-space set inside a spelled-out ligature lies within that ligature: ends never fall.
    ends[at] = Math.max(raw.end, ends[at - 1] ?? 0);
  }
  return { starts, ends, rawLength: first.rawLength };
}

/** Index of the first value that is not below `least`; the values never fall. */
function firstAtOrAfter(values: Int32Array, least: number): number {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((values[middle] as number) < least) low = middle + 1;
    else high = middle;
  }
  return low;
}
