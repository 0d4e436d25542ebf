import type { Bounds, Content } from './content_find.js';
import type { Predicate } from './predicate_find.js';
import { readSubject, type SpeakerView } from './speaker_phrase.js';
import { type Segment, subjectSegments } from './speaker_region.js';
import { PREPOSITIONS } from './speaker_words.js';
import type { WordBlock } from './statement_words.js';

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
const MOST_BETWEEN = 14;

function findRaObject(
  { view, mentions }: SpeakerView,
  predicate: Predicate,
  bounds: Bounds,
): Content | undefined {
  const ra = lastIndex(view, {
    key: 'را',
    from: Math.max(bounds.from, predicate.start - MOST_BETWEEN - 6),
    to: predicate.start,
  });
  if (ra === undefined || (predicate.frame.label === true && ra === predicate.start - 1)) return undefined;
  const base = { form: 'indirect' as const, rule: 'content/object' };
  if (view.keys[ra + 1] === 'که') {
    return { ...base, from: ra + 2, to: predicate.start, subjectTo: ra };
  }
  const between = predicate.start - ra - 1;
  if (between > MOST_BETWEEN) return undefined;
  const from = objectStart({ view, mentions }, { from: bounds.from, to: ra });
  if (from === undefined || isPointer(view, from, ra)) return undefined;
  const isWhole =
    predicate.frame.label === true ||
    predicate.act === 'accuse' ||
    (predicate.act === 'announce' && between > 2);
  return { ...base, from, to: isWhole ? predicate.start : ra, subjectTo: from };
}

/** «این سخنان را مطرح کرد»: points back to speech that was told already. */
function isPointer(view: WordBlock, from: number, to: number): boolean {
  return (
    to - from <= 4 &&
    /^(?:این|آن|همین)$/.test(view.keys[from] ?? '') &&
    /^(?:اظهارات|سخنان|مطلب|مطالب|جمله|موضوع|نکته)$/.test(view.keys[from + 1] ?? '')
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

/** Nouns with which the object of a denial, confirmation or condemnation begins. */
const OBJECT_HEADS = new Set(
  'وجود برگزاری هرگونه خبر اخبار خبرهای ادعا ادعای ادعاهای گزارش گزارشهای گزارشها انجام احتمال اظهارات پیشنهاد درخواست حمله حملات اقدام اقدامات حضور روایت شایعه شایعات نقش دخالت سخنان موضوع امکان دعوت طرح تصمیم مذاکره تجاوز تحریم تحریمهای اتهام اتهامات اعطای مسئولیت مسوولیت دستاوردهای نظر نظرات مواضع نگرانی تلاش تمایل مخالفت موافقت آمادگی'.split(
    ' ',
  ),
);

/** Where the object begins: behind the subject and its adverbials. */
function objectStart(speakers: SpeakerView, range: Segment): number | undefined {
  const { view } = speakers;
  const [segment] = subjectSegments(view, range);
  if (segment === undefined) return undefined;
  const subject = readSubject(speakers, segment);
  let at = subject === undefined ? segment.from : subjectEnd(speakers, subject, range.to);
  at = skipAdverbials(view, at, range.to);
  return at < range.to ? at : segment.from;
}

/** A subject that swallowed its object gives it back where a head of objects stands in it. */
function subjectEnd(
  { view, mentions }: SpeakerView,
  subject: Segment & { via: string; name: Segment },
  to: number,
): number {
  for (let at = subject.from + 1; at < subject.to; at += 1) {
    const key = view.keys[at] ?? '';
    const before = view.keys[at - 1] ?? '';
    if (OBJECT_HEADS.has(key) && !PREPOSITIONS.has(before)) return at;
    if (/^(?:این|آن|هرگونه|هر)$/.test(key)) return at;
  }
  if (subject.to < to || subject.via === 'pronoun') return subject.to;
  const mention = mentions.get(subject.from);
  if (mention !== undefined && mention.to < to) return mention.to;
  return subject.via === 'name'
    ? Math.min(subject.name.to, subject.from + 2)
    : Math.min(subject.from + 2, to - 1);
}

function skipAdverbials(view: WordBlock, from: number, to: number): number {
  let at = from;
  for (let step = 0; step < 6; step += 1) {
    const key = view.keys[at] ?? '';
    if (
      /^(?:نیز|هم|همچنین|اما|شامگاه|روز|دیروز|امروز|شنبه|یکشنبه|دوشنبه|سهشنبه|چهارشنبه|پنجشنبه|جمعه|صبح|گذشته|شب|بارها|رسما|بهشدت|صراحتا|خود)$/.test(
        key,
      )
    ) {
      at += 1;
      continue;
    }
    if (!PREPOSITIONS.has(key)) break;
    const next = adverbialEnd(view, at, to);
    if (next === undefined) break;
    at = next;
  }
  return at;
}

/** An adverbial between subject and object ends at a comma or before a head of objects. */
function adverbialEnd(view: WordBlock, from: number, to: number): number | undefined {
  for (let at = from + 2; at < to; at += 1) {
    if (/[،,]/.test(view.words[at]?.gap ?? '')) return at;
    const key = view.keys[at] ?? '';
    const before = view.keys[at - 1] ?? '';
    if ((OBJECT_HEADS.has(key) || key === 'این') && !PREPOSITIONS.has(before) && before !== 'و') return at;
  }
  return undefined;
}

/** The object behind a preposition; the first in the frame's order that stands in the clause. */
function findByObject(speakers: SpeakerView, predicate: Predicate, bounds: Bounds): Content | undefined {
  const { view } = speakers;
  const [segment] = subjectSegments(view, { from: bounds.from, to: predicate.start });
  if (segment === undefined || segment.to !== predicate.start) return undefined;
  const order = (predicate.frame.by ?? '').split(' ');
  for (const preposition of order) {
    for (let at = segment.from; at < predicate.start - 1; at += 1) {
      const next = prepositionAt(view, at, preposition);
      if (next === undefined || next >= predicate.start || isBound(view, at)) continue;
      if (preposition === 'به' && isAddressed(view, next, predicate)) continue;
      return { from: next, to: predicate.start, form: 'indirect', rule: 'content/object', subjectTo: at };
    }
  }
  return undefined;
}

/** «مبنی بر», «علاوه بر»: no preposition of its own. */
function isBound(view: WordBlock, at: number): boolean {
  return /^(?:مبنی|علاوه|بنا|افزون|پیش|پس|بعد|قبل|یکی|برخی|غیر|بسیاری|بیش|کمتر|بیشتر|ناشی|حاکی|جلوگیری|استفاده)$/.test(
    view.keys[at - 1] ?? '',
  );
}

/** «به خبرنگاران گفت»: whom the speaker addresses is not what he says. */
function isAddressed(view: WordBlock, at: number, predicate: Predicate): boolean {
  return predicate.start - at <= 2 && /^(?:خبرنگاران|رسانهها|مردم|وی|او|ما|آنها)$/.test(view.keys[at] ?? '');
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
