/** The object behind a preposition: «از X خبر داد», «بر X تأکید کرد». */

import type { Bounds, Content } from './content_view.js';
import { OBJECT_WORDS } from './object_words.js';
import type { Predicate } from './predicate_find.js';
import { readSubject } from './speaker_phrase.js';
import { type Segment, subjectSegments } from './speaker_region.js';
import type { SpeakerView } from './speaker_view.js';
import { BODIES, PREPOSITIONS, TITLES } from './speaker_words.js';
import type { WordBlock } from './statement_words.js';

/** The object behind a preposition; the first in the frame's order that stands in the clause. */
export function findByObject(
  speakers: SpeakerView,
  predicate: Predicate,
  bounds: Bounds,
): Content | undefined {
  const { view } = speakers;
  const [segment] = subjectSegments(view, { from: bounds.from, to: predicate.start });
  if (segment === undefined || segment.to !== predicate.start || isVote(view, predicate)) return undefined;
  for (const preposition of (predicate.frame.by ?? '').split(' ')) {
    const found = behindPreposition(speakers, segment, { predicate, preposition });
    if (found !== undefined) return found;
  }
  return predicate.frame.id === 'frame/emphasize' ? emphasised(view, segment, predicate) : undefined;
}

function behindPreposition(
  speakers: SpeakerView,
  { from }: Segment,
  { predicate, preposition }: { readonly predicate: Predicate; readonly preposition: string },
): Content | undefined {
  const { view } = speakers;
  const { start } = predicate;
  for (let at = from; at < start - 1; at += 1) {
    const next = prepositionAt(view, at, preposition);
    if (next === undefined || next >= start || isLeading(speakers, { from, to: start }, next)) continue;
    if (isBound(view, at) || OBJECT_WORDS.afterOf.has(view.keys[next])) continue;
    if (preposition === 'به' && predicate.act !== 'accuse' && isAddressed(view, next, predicate)) continue;
    return { from: next, to: start, form: 'indirect', rule: 'content/object', subjectTo: at };
  }
  return undefined;
}

/** «همزمان با خبر دربارهٔ باران، سازمان آب هشدار داد»: in the adverbial that leads the sentence nothing is reported. */
function isLeading(speakers: SpeakerView, { from, to }: Segment, at: number): boolean {
  const { view, mentions } = speakers;
  if (!PREPOSITIONS.has(view.keys[from] ?? '') && view.keys[from] !== 'همزمان') return false;
  for (let next = to - 1; next > at; next -= 1) {
    if (!/[،,]/.test(view.words[next]?.gap ?? '')) continue;
    const own = readSubject(speakers, { from: next, to });
    return (
      own?.to === to &&
      (mentions.has(next) || BODIES.has(view.keys[next] ?? '') || TITLES.has(view.keys[next] ?? ''))
    );
  }
  return false;
}

/** «به لزوم صرفه‌جویی تأکید کرد»: «به» counts before what one stresses. */
function emphasised(view: WordBlock, { from }: Segment, { start }: Predicate): Content | undefined {
  for (let at = from; at < start - 2; at += 1) {
    if (view.keys[at] === 'به' && /^(?:لزوم|ضرورت|اهمیت)$/.test(view.keys[at + 1] ?? ''))
      return { from: at + 1, to: start, form: 'indirect', rule: 'content/object', subjectTo: at };
  }
  return undefined;
}

/** «مجلس با ۲۰۰ رأی با این طرح موافقت کرد» decides and says nothing. */
function isVote(view: WordBlock, { frame, start }: Predicate): boolean {
  return frame.id === 'frame/agree' && view.keys.slice(Math.max(0, start - 20), start).includes('رای');
}

/** «مبنی بر», «علاوه بر»: no preposition of its own. */
function isBound(view: WordBlock, at: number): boolean {
  if (/^(?:این|آن)$/.test(view.keys[at + 1] ?? '') && /^(?:رو|سو|جهت|طریق)$/.test(view.keys[at + 2] ?? ''))
    return true;
  return OBJECT_WORDS.bound.has(view.keys[at - 1]);
}

/** «به خبرنگاران گفت»: whom the speaker addresses is not what he says. */
function isAddressed(view: WordBlock, at: number, predicate: Predicate): boolean {
  return predicate.start - at <= 2 && OBJECT_WORDS.addressed.has(view.keys[at]);
}

/** Index of the first word behind a preposition at a word: «در مورد» is two words, «درباره» one. */
function prepositionAt(view: WordBlock, at: number, preposition: string): number | undefined {
  const word = view.words[at];
  if (word === undefined || word.aside || word.quote >= 0) return undefined;
  const key = word.key.replace(/^دربارهی$/, 'درباره');
  if (key === preposition && preposition !== 'نسبت') return at + 1;
  const [first, second] = TWO_WORDS.get(preposition) ?? [];
  return first !== undefined && key === first && view.keys[at + 1] === second ? at + 2 : undefined;
}

const TWO_WORDS: ReadonlyMap<string, readonly [string, string]> = new Map([
  ['نسبت', ['نسبت', 'به']],
  ['درمورد', ['در', 'مورد']],
  ['درخصوص', ['در', 'خصوص']],
]);
