/** How copies are told in words. */
import type { CopyDegree, Reason } from '../../model/story.js';
import type { ReportCopy } from '../../store/site_story.js';
import { number } from '../words.js';

export const DEGREE_WORDS: Readonly<Record<CopyDegree, string>> = {
  verbatim: 'عین متن',
  edited: 'ویراسته',
  excerpt: 'کوتاه‌شده',
  rewritten: 'بازنویسی',
};

/** «کوتاه‌شده، ۷۸٪ متن مشترک». */
export function copyWords({ degree, containment }: ReportCopy): string {
  return `${DEGREE_WORDS[degree]}، ${number(Math.round(containment * 100))}٪ متن مشترک`;
}

const DIRECTION_WORDS: Readonly<Record<string, string>> = {
  credit: 'خودش از آن نام برده است',
  forward: 'بازفرست همان است',
  time: 'پس از آن منتشر شده است',
  agency: 'آن یکی خبرگزاری است',
};

/** Why the one is held for the source of the other. */
export function directionWords({ direction, directionBy }: ReportCopy): string {
  if (direction === 'undirected') return 'روشن نیست کدام از دیگری گرفته است';
  const why = DIRECTION_WORDS[directionBy ?? ''] ?? 'به گواهی متن';
  return direction === 'from_other' ? why : `اصل دیرتر به ما رسیده است؛ ${why}`;
}

const REASON_WORDS: Readonly<Record<string, (value: Reason['value']) => string>> = {
  first: () => 'نخستین گزارش این خبر بود',
  copy: () => 'متنش با گزارشی از همین خبر مشترک است',
  degree: (value) => `گونهٔ رونوشت: ${DEGREE_WORDS[value as CopyDegree] ?? value}`,
  containment: (value) => `سهم متن مشترک: ${share(value)}`,
  score: (value) => `امتیاز پیوستن به این خبر: ${figure(value)}؛ بالای صفر یعنی همین خبر است`,
  vocabulary: (value) => `سهم واژه‌هایی که این خبر پیش‌تر گفته بود: ${share(value)}`,
  terms: (value) => `نزدیکی واژه‌های کمیاب: ${share(value)}`,
  heads: (value) => `نزدیکی تیترها: ${share(value)}`,
  headInside: (value) => `تیتر یکی در متن دیگری: ${share(value)}`,
  numbersShared: (value) => `عددهای مشترک: ${share(value)}`,
  numbersDiffer: (value) => `عددهای ناهمخوان: ${share(value)}`,
  speakers: (value) => `گویندگان مشترک: ${share(value)}`,
  scenesDiffer: (value) => `جاهای ناهمخوان: ${share(value)}`,
  phrases: (value) => `عبارت‌های مشترک: ${share(value)}`,
};

/** The features that decided, as far as they say something to a reader; names of other reports are links elsewhere. */
export function reasonWords(reasons: readonly Reason[]): readonly string[] {
  return reasons.flatMap(({ feature, value }) => REASON_WORDS[feature]?.(value) ?? []);
}

function share(value: Reason['value']): string {
  const portion = Number(value);
  return Number.isFinite(portion) ? `${number(Math.round(portion * 100))}٪` : String(value);
}

/** «۲٫۴»: one place. */
function figure(value: Reason['value']): string {
  const rounded = Math.round(Number(value) * 10) / 10;
  return Number.isFinite(rounded) ? number(rounded) : String(value);
}
