import type { EntityType, Mention } from '../model/entity.js';
import type { Segment } from './speaker_region.js';
import {
  ADVERBS,
  BODIES,
  CONNECTIVES,
  DEMONSTRATIVES,
  HONORIFICS,
  PREPOSITIONS,
  PRONOUNS,
  TIMES,
  TITLES,
  UNNAMED,
} from './speaker_words.js';
import { type VerbKind, verbKind, type WordBlock } from './statement_words.js';

/** A mention by the words of its block. */
export interface BlockMention extends Segment {
  readonly mention: Mention;
  /** Of its entity, where that is known. */
  readonly type?: EntityType;
}

/** What the subject rules look at: a block and who is mentioned in it. */
export interface SpeakerView {
  readonly view: WordBlock;
  /** First word → mention. */
  readonly mentions: ReadonlyMap<number, BlockMention>;
}

/** A noun phrase that can speak. */
export interface SpeakerPhrase extends Segment {
  readonly via: 'name' | 'role' | 'pronoun' | 'org' | 'unnamed';
  /** The words that name the speaker, without title. */
  readonly name: Segment;
  readonly role?: Segment;
  readonly mention?: Mention;
  /** «این مقام»: points back to somebody. */
  readonly pointing: boolean;
}

/** The subject in the first of the segments that has one. */
export function findSubject(speakers: SpeakerView, segments: readonly Segment[]): SpeakerPhrase | undefined {
  for (const segment of segments) {
    const phrase = readSubject(speakers, segment);
    if (phrase !== undefined) return phrase;
  }
  return undefined;
}

/** The noun phrase that begins a segment after connectives, times and adverbials. */
export function readSubject(speakers: SpeakerView, segment: Segment): SpeakerPhrase | undefined {
  let at = segment.from;
  for (let step = 0; step < 12; step += 1) {
    const next = skipLeading(speakers, { from: at, to: segment.to });
    if (next === at) break;
    at = next;
  }
  return at < segment.to ? readPhrase(speakers, { from: at, to: segment.to }) : undefined;
}

function skipLeading(speakers: SpeakerView, { from, to }: Segment): number {
  const { view } = speakers;
  const key = view.keys[from] ?? '';
  if (from >= to) return from;
  if (view.words[from]?.aside) return from + 1;
  if (CONNECTIVES.has(key) || ADVERBS.has(key) || key === 'که') return from + 1;
  if (TIMES.has(key) || /^[۰-۹0-9/:]+$/.test(key)) return skipTime(speakers, { from, to });
  if (speakers.mentions.has(from)) return from;
  if (PREPOSITIONS.has(key) || (key === 'این' && view.keys[from + 1] === 'در'))
    return skipAdverbial(speakers, { from, to });
  return from;
}

function skipTime({ view, mentions }: SpeakerView, { from, to }: Segment): number {
  let at = from + 1;
  while (
    at < to &&
    !mentions.has(at) &&
    (TIMES.has(view.keys[at] ?? '') || /^[۰-۹0-9/:]+$|(?:م|مین)اه$/.test(view.keys[at] ?? ''))
  )
    at += 1;
  return at;
}

/** An adverbial that leads the sentence ends at its comma, else where something that can speak begins. */
function skipAdverbial(speakers: SpeakerView, { from, to }: Segment): number {
  const { view } = speakers;
  for (let at = from + 1; at < to; at += 1) {
    if (/[،؛,]/.test(view.words[at]?.gap ?? '') && !isListComma(speakers, at, from)) return at;
    if (at > from + 1 && beginsSpeaker(speakers, at)) return at;
  }
  return to;
}

/** «در مسکو، پاریس و وین»: a comma between names of one adverbial; the list ends with «و». */
function isListComma({ view }: SpeakerView, at: number, from: number): boolean {
  return at - from <= 4 && view.keys[at + 1] === 'و';
}

/** Whether a speaker can begin at a word behind an adverbial without a comma. */
function beginsSpeaker(speakers: SpeakerView, at: number): boolean {
  const { view, mentions } = speakers;
  const key = view.keys[at] ?? '';
  const before = view.keys[at - 1] ?? '';
  if (PREPOSITIONS.has(before) || before === 'و' || DEMONSTRATIVES.has(before)) return false;
  if (key === 'وی' || key === 'او') return isPronounSubject(view, at);
  if (TITLES.has(before) || BODIES.has(before) || HONORIFICS.has(before)) return false;
  const mention = mentions.get(at);
  if (mention !== undefined) return mention.mention.via !== 'org' || isBehindSource(view, at);
  return isBehindSource(view, at) && (BODIES.has(key) || key === 'یک');
}

/** «به گزارش مشرق روزنامهٔ …»: behind a formula that names the medium. */
function isBehindSource(view: WordBlock, at: number): boolean {
  for (let back = at - 1; back > Math.max(0, at - 6); back -= 1) {
    if (/^(?:گزارش|نوشته|نقل)$/.test(view.keys[back] ?? '')) return at - back >= 2;
  }
  return false;
}

