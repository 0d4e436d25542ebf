import type { ContactKind } from '../model/contact.js';
import type { WordRange } from './contact_line.js';

/** A word or phrase that may tell of a contact. */
export interface ContactTrigger {
  readonly id: string;
  readonly kind: ContactKind;
  /** Keys it begins with, as a pattern over keys joined by one space. */
  readonly words: RegExp;
  /** `noun`: parties stand around it; `arrival`: a journey; `host`: the guest follows; `verb`: it is one; `motion`: it is all there is. */
  readonly shape: 'noun' | 'arrival' | 'host' | 'verb' | 'motion';
  /** What the noun needs because it means too much else: an explicit «بین/میان/با» party. */
  readonly weak?: boolean;
  readonly example: string;
  /** A sentence with the same word that tells of no contact. */
  readonly counterExample: string;
}

export interface FoundTrigger extends WordRange {
  readonly trigger: ContactTrigger;
}

/** Endings of a noun: plural, indefinite, ezafe, possessive. */
const ENDING = '(?:ی|ای|یی|ها|های|هایی|هایش|هایشان|هایمان|هایم|ش|اش|شان|مان|م|ام)?';

function noun(words: string): RegExp {
  return new RegExp(`^(?:${words})${ENDING}(?= |$)`, 'u');
}

