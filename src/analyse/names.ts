import { isConjugated } from '../persian/verb_forms.js';
import { findPredicates } from '../persian/verb_phrases.js';
import { wordWeight } from '../persian/words.js';
import type { EntityIndex } from './entity_lookup.js';
import { featuresOf, isGivenName } from './names_features.js';
import { findKnownNames, type NameFound } from './names_known.js';
import { bestTags, type NameWeights, rangesOf, type TaggedRange } from './names_model.js';
import { findRuledNames } from './names_rules.js';
import { nameWeights } from './names_weights.js';
import type { SentenceWords } from './sentence_words.js';
import { ADVERBS, TITLES } from './speaker_words.js';

/**
 * All names of a sentence: those of the gazetteer, those that the model sees, those that rules see. Of two that overlap
 * the longer one holds, of two alike the one that is known.
 */
export function findNames(
  words: SentenceWords,
  index: EntityIndex,
  weights: NameWeights = nameWeights(),
): NameFound[] {
  const known = findKnownNames(words, index);
  const tagged = rangesOf(bestTags(featuresOf(words, known, index), weights)).flatMap((range) =>
    whole(words, range).filter((name) => !isPeople(words, name, index)),
  );
  const both = joined(words, longest([...known, ...tagged]));
  const ruled = findRuledNames(words, both).filter((name) => !isEveryday(words.keys, name));
  const all = [...both, ...ruled].map((name) => withUnknownSurname(words, withSurnameEnd(words, name)));
  return longest(all).map((name) => withoutOthers(words, withoutHonorific(words, name)));
}

/** «سپهر جانشین», «رحمت نادری باستان شناس», «پیام رحمت نادری»: the trade behind a name and the noun before it are none of it. */
function withoutOthers({ keys }: SentenceWords, name: NameFound): NameFound {
  const { from, to, type } = name;
  if (type !== 'person' || name.known !== undefined) return name;
  const first =
    /^پیام$/.test(keys[from] ?? '') && MESSAGE_LEADS.test(keys[from - 1] ?? '') && to - from > 2
      ? from + 1
      : from;
  let end = first + 1;
  while (
    end < to &&
    !POSTS.has(keys[end] ?? '') &&
    !BEHIND_NAMES.test(keys[end] ?? '') &&
    !TRADE.test(keys[end] ?? '')
  )
    end += 1;
  return first === from && end === to ? name : { ...name, from: first, to: end, id: '' };
}

const BEHIND_NAMES = /^(?:امروز|دیروز|امشب|دیشب|صبح|عصر|شامگاه|نیز|هم|همچنین)$/;
const MESSAGE_LEADS = /^(?:در|به|از|با|متن|این)$/;

const POSTS = new Set(
  'جانشین معاون مدیر مدیرعامل مدیرکل رییس نماینده دستیار سرپرست فرمانده سخنگو سخنگوی کارشناس سرمربی عضو استاندار فرماندار شهردار مشاور دبیرکل'.split(
    ' ',
  ),
);

/** «باستان‌شناس», «روزنامه‌نگار»; keys have them in one piece. */
const TRADE =
  /^(?:باستان|جامعه|روان|زبان|زمین|کار|روزنامه|خبر|حقوق|اقتصاد|ریاضی|فیزیک|تاریخ|فیلم|فیلمنامه|نمایشنامه|داستان|دین)(?:شناس|نگار|دان|پژوه|نویس)$/;

/** «هادی ابوی در گفت‌وگو …», «علی القاصی مهر دادستان تهران»: a lone first name goes on to what cannot be a name. */
function withUnknownSurname(words: SentenceWords, name: NameFound): NameFound {
  const { from, type } = name;
  if (type !== 'person' || name.to - from !== 1 || !isGivenName(words.keys[from] ?? '')) return name;
  if (words.gaps[from] === 'none' && !LEADS.test(words.keys[from - 1] ?? '')) return name;
  let to = name.to;
  if (isSurnameWord(words, to)) to += 1;
  while (to < from + 4 && words.gaps[to] === 'none' && !endsSurname(words, to)) to += 1;
  const isClosed = to === words.keys.length || words.gaps[to] !== 'none' || endsSurname(words, to);
  return to === name.to || !isClosed ? name : { from, to, type, id: '', rule: name.rule };
}

