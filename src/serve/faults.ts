/** The error pages, each in the words of look.md: what happened, what is safe, what to do. */
import { formatNumber } from '../persian/format_date.js';
import type { Words } from './language.js';
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

const WAYS_ON: NonNullable<FaultView['links']> = [
  { href: '/', text: { fa: 'صفحهٔ نخست', en: 'Front page' } },
  { href: '/search', text: { fa: 'جست‌وجو', en: 'Search' } },
];

export const NOT_FOUND: FaultView = {
  status: 404,
  title: { fa: 'این صفحه پیدا نشد', en: 'Page not found' },
  happened: {
    fa: 'در این نشانی چیزی نیست؛ شاید نشانی نادرست نوشته شده یا هنوز گرد نیامده است.',
    en: 'There is nothing at this address: it may be mistyped, or not collected yet.',
  },
  safe: {
    fa: 'شمارهٔ خبرها همیشگی است: نشانی خبری که یک بار اینجا بوده تغییر نمی‌کند.',
    en: 'Numbers are permanent: the address of a report that was once here does not change.',
  },
  todo: {
    fa: 'نشانی را نگاه کنید، یا خبر را با واژه‌هایش بجویید.',
    en: 'Check the address, or search for the report by its words.',
  },
  links: WAYS_ON,
};

export const INTERNAL: FaultView = {
  status: 500,
  title: { fa: 'چیزی از کار افتاد', en: 'Something broke' },
  happened: {
    fa: 'هنگام ساختن این صفحه خطایی در برنامه رخ داد و در گزارش‌های گردانندهٔ پایگاه ثبت شد.',
    en: 'The program failed while making this page. The failure is in the operator’s log.',
  },
  safe: {
    fa: 'خبرها و دیدگاه‌ها سر جای خود هستند.',
    en: 'Reports and comments are where they were.',
  },
  todo: {
    fa: 'صفحه را دوباره بار کنید؛ اگر باز همین شد، اندکی بعد سر بزنید.',
    en: 'Reload the page; if it fails again, come back a little later.',
  },
};

export const DATABASE_DOWN: FaultView = {
  status: 503,
  title: { fa: 'پایگاه داده در دسترس نیست', en: 'The database is out of reach' },
  happened: {
    fa: 'سند اکنون به پایگاه دادهٔ خود دسترسی ندارد؛ شاید در حال راه‌اندازی دوباره است.',
    en: 'Sanad cannot reach its database right now; it may be restarting.',
  },
  safe: { fa: 'هیچ خبری از دست نرفته است.', en: 'No report is lost.' },
  todo: {
    fa: 'یک دقیقهٔ دیگر همین صفحه را دوباره بار کنید. اگر گرداننده‌اید، «sanad doctor» علت را می‌گوید.',
    en: 'Reload this page in a minute. If you run this site, “sanad doctor” tells the cause.',
  },
};

export const TOO_LARGE: FaultView = {
  status: 413,
  title: { fa: 'نوشته بیش از اندازه بلند است', en: 'The text is too long' },
  happened: {
    fa: 'آنچه فرستادید از اندازهٔ پذیرفتنی بیشتر بود و خوانده نشد.',
    en: 'What you sent was larger than we accept, and was not read.',
  },
  safe: { fa: 'چیزی ذخیره نشد و چیزی تغییر نکرد.', en: 'Nothing was stored and nothing changed.' },
  todo: {
    fa: 'به صفحهٔ پیش برگردید، نوشته را کوتاه کنید و دوباره بفرستید.',
    en: 'Go back, shorten the text and send it again.',
  },
};

export const FOREIGN_FORM: FaultView = {
  status: 403,
  title: { fa: 'این درخواست پذیرفته نشد', en: 'This request was refused' },
  happened: {
    fa: 'فرم از صفحه‌ای دیگر فرستاده شده یا زمان آن گذشته است.',
    en: 'The form came from another site, or it has expired.',
  },
  safe: { fa: 'چیزی تغییر نکرد.', en: 'Nothing changed.' },
  todo: {
    fa: 'به صفحه‌ای که فرم در آن بود برگردید، آن را دوباره بار کنید و باز بفرستید.',
    en: 'Go back to the page with the form, reload it and send again.',
  },
};

