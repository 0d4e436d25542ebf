import type { EntityType, Mention } from '../model/entity.js';
import { isWord } from '../persian/words.js';
import { skipLeading } from './speaker_leading.js';
import type { Segment } from './speaker_region.js';
import { isTime } from './speaker_times.js';
import {
  ADVERBS,
  BODIES,
  DEMONSTRATIVES,
  HONORIFICS,
  PREPOSITIONS,
  PRONOUNS,
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
  /** Last names of those who spoke before in the article. */
  readonly surnames: Set<string>;
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
  /** Only its place says that it speaks; no list, title or mark does. */
  readonly isWeak?: boolean;
  /** Who else speaks: «رویترز و آکسیوس». */
  readonly others?: readonly BlockMention[];
}

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

/** Where the noun phrase ends: a preposition, an adverb, a time, «که», «را», or a comma without apposition. */
function phraseEnd(speakers: SpeakerView, { from, to }: Segment): number {
  const { view, mentions } = speakers;
  let at = from;
  let before = -1;
  while (at < to) {
    if (at > from && (isPhraseOver(speakers, at, { from, to }) || isDeedOf(speakers, at, before))) break;
    const mention = mentions.get(at);
    const isOver = view.keys[at] === 'را';
    const isNamed = mention !== undefined && mention.to <= to;
    at = isNamed ? mention.to : at + 1;
    if (isNamed) before = at;
    if (isOver) break;
  }
  return at;
}

function isPhraseOver(speakers: SpeakerView, at: number, range: Segment): boolean {
  if (endsPhrase(speakers, at, range.from)) return true;
  return /[،؛,:]/.test(speakers.view.words[at]?.gap ?? '') && !isApposition(speakers, at, range);
}

/** «مشاور سهندی | اشاره‌های گلپر را …»: right behind a name, what somebody else did. */
function isDeedOf({ view, mentions }: SpeakerView, at: number, before: number): boolean {
  return before === at && /..های$/.test(view.keys[at] ?? '') && mentions.get(at + 1)?.type === 'person';
}

const CLOSERS = new Set('که را مبنی تا باید'.split(' '));

function endsPhrase({ view }: SpeakerView, at: number, from: number): boolean {
  const key = view.keys[at] ?? '';
  if (CLOSERS.has(key)) return true;
  if (key === 'از')
    return (
      !/^(?:پیشگیری|جلوگیری|حمایت|حفاظت|صیانت|پشتیبانی|یکی|برخی|بسیاری|تعدادی|شماری|هیچیک|جمعی|گروهی)$/.test(
        view.keys[at - 1] ?? '',
      ) && !isSourceOf(view, at, from)
    );
  if (key === 'در') return !isPosted(view, at, from);
  if (belongsBefore(key, view.keys[at - 1] ?? '')) return false;
  if (PREPOSITIONS.has(key) && !/^(?:بین|قبل|پیش|روی|قبال)$/.test(key)) return true;
  if (key === 'پیش') return view.keys[at + 1] === 'از';
  return ADVERBS.has(key) || (isTime(view, at) && !/^(?:مهر|آذر|تیر|بهمن)$/.test(key));
}

/** «سفیر ایران در پاریس», «نماینده مردم در مجلس». */
function isPosted({ keys }: WordBlock, at: number, from: number): boolean {
  return (
    /^(?:سفیر|نماینده|نمایندهی|کاردار|مقیم|شرکتکنندگان|حاضران|دایم|دائم)$/.test(keys[at - 1] ?? '') ||
    /^(?:سفیر|نماینده|نمایندهی|یک)$/.test(keys[from] ?? '')
  );
}

/** «منبع نزدیک به نخست‌وزیر», «امام جمعه»: no new phrase begins there. */
function belongsBefore(key: string, before: string): boolean {
  if (key === 'به') return /^(?:نزدیک|وابسته|موسوم)$/.test(before);
  if (key === 'با') return /^(?:مقابله|مبارزه)$/.test(before);
  if (key === 'بر') return /^(?:نظارت|حاکم|ناظر)$/.test(before);
  return key === 'جمعه' && before === 'امام';
}

/** «یک منبع آگاه از مذاکرات». */
function isSourceOf(view: WordBlock, at: number, from: number): boolean {
  return view.keys.slice(from, at).some((key) => /^(?:منبع|منابع|منبعی|نفر)$/.test(key));
}

