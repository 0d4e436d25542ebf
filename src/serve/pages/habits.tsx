/** The pages of a reader's own habits. What they list lies in the browser alone; the server sends the same to everybody. */
import { pageTongue, say, type Words } from '../language.js';
import type { Frame } from '../layout/frame.js';
import { Page } from '../layout/page.js';
import { Mixed } from '../pieces/foreign.js';
import { withChoice } from '../tongue_choice.js';

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

function NeedsScript() {
  return (
    <noscript>
      <p class="note-box">
        {say(
          'این کار در مرورگر شما انجام می‌شود و به جاوااسکریپت نیاز دارد. خواندن خبرها بی آن هم می‌شود.',
          'This happens in your browser and needs JavaScript. Reading works without it.',
        )}
      </p>
    </noscript>
  );
}

interface Choice {
  readonly value: string;
  readonly words: Words;
}

const THEMES: readonly Choice[] = [
  { value: '', words: { fa: 'مانند دستگاه', en: 'As the device' } },
  { value: 'light', words: { fa: 'روز', en: 'Light' } },
  { value: 'dark', words: { fa: 'شب', en: 'Dark' } },
];

const SIZES: readonly Choice[] = [
  { value: 'small', words: { fa: 'ریز', en: 'Small' } },
  { value: '', words: { fa: 'میانه', en: 'Medium' } },
  { value: 'large', words: { fa: 'درشت', en: 'Large' } },
  { value: 'huge', words: { fa: 'بسیار درشت', en: 'Very large' } },
];

const KEY_CHOICES: readonly Choice[] = [
  { value: '', words: { fa: 'روشن', en: 'On' } },
  { value: 'off', words: { fa: 'خاموش', en: 'Off' } },
];

/** Language and digits by plain links; light, size and keys where scripts run. */
export function SettingsPage({ frame }: HabitProps) {
  const { language, digits } = pageTongue();
  return (
    <Page frame={frame} title={say('تنظیم خواندن', 'Reading settings')} unlisted>
      <div class="wrap page read">
        <h1>{say('تنظیم خواندن', 'Reading settings')}</h1>
        <section aria-labelledby="set-l">
          <h2 class="h" id="set-l">
            {say('زبان', 'Language')}
          </h2>
          <p class="acts">
            <a
              class="btn"
              href={withChoice(frame.path, 'lang', 'fa')}
              lang="fa"
              dir="rtl"
              aria-current={language === 'fa' ? 'true' : undefined}
            >
              فارسی
            </a>
            <a
              class="btn"
              href={withChoice(frame.path, 'lang', 'en')}
              lang="en"
              dir="ltr"
              aria-current={language === 'en' ? 'true' : undefined}
            >
              English
            </a>
          </p>
        </section>
        {language === 'en' ? null : (
          <section aria-labelledby="set-d">
            <h2 class="h" id="set-d">
              رقم‌ها
            </h2>
            <p class="acts">
              <a
                class="btn"
                href={withChoice(frame.path, 'digits', 'persian')}
                aria-current={digits === 'persian' ? 'true' : undefined}
              >
                فارسی ۱۲۳
              </a>
              <a
                class="btn"
                href={withChoice(frame.path, 'digits', 'latin')}
                aria-current={digits === 'latin' ? 'true' : undefined}
              >
                لاتین 123
              </a>
            </p>
          </section>
        )}
        <NeedsScript />
        <Choices name="theme" title={say('روز و شب', 'Light and dark')} choices={THEMES} />
        <Choices name="size" title={say('اندازهٔ نوشته', 'Text size')} choices={SIZES} />
        <Choices name="keys" title={say('کلیدها', 'Keys')} choices={KEY_CHOICES} />
        <KeyMap />
        <section aria-labelledby="set-o">
          <h2 class="h" id="set-o">
            {say('بدون اینترنت', 'Offline')}
          </h2>
          <p>
            {say(
              'صفحه‌هایی که باز کرده‌اید بدون اتصال هم خوانده می‌شود؛ بالای آنها نوشته است از چه زمانی‌اند. سند را می‌توانید از فهرست مرورگر روی دستگاه نصب کنید.',
              'Pages that you opened can be read without a connection; a line above them tells from when they are. Sanad can be installed from the menu of the browser.',
            )}{' '}
            <a class="link" href="/offline">
              {say('چه چیزی نگه داشته شده است؟', 'What is kept?')}
            </a>
          </p>
        </section>
      </div>
    </Page>
  );
}

function Choices(props: {
  readonly name: string;
  readonly title: string;
  readonly choices: readonly Choice[];
}) {
  return (
    <section class="js" aria-labelledby={`set-${props.name}`}>
      <h2 class="h" id={`set-${props.name}`}>
        {props.title}
      </h2>
      <p class="acts">
        {props.choices.map(({ value, words }) => (
          <button class="btn" type="button" data-choose={`${props.name}:${value}`} aria-pressed="false">
            {say(words)}
          </button>
        ))}
      </p>
    </section>
  );
}

const KEY_MAP: readonly (readonly [keys: readonly string[], words: Words])[] = [
  [['J', 'K'], { fa: 'خبر بعد، خبر پیش', en: 'next story, previous story' }],
  [['/'], { fa: 'جست‌وجو', en: 'search' }],
  [['S'], { fa: 'نگه‌داشتن یا دنبال‌کردن این صفحه', en: 'save or follow this page' }],
  [['V'], { fa: 'نگه‌داشته‌ها', en: 'saved pages' }],
  [['H'], { fa: 'صفحهٔ نخست', en: 'front page' }],
  [['L'], { fa: 'همهٔ خبرها به ترتیب زمان', en: 'all stories by time' }],
  [['N'], { fa: 'نشان‌دادن خبرهای تازه در صفحهٔ نخست', en: 'show new stories on the front page' }],
  [['D'], { fa: 'روز و شب', en: 'light and dark' }],
  [['?'], { fa: 'همین راهنما', en: 'this list' }],
];

/** The keys by their places, which are the same on a Persian and a Latin layout. */
function KeyMap() {
  const arrows = say(['←', '→'], ['→', '←']);
  return (
    <section id="keys" aria-labelledby="keys-h">
      <h2 class="h" id="keys-h">
        {say('کلیدهای میان‌بر', 'Keyboard shortcuts')}
      </h2>
      <p class="soft small">
        <Mixed
          text={say(
            'جای کلیدها مهم است، نه زبان صفحه‌کلید: J همان جایی است که «ت» دارد.',
            'What counts is the place of a key, whatever the layout.',
          )}
        />
      </p>
      <dl class="keymap">
        <div>
          <dt>
            <kbd>{arrows[0]}</kbd> <kbd>{arrows[1]}</kbd>
          </dt>
          <dd>{say('خبر بعد و خبر پیش، در جهت خواندن', 'next and previous story, in reading direction')}</dd>
        </div>
        {KEY_MAP.map(([keys, words]) => (
          <div>
            <dt lang="en">
              {keys.map((key) => (
                <>
                  <kbd>{key}</kbd>{' '}
                </>
              ))}
            </dt>
            <dd>{say(words)}</dd>
          </div>
        ))}
      </dl>
    </section>
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
