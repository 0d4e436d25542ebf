/** How a reader wishes to read: language and digits, light, size, keys. Remembered in the browser. */
import { pageTongue, say, type Words } from '../language.js';
import type { Frame } from '../layout/frame.js';
import { Page } from '../layout/page.js';
import { Mixed } from '../pieces/foreign.js';
import { NeedsScript } from '../pieces/needs_script.js';
import { withChoice } from '../tongue_choice.js';

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
export function SettingsPage({ frame }: { readonly frame: Frame }) {
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
