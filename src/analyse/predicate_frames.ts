import type { ReportingPredicate } from '../persian/reporting_predicates.js';

/**
 * What may stand beside a family of predicates and be its content. `clause`: «:», «که» or a quotation behind it;
 * `bare` also a clause without «که». `ra`: the object before «را». `by`: prepositions of the object. Without a row
 * a predicate takes a marked clause.
 */
export interface Frame {
  readonly id: string;
  /** Acts or nominal parts (solid keys) of the family, blanks between. */
  readonly heads: string;
  readonly clause: 'bare' | 'marked' | 'none';
  readonly ra?: boolean;
  /** Needs a second word between «را» and the verb: «X را Y خواند». */
  readonly label?: boolean;
  readonly by?: string;
  readonly yes: string;
  readonly no: string;
}

/** Rows are asked in order; the first whose `heads` name the nominal part, the verb or the act is the frame. */
export const FRAMES: readonly Frame[] = [
  {
    id: 'frame/speech',
    heads: 'گفت افزود فرمود اظهار بیان اضافه تصریح خاطرنشان یادآور متذکر توضیح',
    clause: 'bare',
    yes: 'وزیر نیرو گفت سدها پر است.',
    no: 'وزیر نیرو سخن گفت.',
  },
  {
    id: 'frame/write',
    heads: 'نوشت',
    clause: 'bare',
    by: 'از',
    yes: 'روزنامه فردا نوشت سدها پر است.',
    no: 'وزیر نیرو کتابی نوشت و رفت.',
  },
  {
    id: 'frame/ask',
    heads: 'پرسید',
    clause: 'bare',
    yes: 'خبرنگار پرسید آیا سدها پر است؟',
    no: 'خبرنگار نام او را پرسید.',
  },
  {
    id: 'frame/speech-marked',
    heads:
      'ادامه یادآوری مطرح اشاره پاسخ جواب نقل روایت بازگو تشریح تبیین شرح روشن استدلال تحلیل منتشر ابلاغ سوال',
    clause: 'marked',
    yes: 'وزیر نیرو ادامه داد: سدها پر است.',
    no: 'وزیر نیرو به سفر خود ادامه داد.',
  },
  {
    id: 'frame/name-as',
    heads: 'عنوان',
    clause: 'bare',
    ra: true,
    label: true,
    yes: 'وزیر نیرو علت خاموشی را کمبود آب عنوان کرد.',
    no: 'وزیر نیرو این را عنوان کرد.',
  },
  {
    id: 'frame/speak-of',
    heads: 'سخن',
    clause: 'none',
    by: 'از',
    yes: 'وزیر نیرو از آمادگی دولت برای صرفه‌جویی سخن گفت.',
    no: 'وزیر نیرو در تهران سخن گفت.',
  },
  {
    id: 'frame/voice',
    heads: 'ابراز',
    clause: 'marked',
    ra: true,
    yes: 'وزیر نیرو نگرانی خود را از کمبود آب ابراز کرد.',
    no: 'وزیر نیرو در تهران ابراز کرد.',
  },
  {
    id: 'frame/emphasize',
    heads: 'تاکید پافشاری اصرار',
    clause: 'bare',
    by: 'بر روی',
    yes: 'وزیر نیرو بر ضرورت صرفه‌جویی تأکید کرد.',
    no: 'وزیر نیرو در سفر خود تأکید کرد.',
  },
  {
    id: 'frame/announce-of',
    heads: 'خبر اطلاع پرده گزارش',
    clause: 'bare',
    by: 'از',
    yes: 'وزیر نیرو از آغاز ساخت سد خبر داد.',
    no: 'وزیر نیرو خبر را شنید.',
  },
  {
    id: 'frame/announce',
    heads: 'اعلام اعلان فاش افشا پیام',
    clause: 'bare',
    ra: true,
    yes: 'وزیر نیرو مخالفت خود را با این طرح اعلام کرد.',
    no: 'وزیر نیرو در سفر خود اعلام کرد.',
  },
  {
    id: 'frame/admit',
    heads: 'اذعان اعتراف اقرار معترف',
    clause: 'bare',
    by: 'به',
    yes: 'وزیر نیرو به کمبود آب اذعان کرد.',
    no: 'وزیر نیرو در تهران اذعان کرد.',
  },
  {
    id: 'frame/vouch',
    heads: 'صحه مهر',
    clause: 'none',
    by: 'بر',
    yes: 'وزیر نیرو بر این گزارش صحه گذاشت.',
    no: 'وزیر نیرو مهر را گذاشت.',
  },
  {
    id: 'frame/confirm',
    heads: 'confirm',
    clause: 'bare',
    ra: true,
    by: 'بر',
    yes: 'وزیر نیرو برگزاری این دیدار را تأیید کرد.',
    no: 'این خبر تأیید شد.',
  },
  {
    id: 'frame/decline',
    heads: 'decline',
    clause: 'marked',
    ra: true,
    by: 'درباره درمورد درخصوص به',
    yes: 'وزیر نیرو این خبر را نه تأیید و نه تکذیب کرد.',
    no: 'وزیر نیرو سکوت کرد.',
  },
  {
    id: 'frame/deny',
    heads: 'deny rule_out not_rule_out',
    clause: 'marked',
    ra: true,
    yes: 'وزیر نیرو این خبر را تکذیب کرد.',
    no: 'ایران نفت وارد کرد.',
  },
  {
    id: 'frame/refuse-with',
    heads: 'مخالفت',
    clause: 'marked',
    by: 'با',
    yes: 'دولت با این طرح مخالفت کرد.',
    no: 'دولت در سخنان خود مخالفت کرد.',
  },
  {
    id: 'frame/refuse-from',
    heads: 'امتناع سر',
    clause: 'none',
    by: 'از',
    yes: 'دولت از پذیرش این طرح امتناع کرد.',
    no: 'دولت سر کار رفت.',
  },
  {
    id: 'frame/refuse-to',
    heads: 'تن دست',
    clause: 'none',
    by: 'به',
    yes: 'دولت به این شرط تن نداد.',
    no: 'دولت دست داد.',
  },
  {
    id: 'frame/refuse',
    heads: 'reject_proposal',
    clause: 'marked',
    ra: true,
    yes: 'دولت پیشنهاد مذاکره را رد کرد.',
    no: 'دولت از مرز رد کرد.',
  },
  {
    id: 'frame/agree',
    heads: 'موافقت همدردی',
    clause: 'marked',
    by: 'با',
    yes: 'دولت با این پیشنهاد موافقت کرد.',
    no: 'مجلس با ۲۰۰ رأی با این طرح موافقت کرد.',
  },
  {
    id: 'frame/accuse-to',
    heads: 'اتهام',
    clause: 'none',
    by: 'به',
    yes: 'دولت به رسانه‌ها اتهام زد.',
    no: 'دولت از اتهام گفت.',
  },
  {
    id: 'frame/accuse',
    heads: 'accuse',
    clause: 'none',
    ra: true,
    yes: 'دولت همسایه را به دروغ متهم کرد.',
    no: 'او متهم شد.',
  },
  {
    id: 'frame/criticise-of',
    heads: 'انتقاد گلایه تمجید قدردانی استقبال حمایت پشتیبانی تقدیر تجلیل',
    clause: 'marked',
    by: 'از',
    yes: 'وزیر نیرو از مدیران سدها انتقاد کرد.',
    no: 'وزیر نیرو انتقاد را شنید.',
  },
  {
    id: 'frame/feel-about',
    heads: 'ابرازنگرانی ابرازتاسف ابرازنارضایتی ابرازانزجار ابرازخرسندی ابرازهمدردی',
    clause: 'marked',
    by: 'از نسبت درباره درمورد درخصوص با بابت',
    yes: 'وزیر نیرو نسبت به کمبود آب ابراز نگرانی کرد.',
    no: 'وزیر نیرو در تهران ابراز نگرانی کرد.',
  },
  {
    id: 'frame/object-to',
    heads: 'اعتراض تاخت',
    clause: 'marked',
    by: 'به نسبت',
    yes: 'دولت به این تصمیم اعتراض کرد.',
    no: 'دولت در آن روز اعتراض کرد.',
  },
  {
    id: 'frame/judge',
    heads: 'condemn support',
    clause: 'none',
    ra: true,
    yes: 'دولت این حمله را محکوم کرد.',
    no: 'دولت محکوم شد.',
  },
  {
    id: 'frame/label',
    heads: 'label',
    clause: 'none',
    ra: true,
    label: true,
    yes: 'وزیر نیرو این طرح را شکست‌خورده خواند.',
    no: 'او این کتاب را خواند.',
  },
  {
    id: 'frame/warn',
    heads: 'هشدار اخطار زنهار برحذر',
    clause: 'bare',
    by: 'نسبت درباره درمورد درخصوص به از',
    yes: 'وزیر نیرو نسبت به کمبود آب هشدار داد.',
    no: 'وزیر نیرو در تهران هشدار داد.',
  },
  {
    id: 'frame/threaten',
    heads: 'threaten',
    clause: 'bare',
    by: 'به',
    yes: 'دولت به قطع رابطه تهدید کرد.',
    no: 'دولت در آن روز تهدید کرد.',
  },
  {
    id: 'frame/ready',
    heads: 'اعلامآمادگی ابرازآمادگی ابرازتمایل ابرازعلاقه آمادگیخودرااعلام',
    clause: 'marked',
    by: 'برای به جهت',
    yes: 'دولت برای میانجیگری اعلام آمادگی کرد.',
    no: 'دولت در آن روز اعلام آمادگی کرد.',
  },
  {
    id: 'frame/ask-of',
    heads: 'خواست',
    clause: 'bare',
    yes: 'وزیر نیرو از مردم خواست صرفه‌جویی کنند.',
    no: 'وزیر نیرو می‌خواهد سفر کند.',
  },
  {
    id: 'frame/call-for',
    heads: 'فراخواند دعوت ضروری لازم مطالبه',
    clause: 'marked',
    ra: true,
    yes: 'دولت دو طرف را به خویشتنداری فراخواند.',
    no: 'دولت در آن روز دعوت کرد.',
  },
  {
    id: 'frame/propose',
    heads: 'offer demand',
    clause: 'bare',
    ra: true,
    yes: 'دولت میزبانی این نشست را پیشنهاد کرد.',
    no: 'دولت پیشنهاد را شنید.',
  },
  {
    id: 'frame/expect',
    heads: 'promise expect speculate claim believe ابرازامیدواری',
    clause: 'bare',
    yes: 'وزیر نیرو پیش‌بینی کرد باران ببارد.',
    no: 'قرار است باران ببارد.',
  },
];

