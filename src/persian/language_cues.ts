/** What gives a language of the Arabic script away; letters and words as printed, half-spaces dropped. */
export interface LanguageCues {
  /** BCP 47. */
  readonly language: string;
  /** Letters that the language uses and its neighbours do not. */
  readonly letters: string;
  /** Shapes of words that its neighbours do not have, tested on the whole word. */
  readonly shapes?: RegExp;
  /** Frequent words that its neighbours do not have. */
  readonly words: readonly string[];
}

export const LANGUAGE_CUES: readonly LanguageCues[] = [
  {
    language: 'fa',
    letters: '',
    shapes: /^ن?می.{3,}|.{2}(?:های|هایی|ترین|شده|کرده|ند)$/,
    words:
      'است را که این از با برای می شد شده کرد گفت های بود خود دارد هم نیز اما آن باید شود کند وی کرده داد بر یک تا هر در به اند هستند نیست بی دو پس سال روز کشور ایران آنها خواهد ما من چه درباره میشود میکند'.split(
        ' ',
      ),
  },
  {
    language: 'ar',
    letters: 'ةإ',
    shapes: /^(?:و|ب|ل|ف)?ال[ء-غف-ي]{3,}$/,
    words:
      'في من على إلى الى التي الذي أن ان هذا هذه عن مع بعد قال قبل كان كانت لم لا ما هو هي بين ذلك وقال كما حيث خلال أكثر اليوم رئيس وزير وفي ومن عند لدى قد'.split(
        ' ',
      ),
  },
  {
    language: 'ckb',
    letters: 'ڕڵۆێەڤ',
    words: 'لە بە بۆ کە ئەم ئەو دەکات کرد بوو هەر یەک لەگەڵ سەر دوای نێوان هەیە ناو وەک چۆن'.split(' '),
  },
  {
    language: 'ps',
    letters: 'ټډړږښځڅڼېۍګ',
    words: 'د په چې او دی کې له شوی کړی وویل څخه سره کړه شو وي ته یې چی کړ'.split(' '),
  },
  {
    language: 'ur',
    letters: 'ٹڈڑںےہھۓۂ',
    words: 'ہے کے کی میں اور سے کا کو نے ہیں یہ کہ ایک تھا بھی نہیں گیا ہو وہ '.split(' '),
  },
  {
    language: 'azb',
    letters: 'ۇؽ',
    shapes:
      /(?:^(?!دلار|سالار|تالار|هکتار).{2,}(?:لار|لاری|لارین|لاردا|لاردان|جیلر|ییلر|یلر|لرین|لرینی|لردن|یندا|ینده|یندان|اجاق|اجاقلار|ه?جک|ماق|مالی|ییر|یرلر|یریق|لاندی|لندی|یلدی|یمیز|یمیزدیر|اییق|لیق)$|[خپتشچ]د[یو]$|ائ[تدلشو]|گئ[تدنج]|[دبینسی]ئ[شلدینچر]|ؤ[زیلرنک])/,
    words:
      'ایکی اوچ دؤرد بئش یوز گون ایل کی یئر اوشاق دیل سؤز گؤل ائو صاباح بوگون ایندی هئچ کیم بوردا اوردا سو سویو یول یاغیش ایش گنجلر اهالیسی آلدی آلتی یئددی گلدی بیر بو ایله اوچون دیر اولان ائتدی ایدی اولدو گؤره وار یوخ داها سونرا قدر اؤز ائدیر ائله اونون بیز سیز منیم نئجه دئدی دئییر هر اوزره اولاراق ایلده کیمی آراسیندا چوخ اولوب ائدیب گلدی اونلار طرفیندن بونو یئنی آذربایجان'.split(
        ' ',
      ),
  },
  {
    language: 'prs',
    letters: '',
    words:
      'دالر محصلان دهاقین سرک محکمه پوسته اعمار عودت ولسوالی ولسوال والی ولایات ولایتی پوهنتون پوهاند پوهنځی څارنوالی سارنوالی قوماندان قوماندانی شاروالی شاروال امنیه موتر موترها شفاخانه مکاتب افغانی     درین ازین آنعده دری لوی جرگه معینیت  جوزا  طیاره رخصتی عسکر عساکر باشندگان باشنده تیلفون پولیس گمرکات '.split(
        ' ',
      ),
  },
];

/** Frequent English words: Latin letters alone do not make a text English. */
export const ENGLISH_WORDS: ReadonlySet<string> = new Set(
  'the of and to in a is for on that with as at by from was are be has have it its an this will said not he his they their after over more new who which but were been or than about up out when his her we you i our'.split(
    ' ',
  ),
);
