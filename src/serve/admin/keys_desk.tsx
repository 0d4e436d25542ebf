/** Keys of the API at the desk: make one, which is shown this once; list; revoke. */
import type { Hono } from 'hono';
import { API_SCOPES, type ApiKey, type ApiScope, listApiKeys } from '../../store/api_keys.js';
import { giveKey, withdrawKey } from '../../store/desk_commands.js';
import { parseNumber, type SiteContext } from '../site_context.js';
import { dayInBothCalendars, number, tehranDay } from '../words.js';
import { Csrf } from './csrf_field.js';
import { addDeskAct, addDeskPage, type Desk, type DeskView, FormFault, sendDesk, textOf } from './desk.js';
import { Choice, Field } from './field.js';

const NAME_MAX = 120;
/** Requests a minute: the most that one process answers with ease, and what `sanad keys make` gives. */
const MOST_RATE = 100_000;
const USUAL_RATE = '600';

/** What a key may be for; each holds the ones before it. */
const PURPOSES: Readonly<Record<string, readonly [words: string, scopes: readonly ApiScope[]]>> = {
  read: ['خواندن', ['read']],
  stream: ['خواندن و جریان زنده', ['read', 'stream']],
  operator: ['همه، با قرنطینه و سلامت پایگاه', API_SCOPES],
};

export function addKeysDesk(app: Hono, site: SiteContext): void {
  addDeskPage(app, site, { path: '/admin/keys', page: keysPage });
  addDeskAct(app, site, {
    path: '/admin/keys',
    page: keysPage,
    act: async (desk) => {
      const wish = wishOf(desk);
      const { key } = await giveKey(site.store, { ...wish, at: site.clock() });
      const page = (shown: Desk): Promise<DeskView> => keysPage(shown, { name: wish.name, key });
      // Shown in the answer itself: behind no address and in no history.
      return sendDesk({ ...desk, form: {} }, undefined, { page, status: 200 });
    },
  });
  addDeskAct(app, site, {
    path: '/admin/keys/:id/revoke',
    page: keysPage,
    act: async ({ context }) => {
      const id = parseNumber(context.req.param('id'));
      const isDone = id !== undefined && (await withdrawKey(site.store, id, site.clock()));
      return `/admin/keys?done=${isDone ? 'revoked' : 'missing'}`;
    },
  });
}

function wishOf({ form }: Desk) {
  const name = textOf(form, 'name');
  if (name === '') throw new FormFault('name', 'نام خالی است؛ بنویسید کلید برای کیست.');
  if (name.length > NAME_MAX) throw new FormFault('name', 'نام بلندتر از ۱۲۰ نویسه است؛ کوتاهش کنید.');
  const purpose = PURPOSES[textOf(form, 'purpose')];
  if (purpose === undefined) throw new FormFault('purpose', 'روشن نیست کلید برای چیست؛ یکی را برگزینید.');
  const rate = parseNumber(textOf(form, 'rate'));
  if (rate === undefined || rate > MOST_RATE)
    throw new FormFault('rate', 'شمار درخواست‌ها باید عددی از ۱ تا ۱۰۰٬۰۰۰ باشد، با رقم لاتین.');
  return { name, scopes: purpose[1], requestsPerMinute: rate };
}

async function keysPage(
  desk: Desk,
  made?: { readonly name: string; readonly key: string },
): Promise<DeskView> {
  const keys = await listApiKeys(desk.site.store);
  return {
    title: 'کلیدهای رابط',
    place: 'keys',
    body: (
      <>
        {made === undefined ? null : (
          <div class="empty" role="status">
            <h2>کلید «{made.name}»، تنها همین یک بار</h2>
            <p>
              <code lang="en" dir="ltr" data-key>
                {made.key}
              </code>
            </p>
            <p>همین حالا برش دارید؛ پایگاه تنها چکیدهٔ آن را نگه می‌دارد و دوباره نمی‌تواند نشانش دهد.</p>
          </div>
        )}
        <form class="desk-form" method="post" action="/admin/keys">
          <Csrf csrf={desk.csrf} />
          <Field desk={desk} name="name" label="برای کیست" required max={NAME_MAX} />
          <Choice
            desk={desk}
            name="purpose"
            label="برای چیست"
            value="read"
            options={Object.entries(PURPOSES).map(([value, [words]]) => [value, words] as const)}
          />
          <Field desk={desk} name="rate" label="درخواست در دقیقه" value={USUAL_RATE} ltr required max={6} />
          <button class="btn" type="submit">
            بساز
          </button>
        </form>
        {keys.length === 0 ? (
          <p class="soft desk-empty">
            هنوز کلیدی ساخته نشده است. بی کلید، هر نشانی در دقیقه ۱۲۰ درخواست دارد.
          </p>
        ) : (
          <ul class="rel">
            {keys.map((key) => (
              <KeyLine desk={desk} of={key} />
            ))}
          </ul>
        )}
      </>
    ),
  };
}

function KeyLine({ desk, of }: { readonly desk: Desk; readonly of: ApiKey }) {
  return (
    <li>
      <b>{of.name}</b>
      <span class="note">{factsOf(of)}</span>
      {of.revokedAt === null ? (
        <form method="post" action={`/admin/keys/${of.id}/revoke`}>
          <Csrf csrf={desk.csrf} />
          <button class="btn btn--s" type="submit" aria-label={`بازپس گرفتن کلید ${of.name}`}>
            بازپس بگیر
          </button>
        </form>
      ) : null}
    </li>
  );
}

function factsOf({ id, scopes, requestsPerMinute, madeAt, lastUsedOn, revokedAt }: ApiKey): string {
  const purpose = Object.values(PURPOSES).find(([, own]) => own.length === scopes.length)?.[0];
  return [
    `کلید ${number(id)}`,
    purpose ?? '',
    `${number(requestsPerMinute)} درخواست در دقیقه`,
    `ساختهٔ ${day(tehranDay(madeAt))}`,
    revokedAt !== null
      ? `بازپس گرفته در ${day(tehranDay(revokedAt))}`
      : lastUsedOn === null
        ? 'هنوز به کار نرفته'
        : `واپسین کاربرد ${day(lastUsedOn)}`,
  ]
    .filter(Boolean)
    .join(' · ');
}

/** `2025-12-15` → «۲۴ آذر ۱۴۰۴». */
function day(iso: string): string {
  return dayInBothCalendars(`${iso}T12:00:00+03:30`);
}
