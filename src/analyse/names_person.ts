import { isConjugated } from '../persian/verb_forms.js';
import { findPredicates } from '../persian/verb_phrases.js';
import { wordWeight } from '../persian/words.js';
import { NAME_WORDS } from './name_words.js';
import { isGivenName } from './names_features.js';
import type { NameFound } from './names_known.js';
import type { SentenceWords } from './sentence_words.js';
import { ADVERBS, TITLES } from './speaker_words.js';

// Where the name of a person begins and ends: what the tables and the model saw of it is often a part, or too much.

/** log10 of the count in the word list from which a word is everyday: «طبق», «بار», «رهبر». */
export const COMMON_WEIGHT = 4.6;

/** The name with all of its surname, without ranks, trades and the words around it. */
export function wholePerson(words: SentenceWords, name: NameFound): NameFound {
  return withUnknownSurname(words, withSurnameEnd(words, name));
}

/** The name without what stands beside it. */
export function barePerson(words: SentenceWords, name: NameFound): NameFound {
  return withoutOthers(words, withoutHonorific(words, name));
}

/** «هادی ابوی در گفت‌وگو …», «علی القاصی مهر دادستان تهران»: a lone first name goes on to what cannot be a name. */
function withUnknownSurname(words: SentenceWords, name: NameFound): NameFound {
  const { from, type } = name;
  if (type !== 'person' || !needsSurname(words, name)) return name;
  let to = name.to;
  if (isSurnameWord(words, to)) to += 1;
  while (to < from + 4 && words.gaps[to] === 'none' && !endsSurname(words, to)) to += 1;
  const isClosed = to === words.keys.length || words.gaps[to] !== 'none' || endsSurname(words, to);
  return to === name.to || !isClosed ? name : { from, to, type, id: '', rule: name.rule };
}

/** A lone first name that does not stand inside a phrase, or speaks there; a first name in two words. */
function needsSurname(words: SentenceWords, name: NameFound): boolean {
  const { from, to, known, rule } = name;
  if (rule === COMPOUND) return true;
  if (to - from > 1) return false;
  const isInside = words.gaps[from] === 'none' && !LEADS.test(words.keys[from - 1] ?? '');
  if (isInside && !(isSurnameWord(words, to) && findPredicates(words.keys, to + 1).length > 0)) return false;
  return known === undefined ? isGivenName(words.keys[from] ?? '') : isFirstNameOf(words, name);
}

/**
 * «محمدمراد خوش‌اخلاق گفت», «کاوه رنجبر که …»: behind a first name an everyday word is a surname where no name could go on, a
 * rare one anywhere.
 */
function isSurnameWord(words: SentenceWords, at: number): boolean {
  const key = words.keys[at] ?? '';
  if (words.gaps[at] !== 'none' || NAME_WORDS.noSurnames.has(key) || ADVERBS.has(key) || TITLES.has(key))
    return false;
  if (isConjugated(key) || findPredicates(words.keys, at).length > 0) return false;
  const weight = wordWeight(key);
  if (weight < RARE_WEIGHT) return true;
  const next = words.keys[at + 1] ?? '';
  if (words.gaps[at + 1] === 'none' && findPredicates(words.keys, at + 1).length > 0) return true;
  const isClosed = words.gaps[at + 1] !== 'none' || NAME_WORDS.noSurnames.has(next) || TITLES.has(next);
  return weight < NOUN_WEIGHT && isClosed;
}

/** log10 counts of the word list: «رنجبر» is below the first, «باران» and «مدیر» are above the second. */
const RARE_WEIGHT = 5.5;
const NOUN_WEIGHT = 6.2;

/** «اتابک جعفری، مدیرعامل …»: a known surname that here is a first name: a surname and a title follow. */
function isFirstNameOf(words: SentenceWords, { known, to }: NameFound): boolean {
  if (known === undefined || known.some(({ whole }) => whole)) return false;
  return (
    isSurnameWord(words, to) &&
    /ی$/.test(words.keys[to] ?? '') &&
    words.gaps[to + 1] === 'comma' &&
    TITLES.has(words.keys[to + 1] ?? '')
  );
}

const COMPOUND = 'name/given-compound';

/** «محی الدین», «روح الله» in two words: a first name. */
export function compoundNames({ keys, gaps }: SentenceWords): NameFound[] {
  return keys.flatMap((key, at): NameFound[] => {
    if ((key !== 'الدین' && key !== 'الله') || at === 0 || gaps[at] !== 'none') return [];
    const first = keys[at - 1] ?? '';
    const isName = key === 'الدین' ? first.length > 2 : NAME_WORDS.ofGod.has(first);
    return isName ? [{ from: at - 1, to: at + 1, type: 'person', id: '', rule: COMPOUND }] : [];
  });
}

/** Behind these words a person begins as at the start of a sentence. */
const LEADS = /^(?:و|که|اما|اعلام|گفته|گفتهی|سرهنگ|سردار|دکتر|مهندس|آقای|خانم|حجتالاسلام|آیتالله|سید)$/;

function endsSurname(words: SentenceWords, at: number): boolean {
  const key = words.keys[at] ?? '';
  return (
    NAME_WORDS.noSurnames.has(key) ||
    (wordWeight(key) >= COMMON_WEIGHT && !PARTS.test(key)) ||
    TITLES.has(key) ||
    isConjugated(key) ||
    findPredicates(words.keys, at).length > 0
  );
}

/** «شیخ الاسلام», «القاصی مهر». */
const PARTS = /^(?:شیخ|مهر|ال..+)$/;

/** «سلیمانی فرد», «سبحانی نیا»: the word behind a name that is only the end of a surname belongs to it. */
function withSurnameEnd(words: SentenceWords, name: NameFound): NameFound {
  const { to, type } = name;
  if (type !== 'person' || words.gaps[to] !== 'none' || !NAME_WORDS.surnameEnds.has(words.keys[to] ?? ''))
    return name;
  return { from: name.from, to: to + 1, type, id: '', rule: name.rule };
}

function withoutHonorific(words: SentenceWords, name: NameFound): NameFound {
  let { from } = name;
  if (name.type !== 'person') return name;
  while (from < name.to - 1 && NAME_WORDS.honorifics.has(words.keys[from] ?? '')) from += 1;
  return from === name.from ? name : { ...name, from };
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
    !NAME_WORDS.posts.has(keys[end]) &&
    !BEHIND_NAMES.test(keys[end] ?? '') &&
    !TRADE.test(keys[end] ?? '') &&
    !GLUED_VERB.test(keys[end] ?? '')
  )
    end += 1;
  return first === from && end === to ? name : { ...name, from: first, to: end, id: '' };
}

/** «نوید احمدی اظهارداشت»: a verb printed without the blank in it. */
const GLUED_VERB =
  /^(?:اظهار|بیان|عنوان|تاکید|تصریح|اعلام|اضافه|خاطرنشان|ابراز|خبر|ادامه|هشدار)(?:کرد|داشت|داد|نمود)/;

const BEHIND_NAMES = /^(?:امروز|دیروز|امشب|دیشب|صبح|عصر|شامگاه|نیز|هم|همچنین)$/;
const MESSAGE_LEADS = /^(?:در|به|از|با|متن|این)$/;

/** «باستان‌شناس», «روزنامه‌نگار»; keys have them in one piece. */
const TRADE =
  /^(?:باستان|جامعه|روان|زبان|زمین|کار|روزنامه|خبر|حقوق|اقتصاد|ریاضی|فیزیک|تاریخ|فیلم|فیلمنامه|نمایشنامه|داستان|دین)(?:شناس|نگار|دان|پژوه|نویس)$/;
