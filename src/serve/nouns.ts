/** What the site counts, with its forms: `counted(12, NOUNS.outlet)` is «۱۲ رسانه» and "12 outlets". */
import type { Noun } from './language.js';

export const NOUNS = {
  outlet: { fa: 'رسانه', one: 'outlet', many: 'outlets' },
  origin: { fa: 'منبع مستقل', one: 'independent origin', many: 'independent origins' },
  family: { fa: 'گروه ناشر', one: 'publisher group', many: 'publisher groups' },
  report: { fa: 'گزارش', one: 'report', many: 'reports' },
  article: { fa: 'مطلب', one: 'article', many: 'articles' },
  story: { fa: 'خبر', one: 'story', many: 'stories' },
  headline: { fa: 'تیتر', one: 'headline', many: 'headlines' },
  copy: { fa: 'رونوشت', one: 'copy', many: 'copies' },
  edit: { fa: 'ویرایش', one: 'edit', many: 'edits' },
  version: { fa: 'نسخه', one: 'version', many: 'versions' },
  statement: { fa: 'گفته', one: 'statement', many: 'statements' },
  contact: { fa: 'تماس', one: 'contact', many: 'contacts' },
  comment: { fa: 'دیدگاه', one: 'comment', many: 'comments' },
  view: { fa: 'بازدید', one: 'view', many: 'views' },
  hour: { fa: 'ساعت', one: 'hour', many: 'hours' },
  day: { fa: 'روز', one: 'day', many: 'days' },
  month: { fa: 'ماه', one: 'month', many: 'months' },
  year: { fa: 'سال', one: 'year', many: 'years' },
} as const satisfies Readonly<Record<string, Noun>>;
