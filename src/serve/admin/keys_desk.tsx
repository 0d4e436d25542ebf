/** Keys of the API at the desk: make one, which is shown this once; list; revoke. */
import type { Hono } from 'hono';
import { API_SCOPES, type ApiKey, type ApiScope, listApiKeys } from '../../store/api_keys.js';
import { giveKey, withdrawKey } from '../../store/desk_commands.js';
import { say, type Words } from '../language.js';
import { Mixed } from '../pieces/foreign.js';
import { parseNumber, type SiteContext } from '../site_context.js';
import { dayInBothCalendars, number, tehranDay } from '../words.js';
import { addDeskAct, addDeskPage, type Desk, type DeskView, FormFault, sendDesk, textOf } from './desk.js';
import { Choice, Field } from './field.js';
import { FIELD_NOUNS, requiredText } from './form_faults.js';
import { ActButton, DeskForm, Facts, Quoted } from './form_pieces.js';

const NAME_MAX = 120;
/** Requests a minute: the most that one process answers with ease, and what `sanad keys make` gives. */
const MOST_RATE = 100_000;
const USUAL_RATE = '600';

/** What a key may be for; each holds the ones before it. */
const PURPOSES: Readonly<Record<string, readonly [words: Words, scopes: readonly ApiScope[]]>> = {
  read: [{ fa: 'خواندن', en: 'reading' }, ['read']],
  stream: [{ fa: 'خواندن و جریان زنده', en: 'reading and the live stream' }, ['read', 'stream']],
  alerts: [
    { fa: 'خواندن، جریان زنده و وب‌هوک‌های خودش', en: 'reading, the live stream and webhooks of its own' },
    ['read', 'stream', 'alerts'],
  ],
  operator: [
    { fa: 'همه، با قرنطینه و سلامت پایگاه', en: 'all, with quarantine and the health of the site' },
    API_SCOPES,
  ],
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
  const name = requiredText(form, {
    name: 'name',
    noun: FIELD_NOUNS.name,
    max: NAME_MAX,
    empty: {
      fa: 'نام خالی است؛ بنویسید کلید برای کیست.',
      en: 'The name is empty; write whom the key is for.',
    },
  });
  const purpose = PURPOSES[textOf(form, 'purpose')];
  if (purpose === undefined) {
    throw new FormFault('purpose', {
      fa: 'روشن نیست کلید برای چیست؛ یکی را برگزینید.',
      en: 'It is not clear what the key is for; choose one.',
    });
  }
  const rate = parseNumber(textOf(form, 'rate'));
  if (rate === undefined || rate > MOST_RATE) {
    throw new FormFault('rate', {
      fa: 'شمار درخواست‌ها باید عددی از ۱ تا ۱۰۰٬۰۰۰ باشد، با رقم لاتین.',
      en: 'Requests a minute must be a number from 1 to 100,000.',
    });
  }
  return { name, scopes: purpose[1], requestsPerMinute: rate };
}

async function keysPage(
  desk: Desk,
  made?: { readonly name: string; readonly key: string },
): Promise<DeskView> {
  const keys = await listApiKeys(desk.site.store);
  return {
    title: say('کلیدهای رابط', 'API keys'),
    place: 'keys',
    body: (
      <>
        {made === undefined ? null : <Made name={made.name} value={made.key} />}
        <DeskForm desk={desk} action="/admin/keys" text={say('بساز', 'Make')} look="main" apart>
          <Field desk={desk} name="name" label={say('برای کیست', 'For whom')} required max={NAME_MAX} />
          <Choice
            desk={desk}
            name="purpose"
            label={say('برای چیست', 'For what')}
            value="read"
            options={Object.entries(PURPOSES).map(([value, [words]]) => [value, say(words)] as const)}
          />
          <Field
            desk={desk}
            name="rate"
            label={say('درخواست در دقیقه', 'Requests a minute')}
            value={USUAL_RATE}
            ltr
            required
            max={6}
          />
        </DeskForm>
        {keys.length === 0 ? (
          <p class="soft desk-empty">
            {say(
              'هنوز کلیدی ساخته نشده است. بدون کلید، هر نشانی در دقیقه ۱۲۰ درخواست دارد.',
              'No key has been made yet. Without one, each network address has 120 requests a minute.',
            )}
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

function Made({ name, value }: { readonly name: string; readonly value: string }) {
  return (
    <div class="empty" role="status">
      <h2>
        {say('کلید', 'The key')} <Quoted text={name} />
        {say('، تنها همین یک بار', ', shown only this once')}
      </h2>
      <p>
        <code lang="en" dir="ltr" data-key>
          {value}
        </code>
      </p>
      <p>
        {say(
          'همین حالا برش دارید؛ پایگاه تنها چکیدهٔ آن را نگه می‌دارد و دوباره نمی‌تواند نشانش دهد.',
          'Copy it now: the site keeps only its hash and cannot show it again.',
        )}
      </p>
    </div>
  );
}

function KeyLine({ desk, of }: { readonly desk: Desk; readonly of: ApiKey }) {
  return (
    <li>
      <b>
        <Mixed text={of.name} />
      </b>
      <span class="note">
        <Facts of={factsOf(of)} />
      </span>
      {of.revokedAt === null ? (
        <ActButton
          desk={desk}
          action={`/admin/keys/${of.id}/revoke`}
          name="key"
          value={String(of.id)}
          text={say('بازپس بگیر', 'Revoke')}
          about={<Mixed text={of.name} />}
        />
      ) : null}
    </li>
  );
}

function factsOf({ id, scopes, requestsPerMinute, madeAt, lastUsedOn, revokedAt }: ApiKey) {
  const purpose = Object.values(PURPOSES).find(([, own]) => own.at(-1) === scopes.at(-1))?.[0];
  const made = day(tehranDay(madeAt));
  return [
    say(`کلید ${number(id)}`, `key ${number(id)}`),
    purpose === undefined ? undefined : say(purpose),
    say(`${number(requestsPerMinute)} درخواست در دقیقه`, `${number(requestsPerMinute)} requests a minute`),
    say(`ساختهٔ ${made}`, `made on ${made}`),
    useOf(lastUsedOn, revokedAt),
  ];
}

function useOf(lastUsedOn: string | null, revokedAt: string | null): string {
  if (revokedAt !== null) {
    const end = day(tehranDay(revokedAt));
    return say(`بازپس گرفته در ${end}`, `revoked on ${end}`);
  }
  if (lastUsedOn === null) return say('هنوز به کار نرفته', 'not used yet');
  return say(`آخرین کاربرد ${day(lastUsedOn)}`, `last used on ${day(lastUsedOn)}`);
}

/** `2025-12-15` → «۲۴ آذر ۱۴۰۴». */
function day(iso: string): string {
  return dayInBothCalendars(`${iso}T12:00:00+03:30`);
}
