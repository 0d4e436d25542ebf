// How Persian news names its sources: one row a formula, in folded letters. Each example must yield a hop by its
// rule and each counterexample none by it; both run as tests.

/** What a formula makes of the source behind it. */
export type ChainUse =
  /** Carries the report: the last one of the first such formula is the original. */
  | 'formula'
  /** «در یادداشت روزنامهٔ X». */
  | 'column'
  /** Backs one fact of the text. */
  | 'backing'
  | 'interview'
  /** «در پاسخ به پرسش خبرنگار رویترز». */
  | 'asked'
  /** «به رویترز گفت». */
  | 'told';

export interface ChainRule {
  readonly id: string;
  readonly use: ChainUse;
  /** Matches up to where the source's name begins. */
  readonly pattern: RegExp;
  /** Letters without which the pattern cannot match: most lines have none, and looking for them is cheap. */
  readonly needs: RegExp;
  readonly example: string;
  readonly counterexample: string;
}

const WORD_START = '(?<![\\p{L}\\p{N}\\p{M}])';

function row(
  id: string,
  use: ChainUse,
  { pattern, needs }: { readonly pattern: string; readonly needs: RegExp },
  examples: readonly [string, string],
): ChainRule {
  const [example, counterexample] = examples;
  return {
    id,
    use,
    needs,
    pattern: new RegExp(`${WORD_START}(?:${pattern})(?:\\s+|(?<=\\s))`, 'gu'),
    example,
    counterexample,
  };
}

