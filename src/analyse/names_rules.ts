import { isConjugated } from '../persian/verb_forms.js';
import { findPredicates } from '../persian/verb_phrases.js';
import { wordWeight } from '../persian/words.js';
import { NAME_WORDS } from './name_words.js';
import { isGivenName } from './names_features.js';
import type { NameFound } from './names_known.js';
import type { SentenceWords } from './sentence_words.js';

// Names by their surroundings: who speaks, and the noun that begins an organisation's or a place's name.

const MOST_WORDS = 7;

/** Names that rules find in a sentence; they may overlap those of the gazetteer, the longest holds. */
export function findRuledNames(words: SentenceWords, names: readonly NameFound[]): NameFound[] {
  const covered = new Map(
    names.flatMap((name) => range(name.from, name.to).map((at) => [at, name] as const)),
  );
  const found: NameFound[] = [];
  for (let at = 0; at < words.keys.length; at += 1) {
    const name =
      organisationAt(words, at, covered) ??
      governmentAt(words, at, covered) ??
      placeAt(words, at, covered) ??
      directionAt(words, at, covered);
    if (name === undefined) continue;
    found.push(name);
    at = name.to - 1;
  }
  const speaker = speakerOf(words, covered);
  return speaker === undefined ? found : [speaker, ...found];
}

type Covered = ReadonlyMap<number, NameFound>;

/** «ستاد برگزاری نماز جمعه», «اداره کل راه و شهرسازی گیلان»: from the head to the first word no name goes on with. */
function organisationAt(words: SentenceWords, at: number, covered: Covered): NameFound | undefined {
  const head = words.keys[at] ?? '';
  if (!NAME_WORDS.organisations.has(head)) return undefined;
  if (COUNTED.test(words.keys[at - 1] ?? '') && words.gaps[at] === 'none') return undefined;
  const after = covered.get(at + 1);
  if (head === 'تیم' && after?.type === 'organisation' && words.gaps[at + 1] === 'none')
    return { ...after, from: at };
  const seen = covered.get(at);
  if (seen !== undefined) return joinedFurther(words, seen, covered);
  const end = extentFrom(words, at + 1, { covered, mayJoin: NAME_WORDS.joining.has(head) });
  if (range(at + 1, end).some((each) => NAME_WORDS.joining.has(words.keys[each] ?? ''))) return undefined;
  if (end <= at + 1 || (NAME_WORDS.weakHeads.has(head) && !isDistinct(words, at + 1, end, covered)))
    return undefined;
  return { from: at, to: end, type: 'organisation', id: '', rule: 'name/organisation-head' };
}

/** «۳۲ تیم برتر»: what is counted is a common noun. */
const COUNTED = /^(?:\d+|هر|چند|چندین|دو|سه|چهار|پنج|شش|هفت|هشت|نه|ده)$/;

/** What the model or a table saw goes on over «و» and a noun, or to a place: «کمیسیون برنامه [و بودجه]». */
function joinedFurther(words: SentenceWords, seen: NameFound, covered: Covered): NameFound | undefined {
  const canJoin = NAME_WORDS.joining.has(words.keys[seen.from] ?? '') && seen.to - seen.from > 1;
  if (seen.type !== 'organisation' || !canJoin || !joinsNouns(words, seen.to, covered)) return undefined;
  const to = seen.to + 2;
  const place = words.gaps[to] === 'none' ? covered.get(to) : undefined;
  const end = place?.type === 'place' || place?.type === 'organisation' ? place.to : to;
  return { from: seen.from, to: end, type: 'organisation', id: '', rule: 'name/organisation-head' };
}

interface ExtentOptions {
  readonly covered: Covered;
  readonly mayJoin: boolean;
}

/** End of a name from its second word on. A known name ends it, a person's name stands outside it. */
function extentFrom(words: SentenceWords, from: number, { covered, mayJoin }: ExtentOptions): number {
  let to = from;
  let joins = mayJoin;
  while (to - from < MOST_WORDS && goesOn(words, to)) {
    const name = covered.get(to);
    if (name !== undefined) return name.type === 'person' ? to : name.to;
    if (joins && to > from && joinsNouns(words, to, covered)) {
      joins = false;
      to += 2;
    } else if (isStop(words.keys[to] ?? '', words, to)) return withoutLightNoun(words, from, to);
    else to += 1;
  }
  return to;
}

function withoutLightNoun(words: SentenceWords, from: number, to: number): number {
  return to > from && isLightVerb(words, to) ? to - 1 : to;
}

function goesOn(words: SentenceWords, at: number): boolean {
  return at < words.keys.length && words.gaps[at] === 'none';
}

/** «راه و شهرسازی». */
function joinsNouns(words: SentenceWords, at: number, covered: Covered): boolean {
  return (
    words.keys[at] === 'و' && isPlainNoun(words, at - 1) && isPlainNoun(words, at + 1) && !covered.has(at + 1)
  );
}

