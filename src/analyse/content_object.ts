import { solidOf } from '../persian/words.js';
import type { Bounds, Content } from './content_find.js';
import type { Predicate } from './predicate_find.js';
import { behindOwnSpeech, skipLeading } from './speaker_leading.js';
import { readSubject, type SpeakerPhrase, type SpeakerView } from './speaker_phrase.js';
import { type Segment, subjectSegments } from './speaker_region.js';
import { isTime } from './speaker_times.js';
import { ADVERBS, BODIES, DEMONSTRATIVES, PREPOSITIONS, TITLES } from './speaker_words.js';
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
  return keys.slice(ra + 1, verb).some((key) => !/^(?:هم|نیز|خوب|بهخوبی|همه|کاملا|حتی)$/.test(key));
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
const OBJECT_HEADS: ReadonlySet<string> = new Set(
  'وجود برگزاری هرگونه خبر اخبار خبرهای ادعا ادعای ادعاهای گزارش گزارشهای گزارشها انجام احتمال اظهارات پیشنهاد درخواست حمله حملات اقدام اقدامات حضور روایت شایعه شایعات نقش دخالت سخنان موضوع امکان دعوت طرح تصمیم مذاکره تجاوز تحریم تحریمهای اتهام اتهامات اعطای مسئولیت مسوولیت دستاوردهای نظر نظرات مواضع نگرانی تلاش تمایل مخالفت موافقت آمادگی دیدار گفتوگو گفتوگوی تماس نشست سفر خروج ورود توقف کاهش افزایش استعفا استعفای برکناری ادامه تمدید توافق صحت انتشار تلاشهای اخراج ترور بازداشت قتل کشتار جنایت جنایات تهدید تهدیدات حمایت لغو آزادی استفاده توجه مهمترین یکی علت دلیل هدف اهداف وضعیت شرایط رفتار رفتارهای میزان تعداد حجم ظرفیت هزینه قیمت نرخ عملکرد ضعف کمبود نبود عدم تقویت توسعه ایجاد ساخت اجرای آغاز پایان راه راهکار جایگاه هرگونه بخشی'
    .split(' ')
    .map(solidOf),
);

/** Where the object begins: behind the subject and its adverbials. */
function objectStart(speakers: SpeakerView, range: Segment): number | undefined {
  const { view } = speakers;
  if (isPronounObject(speakers, range)) return range.to - 1;
  const [segment] = subjectSegments(view, range);
  if (segment === undefined) return undefined;
  const subject = readSubject(speakers, segment);
  const isSwallowed =
    subject !== undefined && view.keys.slice(subject.to, subject.to + MOST_TO_AGENT).includes('توسط');
  let at =
    subject === undefined
      ? skipLeading(speakers, segment)
      : isSwallowed
        ? leadingEnd(speakers, segment)
        : subjectEnd(speakers, subject, range.to);
  at = behindComma(view, skipAdverbials(speakers, at, range.to), range.to);
  return at < range.to ? at : segment.from;
}

/** «…، آن را تهدید خواند», «همسر سهندی او را … توصیف می‌کند»: the pronoun before «را» is all of the object. */
function isPronounObject({ view, mentions }: SpeakerView, { from, to }: Segment): boolean {
  const at = to - 1;
  if (at <= from || !/^(?:او|وی|آن|این|آنها|آنان|ایشان)$/.test(view.keys[at] ?? '')) return false;
  if (/[،,]/.test(view.words[at]?.gap ?? '')) return true;
  return [1, 2, 3].some((back) => {
    const before = mentions.get(at - back);
    return before?.to === at && before.type === 'person';
  });
}

/** Words of the object between what was read as the subject and «توسط». */
const MOST_TO_AGENT = 3;

/** «وزارت نیرو تصرف «تپه» توسط ارتش را تکذیب کرد»: who acts by «توسط» acts in the object; the leading name denies it. */
function leadingEnd(speakers: SpeakerView, segment: Segment): number {
  const start = skipLeading(speakers, segment);
  return speakers.mentions.get(start)?.to ?? Math.min(start + 2, segment.to - 1);
}

/**
 * «ستاد ارتش آرانیا، دفتر سخنگو، این گزارش‌ها را رد کرد»: a noun that is denied stands behind the comma, and nothing before
 * it is one.
 */
function behindComma(view: WordBlock, from: number, to: number): number {
  for (let at = from; at < to; at += 1) {
    if (at > from && isDenied(view, at)) return at;
    if (isObjectHead(view, at)) return from;
  }
  return from;
}

