import type { HiddenNoun } from '../../store/site_desk.js';
import { articleHref, outletHref } from '../addresses.js';
import { Ago } from '../pieces/times.js';
import { shown } from '../words.js';
import { Csrf } from './csrf_field.js';

/** Hides an article or an outlet with a visible note, and shows hidden ones again. */
export function Hiding(props: {
  readonly hidden: readonly HiddenNoun[];
  readonly csrf: string;
  readonly now: string;
}) {
  return (
    <section class="sec" aria-labelledby="hid">
      <h2 class="sec-h" id="hid">
        پنهان‌کردن <small>به درخواست ناشر؛ یادداشت در نشانی خبر یا رسانه دیده می‌شود</small>
      </h2>
      <div>
        <form class="form" method="post" action="/admin/hide">
          <Csrf csrf={props.csrf} />
          <div class="field">
            <label for="hk">چه چیزی</label>
            <select class="inp" id="hk" name="kind">
              <option value="article">خبر</option>
              <option value="outlet">رسانه</option>
            </select>
          </div>
          <div class="field">
            <label for="hi">شمارهٔ خبر یا شناسهٔ رسانه</label>
            <input class="inp" id="hi" name="id" required maxlength={200} aria-describedby="hih" />
            <p class="hint" id="hih">
              همان که در نشانی صفحه پس از <bdi lang="en">/article/</bdi> یا <bdi lang="en">/outlet/</bdi> آمده
              است.
            </p>
          </div>
          <div class="field">
            <label for="hn">یادداشت برای خوانندگان</label>
            <input class="inp" id="hn" name="note" required maxlength={300} />
          </div>
          <div class="row">
            <button class="btn btn--danger" type="submit">
              پنهان کن
            </button>
          </div>
        </form>
        <ul class="rel rel--one">
          {props.hidden.map((noun) => (
            <li>
              <a href={noun.kind === 'article' ? articleHref(Number(noun.id)) : outletHref(noun.id)}>
                {noun.name === null ? noun.id : shown(noun.name)}
              </a>
              <span class="note">
                {noun.note} · <Ago iso={noun.hiddenAt} now={props.now} />
              </span>
              <form method="post" action="/admin/unhide">
                <Csrf csrf={props.csrf} />
                <input type="hidden" name="kind" value={noun.kind} />
                <input type="hidden" name="id" value={noun.id} />
                <button class="btn btn--s" type="submit">
                  دوباره نشان بده
                </button>
              </form>
            </li>
          ))}
        </ul>
      </div>
    </section>
  );
}
