import type { Segment } from './speaker_region.js';
import { TIMES } from './speaker_words.js';
import type { WordBlock } from './statement_words.js';

const NUMBER = /^[۰-۹0-9/.:]+$/;
const UNITS = /^(?:روز|هفته|ماه|سال|ساعت|دقیقه|شب)$/;
const ORDINAL =
  /^(?:اول|دوم|سوم|چهارم|پنجم|ششم|هفتم|هشتم|نهم|دهم|یازدهم|دوازدهم|سیزدهم|چهاردهم|پانزدهم|شانزدهم|هفدهم|هجدهم|نوزدهم|بیستم)$/;
const DAYS = /^(?:یک|دو|سه|چهار|پنج)?شنبه(?:شب|ها)?$|^جمعهشب$/;

/** Whether a time begins at a word: «شامگاه چهارشنبه», «چند هفته قبل», «۲۳ آبان». */
export function isTime(view: WordBlock, at: number): boolean {
  const key = view.keys[at] ?? '';
  if (TIMES.has(key) || DAYS.test(key) || NUMBER.test(key)) return true;
  if (ORDINAL.test(key) && TIMES.has(view.keys[at + 1] ?? '')) return true;
  return /^(?:چند|یک|دو|سه|چهار|پنج|شش|هفت|ده)$/.test(key) && UNITS.test(view.keys[at + 1] ?? '');
}

/** Index behind a time; a mention ends it, as months are also names. */
export function skipTime(view: WordBlock, { from, to }: Segment, isNamed: (at: number) => boolean): number {
  let at = from + 1;
  while (
    at < to &&
    !isNamed(at) &&
    (isTime(view, at) || UNITS.test(view.keys[at] ?? '') || /.ماه$/.test(view.keys[at] ?? ''))
  ) {
    at += 1;
  }
  return at;
}
