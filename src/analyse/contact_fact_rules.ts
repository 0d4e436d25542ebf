import {
  all,
  any,
  has,
  isGoverned,
  isLight,
  isNegated,
  isObject,
  isVerbNegated,
  type ModalityRule,
  mood,
  OPENING,
  TOPIC,
} from './contact_surroundings.js';

/** What is talk in general, what is to come, what took place. */
export const FACT_RULES: readonly ModalityRule[] = [
  {
    id: 'modality/generic',
    example: 'دیدار پوتین با اردوغان ضروری است.',
    counterExample: 'دیدار پوتین با اردوغان برگزار شد.',
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
      all(has('clause', / از (?:\S+ ){0,2}$/u), has('object', / (?:حمایت|پشتیبانی|دفاع) $/u)),
      has('after', /^ (?:بی|تحت|زیر) /u),
      all(isObject, has('after', /^(?: \S+){0,2} (?:مخالف|موافق)(?:ند|م|یم|ت)? /u)),
    ),
    gives: { stance: 'unknown' },
  },
  {
    id: `${TOPIC}-of-details`,
    example: 'محل دیدار پوتین و اردوغان روشن نیست.',
    counterExample: 'دیدار پوتین و اردوغان روشن نیست.',
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
    example: 'دیدار پوتین با اردوغان در دستور کار نیست.',
    counterExample: 'دیدار پوتین با اردوغان در دستور کار است.',
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
    example: 'دیدار پوتین با اردوغان هنوز قطعی نشده است.',
    counterExample: 'دیدار پوتین با اردوغان قطعی شده است.',
    when: has(
      'after',
      /^(?: \S+){0,6} (?:قطعی|نهایی|مشخص|معلوم|روشن|حتمی|هماهنگ|برنامهریزی) (?:نیست|نشده|نبود)/u,
    ),
    gives: { stance: 'possible' },
  },
  {
    id: 'modality/settled',
    example: 'دیدار پوتین با اردوغان قطعی شد.',
    counterExample: 'دیدار پوتین با اردوغان هنوز قطعی نشده است.',
    when: has('after', /^(?: \S+){0,4} (?:قطعی|نهایی|حتمی|هماهنگ|برنامهریزی) (?:شد|شده|است|کرد|کرده)/u),
    gives: { stance: 'expected' },
  },
  {
    id: 'modality/whether',
    example: 'روشن نیست دیدار پوتین و اردوغان انجام شد یا نه.',
    counterExample: 'دیدار پوتین و اردوغان انجام شد.',
    when: has('after', / یا (?:نه|خیر) /u),
    gives: { stance: 'unknown' },
  },
  {
    id: 'modality/negated',
    example: 'پوتین با اردوغان دیدار نکرده است.',
    counterExample: 'پوتین با اردوغان دیدار کرده است.',
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
    id: 'modality/brought-about',
    example: 'این بحران باعث شد پوتین و اردوغان با یکدیگر صحبت کنند.',
    counterExample: 'این بحران ایجاب می‌کند پوتین و اردوغان با یکدیگر صحبت کنند.',
    when: all(
      has('before', / (?:باعث|سبب|موجب) (?:شد|شده|شده است|گردید)(?: (?:که|تا))? (?:(?!اگر )\S+ )*$/u),
      mood('subjunctive'),
      isLight,
    ),
    gives: { stance: 'affirm' },
  },
  {
    id: 'modality/ongoing',
    example: 'لاوروف در مذاکرات جاری خود با فیدان بر صلح تأکید خواهد کرد.',
    counterExample: 'لاوروف در مذاکرات خود با فیدان بر صلح تأکید خواهد کرد.',
    when: all(has('phrase', / (?:جاری|کنونی|فعلی|اخیر|درجریان) /u), ({ isLight }) => !isLight),
    gives: { stance: 'affirm', presupposed: true },
  },
  {
    id: 'modality/not-for-that',
    example: 'لاوروف برای دیدار با فیدان به آنکارا سفر نخواهد کرد.',
    counterExample: 'لاوروف برای دیدار با فیدان به آنکارا سفر خواهد کرد.',
    when: all(
      has('clause', / (?:برای|جهت|بهمنظور) (?:\S+ )?$/u),
      has('object', / (?:سفر|عازم|راهی|اعزام|وارد) $/u),
      isVerbNegated,
    ),
    gives: { stance: 'deny' },
  },
  {
    id: 'modality/purpose',
    example: 'لاوروف برای دیدار با فیدان به آنکارا رفت.',
    counterExample: 'لاوروف پس از دیدار با فیدان به آنکارا رفت.',
    when: any(
      has(
        'clause',
        / (?:برای|جهت|بهمنظور|به منظور|با هدف|تدارک)(?: (?:انجام|برگزاری|این|آن|یک|ادامه|آغاز|شروع|ازسرگیری|از سرگیری|پیگیری|پیشبرد|دور \S+|شرکت در|حضور در))* $/u,
      ),
      all(has('clause', / (?:برای|جهت|بهمنظور) (?:(?!را |که )\S+ )*و $/u), (around) => !around.isLight),
    ),
    gives: { stance: 'expected' },
  },
  {
    id: 'modality/planned',
    example: 'پوتین فردا با اردوغان دیدار خواهد کرد.',
    counterExample: 'پوتین دیروز با اردوغان دیدار کرد.',
    when: any(
      all(
        has(
          'before',
          / (?:قرار است|قراراست|انتظار میرود|پیشبینی میشود|پیشبینی شده|بنا است|بناست|درنظر دارد|در نظر دارد|قصد دارد|قصد دارند|میخواهد|میخواهند|امیدوار است|امیدواریم|تصمیم دارد|برنامه دارد|مقرر شد|مقرر شده|صدد|درصدد|قرار بود) /u,
        ),
        (around) => !isGoverned(around),
        (around) => around.verb === undefined || mood('subjunctive', 'future', 'present')(around),
      ),
      has('before', / (?:ابراز امیدواری|اظهار امیدواری|خبر از|وعده) .* $/u),
      has(
        'phrase',
        / (?:آتی|آینده|بعدی|پیشرو|موردانتظار|مورد انتظار|فردا|پسفردا|قریبالوقوع|برنامهریزیشده) /u,
      ),
      has('clause', / (?:آستانه|پیش از|قبل از) (?:این |آن )?$/u),
      all(
        isObject,
        has(
          'object',
          / (?:(?:ماه|هفته|سال|روز)(?:های)? آینده|آینده نزدیک|آینده ای نزدیک|بهزودی|فردا|پسفردا) /u,
        ),
        (around) => !(around.isLight && mood('past')(around)),
      ),
      has('after', /^(?: \S+){0,8} از (?:\S+ ){0,2}(?:برنامههای|برنامهها|برنامههایی) /u),
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
    id: `${TOPIC}-of-talk`,
    example: 'پسکوف درباره دیدار پوتین با اردوغان سکوت کرد.',
    counterExample: 'پسکوف درباره دیدار دیروز پوتین با اردوغان سکوت کرد.',
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
  {
    id: 'modality/happened',
    example: 'پوتین با اردوغان دیدار کرد.',
    counterExample: 'پوتین با اردوغان دیدار خواهد کرد.',
    when: all(isLight, mood('past', 'present')),
    gives: { stance: 'affirm' },
  },
  {
    id: 'modality/going-on',
    example: 'مقام‌های ترکیه در حال مذاکره با روسیه هستند.',
    counterExample: 'مقام‌های ترکیه آماده مذاکره با روسیه هستند.',
    when: all(
      has('clause', / (?:حال|درحال|مشغول|سرگرم) $/u),
      ({ verb }) => verb?.lemma === 'بود' && !verb.negated && verb.mood !== 'future',
    ),
    gives: { stance: 'affirm' },
  },
  {
    id: 'modality/announced',
    example: 'وزارت خارجه از دیدار لاوروف و فیدان خبر داد.',
    counterExample: 'وزارت خارجه دیدار لاوروف و فیدان را تکذیب کرد.',
    when: all(
      has('clause', /(?: از (?:\S+ ){0,2}|^ +)$/u),
      has('after', /^(?: \S+){0,10} خبر (?:داد|داده|می)/u),
    ),
    gives: { stance: 'affirm' },
  },
  {
    id: 'modality/event-verb',
    example: 'مذاکرات روسیه و ترکیه پس از شش ماه وقفه در آنکارا ادامه یافت.',
    counterExample: 'مذاکرات روسیه و ترکیه پس از شش ماه وقفه در آنکارا ستوده شد.',
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
    example: 'مذاکره با روسیه برای ترکیه سود دارد.',
    counterExample: 'ترکیه در مذاکره با روسیه بر صلح پافشاری کرد.',
    when: all(
      ({ found, phrase }) =>
        found.trigger.kind === 'talks' && /^ (?:مذاکره|گفتوگو) (?:با|بین|میان) /u.test(phrase),
      (around) => !around.isLight && !OPENING.test(around.clause),
      (around) => !/ (?:دور|بار|نوبت|حال|درحال) $/u.test(around.clause),
    ),
    gives: { stance: 'unknown' },
  },
  {
    id: 'modality/taken-for-granted',
    example: 'لاوروف در دیدار با فیدان بر صلح تأکید کرد.',
    counterExample: 'لاوروف با فیدان دیدار کرد.',
    when: () => true,
    gives: { stance: 'affirm', presupposed: true },
  },
];

/** What goes on or recurs is no plan: «به‌طور دوره‌ای … تماس می‌گیرد», «در حال مذاکره». */
const HABITUAL = / (?:دورهای|همواره|همیشه|مرتب|هرروز|روزانه|پیوسته|درحال|حال) /u;
