import type { Frame } from '../layout/frame.js';
import { Page } from '../layout/page.js';
import { Command } from '../pieces/states.js';

export function LoginPage({ frame, fault }: { readonly frame: Frame; readonly fault?: string }) {
  return (
    <Page frame={frame} title="ورود گرداننده" unlisted>
      <div class="wrap page read">
        <h1>ورود گرداننده</h1>
        <form class="form" method="post" action="/admin/login">
          <div class="field">
            <label for="pw">گذرواژه</label>
            <input
              class="inp"
              id="pw"
              name="password"
              type="password"
              autocomplete="current-password"
              required
              dir="ltr"
              aria-invalid={fault === undefined ? undefined : 'true'}
              aria-describedby={fault === undefined ? 'pwh' : 'pwe pwh'}
            />
            {fault === undefined ? null : (
              <p class="err" id="pwe">
                {fault}
              </p>
            )}
            <p class="hint" id="pwh">
              گذرواژه در نخستین راه‌اندازی ساخته و یک بار در پایانه نوشته شد. اگر گم شده، تازه‌اش کنید:{' '}
              <Command>npx sanad password</Command>
            </p>
          </div>
          <div class="row">
            <button class="btn btn--main" type="submit">
              ورود
            </button>
          </div>
        </form>
      </div>
    </Page>
  );
}
