/** What the desk says of an issue, by its code; the English message with its details stands below it. */
const ISSUE_WORDS: Readonly<Record<string, string>> = {
  'add.no_outcome': 'به‌خطا از قلم افتاد؛ دوباره بیفزاییدش.',
  'analyse.failed': 'گفته‌ها و تماس‌های این نوشته خوانده نشد؛ متن آن سر جای خود است.',
  'channel.not_a_channel': 'این صفحه پیش‌نمایش کانال نیست.',
  'collect.reading_failed': 'هنگام خواندن صفحه خطایی رخ داد.',
  'decode.binary': 'محتوای آن متن نیست.',
  'decode.broken_bytes': 'بخشی از نویسه‌ها خراب است و جایشان خالی ماند.',
  'decode.too_large': 'صفحه بیش از اندازه بزرگ است و پایانش بریده شد.',
  'extract.challenge': 'به جای خبر، صفحهٔ «ربات نیستم» آمده است.',
  'extract.crashed': 'برنامه در خواندن این صفحه درماند؛ با نسخهٔ تازه‌تر دوباره بخوانیدش.',
  'extract.empty': 'هیچ متنی در آن نبود.',
  'extract.no_input': 'نه متن داشت و نه HTML.',
  'feed.damaged': 'خوراک خراب بود و تنها بخشی از آن خوانده شد.',
  'feed.not_a_feed': 'این پاسخ خوراک نیست.',
  'feed.too_large': 'خوراک بیش از اندازه بزرگ است.',
  'fetch.failed': 'از رسانه گرفته نشد.',
  'input.bad_warc': 'پروندهٔ WARC خراب است یا چیزی در آن نیست.',
  'input.broken_gzip': 'پروندهٔ فشرده خراب است.',
  'input.line_too_long': 'سطری از پرونده بیش از اندازه دراز است.',
  'input.too_large': 'پرونده بیش از اندازه بزرگ است.',
  'input.unreadable': 'پرونده خوانده نشد.',
  'page.challenge': 'به جای خبر، صفحهٔ «ربات نیستم» آمده است.',
  'parse.bounded': 'ساختار صفحه بیش از اندازه پیچیده است و بخشی از آن کنار ماند.',
  'record.bad_field': 'یکی از فیلدها از نوع درست نیست.',
  'record.bad_instant': 'زمان دریافت نادرست نوشته شده و کنار گذاشته شد.',
  'record.bad_json': 'این سطر JSON درست نیست.',
  'record.bad_url': 'نشانی نادرست است و کنار گذاشته شد.',
  'record.no_page': 'این سطر نه متن دارد و نه HTML.',
  'record.not_an_object': 'این سطر یک شیء JSON نیست.',
  'sitemap.not_a_sitemap': 'این پاسخ نقشهٔ سایت نیست.',
  'sources.bad_file': 'پروندهٔ منبع‌ها ایراد دارد.',
  'sources.bad_gazetteer': 'پروندهٔ نام‌ها ایراد دارد.',
  'sources.bad_opml': 'فهرست خوراک‌ها (OPML) خوانده نشد.',
  'sources.unreadable': 'پروندهٔ منبع‌ها خوانده نشد.',
  'store.refused': 'پایگاه داده این صفحه را نپذیرفت.',
};

/** A Persian sentence for an issue; one for all where a newer program has written a code that this one lacks. */
export function issueInWords(code: string): string {
  return ISSUE_WORDS[code] ?? 'ایرادی پیش آمد که شرحش در زیر است.';
}

/** Codes with a sentence of their own. */
export const WORDED_CODES: readonly string[] = Object.keys(ISSUE_WORDS);