/** The triggers; where two begin at one word the earlier line wins. */
export const CONTACT_TRIGGERS: readonly ContactTrigger[] = [
  {
    id: 'call/telephone-talk',
    kind: 'phone_call',
    shape: 'noun',
    words:
      /^(?:تماس|گفتوگو|مکالمه|مکالمات|مذاکره|مذاکرات|رایزنی|صحبت)(?:ی|ای|یی|ها|های|هایی)?(?: \S+)? تلفنی(?= |$)/u,
    example: 'لاوروف در گفت‌وگوی تلفنی با فیدان وضع مرز را بررسی کرد.',
    counterExample: 'شنوندگان در گفت‌وگوی تلفنی با رادیو نظر خود را گفتند.',
  },
  {
    id: 'call/telephone',
    kind: 'phone_call',
    shape: 'noun',
    words: noun('مکالمه|مکالمات'),
    example: 'مکالمهٔ لاوروف و فیدان یک ساعت طول کشید.',
    counterExample: 'مکالمهٔ روزمره در این کتاب آموزش داده می‌شود.',
  },
  {
    id: 'call/by-telephone',
    kind: 'phone_call',
    shape: 'verb',
    words: /^تلفنی (?:گفتوگو|صحبت|مذاکره|رایزنی|حرف)(?= |$)/u,
    example: 'لاوروف با فیدان تلفنی گفت‌وگو کرد.',
    counterExample: 'مشترکان می‌توانند تلفنی صحبت کنند.',
  },
  {
    id: 'call/rang',
    kind: 'phone_call',
    shape: 'verb',
    words: /^تلفن (?=(?:ن|می|نمی)?(?:زد|زده|زند|کرد|کرده))/u,
    example: 'لاوروف دیشب به فیدان تلفن زد.',
    counterExample: 'او با تلفن همراه فیلم گرفت.',
  },
  {
    id: 'call/of',
    kind: 'phone_call',
    shape: 'noun',
    words: /^تلفن(?= )/u,
    weak: true,
    example: 'تلفن لاوروف به فیدان یک ساعت طول کشید.',
    counterExample: 'تلفن همراه لاوروف به سرقت رفت.',
  },
  {
    id: 'call/video',
    kind: 'video_call',
    shape: 'noun',
    words:
      /^(?:تماس|گفتوگو|دیدار|نشست|جلسه|مذاکره|مذاکرات|رایزنی)(?:ی|ای|یی|ها|های|هایی)? (?:ویدیویی|تصویری|ویدیوکنفرانسی|مجازی|برخط|آنلاین)(?= |$)/u,
    example: 'فرماندهان دو کشور، لاوروف و فیدان، گفت‌وگوی ویدئویی داشتند.',
    counterExample: 'پسکوف در گفت‌وگوی ویدئویی با خبرنگار روس سخن گفت.',
  },
  {
    id: 'meeting/meeting',
    kind: 'meeting',
    shape: 'noun',
    words: noun('دیدار|ملاقات'),
    example: 'لاوروف در آنکارا با فیدان دیدار کرد.',
    counterExample: 'دیدار پرسپولیس و استقلال بدون گل پایان یافت.',
  },
  {
    id: 'meeting/session',
    kind: 'meeting',
    shape: 'noun',
    words: noun('نشست|جلسه|جلسات|اجلاس|گردهمایی'),
    weak: true,
    example: 'نشست سه‌جانبه میان روسیه، ترکیه و ایران برگزار شد.',
    counterExample: 'پسکوف در نشست خبری هفتگی سخن گفت.',
  },
  {
    id: 'meeting/gathered',
    kind: 'meeting',
    shape: 'verb',
    words: /^گرد ?هم (?=(?:ن|می|نمی)?(?:آمد|آمده|آمدند|آیند|آمدهاند|آمدهبودند))/u,
    example: 'کارشناسان روسیه و ترکیه در سوچی گرد هم آمدند.',
    counterExample: 'هواداران در میدان گرد هم آمدند.',
  },
  {
    id: 'meeting/received',
    kind: 'meeting',
    shape: 'host',
    words: /^(?:پذیرای|میزبان)(?= |$)/u,
    example: 'لاوروف در مسکو پذیرای فیدان بود.',
    counterExample: 'تهران میزبان مسابقات جهانی بود.',
  },
  {
    id: 'meeting/welcomed',
    kind: 'meeting',
    shape: 'verb',
    words: /^استقبال (?:رسمی |گرم |گرمی )?(?=(?:ن|می|نمی)?(?:کرد|کن|خواه))/u,
    example: 'پوتین در مسکو از اردوغان استقبال کرد.',
    counterExample: 'پوتین از پیشنهاد اردوغان استقبال کرد.',
  },
  {
    id: 'meeting/was-welcomed',
    kind: 'meeting',
    shape: 'noun',
    words: /^(?:مورد|با) استقبال(?: (?:رسمی|گرم|پرشور))?(?= )/u,
    example: 'اردوغان در مسکو مورد استقبال رسمی پوتین قرار گرفت.',
    counterExample: 'پیشنهاد اردوغان مورد استقبال پوتین قرار گرفت.',
  },
  {
    id: 'talks/consultation',
    kind: 'talks',
    shape: 'noun',
    words: noun('گفتوگو|مذاکره|مذاکرات|رایزنی|گپوگفت|تبادلنظر'),
    example: 'لاوروف و فیدان دربارهٔ سوریه مذاکره کردند.',
    counterExample: 'راه‌حل بحران گفت‌وگو است.',
  },
  {
    id: 'talks/round',
    kind: 'talks',
    shape: 'noun',
    words:
      /^دور (?:نخست|اول|دوم|سوم|چهارم|پنجم)(?= |$)(?! (?:\S+ )?(?:گفتوگو|مذاکر|رایزنی|نشست|دیدار|انتخابات|ریاست|لیگ|مسابقات|بازی|رقابت|تحریم|سفر|جام|طرح|ثبت|حراج|عرضه|رای|نظرسنجی|مجلس|شورا|آزمون|آموزش))/u,
    weak: true,
    example: 'مذاکرات روسیه و ترکیه دیروز برگزار شد. دور نخست صرف تعیین دستور کار شد.',
    counterExample: 'دور دوم انتخابات روسیه جمعه برگزار می‌شود.',
  },
  {
    id: 'talks/exchange-of-views',
    kind: 'talks',
    shape: 'noun',
    words: /^تبادل نظر(?:ی|ات)?(?= |$)/u,
    example: 'لاوروف و فیدان دربارهٔ سوریه تبادل نظر کردند.',
    counterExample: 'در این سایت کاربران تبادل نظر می‌کنند.',
  },
  {
    id: 'talks/spoke',
    kind: 'talks',
    shape: 'verb',
    // «با هم صحبت» is written and read as one word too; «حرف زد» is the spoken way.
    words:
      /^(?:(?:هم)?صحبت(?:ی|هایی)? (?=(?:ن|می|نمی)?(?:کرد|داشت|شد|کن|خواه))|حرف (?=(?:ن|می|نمی)?(?:زد|زن)))/u,
    example: 'لاوروف با فیدان دربارهٔ مرز صحبت کرد.',
    counterExample: 'لاوروف دربارهٔ مرز صحبت کرد.',
  },
  {
    id: 'message/letter',
    kind: 'message',
    shape: 'noun',
    words: noun('پیام|پیغام|نامه|پیامک'),
    example: 'پوتین در پیامی به اردوغان روز ملی ترکیه را تبریک گفت.',
    counterExample: 'پوتین در پیامی تلویزیونی با مردم سخن گفت.',
  },
  {
    id: 'channel/channel',
    kind: 'channel',
    shape: 'noun',
    words:
      /^(?:کانال(?:ی|ها|های|هایی)?(?: (?:برای (?:گفتوگو|تماس|ارتباط|مذاکره)|ارتباطی|تماس|گفتوگو|گفتوگوی|دیپلماتیک|مستقیم|محرمانه|پشت پرده))|(?:راه|راههای|خط|خطوط|مجرای|مجاری)(?:ی)? (?:ارتباطی|تماس|ارتباط|گفتوگو|مستقیم))(?= |$)/u,
    example: 'کانال ارتباطی میان روسیه و آمریکا باز است.',
    counterExample: 'خبر را از کانال تلگرام ما بخوانید.',
  },
  {
    id: 'contact/contact',
    kind: 'contact',
    shape: 'noun',
    words: noun('تماس'),
    example: 'ارتش‌های ایران و روسیه هر روز تماس دارند.',
    counterExample: 'راننده با پلیس تماس گرفت.',
  },
  {
    id: 'visit/journey',
    kind: 'visit',
    shape: 'noun',
    words: noun('سفر'),
    example: 'لاوروف به ترکیه سفر کرد.',
    counterExample: 'رئیس‌جمهور به استان فارس سفر کرد.',
  },
  {
    id: 'visit/on-arrival',
    kind: 'visit',
    shape: 'noun',
    words: /^(?:بدو|هنگام|محض) ورود(?= به)/u,
    example: 'لاوروف در بدو ورود به آنکارا بر صلح تأکید کرد.',
    counterExample: 'لاوروف در بدو ورود به مجلس بر صلح تأکید کرد.',
  },
  {
    id: 'visit/arrived',
    kind: 'visit',
    shape: 'arrival',
    words: /^(?:وارد|عازم|راهی)(?= |$)/u,
    example: 'لاوروف دیشب وارد آنکارا شد.',
    counterExample: 'نیروهای ترکیه وارد خاک سوریه شدند.',
  },
  {
    id: 'visit/went',
    kind: 'visit',
    shape: 'motion',
    words:
      /^(?:خواه\S+ رفت|(?:ن|می|نمی|ب|نخواه\S+ )?(?:رفت|رو)(?:ه|هاند|هاست|د|ند|م|یم)?)(?= |$)(?! و (?:آمد|برگشت))/u,
    example: 'لاوروف دیروز به آنکارا رفت.',
    counterExample: 'لاوروف به جنگ ترکیه رفت.',
  },
];

