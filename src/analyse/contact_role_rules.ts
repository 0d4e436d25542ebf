import type { ContactKind, ContactPart } from '../model/contact.js';

/** Words behind which somebody stands who brought a contact about without having to be a party of it. */
export interface RoleMarker {
  readonly id: string;
  readonly part: ContactPart;
  /** Keys it begins with, joined by one space; whoever is meant follows. */
  readonly words: RegExp;
  /** Kinds of which it may be said; all when absent. */
  readonly kinds?: readonly ContactKind[];
  /** «به درخواست ایران پاسخ داد»: words before the verb that make it something else. */
  readonly unless?: RegExp;
  readonly example: string;
  /** A sentence of the same contact with the same words in which nobody has that part. */
  readonly counterExample: string;
}

const ANSWERED =
  / (?:پاسخ|پاسخی|واکنش|واکنشی|اشاره|رسیدگی|جواب|جوابی|تن|اعتراض|رای|موافقت|توجه|احترام|بیاعتنا|بیاعتنایی) /u;

export const ROLE_MARKERS: readonly RoleMarker[] = [
  {
    id: 'role/at-initiative',
    part: 'initiator',
    words:
      /^به (?:ابتکار|ابتکارعمل|درخواست|خواست|تقاضای|خواهش|پیشنهاد|دعوت)(?: (?:رسمی|شخصی|مستقیم|مشترک))?(?= )/u,
    unless: ANSWERED,
    example: 'لاوروف و فیدان به درخواست طرف ترک تلفنی گفت‌وگو کردند.',
    counterExample: 'لاوروف در دیدار با فیدان به درخواست ایران پاسخ داد.',
  },
  {
    id: 'role/mediated-by',
    part: 'mediator',
    words:
      /^(?:با|به|در پی|بر اثر|باتلاش و|تحت) (?:میانجی ?گری|وساطت|پادرمیانی|واسطه ?گری|تسهیل ?گری|میانجیگریهای)(?: (?:مستقیم|مشترک|مستمر))?(?= )/u,
    example: 'مذاکرات غیرمستقیم روسیه و آمریکا با میانجیگری ترکیه برگزار شد.',
    counterExample: 'مذاکرات روسیه و آمریکا بدون میانجیگری ترکیه برگزار شد.',
  },
  {
    id: 'role/through',
    part: 'mediator',
    words: /^(?:از (?:طریق|راه|مجرای)|(?:به|با) واسطه(?:ی)?|بهواسطه(?:ی)?|باواسطه)(?= )/u,
    kinds: ['message', 'talks', 'channel', 'contact'],
    example: 'روسیه از طریق سفارت ترکیه به آمریکا پیام داد.',
    counterExample: 'روسیه از طریق کانال‌های رسمی به آمریکا پیام داد.',
  },
  {
    id: 'role/hosted-by',
    part: 'host',
    words: /^به میزبانی(?: (?:مشترک|رسمی))?(?= )/u,
    example: 'مذاکرات روسیه و آمریکا به میزبانی ترکیه برگزار شد.',
    counterExample: 'ترکیه در دیدار لاوروف با فیدان به میزبانی جام جهانی ابراز تمایل کرد.',
  },
];

/** Whoever acts has a part because of what he does. */
export interface RoleDeed {
  readonly id: string;
  readonly part: ContactPart;
  readonly example: string;
  readonly counterExample: string;
}

export const ROLE_DEEDS = {
  called: {
    id: 'role/called',
    part: 'initiator',
    example: 'لاوروف دیشب با فیدان تماس گرفت.',
    counterExample: 'لاوروف دیشب با فیدان تماس تلفنی داشت.',
  },
  sent: {
    id: 'role/sent',
    part: 'initiator',
    example: 'پوتین در پیامی به اردوغان روز ملی ترکیه را تبریک گفت.',
    counterExample: 'پوتین و اردوغان دربارهٔ پیام تبریک گفت‌وگو کردند.',
  },
  asked: {
    id: 'role/asked',
    part: 'initiator',
    example: 'روسیه پیشنهاد مذاکره با آمریکا داد.',
    counterExample: 'روسیه با آمریکا مذاکره کرد.',
  },
  carried: {
    id: 'role/carried',
    part: 'mediator',
    example: 'فیدان پیام آمریکا را به روسیه رساند.',
    counterExample: 'لاوروف پیام روسیه را به آمریکا رساند.',
  },
  mediated: {
    id: 'role/mediated',
    part: 'mediator',
    example: 'ترکیه میانجی مذاکرات روسیه و آمریکا بود.',
    counterExample: 'ترکیه از مذاکرات روسیه و آمریکا استقبال کرد.',
  },
  hosted: {
    id: 'role/hosted',
    part: 'host',
    example: 'ترکیه میزبان دور سوم مذاکرات روسیه و آمریکا بود.',
    counterExample: 'ترکیه از دور سوم مذاکرات روسیه و آمریکا خبر داد.',
  },
} as const satisfies Readonly<Record<string, RoleDeed>>;
