import type { NameFound } from './names_known.js';
import { PLACE_WORDS } from './place_words.js';
import type { SentenceWords } from './sentence_words.js';

/** Whether a place stands for its government: «آنکارا اعلام کرد», but not «در آنکارا، پایتخت ترکیه». */
export function isActor(words: SentenceWords, name: NameFound): boolean {
  const { keys, gaps } = words;
  const next = keys[name.to];
  if (next === 'پایتخت') return false;
  let at = name.from;
  while (at >= 2 && keys[at - 1] === 'و' && gaps[at] === 'none') at -= 2;
  const before = gaps[at] === 'none' ? (keys[at - 1] ?? '') : '';
  if (before === 'سوی' && keys[at - 2] === 'از') return true;
  if (PLACE_WORDS.actorLeads.has(before)) return true;
  return before === '' ? at === 0 : !PLACE_WORDS.leads.has(before) && SPEAKERS_VERB.test(next ?? '');
}

const SPEAKERS_VERB =
  /^(?:اعلام|گفت|اظهار|خواستار|تاکید|هشدار|تهدید|درخواست|پیشنهاد|مدعی|ادعا|رد|تکذیب|تایید|محکوم|میگوید|میخواهد|باید|نیز|همچنین|قصد|اجازه)$/;
