import { WORDS } from '../src/persian/words.data.js';

/** Invented news in the spellings of real pages: half-spaces set, missing and replaced by blanks. */
export const INVENTED_ARTICLES: readonly string[] = [
  'به گزارش خبرگزاری سپیده، سخنگوی وزارت آب و آبادانی سه شنبه در نشست خبری گفت: «گفت و گو با شرکت های سازنده ادامه دارد و تا پایان سال جاری ۱۲ سد کوچک به بهره‌برداری می رسد.» وی افزود: رسانه‌ها باید گزارش‌های کارشناسی را با دقت بیشتری منتشر کنند. او با بیان اینکه بودجه این طرح ۳۵٬۰۰۰ میلیارد تومان است، تأکید کرد: هیچ پروژه‌ای متوقف نشده است.',
  'رییس جمهور كشور فرضي باغستان روز چهارشنبه ۲۳ آبان ۱۴۰۱ در ديدار با همتاي خود اعلام كرد که دو کشور درباره راه‌آهن شمال به توافق رسيده اند. به نوشته روزنامه فرداي نو، مذاکرات غیرمستقیم از هفته گذشته آغاز شده بود و نمايندگان دو طرف ساعت ۲۱:۱۴ بیانیه مشترک را امضا کردند. کارشناسان می گویند این تفاهم‌نامه می‌تواند صادرات میوه را دو برابر کند.',
  'تیم فوتبال ستاره شمال عصر دیروز در ورزشگاه نوبنیاد با نتیجه ۳ بر ۱ به پیروزی رسید. سرمربی این تیم در گفتوگو با خبرنگاران گفت: بازیکنان ما خوب کار کردند و هواداران را خوشحال کردند. مهاجم ۲۴ ساله ستاره شمال که دو گل زد، می‌خواهد فصل آینده هم در همین باشگاه بماند. هفته آینده این تیم میهمان شاهین کویر است.',
  'پژوهشگران دانشگاه خیالی کوهپایه دستگاهی ساخته‌اند که آلودگی هوا را در کمتر از ۵ دقیقه اندازه میگیرد. به گفته مدیر این گروه، نمونه آزمایشی F-35 نام دارد و ۱۲.۵٪ ارزان‌تر از نمونه‌های خارجی است. آن‌ها امیدوارند تا تابستان ۱۴۰۵ تولید انبوه آغاز شود؛ با این حال، مجوزهای لازم هنوز صادر نشده است.',
];

/**
 * Invented news of about so many bytes in which hardly a sentence repeats: words of the articles above, every third
 * one replaced by a word of the word list, common ones more often than rare ones. The same on every run.
 */
export function variedNews(bytes: number): string[] {
  const words = WORDS.trim()
    .split('\n')
    .map((line) => line.split(' '))
    .map(([spelling = '', facts = '0']) => ({ spelling, weight: Number.parseInt(facts, 10) }))
    .sort((a, b) => b.weight - a.weight)
    .map(({ spelling }) => spelling);
  const random = randomNumbers();
  const texts: string[] = [];
  for (let size = 0; size < bytes; ) {
    const article = INVENTED_ARTICLES[texts.length % INVENTED_ARTICLES.length] ?? '';
    const text = article.replace(/[آ-ی]{3,}/g, (word) =>
      random() < 1 / 3 ? printed(words[Math.floor(words.length * random() ** 3)] ?? word, random()) : word,
    );
    texts.push(text);
    size += Buffer.byteLength(text);
  }
  return texts;
}

/** Half-spaces as print has them: set, missing, or replaced by a blank. */
function printed(spelling: string, chance: number): string {
  return spelling.replaceAll('_', chance < 0.5 ? '\u200c' : chance < 0.75 ? '' : ' ');
}

/** Numbers from 0 to 1 that look random and are the same on every run (a linear congruence of 32 bits). */
function randomNumbers(): () => number {
  let state = 1;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
