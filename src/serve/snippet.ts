/** The passage of a text around the words that were searched for, as display text with the words marked. */
import type { Span } from '../model/span.js';
import { remember } from '../persian/bounded_cache.js';
import { displayOf } from '../persian/display.js';
import { tokenise } from '../persian/keys.js';
import { toDisplaySpan } from '../persian/offset_map.js';
import { searchReadings } from '../store/search_words.js';

export interface SnippetPiece {
  /** As pages show it. */
  readonly text: string;
  /** The publisher's own letters. */
  readonly printed: string;
  readonly marked: boolean;
}

/** Letters of a snippet: two to three lines of a desk, four of a phone. */
const SNIPPET_LENGTH = 230;
/** Letters before the first marked word. */
const LEAD_IN = 60;

/** The passage with most of the words; the beginning of the text when it has none. */
export function makeSnippet(raw: string, readings: ReadonlySet<string>): readonly SnippetPiece[] {
  const marks = findMarks(raw, readings);
  const from = startOfPassage(raw, bestMark(marks));
  const end = Math.min(raw.length, endOfPassage(raw, from + SNIPPET_LENGTH));
  const inside = marks.filter((mark) => mark.start >= from && mark.end <= end);
  const pieces = cutPieces(raw.slice(from, end), shift(inside, from));
  return [
    ...(from > 0 ? [plainPiece('… ')] : []),
    ...pieces,
    ...(end < raw.length ? [plainPiece(' …')] : []),
  ];
}

/** A whole text (a headline) with the words marked. */
export function markWords(raw: string, readings: ReadonlySet<string>): readonly SnippetPiece[] {
  return cutPieces(raw, findMarks(raw, readings));
}

function findMarks(raw: string, readings: ReadonlySet<string>): readonly Span[] {
  if (readings.size === 0) return [];
  const isMeant = testOf(readings);
  return tokenise(raw).filter(({ key }) => isMeant(key));
}

/** Whether a key is one of the words that were searched for: most words of twenty texts stand in several of them. */
function testOf(readings: ReadonlySet<string>): (key: string) => boolean {
  const known = tests.get(readings);
  const test =
    known ?? remember((key: string) => searchReadings(key).some((reading) => readings.has(reading)));
  if (known === undefined) tests.set(readings, test);
  return test;
}

const tests = new WeakMap<ReadonlySet<string>, (key: string) => boolean>();

/** Where the densest passage begins. */
function bestMark(marks: readonly Span[]): number {
  let best = { start: 0, count: 0 };
  for (const [at, mark] of marks.entries()) {
    const limit = mark.start + SNIPPET_LENGTH - LEAD_IN;
    let count = 0;
    while ((marks[at + count]?.end ?? Number.POSITIVE_INFINITY) <= limit) count += 1;
    if (count > best.count) best = { start: mark.start, count };
  }
  return best.start;
}

function startOfPassage(raw: string, mark: number): number {
  if (mark <= LEAD_IN) return 0;
  const space = raw.indexOf(' ', mark - LEAD_IN);
  return space === -1 || space >= mark ? mark : space + 1;
}

function endOfPassage(raw: string, wanted: number): number {
  if (wanted >= raw.length) return raw.length;
  const space = raw.lastIndexOf(' ', wanted);
  return space > wanted - 40 ? space : wanted;
}

function shift(spans: readonly Span[], by: number): readonly Span[] {
  return spans.map(({ start, end }) => ({ start: start - by, end: end - by }));
}

function cutPieces(raw: string, marks: readonly Span[]): readonly SnippetPiece[] {
  const line = raw.replace(/[\n\r\t]/g, ' ');
  const display = displayOf(line);
  const pieces: SnippetPiece[] = [];
  let from = { display: 0, raw: 0 };
  const cutUntil = (end: typeof from, marked: boolean): void => {
    const text = display.text.slice(from.display, end.display);
    if (text !== '') pieces.push({ text, printed: line.slice(from.raw, end.raw), marked });
    from = end;
  };
  for (const mark of marks) {
    const { start, end } = toDisplaySpan(display.map, mark);
    if (start < from.display) continue;
    cutUntil({ display: start, raw: mark.start }, false);
    cutUntil({ display: end, raw: mark.end }, true);
  }
  cutUntil({ display: display.text.length, raw: line.length }, false);
  return pieces;
}

function plainPiece(text: string): SnippetPiece {
  return { text, printed: text, marked: false };
}
