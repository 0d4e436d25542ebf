/** Alerts by mail: asking for them, confirming, seeing and ending them. */
import { RHYTHMS, type Rhythm, type Subject, subjectHref } from '../../model/alert.js';
import { say, type Words } from '../language.js';
import type { Frame } from '../layout/frame.js';
import { Page } from '../layout/page.js';
import { MAIL_MAX } from '../mail_address.js';
import { followTitle } from '../mails/alert_mail.js';
import { Quoting } from '../pieces/foreign.js';
import { shown } from '../words.js';

export const RHYTHM_WORDS: Readonly<Record<Rhythm, Words>> = {
  at_once: {
    fa: 'همین که آمد (دست‌کم ده دقیقه میان دو ایمیل)',
    en: 'As it comes (ten minutes between two mails)',
  },
  hourly: { fa: 'سر هر ساعت، یک‌جا', en: 'Together, every hour' },
  daily: { fa: 'هر بامداد، یک‌جا', en: 'Together, every morning' },
};

interface Followed extends Subject {
  readonly name: string;
}

interface AskProps {
  readonly frame: Frame;
  readonly followed: Followed;
  readonly ticket: string;
  readonly draft?: { readonly address: string; readonly rhythm: Rhythm; readonly fault: Words };
}

/** The form «خبرم کن». */
export function AskAlertPage({ frame, followed, ticket, draft }: AskProps) {
  const title = say('خبرم کن', 'Tell me of news');
  const fault = draft?.fault;
  return (
    <Page frame={frame} title={title} unlisted>
      <div class="wrap page read">
        <h1>{title}</h1>
        <p>
          <a class="link" href={subjectHref(followed)}>
            <Quoting text={followTitle(followed.kind, shown(followed.name))} />
          </a>
        </p>
        <form class="form" method="post" action="/alerts/new">
          <input type="hidden" name="of" value={subjectHref(followed)} />
          <input type="hidden" name="ticket" value={ticket} />
          <div class="field">
            <label for="am">{say('ایمیل شما', 'Your e-mail address')}</label>
            <input
              class="inp"
              id="am"
              name="address"
              type="email"
              dir="ltr"
              autocomplete="email"
              maxlength={MAIL_MAX}
              required
              value={draft?.address}
              aria-describedby={fault === undefined ? 'amh' : 'ame amh'}
              aria-invalid={fault === undefined ? undefined : 'true'}
            />
            {fault === undefined ? null : (
              <p class="err" id="ame">
                {say(fault)}
              </p>
            )}
            <p class="hint" id="amh">
              {say(
                'نخست ایمیلی با یک پیوند می‌فرستیم؛ تا آن را تأیید نکنید چیز دیگری نمی‌آید. از ایمیل شما برای کار دیگری استفاده نمی‌کنیم و با پایان خبرها فراموشش می‌کنیم.',
                'First we send a mail with a link; nothing else comes until you confirm it. We use your address for nothing else and forget it when your alerts end.',
              )}
            </p>
          </div>
          <RhythmField rhythm={draft?.rhythm ?? 'daily'} />
          <p class="trap">
            <label for="aw">{say('این خانه را خالی بگذارید', 'Leave this field empty')}</label>
            <input id="aw" name="website" tabindex={-1} autocomplete="off" />
          </p>
          <div class="row">
            <button class="btn btn--main" type="submit">
              {title}
            </button>
          </div>
        </form>
      </div>
    </Page>
  );
}

function RhythmField({ rhythm }: { readonly rhythm: Rhythm }) {
  return (
    <div class="field">
      <label for="ar">{say('کی بفرستیم؟', 'When?')}</label>
      <select class="inp" id="ar" name="rhythm">
        {RHYTHMS.map((one) => (
          <option value={one} selected={one === rhythm}>
            {say(RHYTHM_WORDS[one])}
          </option>
        ))}
      </select>
    </div>
  );
}

interface NoteProps {
  readonly frame: Frame;
  readonly title: Words;
  readonly text: Words;
}

/** A page of one sentence. */
export function AlertNotePage({ frame, title, text }: NoteProps) {
  return (
    <Page frame={frame} title={say(title)} unlisted>
      <div class="wrap page read">
        <h1>{say(title)}</h1>
        <p>{say(text)}</p>
        <p class="acts">
          <a class="btn" href="/">
            {say('صفحهٔ نخست', 'Front page')}
          </a>
        </p>
      </div>
    </Page>
  );
}