export const COMMENTS_CLOSED: FaultView = {
  status: 403,
  title: { fa: 'دیدگاه‌ها بسته است', en: 'Comments are closed' },
  happened: {
    fa: 'گردانندهٔ پایگاه اکنون دیدگاه تازه نمی‌پذیرد.',
    en: 'The operator of this site takes no new comments at the moment.',
  },
  safe: {
    fa: 'دیدگاه‌های پیشین سر جای خود هستند؛ نوشتهٔ شما ذخیره نشد.',
    en: 'Earlier comments are where they were; yours was not stored.',
  },
  todo: {
    fa: 'نوشته را جایی نگه دارید و بعداً دوباره سر بزنید.',
    en: 'Keep your text somewhere and come back later.',
  },
};

/** A request that makes no sense, with the reason. */
export function badRequest(happened: Words): FaultView {
  return {
    status: 400,
    title: { fa: 'این نشانی را نفهمیدیم', en: 'We cannot read this address' },
    happened,
    todo: {
      fa: 'نشانی را درست کنید، یا از صفحهٔ نخست آغاز کنید.',
      en: 'Correct the address, or start from the front page.',
    },
  };
}

/** The place in a list from which an address goes on is none. */
export const UNREADABLE_PLACE: Words = {
  fa: 'جای ادامهٔ فهرست در این نشانی خوانا نیست؛ شاید هنگام رونوشت کوتاه شده است.',
  en: 'The place where the list goes on cannot be read from this address; it may have been cut when copied.',
};

/** Something hidden at a publisher's request; the note stays. */
export function hidden(what: 'article' | 'outlet' | 'topic', note: string | null): FaultView {
  return {
    status: 410,
    ...HIDDEN[what],
    ...(note === null || note === '' ? {} : { note }),
    todo: {
      fa: 'خبرهای دیگر را در صفحهٔ نخست ببینید یا بجویید.',
      en: 'See other reports on the front page, or search.',
    },
    links: WAYS_ON,
  };
}

const HIDDEN: Readonly<Record<'article' | 'outlet' | 'topic', Pick<FaultView, 'title' | 'happened'>>> = {
  article: {
    title: { fa: 'این گزارش پنهان شده است', en: 'This report is hidden' },
    happened: {
      fa: 'گردانندهٔ پایگاه این گزارش را از دید برداشته است.',
      en: 'The operator of this site has taken this report out of sight.',
    },
  },
  topic: {
    title: { fa: 'این موضوع پنهان شده است', en: 'This topic is hidden' },
    happened: {
      fa: 'گردانندهٔ پایگاه این موضوع، یا رسانهٔ آن را، از دید برداشته است.',
      en: 'The operator of this site has taken this topic, or its outlet, out of sight.',
    },
  },
  outlet: {
    title: { fa: 'این رسانه پنهان شده است', en: 'This outlet is hidden' },
    happened: {
      fa: 'گردانندهٔ پایگاه خبرهای این رسانه را از دید برداشته است.',
      en: 'The operator of this site has taken this outlet’s reports out of sight.',
    },
  },
};

export function tooMany(waitMs: number): FaultView {
  const minutes = Math.max(1, Math.ceil(waitMs / 60_000));
  return {
    status: 429,
    title: { fa: 'کمی درنگ کنید', en: 'Please wait a moment' },
    happened: {
      fa: 'از این نشانی اینترنتی در زمانی کوتاه بیش از اندازه درخواست رسید.',
      en: 'Too many requests came from your network address within a short time.',
    },
    safe: {
      fa: 'این بار چیزی ذخیره نشد؛ آنچه پیش از این فرستاده‌اید سر جایش است.',
      en: 'Nothing was stored this time; what you sent before is where it was.',
    },
    todo: {
      fa: `پس از ${formatNumber(minutes)} دقیقه دوباره بفرستید. نوشته‌تان با بازگشت به صفحهٔ پیش هنوز در فرم است.`,
      en: `Send again in ${minutes === 1 ? 'a minute' : `${minutes} minutes`}. Go back, and your text is still in the form.`,
    },
  };
}