export const CHAIN_RULES: readonly ChainRule[] = [
  row(
    'chain/by-report-of',
    'formula',
    {
      pattern:
        '(?:بنا\\s?به|بنا\\s?بر|به)\\s?گزارش(?:\\s?ی)?(?:\\s+از)?(?:\\s+(?:امروز|دیروز|اختصاصی|تحلیلی|روز\\s+\\p{L}+))?(?:\\s*[(][^()]{2,20}[)])?',
      needs: /گزارش/u,
    },
    ['به گزارش خبرگزاری رویترز، دو طرف دیدار کردند.', 'او به گزارش مالی سالانه، نگاهی انداخت و رفت.'],
  ),
  row('chain/quoting', 'formula', { pattern: 'ب?ه?\\s?نقل\\s?(?:قول\\s?)?از', needs: /نقل/u }, [
    'به نقل از رویترز، دو طرف دیدار کردند.',
    'هزینهٔ حمل و نقل از تهران به یزد، بالا رفت.',
  ]),
  row('chain/as-written-by', 'formula', { pattern: 'به\\s?نوشته(?:\\s?ی)?', needs: /نوشته/u }, [
    'به نوشتهٔ وبگاه «ریانووستی»، لاوروف به مسکو بازگشت.',
    'به نوشته‌های او، کسی توجه نکرد.',
  ]),
  row('chain/translated-from', 'formula', { pattern: '(?:ترجمه|برگرفته)\\s+از', needs: /ترجمه|برگرفته/u }, [
    'برگرفته از روزنامهٔ گاردین، لندن.',
    'این واژه برگرفته از زبان عربی است.',
  ]),
  row(
    'chain/relying-on',
    'formula',
    { pattern: '(?:با|به)\\s+استناد\\s+(?:به|از)(?:\\s+گزارش(?:\\s?های)?(?:\\s?ی)?)?', needs: /استناد/u },
    ['این سایت با استناد به خبرگزاری رویترز، از دیدار نوشت.', 'او با استناد به قانون کار، شکایت کرد.'],
  ),
  row(
    'chain/according-to',
    'backing',
    {
      pattern:
        '(?:طبق|مطابق(?:\\s+با)?|بر\\s?اساس|بر\\s?پایه|بنا\\s?بر|بنا\\s?به)\\s+(?:آخرین\\s+|تازه\\s?ترین\\s+|جدید\\s?ترین\\s+)?(?:گزارش(?:\\s?های|\\s?ی)?|اعلام|خبر|نوشته|داده\\s?(?:ها(?:ی)?)|آمار(?:\\s?های)?|اطلاعات|اطلاعیه|اعلامیه|پیش\\s?بینی(?:\\s?های)?)(?:\\s+منتشر\\s?شده)?(?:\\s+(?:از\\s+سوی|توسط))?',
      needs: /طبق|مطابق|اساس|پایه|بنا/u,
    },
    ['طبق گزارش خبرگزاری ایرنا، شهردار به برلین رفت.', 'طبق اعلام قبلی، مسابقه فردا برگزار می‌شود.'],
  ),
  row(
    'chain/in-words-of',
    'backing',
    { pattern: '(?:به\\s+(?:گفته|ادعای|زعم)(?:\\s?ی)?|از\\s+قول)', needs: /گفته|ادعای|زعم|قول/u },
    ['به گفتهٔ خبرگزاری رویترز، این دیدار پنهانی بود.', 'به گفتهٔ پسکوف، این دیدار پنهانی بود.'],
  ),
  row(
    'chain/interview-with',
    'interview',
    {
      pattern:
        '(?:در|طی)\\s+(?:\\p{L}+\\s+){0,3}?(?:گفت\\s?و\\s?گو|گفتگو|مصاحبه)(?:\\s?(?:ی|یی|ای))?(?:\\s+(?:خود|اختصاصی|تلفنی|زنده|تفصیلی|ویژه|کوتاه|تلویزیونی|مطبوعاتی|مفصل|ی|ای|\\p{L}+\\s?ی\\s+خود))*\\s+با',
      needs: /گفت|مصاحبه/u,
    },
    [
      'وهاب در ادامهٔ مصاحبهٔ خود با شبکهٔ المیادین گفت که آمریکا پیام داده است.',
      'او در گفت‌وگو با وزیر خارجهٔ ایران، از مذاکره گفت.',
    ],
  ),
  row('chain/claim-of', 'formula', { pattern: 'ادعای(?:\\s+(?:تازه|جدید|عجیب))?', needs: /ادعای/u }, [
    'ادعای شبکهٔ المیادین: دو طرف فردا دیدار می‌کنند.',
    'ادعای وزیر خارجه: دو طرف فردا دیدار می‌کنند.',
  ]),
  row(
    'chain/in-column-of',
    'column',
    {
      pattern:
        'در\\s+(?:یادداشت|سرمقاله|مقاله|گزارش|شماره\\s+امروز)(?:\\s?(?:ی|های))?(?:\\s+(?:امروز|دیروز|اخیر|تازه|جدید))?',
      needs: /یادداشت|مقاله|گزارش|شماره/u,
    },
    [
      'کاوه رضایی در یادداشت روزنامهٔ «لاژورد» نوشت که آب کم است.',
      'کاوه رضایی در یادداشت خود نوشت که آب کم است.',
    ],
  ),
  row(
    'chain/asked-by',
    'asked',
    {
      pattern:
        '(?:در|طی)\\s+پاسخ\\s+به\\s+(?:\\p{L}+\\s+){0,2}?(?:پرسش|سوال)(?:\\s?(?:ی|های))?(?:\\s+(?:\\p{L}+\\s+){0,2}?)?(?=\\s*خبرنگار)',
      needs: /خبرنگار/u,
    },
    [
      'سخنگو در پاسخ به پرسش دوبارهٔ خبرنگار رویترز گفت: «رد نمی‌کنم.»',
      'سخنگو در پاسخ به پرسش خبرنگاران گفت: «رد نمی‌کنم.»',
    ],
  ),
  row(
    'chain/told-to',
    'told',
    {
      pattern: 'به(?=\\s+[^\\n،.:]{2,45}?\\s(?:گفت|می\\s?گوی|خبر\\s+داد|اظهار|توضیح|اعلام\\s+کرد))',
      needs: /گفت|گوی|خبر|اظهار|توضیح|اعلام/u,
    },
    [
      'یک مقام فرانسوی به خبرگزاری بلومبرگ گفت که دیدار انجام شد.',
      'یک مقام فرانسوی به همکارش گفت که دیدار انجام شد.',
    ],
  ),
];
