import type { Bounds, Content } from './content_view.js';
import { findByObject } from './object_behind.js';
import { objectStart } from './object_start.js';
import { OBJECT_WORDS } from './object_words.js';
import type { Predicate } from './predicate_find.js';
import type { SpeakerView } from './speaker_view.js';
import { isFiniteAt, type WordBlock } from './statement_words.js';

/** The object of a predicate that takes one: «X را تکذیب کرد», «از X خبر داد», «بر X تأکید کرد». */
export function findObject(speakers: SpeakerView, predicate: Predicate, bounds: Bounds): Content | undefined {
  const { frame } = predicate;
  if (frame.ra === true) {
    const found = findRaObject(speakers, predicate, bounds);
    if (found !== undefined) return found;
  }
  return frame.by === undefined ? undefined : findByObject(speakers, predicate, bounds);
}

/** Words between «را» and the verb: adverbs, or the name that a label gives. */
const MOST_BETWEEN = 30;

function findRaObject(speakers: SpeakerView, predicate: Predicate, bounds: Bounds): Content | undefined {
  const { view } = speakers;
  const ra = lastIndex(view, {
    key: 'را',
    from: Math.max(bounds.from, predicate.start - MOST_BETWEEN - 6),
    to: predicate.start,
  });
  if (ra === undefined || (predicate.frame.label === true && !isLabelled(view, ra, predicate.start)))
    return undefined;
  const base = { form: 'indirect' as const, rule: 'content/object' };
  if (view.keys[ra + 1] === 'که') {
    return { ...base, from: ra + 2, to: predicate.start, subjectTo: ra };
  }
  const between = predicate.start - ra - 1;
  if (hasVerbBetween(view, ra + 1, predicate.start)) return undefined;
  const from = objectStart(speakers, { from: bounds.from, to: ra });
  if (from === undefined || isPointer(view, from, ra)) return undefined;
  const isWhole =
    predicate.frame.label === true ||
    predicate.act === 'accuse' ||
    ((predicate.act === 'announce' || predicate.frame.id === 'frame/voice') && between > 0);
  return { ...base, from, to: isWhole ? predicate.start : ra, subjectTo: from };
}

/** «آن را مهم می‌داند» calls it so; «این را هم می‌داند» only knows it. */
function isLabelled({ keys }: WordBlock, ra: number, verb: number): boolean {
  return keys.slice(ra + 1, verb).some((key) => !OBJECT_WORDS.unlabelling.has(key));
}

function hasVerbBetween(view: WordBlock, from: number, to: number): boolean {
  for (let at = from; at < to; at += 1)
    if (isFiniteAt(view, at) && (view.words[at]?.quote ?? -1) < 0) return true;
  return false;
}

/** «این سخنان را مطرح کرد»: points back to speech that was told already. */
function isPointer(view: WordBlock, from: number, to: number): boolean {
  return (
    to - from <= 4 &&
    /^(?:این|آن|همین)$/.test(view.keys[from] ?? '') &&
    OBJECT_WORDS.pointers.has(view.keys[from + 1])
  );
}

function lastIndex(
  view: WordBlock,
  { key, from, to }: { key: string; from: number; to: number },
): number | undefined {
  const sentence = view.words[to]?.sentence;
  for (let at = to - 1; at >= from; at -= 1) {
    if (view.keys[at] === key && view.words[at]?.sentence === sentence && !view.words[at]?.aside) return at;
  }
  return undefined;
}