export const ASKED = {
  title: { fa: 'ایمیلتان را ببینید', en: 'See your mail' },
  text: {
    fa: 'پیوندی برای تأیید فرستادیم. اگر تا چند دقیقهٔ دیگر نیامد، پوشهٔ هرزنامه را هم ببینید.',
    en: 'We have sent you a link to confirm. If it is not there in some minutes, look among the unwanted mail too.',
  },
} as const;

export const ENDED = {
  title: { fa: 'دیگر چیزی نمی‌فرستیم', en: 'We send nothing any more' },
  text: {
    fa: 'خبرها پایان یافت و ایمیل شما را فراموش کردیم.',
    en: 'Your alerts have ended, and your address is forgotten.',
  },
} as const;

/** What a link of confirmation opens: a button, since programs open links by themselves. */
export function ConfirmAlertPage({
  frame,
  followed,
  address,
  token,
}: {
  readonly frame: Frame;
  readonly followed: Followed;
  readonly address: string;
  readonly token: string;
}) {
  const title = say('این خبرها را بفرستیم؟', 'Shall we send you these?');
  return (
    <Page frame={frame} title={title} unlisted>
      <div class="wrap page read">
        <h1>{title}</h1>
        <p>
          <Quoting text={followTitle(followed.kind, shown(followed.name))} /> {say('←', '→')}{' '}
          <bdi dir="ltr" translate="no">
            {address}
          </bdi>
        </p>
        <form class="acts" method="post" action={`/alerts/confirm/${token}`}>
          <button class="btn btn--main" type="submit">
            {say('بله، بفرستید', 'Yes, send them')}
          </button>
        </form>
      </div>
    </Page>
  );
}

interface MineProps {
  readonly frame: Frame;
  readonly token: string;
  readonly address: string;
  readonly rhythm: Rhythm;
  readonly follows: readonly (Followed & { readonly id: number })[];
  /** What was done just now. */
  readonly done: string | undefined;
}

const DONE: Readonly<Record<string, Words>> = {
  confirmed: {
    fa: 'تأیید شد؛ از این پس خبرهای تازه را می‌فرستیم. پیوند این صفحه در پایین هر ایمیل هست.',
    en: 'Confirmed: from now on we send what is new. Every mail has the link to this page at its foot.',
  },
  saved: { fa: 'ذخیره شد.', en: 'Saved.' },
};

/** A reader's own alerts, known by the token in his mails. */
export function MyAlertsPage({ frame, token, address, rhythm, follows, done }: MineProps) {
  const notice = DONE[done ?? ''];
  const title = say('خبرهایی که می‌گیرید', 'Your alerts');
  const action = `/alerts/mine/${token}`;
  return (
    <Page frame={frame} title={title} unlisted>
      <div class="wrap page read">
        <h1>{title}</h1>
        {notice === undefined ? null : (
          <p class="note-box" role="status">
            {say(notice)}
          </p>
        )}
        <p>
          <bdi dir="ltr" translate="no">
            {address}
          </bdi>
        </p>
        {follows.length > 0 ? null : (
          <p class="soft">
            {say(
              'هنوز چیزی را تأیید نکرده‌اید؛ پیوند تأیید در نخستین ایمیل ماست.',
              'You have confirmed nothing yet; the link for it is in our first mail.',
            )}
          </p>
        )}
        <ul class="plain">
          {follows.map((follow) => (
            <li>
              <form class="row" method="post" action={action}>
                <a class="link" href={subjectHref(follow)}>
                  <Quoting text={followTitle(follow.kind, shown(follow.name))} />
                </a>
                <input type="hidden" name="follow" value={String(follow.id)} />
                <button class="btn" type="submit" name="act" value="end">
                  {say('پایان', 'End')}
                </button>
              </form>
            </li>
          ))}
        </ul>
        <form class="form" method="post" action={action}>
          <RhythmField rhythm={rhythm} />
          <div class="row">
            <button class="btn btn--main" type="submit" name="act" value="rhythm">
              {say('ذخیره', 'Save')}
            </button>
          </div>
        </form>
        <form class="acts" method="post" action={action}>
          <button class="btn btn--danger" type="submit" name="act" value="end_all">
            {say('پایان همه و فراموشی ایمیل من', 'End all and forget my address')}
          </button>
        </form>
      </div>
    </Page>
  );
}