/** Predicates that tell of no speaker («قرار است»), or report only in company that the table does not name. */
const NEVER = new Set([
  'پوشش داد',
  'سکوت کرد',
  'قرار است',
  'انتظار می\u200cرود',
  'احتمال می\u200cرود',
  'احتمال دارد',
  'گمان می\u200cرود',
  'شایعه شد',
  'چشم\u200cانتظار است',
  'عنوان داد',
  'مکتوب کرد',
  'حاضر شد',
  'تاخت',
]);

/** The frame of a predicate, or nothing where it never reports. */
export function frameOf(entry: ReportingPredicate, keys: readonly string[]): Frame | undefined {
  if (isNeverReporting(entry)) return undefined;
  const nominal = keys.slice(0, -1);
  const names =
    entry.act === 'decline' ? [entry.act] : [nominal.join(''), nominal[0] ?? '', keys.join(''), entry.act];
  for (const name of names) {
    const found = name === '' ? undefined : byHead().get(name);
    if (found !== undefined) return found;
  }
  return MARKED;
}

/** Whether a predicate is in the list of phrases for other uses only. */
export function isNeverReporting({ phrase }: ReportingPredicate): boolean {
  return NEVER.has(phrase);
}

const MARKED: Frame = { id: 'frame/marked', heads: '', clause: 'marked', yes: '', no: '' };

let heads: ReadonlyMap<string, Frame> | undefined;

function byHead(): ReadonlyMap<string, Frame> {
  heads ??= new Map(
    FRAMES.flatMap((frame) => frame.heads.split(' ').map((head) => [head, frame] as const)).reverse(),
  );
  return heads;
}