/** «پسکوف، سخنگوی کرملین، …» and «رئیس‌جمهور اوکراین، زلنسکی، …»: a name and its title, or a list with «و». */
function isApposition(speakers: SpeakerView, at: number, { from, to }: Segment): boolean {
  const { view, mentions } = speakers;
  const key = view.keys[at] ?? '';
  const head = view.keys[from] ?? '';
  const isBody = BODIES.has(head) || (COUNTED.has(head) && BODIES.has(view.keys[from + 1] ?? ''));
  if (!isBody && (TITLES.has(key) || HONORIFICS.has(key))) return true;
  const startsWithTitle = TITLES.has(view.keys[from] ?? '');
  const mention = mentions.get(at);
  if (startsWithTitle && (mention?.mention.via === 'name' || view.words[at]?.quote !== -1)) return true;
  return (mentions.has(at) || BODIES.has(key)) && isListed(view, at, to);
}

/** «رویترز، واشنگتن پست و آکسیوس». */
function isListed(view: WordBlock, at: number, to: number): boolean {
  for (let next = at; next < Math.min(to, at + 4); next += 1) {
    if (view.keys[next] === 'و') return true;
    if (next > at && /[،؛,:]/.test(view.words[next]?.gap ?? '')) return isListed(view, next, to);
  }
  return false;
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

/** Offices that are told apart by a place: «فرماندار شاهین‌دژ», «امام جمعه ابهر». */
const OF_PLACES = /^(?:استاندار|فرماندار|شهردار|بخشدار|دادستان|جمعه)$/;

function byName(speakers: SpeakerView, range: Segment, pointing: boolean): SpeakerPhrase | undefined {
  if (pointing) return undefined;
  const mentions = mentionsIn(speakers, range);
  const person = mentions.find((each) => isPerson(each) && !isPlaceOfOffice(speakers.view, each));
  const isDoer =
    person?.from === range.from || !DONE_BY.test(speakers.view.keys[(person?.from ?? 0) - 1] ?? '');
  if (person !== undefined && isDoer && isHeadName(speakers, person, range))
    return together(speakers.view, mentions, { person, range }) ?? named(speakers.view, person, range);
  const quoted = quotedName(speakers, range);
  if (quoted !== undefined) {
    const role =
      quoted.from > range.from ? { from: range.from, to: quoted.from } : { from: quoted.to, to: range.to };
    const name = { from: behindHonorifics(speakers.view, quoted), to: quoted.to };
    return { ...range, via: 'name', name, ...(role.to > role.from && { role }), pointing: false };
  }
  const first = mentions[0];
  if (first === undefined || first.from !== range.from) return undefined;
  const others = listed(speakers.view, mentions, range);
  if (others.length > 0)
    return { ...ofMention(first, { from: first.from, to: first.to }, pointing), to: range.to, others };
  return first.to === range.to ? ofMention(first, range, pointing) : undefined;
}

/** «عراقچی و همتای ترک او گفتند»: two who say one thing. */
function together(
  view: WordBlock,
  mentions: readonly BlockMention[],
  { person, range }: { readonly person: BlockMention; readonly range: Segment },
): SpeakerPhrase | undefined {
  if (person !== mentions[0] || !view.keys.slice(person.to, range.to).includes('و')) return undefined;
  const others = listed(view, mentions, range).filter(
    (each) => isPerson(each) || each.mention.via === 'role',
  );
  if (others.length === 0) return undefined;
  return { ...named(view, person, { from: range.from, to: person.to }), to: range.to, others };
}

/** One unknown word behind such an office is the place, not the holder. */
function isPlaceOfOffice(view: WordBlock, { from, to, mention }: BlockMention): boolean {
  const isUnknown = mention.entity === undefined || mention.entity.startsWith('person.');
  return isUnknown && to - from === 1 && OF_PLACES.test(view.keys[from - 1] ?? '');
}

/** The other mentions of a list, when nothing but commas, «و» and «نیز» stands between: «رویترز و آکسیوس». */
function listed(view: WordBlock, mentions: readonly BlockMention[], range: Segment): readonly BlockMention[] {
  let at = mentions[0]?.to ?? range.to;
  for (const { from, to } of mentions.slice(1)) {
    const between = view.keys.slice(at, from);
    if (
      between.some((key) => key !== 'و') ||
      (between.length === 0 && !/[،,]/.test(view.words[from]?.gap ?? ''))
    )
      return [];
    at = to;
  }
  return at === range.to ? mentions.slice(1) : [];
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
  const isRelated = RELATED.test(view.keys[range.from] ?? '');
  if (person.from === range.from || (person.mention.role !== undefined && !isRelated)) return true;
  if (hasTitleBefore(person) || behindHonorifics(view, range) >= person.from) return true;
  if (view.words[person.from]?.quote !== -1 || HONORIFICS.has(view.keys[person.from - 1] ?? '')) return true;
  if (/[،,]/.test(view.words[person.from]?.gap ?? '')) return true;
  return (
    person.to === range.to &&
    person.from - range.from >= 2 &&
    TITLES.has(view.keys[range.from] ?? '') &&
    person.to - person.from >= 2
  );
}

/** «اشاره‌های ظریف», «سخنان ظریف»: what he did, not he. */
const DONE_BY = /..های$|^(?:سخنان|اظهارات|ادعای|اقدام|سفر|گفته|پیشنهاد|درخواست|نامه|پیام|توییت|تصمیم|دستور)$/;

/** Who is somebody's: the name behind is not his. */
const RELATED =
  /^(?:مشاور|وکیل|همسر|برادر|خواهر|پدر|مادر|پسر|فرزند|دختر|دستیار|معاون|سخنگو|سخنگوی|نماینده|همکار|مدیربرنامههای)$/;

/** «وزیر خارجه ظریف», not «مشاور ظریف وزیر خارجه». */
function hasTitleBefore({ mention: { role, span } }: BlockMention): boolean {
  return role !== undefined && role.start < span.start;
}

/** Index of the first word behind «حجت‌الاسلام و المسلمین سید»; a rank is no office. */
function behindHonorifics({ keys }: WordBlock, { from, to }: Segment): number {
  let at = from;
  while (
    at < to - 1 &&
    (HONORIFICS.has(keys[at] ?? '') ||
      (at > from && /^(?:و|سید)$/.test(keys[at] ?? '')) ||
      keys[at] === 'سید')
  )
    at += 1;
  return at;
}

function named(view: WordBlock, person: BlockMention, range: Segment): SpeakerPhrase {
  const isBefore = person.from > range.from && behindHonorifics(view, range) < person.from;
  const role = isBefore ? { from: range.from, to: person.from } : { from: person.to, to: range.to };
  if (!isBefore && !isTitleAt(view, person.to))
    return { ...bareName(person, range), mention: person.mention };
  return {
    ...range,
    via: 'name',
    name: { from: person.from, to: person.to },
    ...(role.to > role.from && { role }),
    mention: person.mention,
    pointing: false,
  };
}

/** «قاسمی هر شانزده واحد …»: what follows a name without a comma and is no title is not his. */
function isTitleAt({ keys, words }: WordBlock, at: number): boolean {
  const key = keys[at] ?? '';
  return (
    /[^\s\u200c]/.test(words[at]?.gap ?? '') || TITLES.has(key) || BODIES.has(key) || HONORIFICS.has(key)
  );
}

function bareName({ from, to }: Segment, range: Segment): SpeakerPhrase {
  return { from: range.from, to, via: 'name', name: { from, to }, pointing: false };
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
  for (const { first, next } of view.quotations) {
    if (first < range.from || next > range.to || next - first > 5) continue;
    const before = view.keys[first - 1] ?? '';
    if (first > range.from && (BODIES.has(before) || NAMED_THINGS.has(before))) continue;
    return BODIES.has(view.keys[range.from] ?? '') ? undefined : { from: first, to: next };
  }
  return undefined;
}

/** Before a name in marks that is no person's: «مسجد «جامع»». */
const NAMED_THINGS = new Set(
  'مسجد شهر روستای فیلم سریال کتاب تیم مجتمع طرح پروژه مدرسه جشنواره هنری فرهنگی خبری شهرک برنامه نمایشگاه خیریه بازی شهرستان استان منطقه عملیات سامانه همایش مجموعه سایت انتشارات دانشکده'.split(
    ' ',
  ),
);

function viaOfHead(head: string): SpeakerPhrase['via'] {
  if (UNNAMED.has(head) && !TITLES.has(head)) return 'unnamed';
  return BODIES.has(head) || head === 'گزارش' ? 'org' : 'role';
}

function isUnnamed(key: string, head: string): boolean {
  return (
    UNNAMED.has(key) ||
    (key.endsWith('ان') && TITLES.has(key.slice(0, -2))) ||
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
  if (NO_NAMES.test(view.keys[from] ?? '') || isPossessed(view, range)) return undefined;
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

/** Words that begin no name. */
const NO_NAMES =
  /^(?:هیچ|هرگونه|هر|این|آن|چنین|همه|وجود|برگزاری|احتمال|خبر|گزارش|ادعا|ادعای|حضور|نسبت|علت|دلیل|عدم|لزوم|ضرورت|اگر|آیا|یا|نه|باید|برخی|مسیولیت|نقش|موضوع|اینکه|آنچه|کسی|چه|چرا|چگونه|شاید|تنها|بیش|حدود|همین|خیر)$|(?:های|هایش|هایشان|هایی)$/;