/** «، این گزارش‌ها»: speech that is denied, right behind a comma. */
function isDenied(view: WordBlock, at: number): boolean {
  const key = view.keys[at] ?? '';
  const noun = /^(?:این|آن)$/.test(key) ? (view.keys[at + 1] ?? '') : key;
  return /[،,]/.test(view.words[at]?.gap ?? '') && SPEECH.has(noun);
}

/** What is denied by «این»: speech, or what it told of. */
const POINTED: ReadonlySet<string> = new Set(
  'خبر اخبار ادعا ادعاها گزارش گزارشها شایعه شایعات اتهام اتهامات اتهامها تحلیل روایت سخنان'
    .split(' ')
    .map(solidOf),
);

const SPEECH: ReadonlySet<string> = new Set(
  'خبر اخبار ادعا ادعای ادعاها ادعاهای گزارش گزارشها گزارشهای شایعه شایعات اتهام اتهامات اتهامها اظهارات'
    .split(' ')
    .map(solidOf),
);

/** A subject that swallowed its object gives it back where a head of objects stands in it. */
function subjectEnd({ view, mentions }: SpeakerView, subject: SpeakerPhrase, to: number): number {
  const head = objectInside({ view, mentions }, subject, to);
  if (head !== undefined) return head;
  const isFree = subject.to < to;
  if (isNoTitle(view, subject)) return subject.name.to;
  if (subject.isWeak === true) return isFree && beginsAnew(view, subject.to) ? subject.to : subject.from;
  const title = subject.role;
  if (title !== undefined && title.from === subject.name.to && title.to === subject.to && !isFree)
    return behindTitle({ view, mentions }, title);
  const mention = mentions.get(subject.from);
  if (mention !== undefined && mention.to < subject.to && subject.role === undefined) return mention.to;
  if (isFree || subject.via === 'pronoun') return subject.to;
  return bodyEnd(mentions, subject.from, to) ?? Math.min(subject.from + 2, to - 1);
}

/** «مدرس اقتصاد دانشگاه آزاد شاخص‌ها را …»: the body of an office belongs to it. */
function bodyEnd(mentions: SpeakerView['mentions'], from: number, to: number): number | undefined {
  for (let at = from + 1; at <= from + 3; at += 1) {
    const end = mentions.get(at)?.to;
    if (end !== undefined && end < to) return end;
  }
  return undefined;
}

/** «روزنامه‌نگاران موریایی رئیس‌جمهور کاجستان را …»: the office at its end is the object, not a part of the unnamed. */
function objectInside(
  { view, mentions }: Pick<SpeakerView, 'view' | 'mentions'>,
  { from, to, via }: SpeakerPhrase,
  end: number,
): number | undefined {
  for (let at = from + 1; at < to; at += 1) if (isObjectHead(view, at)) return at;
  if (via !== 'unnamed') return undefined;
  for (let at = from + 2; at < end; at += 1) {
    const found = mentions.get(at);
    if (found?.to === end && (found.type === 'person' || found.mention.via === 'role')) return at;
  }
  return undefined;
}

/** «محسن غرویان رفتارهای گروهی از طلاب را …»: what follows a name without a comma or a title is not his. */
function isNoTitle({ words, keys }: WordBlock, { role, name, via }: SpeakerPhrase): boolean {
  if (via !== 'name' || role === undefined || role.from !== name.to) return false;
  const key = keys[role.from] ?? '';
  return !/[،,ـ–-]/.test(words[role.from]?.gap ?? '') && !TITLES.has(key) && !BODIES.has(key);
}

/** «هنیه، رئیس دفتر سیاسی حماس، …»: behind the last name in the title; without a title, right behind the name. */
function behindTitle({ view, mentions }: Pick<SpeakerView, 'view' | 'mentions'>, title: Segment): number {
  if (!/[،,]/.test(view.words[title.from]?.gap ?? '') && !TITLES.has(view.keys[title.from] ?? ''))
    return title.from;
  for (let at = title.to - 1; at > title.from; at -= 1) {
    const end = mentions.get(at)?.to;
    if (end !== undefined && end < title.to && view.keys[end] !== 'و') return end;
  }
  return Math.min(title.from + 2, title.to - 1);
}

function isObjectHead(view: WordBlock, at: number): boolean {
  const key = view.keys[at] ?? '';
  const before = view.keys[at - 1] ?? '';
  if (PREPOSITIONS.has(before) || before === 'و' || OBJECT_HEADS.has(before) || DEMONSTRATIVES.has(before))
    return false;
  if (/^(?:ایشان|او|وی|آنها|آنان)$/.test(key) && view.keys[at + 1] === 'را') return true;
  if (key === 'بخش' && /^(?:زیادی|بزرگی|مهمی|عمدهای|اعظم|قابلتوجهی)$/.test(view.keys[at + 1] ?? ''))
    return true;
  const isPointing = /^(?:این|آن|هرگونه|هر)$/.test(key);
  // «کشورهای این منطقه» is one phrase; «مقام‌های جمهوری اسلامی این خبر را …» is two.
  const isBound = /[یا]$/.test(before) && !(POINTED.has(view.keys[at + 1] ?? '') && !/[اه]ی$/.test(before));
  return OBJECT_HEADS.has(key) || (isPointing && !isBound);
}

