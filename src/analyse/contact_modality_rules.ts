import type { Stance } from '../model/statement.js';
import type { Governing } from './contact_arguments.js';
import type { FoundTrigger } from './contact_triggers.js';

/** What the words around a trigger say of the truth of the contact. */
export interface Modality {
  readonly stance: Stance;
  /** Taken for granted: «در دیدار با …», «هدف این گفت‌وگوها …». */
  readonly presupposed: boolean;
  readonly speculative: boolean;
  readonly calledOff?: 'cancelled' | 'refused';
  /** A denial or confirmation is the sentence's own act: «… را رد کرد», «… را تأیید کرد». */
  readonly isActed: boolean;
  /** Rule id; the table of rules below. */
  readonly rule: string;
}

/** Around a trigger: keys of its clause before it, of the sentence before it, behind its phrase, and its verb. */
export interface Surroundings {
  readonly clause: string;
  readonly before: string;
  readonly after: string;
  readonly phrase: string;
  /** From the phrase to the verb: «… را به شدت رد». */
  readonly object: string;
  /** Behind the verb. */
  readonly rest: string;
  readonly verb: Governing | undefined;
  readonly found: FoundTrigger;
  /** The verb is the noun's own: «دیدار کرد», «برگزار شد». */
  readonly isLight: boolean;
}

export interface ModalityRule {
  readonly id: string;
  readonly when: (around: Surroundings) => boolean;
  readonly gives: Partial<Omit<Modality, 'rule'>> & { readonly stance: Stance };
}

/** What is asked about: it tells of no contact, but what is answered refers to it. */
export const TOPIC = 'modality/topic';

/** Words before a trigger behind which it is where or when something else was said. */
export const OPENING =
  / (?:در|طی|ضمن|خلال|جریان|پایان|حاشیه|پی|دنبال|از|پس از|بعد از|آستانه|ابتدای|ادامه|خاتمه)(?: (?:این|آن|همین|یک|نخستین|آخرین))? $/u;

const EXISTS = new Set('کرد داشت شد گرفت بود داد زد رفت آمد نمود فرستاد پذیرفت'.split(' '));

function has(text: 'clause' | 'before' | 'after' | 'phrase' | 'object' | 'rest', words: RegExp) {
  return (around: Surroundings): boolean => words.test(around[text]);
}

function all(...tests: readonly ((around: Surroundings) => boolean)[]) {
  return (around: Surroundings): boolean => tests.every((each) => each(around));
}

function any(...tests: readonly ((around: Surroundings) => boolean)[]) {
  return (around: Surroundings): boolean => tests.some((each) => each(around));
}

const isLight = (around: Surroundings): boolean => around.isLight;
const isNegated = (around: Surroundings): boolean =>
  around.verb?.negated === true && EXISTS.has(around.verb.lemma);
function mood(...moods: readonly Governing['mood'][]) {
  return ({ verb }: Surroundings): boolean => verb !== undefined && moods.includes(verb.mood);
}

/** «… را رد کرد»: the contact is the object of the sentence's own predicate, not where it was said. */
const isObject = (around: Surroundings): boolean => !OPENING.test(around.clause);
const isVerbNegated = (around: Surroundings): boolean => around.verb?.negated === true;
const isVerbPlain = (around: Surroundings): boolean => around.verb?.negated === false;

