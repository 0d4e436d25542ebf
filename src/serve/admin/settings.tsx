/** Settings of the site: what each does, what holds when nobody sets it, and what may be set. */
import type { Hono } from 'hono';
import { keyOf } from '../../persian/keys.js';
import { allowFullText, changeSettings } from '../../store/desk_commands.js';
import { loadOutlets, type StoredOutlet } from '../../store/outlets.js';
import {
  DEFAULT_SETTINGS,
  EXCERPT_BOUNDS,
  loadSiteSettings,
  type SiteSettings,
} from '../../store/site_settings.js';
import { say } from '../language.js';
import { Name } from '../pieces/name.js';
import type { SiteContext } from '../site_context.js';
import { number } from '../words.js';
import { addDeskAct, addDeskPage, type Desk, type DeskView, FormFault, textOf } from './desk.js';
import { Choice, Field } from './field.js';
import { DeskForm, Facts, Latin, Section } from './form_pieces.js';
import { CONTACT_MAX, NAME_MAX, readSettings } from './read_settings.js';

export function addSettingsDesk(app: Hono, site: SiteContext): void {
  addDeskPage(app, site, { path: '/admin/settings', page: settingsPage });
  addDeskAct(app, site, {
    path: '/admin/settings',
    page: settingsPage,
    act: async ({ form }) => {
      const count = await changeSettings(site.store, readSettings(form), site.clock());
      return `/admin/settings?done=${count > 0 ? 'settings' : 'same'}`;
    },
  });
  addDeskAct(app, site, { path: '/admin/settings/outlet', page: settingsPage, act: setOutlet });
}

const WISHES: Readonly<Record<string, boolean | undefined>> = { registry: undefined, yes: true, no: false };

async function setOutlet({ site, form }: Desk): Promise<string> {
  const given = textOf(form, 'outlet');
  const wish = textOf(form, 'wish');
  if (!Object.hasOwn(WISHES, wish)) {
    throw new FormFault('wish', {
      fa: 'یکی از سه گزینهٔ متن کامل را برگزینید.',
      en: 'Choose one of the three ways with full texts.',
    });
  }
  const found = (await loadOutlets(site.store)).filter(
    ({ id, name }) => id === given || keyOf(name) === keyOf(given),
  );
  const [outlet] = found;
  if (outlet === undefined || found.length > 1) {
    throw new FormFault('outlet', {
      fa: `روشن نیست «${given}» کدام رسانه است؛ یکی از فهرست پیشنهادی را برگزینید.`,
      en: `It is not clear which outlet “${given}” is; choose one of those offered.`,
    });
  }
  const isDone = await allowFullText(site.store, {
    outletId: outlet.id,
    wish: WISHES[wish],
    at: site.clock(),
  });
  return `/admin/settings?done=${isDone ? 'settings' : 'same'}`;
}

async function settingsPage(desk: Desk): Promise<DeskView> {
  const { store } = desk.site;
  const [settings, outlets] = await Promise.all([loadSiteSettings(store), loadOutlets(store)]);
  return {
    title: say('تنظیم‌ها', 'Settings'),
    place: 'settings',
    body: (
      <>
        <DeskForm desk={desk} action="/admin/settings" text={say('ذخیره', 'Save')} look="main" apart>
          <WhatReadersSee desk={desk} settings={settings} />
          <WhoRunsIt desk={desk} settings={settings} />
        </DeskForm>
        <FullText outlets={outlets} desk={desk} />
      </>
    ),
  };
}

interface FieldsProps {
  readonly desk: Desk;
  readonly settings: SiteSettings;
}