/** Whether something other than the rest of a name begins at a word. */
function beginsAnew(view: WordBlock, at: number): boolean {
  const key = view.keys[at] ?? '';
  return (
    PREPOSITIONS.has(key) ||
    isObjectHead(view, at) ||
    ADVERBS.has(key) ||
    isTime(view, at) ||
    /[،,]/.test(view.words[at]?.gap ?? '')
  );
}

function skipAdverbials({ view, mentions }: SpeakerView, from: number, to: number): number {
  let at = from;
  for (let step = 0; step < 6; step += 1) {
    const key = view.keys[at] ?? '';
    const fixed = behindFixed(view, at, to);
    if (fixed !== undefined) {
      at = fixed;
      continue;
    }
    if (BEFORE_OBJECTS.test(key) || (isTime(view, at) && !mentions.has(at))) {
      at += 1;
      continue;
    }
    if (!PREPOSITIONS.has(key)) break;
    const named = mentions.get(at + 1);
    const next = named !== undefined && named.to < to ? named.to : adverbialEnd(view, at, to);
    if (next === undefined) break;
    at = next;
  }
  return at;
}

/** Adverbs between a subject and its object. */
const BEFORE_OBJECTS =
  /^(?:نیز|هم|همچنین|اما|بارها|رسما|بهشدت|صراحتا|خود|اکنون|هماکنون|حالا|ابتدا|قبلا|پیشتر|سپس|بلافاصله|مجددا|دوباره|همواره|صریحا|قاطعانه|قویا)$/;

/** Behind «پیش از این», «در پایان سخنان خود». */
function behindFixed(view: WordBlock, at: number, to: number): number | undefined {
  if (
    /^(?:(?:پیش|پس|بعد|قبل) از (?:این|آن)|با (?:این|وجود) (?:حال|این))$/.test(
      view.keys.slice(at, at + 3).join(' '),
    )
  )
    return at + 3;
  const own = behindOwnSpeech(view.keys, { from: at, to });
  return own !== undefined && own < to ? own : undefined;
}

/** An adverbial between subject and object ends at its comma, behind «در یادداشتی», or before a head of objects. */
function adverbialEnd(view: WordBlock, from: number, to: number): number | undefined {
  for (let at = from + 2; at < to; at += 1) if (/[،,]/.test(view.words[at]?.gap ?? '')) return at;
  const isMedium =
    view.keys[from] === 'در' &&
    /^(?:یادداشت|توییت|پیام|بیانیها|نامها|سخنان|مصاحبها|گزارش|گفتوگو|اظهارات|مقالها|سخنرانی|اقدام|واکنش)ی$/.test(
      view.keys[from + 1] ?? '',
    );
  if (isMedium && from + 2 < to) return from + 2;
  for (let at = from + 2; at < to; at += 1) if (isObjectHead(view, at)) return at;
  return undefined;
}

/** The object behind a preposition; the first in the frame's order that stands in the clause. */
function findByObject(speakers: SpeakerView, predicate: Predicate, bounds: Bounds): Content | undefined {
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
    if (isBound(view, at) || AFTER_OF.test(view.keys[next] ?? '')) continue;
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

/** «از سوی», «از جمله», «از این رو»: no object follows. */
const AFTER_OF = /^(?:سوی|طریق|طرف|جمله|جانب|نظر|لحاظ|سال|روز|ابتدای|زمان|قول)$/;

/** «مبنی بر», «علاوه بر»: no preposition of its own. */
function isBound(view: WordBlock, at: number): boolean {
  if (/^(?:این|آن)$/.test(view.keys[at + 1] ?? '') && /^(?:رو|سو|جهت|طریق)$/.test(view.keys[at + 2] ?? ''))
    return true;
  return /^(?:مبنی|علاوه|بنا|افزون|پیش|پس|بعد|قبل|یکی|برخی|غیر|بسیاری|بیش|کمتر|بیشتر|ناشی|حاکی|جلوگیری|استفاده|نقل|تعدادی|بخشی|گروهی|جمعی|شماری|عدهای|نیمی|هیچیک|کدام|سرشار|مملو|تن|فارغ)$/.test(
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
