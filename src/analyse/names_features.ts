import { wordWeight } from '../persian/words.js';
import type { EntityIndex } from './entity_lookup.js';
import { GIVEN_NAMES } from './names_given.data.js';
import type { NameFound } from './names_known.js';
import { longestAt, type SentenceWords } from './sentence_words.js';

// What the name model looks at. A feature is a number: the hash of its template and of the words in it.

/** Slots of the weight table, a power of two; features that share one share their weights. */
export const FEATURE_SLOTS = 65_536;

/** Nouns that begin the name of an organisation or of a place: «شرکت», «خیابان». */
const ORGANISATION_HEADS = new Set(
  'وزارت سازمان شرکت حزب بانک دانشگاه موسسه بنیاد انجمن اتحادیه فدراسیون باشگاه تیم شورای شورا کمیته کمیسیون ستاد مرکز پژوهشگاه پژوهشکده اداره ادارهکل خبرگزاری روزنامه شبکه سایت مجله هفتهنامه نشریه مجلس پارلمان کنگره ارتش نیروی سپاه قرارگاه پلیس دادگاه دادسرای دادستانی دیوان قوه مجمع جبهه جنبش گروه گروهک صندوق بیمه بورس گمرک شهرداری استانداری فرمانداری بخشداری سفارت کنسولگری بیمارستان مدرسه دبیرستان حوزه آستان کانون خانه اتاق سندیکای کنسرسیوم هلدینگ پتروشیمی پالایشگاه کارخانه هواپیمایی جمعیت هیات کارگروه معاونت دفتر دبیرخانه فرماندهی لشکر تیپ یگان گردان آژانس کنفدراسیون پایگاه اندیشکده پژوهشکده آموزشگاه دانشکده نهضت ائتلاف جریان نهاد بسیج راهآهن فراکسیون رادیو تلویزیون انتشارات'.split(
    ' ',
  ),
);
const PLACE_HEADS = new Set(
  'استان شهر شهرستان روستای بخش خیابان میدان بزرگراه اتوبان کوچه محله منطقه کشور ایالت جزیره جزایر خلیج دریای دریاچه رود رودخانه کوه قله تنگه بندر فرودگاه پل سد پارک ورزشگاه استادیوم مسجد حرم مرز پایگاه اردوگاه کاخ تالار سالن جاده محور کلانشهر شهرک بلوار قاره جنگل تالاب کویر دشت ولایت ناحیه ایستگاه زندان میدان موزه'.split(
    ' ',
  ),
);
const GIVEN = new Set(
  GIVEN_NAMES.trim()
    .split(/\s+/)
    .map((name) => name.replaceAll('\u200c', '')),
);

/** Marks of one word, as bits of a small number. */
const SHAPE_GIVEN = 1;
const SHAPE_ORGANISATION = 2;
const SHAPE_PLACE = 4;

/** Whether a word is a first name. */
export function isGivenName(key: string): boolean {
  return GIVEN.has(key) || isCompound(key);
}

/** «محمدمراد», «میرمعصوم», «سیدکاوه», «امیدعلی»: a first name beside another or behind a rank, in one piece. */
function isCompound(key: string): boolean {
  const [lead = ''] = /^(?:محمد|میر|سید|امیر|علی|غلام)(?=...)/.exec(key) ?? [];
  if (lead !== '' && GIVEN.has(key.slice(lead.length))) return true;
  const [end = ''] = /(?<=...)(?:علی|رضا|محمد|حسین|حسن|الله)$/.exec(key) ?? [];
  return end !== '' && GIVEN.has(key.slice(0, -end.length));
}

interface WordMarks {
  readonly word: number;
  readonly prefix: number;
  readonly suffix2: number;
  readonly suffix3: number;
  readonly shape: number;
  /** 0 unknown, then by how common it is. */
  readonly weight: number;
}

const MARKS = new Map<string, WordMarks>();
/** Words repeat: so many remembered ones serve a day's news. */
const MOST_MARKS = 30_000;

function marksOf(key: string): WordMarks {
  const known = MARKS.get(key);
  if (known !== undefined) return known;
  if (MARKS.size >= MOST_MARKS) MARKS.clear();
  const made = {
    word: hashOf(key),
    prefix: hashOf(key.slice(0, 3)),
    suffix2: hashOf(key.slice(-2)),
    suffix3: hashOf(key.slice(-3)),
    shape: shapeOf(key),
    weight: Math.min(7, Math.ceil(wordWeight(key))),
  };
  MARKS.set(key, made);
  return made;
}

