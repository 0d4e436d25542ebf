/** The page that asks an operator for the password. */
import { say } from '../language.js';
import type { Frame } from '../layout/frame.js';
import { Page } from '../layout/page.js';
import { Command } from '../pieces/states.js';

interface LoginProps {
  readonly frame: Frame;
  readonly to: string | undefined;
  readonly isWrong?: boolean;
  /** What was written into a form whose session had ended, so that it is not lost. */
  readonly unsent?: readonly string[];
}

/** Asks for the password; whose session ended in the middle of writing finds his words below. */
export function LoginPage({ frame, to, isWrong = false, unsent }: LoginProps) {
  const title = say('ورود گرداننده', 'Operator’s sign-in');
  return (
    <Page frame={frame} title={title} unlisted>
      <div class="wrap page read">
        <h1>{title}</h1>
        {unsent === undefined ? null : <SessionOver />}
        <form
          class="form"
          method="post"
          action={to === undefined ? '/admin/login' : `/admin/login?to=${encodeURIComponent(to)}`}
        >
          <div class="field">
            <label for="pw">{say('گذرواژه', 'Password')}</label>
            <input
              class="inp"
              id="pw"
              name="password"
              type="password"
              autocomplete="current-password"
              required
              dir="ltr"
              aria-invalid={isWrong ? 'true' : undefined}
              aria-describedby={isWrong ? 'pwe pwh' : 'pwh'}
            />
            {isWrong ? (
              <p class="err" id="pwe">
                {say('گذرواژه درست نیست؛ دوباره بنویسید.', 'The password is wrong; write it again.')}
              </p>
            ) : null}
            <p class="hint" id="pwh">
              {say(
                'گذرواژه در نخستین راه‌اندازی ساخته و یک بار در پایانه نوشته شد. اگر گم شده، تازه‌اش کنید:',
                'The first start made a password and printed it once in the terminal. If it is lost, make another:',
              )}{' '}
              <Command>npx sanad password</Command>
            </p>
          </div>
          <div class="row">
            <button class="btn btn--main" type="submit">
              {say('ورود', 'Sign in')}
            </button>
          </div>
        </form>
        {unsent === undefined || unsent.length === 0 ? null : <Unsent texts={unsent} />}
      </div>
    </Page>
  );
}

function SessionOver() {
  return (
    <p class="error desk-note" role="alert">
      {say(
        'نشست شما پایان یافته بود؛ چیزی تغییر نکرد. وارد شوید و دوباره بفرستید.',
        'Your session had ended; nothing changed. Sign in and send it again.',
      )}
    </p>
  );
}

function Unsent({ texts }: { readonly texts: readonly string[] }) {
  const title = say('آنچه نوشته بودید، برای رونوشت', 'What you had written, to be copied');
  return (
    <section aria-labelledby="unsent">
      <h2 id="unsent">{title}</h2>
      {texts.map((text) => (
        <textarea class="inp" readonly dir="auto" aria-labelledby="unsent">
          {text}
        </textarea>
      ))}
    </section>
  );
}
