import { say, type Words } from '../language.js';

/** What the desk says of an issue, by its code; the English message with its details stands below it. */
const ISSUE_WORDS: Readonly<Record<string, Words>> = {
  'add.no_outcome': { fa: 'به‌خطا از قلم افتاد؛ دوباره بیفزاییدش.', en: 'Left out by mistake; add it again.' },
  'analyse.failed': {
    fa: 'گفته‌ها و تماس‌های این نوشته خوانده نشد؛ متن آن سر جای خود است.',
    en: 'The statements and contacts of this text were not read; the text itself is in place.',
  },
  'channel.not_a_channel': {
    fa: 'این صفحه پیش‌نمایش کانال نیست.',
    en: 'This page is no preview of a channel.',
  },
  'collect.reading_failed': {
    fa: 'هنگام خواندن صفحه خطایی رخ داد.',
    en: 'Something failed while the page was read.',
  },
  'decode.binary': { fa: 'محتوای آن متن نیست.', en: 'Its content is not text.' },
  'decode.broken_bytes': {
    fa: 'بخشی از نویسه‌ها خراب است و جایشان خالی ماند.',
    en: 'Some letters are damaged and were left blank.',
  },
  'decode.too_large': {
    fa: 'صفحه بیش از اندازه بزرگ است و پایانش بریده شد.',
    en: 'The page is too large and its end was cut off.',
  },
  'extract.challenge': {
    fa: 'به جای خبر، صفحهٔ «ربات نیستم» آمده است.',
    en: 'Instead of the report came an “I am not a robot” page.',
  },
  'extract.crashed': {
    fa: 'برنامه در خواندن این صفحه درماند؛ با نسخهٔ تازه‌تر دوباره بخوانیدش.',
    en: 'The program failed on this page; read it again with a newer version.',
  },
  'extract.empty': { fa: 'هیچ متنی در آن نبود.', en: 'There was no text in it.' },
  'extract.no_input': { fa: 'نه متن داشت و نه HTML.', en: 'It had neither text nor HTML.' },
  'feed.damaged': {
    fa: 'خوراک خراب بود و تنها بخشی از آن خوانده شد.',
    en: 'The feed was damaged and only a part of it was read.',
  },
  'feed.not_a_feed': { fa: 'این پاسخ خوراک نیست.', en: 'This answer is no feed.' },
  'feed.too_large': { fa: 'خوراک بیش از اندازه بزرگ است.', en: 'The feed is too large.' },
  'fetch.failed': { fa: 'از رسانه گرفته نشد.', en: 'It could not be fetched from the outlet.' },
  'input.bad_warc': {
    fa: 'پروندهٔ WARC خراب است یا چیزی در آن نیست.',
    en: 'The WARC file is damaged or has nothing in it.',
  },
  'input.broken_gzip': { fa: 'پروندهٔ فشرده خراب است.', en: 'The compressed file is damaged.' },
  'input.line_too_long': {
    fa: 'سطری از پرونده بیش از اندازه دراز است.',
    en: 'A line of the file is too long.',
  },
  'input.too_large': { fa: 'پرونده بیش از اندازه بزرگ است.', en: 'The file is too large.' },
  'input.unreadable': { fa: 'پرونده خوانده نشد.', en: 'The file could not be read.' },
  'page.challenge': {
    fa: 'به جای خبر، صفحهٔ «ربات نیستم» آمده است.',
    en: 'Instead of the report came an “I am not a robot” page.',
  },
  'parse.bounded': {
    fa: 'ساختار صفحه بیش از اندازه پیچیده است و بخشی از آن کنار ماند.',
    en: 'The page is too deeply nested; a part of it was left aside.',
  },
  'record.bad_field': {
    fa: 'یکی از فیلدها از نوع درست نیست.',
    en: 'One of the fields is of the wrong type.',
  },
  'record.bad_instant': {
    fa: 'زمان دریافت نادرست نوشته شده و کنار گذاشته شد.',
    en: 'The time of fetching is not written rightly and was left aside.',
  },
  'record.bad_json': { fa: 'این سطر JSON درست نیست.', en: 'This line is not valid JSON.' },
  'record.bad_url': {
    fa: 'نشانی نادرست است و کنار گذاشته شد.',
    en: 'The address is not valid and was left aside.',
  },
  'record.no_page': { fa: 'این سطر نه متن دارد و نه HTML.', en: 'This line has neither text nor HTML.' },
  'record.not_an_object': { fa: 'این سطر یک شیء JSON نیست.', en: 'This line is no JSON object.' },
  'sitemap.not_a_sitemap': { fa: 'این پاسخ نقشهٔ سایت نیست.', en: 'This answer is no sitemap.' },
  'sources.bad_file': { fa: 'پروندهٔ منبع‌ها ایراد دارد.', en: 'Something is wrong in the file of sources.' },
  'sources.bad_gazetteer': { fa: 'پروندهٔ نام‌ها ایراد دارد.', en: 'Something is wrong in the file of names.' },
  'sources.bad_opml': {
    fa: 'فهرست خوراک‌ها (OPML) خوانده نشد.',
    en: 'The list of feeds (OPML) could not be read.',
  },
  'sources.unreadable': { fa: 'پروندهٔ منبع‌ها خوانده نشد.', en: 'The file of sources could not be read.' },
  'store.refused': { fa: 'پایگاه داده این صفحه را نپذیرفت.', en: 'The database refused this page.' },
};

/** A sentence for an issue; one for all where a newer program has written a code that this one lacks. */
export function issueInWords(code: string): string {
  return say(ISSUE_WORDS[code] ?? UNKNOWN);
}

const UNKNOWN: Words = {
  fa: 'ایرادی پیش آمد که شرحش در زیر است.',
  en: 'Something went wrong; it is told below.',
};

/** Codes with a sentence of their own. */
export const WORDED_CODES: readonly string[] = Object.keys(ISSUE_WORDS);
