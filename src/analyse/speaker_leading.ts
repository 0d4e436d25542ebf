import { LEADING_WORDS } from './leading_words.js';
import type { Segment } from './speaker_region.js';
import { isTime, skipTime } from './speaker_times.js';
import type { SpeakerView } from './speaker_view.js';
import {
  ADVERBS,
  BODIES,
  CONNECTIVES,
  DEMONSTRATIVES,
  HONORIFICS,
  PREPOSITIONS,
  PRONOUNS,
  TITLES,
  UNNAMED,
} from './speaker_words.js';
import { verbKind, type WordBlock } from './statement_words.js';

/** Where the noun phrase of a segment begins: behind labels, connectives, times and adverbials. */
export function skipLeading(speakers: SpeakerView, segment: Segment): number {
  let at = behindLabel(speakers.view, segment);
  for (let step = 0; step < 12; step += 1) {
    const next = skipOne(speakers, { from: at, to: segment.to });
    if (next === at) return at;
    at = next;
  }
  return at;
}

/** «نیمروز آنلاین: یک منبع …», «تهران (پانا) - کره شمالی …»: behind the last colon or dash. */
function behindLabel({ words, keys }: WordBlock, { from, to }: Segment): number {
  for (let at = Math.min(to - 1, from + 10); at > from; at -= 1) {
    const gap = words[at]?.gap ?? '';
    const isLabel =
      /[:：؛|]/.test(gap) || (DASH.test(gap) && !keys.slice(from, at).some((key) => PREPOSITIONS.has(key)));
    if (isLabel && !PRONOUNS.has(keys[at - 1] ?? '')) return at;
  }
  return from;
}

/** «توافق ترکیه – آمریکا» inside a phrase is no label. */
const DASH = /\s[-–—ـ]\s|^\s*[-–—ـ]\s/;

function skipOne(speakers: SpeakerView, { from, to }: Segment): number {
  const { view, mentions } = speakers;
  const key = view.keys[from] ?? '';
  if (from >= to) return from;
  if (view.words[from]?.aside) return from + 1;
  if (CONNECTIVES.has(key) || ADVERBS.has(key) || key === 'که') return from + 1;
  const fixed = behindFixed(view, from);
  if (fixed !== undefined) return Math.min(fixed, to);
  if (isTime(view, from)) return skipTime(view, { from, to }, (at) => mentions.has(at));
  if (mentions.has(from) || PRONOUNS.has(key)) return from;
  return PREPOSITIONS.has(key) ? skipAdverbial(speakers, { from, to }) : from;
}

/** Behind «پیش از این», «این» before a time, «این بار», a lone «همزمان». */
function behindFixed(view: WordBlock, from: number): number | undefined {
  const [key = '', next = ''] = view.keys.slice(from, from + 2);
  if (/^(?:پیش|پس|بعد|قبل)$/.test(key)) return behindPointed(view.keys, from)?.at;
  if (DEMONSTRATIVES.has(key) && isTime(view, from + 1)) return from + 1;
  if (key === 'همزمان' && next !== 'با') return from + 1;
  // «این را نخست‌وزیر گفت»: what was said stands before who said it.
  return /^(?:این|آن)$/.test(key) && LEADING_WORDS.pointed.has(next) ? from + 2 : undefined;
}

/** An adverbial that leads the sentence ends at its comma, else where something that can speak begins. */
function skipAdverbial(speakers: SpeakerView, { from, to }: Segment): number {
  const { view } = speakers;
  const formula = formulaEnd(speakers, { from, to }) ?? behindOwnSpeech(view.keys, { from, to });
  if (formula !== undefined) return formula;
  const pointed = pointedEnd(speakers, { from, to });
  if (pointed !== undefined) return pointed;
  for (let at = from + 1; at < to; at += 1) {
    if (/[،؛,]/.test(view.words[at]?.gap ?? '') && !isListComma(view, at, from)) return at;
    if (at > from + 1 && LEADING_WORDS.also.has(view.keys[at])) return at + 1;
    if (at > from + 1 && beginsSpeaker(speakers, at)) return at;
  }
  return to;
}

/** «به گزارش خبرگزاری آناتولی», «به نقل از رویترز»: behind the medium that the formula names. */
function formulaEnd(speakers: SpeakerView, { from, to }: Segment): number | undefined {
  const { keys, words } = speakers.view;
  const isFormula =
    /^(?:به|بنابر|طبق|براساس)$/.test(keys[from] ?? '') && LEADING_WORDS.formulas.has(keys[from + 1]);
  if (!isFormula) return undefined;
  for (let at = from + 2; at < Math.min(to, from + 16); at += 1) {
    if (/[،,؛]/.test(words[at]?.gap ?? '') && !isListComma(speakers.view, at, from)) return at;
  }
  const start = keys[from + 2] === 'از' ? from + 3 : from + 2;
  const end = mediumEnd(speakers, { from: start, to });
  return end < to ? end : undefined;
}

