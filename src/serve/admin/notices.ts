import type { Words } from '../language.js';

/** What the desk says after an act, by the code in `?done=`. */
export const NOTICES: Readonly<Record<string, Words>> = {
  published: { fa: 'منتشر شد.', en: 'Published.' },
  rejected: {
    fa: 'رد شد؛ دلیلش تنها در میز گرداننده دیده می‌شود.',
    en: 'Rejected; the reason is only seen at the desk.',
  },
  pending: { fa: 'به صف بازگشت.', en: 'Back in the queue.' },
  hidden: {
    fa: 'پنهان شد؛ یادداشت در نشانی آن دیده می‌شود.',
    en: 'Hidden; the note stands at its address.',
  },
  unhidden: { fa: 'دوباره دیده می‌شود.', en: 'Visible again.' },
  replay: {
    fa: 'در نوبت بازخوانی است؛ آنچه این بار خوانده شود از فهرست بیرون می‌رود و بقیه دوباره از رسانه خواسته می‌شود.',
    en: 'Waiting to be read again; what can be read this time leaves the list, the rest is asked for again at its outlet.',
  },
  alerts: { fa: 'دوباره در صف فرستادن است.', en: 'Waiting to be sent again.' },
  unalerted: {
    fa: 'گیرنده و آنچه دنبال می‌کرد برداشته شد؛ دیگر چیزی به او نمی‌رود.',
    en: 'Removed with all that it followed; nothing is sent there any more.',
  },
  tested: { fa: 'پیام آزمایشی در صف فرستادن است.', en: 'A test message waits to be sent.' },
  asked: {
    fa: 'نخست ایمیلی با پیوند تأیید می‌رود؛ تا صاحبش تأیید نکند چیز دیگری نمی‌رود.',
    en: 'First a mail with a link goes out; nothing else is sent until its owner confirms it.',
  },
  settings: { fa: 'تنظیم‌ها ذخیره شد.', en: 'Settings saved.' },
  same: { fa: 'چیزی تغییر نکرده بود.', en: 'Nothing had changed.' },
  text: {
    fa: 'متن صفحه ذخیره شد؛ نسخه‌های پیشین نگه داشته می‌شود.',
    en: 'The page is saved; earlier versions are kept.',
  },
  added: {
    fa: 'منبع افزوده شد؛ گردآورنده از این پس آن را می‌پرسد.',
    en: 'Source added; the collector checks it from now on.',
  },
  imported: { fa: 'منبع‌های فهرست افزوده شد.', en: 'The sources of the list are added.' },
  removed: {
    fa: 'منبع برداشته شد؛ آنچه آورده بود سر جایش است.',
    en: 'Source removed; what it brought stays.',
  },
  enabled: { fa: 'منبع روشن شد و به‌زودی پرسیده می‌شود.', en: 'Source switched on; it is checked soon.' },
  disabled: {
    fa: 'منبع خاموش شد؛ آنچه آورده بود سر جایش است.',
    en: 'Source switched off; what it brought stays.',
  },
  split: { fa: 'گزارش‌ها از خبر جدا شدند.', en: 'The reports left the story.' },
  merged: {
    fa: 'یکی شدند؛ نشانی پیشین به اینجا می‌آید.',
    en: 'Merged; the former address leads here.',
  },
  moved: { fa: 'گزارش به خبر دیگر رفت.', en: 'The report went to the other story.' },
  joined: { fa: 'خبر در رشته نشست.', en: 'The story is in the thread.' },
  left: { fa: 'خبر از رشته‌اش بیرون رفت.', en: 'The story left its thread.' },
  renamed: { fa: 'نام تازه از این پس دیده می‌شود.', en: 'The new name is shown from now on.' },
  opened: { fa: 'پرونده باز شد.', en: 'Dossier opened.' },
  changed: { fa: 'پرونده ذخیره شد.', en: 'Dossier saved.' },
  closed: {
    fa: 'پرونده بسته شد؛ شماره‌اش دوباره به کار نمی‌رود.',
    en: 'Dossier closed; its number is not used again.',
  },
  revoked: {
    fa: 'کلید بازپس گرفته شد و دیگر چیزی را نمی‌گشاید.',
    en: 'Key revoked; it no longer opens anything.',
  },
  undone: { fa: 'واگردانده شد؛ گویی هرگز نشده بود.', en: 'Undone, as if it had never been.' },
  missing: {
    fa: 'چیزی با این نشانی نبود، یا پیش از این چنین شده بود.',
    en: 'There is nothing at that address, or it was so already.',
  },
};
