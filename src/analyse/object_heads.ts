import { solidOf } from '../persian/words.js';
import { DEMONSTRATIVES, PREPOSITIONS } from './speaker_words.js';
import type { WordBlock } from './statement_words.js';

/** Nouns with which the object of a denial, confirmation or condemnation begins. */
const OBJECT_HEADS: ReadonlySet<string> = new Set(
  'وجود برگزاری هرگونه خبر اخبار خبرهای ادعا ادعای ادعاهای گزارش گزارشهای گزارشها انجام احتمال اظهارات پیشنهاد درخواست حمله حملات اقدام اقدامات حضور روایت شایعه شایعات نقش دخالت سخنان موضوع امکان دعوت طرح تصمیم مذاکره تجاوز تحریم تحریمهای اتهام اتهامات اعطای مسئولیت مسوولیت دستاوردهای نظر نظرات مواضع نگرانی تلاش تمایل مخالفت موافقت آمادگی دیدار گفتوگو گفتوگوی تماس نشست سفر خروج ورود توقف کاهش افزایش استعفا استعفای برکناری ادامه تمدید توافق صحت انتشار تلاشهای اخراج ترور بازداشت قتل کشتار جنایت جنایات تهدید تهدیدات حمایت لغو آزادی استفاده توجه مهمترین یکی علت دلیل هدف اهداف وضعیت شرایط رفتار رفتارهای میزان تعداد حجم ظرفیت هزینه قیمت نرخ عملکرد ضعف کمبود نبود عدم تقویت توسعه ایجاد ساخت اجرای آغاز پایان راه راهکار جایگاه هرگونه بخشی'
    .split(' ')
    .map(solidOf),
);

/** What is denied by «این»: speech, or what it told of. */
const POINTED: ReadonlySet<string> = new Set(
  'خبر اخبار ادعا ادعاها گزارش گزارشها شایعه شایعات اتهام اتهامات اتهامها تحلیل روایت سخنان'
    .split(' ')
    .map(solidOf),
);

/** Whether a noun with which objects begin stands at a word, and no longer phrase goes on there. */
export function isObjectHead(view: WordBlock, at: number): boolean {
  const key = view.keys[at] ?? '';
  const before = view.keys[at - 1] ?? '';
  if (PREPOSITIONS.has(before) || before === 'و' || OBJECT_HEADS.has(before) || DEMONSTRATIVES.has(before))
    return false;
  if (/^(?:ایشان|او|وی|آنها|آنان)$/.test(key) && view.keys[at + 1] === 'را') return true;
  if (key === 'بخش' && /^(?:زیادی|بزرگی|مهمی|عمدهای|اعظم|قابلتوجهی)$/.test(view.keys[at + 1] ?? ''))
    return true;
  const isPointing = /^(?:این|آن|هرگونه|هر)$/.test(key);
  // «کشورهای این منطقه» is one phrase; «مقام‌های جمهوری اسلامی این خبر را …» is two.
  const isBound = /[یا]$/.test(before) && !(POINTED.has(view.keys[at + 1] ?? '') && !/[اه]ی$/.test(before));
  return OBJECT_HEADS.has(key) || (isPointing && !isBound);
}