/** The first trigger that begins at a word, and where it ends. */
export function triggerAt(keys: readonly string[], at: number): FoundTrigger | undefined {
  const head = keys[at];
  if (head === undefined || !mayBegin(head, keys[at + 1])) return undefined;
  const rest = keys.slice(at, at + LONGEST).join(' ');
  for (const trigger of CONTACT_TRIGGERS) {
    const match = trigger.words.exec(rest);
    if (match === null) continue;
    const count = match[0].trim().split(' ').length;
    return { trigger, from: at, to: at + count };
  }
  return undefined;
}

/** Words that a trigger may look at. */
const LONGEST = 4;
/** A cheap look at the first words before all patterns are tried. */
function mayBegin(head: string, next: string | undefined): boolean {
  return MAY_BEGIN.test(head) || (next === 'استقبال' && (head === 'مورد' || head === 'با'));
}

const MAY_BEGIN =
  /^(?:تماس|گفتوگو|همصحبت|حرف|استقبال|مکالم|مذاکر|رایزنی|صحبت|تلفن|دیدار|نشست|جلس|ملاقات|اجلاس|گرد|پذیرای|میزبان|گپوگفت|تبادل|پیام|پیغام|نامه|کانال|راه|خط|مجر|دور|سفر|وارد|عازم|بدو$|هنگام$|محض$|(?:ن|می|نمی|ب)?(?:رفت|رو(?:د|ند|م|یم)$)|ن?خواه)/u;