function isPronounSubject(view: WordBlock, at: number): boolean {
  const next = view.keys[at + 1] ?? '';
  return (
    verbKind(next) !== undefined ||
    PREPOSITIONS.has(next) ||
    ADVERBS.has(next) ||
    view.words[at + 1] === undefined ||
    PREDICATE_NOUNS.has(next)
  );
}

const PREDICATE_NOUNS = new Set(
  'تاکید اعلام اظهار بیان تصریح خاطرنشان اضافه ادامه عنوان ابراز مدعی یادآور هشدار خبر توضیح'.split(' '),
);

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

/** Where the noun phrase ends: a preposition, an adverb, a time, «که», «را», or a comma without apposition. */
function phraseEnd(speakers: SpeakerView, { from, to }: Segment): number {
  const { view, mentions } = speakers;
  let at = from;
  while (at < to) {
    const key = view.keys[at] ?? '';
    const mention = mentions.get(at);
    if (at > from && endsPhrase(speakers, at, from)) break;
    if (at > from && /[،؛,:]/.test(view.words[at]?.gap ?? '') && !isApposition(speakers, at, { from, to }))
      break;
    at = mention !== undefined && mention.to <= to ? mention.to : at + 1;
    if (key === 'را') break;
  }
  return at;
}

const CLOSERS = new Set('که را مبنی تا'.split(' '));

function endsPhrase({ view }: SpeakerView, at: number, from: number): boolean {
  const key = view.keys[at] ?? '';
  if (CLOSERS.has(key)) return true;
  if (key === 'از')
    return (
      !/^(?:یکی|برخی|بسیاری|تعدادی|شماری|هیچیک|جمعی|گروهی)$/.test(view.keys[at - 1] ?? '') &&
      !isSourceOf(view, at, from)
    );
  if (key === 'در')
    return (
      !/^(?:سفیر|نماینده|نمایندهی|کاردار|مقیم|شرکتکنندگان|حاضران|دایم|دائم)$/.test(view.keys[at - 1] ?? '') &&
      !/^(?:سفیر|نماینده|نمایندهی|یک)$/.test(view.keys[from] ?? '')
    );
  if (PREPOSITIONS.has(key) && !/^(?:بین|قبل|پیش|روی|قبال)$/.test(key)) return true;
  if (key === 'پیش') return false;
  return ADVERBS.has(key) || (TIMES.has(key) && !/^(?:مهر|آذر|تیر|بهمن)$/.test(key));
}

/** «یک منبع آگاه از مذاکرات». */
function isSourceOf(view: WordBlock, at: number, from: number): boolean {
  return view.keys.slice(from, at).some((key) => /^(?:منبع|منابع|منبعی|نفر)$/.test(key));
}

/** «پسکوف، سخنگوی کرملین، …» and «رئیس‌جمهور اوکراین، زلنسکی، …»: a name and its title, or a list with «و». */
function isApposition(speakers: SpeakerView, at: number, { from, to }: Segment): boolean {
  const { view, mentions } = speakers;
  const key = view.keys[at] ?? '';
  if (TITLES.has(key) || HONORIFICS.has(key)) return true;
  const startsWithTitle = TITLES.has(view.keys[from] ?? '');
  const mention = mentions.get(at);
  if (startsWithTitle && (mention?.mention.via === 'name' || view.words[at]?.quote !== -1)) return true;
  return isListed(view, at, to) || startsList(view, from, at);
}

/** «رویترز، واشنگتن پست و آکسیوس». */
function isListed(view: WordBlock, at: number, to: number): boolean {
  for (let next = at; next < Math.min(to, at + 4); next += 1) {
    if (view.keys[next] === 'و') return true;
    if (next > at && /[،؛,:]/.test(view.words[next]?.gap ?? '')) return isListed(view, next, to);
  }
  return false;
}

function startsList(view: WordBlock, from: number, at: number): boolean {
  return at - from > 40 && view.keys[at] === undefined;
}

function classify(speakers: SpeakerView, range: Segment): SpeakerPhrase | undefined {
  const { view } = speakers;
  const key = view.keys[range.from] ?? '';
  const pointing = DEMONSTRATIVES.has(key);
  const head = pointing || COUNTED.has(key) ? (view.keys[range.from + 1] ?? '') : key;
  return (
    byName(speakers, range, pointing) ??
    byHead(speakers, range, { key, head, pointing }) ??
    plainName(speakers, range)
  );
}

const COUNTED = new Set('یک هر دو سه چند'.split(' '));

function byName(speakers: SpeakerView, range: Segment, pointing: boolean): SpeakerPhrase | undefined {
  const mentions = mentionsIn(speakers, range);
  const person = mentions.find(isPerson);
  if (person !== undefined && isHeadName(speakers, person, range)) return named(person, range);
  const quoted = quotedName(speakers, range);
  if (quoted !== undefined) return { ...range, via: 'name', name: quoted, pointing: false };
  const first = mentions[0];
  const isWhole = first?.from === range.from && first.to === range.to;
  return first !== undefined && isWhole ? ofMention(first, range, pointing) : undefined;
}

