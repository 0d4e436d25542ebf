import type { BoilerplateKind } from '../model/extracted_page.js';
import { squeezed } from './squeeze.js';

/**
 * How far a cue reaches. `line`: its own line. `box`: its line and the headlines below it, also in mid-body.
 * `tail`: the article is over where it stands; everything below belongs to the site.
 */
export type CueReach = 'line' | 'box' | 'tail';

/**
 * How a line must look. `whole`: nothing else but marks and digits. `start`: the line begins so. `label`: the
 * line begins so and a colon, dash or number follows, or nothing.
 */
export type CueMatch = 'whole' | 'start' | 'label';

/** One row of the cue tables: wording that Persian sites print around articles, never inside them. */
export interface BoilerplateCue {
  readonly phrase: string;
  readonly kind: BoilerplateKind;
  readonly reach: CueReach;
  readonly match: CueMatch;
}

/** A cue with its squeezed letters, ready to compare. */
export interface KeyedCue extends BoilerplateCue {
  readonly letters: string;
}

type Row = readonly [kind: BoilerplateKind, reach: CueReach, match: CueMatch, phrases: string];

// Wordings from the project's lexicon of Persian boilerplate, grouped by what they announce. Half-spaces and
// spaces do not matter: lines are compared by their squeezed letters.
const ROWS: readonly Row[] = [
  ['footer', 'tail', 'label', 'طراحی و تولید | طراحی و اجرا | طراحی و پیاده سازی | قدرت گرفته از'],
  [
    'related',
    'box',
    'start',
    'بیشتر بخوانید | بیشتر بخوانیم | بیشتر بدانید | همچنین بخوانید | این مطلب را هم بخوانید | این خبر را هم بخوانید',
  ],
  [
    'related',
    'box',
    'start',
    'حتما بخوانید | در ادامه بخوانید | در این رابطه بخوانید | در همین رابطه بخوانید | در این باره بخوانید | این مطالب را از دست ندهید',
  ],
  ['related', 'box', 'start', 'بیشتر ببینید | همچنین ببینید'],
  [
    'related',
    'box',
    'label',
    'مطلب مرتبط | پرونده مرتبط | در همین زمینه | در همین رابطه | در این رابطه | در همین باره',
  ],
  [
    'related',
    'box',
    'start',
    'خبر مرتبط | خبرهای مرتبط | اخبار مرتبط | مطالب مرتبط | مطالب پیشنهادی | اخبار پیشنهادی',
  ],
  [
    'related',
    'tail',
    'whole',
    'پیشنهاد ما | پیشنهاد ما به شما | از دست ندهید | وبگردی | از میان اخبار | سایر اخبار این روزنامه | سایر خبرها | سایر اخبار | دیگر خبرها',
  ],
  [
    'most_viewed',
    'tail',
    'whole',
    'پربازدیدها | پربازدیدترین ها | پربازدیدترین اخبار | پربازدید | پربیننده ترین ها | پربیننده ترین اخبار | پربیننده | پرطرفدارترین عناوین',
  ],
  [
    'most_viewed',
    'tail',
    'whole',
    'پربحث ترین ها | پربحث ترین عناوین | پربحث ها | محبوب ترین ها | محبوب ترین اخبار | برگزیده ها | خواندنی ها | داغ ترین ها | داغ ترین اخبار',
  ],
  [
    'latest',
    'tail',
    'whole',
    'آخرین اخبار | آخرین خبرها | آخرین عناوین | تازه ترین خبرها | تازه ترین اخبار | تازه ها | جدیدترین اخبار | جدیدترین خبرها | اخبار روز | تازه های خبر',
  ],
  [
    'latest',
    'tail',
    'start',
    'مهمترین اخبار | مهم ترین خبرهای | مهمترین عناوین | مشاهده مهمترین خبرها | آخرین اخبار مرتبط',
  ],
  [
    'tags',
    'line',
    'label',
    'برچسب ها | برچسب | کلیدواژه ها | کلیدواژه | کلمات کلیدی | هشتگ ها | موضوعات مرتبط',
  ],
  ['share', 'line', 'label', 'لینک کوتاه | کپی لینک | لینک خبر | آدرس کوتاه خبر | پیوند کوتاه | نشانی کوتاه'],
  [
    'share',
    'line',
    'whole',
    'کپی شد | اشتراک گذاری | اشتراک گذاری خبر | به اشتراک بگذارید | این خبر را به اشتراک بگذارید | ارسال به دوستان | ارسال برای دوستان | اشتراک گذاری در شبکه های اجتماعی | بازنشر',
  ],
  [
    'share',
    'line',
    'start',
    'ما را در شبکه های اجتماعی دنبال کنید | ما را در تلگرام دنبال کنید | ما را در اینستاگرام دنبال کنید | ما را دنبال کنید | به کانال تلگرام | برای عضویت در کانال',
  ],
  [
    'share',
    'line',
    'start',
    'کانال تلگرام ما | اخبار ما را در | با ما در تلگرام | با کلیک روی لینک زیر به کانال | به ما بپیوندید | عضو کانال',
  ],
  [
    'share',
    'line',
    'whole',
    'تلگرام | واتساپ | توییتر | فیسبوک | اینستاگرام | ایتا | بله | روبیکا | سروش | آی گپ | لینکدین | در ایتا | در بله | در روبیکا | در سروش',
  ],
  [
    'comments',
    'tail',
    'whole',
    'ارسال نظر | نظر شما | نظر دهید | نظر بدهید | نظرات کاربران | نظرات مخاطبان | نظرات | دیدگاه ها | دیدگاه شما | دیدگاه کاربران | ثبت نظر | ارسال دیدگاه | افزودن دیدگاه',
  ],
  [
    'comments',
    'tail',
    'start',
    'دیدگاهتان را بنویسید | نظرات حاوی | نظرات ارسالی | نظر خود را بنویسید | نظر خود را ثبت کنید | نشانی ایمیل شما منتشر نخواهد شد | دیدگاه های ارسال شده',
  ],
  [
    'comments',
    'line',
    'label',
    'متن نظر | نام و نام خانوادگی | ایمیل | پست الکترونیک | تعداد کاراکترهای مجاز | تعداد نظرات | نظرات در صف انتشار',
  ],
  ['comments', 'line', 'whole', 'نام | پاسخ | پاسخ دادن | ارسال | انصراف | ارسال پاسخ'],
  [
    'meta_line',
    'line',
    'label',
    'کد خبر | کد مطلب | شناسه خبر | شناسه مطلب | شماره خبر | کد محتوا | کد نوشته',
  ],
  [
    'meta_line',
    'line',
    'label',
    'تاریخ انتشار | زمان انتشار | تاریخ به روزرسانی | تاریخ بروزرسانی | زمان به روزرسانی | آخرین به روزرسانی | آخرین ویرایش | به روزرسانی شده در | منتشر شده در | تاریخ خبر',
  ],
  [
    'meta_line',
    'line',
    'label',
    'تعداد بازدید | بازدید | تعداد نمایش | سرویس | گروه | دسته بندی | حوزه خبر | زمان مطالعه | مدت مطالعه | خبرنگار | نویسنده | دبیر خبر | عکاس',
  ],
  [
    'meta_line',
    'line',
    'whole',
    'نسخه چاپی | چاپ | ذخیره | ذخیره خبر | پرینت | اندازه متن | اندازه قلم | بزرگنمایی | پخش صوت خبر | گوش دادن به خبر | دانلود | کد ویدئو',
  ],
  ['source_credit', 'line', 'start', 'انتهای پیام | پایان پیام | انتهای خبر'],
  [
    'related',
    'line',
    'whole',
    'جزئیات بیشتر | ادامه مطلب | ادامه خبر | متن کامل | مشروح خبر | بیشتر | مشاهده بیشتر | نمایش بیشتر',
  ],
  [
    'advert',
    'line',
    'whole',
    'تبلیغات | آگهی | تبلیغ | رپورتاژ آگهی | تبلیغات متنی | محل تبلیغ شما | پیام بازرگانی',
  ],
  [
    'navigation',
    'line',
    'whole',
    'صفحه اصلی | صفحه نخست | خانه | درباره ما | تماس با ما | ارتباط با ما | آرشیو | پیوندها | جستجو | جستجوی پیشرفته | نقشه سایت | منو | ورود | عضویت | خبرنامه',
  ],
  [
    'navigation',
    'line',
    'start',
    'صفحه اصلی درباره ما | صفحه نخست درباره ما | درباره ما تماس با ما | صفحه اصلی آرشیو',
  ],
  [
    'footer',
    'tail',
    'start',
    'کلیه حقوق | تمامی حقوق | تمام حقوق | همه حقوق | حقوق مادی و معنوی | استفاده از مطالب با ذکر منبع | استفاده از مطالب | نقل مطالب با ذکر منبع',
  ],
  [
    'footer',
    'tail',
    'start',
    'کلیه خدمات ارائه شده | تمامی اخبار بطور خودکار | تمامی اخبار به صورت خودکار | تمامی کالاها و خدمات | بازنشر مطالب | کپی رایت',
  ],
  ['footer', 'tail', 'start', 'هرگونه کپی برداری | نشر مطالب با ذکر | انتشار مطالب با ذکر'],
];

/** All cues, longest first, so that «آخرین اخبار مرتبط» is not taken for «آخرین اخبار». */
export const BOILERPLATE_CUES: readonly KeyedCue[] = ROWS.flatMap(([kind, reach, match, phrases]) =>
  phrases
    .split('|')
    .map((phrase) => ({ phrase: phrase.trim(), kind, reach, match, letters: squeezed(phrase) })),
).sort((a, b) => b.letters.length - a.letters.length);
