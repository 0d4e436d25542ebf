/** What gives a language of the Arabic script away; letters and words as printed, half-spaces dropped. */
export interface LanguageCues {
  /** BCP 47. */
  readonly language: string;
  /** Letters that the language uses and its neighbours do not. */
  readonly letters: string;
  /** Frequent words that its neighbours do not have. */
  readonly words: readonly string[];
}

export const LANGUAGE_CUES: readonly LanguageCues[] = [
  {
    language: 'fa',
    letters: '',
    words:
      'است را که این از با برای می شد شده کرد گفت های بود خود دارد هم نیز اما آن باید شود کند وی کرده داد بر یک تا هر در به اند هستند نیست بی دو پس سال روز کشور ایران آنها خواهد ما من چه درباره میشود میکند'.split(
        ' ',
      ),
  },
  {
    language: 'ar',
    letters: 'ةىكيأإ',
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
    words: 'د په چې او دی ده کې له شوی کړی وویل نه هم به څخه سره دا کړه شو وي ته تر پر یې چی کړ'.split(' '),
  },
  {
    language: 'ur',
    letters: 'ٹڈڑںےہھۓۂ',
    words: 'ہے کے کی میں اور سے کا کو نے پر ہیں یہ کہ ایک تھا بھی ان نہیں کر گیا ہو وہ تو'.split(' '),
  },
  {
    language: 'azb',
    letters: 'ۇؽ',
    words:
      'بیر بو ایله اوچون دیر اولان ائتدی ایدی اولدو گؤره وار یوخ داها سونرا قدر اؤز ائدیر ائله اونون بیز سیز منیم نئجه دئدی دئییر هر اوزره اولاراق ایلده کیمی آراسیندا چوخ اولوب ائدیب گلدی اونلار طرفیندن بونو یئنی آذربایجان'.split(
        ' ',
      ),
  },
  {
    language: 'prs',
    letters: '',
    words:
      'ولسوالی ولسوال والی ولایت ولایات ولایتی پوهنتون پوهاند پوهنځی څارنوالی سارنوالی قوماندان قوماندانی شاروالی شاروال امنیه موتر موترها شفاخانه مکاتب افغانی هلمند کندهار ننگرهار بدخشان تخار کندز قندوز بلخ هرات کابل غزنی پکتیا پکتیکا لوگر پروان پنجشیر درین ازین درآن آنعده اطفال دری لوی جرگه معینیت معین سرطان عقرب جدی دلو ثور جوزا حمل سنبله قوس حوت طیاره مهاجرین رخصت رخصتی عسکر عساکر اردوی هفتهنامه باشندگان باشنده فامیل تیلفون میدیا پولیس دهلیز دوایر گمرکات ترافیک نهادهای هکتار جریب'.split(
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
