/** How to write a query, by examples that can be tried. */
import { say } from '../language.js';

export function SearchHelp({ isOpen }: { readonly isOpen: boolean }) {
  return (
    <details class="help" open={isOpen}>
      <summary>{say('راهنمای نوشتن پرسش', 'How to write a query')}</summary>
      <dl>
        {examples().map(([query, meaning]) => (
          <>
            <dt>
              <a class="link" href={`/search?q=${encodeURIComponent(query)}`} rel="nofollow">
                <bdi lang="fa" dir="rtl">
                  {query}
                </bdi>
              </a>
            </dt>
            <dd>{meaning}</dd>
          </>
        ))}
      </dl>
      <p class="soft">
        {say(
          'نوارها، پربازدیدها و بخش‌های کناری صفحهٔ رسانه‌ها در جست‌وجو نمی‌آیند؛ تنها متن خود گزارش جست‌وجو می‌شود.',
          'Tickers, lists of the most viewed and the sidebars of publishers are not searched: only the text of the report itself.',
        )}
      </p>
    </details>
  );
}

function examples(): readonly (readonly [query: string, meaning: string])[] {
  return [
    [
      'گفتگو تلفنی',
      say(
        'خبرهایی که همهٔ واژه‌ها را دارند، با هر املایی: گفتگو، گفت‌وگو، گفت و گو؛ و با پسوندها: گفت‌وگوها، گفت‌وگویی',
        'reports with all of these words, in any spelling and with any ending',
      ),
    ],
    ['«گفت‌وگوی تلفنی»', say('همین واژه‌ها پشت سر هم', 'these words in a row')],
    ['تیم ملی -والیبال', say('بدون این واژه', 'without this word')],
    [
      'سد رسانه:ایسنا دسته:جامعه',
      say(
        'تنها از این رسانه و در این دسته؛ نام چندواژه‌ای را در «گیومه» بنویسید',
        'only from this outlet and in this section; put names of several words in quotes',
      ),
    ],
    ['تحریم گوینده:لاوروف', say('خبرهایی که گفته‌ای از این کس آورده‌اند', 'reports that quote this speaker')],
    [
      'مذاکره موضع:رد',
      say(
        'گفته‌هایی که رد می‌کنند؛ برای تماس‌ها: وضعیت:تکذیب‌شده، نوع:دیدار',
        'statements that deny; for contacts: status:denied, kind:meeting',
      ),
    ],
    [
      'سد از:۱۴۰۴/۰۱/۰۳ تا:2025-04-01',
      say(
        'از این روز تا پایان آن روز، به هر دو تقویم',
        'from this day to the end of that day, in either calendar',
      ),
    ],
  ];
}
