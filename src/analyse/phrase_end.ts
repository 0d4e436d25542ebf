/** Where the noun phrase of a speaker ends. */
import { PHRASE_WORDS } from './phrase_words.js';
import type { Segment } from './speaker_region.js';
import { isTime } from './speaker_times.js';
import type { SpeakerView } from './speaker_view.js';
import { ADVERBS, BODIES, HONORIFICS, PREPOSITIONS, TITLES } from './speaker_words.js';
import type { WordBlock } from './statement_words.js';

/** Where the noun phrase ends: a preposition, an adverb, a time, «که», «را», or a comma without apposition. */
export function phraseEnd(speakers: SpeakerView, { from, to }: Segment): number {
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

function endsPhrase({ view }: SpeakerView, at: number, from: number): boolean {
  const key = view.keys[at] ?? '';
  if (PHRASE_WORDS.closers.has(key)) return true;
  if (key === 'از') return !PHRASE_WORDS.beforeFrom.has(view.keys[at - 1]) && !isSourceOf(view, at, from);
  if (key === 'در') return !isPosted(view, at, from);
  if (belongsBefore(key, view.keys[at - 1] ?? '')) return false;
  if (PREPOSITIONS.has(key) && !PHRASE_WORDS.inside.has(key)) return true;
  if (key === 'پیش') return view.keys[at + 1] === 'از';
  return ADVERBS.has(key) || (isTime(view, at) && !PHRASE_WORDS.months.has(key));
}

/** «سفیر ایران در پاریس», «نماینده مردم در مجلس». */
function isPosted({ keys }: WordBlock, at: number, from: number): boolean {
  return PHRASE_WORDS.beforeIn.has(keys[at - 1]) || PHRASE_WORDS.posted.has(keys[from]);
}

/** «منبع نزدیک به نخست‌وزیر», «امام جمعه»: no new phrase begins there. */
function belongsBefore(key: string, before: string): boolean {
  if (key === 'به') return PHRASE_WORDS.beforeTo.has(before);
  if (key === 'با') return PHRASE_WORDS.beforeWith.has(before);
  if (key === 'بر') return PHRASE_WORDS.beforeOn.has(before);
  return key === 'جمعه' && before === 'امام';
}

/** «یک منبع آگاه از مذاکرات». */
function isSourceOf(view: WordBlock, at: number, from: number): boolean {
  return view.keys.slice(from, at).some(PHRASE_WORDS.knowing.has);
}

/** «پسکوف، سخنگوی کرملین، …» and «رئیس‌جمهور اوکراین، زلنسکی، …»: a name and its title, or a list with «و». */
function isApposition(speakers: SpeakerView, at: number, { from, to }: Segment): boolean {
  const { view, mentions } = speakers;
  const key = view.keys[at] ?? '';
  const head = view.keys[from] ?? '';
  const isBody =
    BODIES.has(head) || (PHRASE_WORDS.counted.has(head) && BODIES.has(view.keys[from + 1] ?? ''));
  if (!isBody && (TITLES.has(key) || HONORIFICS.has(key))) return true;
  if (TITLES.has(head) && isOfTitle(speakers, at)) return true;
  return (mentions.has(at) || BODIES.has(key)) && isListed(view, at, to);
}

/** «وزیر نیرو، کاوه رنجبر», «مدیرکل نوسازی، توسعه و تجهیز مدارس»: what a comma joins to a title. */
function isOfTitle({ view, mentions }: SpeakerView, at: number): boolean {
  const mention = mentions.get(at)?.mention;
  if (mention?.via === 'name' || view.words[at]?.quote !== -1) return true;
  return mention === undefined && view.keys[at + 1] === 'و';
}

/** «رویترز، واشنگتن پست و آکسیوس». */
function isListed(view: WordBlock, at: number, to: number): boolean {
  for (let next = at; next < Math.min(to, at + 4); next += 1) {
    if (view.keys[next] === 'و') return true;
    if (next > at && /[،؛,:]/.test(view.words[next]?.gap ?? '')) return isListed(view, next, to);
  }
  return false;
}
