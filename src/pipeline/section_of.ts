import { keyOf } from '../persian/keys.js';

/**
 * Words by which outlets name their categories → our section. Compared as keys, whole word or whole name; the
 * first printed category that matches decides, so that «جهان › ورزش» is world and «ورزش › جهان» is sport.
 */
const WORDS: Readonly<Record<string, readonly string[]>> = {
  politics: [
    'سیاسی',
    'سیاست',
    'سیاست داخلی',
    'سیاست خارجی',
    'مجلس',
    'دولت',
    'پارلمان',
    'انتخابات',
    'دفاعی',
    'امنیتی',
    'دفاعی امنیتی',
    'دیپلماسی',
    'احزاب',
    'رهبری',
    'هسته‌ای',
    'سیاسی و امنیتی',
  ],
  world: [
    'بین‌الملل',
    'جهان',
    'خارجی',
    'بین‌المللی',
    'خاورمیانه',
    'غرب آسیا',
    'اروپا',
    'آمریکا',
    'آسیا',
    'آفریقا',
    'جهان اسلام',
    'منطقه',
    'افغانستان',
    'بین الملل و سیاست خارجی',
    'اخبار جهان',
    'فلسطین',
  ],
  economy: [
    'اقتصادی',
    'اقتصاد',
    'بازار',
    'بورس',
    'بانک',
    'بانک و بیمه',
    'نفت و انرژی',
    'انرژی',
    'نفت',
    'صنعت',
    'صنعت و معدن',
    'صنعت و تجارت',
    'کشاورزی',
    'مسکن',
    'راه و مسکن',
    'راه و شهرسازی',
    'خودرو',
    'ارز و طلا',
    'کار و تعاون',
    'گردشگری',
    'اقتصاد کلان',
    'اقتصاد جهان',
    'استارتاپ',
  ],
  society: [
    'اجتماعی',
    'جامعه',
    'حوادث',
    'قضایی',
    'سلامت',
    'بهداشت و درمان',
    'پزشکی',
    'آموزش',
    'آموزش و پرورش',
    'دانشگاه',
    'خانواده',
    'محیط زیست',
    'شهری',
    'شهر',
    'تهران',
    'استان‌ها',
    'استانها',
    'رفاه',
    'زنان',
    'جوانان',
    'پلیس',
    'حقوقی',
    'انتظامی',
    'زندگی',
    'سبک زندگی',
  ],
  science: [
    'علمی',
    'دانش',
    'علم',
    'فناوری',
    'علم و فناوری',
    'علمی و پزشکی',
    'دانش و فناوری',
    'فضا',
    'نجوم',
    'ارتباطات و فناوری',
  ],
  culture: [
    'فرهنگی',
    'فرهنگ',
    'هنر',
    'هنری',
    'فرهنگ و هنر',
    'سینما',
    'موسیقی',
    'تئاتر',
    'کتاب',
    'ادبیات',
    'تلویزیون',
    'رادیو و تلویزیون',
    'رسانه',
    'میراث فرهنگی',
    'دین و اندیشه',
    'معارف',
    'حوزه',
    'سینما و تئاتر',
    'قرآن',
  ],
  sport: [
    'ورزشی',
    'ورزش',
    'فوتبال',
    'والیبال',
    'کشتی',
    'ورزش جهان',
    'لیگ برتر',
    'جام جهانی',
    'ورزش بانوان',
    'بسکتبال',
  ],
};

const SECTION_OF_KEY: ReadonlyMap<string, string> = new Map(
  Object.entries(WORDS).flatMap(([slug, words]) => words.map((word) => [keyOf(word), slug] as const)),
);

/** Our section of an article by the categories that its publisher printed, general first; undefined if none fits. */
export function sectionOf(category: readonly string[]): string | undefined {
  for (const name of category) {
    const key = keyOf(name);
    const whole = SECTION_OF_KEY.get(key);
    if (whole !== undefined) return whole;
    for (const word of key.split(' ')) {
      const slug = SECTION_OF_KEY.get(word);
      if (slug !== undefined) return slug;
    }
  }
  return undefined;
}
