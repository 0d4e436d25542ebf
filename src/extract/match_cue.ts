import { isWordEnd, rawEndOf, type SqueezedText } from '../persian/squeeze.js';
import { BOILERPLATE_CUES, type KeyedCue } from './boilerplate_cues.js';

/** A cue found at the start of a line, and the raw offset where its words end. */
export interface CueHit {
  readonly cue: KeyedCue;
  readonly rawEnd: number;
}

/** Cue letters are at least this long in the index; shorter cues do not exist. */
const INDEX_UNITS = 2;

/** Cues by their first two letters: a line is compared with a handful instead of some two hundred. */
const CUES_BY_START = groupByStart();

/** The longest cue that a line begins with, in the look that the cue demands. */
export function matchCue(line: SqueezedText): CueHit | undefined {
  const candidates = CUES_BY_START.get(line.letters.slice(0, INDEX_UNITS)) ?? [];
  for (const cue of candidates) {
    if (!line.letters.startsWith(cue.letters)) continue;
    const rawEnd = rawEndOf(line, cue.letters.length);
    if (isWordEnd(line.raw, rawEnd) && looksRight(cue, line, rawEnd)) return { cue, rawEnd };
  }
  return undefined;
}

function looksRight(cue: KeyedCue, line: SqueezedText, rawEnd: number): boolean {
  if (cue.match === 'start') return true;
  const rest = line.letters.slice(cue.letters.length);
  if (/^\d*$/.test(rest)) return true;
  if (cue.match === 'whole') return false;
  return /^[\s\u200c]*[:：|/\-–—»>•]/.test(line.raw.slice(rawEnd)) || /^\d/.test(rest);
}

function groupByStart(): ReadonlyMap<string, readonly KeyedCue[]> {
  const groups = new Map<string, KeyedCue[]>();
  for (const cue of BOILERPLATE_CUES) {
    const start = cue.letters.slice(0, INDEX_UNITS);
    const group = groups.get(start);
    if (group) group.push(cue);
    else groups.set(start, [cue]);
  }
  return groups;
}