/** «خبرگزاری آناتولی», «وبگاه «ریانووستی»»: words for media, then one name. */
function mediumEnd({ view, mentions }: SpeakerView, { from, to }: Segment): number {
  let at = from;
  while (at < to && at < from + 4) {
    const quotation = view.quotations[view.words[at]?.quote ?? -1];
    if (quotation?.first === at && quotation.next <= to) return quotation.next;
    const mention = mentions.get(at);
    if (mention !== undefined) return nextMedium(view, mention) ?? mention.to;
    if (!LEADING_WORDS.media.has(view.keys[at])) return at + 1;
    at += 1;
  }
  return at;
}

/** Two names read as one: «راهبرد معاصر روزنامهٔ کامرسنت». */
function nextMedium(view: WordBlock, { from, to }: Segment): number | undefined {
  for (let at = from + 1; at < to; at += 1)
    if (/^(?:روزنامه|خبرگزاری|شبکه)$/.test(view.keys[at] ?? '')) return at;
  return undefined;
}

/** «در این دیدار پوتین …», «در ادامه وی …», «در همین حال روسیه …». */
function pointedEnd(speakers: SpeakerView, { from, to }: Segment): number | undefined {
  const first = behindPointed(speakers.view.keys, from);
  if (first === undefined) return undefined;
  if (first.isSure) return first.at;
  for (let at = first.at; at < Math.min(to, first.at + 3); at += 1) {
    if (/[،,]/.test(speakers.view.words[at]?.gap ?? '') || isSpeakerHead(speakers, at)) return at;
  }
  return undefined;
}

/** Behind «در بخش دیگری از سخنان خود», «در پایان سخنرانی خود»: where in his speech somebody says it. */
export function behindOwnSpeech(keys: readonly string[], { from, to }: Segment): number | undefined {
  if (!/^(?:در|طی|ضمن)$/.test(keys[from] ?? '')) return undefined;
  for (let at = from + 2; at < Math.min(to, from + 9); at += 1)
    if (/^(?:خود|خویش|خودش)$/.test(keys[at] ?? '') && LEADING_WORDS.ownSpeech.has(keys[at - 1]))
      return at + 1;
  return undefined;
}

/** Behind «پیش از این», «در ادامه», «در این دیدار», «در ابتدای این نشست». */
function behindPointed(keys: readonly string[], from: number): { at: number; isSure: boolean } | undefined {
  const [first = '', second = '', third = ''] = keys.slice(from, from + 3);
  if (/^(?:پیش|پس|بعد|قبل)$/.test(first)) {
    return DEMONSTRATIVES.has(third) ? { at: from + 3, isSure: true } : undefined;
  }
  if (!/^(?:در|طی|به)$/.test(first)) return undefined;
  if (DEMONSTRATIVES.has(second)) return { at: from + 3, isSure: false };
  if (DEMONSTRATIVES.has(third)) return { at: from + 4, isSure: false };
  return LEADING_WORDS.fixed.has(second) ? { at: from + 2, isSure: false } : undefined;
}

function isSpeakerHead({ view, mentions }: SpeakerView, at: number): boolean {
  const key = view.keys[at] ?? '';
  return (
    mentions.has(at) ||
    [TITLES, BODIES, HONORIFICS, PRONOUNS, UNNAMED].some((words) => words.has(key)) ||
    beginsName(view, at)
  );
}

/** «در مسکو، پاریس و وین»: a comma between names of one adverbial; the list ends with «و». */
function isListComma(view: WordBlock, at: number, from: number): boolean {
  if (view.keys[at + 1] !== 'و' || HONORIFICS.has(view.keys[at] ?? '')) return false;
  return at - from <= 4 || view.keys.slice(from, at).some((key) => BODIES.has(key) || TITLES.has(key));
}

/** Whether a speaker can begin at a word behind an adverbial without a comma. */
function beginsSpeaker(speakers: SpeakerView, at: number): boolean {
  const { view, mentions } = speakers;
  const key = view.keys[at] ?? '';
  const before = view.keys[at - 1] ?? '';
  if (PREPOSITIONS.has(before) || before === 'و' || DEMONSTRATIVES.has(before)) return false;
  if (key === 'وی' || key === 'او') return isPronounSubject(view, at);
  if (TITLES.has(before) || BODIES.has(before) || HONORIFICS.has(before)) return false;
  if (beginsName(view, at)) return true;
  const mention = mentions.get(at);
  return mention !== undefined && mention.type === 'person';
}

/** A short quotation begins here: «ژان ایو لودریان», "جبران باسیل". */
function beginsName(view: WordBlock, at: number): boolean {
  const quotation = view.quotations[view.words[at]?.quote ?? -1];
  return (
    quotation?.first === at && quotation.next - quotation.first <= 4 && quotation.next - quotation.first >= 2
  );
}

function isPronounSubject(view: WordBlock, at: number): boolean {
  const next = view.keys[at + 1] ?? '';
  return (
    verbKind(next) !== undefined ||
    PREPOSITIONS.has(next) ||
    ADVERBS.has(next) ||
    view.words[at + 1] === undefined ||
    LEADING_WORDS.predicateNouns.has(next)
  );
}
