/** What an edit did, in words. */
import type { ChangeKind } from '../model/version_change.js';

/** Order in which a sentence names them: what matters most to a reader first. */
const WORDS: readonly (readonly [ChangeKind, string])[] = [
  ['deleted', 'متن برداشته شد'],
  ['back_again', 'متن پیشین بازگشت'],
  ['headline', 'تیتر'],
  ['number', 'عدد یا زمان'],
  ['name', 'نام'],
  ['attribution', 'منبعِ گفته'],
  ['added', 'افزوده شدن بخشی از متن'],
  ['removed', 'حذف بخشی از متن'],
  ['typo', 'درست شدن غلط املایی'],
  ['wording', 'جمله‌بندی'],
];

/** «تیتر، عدد یا زمان، جمله‌بندی»: what changed, in one line; nothing known is «متن». */
export function changeWords(kinds: readonly ChangeKind[]): string {
  const named = WORDS.filter(([kind]) => kinds.includes(kind)).map(([, words]) => words);
  return named.length === 0 ? 'متن' : named.join('، ');
}