function WhatReadersSee({ desk, settings }: FieldsProps) {
  const { min, max } = EXCERPT_BOUNDS;
  const { excerptLength } = DEFAULT_SETTINGS;
  return (
    <>
      <Choice
        desk={desk}
        name="comments"
        label={say('دیدگاه‌ها', 'Comments')}
        value={settings.comments}
        options={[
          ['moderated', say('پس از بررسی منتشر می‌شود', 'published after review')],
          ['open', say('بی‌درنگ منتشر می‌شود', 'published at once')],
          ['closed', say('بسته است', 'closed')],
        ]}
        hint={say(
          'پیش‌فرض: پس از بررسی. بستن، دیدگاه‌های پیشین را پنهان نمی‌کند.',
          'Default: after review. Closing does not hide earlier comments.',
        )}
      />
      <Choice
        desk={desk}
        name="full_text"
        label={say('متن گزارش‌ها', 'Texts of reports')}
        value={settings.fullText}
        options={[
          ['excerpt', say('گزیده، با پیوند به ناشر', 'an excerpt with a link to the publisher')],
          ['full', say('متن کامل همهٔ رسانه‌ها', 'the full text of all outlets')],
        ]}
        hint={say(
          'پیش‌فرض: گزیده. متن کامل تنها وقتی که حق آن را دارید؛ برای یک رسانه پایین‌تر را ببینید.',
          'Default: an excerpt. Full texts only where you have the right; for a single outlet see below.',
        )}
      />
      <Field
        desk={desk}
        name="excerpt_length"
        label={say('طول گزیده (نویسه)', 'Length of an excerpt (characters)')}
        value={String(settings.excerptLength)}
        required
        max={6}
        ltr
        hint={say(
          `از ${number(min)} تا ${number(max)}؛ پیش‌فرض ${number(excerptLength)}: بس برای دانستن موضوع، و کم تا خود ناشر هم خوانده شود.`,
          `From ${number(min)} to ${number(max)}; default ${number(excerptLength)}: enough to know what it is about, and little enough that the publisher is read too.`,
        )}
      />
      <Choice
        desk={desk}
        name="pictures"
        label={say('تصویر گزارش‌ها', 'Pictures of reports')}
        value={settings.pictures ? 'on' : 'off'}
        options={[
          ['on', say('کوچک‌شدهٔ تصویر ناشر، از حافظهٔ خود پایگاه', 'small ones, kept by this site')],
          ['off', say('بدون تصویر', 'none')],
        ]}
        hint={say(
          'پیش‌فرض: با تصویر. خوانندگان هیچ‌گاه از پایگاه ناشر چیزی بار نمی‌کنند؛ با خاموش‌کردن، دیگر تصویری گرفته نمی‌شود.',
          'Default: with pictures. Readers never load anything from a publisher; switched off, no picture is fetched any more.',
        )}
      />
    </>
  );
}

function WhoRunsIt({ desk, settings }: FieldsProps) {
  const { siteName } = DEFAULT_SETTINGS;
  return (
    <>
      <Field
        desk={desk}
        name="site_name"
        label={say('نام پایگاه', 'Name of the site')}
        value={settings.siteName}
        required
        max={NAME_MAX}
        hint={say(
          `در عنوان صفحه‌ها و بالای آنها؛ پیش‌فرض «${siteName}».`,
          `In the titles of pages and at the top of them; default “${siteName}”.`,
        )}
      />
      <Field
        desk={desk}
        name="contact"
        label={say('راه تماس', 'Contact')}
        value={settings.contact}
        max={CONTACT_MAX}
        ltr
        hint={say(
          'ایمیل یا نشانی وب، برای خوانندگان و ناشران؛ در پایین صفحه‌ها می‌آید. اگر خالی بماند تنها صفحهٔ «تماس با ما» هست.',
          'A mail or web address for readers and publishers, at the foot of all pages. Empty: only the page “Contact” is there.',
        )}
      />
    </>
  );
}

/** What the registry says of an outlet's whole texts, and what the operator says instead. */
function FullText({ outlets, desk }: { readonly outlets: readonly StoredOutlet[]; readonly desk: Desk }) {
  const decided = outlets.filter(({ fullTextWish }) => fullTextWish !== undefined);
  const excerpt = say('تنها گزیده', 'an excerpt only');
  return (
    <Section
      id="full"
      title={say('متن کامل یک رسانه', 'Full texts of an outlet')}
      note={say(
        'با اجازهٔ ناشر؛ بر تنظیم بالا و بر فهرست رسانه‌ها برتری دارد',
        'with the publisher’s permission; overrides the setting above and the list of outlets',
      )}
    >
      <div>
        <DeskForm desk={desk} action="/admin/settings/outlet" text={say('ذخیره', 'Save')}>
          <Field
            desk={desk}
            name="outlet"
            label={say('نام یا شناسهٔ رسانه', 'Name or id of the outlet')}
            required
            max={200}
            list="outlets"
          />
          <datalist id="outlets">
            {outlets.map(({ id, name }) => (
              <option value={id} lang="fa">
                {name}
              </option>
            ))}
          </datalist>
          <Choice
            desk={desk}
            name="wish"
            label={say('متن کامل', 'Full text')}
            value="yes"
            options={[
              ['yes', say('نشان بده', 'show it')],
              ['no', excerpt],
              ['registry', say('همان که در فهرست رسانه‌ها آمده', 'as the list of outlets says')],
            ]}
          />
        </DeskForm>
        {decided.length === 0 ? null : (
          <ul class="rel rel--one">
            {decided.map(({ id, name, fullTextWish }) => (
              <li>
                <Name of={name} />{' '}
                <span class="note">
                  <Facts
                    of={[<Latin>{id}</Latin>, fullTextWish === true ? say('متن کامل', 'full text') : excerpt]}
                  />
                </span>
              </li>
            ))}
          </ul>
        )}
      </div>
    </Section>
  );
}
