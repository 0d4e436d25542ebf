/** What an edit did, in words. */
import type { ChangeKind } from '../model/version_change.js';
import { listed, say, type Words } from './language.js';

/** Order in which a sentence names them: what matters most to a reader first. */
const WORDS: readonly (readonly [ChangeKind, Words])[] = [
  ['deleted', { fa: 'متن برداشته شد', en: 'text taken down' }],
  ['back_again', { fa: 'متن پیشین بازگشت', en: 'earlier text is back' }],
  ['headline', { fa: 'تیتر', en: 'headline' }],
  ['number', { fa: 'عدد یا زمان', en: 'number or time' }],
  ['name', { fa: 'نام', en: 'name' }],
  ['attribution', { fa: 'منبعِ گفته', en: 'attribution' }],
  ['added', { fa: 'افزوده شدن بخشی از متن', en: 'a part added' }],
  ['removed', { fa: 'حذف بخشی از متن', en: 'a part removed' }],
  ['typo', { fa: 'درست شدن غلط املایی', en: 'spelling corrected' }],
  ['wording', { fa: 'جمله‌بندی', en: 'wording' }],
];

/** «تیتر، عدد یا زمان، جمله‌بندی»: what changed, in one line; nothing known is «متن». */
export function changeWords(kinds: readonly ChangeKind[]): string {
  const named = WORDS.filter(([kind]) => kinds.includes(kind)).map(([, words]) => say(words));
  return named.length === 0 ? say('متن', 'text') : listed(named);
}