/**
 * «محمدمراد خوش‌اخلاق گفت», «کاوه رنجبر که …»: behind a first name an everyday word is a surname where no name could go on, a
 * rare one anywhere.
 */
function isSurnameWord(words: SentenceWords, at: number): boolean {
  const key = words.keys[at] ?? '';
  if (words.gaps[at] !== 'none' || NO_SURNAMES.has(key) || ADVERBS.has(key) || TITLES.has(key)) return false;
  if (isConjugated(key) || findPredicates(words.keys, at).length > 0) return false;
  const weight = wordWeight(key);
  if (weight < RARE_WEIGHT) return true;
  const next = words.keys[at + 1] ?? '';
  if (words.gaps[at + 1] === 'none' && findPredicates(words.keys, at + 1).length > 0) return true;
  const isClosed = words.gaps[at + 1] !== 'none' || NO_SURNAMES.has(next) || TITLES.has(next);
  return weight < NOUN_WEIGHT && isClosed;
}

/** log10 counts of the word list: «رنجبر» is below the first, «باران» and «مدیر» are above the second. */
const RARE_WEIGHT = 5.5;
const NOUN_WEIGHT = 6.2;

/** Behind these words a person begins as at the start of a sentence. */
const LEADS = /^(?:اعلام|گفته|گفتهی|سرهنگ|سردار|دکتر|مهندس|آقای|خانم|حجتالاسلام|آیتالله|سید)$/;

function endsSurname(words: SentenceWords, at: number): boolean {
  const key = words.keys[at] ?? '';
  return (
    NO_SURNAMES.has(key) ||
    (wordWeight(key) >= COMMON_WEIGHT && !PARTS.test(key)) ||
    TITLES.has(key) ||
    isConjugated(key) ||
    findPredicates(words.keys, at).length > 0
  );
}

/** «شیخ الاسلام», «القاصی مهر». */
const PARTS = /^(?:شیخ|مهر|ال..+)$/;

const NO_SURNAMES = new Set(
  'در به از با بر و که را تا برای ضمن طی درباره نیز هم همچنین امروز دیروز روز صبح عصر ظهر شب شنبه یکشنبه دوشنبه سهشنبه چهارشنبه پنجشنبه جمعه این آن است بود شد علیه وی او یک دو سه'.split(
    ' ',
  ),
);

/** «سلیمانی فرد», «سبحانی نیا»: the word behind a name that is only the end of a surname belongs to it. */
function withSurnameEnd(words: SentenceWords, name: NameFound): NameFound {
  const { to, type } = name;
  if (type !== 'person' || words.gaps[to] !== 'none' || !SURNAME_ENDS.has(words.keys[to] ?? '')) return name;
  return { from: name.from, to: to + 1, type, id: '', rule: name.rule };
}

/** Last words that are no surname without the one before. */
const SURNAME_ENDS = new Set(
  'زاده پور نژاد نیا فر منش تبار اوغلو آبادی نسب کیا راد مفرد مقدم زادگان پرور فرد'.split(' '),
);

/** Words before a person's name that are no part of it. */
const HONORIFICS = new Set(
  'دکتر مهندس حاج شیخ آیتالله آیتاللهالعظمی حجتالاسلام سردار سرهنگ سرلشکر ژنرال استاد دریابان دریادار شهید آقای خانم سپهبد'.split(
    ' ',
  ),
);

function withoutHonorific(words: SentenceWords, name: NameFound): NameFound {
  let { from } = name;
  if (name.type !== 'person') return name;
  while (from < name.to - 1 && HONORIFICS.has(words.keys[from] ?? '')) from += 1;
  return from === name.from ? name : { ...name, from };
}

/**
 * What belongs together: «حسن» + «قاضی زاده هاشمی», a first name before a name, an unknown word after a lone first
 * name («گلنار وکیل گیلانی»), and the place after an organisation («محیط زیست اسلامشهر»).
 */
function joined(words: SentenceWords, names: readonly NameFound[]): NameFound[] {
  const result: NameFound[] = [];
  for (const name of names) {
    const last = result.at(-1);
    const touches = last !== undefined && last.to === name.from && words.gaps[name.from] === 'none';
    if (touches && isJoinable(words, last, name)) {
      result[result.length - 1] = { from: last.from, to: name.to, type: last.type, id: '', rule: last.rule };
    } else result.push(name);
  }
  return result.map((name) => withFirstName(words, name, result));
}

