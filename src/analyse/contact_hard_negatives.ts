import type { ContactKind } from '../model/contact.js';

/** Words around a trigger that show that nobody contacts anybody. */
export interface HardNegative {
  readonly id: string;
  /** Kinds it speaks of; all when absent. */
  readonly kinds?: readonly ContactKind[];
  /** Matched against the keys before the trigger, joined by spaces, and against those from the trigger on. */
  readonly before?: RegExp;
  readonly after?: RegExp;
  /** Anywhere in the sentence. */
  readonly sentence?: RegExp;
  /** People who are named meet, whatever the sentence is about: two managers of clubs. */
  readonly sparesPeople?: true;
  /** Both `before` and `after` must fit. */
  readonly needsBoth?: true;
  /** A sentence that it refuses. */
  readonly example: string;
  /** A sentence of a contact that it lets pass. */
  readonly counterExample: string;
}

const MEDIA =
  '(?:(?:ال|این|یک|ما|آن) )?(?:\\S+ )?(?:خبرنگار|خبرنگاران|خبرنگاری|خبرگزاری|خبرگزاریهای|رسانه|رسانهها|رسانههای|رسانهای|شبکه|شبکههای|روزنامه|روزنامههای|هفتهنامه|پایگاه|سایت|وبسایت|وبگاه|تارنمای|برنامه|رادیو|تلویزیون|صداوسیما|مجله|نشریه|ایسنا|ایرنا|تسنیم|فارس|مهر|باشگاه|میزان|ایلنا|برنا|آنا|خبرآنلاین|خبرنگارمان|المیادین|الجزیره|العالم|سیانان|بیبیسی|رویترز|فاکس|واحد)(?= |$)';

