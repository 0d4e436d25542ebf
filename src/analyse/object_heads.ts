import { OBJECT_WORDS } from './object_words.js';
import { DEMONSTRATIVES, PREPOSITIONS } from './speaker_words.js';
import type { WordBlock } from './statement_words.js';

/** Whether a noun with which objects begin stands at a word, and no longer phrase goes on there. */
export function isObjectHead(view: WordBlock, at: number): boolean {
  const key = view.keys[at] ?? '';
  const before = view.keys[at - 1] ?? '';
  if (
    PREPOSITIONS.has(before) ||
    before === 'و' ||
    OBJECT_WORDS.heads.has(before) ||
    DEMONSTRATIVES.has(before)
  )
    return false;
  if (/^(?:ایشان|او|وی|آنها|آنان)$/.test(key) && view.keys[at + 1] === 'را') return true;
  if (key === 'بخش' && /^(?:زیادی|بزرگی|مهمی|عمدهای|اعظم|قابلتوجهی)$/.test(view.keys[at + 1] ?? ''))
    return true;
  const isPointing = /^(?:این|آن|هرگونه|هر)$/.test(key);
  // «کشورهای این منطقه» is one phrase; «مقام‌های جمهوری اسلامی این خبر را …» is two.
  const isBound =
    /[یا]$/.test(before) && !(OBJECT_WORDS.pointed.has(view.keys[at + 1]) && !/[اه]ی$/.test(before));
  return OBJECT_WORDS.heads.has(key) || (isPointing && !isBound);
}
