/** Settings of the site: what each does, what holds when nobody sets it, and what may be set. */
import type { Hono } from 'hono';
import { toAsciiDigits } from '../../persian/digits.js';
import { allowFullText, changeSettings } from '../../store/desk_commands.js';
import { loadOutlets, type StoredOutlet } from '../../store/outlets.js';
import {
  DEFAULT_SETTINGS,
  EXCERPT_BOUNDS,
  loadSiteSettings,
  type SettingKey,
} from '../../store/site_settings.js';
import type { SiteContext } from '../site_context.js';
import { number, shown } from '../words.js';
import { Csrf } from './csrf_field.js';
import { addDeskAct, addDeskPage, type Desk, type DeskView, type Form, FormFault, textOf } from './desk.js';
import { Choice, Field } from './field.js';

const NAME_MAX = 40;
const CONTACT_MAX = 200;

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

/** What was sent, checked; throws FormFault at the first field that cannot be. */
function readSettings(form: Form): ReadonlyMap<SettingKey, unknown> {
  return new Map<SettingKey, unknown>([
    ['comments', oneOf(form, 'comments', ['open', 'moderated', 'closed'])],
    ['full_text', oneOf(form, 'full_text', ['excerpt', 'full'])],
    ['excerpt_length', lengthOf(form)],
    ['pictures', oneOf(form, 'pictures', ['on', 'off'])],
    ['site_name', nameOf(form)],
    ['contact', contactOf(form)],
  ]);
}

function oneOf(form: Form, field: string, known: readonly string[]): string {
  const value = textOf(form, field);
  if (known.includes(value)) return value;
  throw new FormFault(field, `«${value}» را نمی‌شناسیم؛ یکی از گزینه‌های فهرست را برگزینید.`);
}

function lengthOf(form: Form): number {
  const text = toAsciiDigits(textOf(form, 'excerpt_length'));
  const { min, max } = EXCERPT_BOUNDS;
  const length = /^\d{1,6}$/.test(text) ? Number(text) : Number.NaN;
  if (length >= min && length <= max) return length;
  throw new FormFault(
    'excerpt_length',
    `درازای گزیده باید عددی از ${number(min)} تا ${number(max)} باشد؛ «${text}» چنین نیست.`,
  );
}

function nameOf(form: Form): string {
  const name = textOf(form, 'site_name');
  if (name === '') throw new FormFault('site_name', 'نام پایگاه خالی است؛ نامی بنویسید، مانند «سند».');
  if (name.length <= NAME_MAX) return name;
  throw new FormFault('site_name', `نام پایگاه بلندتر از ${number(NAME_MAX)} نویسه است؛ کوتاهش کنید.`);
}