/** Rules on the words around a trigger; each refuses its example and lets its counter-example pass. */
export const HARD_NEGATIVES: readonly HardNegative[] = [
  {
    id: 'no-contact/interview',
    kinds: ['talks', 'phone_call', 'video_call', 'contact', 'meeting'],
    after: new RegExp(
      `^\\S+(?: (?:تلفنی|ویدیویی|اختصاصی|تفصیلی|زنده|تلویزیونی|مشروح|ویژه|کوتاه|مکتوب|صمیمی|خبری|رسانهای))* با ${MEDIA}`,
      'u',
    ),
    example: 'ظریف در گفت‌وگو با خبرنگاران گفت که مذاکره‌ای در کار نیست.',
    counterExample: 'فیدان در گفت‌وگو با لاوروف گفت که توافق نزدیک است.',
  },
  {
    id: 'no-contact/foreign-medium',
    kinds: ['talks', 'phone_call', 'video_call', 'contact', 'meeting'],
    after: /^\S+(?: (?:تلفنی|ویدیویی|اختصاصی|تلویزیونی|کوتاه))* با [a-z]/iu,
    example: 'لاوروف در گفت‌وگو با Moria Times گفت که با فیدان توافق شده است.',
    counterExample: 'لاوروف در گفت‌وگو با فیدان گفت که به Moria Times پاسخ نمی‌دهد.',
  },
  {
    id: 'no-contact/press-conference',
    kinds: ['meeting', 'video_call'],
    after:
      /^(?:نشست|جلسه|کنفرانس|دیدار)\S*(?: \S+){0,2}? (?:خبری|مطبوعاتی|رسانهای|پرسش|تخصصی|علمی|شعر|ادبی|هماندیشی|بصیرتی|آموزشی|توجیهی|دانشجویی|سیاسی دانشجویان)(?= |$)/u,
    example: 'پسکوف در نشست خبری هفتگی دربارهٔ اوکراین سخن گفت.',
    counterExample: 'نشست سه‌جانبهٔ روسیه، ترکیه و ایران برگزار شد.',
  },
  {
    id: 'no-contact/session-of-a-body',
    kinds: ['meeting'],
    after:
      /^(?:نشست|جلسه|جلسات|اجلاس|گردهمایی)\S*(?! (?:مشترک|\S+جانبه))(?: \S+){0,3}? (?:مجلس|پارلمان|کمیسیون|کمیته|شورای|شورا|هیات|هییت|دولت|کابینه|کنگره|سنا|مجمع|دادگاه|فراکسیون|ستاد|بورس|اوپک|ناتو|گروه|جی ?\d+|سازمان|اتحادیه|همایش|سالانه|علنی|غیرعلنی|عمومی|فوقالعاده|ویژه|اضطراری)(?= |$)/u,
    example: 'نشست علنی امروز مجلس با حضور وزیر خارجه برگزار شد.',
    counterExample: 'نشست مشترک لاوروف و فیدان برگزار شد.',
  },
  {
    id: 'no-contact/match',
    kinds: ['meeting', 'visit'],
    sparesPeople: true,
    sentence:
      /(?:^| )(?:لیگ|تیم(?! مذاکره)|تیمهای|تیمها|بازیکن|بازیکنان|سرمربی|گل|داور|ورزشگاه|جام|فوتبال|فوتسال|والیبال|بسکتبال|کشتی|نیمه|نیمهنهایی|فینال|تدارکاتی|پلیآف|مسابقات|مسابقه|امتیاز|قهرمانی|باشگاههای|هندبال|تنیس|پنالتی|حریف|رختکن|بازی|بازیهای|مربی|مربیگری|نیمکت|باشگاه|لیگ|نقلوانتقالات|سکوها|هواداران|هتتریک|ملیپوش|تماشاگران|مصاف|شکست داد|برتری|برد)(?= |$)/u,
    example: 'در این دیدار تیم پرسپولیس با یک گل مقابل استقلال پیروز شد.',
    counterExample: 'پوتین و اردوغان در سوچی دیدار کردند.',
  },
  {
    id: 'no-contact/round-of-a-cup',
    kinds: ['meeting'],
    after:
      /^دیدار\S*(?: \S+)? (?:رده ?بندی|فینال|نیمه ?نهایی|تدارکاتی|برگشت|پلیآف|حذفی|مقدماتی|انتخابی|یکچهارم|یکهشتم|مقابل|برابر)(?= |$)/u,
    example: 'پوتین و اردوغان در دیدار رده‌بندی به میدان می‌روند.',
    counterExample: 'پوتین و اردوغان در دیدار پایانی خود مذاکره کردند.',
  },
  {
    id: 'no-contact/moved-there',
    kinds: ['visit'],
    sentence:
      /(?:^| )(?:تحصیل|تحصیلات|مهاجرت|مهاجر|پناهنده|پناهندگی|دانشجو|بورسیه|خانوادهاش|متولد|بازنشسته)(?= |$)/u,
    example: 'لاوروف برای تحصیل به ترکیه رفت.',
    counterExample: 'لاوروف برای مذاکره به ترکیه رفت.',
  },
  {
    id: 'no-contact/public-or-service-call',
    kinds: ['contact', 'phone_call', 'talks'],
    after:
      /^\S+(?: (?:تلفنی|فوری|بگیرید|خود))* (?:با|به) (?:(?:شماره|سامانه|مرکز|پلیس|آتشنشانی|اورژانس|پشتیبانی|ما|مشتریان|مردم|ماهواره|خانواده|خانوادهاش|دوستان|شهروندان|کاربران|والدین|پزشک|بیمار|بیماران|جامعه|طبیعت|سطح|هوا|آب|پوست|زمین|بدن)(?= |$)|\d)/u,
    example: 'شهروندان در تماس با پلیس از سرقت خبر دادند.',
    counterExample: 'لاوروف در تماس با فیدان از توافق خبر داد.',
  },
  {
    id: 'no-contact/called-a-service',
    kinds: ['contact', 'phone_call', 'talks'],
    before:
      /(?:^| )با (?:(?:شماره|سامانه|مرکز|پلیس|آتشنشانی|اورژانس|پشتیبانی|مشتریان|مردم|ماهواره|خانواده|خانوادهاش|خبرنگاران|خبرنگار|رسانهها|خبرگزاری|روزنامه|شبکه)(?= |$)|\d)(?:(?! با ).)*$/u,
    example: 'راننده بی‌درنگ با پلیس تماس گرفت.',
    counterExample: 'لاوروف بی‌درنگ با فیدان تماس گرفت.',
  },
  {
    id: 'no-contact/interview-before',
    kinds: ['talks', 'contact', 'phone_call', 'meeting', 'video_call'],
    before: new RegExp(`(?:^| )با ${MEDIA}(?: \\S+){0,3} $`, 'u'),
    example: 'این بازیگر با خبرگزاری مهر به گفت‌وگو نشست.',
    counterExample: 'فیدان با لاوروف به گفت‌وگو نشست.',
  },
  {
    id: 'no-contact/public-message',
    kinds: ['message'],
    after:
      /^\S+(?: \S+){0,1}? (?:توییتری|توئیتری|تلویزیونی|نوروزی|ویدیویی|اینستاگرامی|تسلیت به مناسبت|رادیویی|به مردم|به ملت|خطاب به مردم|خطاب به ملت|کوتاه|استعفا|استعفای|کنارهگیری|استعفایش|اعتراضی به|رسان|های نوروزی|تصویری)(?= |$)/u,
    example: 'ظریف در پیامی توئیتری به آمریکا پاسخ داد.',
    counterExample: 'پوتین در پیامی به اردوغان روز ملی ترکیه را تبریک گفت.',
  },
  {
    id: 'no-contact/published-message',
    kinds: ['message'],
    before: /(?:^| )(?:انتشار|صدور) $/u,
    after: /^پیام\S*(?= )(?! (?:\S+ ){0,3}(?:به|برای|خطاب) )/u,
    needsBoth: true,
    example: 'لاوروف با انتشار پیامی بر همکاری با ترکیه تأکید کرد.',
    counterExample: 'پوتین با صدور پیامی به اردوغان روز ملی ترکیه را تبریک گفت.',
  },
  {
    id: 'no-contact/names',
    kinds: ['message'],
    before: /(?:^| )(?:به|با) $/u,
    after: /^نامهای? \S+/u,
    needsBoth: true,
    example: 'دو نفر به نام‌های سرگئی لاوروف و هاکان فیدان معرفی شدند.',
    counterExample: 'پوتین در نامه‌ای به اردوغان روز ملی ترکیه را تبریک گفت.',
  },
  {
    id: 'no-contact/idiom',
    kinds: ['talks', 'meeting', 'contact', 'message', 'channel'],
    before:
      /(?:^| )(?:میز|میزهای|پای میز|پشت میز|شوق|لحظه|فرهنگ|زبان|اهل|باب|پنجره|فضای|فضا|منطق|راه|راهکار|راهحل|مسیر|اصل|روحیه|قدرت|تیم|هیات|هییت|گروه|طرفهای|ابزار|حق|صلح و|دیپلماسی و|اتاق|سیاست|حامل این) $/u,
    example: 'طالبان در پی تقویت موضع خود بر سر میز مذاکره با آمریکا است.',
    counterExample: 'طالبان از مذاکره با آمریکا خبر داد.',
  },
  {
    id: 'no-contact/home-journey',
    kinds: ['visit'],
    after:
      /^(?:\S+ )?(?:به|وارد|عازم|راهی) ?(?:(?:این|خاک|مرحله|دور|عرصه|کارزار|مرز|مرزهای|حریم|بازار|جنگ|میدان|منطقه|فاز|عمل|لیست|فهرست|مدار|صحن|دولت|تیم|اردوی|ورزشگاه|زمین|بحث|جزییات|جزئیات|بورس|چرخه|سازمان|گود|استان|استانهای|شهرستان|حوزه)(?= |$))/u,
    example: 'نیروهای ترکیه وارد خاک سوریه شدند.',
    counterExample: 'لاوروف وارد آنکارا شد.',
  },
];

/** The rule that refuses a trigger, if any: a text tells of no contact there. */
export function hardNegativeOf(
  kind: ContactKind,
  keys: readonly string[],
  range: { readonly from: number; readonly to: number },
): HardNegative | undefined {
  const before = `${keys.slice(0, range.from).join(' ')} `;
  const after = keys.slice(range.from).join(' ');
  const whole = keys.join(' ');
  return HARD_NEGATIVES.find((rule) => {
    if (rule.kinds !== undefined && !rule.kinds.includes(kind)) return false;
    if (rule.needsBoth) return rule.before?.test(before) === true && rule.after?.test(after) === true;
    return (
      (rule.before?.test(before) ?? false) ||
      (rule.after?.test(after) ?? false) ||
      (rule.sentence?.test(whole) ?? false)
    );
  });
}
