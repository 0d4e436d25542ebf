import { joinHashes } from './hashing.js';
import type { ReportWord } from './report_words.js';

/** Short lines that a host prints under or over everything: «سرخ‌تایمز؛ دریچه‌ای به …», «انتهای پیام». */
export interface FrameLines {
  /** The words without those of lines seen often before in this outlet; remembers the rest. */
  strip(outlet: string, words: readonly ReportWord[]): readonly ReportWord[];
}

/** Longer lines are text, however often they are printed again. */
const LONGEST_FRAME_WORDS = 14;
/** Reports that must have printed a line. A post shown again three or four times is not yet a frame. */
const FRAME_REPORTS = 6;
/** Lines remembered; then the half that was not seen lately goes. */
const MOST_LINES = 200_000;

export function createFrameLines(): FrameLines {
  let recent = new Map<number, number>();
  let older = new Map<number, number>();

  function countLine(hash: number): number {
    const count = (recent.get(hash) ?? older.get(hash) ?? 0) + 1;
    recent.set(hash, count);
    if (recent.size > MOST_LINES / 2) {
      older = recent;
      recent = new Map();
    }
    return count;
  }

  return {
    strip(outlet, words) {
      const kept: ReportWord[] = [];
      for (const line of linesOf(words)) {
        const isShort = line.length <= LONGEST_FRAME_WORDS;
        if (isShort && countLine(hashLine(outlet, line)) > FRAME_REPORTS) continue;
        // Not spread: a page may print all its words in one line, and arguments go on the stack.
        for (const word of line) kept.push(word);
      }
      return kept.length === 0 ? words : kept;
    },
  };
}

function linesOf(words: readonly ReportWord[]): ReportWord[][] {
  const lines: ReportWord[][] = [];
  for (const word of words) {
    const last = lines.at(-1);
    if (last?.[0]?.line === word.line) last.push(word);
    else lines.push([word]);
  }
  return lines;
}

function hashLine(outlet: string, line: readonly ReportWord[]): number {
  let hash = 0;
  for (let at = 0; at < outlet.length; at += 1) hash = joinHashes(hash, outlet.charCodeAt(at));
  for (const word of line) hash = joinHashes(hash, word.keyHash);
  return hash;
}
