import type { SharedSpan } from '../model/story.js';
import { tokenise } from '../persian/keys.js';

/** Shorter runs of equal words are phrases of the trade, not a sign that one text was taken from the other. */
const LEAST_WORDS = 5;
/** Runs told of one pair; longer texts have their longest told. */
const MOST_RUNS = 60;

/**
 * The runs of at least five words that two texts have in common, whatever their spelling, in the order of the first
 * text and not overlapping in it. Spans cut the letters of each text.
 */
export function findSharedWords(own: string, other: string): readonly SharedSpan[] {
  const ownWords = tokenise(own);
  const otherWords = tokenise(other);
  const keys = otherWords.map(({ key }) => key);
  const places = placesOfRuns(keys);
  const ownKeys = ownWords.map(({ key }) => key);
  const found: { readonly span: SharedSpan; readonly words: number }[] = [];
  for (let at = 0; at + LEAST_WORDS <= ownKeys.length; ) {
    const run = longestRun(ownKeys, at, { keys, places });
    const [first, last] = [ownWords[at], ownWords[at + run.words - 1]];
    const [theirFirst, theirLast] = [otherWords[run.place], otherWords[run.place + run.words - 1]];
    if (run.words === 0 || !first || !last || !theirFirst || !theirLast) {
      at += 1;
      continue;
    }
    const span = {
      own: { start: first.start, end: last.end },
      other: { start: theirFirst.start, end: theirLast.end },
    };
    found.push({ span, words: run.words });
    at += run.words;
  }
  const least = found.map(({ words }) => words).sort((a, b) => b - a)[MOST_RUNS - 1] ?? 0;
  return found.filter(({ words }) => words >= least).map(({ span }) => span);
}

interface Other {
  readonly keys: readonly string[];
  readonly places: ReadonlyMap<string, readonly number[]>;
}

/** The longest run that begins at a word of the own text, and where it stands in the other. */
function longestRun(
  own: readonly string[],
  at: number,
  { keys, places }: Other,
): { readonly words: number; readonly place: number } {
  let best = { words: 0, place: 0 };
  for (const place of places.get(runAt(own, at)) ?? []) {
    let words = LEAST_WORDS;
    while (own[at + words] !== undefined && own[at + words] === keys[place + words]) words += 1;
    if (words > best.words) best = { words, place };
  }
  return best;
}

function placesOfRuns(keys: readonly string[]): ReadonlyMap<string, readonly number[]> {
  const places = new Map<string, number[]>();
  for (let at = 0; at + LEAST_WORDS <= keys.length; at += 1) {
    const run = runAt(keys, at);
    const known = places.get(run);
    if (known) known.push(at);
    else places.set(run, [at]);
  }
  return places;
}

function runAt(keys: readonly string[], at: number): string {
  return keys.slice(at, at + LEAST_WORDS).join(' ');
}
