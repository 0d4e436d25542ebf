/** The error pages, each in the words of look.md: what happened, what is safe, what to do. */
import { formatNumber } from '../persian/format_date.js';
import type { FaultView } from './pages/fault.js';

/** Thrown by a route to show an error page instead of its own; nothing else is thrown on purpose. */
export class Fault extends Error {
  readonly view: FaultView;
  readonly retryAfterSeconds: number | undefined;

  constructor(view: FaultView, retryAfterSeconds?: number) {
    super(`Cannot show the page: ${view.status}`);
    this.view = view;
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

export const NOT_FOUND: FaultView = {
  status: 404,
  title: 'این صفحه پیدا نشد',
  happened: 'در این نشانی چیزی نیست؛ شاید نشانی نادرست نوشته شده یا هنوز گرد نیامده است.',
  safe: 'شمارهٔ خبرها همیشگی است: نشانی خبری که یک بار اینجا بوده تغییر نمی‌کند.',
  todo: 'نشانی را نگاه کنید، یا خبر را با واژه‌هایش بجویید.',
  links: [
    { href: '/', text: 'صفحهٔ نخست' },
    { href: '/search', text: 'جست‌وجو' },
  ],
};

export const INTERNAL: FaultView = {
  status: 500,
  title: 'چیزی از کار افتاد',
  happened: 'هنگام ساختن این صفحه خطایی در برنامه رخ داد و در گزارش‌های گردانندهٔ پایگاه ثبت شد.',
  safe: 'خبرها و دیدگاه‌ها سر جای خود هستند.',
  todo: 'صفحه را دوباره بار کنید؛ اگر باز همین شد، اندکی بعد سر بزنید.',
};

export const DATABASE_DOWN: FaultView = {
  status: 503,
  title: 'پایگاه داده در دسترس نیست',
  happened: 'سند اکنون به پایگاه دادهٔ خود دسترسی ندارد؛ شاید در حال راه‌اندازی دوباره است.',
  safe: 'هیچ خبری از دست نرفته است.',
  todo: 'یک دقیقهٔ دیگر همین صفحه را دوباره بار کنید. اگر گرداننده‌اید، «sanad doctor» علت را می‌گوید.',
};

export const TOO_LARGE: FaultView = {
  status: 413,
  title: 'نوشته بیش از اندازه بلند است',
  happened: 'آنچه فرستادید از اندازهٔ پذیرفتنی بیشتر بود و خوانده نشد.',
  safe: 'چیزی ذخیره نشد و چیزی تغییر نکرد.',
  todo: 'به صفحهٔ پیش برگردید، نوشته را کوتاه کنید و دوباره بفرستید.',
};

export const FOREIGN_FORM: FaultView = {
  status: 403,
  title: 'این درخواست پذیرفته نشد',
  happened: 'فرم از صفحه‌ای دیگر فرستاده شده یا زمان آن گذشته است.',
  safe: 'چیزی تغییر نکرد.',
  todo: 'به صفحه‌ای که فرم در آن بود برگردید، آن را دوباره بار کنید و باز بفرستید.',
};

export const COMMENTS_CLOSED: FaultView = {
  status: 403,
  title: 'دیدگاه‌ها بسته است',
  happened: 'گردانندهٔ پایگاه اکنون دیدگاه تازه نمی‌پذیرد.',
  safe: 'دیدگاه‌های پیشین سر جای خود هستند؛ نوشتهٔ شما ذخیره نشد.',
  todo: 'نوشته را جایی نگه دارید و بعداً دوباره سر بزنید.',
};

/** A request that makes no sense, with the reason. */
export function badRequest(happened: string): FaultView {
  return {
    status: 400,
    title: 'این نشانی را نفهمیدیم',
    happened,
    todo: 'نشانی را درست کنید، یا از صفحهٔ نخست آغاز کنید.',
  };
}

/** Something hidden at a publisher's request; the note stays. */
export function hidden(what: 'article' | 'outlet', note: string | null): FaultView {
  return {
    status: 410,
    title: what === 'article' ? 'این خبر پنهان شده است' : 'این رسانه پنهان شده است',
    happened:
      what === 'article'
        ? 'گردانندهٔ پایگاه این خبر را از دید برداشته است.'
        : 'گردانندهٔ پایگاه خبرهای این رسانه را از دید برداشته است.',
    ...(note === null || note === '' ? {} : { safe: `یادداشت: ${note}` }),
    todo: 'خبرهای دیگر را در صفحهٔ نخست ببینید یا بجویید.',
    links: [
      { href: '/', text: 'صفحهٔ نخست' },
      { href: '/search', text: 'جست‌وجو' },
    ],
  };
}

export function tooMany(waitMs: number): FaultView {
  const minutes = Math.max(1, Math.ceil(waitMs / 60_000));
  return {
    status: 429,
    title: 'کمی درنگ کنید',
    happened: 'از این نشانی اینترنتی در زمانی کوتاه بیش از اندازه درخواست رسید.',
    safe: 'این بار چیزی ذخیره نشد؛ آنچه پیش از این فرستاده‌اید سر جایش است.',
    todo: `پس از ${formatNumber(minutes)} دقیقه دوباره بفرستید. نوشته‌تان با بازگشت به صفحهٔ پیش هنوز در فرم است.`,
  };
}
