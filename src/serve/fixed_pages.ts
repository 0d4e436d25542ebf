/** The pages whose words belong to the operator, and the words that stand there until the operator writes others. */

export interface FixedPage {
  readonly slug: 'about' | 'contact' | 'rules' | 'ads' | 'privacy';
  readonly name: string;
  readonly nameEn: string;
  /** In the markup of `markup.tsx`. */
  readonly text: string;
  readonly textEn: string;
}

export function findFixedPage(slug: string): FixedPage | undefined {
  return FIXED_PAGES.find((page) => page.slug === slug);
}

const ABOUT = `سند خبرهای فارسی را از رسانه‌های گوناگون گرد می‌آورد و کنار هر خبر می‌نویسد که از کجا آمده است: کدام رسانه آن را منتشر کرده، به نقل از چه کسی و در چه زمانی.

## چه می‌کنیم
- خبرها را برنامه به‌طور خودکار گرد می‌آورد؛ هیچ متنی در اینجا نوشته یا بازنویسی نمی‌شود.
- تیتر، لید و بخشی از متن را با نام رسانه و نشانی اصلی نشان می‌دهیم. متن کامل تنها در صورتی می‌آید که رسانه اجازه داده باشد.
- بخش‌هایی که جزو خبر نیست، مانند نوار خبر، پربازدیدها و تبلیغ، از متن جدا می‌شود.
- ترتیب «مهم‌ترین» را با عددهایی می‌سنجیم که با زدن «چرا؟» دیده می‌شود.

## چه نمی‌کنیم
- درستی خبرها را تضمین نمی‌کنیم؛ مسئولیت هر متن با رسانهٔ ناشر آن است.
- در کار خواننده سرک نمی‌کشیم. [حریم خصوصی](/privacy) را بخوانید.

## اگر ناشر هستید
اگر نمی‌خواهید خبری یا همهٔ خبرهای شما اینجا دیده شود، از راه [تماس با ما](/contact) بنویسید. آن را برمی‌داریم و یادداشتی به جایش می‌گذاریم.`;

const CONTACT = `گردانندهٔ این پایگاه هنوز نشانی تماس خود را اینجا ننوشته است.

## برای چه کاری بنویسید
- خبر شما را نادرست گرد آورده‌ایم، یا نام رسانه و زمان آن اشتباه است؛ شمارهٔ خبر (عددی که در نشانی صفحه آمده) را هم بنویسید.
- ناشر هستید و می‌خواهید خبری پنهان شود.
- دیدگاهی توهین‌آمیز دیده‌اید.`;

const RULES = `دیدگاه‌ها برای گفت‌وگو دربارهٔ همان خبر است. پیش از انتشار خوانده می‌شود، مگر آنکه گرداننده جز این خواسته باشد.

## چه چیزی منتشر نمی‌شود
- توهین، تهدید، تحقیر کسی برای قوم، زبان، دین یا جنس او.
- تبلیغ و نشانی تبلیغاتی؛ بیش از دو نشانی اینترنتی پذیرفته نیست.
- شماره، نشانی یا راز خصوصی دیگران.
- نوشتهٔ بی‌ربط به خبر، یا تکرار یک نوشته؛ نوشتهٔ تکراری تا یک روز پذیرفته نمی‌شود.

## چه چیزی رد نمی‌شود
- مخالفت با خبر، با رسانه یا با گردانندهٔ همین پایگاه.
- نام مستعار.

## پاسخ و رأی
- به هر دیدگاه می‌توان پاسخ داد؛ پاسخ‌ها زیر همان دیدگاه می‌آید و همین قاعده‌ها را دارد.
- هر کس تا یک هفته پس از انتشار یک بار به هر دیدگاه رأی می‌دهد و می‌تواند رأیش را برگرداند. رأی ترتیب دیدگاه‌ها را تغییر نمی‌دهد؛ دیدگاهی که مخالفانش پنج نفر بیش از موافقانش باشد بسته نشان داده می‌شود و هر کس می‌تواند آن را باز کند.

هیچ دیدگاهی ویرایش نمی‌شود: یا همان که نوشته‌اید منتشر می‌شود یا هیچ. نویسنده هر زمان می‌تواند دیدگاه خود را پاک کند؛ [حریم خصوصی](/privacy) را بخوانید.`;

const ADS = `در این پایگاه تبلیغ نمایش داده نمی‌شود و جایی در فهرست‌ها فروشی نیست. ترتیب خبرها تنها از روی زمان و عددهایی است که با زدن «چرا؟» می‌بینید.

برای پیشنهاد همکاری [با ما تماس بگیرید](/contact).`;

