import { isWord } from '../persian/words.js';
import { phraseEnd } from './phrase_end.js';
import { behindHonorifics, byName, mentionsIn, ofMention } from './phrase_name.js';
import { PHRASE_WORDS } from './phrase_words.js';
import { skipLeading } from './speaker_leading.js';
import type { Segment } from './speaker_region.js';
import type { SpeakerPhrase, SpeakerView } from './speaker_view.js';
import { BODIES, DEMONSTRATIVES, PRONOUNS, TITLES, UNNAMED } from './speaker_words.js';
import { type VerbKind, verbKind, type WordBlock } from './statement_words.js';

/** Segments in which a subject may stand, nearest first. A sure one further off wins over a mere name. */
export function findSubject(speakers: SpeakerView, segments: readonly Segment[]): SpeakerPhrase | undefined {
  let weak: SpeakerPhrase | undefined;
  for (const segment of segments) {
    const phrase = readSubject(speakers, segment);
    if (phrase === undefined) continue;
    if (
      phrase.isWeak !== true &&
      (weak === undefined || phrase.to === segment.to || isCommon(speakers, weak))
    )
      return phrase;
    weak ??= phrase;
  }
  return weak;
}

/** «… دربارهٔ میزبانی و اینکه فصل گذشته …، گفت»: everyday words inside a sentence are hardly somebody's name. */
function isCommon({ view }: SpeakerView, { from, to }: SpeakerPhrase): boolean {
  const isFirst = view.words[from - 1]?.sentence !== view.words[from]?.sentence;
  return !isFirst && view.keys.slice(from, to).every((key) => isWord(key));
}

/** The noun phrase that begins a segment after connectives, times and adverbials. */
export function readSubject(speakers: SpeakerView, segment: Segment): SpeakerPhrase | undefined {
  const from = skipLeading(speakers, segment);
  return from < segment.to ? readPhrase(speakers, { from, to: segment.to }) : undefined;
}

/** Reads the phrase that begins at `from`: pronoun, mention, title, body, unnamed, or else a name. */
function readPhrase(speakers: SpeakerView, range: Segment): SpeakerPhrase | undefined {
  const { view } = speakers;
  const key = view.keys[range.from] ?? '';
  if (PRONOUNS.has(key)) {
    const name = { from: range.from, to: range.from + 1 };
    return { ...name, via: 'pronoun', name, pointing: true };
  }
  const to = phraseEnd(speakers, range);
  if (to <= range.from) return undefined;
  return classify(speakers, { from: range.from, to });
}

function classify(speakers: SpeakerView, range: Segment): SpeakerPhrase | undefined {
  const { view } = speakers;
  const key = view.keys[range.from] ?? '';
  const pointing = DEMONSTRATIVES.has(key);
  const head = pointing || PHRASE_WORDS.counted.has(key) ? (view.keys[range.from + 1] ?? '') : key;
  return (
    byName(speakers, range, pointing) ??
    byHead(speakers, range, { key, head, pointing }) ??
    plainName(speakers, range)
  );
}

function byHead(
  speakers: SpeakerView,
  range: Segment,
  { key, head, pointing }: { readonly key: string; readonly head: string; readonly pointing: boolean },
): SpeakerPhrase | undefined {
  if (pointing && range.to - range.from === 1) return undefined;
  if (pointing) return { ...range, via: viaOfHead(head), name: range, pointing };
  if (key === 'یکی' && /ترین$/.test(speakers.view.keys[range.from + 2] ?? '')) return undefined;
  const many = manyAt(key, range);
  if (many !== undefined) return { ...many, via: 'unnamed', name: many, pointing };
  if (isUnnamed(key, head)) return { ...range, via: 'unnamed', name: range, pointing };
  const apart = apposedName(speakers, range);
  if (apart !== undefined) return apart;
  const first = mentionsIn(speakers, range)[0];
  if (first?.from === range.from) return ofMention(first, range, pointing);
  if (TITLES.has(head) || (head === 'امام' && speakers.view.keys[range.from + 1] === 'جمعه'))
    return { ...range, via: 'role', name: range, pointing };
  return BODIES.has(head) ? { ...range, via: 'org', name: range, pointing } : undefined;
}

/** «شرکت‌های حمل‌ونقل», «سازمان‌های حقوق بشری»; «اروپایی‌ها» is one word, whatever follows. */
function manyAt(key: string, range: Segment): Segment | undefined {
  const { from, to } = range;
  if (/..ها$/.test(key)) return to - from <= 3 ? range : { from, to: from + 1 };
  const isBodies = key.endsWith('های') && (BODIES.has(key.slice(0, -3)) || TITLES.has(key.slice(0, -3)));
  return isBodies ? range : undefined;
}