function contactOf(form: Form): string {
  const contact = textOf(form, 'contact');
  const isAddress = /^[^\s@<>"]+@[^\s@<>"]+\.[^\s@<>"]+$/.test(contact);
  const isLink = URL.canParse(contact) && /^https?:$/.test(new URL(contact).protocol);
  if (contact === '' || (contact.length <= CONTACT_MAX && (isAddress || isLink))) return contact;
  throw new FormFault(
    'contact',
    `«${contact}» نه رایانامه است و نه نشانی وب؛ چیزی مانند desk@example.org یا https://example.org/contact بنویسید، یا خالی بگذارید.`,
  );
}

const WISHES: Readonly<Record<string, boolean | undefined>> = { registry: undefined, yes: true, no: false };

async function setOutlet({ site, form }: Desk): Promise<string> {
  const outletId = textOf(form, 'outlet');
  const wish = textOf(form, 'wish');
  if (!Object.hasOwn(WISHES, wish)) throw new FormFault('wish', 'یکی از سه گزینهٔ متن کامل را برگزینید.');
  const outlets = await loadOutlets(site.store);
  if (!outlets.some(({ id }) => id === outletId)) {
    throw new FormFault('outlet', `رسانه‌ای با شناسهٔ «${outletId}» نیست؛ یکی از فهرست پیشنهادی را برگزینید.`);
  }
  const isDone = await allowFullText(site.store, { outletId, wish: WISHES[wish], at: site.clock() });
  return `/admin/settings?done=${isDone ? 'settings' : 'same'}`;
}

async function settingsPage(desk: Desk): Promise<DeskView> {
  const { store } = desk.site;
  const [settings, outlets] = await Promise.all([loadSiteSettings(store), loadOutlets(store)]);
  const { comments, fullText, excerptLength, pictures, siteName, contact } = settings;
  return {
    title: 'تنظیم‌ها',
    place: 'settings',
    body: (
      <>
        <form class="form desk-form" method="post" action="/admin/settings">
          <Csrf csrf={desk.csrf} />
          <Choice
            desk={desk}
            name="comments"
            label="دیدگاه‌ها"
            value={comments}
            options={[
              ['moderated', 'پس از بررسی منتشر می‌شود'],
              ['open', 'بی‌درنگ منتشر می‌شود'],
              ['closed', 'بسته است'],
            ]}
            hint="اگر چیزی برنگزینید: پس از بررسی. بستن، دیدگاه‌های پیشین را پنهان نمی‌کند."
          />
          <Choice
            desk={desk}
            name="full_text"
            label="متن خبرها"
            value={fullText}
            options={[
              ['excerpt', 'گزیده، با پیوند به ناشر'],
              ['full', 'متن کامل همهٔ رسانه‌ها'],
            ]}
            hint="اگر چیزی برنگزینید: گزیده. متن کامل تنها وقتی که حق آن را دارید؛ برای یک رسانه پایین‌تر را ببینید."
          />
          <Field
            desk={desk}
            name="excerpt_length"
            label="درازای گزیده (نویسه)"
            value={String(excerptLength)}
            required
            max={6}
            ltr
            hint={`از ${number(EXCERPT_BOUNDS.min)} تا ${number(EXCERPT_BOUNDS.max)}؛ اگر تغییرش ندهید ${number(DEFAULT_SETTINGS.excerptLength)}: بس برای دانستن موضوع، و کم تا خود ناشر هم خوانده شود.`}
          />
          <Choice
            desk={desk}
            name="pictures"
            label="تصویر خبرها"
            value={pictures ? 'on' : 'off'}
            options={[
              ['on', 'کوچک‌شدهٔ تصویر ناشر، از حافظهٔ خود پایگاه'],
              ['off', 'بی تصویر'],
            ]}
            hint="اگر چیزی برنگزینید: با تصویر. خوانندگان هیچ‌گاه از پایگاه ناشر چیزی بار نمی‌کنند؛ با خاموش‌کردن، دیگر تصویری گرفته نمی‌شود."
          />
          <Field
            desk={desk}
            name="site_name"
            label="نام پایگاه"
            value={siteName}
            required
            max={NAME_MAX}
            hint={`در عنوان صفحه‌ها و بالای آنها؛ اگر تغییرش ندهید «${DEFAULT_SETTINGS.siteName}».`}
          />
          <Field
            desk={desk}
            name="contact"
            label="راه تماس"
            value={contact}
            max={CONTACT_MAX}
            ltr
            hint="رایانامه یا نشانی وب، برای خوانندگان و ناشران؛ در پایین صفحه‌ها می‌آید. اگر خالی بماند تنها صفحهٔ «تماس با ما» هست."
          />
          <div class="row">
            <button class="btn btn--main" type="submit">
              ذخیره
            </button>
          </div>
        </form>
        <FullText outlets={outlets} desk={desk} />
      </>
    ),
  };
}

/** What the registry says of an outlet's whole texts, and what the operator says instead. */
function FullText({ outlets, desk }: { readonly outlets: readonly StoredOutlet[]; readonly desk: Desk }) {
  const decided = outlets.filter(({ fullTextWish }) => fullTextWish !== undefined);
  return (
    <section class="sec" aria-labelledby="full">
      <h2 class="sec-h" id="full">
        متن کامل یک رسانه <small>با اجازهٔ ناشر؛ بر تنظیم بالا و بر فهرست رسانه‌ها برتری دارد</small>
      </h2>
      <div>
        <form class="form" method="post" action="/admin/settings/outlet">
          <Csrf csrf={desk.csrf} />
          <Field desk={desk} name="outlet" label="شناسهٔ رسانه" required max={200} ltr list="outlets" />
          <datalist id="outlets">
            {outlets.map(({ id, name }) => (
              <option value={id}>{name}</option>
            ))}
          </datalist>
          <Choice
            desk={desk}
            name="wish"
            label="متن کامل"
            value="yes"
            options={[
              ['yes', 'نشان بده'],
              ['no', 'تنها گزیده'],
              ['registry', 'همان که در فهرست رسانه‌ها آمده'],
            ]}
          />
          <div class="row">
            <button class="btn" type="submit">
              ذخیره
            </button>
          </div>
        </form>
        {decided.length === 0 ? null : (
          <ul class="rel rel--one">
            {decided.map(({ id, name, fullTextWish }) => (
              <li>
                {shown(name)}{' '}
                <span class="note">
                  <bdi dir="ltr">{id}</bdi> · {fullTextWish === true ? 'متن کامل' : 'تنها گزیده'}
                </span>
              </li>
            ))}
          </ul>
        )}
      </div>
    </section>
  );
}
