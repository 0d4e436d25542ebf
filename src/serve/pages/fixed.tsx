import type { FixedPage } from '../fixed_pages.js';
import { isPersian, say } from '../language.js';
import type { Frame } from '../layout/frame.js';
import { Page } from '../layout/page.js';
import { Markup } from '../markup.js';
import { dayInBothCalendars } from '../words.js';

interface FixedProps {
  readonly frame: Frame;
  readonly page: FixedPage;
  /** What the operator wrote; absent for the words that come with the program. */
  readonly written: { readonly text: string; readonly editedAt: string } | undefined;
}

/** A fixed page. The operator writes it once, and his words stand in both languages as he wrote them. */
export function FixedPageView({ frame, page, written }: FixedProps) {
  const name = say(page.name, page.nameEn);
  const isForeign = written !== undefined && !isPersian() && /[\u0600-\u06ff]/.test(written.text);
  return (
    <Page frame={frame} title={name}>
      <div class="wrap page read">
        <h1>{name}</h1>
        <div class="prose fixed" {...(isForeign ? { lang: 'fa', dir: 'rtl' } : {})}>
          <Markup text={written?.text ?? say(page.text, page.textEn)} />
        </div>
        {written === undefined ? null : (
          <p class="soft small">
            {say('آخرین ویرایش:', 'Last edited:')}{' '}
            <time datetime={written.editedAt}>{dayInBothCalendars(written.editedAt)}</time>
          </p>
        )}
      </div>
    </Page>
  );
}