function shapeOf(key: string): number {
  const lead = key.charCodeAt(0);
  const script = lead < 0x80 ? (lead >= 0x30 && lead <= 0x39 ? 16 : 32) : 0;
  return (
    script |
    (isGivenName(key) ? SHAPE_GIVEN : 0) |
    (ORGANISATION_HEADS.has(key) ? SHAPE_ORGANISATION : 0) |
    (PLACE_HEADS.has(key) ? SHAPE_PLACE : 0)
  );
}

function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash;
}

const EDGE = { word: 1, prefix: 1, suffix2: 1, suffix3: 1, shape: 64, weight: 0 } satisfies WordMarks;
const GAPS = { none: 0, quote: 1, comma: 2, stop: 3 } as const;
const KINDS = { person: 1, organisation: 3, place: 5 } as const;

/** Feature slots of every word of a sentence: `out[i]` belongs to word i. */
export function featuresOf(
  words: SentenceWords,
  known: readonly NameFound[],
  index: EntityIndex,
): readonly Int32Array[] {
  const marks = words.keys.map(marksOf);
  const names = nameClasses(words, known);
  const titles = titleClasses(words, index);
  return words.keys.map((_, at) => featuresAt({ marks, names, titles, words }, at));
}

/** 1 first word of a person's name, 2 a later one, 3 and 4 organisations, 5 and 6 places; +6 for a lone surname. */
function nameClasses({ keys }: SentenceWords, known: readonly NameFound[]): number[] {
  const classes = new Array<number>(keys.length).fill(0);
  for (const { from, to, type, known: entries } of known) {
    const lone = type === 'person' && to - from === 1 && entries?.every((each) => !each.whole) === true;
    for (let at = from; at < to; at += 1) classes[at] = lone ? 7 : KINDS[type] + (at > from ? 1 : 0);
  }
  return classes;
}

/** 1 inside a title, 2 on the word after one. */
function titleClasses(words: SentenceWords, index: EntityIndex): number[] {
  const classes = new Array<number>(words.keys.length + 1).fill(0);
  for (let at = 0; at < words.keys.length; at += 1) {
    const head = longestAt(words, at, index.offices);
    if (head === undefined) continue;
    classes.fill(1, at, head.to);
    classes[head.to] = 2;
    at = head.to - 1;
  }
  return classes;
}

interface Context {
  readonly words: SentenceWords;
  readonly marks: readonly WordMarks[];
  readonly names: readonly number[];
  readonly titles: readonly number[];
}

function featuresAt({ words, marks, names, titles }: Context, at: number): Int32Array {
  const here = marks[at] ?? EDGE;
  const before = marks[at - 1] ?? EDGE;
  const before2 = marks[at - 2] ?? EDGE;
  const after = marks[at + 1] ?? EDGE;
  const after2 = marks[at + 2] ?? EDGE;
  const gap = GAPS[words.gaps[at] ?? 'stop'];
  const gapAfter = GAPS[words.gaps[at + 1] ?? 'stop'];
  const name = names[at] ?? 0;
  const nameBefore = names[at - 1] ?? 0;
  const nameAfter = names[at + 1] ?? 0;
  const title = titles[at] ?? 0;
  const titleAfter = titles[at + 1] ?? 0;
  return Int32Array.of(
    slot(0, 0, 0),
    slot(1, here.word, 0),
    slot(2, before.word, gap),
    slot(3, after.word, gapAfter),
    slot(4, before2.word, 0),
    slot(5, after2.word, 0),
    slot(6, before.word, here.word),
    slot(7, here.word, after.word),
    slot(8, here.prefix, here.shape),
    slot(9, here.suffix2, 0),
    slot(10, here.suffix3, 0),
    slot(11, name, here.shape),
    slot(12, name * 8 + nameBefore, gap),
    slot(13, name * 8 + nameAfter, gapAfter),
    slot(14, here.shape, before.shape * 4 + gap),
    slot(15, here.shape, after.shape * 4 + gapAfter),
    slot(16, here.weight * 8 + before.weight, after.weight * 8 + gap),
    slot(17, title * 4 + gap, here.weight),
    slot(18, titleAfter * 4 + gapAfter, here.weight),
    slot(19, here.weight * 8 + name, here.shape),
    slot(20, before2.shape, before.shape * 128 + here.shape),
    slot(21, gap * 4 + gapAfter, here.weight),
    slot(22, after.suffix2, gapAfter),
    slot(23, before.suffix2, gap),
    slot(24, here.suffix2, before.shape * 4 + gap),
  );
}

function slot(template: number, a: number, b: number): number {
  let hash = Math.imul(template + 1, 0x9e3779b1) ^ a;
  hash = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b) ^ Math.imul(b + 0x27d4eb2f, 0xc2b2ae35);
  hash = Math.imul(hash ^ (hash >>> 13), 0x27d4eb2d);
  return (hash ^ (hash >>> 16)) & (FEATURE_SLOTS - 1);
}
