import {
  all,
  any,
  has,
  isObject,
  isVerbNegated,
  isVerbPlain,
  type ModalityRule,
  mood,
} from './contact_surroundings.js';

/** What somebody does with a contact in so many words: calls it off, refuses, leaves open, denies, confirms. */
export const VERDICT_RULES: readonly ModalityRule[] = [
  {
    id: 'modality/called-off',
    example: 'سفر لاوروف به ترکیه لغو شد.',
    counterExample: 'سفر لاوروف به ترکیه آغاز شد.',
    when: any(
      has(
        'clause',
        / (?:لغو|لغوشدن|تعلیق|انصراف از)(?: (?:برگزاری|این|آن|دومین|ناگهانی|آغاز|شروع|فوری|انجام|ادامه))* $/u,
      ),
      has(
        'after',
        /^(?: \S+){0,12}? (?:لغو|ملغی|کنسل|منتفی) (?:شد|شده|کرد|کرده|کردند|کردهاند|گردید|اعلام|میکند|میشود|است|دانست)/u,
      ),
      has(
        'clause',
        / (?:لغو|تعلیق) (?:سفر|عزیمت|اعزام)(?: \S+){1,7} (?:برای|جهت)(?: (?:ادامه|انجام|برگزاری))? $/u,
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
      all(
        has('clause', /(?<!(?:ها|های|ان|ات)) دیگر (?:\S+ )*$/u),
        ({ verb, isLight }) => isLight && verb?.mood === 'future' && verb.negated,
      ),
    ),
    gives: { stance: 'deny', calledOff: 'cancelled' },
  },
  {
    id: 'modality/refused',
    example: 'پوتین درخواست دیدار با اردوغان را رد کرد.',
    counterExample: 'پوتین درخواست دیدار با اردوغان را مطرح کرد.',
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
    example: 'لاوروف دعوت برای سفر به ترکیه را پذیرفت.',
    counterExample: 'لاوروف دعوت برای سفر به ترکیه را نپذیرفت.',
    when: all(
      has('clause', / (?:دعوت|دعوتنامه|پیشنهاد|درخواست)(?: \S+){0,5} (?:برای|به|جهت) (?:\S+ )?$/u),
      has('after', /^(?: \S+){0,8} (?:پذیرفت|پذیرفته|پذیرفتند|موافقت (?:کرد|کرده|کردند)|موافقت خود)/u),
    ),
    gives: { stance: 'expected' },
  },
  {
    id: 'modality/not-ruled-out',
    example: 'کرملین دیدار پوتین با اردوغان را رد نکرد.',
    counterExample: 'کرملین دیدار پوتین با اردوغان را رد کرد.',
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
    id: 'modality/not-ruled-out-that',
    example: 'پسکوف این احتمال را رد نکرد که پوتین با اردوغان دیدار کند.',
    counterExample: 'پسکوف این احتمال را رد کرد که پوتین با اردوغان دیدار کند.',
    when: all(
      has(
        'before',
        / (?:احتمال|امکان)\S*(?: \S+){0,1} را (?:(?:رد|منتفی|تکذیب|نفی) (?:نکرد|نکرده|نکردند|نکردهاند|نمیکند|ندانست|ندانسته|نمیداند)|منتفی ندانست)(?: است)? که /u,
      ),
      mood('subjunctive', 'future', 'present'),
    ),
    gives: { stance: 'not_ruled_out', isActed: true },
  },
  {
    id: 'modality/not-confirmed',
    example: 'کرملین دیدار پوتین با اردوغان را تأیید نکرد.',
    counterExample: 'کرملین دیدار پوتین با اردوغان را تأیید کرد.',
    when: any(
      all(isObject, has('object', / (?:تایید|اعلام|فاش|علنی) $/u), isVerbNegated),
      all(has('clause', / (?:تایید|تاییدی) (?:درباره|برای|درخصوص|درمورد) (?:\S+ )?$/u), isVerbNegated),
    ),
    gives: { stance: 'unknown' },
  },
  {
    id: 'modality/denied',
    example: 'کرملین دیدار پوتین با اردوغان را تکذیب کرد.',
    counterExample: 'کرملین دیدار پوتین با اردوغان را تکذیب نکرد.',
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
          /^(?: \S+){0,6} (?:(?:تکذیب|رد) (?:شد|شده|میشود)|(?:واقعی|صحیح|درست) ن(?:یست\S*|بود\S*)|(?:صحت|حقیقت|واقعیت) ن(?:دارد|داشت|داشته)|(?:کذب|دروغ|نادرست|بیاساس|ساختگی|خلاف ?واقع)(?: محض)? (?:است|بود|بوده|خوانده|دانسته|اعلام|خواند|دانست))/u,
        ),
        has(
          'clause',
          /(?:^ +| (?:خبر|ادعای|گزارش|شایعه|خبرهای|گزارشهای|وجود|برگزاری|هرگونه))(?: (?:برگزاری|انجام|این|یک))* $|^ $| (?:گزارش|خبر|ادعا|شایع|اخبار)\S*(?: \S+){0,2} (?:درباره|مبنی بر|از)(?: (?:برگزاری|انجام|این|یک))* $/u,
        ),
      ),
      has('clause', / (?:رد|تکذیب|منکر|نفی) (?:خبر |ادعای |گزارش |شایعه |برگزاری |هرگونه |احتمال |وجود )*$/u),
      has('before', / (?:تکذیب|رد) (?:خبر|گزارش|شایعه|شایعات|ادعا)\S* (?:درباره|مبنی بر|از)(?: \S+){0,5} $/u),
    ),
    gives: { stance: 'deny', isActed: true },
  },
  {
    id: 'modality/confirmed',
    example: 'کرملین دیدار پوتین با اردوغان را تأیید کرد.',
    counterExample: 'کرملین دیدار پوتین با اردوغان را تأیید نکرد.',
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
];