/** Rules on what is said about a contact, the most telling first. */
export const MODALITY_RULES: readonly ModalityRule[] = [
  {
    id: 'modality/called-off',
    when: any(
      has('clause', / (?:لغو|لغوشدن|تعلیق|انصراف از)(?: (?:برگزاری|این|آن|دومین|ناگهانی))* $/u),
      has(
        'after',
        /^(?: \S+){0,12}? (?:لغو|ملغی|کنسل|منتفی) (?:شد|شده|کرد|کرده|کردند|کردهاند|گردید|اعلام|میکند|میشود|است|دانست)/u,
      ),
      has('phrase', / لغوشده /u),
      has(
        'after',
        /^(?: \S+){0,8} (?:به تعویق (?:افتاد|انداخت|افتاده|انداخته)|(?:به \S+(?: \S+){0,3} )?موکول (?:شد|شده|کرد|کرده|گردید))/u,
      ),
      all(
        has('clause', / از (?:\S+ ){0,2}$/u),
        has(
          'after',
          /^(?: \S+){0,6} (?:منصرف (?:شد|شده|شدند)|صرف ?نظر (?:کرد|کرده|کردند)|انصراف (?:داد|داده|دادند)|سر باز (?:زد|زده|زدند))/u,
        ),
      ),
      all(has('before', / قرار بود(?:ه|ند)? /u), has('after', / (?:لغو|منتفی|نشد|نکرد|بههم خورد) /u)),
    ),
    gives: { stance: 'deny', calledOff: 'cancelled' },
  },
  {
    id: 'modality/refused',
    when: all(
      has(
        'clause',
        / (?:درخواست|پیشنهاد|تقاضای|دعوت به|دعوت برای) (?:(?:\S+ )?|(?:\S+ ){1,4}(?:برای|به) )$/u,
      ),
      has(
        'after',
        / (?:موافقت نکرد|نپذیرفت|رد کرد|نپذیرفته|موافقت نکردند|مخالفت کرد|موافقت نکرده|رد کرده) /u,
      ),
    ),
    gives: { stance: 'deny', calledOff: 'refused' },
  },
  {
    id: 'modality/invited',
    when: all(
      has('clause', / (?:دعوت|دعوتنامه|پیشنهاد|درخواست)(?: \S+){0,5} (?:برای|به|جهت) (?:\S+ )?$/u),
      has('after', /^(?: \S+){0,8} (?:پذیرفت|پذیرفته|پذیرفتند|موافقت (?:کرد|کرده|کردند)|موافقت خود)/u),
    ),
    gives: { stance: 'expected' },
  },
  {
    id: 'modality/not-ruled-out',
    when: all(
      isObject,
      any(
        all(has('object', / را (?:\S+ )*(?:رد|تکذیب|انکار|منتفی|بعید|نفی|ذهن|غیرممکن) $/u), isVerbNegated),
        all(has('object', / را (?:\S+ )*(?:ممکن|محتمل) $/u), isVerbPlain),
        has('object', / را نه (?:تایید|رد|تکذیب) $/u),
      ),
    ),
    gives: { stance: 'not_ruled_out', isActed: true },
  },
  {
    id: 'modality/not-confirmed',
    when: all(isObject, has('object', / (?:تایید|اعلام|فاش|علنی) $/u), isVerbNegated),
    gives: { stance: 'unknown' },
  },
  {
    id: 'modality/denied',
    when: any(
      all(
        isObject,
        has('object', / را (?:\S+ )*(?:رد|تکذیب|انکار|منتفی|بعید|نفی|غیرممکن|بیاساس|کذب|دروغ|نادرست) $/u),
        isVerbPlain,
      ),
      all(
        isObject,
        has(
          'after',
          /^(?: \S+){0,6} (?:(?:تکذیب|رد) (?:شد|شده|میشود)|(?:کذب|دروغ|نادرست|بیاساس|ساختگی|خلاف ?واقع)(?: محض)? (?:است|بود|بوده|خوانده|دانسته|اعلام|خواند|دانست))/u,
        ),
        has(
          'clause',
          /(?:^ +| (?:خبر|ادعای|گزارش|شایعه|خبرهای|گزارشهای|وجود|برگزاری|هرگونه))(?: (?:برگزاری|انجام|این|یک))* $|^ $/u,
        ),
      ),
      has('clause', / (?:رد|تکذیب|منکر|نفی) (?:خبر |ادعای |گزارش |شایعه |برگزاری |هرگونه |احتمال |وجود )*$/u),
      has('before', / (?:تکذیب|رد) (?:خبر|گزارش|شایعه|شایعات|ادعا)\S* (?:درباره|مبنی بر|از)(?: \S+){0,5} $/u),
    ),
    gives: { stance: 'deny', isActed: true },
  },
  {
    id: 'modality/confirmed',
    when: any(
      all(isObject, has('object', / را (?:\S+ )*(?:تایید|تصدیق) $/u), isVerbPlain),
      all(
        isObject,
        has('object', / را $/u),
        (around) => around.verb?.lemma === 'پذیرفت' && !around.verb.negated,
      ),
      all(has('clause', / به (?:\S+ )?$/u), has('object', / (?:اذعان|اعتراف) $/u), isVerbPlain),
    ),
    gives: { stance: 'affirm', isActed: true },
  },
  {
    id: 'modality/needed',
    when: has('clause', / (?:باید|نباید|بایستی|لازم است|ضروری است) /u),
    gives: { stance: 'unknown' },
  },
  {
    id: 'modality/asked-of-others',
    when: all(has('before', / (?:خواست|خواستند|خواسته|خواستهاند) (?:است )?(?:تا|که) /u), mood('subjunctive')),
    gives: { stance: 'unknown' },
  },
  {
    id: 'modality/conditional',
    when: any(
      has('before', / (?:اگر|درصورت|درصورتی|درصورتیکه|چنانچه|بهشرط|بهشرطی|بهشرطیکه|مشروط) (?!.* گفت )/u),
      has('before', / (?:در صورت|در صورتی|به شرط|پیششرط|شرط) /u),
      has('after', / (?:مشروط|منوط|بهشرط|به شرط) /u),
      all(
        has('rest', /^ (?:\S+ )?(?:در صورت|درصورت|اگر) /u),
        ({ found }) => found.trigger.kind !== 'message',
      ),
      has('after', / (?:پس از|بعد از|پس|بعد) .* (?:امکانپذیر|ممکن|میسر|شدنی) (?:خواهد بود|است|میشود) /u),
      has('after', /^ (?:است|هستند|هستیم) (?:اما|ولی) \S+(?: \S+){0,2} باید /u),
      has(
        'before',
        / (?:میتواند|میتوانند) (?:زمینه|زمینهای|مقدمه|مقدمهای|راه|راهی) (?:برای|را برای)(?: \S+){0,4} $/u,
      ),
    ),
    gives: { stance: 'conditional' },
  },
  {
    id: 'modality/refused-to',
    when: any(
      has(
        'clause',
        / (?:قصدی|قصد|برنامهای|تمایلی|علاقهای|دلیلی|برنامه و قصدی|تصمیمی)(?: \S+){0,2} (?:برای|به) $/u,
      ),
      all(
        has(
          'before',
          / (?:قرار (?:نیست|نبود)|قصدی? (?:ندار|نداشت)\S*|نمیخواه(?:د|ند|م|یم)|(?:حاضر|آماده|مایل) (?:نیست\S*|نشد\S*)|نمیتوان(?:د|ند|م|یم)) (?:که )?/u,
        ),
        mood('subjunctive'),
      ),
      all(
        has('clause', / از (?:\S+ ){0,2}$/u),
        has('after', /^(?: \S+){0,6} (?:خودداری|امتناع|پرهیز) (?:کرد|کرده|کردند|میکند|میکنند)/u),
      ),
    ),
    gives: { stance: 'deny' },
  },
  {
    id: 'modality/without',
    when: has('clause', / بدون (?:برگزاری |انجام |هیچ |هرگونه )?$/u),
    gives: { stance: 'deny' },
  },
  {
    id: 'modality/no-step',
    when: all(has('clause', / هیچ .* (?:برای|جهت) $/u), isNegated),
    gives: { stance: 'deny' },
  },
  {
    id: 'modality/rumour',
    when: any(
      has('before', / (?:گمانهزنی|گمانهزنیها|گمانهزنیهای|گمانهزنیهایی|شایعه|شایعات|شایعاتی|شنیده) /u),
      has('after', /^(?: \S+){0,4} (?:گمانهزنی|شایعه) /u),
      has('before', / (?:احتمال دارد|احتمال میرود|گفته میشود|شنیده میشود|ظاهرا|گویا) /u),
    ),
    gives: { stance: 'possible', speculative: true },
  },
  {
    id: TOPIC,
    when: has(
      'before',
      / (?:پرسش|پرسشی|پرسشها|پرسشهایی|سوال|سوالی|سوالات) (?:\S+ ){0,5}?(?:درباره|پیرامون|درخصوص|درمورد|خصوص|مورد|مبنی بر)(?: (?:احتمال|امکان|برگزاری|انجام|زمان|محل))* $/u,
    ),
    gives: { stance: 'unknown' },
  },
  {
    id: 'modality/possible',
    when: any(
      has('before', / (?:ممکن است|شاید|احتمالا|امکان دارد|محتمل است|بعید نیست|ممکناست) /u),
      has(
        'clause',
        / (?:احتمال|امکان)(?: (?:برگزاری|انجام|ازسرگیری|از سرگیری|آغاز|شروع|ادامه|وقوع|این|یک|هرگونه))* $/u,
      ),
      has('clause', / میتوان(?:د|ند) (?:\S+ ){0,3}(?:میزبان|میانجی)(?: \S+){0,2} $/u),
      all(has('clause', / (?:میتواند|میتوانند|میتوان) /u), isLight),
      has('phrase', / احتمالی /u),
      has('after', /^ (?:امکانپذیر|ممکن|شدنی|میسر|محتمل) (?:است|خواهد بود)/u),
      has('after', /^(?: \S+){0,8} (?:شدنی|ممکن|امکانپذیر) است /u),
    ),
    gives: { stance: 'possible' },
  },
  {
    id: 'modality/offered',
    when: any(
      has(
        'clause',
        / (?<!(?:درباره|پیرامون|درخصوص|درمورد|از) )(?:آماده|آمادگی|حاضر به|حاضر است|تمایل به|مایل به|علاقهمند به|پیشنهاد|پیشنهاد برگزاری|درخواست|درخواست برگزاری|تقاضای|ابراز تمایل|ابراز آمادگی|آماده میزبانی|میزبانی)(?: (?:برای|به|چنین|هرگونه|یک|خود|برگزاری|انجام|شروع|آغاز|ادامه|را))* $/u,
      ),
      has('before', / (?:آمادگی|آماده) (?:چنین|خود|میزبانی|\S+ برای) (?:\S+ ){0,3}$/u),
      all(isObject, has('after', /^(?: \S+){0,8} (?:اعلام آمادگی|ابراز آمادگی|ابراز تمایل) /u)),
      has('clause', / آمادگی (?:چنین )?$/u),
      all(has('before', / (?:حاضر|آماده) (?:است|هستم|هستیم|هستند|شد|شده) /u), mood('subjunctive')),
    ),
    gives: { stance: 'offered' },
  },
  {
    id: 'modality/round-held',
    when: all(
      ({ found }) => found.trigger.id === 'talks/round',
      has('clause', / (?:وقت|پایان|نتیجه|نتایج|دستاورد|بیانیه|جریان) $/u),
      mood('past'),
      isVerbPlain,
    ),
    gives: { stance: 'affirm', presupposed: true },
  },
  {
    id: 'modality/generic',
    when: any(
      has(
        'clause',
        / (?:باید|لزوم|ضرورت|لازم|ضروری|خواستار|خواهان|اولویت|تلاش برای|فرصت|فرصتی|دعوت|دعوت به|تشویق|مخالف|مخالفت با|موافقت با|موافق|بهجای|به جای|هدف|طرفدار|امید به|اجازه|مانع|موضوع|گزینه|پیشنویس|زمینه|بستر|شرایط|پنجره|باب|حل|طریق|اهمیت|سیاست|نتیجه|انتظار|انتظارات|امیدها|سرنوشت|چشمانداز|تردید|رسیدن|پیشنهادی برای|به نفع|نیازمند|مخاطب|فارغ|عدم|ایجاد|وقت|ایده|طرح|تداوم|لزوم|فکر|خواست)(?: (?:برای|به|با|از|هرگونه|برگزاری|ازسرگیری|از سرگیری|آغاز|شروع|ادامه|تسهیل|انجام|باز کردن|ایجاد|تداوم|گسترش|پنجره|یک))* $/u,
      ),
      has('clause', / باز کردن (?:\S+ ){0,2}$/u),
      has('clause', / (?:انتظارات|انتظار|امید|امیدها|نگرانی)(?: \S+){0,3} (?:از|به|برای) $/u),
      has('before', / (?:باید|نباید|لازم است|بهتر است|میتوانستند|میبایست) (?:\S+ ){0,12}$/u),
      has(
        'after',
        /^(?: \S+){0,3} (?:ضروری|لازم|مهم|بیفایده|بیمعنی|بیمعنا|راه حل|راهحل|ضرورت) (?:است|میداند|دانست|خواند)/u,
      ),
      has('object', / (?:باید|نباید|بایستی|میبایست) /u),
      all(has('clause', / بر (?:\S+ ){0,3}$/u), has('object', / (?:تاکید|اصرار|پافشاری) $/u)),
      has('after', /^ (?:بی|تحت|زیر) /u),
      has('after', /^(?: \S+){0,2} (?:مخالف|موافق)(?:ند|م|یم|ت)? /u),
    ),
    gives: { stance: 'unknown' },
  },
  {
    id: TOPIC,
    when: all(
      has(
        'clause',
        / (?:تاریخ|زمان|محل|مکان|جزییات|دستور کار|دستورکار|برنامه|دلیل|علت|نتیجه|نتایج)(?: (?:این|آن|برگزاری|انجام))* $/u,
      ),
      any(isVerbNegated, ({ found }) => found.trigger.id === 'talks/round'),
    ),
    gives: { stance: 'unknown' },
  },
  {
    id: 'modality/off-the-agenda',
    when: any(
      has(
        'after',
        /^(?: \S+){0,6} (?:در (?:دستور ?کار|برنامه)(?: \S+){0,3} (?:نیست|نبود|نداریم|ندارد|نبوده)|(?:ممکن|مقدور|میسر|امکانپذیر|شدنی|مطرح) (?:نیست|نبود|نخواهد))/u,
      ),
      all(has('before', / بعید (?:است|بهنظر|به نظر|مینماید) /u), mood('subjunctive')),
    ),
    gives: { stance: 'deny' },
  },
  {
    id: 'modality/not-settled',
    when: has(
      'after',
      /^(?: \S+){0,6} (?:قطعی|نهایی|مشخص|معلوم|روشن|حتمی|هماهنگ|برنامهریزی) (?:نیست|نشده|نبود)/u,
    ),
    gives: { stance: 'possible' },
  },
  {
    id: 'modality/settled',
    when: has('after', /^(?: \S+){0,4} (?:قطعی|نهایی|حتمی|هماهنگ|برنامهریزی) (?:شد|شده|است|کرد|کرده)/u),
    gives: { stance: 'expected' },
  },
  {
    id: 'modality/whether',
    when: has('after', / یا (?:نه|خیر) /u),
    gives: { stance: 'unknown' },
  },
  {
    id: 'modality/negated',
    when: all(
      isNegated,
      any(
        isLight,
        has('clause', / (?:هیچ|هیچگونه|هیچگاه|هیچیک) (?:\S+ )*$/u),
        has('after', /^(?: \S+){0,6} (?:وجود|برقرار|صورت|انجام|برگزار|در کار) ن/u),
      ),
      (around) => !mood('subjunctive')(around),
    ),
    gives: { stance: 'deny' },
  },
  {
    id: 'modality/purpose',
    when: any(
      has(
        'clause',
        / (?:برای|جهت|بهمنظور|به منظور|با هدف|تدارک)(?: (?:انجام|برگزاری|این|آن|یک|ادامه|آغاز|شرکت در|حضور در))* $/u,
      ),
      all(has('clause', / (?:برای|جهت|بهمنظور) (?:(?!را |که )\S+ )*و $/u), (around) => !around.isLight),
    ),
    gives: { stance: 'expected' },
  },
  {
    id: 'modality/planned',
    when: any(
      all(
        has(
          'before',
          / (?:قرار است|قراراست|انتظار میرود|پیشبینی میشود|پیشبینی شده|بنا است|بناست|درنظر دارد|در نظر دارد|قصد دارد|قصد دارند|میخواهد|میخواهند|امیدوار است|امیدواریم|تصمیم دارد|برنامه دارد|مقرر شد|مقرر شده|صدد|درصدد|قرار بود) /u,
        ),
        (around) => around.verb === undefined || mood('subjunctive', 'future', 'present')(around),
      ),
      has('before', / (?:ابراز امیدواری|اظهار امیدواری|خبر از|وعده) .* $/u),
      has('phrase', / (?:آتی|آینده|بعدی|پیشرو|موردانتظار|مورد انتظار) /u),
      has('clause', / (?:آستانه|پیش از|قبل از) (?:این |آن )?$/u),
      all(mood('future'), any(isLight, has('clause', / (?:در|طی|پس از|بعد از|به) (?:این |یک |همین )?$/u))),
      all(mood('subjunctive'), isLight),
      all(isObject, mood('future'), ({ verb }) => verb?.lemma === 'بود'),
      all(
        mood('present'),
        isLight,
        ({ found }) => found.trigger.kind !== 'message' && found.trigger.kind !== 'channel',
        (around) => !HABITUAL.test(around.clause + around.phrase + around.after),
        (around) => around.verb?.lemma !== 'داشت' && around.verb?.lemma !== 'بود',
      ),
      all(
        has('object', / ادامه $/u),
        mood('present', 'future'),
        any(has('clause', / به $/u), has('object', / را /u)),
      ),
    ),
    gives: { stance: 'expected' },
  },
  {
    id: TOPIC,
    when: all(
      has(
        'clause',
        / (?:درباره|پیرامون|درخصوص|درمورد|مورد|خصوص|زمینه|نسبت به)(?: (?:یک|هرگونه|انجام|برگزاری|میزبانی))* $/u,
      ),
      (around) =>
        !/ (?:اخیر|خود|خویش|دیروز|امروز|دیشب|گذشته) /u.test(around.phrase) &&
        !/(?:ش|شان|مان)$/u.test(around.phrase.trim().split(' ')[0] ?? ''),
      (around) => !/ات|های?$/u.test(around.phrase.trim().split(' ')[0] ?? ''),
    ),
    gives: { stance: 'unknown' },
  },
  { id: 'modality/happened', when: all(isLight, mood('past', 'present')), gives: { stance: 'affirm' } },
  {
    id: 'modality/announced',
    when: all(
      has('clause', /(?: از (?:\S+ ){0,2}|^ +)$/u),
      has('after', /^(?: \S+){0,10} خبر (?:داد|داده|می)/u),
    ),
    gives: { stance: 'affirm' },
  },
  {
    id: 'modality/event-verb',
    when: all(
      isObject,
      has(
        'after',
        /^(?: \S+){0,16} (?:برگزار|انجام|صورت|برقرار|آغاز|پایان|ادامه|تشکیل) (?:شد|شده|گرفت|گرفته|یافت|یافته|داشت|داشته|دارد|داد|پیدا کرد)/u,
      ),
    ),
    gives: { stance: 'affirm' },
  },
  {
    id: 'modality/talking-as-such',
    when: all(
      ({ found, phrase }) =>
        found.trigger.kind === 'talks' && /^ (?:مذاکره|گفتوگو) (?:با|بین|میان) /u.test(phrase),
      (around) => !around.isLight && !OPENING.test(around.clause),
      (around) => !/ (?:دور|بار|نوبت) $/u.test(around.clause),
    ),
    gives: { stance: 'unknown' },
  },
  { id: 'modality/taken-for-granted', when: () => true, gives: { stance: 'affirm', presupposed: true } },
];

/** What goes on or recurs is no plan: «به‌طور دوره‌ای … تماس می‌گیرد», «در حال مذاکره». */
const HABITUAL = / (?:دورهای|همواره|همیشه|مرتب|هرروز|روزانه|پیوسته|درحال|حال) /u;