const PRIVACY = `## چه چیزی نگه می‌داریم
- شمار بازدید هر خبر در هر روز؛ تنها یک عدد، بی آنکه معلوم باشد چه کسی آن را دیده است.
- دیدگاهی که می‌نویسید و نامی که خودتان برای آن برگزیده‌اید.
- برای هر رأی به یک دیدگاه نشانی رمزی و کوتاه، تا کسی دو بار رأی ندهد. یک هفته پس از انتشار دیدگاه کلید آن دور انداخته می‌شود و تنها شمار رأی‌ها می‌ماند.

## چه چیزی نگه نمی‌داریم
- نشانی اینترنتی (IP)، نوع دستگاه و تاریخچهٔ خواندن شما ذخیره نمی‌شود. نشانی اینترنتی تنها زمانی کوتاه، و دست بالا یک روز، در حافظه می‌ماند تا کسی نتواند پشت سر هم دیدگاه بفرستد یا رأی بدهد. برای آنکه بارکردن دوبارهٔ صفحه بازدید شمرده نشود، نشانی رمزی آن با کلیدی که هر روز عوض می‌شود در حافظه است.
- هیچ صفحه‌ای چیزی از پایگاه دیگری بار نمی‌کند: نه قلم، نه تصویر، نه آمارگیر.
- کوکی‌ای که خواننده‌ای را از دیگری بازشناسد نمی‌گذاریم. اگر زبان یا گونهٔ رقم‌ها را برگزینید، کوکی تنها همان یک واژه را به یاد می‌سپارد. شب و روز، اندازهٔ نوشته، خبرهای نگه‌داشته و دنبال‌شده‌ها در مرورگر خودتان می‌ماند.

## پاک‌کردن دیدگاه
پس از فرستادن دیدگاه نشانی‌ای می‌گیرید که با آن می‌توانید هر زمان آن را پاک کنید.`;

const ABOUT_EN = `Sanad collects Persian news from many outlets and writes beside each story where it comes from: which outlet published it, quoting whom, and when.

## What we do
- A program collects the reports; no text is written or rewritten here.
- We show the headline, the lede and a part of the text with the name of the outlet and the original address. The full text stands here only where the outlet allows it.
- Whatever is no part of a report, such as tickers, most-read lists and advertising, is separated from the text.
- The order of “Top stories” follows figures that you see when you press “Why?”.

## What we do not do
- We do not vouch for the reports; each publisher answers for its own text.
- We do not look over a reader’s shoulder. See [Privacy](/privacy).

## If you are a publisher
If you do not want a report, or any of yours, to be seen here, write to us through [Contact](/contact). We take it down and leave a note in its place.`;

const CONTACT_EN = `The operator of this site has not written a contact address here yet.

## What to write about
- We collected your report wrongly, or its outlet or time is wrong; please give the number of the report, which stands in the address of its page.
- You are a publisher and want a report hidden.
- You saw an insulting comment.`;

const RULES_EN = `Comments are for talking about the report at hand. They are read before they appear, unless the operator wished otherwise.

## What is not published
- Insults, threats, contempt for anybody's people, language, faith or sex.
- Advertising and addresses that advertise; more than two addresses are refused.
- Other people's numbers, addresses or secrets.
- What has nothing to do with the report, or repeats itself; the same words are not taken again within a day.

## What is never a reason to reject
- Disagreement with the report, the outlet or the operator of this site.
- A pseudonym.

## Answers and votes
- Every comment can be answered; answers stand below it and follow the same rules.
- Everybody votes once on a comment, within a week of its publication, and may change the vote. Votes do not change the order; a comment with five more readers against it than for it is shown folded, and anybody can open it.

No comment is edited: what you wrote appears as it is or not at all. Its writer can delete it at any time; see [Privacy](/privacy).`;

const ADS_EN = `This site shows no advertising and sells no place in its lists. The order of stories follows from time and from figures that you see when you press “Why?”.

To propose working together, [contact us](/contact).`;

const PRIVACY_EN = `## What we keep
- How often each report is viewed on each day: a number alone, with nothing about who viewed it.
- A comment that you write, and the name that you chose for it.
- For each vote on a comment a short scrambled mark, so that nobody votes twice. A week after the comment was published its key is thrown away and only the counts are left.

## What we do not keep
- Your network address (IP), your device and what you read are not stored. The network address stays in memory for a short while, a day at most, so that nobody can send comments or votes in a rush. So that a reload counts no view, memory holds a scrambled mark whose key changes every day.
- No page loads anything from another site: no typeface, no picture, no counter.
- Readers get no cookie that could tell them apart. When you choose a language or the kind of digits, a cookie remembers that one word. Light or dark, text size, saved stories and follows stay in your own browser.

## Deleting a comment
After sending a comment you get an address under which you can delete it at any time.`;

export const FIXED_PAGES: readonly FixedPage[] = [
  { slug: 'about', name: 'دربارهٔ ما', nameEn: 'About', text: ABOUT, textEn: ABOUT_EN },
  { slug: 'contact', name: 'تماس با ما', nameEn: 'Contact', text: CONTACT, textEn: CONTACT_EN },
  { slug: 'rules', name: 'قاعده‌های دیدگاه', nameEn: 'Comment rules', text: RULES, textEn: RULES_EN },
  { slug: 'ads', name: 'تبلیغات', nameEn: 'Advertising', text: ADS, textEn: ADS_EN },
  { slug: 'privacy', name: 'حریم خصوصی', nameEn: 'Privacy', text: PRIVACY, textEn: PRIVACY_EN },
];