function isLightVerb(words: SentenceWords, at: number): boolean {
  const key = words.keys[at] ?? '';
  return words.gaps[at] === 'none' && LIGHT_VERB.test(key) && (isConjugated(key) || key.endsWith('ه'));
}

/** The word before a light verb belongs to it: «شورای شهر [تصویب نشده]». */
const LIGHT_VERB = /^ن?(?:می)?(?:کرد|کن|شد|شو|داد|ده|گرفت|گیر|نمود|نما|یافت|یاب|بخش|ورز|خورد)/;

function isStop(key: string, words: SentenceWords, at: number): boolean {
  if (NAME_WORDS.stops.has(key) || isGivenName(key) || /^\d|^(?:می|نمی)./.test(key)) return true;
  return isConjugated(key) || findPredicates(words.keys, at).length > 0;
}

function isPlainNoun(words: SentenceWords, at: number): boolean {
  const key = words.keys[at] ?? '';
  return words.gaps[at] === 'none' && wordWeight(key) >= 2 && !isStop(key, words, at);
}

/** «شرکت پالایش و پخش» is a name, «شرکت در مسابقه» and «تیم حریف» are not. */
function isDistinct(words: SentenceWords, from: number, to: number, covered: Covered): boolean {
  return range(from, to).some((at) => {
    const key = words.keys[at] ?? '';
    return covered.has(at) || NAME_WORDS.closers.has(key) || wordWeight(key) < 3;
  });
}

/** «دولت اوباما», «رژیم آل خلیفه»: a government called after whoever leads it. */
function governmentAt(words: SentenceWords, at: number, covered: Covered): NameFound | undefined {
  const head = words.keys[at] ?? '';
  const name = covered.get(at + 1);
  if ((head !== 'دولت' && head !== 'رژیم') || words.gaps[at + 1] !== 'none' || covered.has(at))
    return undefined;
  if (name === undefined || name.from !== at + 1) return undefined;
  return { from: at, to: name.to, type: 'organisation', id: '', rule: 'name/government-of' };
}

/** «شمال غرب قصر شیرین» is a place of its own extent, but the same name. */
function directionAt(words: SentenceWords, at: number, covered: Covered): NameFound | undefined {
  let to = at;
  while (
    NAME_WORDS.directions.has(words.keys[to] ?? '') &&
    !covered.has(to) &&
    (to === at || words.gaps[to] === 'none')
  )
    to += 1;
  const name = covered.get(to);
  if (to === at || name?.type !== 'place' || name.from !== to || words.gaps[to] !== 'none') return undefined;
  return { ...name, from: at };
}

/** «استان البرز», «خیابان آزادی»: the noun belongs to the name. */
function placeAt(words: SentenceWords, at: number, covered: Covered): NameFound | undefined {
  const head = words.keys[at] ?? '';
  if (!NAME_WORDS.places.has(head) || words.gaps[at + 1] !== 'none') return undefined;
  const name = covered.get(at + 1);
  const made = { from: at, type: 'place', id: '', rule: 'name/place-head' } as const;
  if (name !== undefined)
    return name.type === 'place' && name.from === at + 1 ? { ...made, to: name.to } : undefined;
  if (!NAME_WORDS.boldPlaces.has(head)) return undefined;
  const key = words.keys[at + 1] ?? '';
  return isStop(key, words, at + 1) || !/[^های]$/.test(key) ? undefined : { ...made, to: at + 2 };
}

/** One to three words at the start of a sentence, before what speakers do: «ضرابی ادامه داد». */
function speakerOf(words: SentenceWords, covered: Covered): NameFound | undefined {
  for (let to = 1; to <= 3 && to < words.keys.length; to += 1) {
    if (!mayBeNamed(words, to - 1, covered)) return undefined;
    if (words.gaps[to] !== 'none' || !speaksAt(words, to)) continue;
    const first = words.keys[0] ?? '';
    const isName = to > 1 ? isGivenName(first) : mayBeSurname(first);
    return isName ? { from: 0, to, type: 'person', id: '', rule: 'name/speaker' } : undefined;
  }
  return undefined;
}

/** «ناظران», «تحولات» are many, unless no list knows the word: «ضرغامیان». */
function mayBeSurname(key: string): boolean {
  if (/ها(?:ی|یی)?$/.test(key)) return false;
  return !/(?:ان|ات|ین)$/.test(key) || (wordWeight(key) === 0 && wordWeight(key.slice(0, -2)) === 0);
}

function mayBeNamed(words: SentenceWords, at: number, covered: Covered): boolean {
  const key = words.keys[at] ?? '';
  if (covered.has(at) || (at > 0 && words.gaps[at] !== 'none')) return false;
  return !NAME_WORDS.noSpeakers.has(key) && !NAME_WORDS.stops.has(key) && !/^\d/.test(key);
}

function speaksAt(words: SentenceWords, at: number): boolean {
  const pair = `${words.keys[at]} ${words.keys[at + 1] ?? ''}`;
  return NAME_WORDS.afterSpeaker.has(pair) || findPredicates(words.keys, at).length > 0;
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from }, (_, at) => from + at);
}
