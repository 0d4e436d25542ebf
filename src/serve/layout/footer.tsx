import { FIXED_PAGES } from '../fixed_pages.js';

/** The notice that everything here was collected by a program, and the fixed pages. */
export function Footer({ sample }: { readonly sample: boolean }) {
  return (
    <footer class="foot">
      <div class="wrap">
        <p>
          این خبرها را برنامه به‌طور خودکار از رسانه‌ها گرد می‌آورد؛ مسئولیت متن با رسانهٔ ناشر است.
          {sample ? ' همهٔ کشورها، کسان و رسانه‌های این نمونه ساختگی‌اند.' : ''}
        </p>
        <nav aria-label="دربارهٔ این پایگاه">
          <ul>
            {FIXED_PAGES.map(({ slug, name }) => (
              <li>
                <a href={`/${slug}`}>{name}</a>
              </li>
            ))}
            <li>
              <a href="/outlets">رسانه‌ها</a>
            </li>
            <li>
              <a href="/feed.xml">
                خوراک <bdi lang="en">RSS</bdi>
              </a>
            </li>
          </ul>
        </nav>
      </div>
    </footer>
  );
}