function viaOfHead(head: string): SpeakerPhrase['via'] {
  if (UNNAMED.has(head) && !TITLES.has(head)) return 'unnamed';
  return BODIES.has(head) || head === 'گزارش' ? 'org' : 'role';
}

function isUnnamed(key: string, head: string): boolean {
  return (
    UNNAMED.has(key) ||
    (key.endsWith('ان') && TITLES.has(key.slice(0, -2))) ||
    (PHRASE_WORDS.anybody.has(key) && head !== '' && !PHRASE_WORDS.media.has(head))
  );
}

/** «معصومه ابتکار، معاون …», «رئیس‌جمهور اوکراین، ولودیمیر زلنسکی»: the part without a title is the name. */
function apposedName(speakers: SpeakerView, range: Segment): SpeakerPhrase | undefined {
  const { keys } = speakers.view;
  let title = range.from;
  while (title < range.to && !TITLES.has(keys[title] ?? '')) title += 1;
  if (title === range.from) return nameBehindTitle(speakers, range);
  return title < range.to ? nameBeforeTitle(speakers, range, title) : undefined;
}

function nameBeforeTitle({ view }: SpeakerView, range: Segment, title: number): SpeakerPhrase | undefined {
  const start = behindRank(view, { from: range.from, to: title });
  const isName =
    title - start <= 5 && !view.keys.slice(start, title).includes('و') && !BODIES.has(view.keys[start] ?? '');
  if (!isName) return undefined;
  const role = { from: title, to: range.to };
  return { ...range, via: 'name', name: { from: start, to: title }, role, pointing: false };
}

/** «سردار سپهر» is Sepehr; «سید» alone before a name belongs to it. */
function behindRank(view: WordBlock, range: Segment): number {
  const end = behindHonorifics(view, range);
  return view.keys[end - 1] === 'سید' && end > range.from ? end - 1 : end;
}

function nameBehindTitle({ view }: SpeakerView, range: Segment): SpeakerPhrase | undefined {
  for (let at = range.from + 1; at < range.to; at += 1) {
    if (!/[،,]/.test(view.words[at]?.gap ?? '') || TITLES.has(view.keys[at] ?? '')) continue;
    if (range.to - at > 4 || isListOn(view, at, range.to)) return undefined;
    const role = { from: range.from, to: at };
    return { ...range, via: 'name', name: { from: at, to: range.to }, role, pointing: false };
  }
  return undefined;
}

/** «نماینده سوادکوه، قائم‌شهر، جویبار و …»: places behind the comma, no name. */
function isListOn(view: WordBlock, from: number, to: number): boolean {
  if (view.keys.slice(from, to).includes('و') || view.keys[to] === 'و') return true;
  return view.words.slice(from + 1, to + 1).some(({ gap }) => /[،,]/.test(gap));
}

function plainName({ view, surnames }: SpeakerView, range: Segment): SpeakerPhrase | undefined {
  let from = range.from;
  if (beginsNoName(view.keys[from] ?? '') || isPossessed(view, range)) return undefined;
  from = behindRank(view, range);
  const known = knownEnd(view, surnames, { from, to: range.to });
  if (known !== undefined) {
    const name = { from, to: known };
    return { from: range.from, to: known, via: 'name', name, pointing: false };
  }
  const kinds = view.keys.slice(from, range.to).map((key): VerbKind => verbKind(key));
  if (kinds.includes('finite')) return undefined;
  const to = Math.min(range.to, from + 5);
  const isWeak = from === range.from;
  return { ...range, via: 'name', name: { from, to }, pointing: false, ...(isWeak && { isWeak }) };
}

/** «خبر», «رفتارهای»: words that begin no name. */
function beginsNoName(key: string): boolean {
  return PHRASE_WORDS.noNames.has(key) || /(?:های|هایش|هایشان|هایی)$/.test(key);
}

/** «حضورش … گفت»: a thing of his, no speaker; but «پدرش». */
function isPossessed({ keys }: WordBlock, { from, to }: Segment): boolean {
  const stem = /^(..+)ش$/.exec(keys[from] ?? '')?.[1];
  return (
    to - from === 1 && stem !== undefined && isWord(stem) && !TITLES.has(stem) && !isWord(keys[from] ?? '')
  );
}

/** Index behind the last name of somebody who spoke before: «روحانی خروج آمریکا را …». */
function knownEnd(view: WordBlock, surnames: ReadonlySet<string>, { from, to }: Segment): number | undefined {
  for (let at = from; at < Math.min(to, from + 3); at += 1)
    if (surnames.has(view.keys[at] ?? '')) return at + 1;
  return undefined;
}
