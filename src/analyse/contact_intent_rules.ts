import {
  all,
  any,
  has,
  isGovernedFact,
  isLight,
  isNegated,
  isObject,
  isVerbNegated,
  isVerbPlain,
  type ModalityRule,
  mood,
  TOPIC,
} from './contact_surroundings.js';

/** «مذاکرات آتی», «مذاکرات احتمالی»: not yet, whatever is said of it. */
const AHEAD_ADJECTIVE = / (?:آتی|آینده|بعدی|پیشرو|موردانتظار|احتمالی|فردا|لغوشده) /u;

/** What is needed, wished, conditional, guessed, offered: it has not happened by that. */
export const INTENT_RULES: readonly ModalityRule[] = [
  {
    id: 'modality/governed',
    example: 'پسکوف گفت روند مذاکرات روسیه با ترکیه فردا بررسی خواهد شد.',
    counterExample: 'پسکوف گفت مذاکرات روسیه با ترکیه فردا برگزار خواهد شد.',
    when: all(isGovernedFact, (around) => !AHEAD_ADJECTIVE.test(around.phrase)),
    gives: { stance: 'affirm', presupposed: true },
  },
  {
    id: 'modality/of-charge',
    example: 'فیدان مسئولیت مذاکره با روسیه را برعهده می‌گیرد.',
    counterExample: 'فیدان مذاکره با روسیه را از سر می‌گیرد.',
    when: ({ governor }) => governor?.id === 'governed/charge',
    gives: { stance: 'unknown' },
  },
  {
    id: 'modality/needed',
    example: 'پوتین باید با اردوغان دیدار کند.',
    counterExample: 'پوتین فردا با اردوغان دیدار می‌کند.',
    when: has('clause', / (?:باید|نباید|بایستی|لازم است|ضروری است) /u),
    gives: { stance: 'unknown' },
  },
  {
    id: 'modality/asked-of-others',
    example: 'فیدان از لاوروف خواست که با اردوغان دیدار کند.',
    counterExample: 'فیدان از لاوروف خواست و لاوروف با اردوغان دیدار کرد.',
    when: all(has('before', / (?:خواست|خواستند|خواسته|خواستهاند) (?:است )?(?:تا|که) /u), mood('subjunctive')),
    gives: { stance: 'unknown' },
  },
  {
    id: 'modality/conditional',
    example: 'پوتین در صورت آتش‌بس با اردوغان دیدار می‌کند.',
    counterExample: 'پوتین با اردوغان دیدار می‌کند.',
    when: any(
      has('before', / (?:اگر|درصورت|درصورتی|درصورتیکه|چنانچه|بهشرط|بهشرطی|بهشرطیکه|مشروط) (?!.* گفت )/u),
      has('before', / (?:در صورت|در صورتی|به شرط) /u),
      has('before', / (?:پیششرط|شرط)(?: (?!را )\S+){0,4} $/u),
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
    example: 'پوتین حاضر نشد با اردوغان دیدار کند.',
    counterExample: 'پوتین حاضر شد با اردوغان دیدار کند.',
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
      all(has('clause', / قصد(?: (?:انجام|برگزاری|شروع|آغاز))* $/u), isVerbNegated),
      all(
        has('clause', / از (?:\S+ ){0,2}$/u),
        has('after', /^(?: \S+){0,6} (?:خودداری|امتناع|پرهیز) (?:کرد|کرده|کردند|میکند|میکنند)/u),
      ),
    ),
    gives: { stance: 'deny' },
  },
  {
    id: 'modality/intends',
    example: 'پوتین قصد مذاکره با اردوغان را دارد.',
    counterExample: 'پوتین قصد مذاکره با اردوغان را ندارد.',
    when: all(has('clause', / (?:قصد|تصمیم به)(?: (?:انجام|برگزاری|شروع|آغاز))* $/u), isVerbPlain),
    gives: { stance: 'expected' },
  },
  {
    id: 'modality/without',
    example: 'لاوروف بدون دیدار با فیدان آنکارا را ترک کرد.',
    counterExample: 'لاوروف پس از دیدار با فیدان آنکارا را ترک کرد.',
    when: has('clause', / بدون (?:برگزاری |انجام |هیچ |هرگونه )?$/u),
    gives: { stance: 'deny' },
  },
  {
    id: 'modality/no-step',
    example: 'هیچ اقدامی برای دیدار پوتین با اردوغان انجام نشد.',
    counterExample: 'اقداماتی برای دیدار پوتین با اردوغان انجام شد.',
    when: all(has('clause', / هیچ .* (?:برای|جهت) $/u), isNegated),
    gives: { stance: 'deny' },
  },
  {
    id: 'modality/rumour',
    example: 'گمانه‌زنی‌ها درباره دیدار پوتین با اردوغان بالا گرفت.',
    counterExample: 'پوتین با اردوغان دیدار کرد.',
    when: any(
      has('before', / (?:گمانهزنی|گمانهزنیها|گمانهزنیهای|گمانهزنیهایی|شایعه|شایعات|شایعاتی|شنیده) /u),
      has('after', /^(?: \S+){0,4} (?:گمانهزنی|شایعه) /u),
      has('before', / (?:احتمال دارد|احتمال میرود|گفته میشود|شنیده میشود|ظاهرا|گویا) /u),
    ),
    gives: { stance: 'possible', speculative: true },
  },
  {
    id: `${TOPIC}-of-question`,
    example: 'پسکوف در پاسخ به پرسشی درباره دیدار پوتین با اردوغان سکوت کرد.',
    counterExample: 'پسکوف در پاسخ به خبرنگاران از دیدار پوتین با اردوغان خبر داد.',
    when: has(
      'before',
      / (?:پرسش|پرسشی|پرسشها|پرسشهایی|سوال|سوالی|سوالات) (?:\S+ ){0,5}?(?:درباره|پیرامون|درخصوص|درمورد|خصوص|مورد|مبنی بر)(?: (?:احتمال|امکان|برگزاری|انجام|زمان|محل))* $/u,
    ),
    gives: { stance: 'unknown' },
  },
  {
    id: 'modality/possible',
    example: 'پوتین ممکن است با اردوغان دیدار کند.',
    counterExample: 'پوتین با اردوغان دیدار خواهد کرد.',
    when: any(
      has('before', / (?:ممکن است|شاید|احتمالا|امکان دارد|محتمل است|بعید نیست|ممکناست) /u),
      has(
        'clause',
        / (?:احتمال|امکان)(?: (?:برگزاری|انجام|ازسرگیری|از سرگیری|آغاز|شروع|ادامه|وقوع|این|یک|هرگونه))* $/u,
      ),
      has('clause', / میتوان(?:د|ند) (?:\S+ ){0,3}(?:میزبان|میانجی)(?: \S+){0,2} $/u),
      all(has('clause', / (?:میتواند|میتوانند|میتوان) /u), isLight),
      has('phrase', / احتمالی /u),
      has('after', /^ (?:امکانپذیر|ممکن|شدنی|میسر|محتمل) (?:خواهد بود|است (?:$|و |اما |ولی ))/u),
      has('after', /^(?: \S+){0,8} (?:شدنی|ممکن|امکانپذیر) است (?:$|و |اما |ولی )/u),
    ),
    gives: { stance: 'possible' },
  },
  {
    id: 'modality/offered',
    example: 'پوتین آماده دیدار با اردوغان است.',
    counterExample: 'پوتین از دیدار با اردوغان راضی است.',
    when: any(
      has(
        'clause',
        / (?<!(?:درباره|پیرامون|درخصوص|درمورد|از) )(?:آماده|آمادگی|حاضر به|حاضر است|تمایل به|مایل به|علاقهمند به|پیشنهاد|پیشنهاد برگزاری|درخواست|درخواست برگزاری|تقاضای|ابراز تمایل|ابراز آمادگی|آماده میزبانی|میزبانی)(?: (?:برای|به|چنین|هرگونه|یک|این|آن|خود|برگزاری|انجام|شروع|آغاز|ادامه|را))* $/u,
      ),
      has('before', / (?:آمادگی|آماده) (?:چنین|خود|میزبانی|\S+ برای) (?:\S+ ){0,3}$/u),
      has('clause', / (?:درخواست|پیشنهاد|تمایل) (?:(?!را )\S+ ){1,4}(?:برای|جهت) (?:\S+ )?$/u),
      all(isObject, has('after', /^(?: \S+){0,8} (?:اعلام آمادگی|ابراز آمادگی|ابراز تمایل) /u)),
      has('clause', / آمادگی (?:چنین )?$/u),
      all(
        has('clause', / برای (?:\S+ )?$/u),
        has('after', /^(?: \S+){0,4} آمادگی (?:دارد|دارند|داریم|دارم)/u),
      ),
      all(has('before', / (?:حاضر|آماده) (?:است|هستم|هستیم|هستند|شد|شده) /u), mood('subjunctive')),
      all(
        has('clause', / (?:دنبال|بهدنبال|درپی|در پی)(?: (?:برگزاری|انجام|آغاز|شروع))* $/u),
        has('after', /^(?: \S+){0,8} (?:است|هست|هستیم|هستند|بود|بودند|بوده است)(?: \S{0,1})?$/u),
        ({ verb }) => verb?.lemma === 'بود' && !verb.negated,
      ),
    ),
    gives: { stance: 'offered' },
  },
  {
    id: 'modality/round-held',
    example: 'بیشتر وقت دور نخست صرف مرز شد.',
    counterExample: 'تاریخ دور نخست روشن نشد.',
    when: all(
      ({ found }) => found.trigger.id === 'talks/round',
      has('clause', / (?:وقت|پایان|نتیجه|نتایج|دستاورد|بیانیه|جریان) $/u),
      mood('past'),
      isVerbPlain,
    ),
    gives: { stance: 'affirm', presupposed: true },
  },
];
