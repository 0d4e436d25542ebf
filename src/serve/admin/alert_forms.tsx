/** Who is told of news, as an operator adds it at the desk: a webhook or a mail address, and the pages that it follows. */
import { parseSubject, RHYTHMS, type Rhythm, type Subject } from '../../model/alert.js';
import { loadFollowName } from '../../store/alert_commands.js';
import { askMailAt, keepOperatorWebhook, MOST_FOLLOWS } from '../../store/webhook_commands.js';
import { say } from '../language.js';
import { mailAddressIn } from '../mail_address.js';
import { RHYTHM_WORDS } from '../pages/alerts.js';
import { number } from '../words.js';
import { type Desk, FormFault, textOf } from './desk.js';
import { Choice, Field } from './field.js';
import { DeskForm, Latin } from './form_pieces.js';

/** Letters of an address and of all pages that are followed there. */
const ADDRESS_MAX = 2000;
const PAGES_MAX = 20_000;

/** What came of the form: a webhook whose secret is shown now, or a mail that asks its owner. */
export type TargetMade = { readonly kind: 'webhook'; readonly secret: string } | { readonly kind: 'mail' };

/** Does what the form wishes. Throws the fault of a field. */
export async function addTarget({ site, form }: Desk): Promise<TargetMade> {
  const address = textOf(form, 'address');
  const subjects = await subjectsIn({ site, text: textOf(form, 'pages') });
  const at = site.clock();
  if (!address.includes('://') && address.includes('@')) {
    const mail = mailAddressIn(address);
    if (mail === undefined) {
      throw new FormFault('address', {
        fa: 'این نشانی ایمیل درست نیست؛ آن را چون name@example.com بنویسید.',
        en: 'This is no e-mail address; write it like name@example.com.',
      });
    }
    if (site.config.alerts?.smtpUrl === undefined) {
      throw new FormFault('address', {
        fa: 'این پایگاه ایمیل نمی‌فرستد؛ SANAD_SMTP_URL را تنظیم کنید.',
        en: 'This site sends no mails; set SANAD_SMTP_URL.',
      });
    }
    await askMailAt(site.store, { address: mail, subjects, rhythm: rhythmOf(textOf(form, 'rhythm')), at });
    return { kind: 'mail' };
  }
  const fault = site.findTargetFault?.(address);
  if (site.findTargetFault === undefined || fault !== undefined) {
    const words = {
      fa: 'وب‌هوک باید نشانی همگانی باشد، مانند https://example.org/hook؛ میزبان‌های شبکهٔ خودتان را SANAD_ALERT_HOSTS راه می‌دهد.',
      en: 'A webhook must be a public address, such as https://example.org/hook; SANAD_ALERT_HOSTS lets hosts of your own network in.',
    };
    throw new FormFault('address', words, fault);
  }
  const wish = { address: new URL(address).href, subjects, at };
  const { secret } = await keepOperatorWebhook(site.store, wish);
  return { kind: 'webhook', secret };
}

/** The pages, one a line, as addresses of the site; each must show something. */
async function subjectsIn({
  site,
  text,
}: {
  readonly site: Desk['site'];
  readonly text: string;
}): Promise<readonly Subject[]> {
  const lines = text.split(/\r?\n/).flatMap((line) => line.trim() || []);
  if (lines.length === 0 || lines.length > MOST_FOLLOWS || text.length > PAGES_MAX) {
    throw new FormFault('pages', {
      fa: `از یک تا ${MOST_FOLLOWS} صفحه بنویسید، هر کدام در یک سطر.`,
      en: `Write one to ${MOST_FOLLOWS} pages, each on a line of its own.`,
    });
  }
  return Promise.all(
    lines.map(async (line) => {
      const subject = parseSubject(line);
      const name = subject && (await loadFollowName(site.store, subject));
      if (subject !== undefined && name !== undefined) return subject;
      throw new FormFault(
        'pages',
        {
          fa: 'صفحه‌ای چنین نیست یا دنبال‌شدنی نیست؛ نشانی جستجو، موضوع، نام، دوسویه، پرونده، رسانه، خبر یا رشته را بنویسید:',
          en: 'There is no such page, or it cannot be followed; write the address of a search, topic, name, dyad, dossier, outlet, story or thread:',
        },
        line.slice(0, 200),
      );
    }),
  );
}

function rhythmOf(text: string): Rhythm {
  return RHYTHMS.find((rhythm) => rhythm === text) ?? 'daily';
}

/** The form of a new target. */
export function AddTarget({ desk }: { readonly desk: Desk }) {
  return (
    <DeskForm desk={desk} action="/admin/alerts" text={say('بیفزا', 'Add')} look="main" apart>
      <Field
        desk={desk}
        name="address"
        label={say('به کجا خبر بدهیم؟', 'Where to?')}
        hint={say(
          'نشانی وب‌هوک یا ایمیل. وب‌هوک باید آزمون آغاز را بازگرداند؛ صاحب ایمیل باید تأیید کند.',
          'The address of a webhook, or of a mailbox. A webhook must send its check back; the owner of a mailbox must confirm.',
        )}
        ltr
        required
        max={ADDRESS_MAX}
      />
      <Field
        desk={desk}
        name="pages"
        label={say('از کدام صفحه‌ها؟', 'Of which pages?')}
        hint={
          <>
            {say('هر سطر یک صفحه، مانند', 'A page on each line, such as')} <Latin>/search?q=سد</Latin>
            {say('، ', ', ')}
            <Latin>/entity/country.us</Latin> {say('یا', 'or')} <Latin>/dossier/1</Latin>
            {say(`؛ تا ${number(MOST_FOLLOWS)} صفحه.`, `; up to ${number(MOST_FOLLOWS)}.`)}
          </>
        }
        ltr
        rows="few"
        required
        max={PAGES_MAX}
      />
      <Choice
        desk={desk}
        name="rhythm"
        label={say('ایمیل کی برود؟', 'When do mails go?')}
        value="daily"
        options={RHYTHMS.map((rhythm) => [rhythm, say(RHYTHM_WORDS[rhythm])] as const)}
      />
    </DeskForm>
  );
}

/** The key of the signatures of a new webhook, this once. */
export function SecretMade({ secret }: { readonly secret: string }) {
  return (
    <div class="empty" role="status">
      <h2>{say('کلید امضای وب‌هوک، تنها همین یک بار', 'The key of the webhook’s signatures, this once')}</h2>
      <p>
        <code lang="en" dir="ltr" data-key>
          {secret}
        </code>
      </p>
      <p>
        {say(
          'همین حالا برش دارید و به گیرنده بدهید؛ دوباره نشان داده نمی‌شود.',
          'Take it now and give it to the receiver; it is not shown again.',
        )}
      </p>
    </div>
  );
}
