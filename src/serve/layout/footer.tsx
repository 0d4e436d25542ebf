import { FIXED_PAGES } from '../fixed_pages.js';
import { say } from '../language.js';

interface FooterProps {
  readonly sample: boolean;
  /** Mail or web address of the operator. */
  readonly contact: string | undefined;
}

/** The notice that everything here was collected by a program, and the fixed pages. */
export function Footer({ sample, contact }: FooterProps) {
  return (
    <footer class="foot">
      <div class="wrap">
        <p>
          {say(
            'این خبرها را برنامه به‌طور خودکار از رسانه‌ها گرد می‌آورد؛ مسئولیت متن با رسانهٔ ناشر است.',
            'A program collects these reports from news outlets; the publisher of each text answers for it.',
          )}
          {sample
            ? say(
                ' همهٔ کشورها، کسان و رسانه‌های این نمونه ساختگی‌اند.',
                ' All countries, people and outlets of this sample are invented.',
              )
            : ''}
          {contact === undefined ? null : (
            <>
              {say(' تماس: ', ' Contact: ')}
              <a class="link" dir="ltr" href={contact.includes('://') ? contact : `mailto:${contact}`}>
                {contact}
              </a>
            </>
          )}
        </p>
        <nav aria-label={say('دربارهٔ این پایگاه', 'About this site')}>
          <ul>
            {FIXED_PAGES.map(({ slug, name, nameEn }) => (
              <li>
                <a href={`/${slug}`}>{say(name, nameEn)}</a>
              </li>
            ))}
            <li>
              <a href="/contradictions">{say('روبه‌روی هم', 'Against each other')}</a>
            </li>
            <li>
              <a href="/outlets">{say('رسانه‌ها', 'Outlets')}</a>
            </li>
            <li>
              <a href="/archive">{say('بایگانی', 'Archive')}</a>
            </li>
            <li>
              <a href="/saved">{say('نگه‌داشته‌ها', 'Saved')}</a>
            </li>
            <li>
              <a href="/settings">{say('تنظیم خواندن', 'Reading settings')}</a>
            </li>
            <li>
              <a href="/api">{say('رابط برنامه‌نویسی', 'API')}</a>
            </li>
            <li>
              <a href="/feed.xml">{say(<RssFeed />, 'RSS feed')}</a>
            </li>
          </ul>
        </nav>
      </div>
    </footer>
  );
}

function RssFeed() {
  return (
    <>
      خوراک <bdi lang="en">RSS</bdi>
    </>
  );
}
