import { wordRules } from './word_rules.js';

/** Words of titles and of people without names. */
export const ROLE_WORDS = wordRules('role', {
  modifiers: {
    words: 'فعلی کنونی موقت جدید مستعفی دایم دایمی ویژه ارشد اول کل رسمی محترم عالی',
    yes: ['وزیر خارجه جدید موریا آمد.', 'وزیر خارجه جدید موریا (role per.orlan)'],
    no: [
      'وزیر خارجه تندرو موریا آمد.',
      'وزیر خارجه (role role.foreign-minister.geo.kajestan)',
      'موریا (name geo.moria)',
    ],
  },
  home: {
    words: 'کشورمان کشورما ایرانمان',
    yes: ['وزیر خارجه کشورمان آمد.', 'وزیر خارجه کشورمان (role role.foreign-minister.geo.kajestan)'],
    no: ['وزیر خارجه شهرمان آمد.', 'وزیر خارجه (role role.foreign-minister.geo.kajestan)'],
  },
  demonstratives: {
    words: 'این آن همین',
    yes: [
      'موریا دور است. وزیر خارجه این کشور آمد.',
      'موریا (org geo.moria)',
      'وزیر خارجه این کشور (role per.orlan)',
    ],
    no: [
      'موریا دور است. وزیر خارجه هر کشور آمد.',
      'موریا (org geo.moria)',
      'وزیر خارجه (role role.foreign-minister.geo.kajestan)',
    ],
  },
  countries: {
    words: 'کشور رژیم دولت',
    yes: [
      'موریا دور است. وزیر خارجه این رژیم آمد.',
      'موریا (org geo.moria)',
      'وزیر خارجه این رژیم (role per.orlan)',
    ],
    no: [
      'موریا دور است. وزیر خارجه این شهر آمد.',
      'موریا (org geo.moria)',
      'وزیر خارجه (role role.foreign-minister.geo.kajestan)',
    ],
  },
  organisations: {
    words: 'سازمان نهاد وزارتخانه حزب جنبش گروه شورا اتحادیه شرکت باشگاه تیم فدراسیون بانک دانشگاه',
    yes: [
      'سازمان سرو بزرگ است. سخنگوی این سازمان آمد.',
      'سازمان سرو (org org.sarv)',
      'سخنگوی این سازمان (role role.spokesperson.org.sarv)',
    ],
    no: ['سازمان سرو بزرگ است. سخنگوی این شهر آمد.', 'سازمان سرو (org org.sarv)'],
  },
  own: {
    words: 'خود خودش او وی خویش اش',
    yes: [
      'یوری اورلان با همتای کاجی خود آمد.',
      'یوری اورلان (name per.orlan)',
      'همتای کاجی خود (role role.foreign-minister.geo.kajestan)',
    ],
    no: [
      'یوری اورلان با همتای کاجی آمد.',
      'یوری اورلان (name per.orlan)',
      'همتای کاجی (role role.foreign-minister.geo.kajestan)',
    ],
  },
  anybody: {
    words: 'یک برخی بعضی چند چندین دو سه این آن',
    yes: ['چند مقام آمدند.', 'چند مقام (unnamed)'],
    no: ['مقام آمد.'],
  },
  unnamed: {
    words:
      'منبع منابع منابعی مقام مقامات مقامها مقامهای مقاماتی دیپلمات دیپلماتها دیپلماتهای مسیول مسیولان کارشناس کارشناسان تحلیلگر تحلیلگران رسانهها رسانههای شاهدان فرد شخص افراد سخنگو ناظران نماینده نظامی نظامیان افسر',
    yes: ['یک دیپلمات موریایی آمد.', 'یک دیپلمات موریایی (unnamed)'],
    no: ['یک باران موریایی آمد.'],
  },
  knowing: {
    words:
      'آگاه مطلع رسمی ارشد بلندپایه نزدیک دیپلماتیک امنیتی نظامی محلی خبری غربی عربی سابق پیشین دولتی عبری عبریزبان اروپایی غیررسمی بیمارستانی پزشکی اطلاعاتی دیگر ناشناس موثق میدانی سیاسی منطقهای بینالمللی ارشدتر عینی مسیول نفتی قضایی انتظامی وابسته',
    yes: ['منابع آگاه آمدند.', 'منابع آگاه (unnamed)'],
    no: ['منابع فراوان آمدند.'],
  },
  /** «مقام معظم رهبری» is somebody, «مقام نخست» is a rank. */
  ranks: {
    words: 'معظم اول دوم سوم نخست قهرمانی خود',
    yes: ['یک مقام نخست آورد.'],
    no: ['یک مقام آمد.', 'یک مقام (unnamed)'],
  },
  /** «یک کارشناس اداره آب» is anybody; «انتخاب پارسا مهرجو به عنوان رئیس‌جمهور» says what he becomes, not who holds it. */
  noHolder: {
    words: 'یک برخی چند چندین هیچ هر عنوان بعنوان بهعنوان',
    yes: ['یک وزیر خارجه آمد.'],
    no: ['آن وزیر خارجه آمد.', 'وزیر خارجه (role role.foreign-minister.geo.kajestan)'],
  },
  /** Words that make a person anything but the subject: «به همراه رضا اردکانیان». */
  governing: {
    words: 'با همراه به از بین میان برای در',
    yes: [
      'یوری اورلان به همراه مریم کاظمی با همتای کاجی خود آمد.',
      'یوری اورلان (name per.orlan)',
      'مریم کاظمی (name person.مریم-کاظمی)',
      'همتای کاجی خود (role role.foreign-minister.geo.kajestan)',
    ],
    no: ['یوری اورلان آمد.', 'یوری اورلان (name per.orlan)'],
  },
});