function byHead(
  speakers: SpeakerView,
  range: Segment,
  { key, head, pointing }: { readonly key: string; readonly head: string; readonly pointing: boolean },
): SpeakerPhrase | undefined {
  if (pointing) return { ...range, via: viaOfHead(head), name: range, pointing };
  if (isUnnamed(key, head)) return { ...range, via: 'unnamed', name: range, pointing };
  const apart = apposedName(speakers, range);
  if (apart !== undefined) return apart;
  const first = mentionsIn(speakers, range)[0];
  if (first?.from === range.from) return ofMention(first, range, pointing);
  if (TITLES.has(head)) return { ...range, via: 'role', name: range, pointing };
  return BODIES.has(head) ? { ...range, via: 'org', name: range, pointing } : undefined;
}

function isPerson({ mention, type }: BlockMention): boolean {
  return mention.via === 'name' && (type === undefined || type === 'person');
}

function mentionsIn({ mentions }: SpeakerView, { from, to }: Segment): BlockMention[] {
  const found: BlockMention[] = [];
  for (let at = from; at < to; at += 1) {
    const mention = mentions.get(at);
    if (mention !== undefined && mention.to <= to) found.push(mention);
  }
  return found;
}

/** A name that is the phrase's own: at its start, behind its title, in marks; not «مشاور ظریف». */
function isHeadName({ view }: SpeakerView, person: BlockMention, range: Segment): boolean {
  if (person.from === range.from || person.mention.role !== undefined) return true;
  if (view.words[person.from]?.quote !== -1 || HONORIFICS.has(view.keys[person.from - 1] ?? '')) return true;
  if (/[،,]/.test(view.words[person.from]?.gap ?? '')) return true;
  return (
    person.to === range.to &&
    person.from - range.from >= 2 &&
    TITLES.has(view.keys[range.from] ?? '') &&
    person.to - person.from >= 2
  );
}

function named(person: BlockMention, range: Segment): SpeakerPhrase {
  const role =
    person.from > range.from ? { from: range.from, to: person.from } : { from: person.to, to: range.to };
  return {
    ...range,
    via: 'name',
    name: { from: person.from, to: person.to },
    ...(role.to > role.from && { role }),
    mention: person.mention,
    pointing: false,
  };
}

function ofMention(found: BlockMention, range: Segment, pointing: boolean): SpeakerPhrase {
  const { mention, from, to } = found;
  const via =
    mention.via === 'implicit' ? 'role' : mention.via === 'name' && !isPerson(found) ? 'org' : mention.via;
  return {
    ...range,
    via,
    name: { from, to: Math.max(to, via === 'name' ? to : range.to) },
    mention,
    pointing,
  };
}

/** ««ژان ایو لودریان» وزیر خارجه»: a short quotation in the phrase. */
function quotedName({ view }: SpeakerView, range: Segment): Segment | undefined {
  for (let at = range.from; at < range.to; at += 1) {
    const quotation = view.quotations[view.words[at]?.quote ?? -1];
    if (quotation === undefined) continue;
    if (
      BODIES.has(view.keys[range.from] ?? '') ||
      quotation.next > range.to ||
      quotation.next - quotation.first > 5
    )
      return undefined;
    return { from: quotation.first, to: quotation.next };
  }
  return undefined;
}

function viaOfHead(head: string): SpeakerPhrase['via'] {
  if (UNNAMED.has(head) && !TITLES.has(head)) return 'unnamed';
  return BODIES.has(head) || head === 'گزارش' ? 'org' : 'role';
}

function isUnnamed(key: string, head: string): boolean {
  return (
    UNNAMED.has(key) ||
    (/^(?:یک|چند|دو|سه|هر|همه)$/.test(key) && head !== '' && !/^(?:روزنامه|خبرگزاری|شبکه)$/.test(head))
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
  const hasRank = HONORIFICS.has(view.keys[range.from] ?? '') && title - range.from > 1;
  const start = hasRank ? range.from + 1 : range.from;
  const isName =
    title - start <= 5 && !view.keys.slice(start, title).includes('و') && !BODIES.has(view.keys[start] ?? '');
  if (!isName) return undefined;
  const role = { from: title, to: range.to };
  return { ...range, via: 'name', name: { from: start, to: title }, role, pointing: false };
}

function nameBehindTitle({ view }: SpeakerView, range: Segment): SpeakerPhrase | undefined {
  for (let at = range.from + 1; at < range.to; at += 1) {
    if (!/[،,]/.test(view.words[at]?.gap ?? '') || TITLES.has(view.keys[at] ?? '')) continue;
    if (range.to - at > 4) return undefined;
    const role = { from: range.from, to: at };
    return { ...range, via: 'name', name: { from: at, to: range.to }, role, pointing: false };
  }
  return undefined;
}

function plainName({ view }: SpeakerView, range: Segment): SpeakerPhrase | undefined {
  let from = range.from;
  while (HONORIFICS.has(view.keys[from] ?? '') && from + 1 < range.to) from += 1;
  const kinds = view.keys.slice(from, range.to).map((key): VerbKind => verbKind(key));
  if (kinds.includes('finite')) return undefined;
  const to = Math.min(range.to, from + 5);
  return { ...range, via: 'name', name: { from, to }, pointing: false };
}
