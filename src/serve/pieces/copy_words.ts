/** How copies are told in words. */
import type { CopyDegree, Reason } from '../../model/story.js';
import type { ReportCopy } from '../../store/site_story.js';
import { say, type Words } from '../language.js';
import { number } from '../words.js';

export const DEGREE_WORDS: Readonly<Record<CopyDegree, Words>> = {
  verbatim: { fa: 'عین متن', en: 'word for word' },
  edited: { fa: 'ویراسته', en: 'edited' },
  excerpt: { fa: 'کوتاه‌شده', en: 'shortened' },
  rewritten: { fa: 'بازنویسی', en: 'rewritten' },
};

/** «کوتاه‌شده، ۷۸٪ متن مشترک». */
export function copyWords({ degree, containment }: ReportCopy): string {
  const portion = share(containment);
  return `${say(DEGREE_WORDS[degree])}${say(`، ${portion} متن مشترک`, `, ${portion} of the text in common`)}`;
}

const DIRECTION_WORDS: Readonly<Record<string, Words>> = {
  credit: { fa: 'خودش از آن نام برده است', en: 'it names it itself' },
  forward: { fa: 'بازفرست همان است', en: 'it forwards it' },
  time: { fa: 'پس از آن منتشر شده است', en: 'it was published later' },
  agency: { fa: 'آن یکی خبرگزاری است', en: 'the other is a news agency' },
};

/** Why the one is held for the source of the other. */
export function directionWords({ direction, directionBy }: ReportCopy): string {
  if (direction === 'undirected')
    return say('روشن نیست کدام از دیگری گرفته است', 'it is unclear who took from whom');
  const why = say(DIRECTION_WORDS[directionBy ?? ''] ?? { fa: 'به گواهی متن', en: 'as the text shows' });
  return direction === 'from_other'
    ? why
    : say(`اصل دیرتر به ما رسیده است؛ ${why}`, `the original reached us later; ${why}`);
}

const REASON_WORDS: Readonly<Record<string, (value: Reason['value']) => string>> = {
  first: () => say('نخستین گزارش این خبر بود', 'it was the first report of this story'),
  copy: () => say('متنش با گزارشی از همین خبر مشترک است', 'it shares its text with a report of this story'),
  degree: (value) => `${say('گونهٔ رونوشت:', 'kind of copy:')} ${degreeWord(value)}`,
  containment: (value) => `${say('سهم متن مشترک', 'text in common')}: ${share(value)}`,
  score: (value) =>
    say(
      `امتیاز پیوستن به این خبر: ${figure(value)}؛ بالای صفر یعنی همین خبر است`,
      `score for joining this story: ${figure(value)}; above zero means it is this story`,
    ),
  vocabulary: (value) =>
    `${say('سهم واژه‌هایی که این خبر پیش‌تر گفته بود', 'words that this story had used before')}: ${share(value)}`,
  terms: (value) => `${say('نزدیکی واژه‌های کمیاب', 'likeness of rare words')}: ${share(value)}`,
  heads: (value) => `${say('نزدیکی تیترها', 'likeness of headlines')}: ${share(value)}`,
  headInside: (value) =>
    `${say('تیتر یکی در متن دیگری', 'headline of one in the text of the other')}: ${share(value)}`,
  numbersShared: (value) => `${say('عددهای مشترک', 'numbers in common')}: ${share(value)}`,
  numbersDiffer: (value) => `${say('عددهای ناهمخوان', 'numbers that differ')}: ${share(value)}`,
  speakers: (value) => `${say('گویندگان مشترک', 'speakers in common')}: ${share(value)}`,
  scenesDiffer: (value) => `${say('جاهای ناهمخوان', 'places that differ')}: ${share(value)}`,
  phrases: (value) => `${say('عبارت‌های مشترک', 'phrases in common')}: ${share(value)}`,
};

/** The features that decided, as far as they say something to a reader; names of other reports are links elsewhere. */
export function reasonWords(reasons: readonly Reason[]): readonly string[] {
  return reasons.flatMap(({ feature, value }) => REASON_WORDS[feature]?.(value) ?? []);
}

function degreeWord(value: Reason['value']): string {
  const words = DEGREE_WORDS[value as CopyDegree];
  return words === undefined ? String(value) : say(words);
}

function share(value: Reason['value']): string {
  const portion = Number(value);
  return Number.isFinite(portion) ? `${number(Math.round(portion * 100))}${say('٪', '%')}` : String(value);
}

/** «۲٫۴»: one place. */
function figure(value: Reason['value']): string {
  const rounded = Math.round(Number(value) * 10) / 10;
  return Number.isFinite(rounded) ? number(rounded) : String(value);
}
