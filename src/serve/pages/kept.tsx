/** What a reader keeps: saved and followed, and opened before. It lies in the browser alone; the server sends the same to everybody. */
import { say } from '../language.js';
import type { Frame } from '../layout/frame.js';
import { Page } from '../layout/page.js';
import { Mixed } from '../pieces/foreign.js';
import { NeedsScript } from '../pieces/needs_script.js';

interface HabitProps {
  readonly frame: Frame;
}

/** Saved pages and followed lists. */
export function SavedPage({ frame }: HabitProps) {
  return (
    <Page frame={frame} title={say('نگه‌داشته‌ها', 'Saved')} unlisted>
      <div class="wrap page read grows">
        <h1>{say('نگه‌داشته‌ها', 'Saved')}</h1>
        <p class="soft">
          {say(
            'این فهرست‌ها تنها در همین مرورگر است؛ حساب نمی‌خواهد و ما از آن چیزی نمی‌دانیم.',
            'These lists lie in this browser alone; no account is needed, and we know nothing of them.',
          )}
        </p>
        <NeedsScript />
        {/* Shown at once when the script has filled it, so that nothing moves. */}
        <div class="js kept-lists" data-kept hidden>
          <KeptList
            name="saved"
            title={say('خبرهای نگه‌داشته', 'Saved stories and reports')}
            empty={say(
              'هنوز چیزی نگه نداشته‌اید. در صفحهٔ هر خبر «نگه‌دار» را بزنید، یا کلید S را.',
              'Nothing saved yet. Press “Save” on the page of a story, or the key S.',
            )}
          />
          <KeptList
            name="follows"
            title={say('دنبال‌شده‌ها', 'Followed')}
            empty={say(
              'هنوز چیزی را دنبال نمی‌کنید. در صفحهٔ هر دسته، رسانه، موضوع، نام یا دوسویه «دنبال کن» را بزنید.',
              'You follow nothing yet. Press “Follow” on the page of a section, outlet, topic, name or dyad.',
            )}
          />
          <p class="acts">
            <Act act="undo" words={say('بازگرداندن', 'Undo')} hidden />
            <Act act="json" words={say('دریافت همه (JSON)', 'Export all (JSON)')} />
            <Act act="opml" words={say('دریافت خوراک‌ها (OPML)', 'Export feeds (OPML)')} />
            <Act act="take" words={say('آوردن از فایل', 'Import a file')} />
            <input
              class="vh"
              type="file"
              accept=".json,.opml,.xml"
              data-file
              tabindex={-1}
              aria-label={say('پرونده‌ای برای آوردن', 'File to import')}
            />
          </p>
        </div>
        <p class="js">
          <a class="link" href="/follows.opml" data-opml hidden rel="nofollow">
            <Mixed
              text={say(
                'نشانی خوراک‌های دنبال‌شده (OPML): آن را به خوراک‌خوان بدهید',
                'Address of the followed feeds (OPML): give it to a feed reader',
              )}
            />
          </a>
        </p>
        <p role="status" data-told />
      </div>
    </Page>
  );
}

function KeptList(props: { readonly name: string; readonly title: string; readonly empty: string }) {
  return (
    <section aria-labelledby={`k-${props.name}`}>
      <h2 class="h" id={`k-${props.name}`}>
        {props.title}
      </h2>
      <ul class="rel rel--one kept" data-list={props.name} />
      <p class="empty" data-empty={props.name} hidden>
        <Mixed text={props.empty} />
      </p>
    </section>
  );
}

function Act(props: { readonly act: string; readonly words: string; readonly hidden?: boolean }) {
  return (
    <button class="btn btn--s" type="button" data-act={props.act} hidden={props.hidden === true}>
      <span>
        <Mixed text={props.words} />
      </span>
    </button>
  );
}

/** Shown where there is no connection and no copy of the page; lists what can be read. */
export function OfflinePage({ frame }: HabitProps) {
  return (
    <Page frame={frame} title={say('بدون اینترنت', 'Offline')} unlisted>
      <div class="wrap page read grows">
        <h1>{say('آنچه بدون اینترنت خوانده می‌شود', 'What can be read offline')}</h1>
        <p>
          {say(
            'اگر به اینجا رسیده‌اید و صفحهٔ دیگری می‌خواستید، اتصال نیست و از آن صفحه نسخه‌ای در این دستگاه نمانده است. با بازگشت اتصال دوباره بازش کنید.',
            'If you wanted another page and got here, there is no connection and no copy of that page on this device. Open it again when you are back online.',
          )}
        </p>
        <NeedsScript />
        <section class="js" aria-labelledby="off-h">
          <h2 class="h" id="off-h">
            {say('صفحه‌های نگه‌داشته در این دستگاه', 'Pages kept on this device')}
          </h2>
          <p class="acts">
            <Act act="forget" words={say('پاک‌کردن همه', 'Delete all')} />
          </p>
          <ul class="rel rel--one" data-offline />
          <p class="empty" data-empty="offline" hidden>
            {say(
              'هنوز صفحه‌ای نیست. هر صفحه‌ای که باز کنید، تا شصت صفحه، اینجا می‌آید.',
              'No pages yet. Every page that you open comes here, up to sixty.',
            )}
          </p>
        </section>
      </div>
    </Page>
  );
}