function isJoinable(words: SentenceWords, first: NameFound, second: NameFound): boolean {
  if (first.type === 'person' && second.type === 'person') return isAllGiven(words, first);
  return (
    first.type === 'organisation' &&
    second.type === 'place' &&
    first.side === undefined &&
    first.to - first.from < 7
  );
}

function isAllGiven(words: SentenceWords, { from, to }: NameFound): boolean {
  return words.keys.slice(from, to).every(isGivenName);
}

function withFirstName(words: SentenceWords, name: NameFound, names: readonly NameFound[]): NameFound {
  const before = name.from - 1;
  if (name.type !== 'person' || words.gaps[name.from] !== 'none' || !isGivenName(words.keys[before] ?? ''))
    return name;
  if (names.some((other) => other.from <= before && before < other.to)) return name;
  return { from: before, to: name.to, type: 'person', id: '', rule: name.rule };
}

/** No name goes over a comma or a stop: what the model joins there are two. */
function whole(words: SentenceWords, { from, to, type }: TaggedRange): NameFound[] {
  const cuts = words.gaps
    .slice(from + 1, to)
    .flatMap((gap, at) => (gap === 'none' || gap === 'quote' ? [] : [from + 1 + at]));
  const edges = [from, ...cuts, to];
  return edges
    .slice(1)
    .map((end, at): NameFound => ({ from: edges[at] ?? from, to: end, type, id: '', rule: 'name/model' }))
    .filter((name) => isNameable(words.keys[name.from] ?? '', name) && !isEveryday(words.keys, name));
}

/** Organs that every house has: «هیئت مدیره», «تیم داوری», «شبکه بانکی», «مجلس» alone. */
const EVERYDAY_ORGANS = new Set([
  'هیات مدیره',
  'هیات رییسه',
  'هیات داوران',
  'هیات علمی',
  'هییت مدیره',
  'هییت رییسه',
  'هییت داوران',
  'هییت علمی',
  'تیم داوری',
  'تیم ملی',
  'شبکه بانکی',
  'شورای اسلامی',
  'شورای شهر',
  'شبکه های',
  'بخش خصوصی',
]);
const EVERYDAY_HEADS = new Set(
  'مجلس دولت تیم شرکت بانک دانشگاه شبکه سازمان وزارت باشگاه شورا پلیس ارتش'.split(' '),
);

function isEveryday(keys: readonly string[], { from, to, type }: NameFound): boolean {
  if (type !== 'organisation') return false;
  if (to - from === 1) return EVERYDAY_HEADS.has(keys[from] ?? '');
  return EVERYDAY_ORGANS.has(`${keys[from]} ${keys[from + 1]}`);
}

/** «کاسپیانی» says where somebody comes from, not who he is. */
function isPeople(words: SentenceWords, { from, to }: NameFound, index: EntityIndex): boolean {
  return to - from === 1 && index.adjectives.byLetters.has(words.keys[from] ?? '');
}

/** A lone everyday word is no person and no place, whatever stands around it. */
function isNameable(key: string, { from, to, type }: NameFound): boolean {
  if (to - from > 1 || type === 'organisation' || isGivenName(key)) return true;
  return wordWeight(key) < COMMON_WEIGHT && !/ها(?:ی|یی)?$/.test(key) && !isVerb(key);
}

function isVerb(key: string): boolean {
  return /^ن?می/.test(key) && isConjugated(key);
}

/** log10 of the count in the word list from which a word is everyday: «طبق», «بار», «رهبر». */
const COMMON_WEIGHT = 4.6;

/** Names without overlap, by their place. */
function longest(names: readonly NameFound[]): NameFound[] {
  const byLength = [...names].sort((a, b) => rankOf(b) - rankOf(a) || a.from - b.from);
  const kept: NameFound[] = [];
  for (const name of byLength) {
    if (!kept.some((other) => other.from < name.to && name.from < other.to)) kept.push(name);
  }
  return kept.sort((a, b) => a.from - b.from);
}

/** Length decides, then whether somebody made the name known. */
function rankOf({ from, to, known, side }: NameFound): number {
  return (to - from) * 2 + (known === undefined && side === undefined ? 0 : 1);
}
