import type { NameFound } from './names_known.js';
import type { SentenceWords } from './sentence_words.js';

const PLACE_LEADS = new Set(
  'در از به راهی عازم وارد سوی مقصد شهر کشور مقابل ساکن اهل خاک مرز مرزهای شمال جنوب شرق غرب داخل خارج سراسر سرتاسر سفر بازدید پایتخت مردم حومه استان فرودگاه پرواز دانشگاه مقیم روانه ترک اطراف نزدیکی درون بیرون حریم آسمان خیابان'.split(
    ' ',
  ),
);
const ACTOR_LEADS = new Set('بین میان با علیه برای توسط دولت سوی'.split(' '));

/** Whether a place stands for its government: «آنکارا اعلام کرد», but not «در آنکارا، پایتخت ترکیه». */
export function isActor(words: SentenceWords, name: NameFound): boolean {
  const { keys, gaps } = words;
  const next = keys[name.to];
  if (next === 'پایتخت') return false;
  let at = name.from;
  while (at >= 2 && keys[at - 1] === 'و' && gaps[at] === 'none') at -= 2;
  const before = gaps[at] === 'none' ? (keys[at - 1] ?? '') : '';
  if (before === 'سوی' && keys[at - 2] === 'از') return true;
  if (ACTOR_LEADS.has(before)) return true;
  return before === '' ? at === 0 : !PLACE_LEADS.has(before) && SPEAKERS_VERB.test(next ?? '');
}

const SPEAKERS_VERB =
  /^(?:اعلام|گفت|اظهار|خواستار|تاکید|هشدار|تهدید|درخواست|پیشنهاد|مدعی|ادعا|رد|تکذیب|تایید|محکوم|میگوید|میخواهد|باید|نیز|همچنین|قصد|اجازه)$/;
