import type { ArticleLine } from '../../store/site_lines.js';
import { articleHref } from '../addresses.js';
import { headlineOf, relativeTime } from '../words.js';
import { Mixed } from './foreign.js';

/** The newest headlines in one line. Stands still until a reader switches it on; works by style alone. */
export function Ticker({ lines, now }: { readonly lines: readonly ArticleLine[]; readonly now: string }) {
  if (lines.length === 0) return null;
  return (
    <section class="ticker" aria-labelledby="tk">
      <h2 id="tk">تازه‌ترین</h2>
      <section class="ticker-win" tabindex={0} aria-label="سطر تازه‌ترین‌ها">
        <ol aria-live="off">
          {lines.map((line) => (
            <li>
              {line.publishedIso === null ? null : (
                <time datetime={line.publishedIso}>{relativeTime(line.publishedIso, now)}</time>
              )}
              <a href={articleHref(line.id)}>
                <Mixed text={headlineOf(line)} />
              </a>
            </li>
          ))}
        </ol>
      </section>
      <div class="ticker-do">
        <input class="vh" type="checkbox" id="run" />
        <label for="run">
          <span class="on">حرکت</span>
          <span class="off">ایست</span>
        </label>
      </div>
    </section>
  );
}
